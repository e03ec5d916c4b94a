"""Cancelling a batch: the reason that everybody will read, then one screen that says how many are told."""

from __future__ import annotations

from typing import Any, cast

from aiogram.enums import ContentType
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.text import Format

from bot.dialogs.messages import PressesInPlace
from bot.dialogs.rows import STEP, Rows
from bot.dialogs.single import end, parts, reason_in, show_mode, too_long
from bot.organizing.batches import screens
from bot.words import Html
from services.batches import BatchView
from services.errors import Refusal
from services.identity.decisions import tidy_note


class CancelBatchSG(StatesGroup):
    """The reason, and the last word."""

    reason = State()
    sure = State()


TAKES_TEXT = frozenset({CancelBatchSG.reason})


async def ask_why(manager: DialogManager, batch_id: int) -> None:
    """Begin; nothing is cancelled yet."""
    await manager.start(
        CancelBatchSG.reason, data={"batch": batch_id}, mode=StartMode.RESET_STACK, show_mode=show_mode(manager)
    )


async def get_reason(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Why, as people will read it."""
    voice = parts(dialog_manager)[1].voice
    text = voice.paragraphs(too_long(voice, dialog_manager), await _about(dialog_manager, "batch-cancel-why"))
    return {"text": text, "rows": [[(voice.plain("button-keep-batch"), "keep")]], STEP: "reason"}


async def get_sure(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many are told, and what happens to offers; keeping the batch is the first button."""
    voice = parts(dialog_manager)[1].voice
    rows = [[(voice.plain("button-keep-batch"), "keep")], [(voice.plain("button-cancel-batch"), "cancel")]]
    return {"text": await _about(dialog_manager, "batch-cancel-sure"), "rows": rows, STEP: "sure"}


async def take_reason(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The reason, without a NIP in it; a long one is asked for again."""
    text = reason_in(message, manager)
    if text is None:
        return
    manager.dialog_data["reason"] = tidy_note(text) or ""
    await manager.switch_to(CancelBatchSG.sure)


async def on_choice(event: CallbackQuery, manager: DialogManager, step: str, value: str) -> None:
    """Keep it, or cancel it."""
    tools, visitor = parts(manager)
    if step != str(manager.current_context().state.state).partition(":")[2]:
        manager.show_mode = ShowMode.NO_UPDATE
        return
    try:
        view = await _view(manager)
        if value != "cancel":
            await end(event, manager, screens.one(visitor.voice, view, tools.now()))
            return
        told = await tools.batches.cancel(
            batch_id=view.batch.id, actor_telegram_id=visitor.telegram_id, reason=manager.dialog_data.get("reason", "")
        )
    except Refusal as refusal:
        await end(event, manager, screens.refused(visitor.voice, refusal))
        return
    await end(event, manager, screens.cancelled(visitor.voice, view.batch.title, told))


async def _about(manager: DialogManager, key: str) -> Html:
    voice = parts(manager)[1].voice
    try:
        view = await _view(manager)
    except Refusal as refusal:  # the role or the batch is gone meanwhile
        return screens.refusal_told(voice, refusal)
    if key == "batch-cancel-why":
        return voice.html(key, title=view.batch.title)
    return voice.paragraphs(
        voice.html(key, title=view.batch.title, count=view.involved),
        voice.html("leave-reason", reason=manager.dialog_data.get("reason", "")),
    )


async def _view(manager: DialogManager) -> BatchView:
    tools, visitor = parts(manager)
    batch_id = cast(dict[str, int], manager.start_data)["batch"]
    return await tools.batches.get(batch_id=batch_id, actor_telegram_id=visitor.telegram_id)


def build() -> Dialog:
    """Two windows."""
    text = Format("{text}")
    dialog = Dialog(
        Window(
            text,
            MessageInput(take_reason, content_types=[ContentType.TEXT]),
            Rows("cancel_batch_reason", on_choice),
            state=CancelBatchSG.reason,
            getter=get_reason,
        ),
        Window(text, Rows("cancel_batch_sure", on_choice), state=CancelBatchSG.sure, getter=get_sure),
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
