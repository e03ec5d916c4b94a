"""A batch's seats by hand: each province's share in one text, or seats moved from pool to pool with the reason."""

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
from bot.dialogs.single import LONGEST_REASON, end, parts, show_mode
from bot.organizing.batches import hands, plans, screens
from bot.organizing.batches.hands import Desk
from bot.organizing.batches.reading import Unclear, read_provinces, read_shares
from bot.words import Html
from services.batches import BatchView
from services.errors import Refusal
from services.seats import Method


class SeatsSG(StatesGroup):
    """Shares by hand and a look at them; pools and the reason for changing them."""

    shares = State()
    look = State()
    pools = State()
    reason = State()


TAKES_TEXT = frozenset({SeatsSG.shares, SeatsSG.pools, SeatsSG.reason})
OVER = frozenset({"not-allowed", "training-gone", "batch-cancelled", "seats-in-use", "seats-unlimited"})


async def share_by_hand(manager: DialogManager, batch_id: int) -> None:
    """Ask for each province's seats."""
    await manager.start(
        SeatsSG.shares, data={"batch": batch_id}, mode=StartMode.RESET_STACK, show_mode=show_mode(manager)
    )


async def adjust(manager: DialogManager, batch_id: int) -> None:
    """Show the pools, one of them to be changed."""
    await manager.start(
        SeatsSG.pools, data={"batch": batch_id}, mode=StartMode.RESET_STACK, show_mode=show_mode(manager)
    )


