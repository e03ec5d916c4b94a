"""Organizers look at messages that were not sent, or perhaps were, and send one again."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks_deliveries import SeeOneParked, SeeParked, SendOnceMore
from bot.organizing import parked as screens
from bot.toolbox import Tools
from bot.visitor import Visitor


async def show_list(event: CallbackQuery, callback_data: SeeParked, visitor: Visitor, tools: Tools) -> None:
    """[Kiriman tertahan]: a page of them."""
    await _show_list(event, callback_data.page, visitor, tools)


async def show_one(event: CallbackQuery, callback_data: SeeOneParked, visitor: Visitor, tools: Tools) -> None:
    """One of them, as it stands now."""
    seen = await tools.deliveries.get_parked(delivery_id=callback_data.delivery, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, screens.one(visitor.voice, seen, callback_data.page))


async def send_again(event: CallbackQuery, callback_data: SendOnceMore, visitor: Visitor, tools: Tools) -> None:
    """[Kirim lagi]: once, however often it is pressed."""
    queued = await tools.deliveries.send_again(
        delivery_id=callback_data.delivery, attempt=callback_data.attempt, actor_telegram_id=visitor.telegram_id
    )
    await event.answer(visitor.voice.plain("parked-queued" if queued else "parked-queued-before"))
    await _show_list(event, callback_data.page, visitor, tools)


async def _show_list(event: CallbackQuery, page: int, visitor: Visitor, tools: Tools) -> None:
    found = await tools.deliveries.list_parked(actor_telegram_id=visitor.telegram_id, page=page, size=screens.PAGE_SIZE)
    await tools.stage.show(event, screens.parked(visitor.voice, found))


def setup() -> Router:
    """The buttons behind [Kiriman tertahan] in /kelola."""
    router = Router(name=__name__)
    router.callback_query.register(show_list, SeeParked.filter())
    router.callback_query.register(send_again, SendOnceMore.filter())
    router.callback_query.register(show_one, SeeOneParked.filter())
    return router
