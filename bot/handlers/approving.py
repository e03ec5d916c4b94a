"""A second person looks at an announcement, and agrees or gives it back."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.announcing import preview
from bot.announcing.opening import request_screen, seen, send_sample
from bot.callbacks_announcing import ApproveRequest, ReturnRequest, ReviewRequest, SeeRecipients
from bot.chats import in_private
from bot.dialogs.announcing import ask_for_remark
from bot.handlers.kelola import open_kelola
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import NotAllowed, Refusal


async def review(event: CallbackQuery, callback_data: ReviewRequest, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """One that waits, or the first: the announcement itself, then the request."""
    number = callback_data.broadcast
    if not number:
        waiting = await tools.announcing.to_approve(actor_telegram_id=visitor.telegram_id)
        if not waiting:
            await open_kelola(event, visitor, tools)
            return
        number = waiting[0]
    _, view = await seen(number, visitor, tools)
    shows = callback_data.message and view.state == "waiting"
    if shows and not await send_sample(event, view, visitor.voice.language, visitor, tools, bot):
        return
    await tools.stage.show(event, await request_screen(number, visitor, tools))


async def recipients(event: CallbackQuery, callback_data: SeeRecipients, visitor: Visitor, tools: Tools) -> None:
    """[Lihat penerima]."""
    voice, view = await seen(callback_data.broadcast, visitor, tools)
    forecast = await tools.announcing.forecast(broadcast_id=view.id, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, preview.who(voice, view, forecast))


async def approve(event: CallbackQuery, callback_data: ApproveRequest, visitor: Visitor, tools: Tools) -> None:
    """[Setujui dan kirim]: once, however often it is pressed."""
    done = await tools.announcing.approve(
        broadcast_id=callback_data.broadcast,
        actor_telegram_id=visitor.telegram_id,
        version=callback_data.version,
    )
    voice, view = await seen(callback_data.broadcast, visitor, tools)
    await tools.stage.show(event, preview.approved(voice, view, done.count))


async def give_back(
    event: CallbackQuery, callback_data: ReturnRequest, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Kembalikan]: what is to change is asked first."""
    _, view = await seen(callback_data.broadcast, visitor, tools)
    if view.is_own:
        raise Refusal("announce-own")
    if not view.may_approve:
        raise NotAllowed
    if view.state != "waiting" or view.version != callback_data.version:
        await tools.stage.show(event, await request_screen(view.id, visitor, tools))
        return
    await ask_for_remark(dialog_manager, view.id, view.version)


def setup() -> Router:
    """The buttons under a request; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    router.callback_query.register(review, ReviewRequest.filter())
    router.callback_query.register(recipients, SeeRecipients.filter())
    router.callback_query.register(approve, ApproveRequest.filter())
    router.callback_query.register(give_back, ReturnRequest.filter())
    return router
