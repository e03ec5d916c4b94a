"""Questions in free text or after /cari, and the buttons under their answers."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, replace
from typing import Any

from aiogram import Bot, F, Router
from aiogram.filters import Command, CommandObject, Filter
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import Context

from bot import places
from bot.browse import listing
from bot.callbacks_knowledge import AskOrganizers, Helped, NoneOfThem, Topic
from bot.chats import in_private
from bot.handlers.articles import show_full
from bot.handlers.asking import start as start_asking
from bot.helpdesk.reading import said_in
from bot.knowledge import cards, voting
from bot.knowledge.opening import answer_screen, card_screen, home_screen
from bot.nip_messages import delete, holds_nip
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from knowledge import Article, Result
from services.helpdesk.message import Said

LONGEST_QUESTION = 500
HELLO = re.compile(r"(?:ha+i+|hall?o+|hello|hi|p|permisi|(?:selamat )?(?:pagi|siang|sore|malam)|assalam\S*( \S+){0,3})")
THANKS = re.compile(r"(?:oke? )?(?:terima ?kasih|makasih|trims|thanks|thank you)(?: \S+){0,2}")
COMMAND = re.compile(r"^/cari(?:@\w+)?\b", re.IGNORECASE)
SIGNS_AROUND = " .,!?🙏😊👍"


@dataclass(frozen=True, slots=True)
class IsFree(Filter):
    """No open question of a dialog waits for this text."""

    takes_text: Set[State]

    async def __call__(self, message: Message, aiogd_context: Context | None = None, **_: Any) -> bool:
        return aiogd_context is None or aiogd_context.state not in self.takes_text


async def by_command(message: Message, command: CommandObject, visitor: Visitor, tools: Tools) -> None:
    """/cari: the answer to the words behind it; alone, how to ask."""
    question = (command.args or "").strip()
    if question:
        await _answer(message, question, visitor, tools)
    else:
        await tools.stage.add(message, await home_screen(visitor, tools), reply=True)


async def by_text(message: Message, visitor: Visitor, tools: Tools) -> None:
    """Whatever somebody types is a question; the answer replies to it."""
    await _answer(message, message.text or "", visitor, tools)


async def _answer(message: Message, question: str, visitor: Visitor, tools: Tools) -> None:
    """A NIP is no question: it is neither looked up nor repeated, and does not stay in the chat."""
    if holds_nip(question):
        await tools.stage.show(message, places.nip_elsewhere(visitor, deleted=await delete(message)))
    else:
        await tools.stage.add(message, await question_screen(question, visitor, tools), reply=True)


async def show_topic(event: CallbackQuery, callback_data: Topic, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """What a button under an answer asks for."""
    library, voice = tools.index.library, visitor.voice
    article = cards.article_of_sign(callback_data.sign, library)
    if article is None:
        await tools.stage.show(event, cards.gone(voice))
        return
    others = cards.articles_of_signs(callback_data.others, library)
    match callback_data.show:
        case "full":
            await show_full(event, article, visitor, tools, bot)
        case "related":
            screen = cards.related(voice, article, library)
            await (tools.stage.add if callback_data.anew else tools.stage.show)(event, screen)
        case "others":
            await tools.stage.show(event, cards.not_this(voice, article, others, library))
        case "card":
            result = _result_for(event, article, tools)
            await tools.stage.show(event, await card_screen(article, visitor, tools, result, others))


async def none_of_them(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """Nothing that was offered was meant: what was asked is missing."""
    await tools.knowledge.record_miss(text=_question_of(event))
    await tools.stage.show(event, cards.none_of_them(visitor.voice))


async def vote(event: CallbackQuery, callback_data: Helped, visitor: Visitor, tools: Tools) -> None:
    """👍 or 👎: kept, and shown in the buttons; who has not agreed is told why it is not."""
    article = cards.article_of_sign(callback_data.sign, tools.index.library)
    if article is None:
        await tools.stage.show(event, cards.gone(visitor.voice))
        return
    value = callback_data.value
    kept = await tools.knowledge.vote(telegram_id=visitor.telegram_id, article=article.id, value=value)
    await event.answer(voting.thanks(visitor.voice, value, kept=kept))
    message = event.message
    if kept and isinstance(message, Message) and message.reply_markup is not None:
        rows = voting.marked(visitor.voice, message.reply_markup.inline_keyboard, callback_data.sign, value)
        await tools.stage.set_buttons(message, rows)


async def ask_organizers(
    event: CallbackQuery, callback_data: AskOrganizers, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """What was asked goes to the organizers as it was typed; an article that did not answer it is noted as missing."""
    if callback_data.sign:
        await tools.knowledge.record_miss(text=_asked_about(event, callback_data.sign, tools))
    await start_asking(event, visitor, tools, dialog_manager, said=_typed(event))


async def show_article(message: Message, payload: str, visitor: Visitor, tools: Tools) -> bool:
    """The card of the article that a link leads to; False where the payload names none."""
    article_id = cards.article_of_payload(payload)
    if article_id is None:
        return False
    article = tools.index.library.find(article_id)
    screen = await card_screen(article, visitor, tools) if article else cards.gone(visitor.voice)
    await tools.stage.show(message, screen)
    return True


async def question_screen(question: str, visitor: Visitor, tools: Tools) -> Screen:
    """A training whose very name was typed, and the way to the article; else the answer, trainings, or near topics."""
    said = question.lower().strip(SIGNS_AROUND)
    if HELLO.fullmatch(said) or THANKS.fullmatch(said):
        return cards.courtesy(visitor.voice, "hello" if HELLO.fullmatch(said) else "thanks")
    question, library = question[:LONGEST_QUESTION], tools.index.library
    answer = tools.index.search(question)
    lines = await tools.catalogue.search(text=question, limit=listing.FOUND_SIZE, whole=answer.answered)
    if lines:
        also = [cards.explanation(visitor.voice, library.get(answer.results[0].id))] if answer.answered else []
        return listing.found_by_name(visitor.voice, question, lines, tools.now(), also)
    return await answer_screen(answer, visitor, tools)


def _result_for(event: CallbackQuery, article: Article, tools: Tools) -> Result | None:
    """The article as a result of the question that the message replies to, so that its passage can be shown again."""
    question = _question_of(event)
    results = tools.index.search(question).results if question else ()
    return next((result for result in results if result.id == article.id), None)


def _asked_about(event: CallbackQuery, sign: str, tools: Tools) -> str:
    """The question that led to an article; where another one led here, or none, the article's title."""
    article = cards.article_of_sign(sign, tools.index.library)
    if article is None or _result_for(event, article, tools) is not None:
        return _question_of(event)
    return article.title