async def get_words(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The question of the window that is open."""
    voice = parts(dialog_manager)[1].voice
    rows: list[list[tuple[str, str]]] = []
    window = str(dialog_manager.current_context().state.state).partition(":")[2]
    try:
        view = await _view(dialog_manager)
        text, rows = await _asked(dialog_manager, window, view)
    except Refusal as refusal:  # the role or the batch is gone meanwhile
        text = screens.refusal_told(voice, refusal)
    fault = dialog_manager.dialog_data.get("fault")
    return {
        "text": voice.paragraphs(Html(fault) if fault else None, text),
        "rows": [*rows, [(voice.plain("button-back"), "back")]],
        STEP: window,
    }


async def take_shares(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """`Jatim 7, NTT 2`: read it, and show the plan that it makes."""
    tools, visitor = parts(manager)
    try:
        view = await _view(manager)
        by_hand = read_shares(message.text or "", view.provinces or view.all_provinces)
        await tools.batches.preview(
            batch_id=view.batch.id, actor_telegram_id=visitor.telegram_id, method=Method.BY_HAND, by_hand=by_hand
        )
        manager.dialog_data.update({"shares": by_hand, "fault": None})
        await manager.switch_to(SeatsSG.look)
    except (Unclear, Refusal) as no:
        await _tell(message, manager, no)


async def take_pool(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The name of a pool, to be looked at."""
    try:
        desk = await _desk(manager)
        (name,) = read_provinces(message.text or "", [pool.key for pool in desk.table.pools])[:1] or ("",)
        keys = [pool.key for pool in desk.table.pools]
        manager.dialog_data.update({"at": keys.index(name) if name in keys else 0, "fault": None})
    except (Unclear, Refusal) as no:
        await _tell(message, manager, no)


async def take_reason(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The reason: kept with the plan, and read by everybody."""
    tools, visitor = parts(manager)
    text = (message.text or "").strip()
    if len(text) > LONGEST_REASON:
        _say(manager, visitor.voice.html("rejection-too-long", count=len(text), longest=LONGEST_REASON))
        return
    try:
        desk = await _desk(manager)
        await tools.batches.adjust(
            batch_id=_batch(manager), actor_telegram_id=visitor.telegram_id, seats=desk.changed, reason=text
        )
    except Refusal as refusal:
        if refusal.key not in {"reason-missing", *OVER}:  # the seats moved meanwhile: from the beginning
            manager.dialog_data.pop("wanted", None)
            await manager.switch_to(SeatsSG.pools)
        await _tell(message, manager, refusal)
        return
    await _finish(message, manager, visitor.voice.html("batch-adjusted"))


async def on_choice(event: CallbackQuery, manager: DialogManager, window: str, value: str) -> None:
    """A button of the window that is open."""
    if window != str(manager.current_context().state.state).partition(":")[2]:
        manager.show_mode = ShowMode.NO_UPDATE
        return
    _say(manager, None)
    try:
        await _act(event, manager, window, value)
    except Refusal as refusal:
        await _tell(event, manager, refusal)


async def _act(event: CallbackQuery, manager: DialogManager, window: str, value: str) -> None:
    match window, value:
        case ("look", "keep"):
            tools, visitor = parts(manager)
            shares = cast(dict[str, int], manager.dialog_data["shares"])
            await tools.batches.plan(
                batch_id=_batch(manager), actor_telegram_id=visitor.telegram_id, method=Method.BY_HAND, by_hand=shares
            )
            await _finish(event, manager, visitor.voice.html("batch-plan-kept"))
        case ("look", "back"):
            await manager.switch_to(SeatsSG.shares)
        case ("reason", "back"):
            await manager.switch_to(SeatsSG.pools)
        case ("pools", "go"):
            desk = await _desk(manager)
            if desk.changed and not desk.left:
                await manager.switch_to(SeatsSG.reason)
        case ("pools", "previous" | "next"):
            manager.dialog_data["at"] = manager.dialog_data.get("at", 0) + (1 if value == "next" else -1)
        case ("pools", "plus" | "minus"):
            desk = await _desk(manager)
            manager.dialog_data["wanted"] = desk.step(1 if value == "plus" else -1)
        case _:
            await _finish(event, manager, None)


async def _asked(manager: DialogManager, window: str, view: BatchView) -> tuple[Html, list[list[tuple[str, str]]]]:
    tools, visitor = parts(manager)
    voice = visitor.voice
    if window == "shares":
        return _ask_shares(manager, view), []
    if window == "look":
        shares = cast(dict[str, int], manager.dialog_data.get("shares", {}))
        plan = await tools.batches.preview(
            batch_id=view.batch.id, actor_telegram_id=visitor.telegram_id, method=Method.BY_HAND, by_hand=shares
        )
        return plans.plan_told(voice, view, plan), [[(voice.plain("button-keep-plan"), "keep")]]
    desk = await _desk(manager)
    if window == "reason":
        return hands.reason_told(voice, desk), []
    ask = hands.ask_pool(voice, desk)
    return ask.text, [[(option.label, option.value) for option in row] for row in ask.rows]


def _ask_shares(manager: DialogManager, view: BatchView) -> Html:
    voice, typed = parts(manager)[1].voice, manager.dialog_data.get("typed")
    known = view.provinces or view.all_provinces
    example = ", ".join(f"{name} {number}" for name, number in zip(known, (7, 5, 2), strict=False))
    return voice.paragraphs(
        voice.html("batch-ask-shares", count=view.batch.capacity or 0, example=example),
        voice.html("batch-ask-shares-who", names=", ".join(known)),
        voice.html("batch-typed", text=typed) if typed else None,
    )


async def _view(manager: DialogManager) -> BatchView:
    tools, visitor = parts(manager)
    return await tools.batches.get(batch_id=_batch(manager), actor_telegram_id=visitor.telegram_id)


async def _desk(manager: DialogManager) -> Desk:
    view = await _view(manager)
    if view.table is None or not view.table.pools:
        raise Refusal("seats-unlimited")
    return Desk(view.table, manager.dialog_data.get("wanted", {}), int(manager.dialog_data.get("at", 0)))


async def _finish(event: Message | CallbackQuery, manager: DialogManager, note: Html | None) -> None:
    tools, visitor = parts(manager)
    view = await _view(manager)
    await end(event, manager, screens.seat_rules(visitor.voice, view, tools.now(), note))


async def _tell(event: Message | CallbackQuery, manager: DialogManager, no: Unclear | Refusal) -> None:
    """What was typed stays in sight; where nothing can be done any more, the form ends."""
    voice = parts(manager)[1].voice
    if isinstance(no, Refusal):
        if no.key in OVER:
            await end(event, manager, screens.refused(voice, no))
            return
        _say(manager, screens.refusal_told(voice, no))
    else:
        _say(manager, voice.html(no.key, **no.values))
    if isinstance(event, Message):
        manager.dialog_data["typed"] = (event.text or "")[:500]


def _say(manager: DialogManager, text: Html | None) -> None:
    manager.dialog_data["fault"] = text


def _batch(manager: DialogManager) -> int:
    return cast(dict[str, int], manager.start_data)["batch"]


def build() -> Dialog:
    """A new dialog: one for each dispatcher."""
    text = Format("{text}")
    dialog = Dialog(
        Window(
            text,
            MessageInput(take_shares, content_types=[ContentType.TEXT]),
            Rows("batch_shares", on_choice),
            state=SeatsSG.shares,
            getter=get_words,
        ),
        Window(text, Rows("batch_look", on_choice), state=SeatsSG.look, getter=get_words),
        Window(
            text,
            MessageInput(take_pool, content_types=[ContentType.TEXT]),
            Rows("batch_pools", on_choice),
            state=SeatsSG.pools,
            getter=get_words,
        ),
        Window(
            text,
            MessageInput(take_reason, content_types=[ContentType.TEXT]),
            Rows("batch_reason", on_choice),
            state=SeatsSG.reason,
            getter=get_words,
        ),
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
