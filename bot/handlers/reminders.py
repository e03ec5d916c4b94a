"""What people answer reminders, what they choose about them, and what organizers see."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial

from aiogram import Bot, Router
from aiogram.types import BufferedInputFile, CallbackQuery

from bot.callbacks_reminders import (
    Agenda,
    ChooseQuiet,
    Hold,
    Holding,
    Outlooks,
    QuietSet,
    RemindAgain,
    RemindersSet,
    SaveAgenda,
    SayIAmComing,
    SwitchGroup,
    WatchBatch,
)
from bot.chats import in_private
from bot.handlers.browse import username_of
from bot.organizing import outlook as organizing
from bot.reminders import settings
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.catalogue import share_payload
from services.errors import NotAllowed
from services.papers import agenda_file
from services.reminders import Group, Kind


async def coming(event: CallbackQuery, callback_data: SayIAmComing, visitor: Visitor, tools: Tools) -> None:
    """[Saya hadir]: noted; the message stays as it is."""
    await tools.reminders.coming(telegram_id=visitor.telegram_id, enrolment_id=callback_data.enrolment)
    await event.answer(visitor.voice.plain("coming-kept"))


async def again(event: CallbackQuery, callback_data: RemindAgain, visitor: Visitor, tools: Tools) -> None:
    """[Ingatkan lagi besok]."""
    voice = visitor.voice
    when = await tools.reminders.snooze(telegram_id=visitor.telegram_id, first=callback_data.first)
    text = voice.plain("again-kept", moment=voice.moment(when)) if when else voice.plain("again-over")
    await event.answer(text)


async def watch(event: CallbackQuery, callback_data: WatchBatch, visitor: Visitor, tools: Tools) -> None:
    """[Kabari bila dibuka], or no more."""
    on = callback_data.on
    await tools.reminders.watch(telegram_id=visitor.telegram_id, batch_id=callback_data.batch, on=on)
    await event.answer(visitor.voice.plain("watch-kept" if on else "watch-ended"))


async def show_agenda(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """The own next 30 days."""
    entries = await tools.reminders.agenda(telegram_id=visitor.telegram_id)
    await tools.stage.show(event, settings.agenda(visitor.voice, entries))


async def save_agenda(event: CallbackQuery, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """[Simpan ke kalender]: the same as a file; where nothing lies ahead any more, that is shown."""
    paper = await tools.papers.agenda(telegram_id=visitor.telegram_id)
    if not paper:
        await show_agenda(event, visitor, tools)
        return
    voice, username = visitor.voice, await username_of(bot)
    make = partial(agenda_file, paper, words=voice.plain, zone=voice.zone, now=tools.now())
    content = await asyncio.to_thread(make, link=lambda batch: f"https://t.me/{username}?start={share_payload(batch)}")
    await bot.send_document(
        visitor.telegram_id,
        BufferedInputFile(content, filename=voice.plain("paper-file-agenda")),
        caption=voice.html("paper-note-agenda"),
        reply_markup=settings.below_file(voice),
    )


async def show_switches(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """Which kinds come."""
    await tools.stage.show(event, settings.switches(visitor))


async def switch(event: CallbackQuery, callback_data: SwitchGroup, visitor: Visitor, tools: Tools) -> None:
    """One kind off, or on."""
    group, muted = Group(callback_data.group), callback_data.muted
    person = await tools.reminders.set_muted(telegram_id=visitor.telegram_id, group=group, muted=muted)
    await tools.stage.show(event, settings.switches(replace(visitor, person=person)))


async def show_quiet(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """The quiet hours."""
    await tools.stage.show(event, settings.quiet(visitor))


async def choose_quiet(event: CallbackQuery, callback_data: ChooseQuiet, visitor: Visitor, tools: Tools) -> None:
    """Other quiet hours."""
    person = await tools.reminders.set_quiet(telegram_id=visitor.telegram_id, quiet=callback_data.quiet)
    await tools.stage.show(event, settings.quiet(replace(visitor, person=person)))


async def show_outlook(event: CallbackQuery, callback_data: Outlooks, visitor: Visitor, tools: Tools) -> None:
    """What goes out in the next days."""
    seen = await tools.reminders.forecast(actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, organizing.outlook(visitor.voice, seen, callback_data.page))


async def show_holding(event: CallbackQuery, callback_data: Holding, visitor: Visitor, tools: Tools) -> None:
    """Which kinds an agency holds back."""
    await _show_holding(event, callback_data.agency, visitor, tools)


async def hold(event: CallbackQuery, callback_data: Hold, visitor: Visitor, tools: Tools) -> None:
    """Hold a kind, or let it go."""
    await tools.reminders.hold(
        actor_telegram_id=visitor.telegram_id,
        agency_id=callback_data.agency,
        kind=Kind(callback_data.kind),
        hold=callback_data.hold,
    )
    await _show_holding(event, callback_data.agency, visitor, tools)


async def _show_holding(event: CallbackQuery, agency: int, visitor: Visitor, tools: Tools) -> None:
    seen = await tools.reminders.forecast(actor_telegram_id=visitor.telegram_id)
    if not seen.agencies or (agency and agency not in seen.agencies):
        raise NotAllowed
    agency = agency or seen.agencies[0]
    found = await tools.identity.get_agency(agency_id=agency)
    await tools.stage.show(event, organizing.holding(visitor.voice, seen, agency, found.short_name if found else ""))


def setup() -> Router:
    """All buttons around reminders; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    for form, handler in (
        (SayIAmComing, coming),
        (RemindAgain, again),
        (WatchBatch, watch),
        (Agenda, show_agenda),
        (SaveAgenda, save_agenda),
        (RemindersSet, show_switches),
        (SwitchGroup, switch),
        (QuietSet, show_quiet),
        (ChooseQuiet, choose_quiet),
        (Outlooks, show_outlook),
        (Holding, show_holding),
        (Hold, hold),
    ):
        router.callback_query.register(handler, form.filter())
    return router