def _question_of(event: CallbackQuery) -> str:
    """What was asked, of the message that the one with the button replies to; empty where it cannot be told."""
    asked = event.message.reply_to_message if isinstance(event.message, Message) else None
    text = asked.text if asked is not None and asked.text else ""
    return COMMAND.sub("", text)[:LONGEST_QUESTION].strip()


def _typed(event: CallbackQuery) -> Said | None:
    """The person's own message that the answer replies to, if it says anything."""
    asked = event.message.reply_to_message if isinstance(event.message, Message) else None
    if asked is None or not _question_of(event):
        return None
    said = said_in(asked)
    return replace(said, html=COMMAND.sub("", said.html).strip())


def setup(takes_text: Set[State]) -> Router:
    """The command, free text where no dialog waits for it, and the buttons."""
    router = Router(name=__name__)
    router.message.register(by_command, Command("cari", ignore_case=True), in_private)
    router.message.register(by_text, in_private, F.text, ~F.text.startswith("/"), IsFree(frozenset(takes_text)))
    router.callback_query.register(show_topic, Topic.filter())
    router.callback_query.register(none_of_them, NoneOfThem.filter())
    router.callback_query.register(vote, Helped.filter())
    router.callback_query.register(ask_organizers, AskOrganizers.filter())
    return router
