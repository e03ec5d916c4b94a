"""Later parts of albums in a person's own chat: each belongs where the first part went, and nothing more is said."""

from __future__ import annotations

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot import albums
from bot.chats import in_private
from bot.dialogs import asking
from bot.handlers.fallback import unreadable
from bot.helpdesk import own
from bot.helpdesk.reading import media_in, said_in
from bot.nip_messages import delete, holds_nip
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import NotAllowed, Refusal


async def is_part(message: Message) -> bool:
    """Whether it was sent together with others."""
    return message.media_group_id is not None


async def take(
    message: Message, visitor: Visitor, tools: Tools, state: FSMContext, dialog_manager: DialogManager
) -> None:
    """With the question that is being asked, or with what was kept already; a first part goes on to who takes it."""
    if await asking.take_part(message, dialog_manager):
        return
    if media_in(message) is None:
        await unreadable(message, visitor, tools, state)
        return
    try:
        joined = await tools.helpdesk.join(telegram_id=visitor.telegram_id, said=said_in(message))
    except NotAllowed:
        return  # the role is gone since the first part
    except Refusal as refusal:
        await tools.stage.add(message, own.refused(visitor.voice, refusal), reply=True)
        return
    if not joined and not await albums.is_settled(message, state):
        raise SkipHandler
    if joined and holds_nip(message.caption or ""):
        await delete(message)


def setup() -> Router:
    """Must stand before all that takes pictures and documents in private chats."""
    router = Router(name=__name__)
    router.message.register(take, in_private, is_part)
    return router
