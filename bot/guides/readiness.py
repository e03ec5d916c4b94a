"""Readiness to collaborate: a statement a screen, the signs of culture on two, then the profile in words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from aiogram.types import InlineKeyboardButton

from bot.callbacks import Go
from bot.callbacks_guides import ReadOn, Ready
from bot.guides.links import READINESS, share
from bot.guides.picture import Chart, Line
from bot.screens import Screen, button, in_rows
from bot.words import Html, Voice
from knowledge import Article
from services.guides.readiness import DIMENSION_OF, Bar, Profile, Statement, Trait, profile

FIRST_HALF, SECOND_HALF = len(Statement), len(Statement) + 1
STEPS = len(Statement) + 2
HALF = 4
"""So many traits on the first of their two screens."""
ARTICLES: dict[Statement | Trait, str] = {
    Statement.POWER: "kondisi-awal",
    Statement.INCENTIVES: "kondisi-awal",
    Statement.HISTORY: "kondisi-awal",
    Statement.TRUST: "membangun-kepercayaan",
    Statement.DIALOGUE: "dialog-tatap-muka",
    Statement.COMMITMENT: "komitmen-terhadap-proses",
    Statement.UNDERSTANDING: "pemahaman-bersama",
    Statement.INTERIM: "outcome-antara",
    Statement.INCLUSIVE: "desain-kelembagaan",
    Statement.RULES: "desain-kelembagaan",
    Statement.FACILITATING: "pemimpin-fasilitatif",
    Statement.EMPOWERING: "pemimpin-fasilitatif",
    **dict.fromkeys(Trait, "budaya-kolaboratif"),
}
ALWAYS = "model-ansell-gash"


def screen_of(voice: Voice, data: Ready) -> Screen:
    """Where one is; a statement that was left out comes before what follows it."""
    at = data.at if data.open_at is None else min(data.at, data.open_at)
    data = data.moved(at)
    return _statement(voice, data) if at < FIRST_HALF else _traits(voice, data)


def profile_of(data: Ready) -> Profile | None:
    """The profile, once every statement is marked."""
    return profile([int(mark) for mark in data.marks], data.seen) if data.open_at is None else None


def below(voice: Voice) -> Screen:
    """What is left of the questions when the picture follows."""
    return Screen(voice.html("ready-below"))


def concluded(voice: Voice, data: Ready, found: Profile, articles: Sequence[Article], username: str) -> Screen:
    """The words under the picture: the weakest point, and what to read about it."""
    titles = [article.title_en if voice.language == "en" else article.title for article in articles]
    told = [f"{number}. {escape(title, quote=False)}" for number, title in enumerate(titles, 1)]
    numbers = [button(str(number), ReadOn.of(article.id)) for number, article in enumerate(articles, 1)]
    text = voice.paragraphs(
        _weakest(voice, found), voice.lines(voice.html("ready-read"), *told), voice.html("ready-basis")
    )
    change = button(voice.plain("button-change-answers"), data.moved(0))
    shared = share(voice, voice.plain("ready-share"), READINESS, username)
    return Screen(text, (numbers, [change, shared], [button(voice.plain("button-open-menu"), Go(place="menu"))]))


def reading(found: Profile) -> tuple[str, ...]:
    """The ids of what to read: of the weak points, then the whole model."""
    return tuple(dict.fromkeys([*(ARTICLES[point] for point in found.points), ALWAYS]))


def chart(voice: Voice, found: Profile) -> Chart:
    """The profile as the picture shows it."""
    return Chart(
        title=voice.plain("ready-name"),
        subtitle=voice.plain("ready-chart-subtitle"),
        lines=tuple(_line(voice, bar, found) for bar in found.bars),
        foot=(voice.plain("ready-chart-scale"), voice.plain("ready-chart-source")),
    )


def _line(voice: Voice, bar: Bar, found: Profile) -> Line:
    level = voice.plain(f"ready-level-{bar.level}")
    weakest = bar is found.weakest
    return Line(
        label=voice.plain(f"ready-{bar.dimension}"),
        percent=bar.percent,
        note=voice.plain("ready-chart-weakest", level=level) if weakest else level,
        weakest=weakest,
    )


def _statement(voice: Voice, data: Ready) -> Screen:
    statement = tuple(Statement)[data.at]
    text = voice.paragraphs(
        _head(voice, data),
        voice.html("ready-intro") if data.at == 0 else None,
        voice.lines(
            voice.html("ready-part", part=voice.plain(f"ready-{DIMENSION_OF[statement]}")),
            voice.html(f"ready-say-{statement}"),
        ),
    )
    marks = [_mark(voice, data, mark) for mark in range(1, 5)]
    return Screen(text, (*in_rows(marks, 2), [_back(voice, data)]))


def _mark(voice: Voice, data: Ready, mark: int) -> InlineKeyboardButton:
    label = voice.plain(f"button-ready-{mark}")
    return button(f"✅ {label}" if data.marks[data.at] == str(mark) else label, data.marked(mark))


def _traits(voice: Voice, data: Ready) -> Screen:
    """Half of the signs of culture; each number switches one."""
    every = list(enumerate(Trait))
    half = every[:HALF] if data.at == FIRST_HALF else every[HALF:]
    told = [f"{number + 1}. {voice.html(f'ready-trait-{trait}')}" for number, trait in half]
    switches = [_switch(data, number, trait) for number, trait in half]
    text = voice.paragraphs(_head(voice, data), voice.html("ready-ask-traits"), voice.lines(*told))
    return Screen(text, (*in_rows(switches, 4), [_on(voice, data)], [_back(voice, data)]))


def _switch(data: Ready, number: int, trait: Trait) -> InlineKeyboardButton:
    return button(f"{'✅' if trait in data.seen else '⬜'} {number + 1}", data.switched(number))


def _on(voice: Voice, data: Ready) -> InlineKeyboardButton:
    if data.at == FIRST_HALF:
        return button(voice.plain("button-ready-on"), data.moved(SECOND_HALF))
    return button(voice.plain("button-ready-result"), data.moved(SECOND_HALF, done=True))


def _back(voice: Voice, data: Ready) -> InlineKeyboardButton:
    if data.at == 0:
        return button(voice.plain("button-close"), Go(place="menu"))
    return button(voice.plain("button-back"), data.moved(data.at - 1))


def _head(voice: Voice, data: Ready) -> Html:
    return voice.html("ready-title", number=data.at + 1, total=STEPS)


def _weakest(voice: Voice, found: Profile) -> Html:
    if found.weakest is None:
        return voice.html("ready-all-full")
    name = voice.plain(f"ready-{found.weakest.dimension}")
    return voice.lines(
        voice.html("ready-weakest", part=name, percent=found.weakest.percent),
        *(voice.html("ready-weak-point", text=voice.plain(_said(point))) for point in found.points),
    )


def _said(point: Statement | Trait) -> str:
    return f"ready-trait-{point}" if isinstance(point, Trait) else f"ready-point-{point}"
