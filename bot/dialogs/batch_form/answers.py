"""What organizers answer: tapped, typed, or chosen in a calendar. Each answer is kept at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import ManagedCalendar

from bot.dialogs.batch_form import path
from bot.dialogs.single import parts
from bot.organizing.batches import steps
from bot.organizing.batches.reading import Unclear, read_clock, read_day
from bot.words import Html
from services.batches import BatchView
from services.errors import Refusal
from services.zones import ZONES

ANSWERED = "answered"
Event = Message | CallbackQuery


async def on_start_day(event: Any, _: ManagedCalendar, manager: DialogManager, day: date) -> None:
    """A day of the calendar for the start."""
    await _guarded(event, manager, _take_day(manager, "start", day))


async def on_end_day(event: Any, _: ManagedCalendar, manager: DialogManager, day: date) -> None:
    """A day of the calendar for the end."""
    await _guarded(event, manager, _take_day(manager, "end", day))


async def on_choice(event: CallbackQuery, manager: DialogManager, step: str, value: str) -> None:
    """A button under a question; one that was made for another question changes nothing."""
    if step != path.step_of(manager):
        path.show_again(manager)
        return
    await _guarded(event, manager, _chosen(event, manager, step, value))


async def on_text(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """A typed answer; the same message answers one question only."""
    if message.message_id <= manager.dialog_data.get(ANSWERED, 0):
        manager.show_mode = ShowMode.NO_UPDATE
        return
    manager.dialog_data[ANSWERED] = message.message_id
    await _guarded(message, manager, _typed(message, manager, message.text or ""))


async def first_day(manager: DialogManager, which: str) -> date:
    """The first day that can be chosen: today at the host or, for the end, the day of the start."""
    start = path.day_of(manager, "start") if which == "end" else None
    today = parts(manager)[0].now().astimezone(ZONES[await path.zone_of(manager)]).date()
    return start or today


async def _guarded(event: Event, manager: DialogManager, act: Any) -> None:
    try:
        await act
    except Unclear as unclear:
        voice = parts(manager)[1].voice
        path.say(manager, voice.html(unclear.key, **unclear.values))
    except Refusal as refusal:
        await path.tell_no(event, manager, refusal)


async def _take_day(manager: DialogManager, which: str, day: date) -> None:
    if path.step_of(manager) != f"{which}_day":
        path.show_again(manager)
        return
    if day < await first_day(manager, which):
        raise Unclear("batch-unclear-early")
    path.keep(manager, {f"{which}_day": day.isoformat()})
    await path.go_to(manager, f"{which}_hour")


async def _chosen(event: CallbackQuery, manager: DialogManager, step: str, value: str) -> None:
    if value == "back":
        await path.go_back(event, manager)
    elif value == "skip":
        await path.go_on(event, manager, step)
    elif step in {"start_hour", "end_hour"}:
        await _take_hour(event, manager, step, value)
    elif step == "sure":
        await _move(event, manager)
    elif step == "capacity_sure":
        await _resize(event, manager, int(manager.dialog_data[path.CAPACITY]))
    elif step == "provinces":
        await _province(event, manager, value)
    else:
        view = await _view(manager)
        await _keep(event, manager, view, step, steps.choose(step, value, view, parts(manager)[0].now()))


async def _typed(message: Message, manager: DialogManager, text: str) -> None:
    step, now = path.step_of(manager), parts(manager)[0].now()
    if step in {"start_day", "end_day"}:
        since = await first_day(manager, step.removesuffix("_day"))
        await _take_day(manager, step.removesuffix("_day"), read_day(text, since))
    elif step in {"start_hour", "end_hour"}:
        await _take_hour(message, manager, step, f"{read_clock(text):%H.%M}")
    else:
        view = await _view(manager)
        await _keep(message, manager, view, step, steps.read(step, text, view, now))


async def _take_hour(event: Event, manager: DialogManager, step: str, value: str) -> None:
    path.keep(manager, {step: f"{read_clock(value):%H:%M}"})
    if step == "start_hour":
        start, end = path.day_of(manager, "start"), path.day_of(manager, "end")
        if start and end and end < start:
            manager.dialog_data.pop("end_day")
        await path.go_to(manager, "end_day")
        return
    zone = await path.zone_of(manager)
    found = path.time_of(manager, zone)
    if found is None:
        await path.go_to(manager, "start_day")
        return
    await _take_dates(event, manager, *found)


async def _take_dates(event: Event, manager: DialogManager, starts_at: datetime, ends_at: datetime) -> None:
    """Make the draft, or move the batch; where people are in it, what that means is said first."""
    tools, visitor = parts(manager)
    if path.batch_of(manager) is None:
        if ends_at <= starts_at:
            raise Refusal("batch-ends-early")
        start = path.start_of(manager)
        made = await tools.batches.create(
            training_id=start["training"],
            host_id=start["host"],
            actor_telegram_id=visitor.telegram_id,
            starts_at=starts_at,
            ends_at=ends_at,
        )
        path.keep(manager, {path.BATCH: made})
        await path.go_on(event, manager, "end_hour")
        return
    view = await _view(manager)
    if ends_at <= starts_at:
        raise Refusal("batch-ends-early")
    weighed = await tools.batches.weigh(
        batch_id=view.batch.id, actor_telegram_id=visitor.telegram_id, starts_at=starts_at, ends_at=ends_at
    )
    moved = (starts_at, ends_at) != (view.batch.starts_at, view.batch.ends_at)
    if weighed.people and moved:
        await path.go_to(manager, "sure")
        return
    await _keep(event, manager, view, "end_hour", {"starts_at": starts_at, "ends_at": ends_at})


async def _move(event: CallbackQuery, manager: DialogManager) -> None:
    """[Ubah jadwal], after it was said how many are told."""
    tools, visitor = parts(manager)
    view = await _view(manager)
    found = path.time_of(manager, view.batch.host_zone)
    assert found is not None
    done = await tools.batches.edit(
        batch_id=view.batch.id, actor_telegram_id=visitor.telegram_id, starts_at=found[0], ends_at=found[1]
    )
    await path.finish(event, manager, visitor.voice.html("batch-moved", count=done.told) if done.changed else None)


async def _keep(event: Event, manager: DialogManager, view: BatchView, step: str, changes: Mapping[str, Any]) -> None:
    """Write an answer into the batch, and go on."""
    tools, visitor = parts(manager)
    if "capacity" in changes:
        await _take_capacity(event, manager, view, changes["capacity"])
        return
    if changes.get("fill") == "nomination" and view.batch.nominate_until is None and view.batch.is_published:
        # The date comes with it: without one the batch would be out of order.
        changes = {**changes, "nominate_until": view.batch.registration_closes_at}
    await tools.batches.edit(batch_id=view.batch.id, actor_telegram_id=visitor.telegram_id, **changes)
    await path.go_on(event, manager, step)


async def _take_capacity(event: Event, manager: DialogManager, view: BatchView, capacity: int | None) -> None:
    before = view.batch.capacity
    if capacity == before:
        await path.go_on(event, manager, "capacity")
        return
    if capacity is None or before is None:
        tools, visitor = parts(manager)
        await tools.batches.limit(batch_id=view.batch.id, actor_telegram_id=visitor.telegram_id, capacity=capacity)
        await path.go_on(event, manager, "capacity")
        return
    if view.is_used:
        path.keep(manager, {path.CAPACITY: capacity})
        await path.go_to(manager, "capacity_sure")
        return
    await _resize(event, manager, capacity)


async def _resize(event: Event, manager: DialogManager, capacity: int) -> None:
    tools, visitor = parts(manager)
    view = await _view(manager)
    await tools.batches.resize(batch_id=view.batch.id, actor_telegram_id=visitor.telegram_id, capacity=capacity)
    await path.go_on(event, manager, "capacity")


async def _province(event: CallbackQuery, manager: DialogManager, value: str) -> None:
    view = await _view(manager)
    chosen = chosen_of(manager, view)
    if value == "save":
        everybody = set(chosen) == set(view.all_provinces)
        await _keep(event, manager, view, "provinces", {"provinces": () if everybody else tuple(chosen)})
        return
    path.say(manager, None)
    if value == "more":
        path.keep(manager, {path.PAGE: manager.dialog_data.get(path.PAGE, 0) + 1})
        return
    number = int(value[1:])
    if number < len(view.all_provinces):
        path.keep(manager, {path.CHOSEN: sorted({*chosen} ^ {view.all_provinces[number]})})


def chosen_of(manager: DialogManager, view: BatchView) -> Sequence[str]:
    """The provinces that are switched on; before any was touched, those that the batch has."""
    found: Sequence[str] | None = manager.dialog_data.get(path.CHOSEN)
    return view.provinces if found is None else found


async def _view(manager: DialogManager) -> BatchView:
    view = await path.view_of(manager)
    if view is None:
        raise Refusal("training-gone")
    return view


def fault_of(manager: DialogManager) -> Html | None:
    """What stands above the question."""
    found = manager.dialog_data.get(path.FAULT)
    return Html(found) if found else None
