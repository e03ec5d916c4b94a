"""Quizzes: /kuis and the buttons. All that they need is in the database: another phone goes on where one was."""

from __future__ import annotations

from datetime import timedelta

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks_practice import (
    AnswerQuiz,
    NextQuiz,
    OpenQuiz,
    PauseQuiz,
    QuizArticle,
    QuizTopics,
    RepeatQuiz,
    SkipQuiz,
)
from bot.chats import in_private
from bot.knowledge import cards
from bot.knowledge.opening import card_screen
from bot.practice import screens
from bot.practice.opening import look, open_screen, question_screen, quiz_screen, standing, topics_screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.practice import Answered, Asked


async def by_command(message: Message, visitor: Visitor, tools: Tools) -> None:
    """/kuis: the question where one is, or the first one of today."""
    await tools.stage.show(message, await open_screen(OpenQuiz(), visitor, tools))


async def open_quiz(event: CallbackQuery, callback_data: OpenQuiz, visitor: Visitor, tools: Tools) -> None:
    """A quiz on what the button names."""
    await tools.stage.show_beside(event, await open_screen(callback_data, visitor, tools))


async def show_topics(event: CallbackQuery, callback_data: QuizTopics, visitor: Visitor, tools: Tools) -> None:
    """What there is to practise."""
    await tools.stage.show(event, await topics_screen(callback_data.page, visitor, tools))


async def answer(event: CallbackQuery, callback_data: AnswerQuiz, visitor: Visitor, tools: Tools) -> None:
    """An option: right or not, in place. What was answered before stays as it is."""
    said = await tools.practice.answer(
        person=visitor.person,
        zone=visitor.voice.zone,
        quiz_id=callback_data.quiz,
        place=callback_data.place,
        shown=callback_data.letter,
        shown_after=timedelta(seconds=callback_data.at),
    )
    await _show_answered(event, said, callback_data.quiz, visitor, tools)


async def skip(event: CallbackQuery, callback_data: SkipQuiz, visitor: Visitor, tools: Tools) -> None:
    """The next question instead."""
    said = await tools.practice.answer(
        person=visitor.person,
        zone=visitor.voice.zone,
        quiz_id=callback_data.quiz,
        place=callback_data.place,
        shown=None,
    )
    await _show_answered(event, said, callback_data.quiz, visitor, tools)


async def go_on(event: CallbackQuery, callback_data: NextQuiz, visitor: Visitor, tools: Tools) -> None:
    """The next question, or how it went."""
    await tools.stage.show(event, await quiz_screen(callback_data.quiz, visitor, tools))


async def pause(event: CallbackQuery, callback_data: PauseQuiz, visitor: Visitor, tools: Tools) -> None:
    """Not now: nothing changes, and it can be gone on with."""
    here = await look(callback_data.quiz, visitor, tools)
    if isinstance(here, Asked):
        await tools.stage.show(event, screens.paused(visitor.voice, here))
    else:
        await tools.stage.show(event, standing(here, visitor, tools))


async def repeat(event: CallbackQuery, callback_data: RepeatQuiz, visitor: Visitor, tools: Tools) -> None:
    """What was missed, once more."""
    asked = await tools.practice.repeat(person=visitor.person, quiz_id=callback_data.quiz)
    await tools.stage.show(event, question_screen(asked, visitor, tools))


async def read(event: CallbackQuery, callback_data: QuizArticle, visitor: Visitor, tools: Tools) -> None:
    """The article behind a question, in place, with the way back."""
    article = cards.article_of_sign(callback_data.sign, tools.index.library)
    if article is None:
        await tools.stage.show(event, cards.gone(visitor.voice))
        return
    card = await card_screen(article, visitor, tools)
    await tools.stage.show(event, screens.behind(visitor.voice, card, callback_data.quiz))


async def _show_answered(event: CallbackQuery, said: Answered, quiz_id: int, visitor: Visitor, tools: Tools) -> None:
    """What is right; a tap that came too late hears so kindly, and sees where the quiz is now."""
    if said.stands and not said.counted:
        await event.answer(visitor.voice.plain("quiz-kept" if said.feedback else "quiz-gone-on"))
    if said.feedback is not None:
        await tools.stage.show(event, screens.feedback(visitor.voice, said.feedback))
    else:
        await tools.stage.show(event, await quiz_screen(quiz_id, visitor, tools))


def setup() -> Router:
    """The command and the buttons."""
    router = Router(name=__name__)
    router.message.register(by_command, Command("kuis", ignore_case=True), in_private)
    router.callback_query.register(answer, AnswerQuiz.filter())
    router.callback_query.register(go_on, NextQuiz.filter())
    router.callback_query.register(open_quiz, OpenQuiz.filter())
    router.callback_query.register(skip, SkipQuiz.filter())
    router.callback_query.register(pause, PauseQuiz.filter())
    router.callback_query.register(repeat, RepeatQuiz.filter())
    router.callback_query.register(read, QuizArticle.filter())
    router.callback_query.register(show_topics, QuizTopics.filter())
    return router
