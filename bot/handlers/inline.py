"""Inline mode: @jalin_bot and a question in any chat. Nothing is kept about who asked what."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import InlineQuery

from bot import inline_results
from bot.handlers.browse import username_of
from bot.nip_messages import holds_nip
from bot.toolbox import Tools
from bot.visitor import Visitor, language_of_guest
from services.languages import LANGUAGES

REMEMBERED = 300
"""Seconds in which Telegram gives the same answer to the same question: articles change rarely."""


async def offer(query: InlineQuery, visitor: Visitor, tools: Tools, bot: Bot, state: FSMContext) -> None:
    """The cards for what was typed so far. A NIP is no question: nothing is looked up, nothing is remembered."""
    if holds_nip(query.query):
        await query.answer([], cache_time=0, is_personal=True)
        return
    voice = tools.words.voice(await _language(query, visitor, state), None)
    found = inline_results.results(voice, query.query, tools.index, await username_of(bot))
    await query.answer(
        list(found),
        cache_time=REMEMBERED,
        # What Telegram remembers for everybody is in the language that most people read.
        is_personal=voice.language != LANGUAGES[0],
        button=None if found else inline_results.way_to_search(voice),
    )


async def _language(query: InlineQuery, visitor: Visitor, state: FSMContext) -> str | None:
    """What the asker chose in Jalin, else what their Telegram speaks."""
    chosen = visitor.person.language if visitor.person else None
    return chosen or await language_of_guest(state) or (query.from_user.language_code or "").split("-")[0]


def setup() -> Router:
    """Inline queries."""
    router = Router(name=__name__)
    router.inline_query.register(offer)
    return router
