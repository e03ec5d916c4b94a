"""The way through the form: what is known so far, which question comes next, and where it ends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, cast

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.callbacks_batches import FieldName
from bot.dialogs.batch_form.states import BatchSG
from bot.dialogs.single import end, parts, show_mode
from bot.organizing.batches import screens
from bot.organizing.batches.phrases import at_host
from bot.organizing.batches.reading import moment_of
from bot.screens import Screen
from bot.words import Html, Voice
from services.batches import BatchView
from services.errors import Refusal
from storage.repositories.batch_desk import HostedTraining

DATES = ("start_day", "start_hour", "end_day", "end_hour")
NEW = (*DATES, "place", "access", "capacity", "opens", "closes", "provinces", "recommendation", "fill", "nominate")
"""The questions of a new batch in order; the draft is made once its time is known."""
ONLY = {"fill": ("fill", "nominate")}
SEATS = frozenset({"capacity", "fill", "nominate", "release", "offer", "cancel"})
"""After these the rules of the seats are shown again, after the others the details."""
OVER = frozenset({"not-allowed", "training-gone", "batch-cancelled", "training-not-hosted", "batch-started"})
"""After such a no the form has no use any more."""
FAULT, STEP, BATCH, CHOSEN, PAGE, CAPACITY = "fault", "step", "batch", "chosen", "page", "capacity"


async def begin(manager: DialogManager, training_id: int, host_id: int) -> None:
    """A new batch: its first day."""
    data = {"training": training_id, "host": host_id}
    await manager.start(BatchSG.start_day, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


async def change(manager: DialogManager, batch_id: int, field: FieldName) -> None:
    """Ask for one thing of a batch that is there."""
    state = BatchSG.start_day if field == "dates" else BatchSG.step
    data = {BATCH: batch_id, "field": field}
    await manager.start(state, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


def start_of(manager: DialogManager) -> dict[str, Any]:
    """What the form was started with."""
    return cast(dict[str, Any], manager.start_data or {})


def batch_of(manager: DialogManager) -> int | None:
    """The batch, once there is one."""
    found = manager.dialog_data.get(BATCH) or start_of(manager).get(BATCH)
    return int(found) if found else None


def is_new(manager: DialogManager) -> bool:
    """Whether all questions are asked, one after the other."""
    return BATCH not in start_of(manager)


def way_of(manager: DialogManager) -> tuple[str, ...]:
    """The questions of this form, in order."""
    if is_new(manager):
        return NEW
    field = start_of(manager)["field"]
    return DATES if field == "dates" else ONLY.get(field, (field,))


def step_of(manager: DialogManager) -> str:
    """The question of now."""
    return str(manager.dialog_data.get(STEP) or way_of(manager)[0])


async def view_of(manager: DialogManager) -> BatchView | None:
    """The batch as it is now; None: there is none yet."""
    batch_id, (tools, visitor) = batch_of(manager), parts(manager)
    if batch_id is None:
        return None
    return await tools.batches.get(batch_id=batch_id, actor_telegram_id=visitor.telegram_id)


async def host_of(manager: DialogManager, view: BatchView | None) -> HostedTraining | None:
    """The training and the host of a batch that is not there yet."""
    if view is not None:
        return None
    tools, visitor = parts(manager)
    start = start_of(manager)
    return await tools.batches.training(
        actor_telegram_id=visitor.telegram_id, training_id=start["training"], host_id=start["host"]
    )


async def zone_of(manager: DialogManager) -> str:
    """The host's zone, in which everything is asked."""
    view = await view_of(manager)
    hosted = await host_of(manager, view)
    return view.batch.host_zone if view else hosted.host_zone if hosted else "WIB"


def voice_in(manager: DialogManager, zone: str) -> Voice:
    """The organizer's voice on the host's clock."""
    return at_host(parts(manager)[1].voice, zone)


