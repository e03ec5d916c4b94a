"""What the form shows: the getter reads, `steps` has the questions, the buttons come from there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aiogram.enums import ContentType
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.text import Format

from bot.dialogs.batch_form import answers, path
from bot.dialogs.batch_form.states import BatchSG
from bot.dialogs.months import FIRST_DAY, LocalCalendar
from bot.dialogs.rows import STEP, Rows
from bot.dialogs.single import parts
from bot.organizing.batches import screens, steps
from bot.organizing.batches.steps import Ask, Option
from bot.words import Voice
from services.errors import Refusal

TEXT = Format("{text}")
SKIPPED = frozenset({"place", "access", "capacity", "opens", "closes", "provinces", "recommendation", "fill"})
"""Questions of a new batch that need no answer: what usually fits holds."""


async def get_start_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The first day."""
    return await _day(dialog_manager, "start")


async def get_end_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The last day."""
    return await _day(dialog_manager, "end")


async def get_step(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Any other question."""
    step, voice = path.step_of(dialog_manager), parts(dialog_manager)[1].voice
    try:
        zone = await path.zone_of(dialog_manager)
        ask = await _ask(dialog_manager, step, path.voice_in(dialog_manager, zone))
    except Refusal as refusal:  # the role or the batch is gone meanwhile
        ask = Ask(screens.refusal_told(voice, refusal))
    rows = [[(option.label, option.value) for option in row] for row in ask.rows]
    return {
        "text": voice.paragraphs(answers.fault_of(dialog_manager), ask.text),
        "rows": [*rows, _last(dialog_manager, step, voice)],
        STEP: step,
    }


async def _day(manager: DialogManager, which: str) -> dict[str, Any]:
    step, voice, tools = f"{which}_day", parts(manager)[1].voice, parts(manager)[0]
    first = voice.local(tools.now()).date()
    try:
        view = await path.view_of(manager)
        hosted = await path.host_of(manager, view)
        host = view.batch.host_short_name if view else hosted.host_short_name if hosted else ""
        first = await answers.first_day(manager, which)
        local = path.voice_in(manager, await path.zone_of(manager))
        text = steps.ask_day(local, which, host, path.day_of(manager, "start"))
        title = view.batch.title if view else hosted.title if hosted else ""
        text = voice.paragraphs(voice.html("batch-form-title", title=title), text)
    except Refusal as refusal:
        text = screens.refusal_told(voice, refusal)
    return {
        "text": voice.paragraphs(answers.fault_of(manager), text),
        "rows": [[(voice.plain("button-back"), "back")]],
        STEP: step,
        FIRST_DAY: first,
    }


async def _ask(manager: DialogManager, step: str, voice: Voice) -> Ask:
    tools, visitor = parts(manager)
    if step in {"start_hour", "end_hour"}:
        which = step.removesuffix("_hour")
        day = path.day_of(manager, which) or await answers.first_day(manager, which)
        return steps.ask_hour(voice, which, day)
    view = await path.view_of(manager)
    if view is None:
        raise Refusal("training-gone")
    if step == "sure":
        starts_at, ends_at = path.time_of(manager, view.batch.host_zone) or (view.batch.starts_at, view.batch.ends_at)
        weighed = await tools.batches.weigh(
            batch_id=view.batch.id, actor_telegram_id=visitor.telegram_id, starts_at=starts_at, ends_at=ends_at
        )
        return steps.ask_sure(voice, view.batch, starts_at, ends_at, weighed)
    if step == "capacity_sure":
        return steps.ask_capacity_sure(voice, view, int(manager.dialog_data.get(path.CAPACITY, 0)))
    chosen: Sequence[str] = answers.chosen_of(manager, view)
    return steps.ask(step, voice, view, tools.now(), chosen, int(manager.dialog_data.get(path.PAGE, 0)))


def _last(manager: DialogManager, step: str, voice: Voice) -> list[tuple[str, str]]:
    """One step back and, among many questions, on to the next."""
    back = Option(voice.plain("button-back"), "back")
    skip = [Option(voice.plain("button-skip"), "skip")] if path.is_new(manager) and step in SKIPPED else []
    return [(one.label, one.value) for one in (back, *skip)]


def start_day() -> Window:
    """A calendar for the start."""
    return Window(
        TEXT,
        MessageInput(answers.on_text, content_types=[ContentType.TEXT]),
        LocalCalendar(id="batch_start", on_click=answers.on_start_day),
        Rows("batch_start_rows", answers.on_choice),
        state=BatchSG.start_day,
        getter=get_start_day,
    )


def end_day() -> Window:
    """A calendar for the end."""
    return Window(
        TEXT,
        MessageInput(answers.on_text, content_types=[ContentType.TEXT]),
        LocalCalendar(id="batch_end", on_click=answers.on_end_day),
        Rows("batch_end_rows", answers.on_choice),
        state=BatchSG.end_day,
        getter=get_end_day,
    )


def step() -> Window:
    """Every other question."""
    return Window(
        TEXT,
        MessageInput(answers.on_text, content_types=[ContentType.TEXT]),
        Rows("batch_rows", answers.on_choice),
        state=BatchSG.step,
        getter=get_step,
    )
