"""The guided conversations: screens in place, letters and pictures as new messages. Nothing is kept."""

from __future__ import annotations

import asyncio

from aiogram import Bot, Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot import knowledge_cards
from bot.callbacks_guides import Assist, ReadOn
from bot.guides import assistance
from bot.guides.links import guide_of_payload
from bot.handlers.browse import username_of
from bot.letters import document, letter_of
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.guides.assistance import Answers, kept, next_question


async def assist(event: CallbackQuery, callback_data: Assist, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """The next question, or what follows; the letter comes as a document."""
    answers = kept(callback_data.answers)
    if callback_data.show == "letter" and next_question(answers) is None:
        await _send_letter(answers, visitor, bot)
        return
    await tools.stage.show(event, assistance.screen_of(visitor.voice, callback_data, await username_of(bot)))


async def _send_letter(answers: Answers, visitor: Visitor, bot: Bot) -> None:
    letter = letter_of(answers)
    if letter is None:
        return
    file = BufferedInputFile(await asyncio.to_thread(document, letter), filename=letter.file)
    await bot.send_document(visitor.telegram_id, file, caption=assistance.letter_note(visitor.voice, answers))


async def read_on(event: CallbackQuery, callback_data: ReadOn, visitor: Visitor, tools: Tools) -> None:
    """The card of an article, below the guide."""
    article = knowledge_cards.article_of_sign(callback_data.sign, tools.index.library)
    voice = visitor.voice
    await tools.stage.add(event, knowledge_cards.card(voice, article) if article else knowledge_cards.gone(voice))


async def show_guide(message: Message, payload: str, visitor: Visitor, tools: Tools) -> bool:
    """The guide that a link leads to; False where the payload names none."""
    data = guide_of_payload(payload)
    if data is None or message.bot is None:
        return False
    await tools.stage.show(message, assistance.screen_of(visitor.voice, data, await username_of(message.bot)))
    return True


def setup() -> Router:
    """All buttons of the guides."""
    router = Router(name=__name__)
    router.callback_query.register(assist, Assist.filter())
    router.callback_query.register(read_on, ReadOn.filter())
    return router
