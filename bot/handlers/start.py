"""/start, with what a shared link carries along."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot import places
from bot.handlers.browse import show_shared
from bot.handlers.faq import show_proposal
from bot.handlers.guides import show_guide
from bot.handlers.knowledge import show_article
from bot.handlers.links import show_link
from bot.handlers.papers import show_check
from bot.handlers.places import RETURN_TO
from bot.inline_results import SEARCH
from bot.opening import screen_of
from bot.toolbox import Tools
from bot.visitor import Visitor


async def start(
    message: Message,
    command: CommandObject,
    visitor: Visitor,
    tools: Tools,
    state: FSMContext,
) -> None:
    """What a link carries (a training, guide, article, role) at once, or the search; else the menu or first words."""
    if visitor.person is not None and visitor.person.unreachable:
        await tools.people.reachable(telegram_id=visitor.telegram_id)
    payload = command.args or ""
    if payload == SEARCH:
        await tools.stage.show(message, await screen_of("ask", visitor, tools))
    elif await show_link(message, payload, visitor, tools, state):
        return
    elif await show_shared(message, payload, visitor, tools):
        await state.update_data({RETURN_TO: payload})
    elif not (
        await show_guide(message, payload, visitor, tools)
        or await show_article(message, payload, visitor, tools)
        or await show_check(message, payload, visitor, tools)
        or await show_proposal(message, payload, visitor, tools)
    ):
        screen = await screen_of("menu", visitor, tools) if visitor.has_agreed else places.hello(visitor.voice)
        await tools.stage.show(message, screen)


def setup() -> Router:
    """/start with or without a payload."""
    router = Router(name=__name__)
    router.message.register(start, CommandStart(ignore_case=True))
    return router
