"""Somebody's week in words: what was learnt, what stands, what to repeat. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.habits.board import dates_of
from bot.habits.doors import change_hour, see_board, start_quiz
from bot.habits.picture import Bar, WeekPicture
from bot.screens import Screen
from bot.words import Html, Voice
from knowledge import Article, Bank, Library
from services.practice.habits import Standing, Week, standing


def caption(voice: Voice, week: Week, stands: Standing[str]) -> Screen:
    """The words under the picture."""
    text = voice.lines(
        _counted(voice, week),
        voice.html("week-strongest", topic=stands.strongest) if stands.strongest else None,
        voice.html("week-repeat", topic=stands.to_repeat) if stands.to_repeat else None,
    )
    key = "button-practise-weak" if stands.to_repeat else "button-start-quiz"
    return Screen(text, ([start_quiz(voice, key)], [see_board(voice), change_hour(voice)]))


def picture_of(voice: Voice, week: Week, stands: Standing[str], monday: date) -> WeekPicture:
    """What the picture says."""
    rows = (("week-picture-strongest", stands.strongest), ("week-picture-repeat", stands.to_repeat))
    return WeekPicture(
        title=voice.plain("week-picture-title"),
        dates=dates_of(voice, monday),
        figures=_figures(voice, week),
        bars=tuple(Bar(voice.plain(f"weekday-{day.day.isoweekday()}"), day.answered, day.right) for day in week.days),
        legend=(voice.plain("week-picture-legend-right"), voice.plain("week-picture-legend-other")),
        rows=tuple((voice.plain(key), topic) for key, topic in rows if topic),
    )


def topics(voice: Voice, week: Week, bank: Bank, library: Library) -> Standing[str]:
    """What is known best and what is to repeat, by the names of their topics; questions that are gone do not count."""
    return standing(_answers(voice, week, bank, library))


def topic_of(voice: Voice, article: Article, library: Library) -> str:
    """What an article is about, in few words: its first tag that people know a name for, else its module."""
    for tag in article.tags:
        key = f"topic-{tag.replace(' ', '-')}"
        if voice.has(key):
            return voice.plain(key)
    module = next(module for module in library.modules if module.id == article.module)
    return module.title_en if voice.language == "en" else module.title


def percent(week: Week) -> int:
    """Right ones of those answered."""
    return round(100 * week.right / week.answered) if week.answered else 0


def _counted(voice: Voice, week: Week) -> Html:
    """Nobody is told a nought: they learnt all the same."""
    if not week.right:
        return voice.html("week-caption-none", days=week.learnt, answered=week.answered)
    return voice.html("week-caption", days=week.learnt, right=week.right, answered=week.answered, percent=percent(week))


def _figures(voice: Voice, week: Week) -> tuple[tuple[str, str], ...]:
    days = (voice.number(week.learnt), voice.plain("week-picture-days", count=week.learnt))
    if not week.right:
        return (days, (voice.number(week.answered), voice.plain("week-picture-answered", count=week.answered)))
    right = (f"{voice.number(week.right)}/{voice.number(week.answered)}", voice.plain("week-picture-right"))
    return (days, right, (f"{percent(week)}%", voice.plain("week-picture-share")))


def _answers(voice: Voice, week: Week, bank: Bank, library: Library) -> Iterator[tuple[str, int, int]]:
    for one in week.known:
        question = bank.find(one.question)
        article = library.find(question.article) if question else None
        if article is not None:
            yield topic_of(voice, article, library), one.answered, one.right
