"""One-time links as they are opened: a look at what one is for, and the tap that uses it up."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks_team import LeaveRole, TakeRole
from bot.chats import in_private
from bot.handlers.places import RETURN_TO
from bot.organizing import role_links
from bot.recommendation import asking
from bot.recommendation.opening import asked_screen
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import Refusal
from services.invitations import RECOMMENDATION, link_payload, token_of_payload


async def show_link(message: Message, payload: str, visitor: Visitor, tools: Tools, state: FSMContext) -> bool:
    """What a one-time link is for; False where the payload is none. Looking does not use it up."""
    token = token_of_payload(payload)
    if token is None:
        return False
    try:
        screen = await _opened(message, token, visitor, tools, state)
    except Refusal as refusal:
        screen = role_links.refused(visitor.voice, refusal)
    await tools.stage.show(message, screen)
    return True


async def _opened(message: Message, token: str, visitor: Visitor, tools: Tools, state: FSMContext) -> Screen:
    name = message.from_user.full_name if message.from_user else ""
    opened = await tools.team.open(token=token, telegram_id=visitor.telegram_id, telegram_name=name)
    if opened.purpose != RECOMMENDATION:
        return role_links.offered(visitor.voice, opened, token)
    if not visitor.is_verified:
        # Whoever has to introduce themselves comes back. The link alone is worth nothing to who is no colleague.
        await state.update_data({RETURN_TO: link_payload(token)})
        return asking.introduce_first(visitor)
    return await asked_screen(token, visitor, tools)


async def take_role(event: CallbackQuery, callback_data: TakeRole, visitor: Visitor, tools: Tools) -> None:
    """[Terima peran]."""
    try:
        done = await tools.team.accept(
            token=callback_data.token, telegram_id=visitor.telegram_id, telegram_name=event.from_user.full_name
        )
    except Refusal as refusal:
        screen = role_links.refused(visitor.voice, refusal)
    else:
        screen = role_links.taken(visitor.voice, done)
    await tools.stage.show(event, screen)


async def leave_role(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """[Bukan untuk saya]: the link stays good for whom it is meant for."""
    await tools.stage.show(event, role_links.left(visitor.voice))


def setup() -> Router:
    """The taker's buttons; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    router.callback_query.register(take_role, TakeRole.filter())
    router.callback_query.register(leave_role, LeaveRole.filter())
    return router