def day_of(manager: DialogManager, which: str) -> date | None:
    """The first or last day, once it is chosen."""
    found = manager.dialog_data.get(f"{which}_day")
    return date.fromisoformat(found) if found else None


def time_of(manager: DialogManager, zone: str) -> tuple[datetime, datetime] | None:
    """The first and the last moment, once all four answers are there."""
    days = day_of(manager, "start"), day_of(manager, "end")
    hours = manager.dialog_data.get("start_hour"), manager.dialog_data.get("end_hour")
    if None in (*days, *hours):
        return None
    first, last = (
        moment_of(cast(date, day), time.fromisoformat(cast(str, hour)), zone)
        for day, hour in zip(days, hours, strict=True)
    )
    return first, last


def say(manager: DialogManager, text: Html | None) -> None:
    """Put this above the question, in the place of what stood there."""
    manager.dialog_data[FAULT] = text


async def go_to(manager: DialogManager, step: str) -> None:
    """Ask this next."""
    say(manager, None)
    manager.dialog_data[STEP] = step
    manager.dialog_data.pop(CHOSEN, None)
    manager.dialog_data.pop(PAGE, None)
    states = {"start_day": BatchSG.start_day, "end_day": BatchSG.end_day}
    await manager.switch_to(states.get(step, BatchSG.step))


async def go_on(event: Message | CallbackQuery, manager: DialogManager, after: str) -> None:
    """The question after this one, or the end. Who nominates nothing is not asked until when."""
    way = way_of(manager)
    following = way[way.index(after) + 1 :] if after in way else ()
    view = await view_of(manager)
    for step in following:
        if step == "nominate" and (view is None or view.batch.fill != "nomination"):
            continue
        if step in {"place", "access"} and view is not None and view.batch.is_self_paced:
            continue
        await go_to(manager, step)
        return
    await finish(event, manager)


async def go_back(event: Message | CallbackQuery, manager: DialogManager) -> None:
    """The question before this one, or out."""
    way, step = way_of(manager), step_of(manager)
    at = way.index(step) if step in way else len(way)
    if at == 0:
        await leave(event, manager)
        return
    await go_to(manager, way[at - 1])


async def finish(event: Message | CallbackQuery, manager: DialogManager, note: Html | None = None) -> None:
    """The batch, with what was answered."""
    tools, visitor = parts(manager)
    view = await view_of(manager)
    assert view is not None
    await end(event, manager, _screen(manager, view, visitor.voice, tools.now(), note))


async def leave(event: Message | CallbackQuery, manager: DialogManager) -> None:
    """Out of the form; what was answered is kept."""
    tools, visitor = parts(manager)
    view = await view_of(manager)
    if view is not None:
        await end(event, manager, _screen(manager, view, visitor.voice, tools.now(), None))
        return
    page = await tools.batches.trainings(actor_telegram_id=visitor.telegram_id, size=screens.PAGE_SIZE)
    await end(event, manager, screens.choose_training(visitor.voice, page))


async def tell_no(event: Message | CallbackQuery, manager: DialogManager, refusal: Refusal) -> None:
    """A no: above the question, which stays; or the end of the form where there is nothing to ask any more."""
    voice = parts(manager)[1].voice
    if refusal.key in OVER:
        await end(event, manager, screens.refused(voice, refusal))
        return
    say(manager, screens.refusal_told(voice, refusal))


def _screen(manager: DialogManager, view: BatchView, voice: Voice, now: datetime, note: Html | None) -> Screen:
    field = start_of(manager).get("field")
    if field is None or note is not None:
        return screens.one(voice, view, now, note)
    return screens.seat_rules(voice, view, now) if field in SEATS else screens.details(voice, view, now)


def keep(manager: DialogManager, values: Mapping[str, Any]) -> None:
    """Remember answers that are no part of a batch yet."""
    manager.dialog_data.update(values)


def show_again(manager: DialogManager) -> None:
    """A button of a step gone by: nothing changes."""
    manager.show_mode = ShowMode.NO_UPDATE
