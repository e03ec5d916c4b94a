"""[Meja pertanyaan] in /kelola. The use cases ask at every press who may."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks_desk import (
    AskToUnlink,
    OpenDesk,
    SetAlarm,
    SetHours,
    ShowAlarms,
    ShowDays,
    ShowGroup,
    ShowHours,
    SwitchDay,
    Unlink,
)
from bot.chats import in_private
from bot.organizing import desk as screens
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import NotAllowed


async def show(event: CallbackQuery, callback_data: OpenDesk, visitor: Visitor, tools: Tools) -> None:
    """A desk."""
    desks = await tools.desk.list(actor_telegram_id=visitor.telegram_id)
    agency = callback_data.agency or (desks[0].agency.id if desks else 0)
    if not agency:
        raise NotAllowed
    desk = await tools.desk.get(agency_id=agency, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, screens.overview(visitor.voice, desk, desks))


async def show_days(event: CallbackQuery, callback_data: ShowDays, visitor: Visitor, tools: Tools) -> None:
    """Its working days."""
    desk = await tools.desk.get(agency_id=callback_data.agency, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, screens.days(visitor.voice, desk))


async def switch_day(event: CallbackQuery, callback_data: SwitchDay, visitor: Visitor, tools: Tools) -> None:
    """One of them on, or off."""
    desk = await tools.desk.set(
        agency_id=callback_data.agency,
        actor_telegram_id=visitor.telegram_id,
        day=(callback_data.day, callback_data.on),
    )
    await tools.stage.show(event, screens.days(visitor.voice, desk))


async def show_hours(event: CallbackQuery, callback_data: ShowHours, visitor: Visitor, tools: Tools) -> None:
    """When the day begins, or ends."""
    desk = await tools.desk.get(agency_id=callback_data.agency, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, screens.hours(visitor.voice, desk, callback_data.part))


async def set_hours(event: CallbackQuery, callback_data: SetHours, visitor: Visitor, tools: Tools) -> None:
    """Another hour."""
    hour, minute = divmod(callback_data.minute, 60)
    desk = await tools.desk.set(
        agency_id=callback_data.agency,
        actor_telegram_id=visitor.telegram_id,
        hours={callback_data.part: f"{hour:02}:{minute:02}"},
    )
    await tools.stage.show(event, screens.hours(visitor.voice, desk, callback_data.part))


async def show_alarms(event: CallbackQuery, callback_data: ShowAlarms, visitor: Visitor, tools: Tools) -> None:
    """After how long an unanswered question alarms."""
    desk = await tools.desk.get(agency_id=callback_data.agency, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, screens.alarms(visitor.voice, desk))


async def set_alarm(event: CallbackQuery, callback_data: SetAlarm, visitor: Visitor, tools: Tools) -> None:
    """After another time."""
    desk = await tools.desk.set(
        agency_id=callback_data.agency, actor_telegram_id=visitor.telegram_id, alarm_hours=callback_data.hours
    )
    await tools.stage.show(event, screens.alarms(visitor.voice, desk))


async def show_group(event: CallbackQuery, callback_data: ShowGroup, visitor: Visitor, tools: Tools) -> None:
    """Its group, and what is to be done about it."""
    desk = await tools.desk.get(agency_id=callback_data.agency, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, screens.group(visitor.voice, desk))


async def ask_to_unlink(event: CallbackQuery, callback_data: AskToUnlink, visitor: Visitor, tools: Tools) -> None:
    """[Lepaskan grup]: what it means; where there is none any more, that is shown."""
    desk = await tools.desk.get(agency_id=callback_data.agency, actor_telegram_id=visitor.telegram_id)
    screen = screens.ask_to_unlink(visitor.voice, desk) if desk.chat_id else screens.group(visitor.voice, desk)
    await tools.stage.show(event, screen)


async def unlink(event: CallbackQuery, callback_data: Unlink, visitor: Visitor, tools: Tools) -> None:
    """The destructive button."""
    await tools.desk.unlink(agency_id=callback_data.agency, actor_telegram_id=visitor.telegram_id)
    desk = await tools.desk.get(agency_id=callback_data.agency, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, screens.group(visitor.voice, desk))


def setup() -> Router:
    """The buttons around desks; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    for form, handler in (
        (OpenDesk, show),
        (ShowDays, show_days),
        (SwitchDay, switch_day),
        (ShowHours, show_hours),
        (SetHours, set_hours),
        (ShowAlarms, show_alarms),
        (SetAlarm, set_alarm),
        (ShowGroup, show_group),
        (AskToUnlink, ask_to_unlink),
        (Unlink, unlink),
    ):
        router.callback_query.register(handler, form.filter())
    return router
