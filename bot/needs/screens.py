"""The own wishes. Pure: values in, screens out."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.callbacks_needs import MakeWish, ShowWish, Wishes, WithdrawWish
from bot.places import go, introduction
from bot.screens import Row, Screen, button
from bot.visitor import Visitor
from bot.words import Html, Voice
from services.needs import Wish

PAGE_SIZE = 5


def wishes(visitor: Visitor, mine: Sequence[tuple[Wish, int]], page: int = 1, done: Html | None = None) -> Screen:
    """What one has asked for, each with how many people share it; `done` says what was just done."""
    voice = visitor.voice
    menu = [go(voice, "menu", "button-menu-back")]
    if not visitor.is_verified:
        return Screen(voice.html("refusal-need-unverified"), ([introduction(visitor)], menu))
    pages = max(1, -(-len(mine) // PAGE_SIZE))
    page = min(page, pages)
    shown = mine[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    lines = (
        voice.html("wish-line", number=number, topic=wish.topic, count=people)
        for number, (wish, people) in enumerate(shown, 1)
    )
    text = voice.paragraphs(done, voice.html("wishes"), voice.lines(*lines)) if shown else voice.html("wishes-none")
    if done and not shown:
        text = voice.paragraphs(done, voice.html("wishes-none"))
    numbers = [button(str(number), ShowWish(need=wish.id)) for number, (wish, _) in enumerate(shown, 1)]
    turn: Row = []
    if pages > 1:
        turn = [button(voice.plain("button-next"), Wishes(page=page % pages + 1))]
    return Screen(text, ([make(voice)], numbers, [*turn, *menu]))


def wish(voice: Voice, one: Wish, people: int) -> Screen:
    """One of them, and the way to take it back."""
    competency = voice.plain(f"competency-{one.competency}") if one.competency else None
    text = voice.lines(
        voice.html("wish-topic", topic=one.topic),
        voice.html("wish-competency", competency=competency) if competency else None,
        voice.html("wish-people", count=people),
    )
    keep = button(voice.plain("button-back"), Wishes())
    return Screen(text, ([button(voice.plain("button-withdraw-wish"), WithdrawWish(need=one.id))], [keep]))


def make(voice: Voice) -> InlineKeyboardButton:
    """The button that asks for a topic."""
    return button(voice.plain("button-make-wish"), MakeWish())
