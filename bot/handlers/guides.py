"""The guided conversations: screens in place, letters and pictures as new messages. Nothing is kept."""

from __future__ import annotations

import asyncio

from aiogram import Bot, Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.callbacks_guides import Assist, ReadOn, Ready
from bot.guides import assistance, picture, readiness
from bot.guides.links import guide_of_payload
from bot.handlers.browse import username_of
from bot.knowledge import cards
from bot.knowledge.opening import card_screen
from bot.letters import Draft, document, letter_of
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.guides.assistance import kept, next_question


async def assist(event: CallbackQuery, callback_data: Assist, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """The next question, or what follows; the letter comes as a document."""
    letter = _letter(callback_data) if callback_data.show == "letter" else None
    if letter is None:
        await tools.stage.show(event, assistance.screen_of(visitor.voice, callback_data, await username_of(bot)))
        return
    file = BufferedInputFile(await asyncio.to_thread(document, letter), filename=letter.file)
    note = assistance.letter_note(visitor.voice, kept(callback_data.answers))
    await bot.send_document(visitor.telegram_id, file, caption=note)


def _letter(data: Assist) -> Draft | None:
    """The letter of an outcome that calls for one."""
    answers = kept(data.answers)
    return letter_of(answers) if next_question(answers) is None else None


async def ready(event: CallbackQuery, callback_data: Ready, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """The next statement, or the profile as a picture."""
    voice = visitor.voice
    found = readiness.profile_of(callback_data) if callback_data.done else None
    if found is None:
        await tools.stage.show(event, readiness.screen_of(voice, callback_data))
        return
    known = (tools.index.library.find(article_id) for article_id in readiness.reading(found))
    articles = [article for article in known if article is not None]
    words = readiness.concluded(voice, callback_data, found, articles, await username_of(bot))
    drawn = await asyncio.to_thread(picture.png, readiness.chart(voice, found))
    await tools.stage.show(event, readiness.below(voice))
    photo = BufferedInputFile(drawn, filename="kesiapan.png")
    await bot.send_photo(visitor.telegram_id, photo, caption=words.text, reply_markup=words.keyboard)


async def read_on(event: CallbackQuery, callback_data: ReadOn, visitor: Visitor, tools: Tools) -> None:
    """The card of an article, below the guide."""
    article = cards.article_of_sign(callback_data.sign, tools.index.library)
    screen = await card_screen(article, visitor, tools) if article else cards.gone(visitor.voice)
    await tools.stage.add(event, screen)


async def show_guide(message: Message, payload: str, visitor: Visitor, tools: Tools) -> bool:
    """The guide that a link leads to; False where the payload names none."""
    data = guide_of_payload(payload)
    if data is None or message.bot is None:
        return False
    if isinstance(data, Ready):
        screen = readiness.screen_of(visitor.voice, data)
    else:
        screen = assistance.screen_of(visitor.voice, data, await username_of(message.bot))
    await tools.stage.show(message, screen)
    return True


def setup() -> Router:
    """All buttons of the guides."""
    router = Router(name=__name__)
    router.callback_query.register(assist, Assist.filter())
    router.callback_query.register(ready, Ready.filter())
    router.callback_query.register(read_on, ReadOn.filter())
    return router
