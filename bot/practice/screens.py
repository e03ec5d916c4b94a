"""A question, what is said to its answer, how the quiz went, and what there is to practise. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape

from aiogram.types import InlineKeyboardButton

from bot.callbacks_knowledge import sign_of
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
from bot.habits.doors import change_hour, see_board
from bot.places import go
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from knowledge import Article, Question
from knowledge.questions.model import LETTERS
from services.practice import ABOUT, AGAIN, MIXED, Asked, Feedback, Result, Topic

PAGE_SIZE = 4
"""Four numbers, and four buttons around them: eight is all that a screen holds."""
WHOLE = 6
"""As many fit where no button turns the page."""


def question(voice: Voice, asked: Asked, now: datetime, titles: Mapping[str, str]) -> Screen:
    """A question with its options, in the order in which they were dealt."""
    values = {"title": _title(voice, asked.topic, titles), "number": asked.number, "total": asked.total}
    head = voice.html("quiz-first" if asked.number == 1 else "quiz-head", **values)
    options = (
        f"{letter}. {escape(asked.question.options[option], quote=False)}"
        for letter, option in zip(LETTERS, asked.order, strict=False)
    )
    seconds = max(0, int((now - asked.started_at).total_seconds()))
    letters = [
        button(letter, AnswerQuiz(quiz=asked.quiz_id, place=asked.place, letter=number, at=seconds))
        for number, (letter, _) in enumerate(zip(LETTERS, asked.order, strict=False))
    ]
    skip = button(voice.plain("button-quiz-skip"), SkipQuiz(quiz=asked.quiz_id, place=asked.place))
    later = button(voice.plain("button-quiz-later"), PauseQuiz(quiz=asked.quiz_id))
    return Screen(voice.paragraphs(head, _ask(asked.question), voice.lines(*options)), (letters, [skip, later]))


def feedback(voice: Voice, said: Feedback) -> Screen:
    """Right or not, what is right, and why. The question stays to be read, for its options are gone."""
    chosen, right = (LETTERS[said.order.index(option)] for option in (said.chosen, said.question.right))
    option = said.question.options[said.question.right]
    verdict = voice.html("quiz-right" if said.right else "quiz-wrong", chosen=chosen, right=right, option=option)
    again = None if said.right else voice.html("quiz-comes-again")
    why = voice.lines(escape(said.question.why, quote=False), again)
    on = button(voice.plain("button-quiz-result" if said.is_last else "button-quiz-next"), NextQuiz(quiz=said.quiz_id))
    read = QuizArticle(quiz=said.quiz_id, sign=sign_of(said.question.article))
    rows: tuple[Row, ...] = ([on], [button(voice.plain("button-quiz-article"), read)])
    return Screen(voice.paragraphs(_ask(said.question), verdict, why), rows)


def done(voice: Voice, result: Result) -> Screen:
    """How it went, and the days in a row."""
    if result.right == 0:
        went = voice.html("quiz-done-none", total=result.total)
    elif result.right == result.total:
        went = voice.html("quiz-done-all", total=result.total)
    else:
        went = voice.html("quiz-done", right=result.right, total=result.total)
    streak = voice.html("quiz-streak", days=result.streak) if result.streak else None
    repeat: Row = [button(voice.plain("button-quiz-repeat"), RepeatQuiz(quiz=result.quiz_id))] if result.missed else []
    return Screen(
        Html(" ".join(part for part in (went, streak) if part)),
        (
            repeat,
            [topics_button(voice), see_board(voice)],
            [change_hour(voice), go(voice, "menu", "button-menu-back")],
        ),
    )


def paused(voice: Voice, asked: Asked) -> Screen:
    """The quiz waits where it was left."""
    return Screen(
        voice.html("quiz-paused", number=asked.number, total=asked.total),
        (
            [button(voice.plain("button-quiz-go-on"), NextQuiz(quiz=asked.quiz_id))],
            [topics_button(voice), go(voice, "menu", "button-menu-back")],
        ),
    )


def replaced(voice: Voice) -> Screen:
    """An old screen's quiz gave way to another one."""
    return Screen(voice.html("quiz-replaced"), ([today_button(voice)], [go(voice, "menu", "button-menu-back")]))


def guest(voice: Voice) -> Screen:
    """A quiz has to keep what one knows, and of guests nothing is kept."""
    return Screen(voice.html("quiz-guest"), ([go(voice, "consent")], [go(voice, "menu", "button-menu-back")]))


def nothing(voice: Voice) -> Screen:
    """There is no question to ask."""
    return Screen(
        voice.html("refusal-practice-none"), ([topics_button(voice)], [go(voice, "menu", "button-menu-back")])
    )


def topics(voice: Voice, found: Sequence[Topic], titles: Mapping[str, str], page: int) -> Screen:
    """The modules with their questions, and how many of them wait; a page that is not there is the nearest."""
    size = WHOLE if len(found) <= WHOLE else PAGE_SIZE
    pages = max(1, -(-len(found) // size))
    page = min(page, pages)
    shown = found[(page - 1) * size : page * size]
    lines = [_topic(voice, number, topic, titles) for number, topic in enumerate(shown, 1)]
    numbers = [
        button(str(number), OpenQuiz(kind="module", which=sign_of(topic.module)))
        for number, topic in enumerate(shown, 1)
    ]
    turning = [
        button(voice.plain(key), QuizTopics(page=to))
        for key, to in (("button-previous", page - 1), ("button-next", page + 1))
        if 1 <= to <= pages
    ]
    mixed = [button(voice.plain("button-quiz-mixed"), OpenQuiz(kind="mixed"))]
    text = voice.paragraphs(voice.html("quiz-topics"), voice.lines(*lines))
    return Screen(text, (mixed, numbers, turning, [go(voice, "menu", "button-menu-back")]))


def behind(voice: Voice, article: Screen, quiz_id: int) -> Screen:
    """An article's card with the way back to the quiz alone; its first row opens the whole article."""
    on = [button(voice.plain("button-quiz-go-on"), NextQuiz(quiz=quiz_id))]
    return Screen(article.text, (on, article.rows[0][:1]))


def today_button(voice: Voice) -> InlineKeyboardButton:
    """The way to today's quiz."""
    return button(voice.plain("button-quiz"), OpenQuiz())


def topics_button(voice: Voice) -> InlineKeyboardButton:
    """The way to the topics."""
    return button(voice.plain("button-quiz-topics"), QuizTopics())


def about_button(voice: Voice, article: Article) -> InlineKeyboardButton:
    """Three questions about an article."""
    return button(voice.plain("button-quiz-article-three"), OpenQuiz(kind="article", which=sign_of(article.id)))


def _title(voice: Voice, topic: str, titles: Mapping[str, str]) -> str:
    if topic.startswith(ABOUT):
        return voice.plain("quiz-title-article")
    named = {MIXED: "quiz-title-today", AGAIN: "quiz-title-again"}
    return titles.get(topic) or voice.plain(named.get(topic, "quiz-title-today"))


def _topic(voice: Voice, number: int, topic: Topic, titles: Mapping[str, str]) -> Html:
    values = {"number": number, "title": titles.get(topic.module, topic.module), "count": topic.questions}
    return voice.html("quiz-topic-due" if topic.due else "quiz-topic", due=topic.due, **values)


def _ask(asked: Question) -> Html:
    return Html(escape(asked.ask, quote=False))
