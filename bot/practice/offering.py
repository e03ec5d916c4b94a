"""[Uji diri, 3 soal] under an article whose module has so many practice questions. Pure."""

from __future__ import annotations

from bot.practice.screens import about_button
from bot.screens import Screen
from bot.words import Voice
from knowledge import Article, Bank, Use
from services.practice import FEWEST

MOST_BUTTONS = 8


def beside(screen: Screen, voice: Voice, article: Article, bank: Bank) -> Screen:
    """An article's card with the button below [Baca selengkapnya]; a card that is full stays as it is."""
    if not _fits(screen, article, bank) or not screen.rows:
        return screen
    first, *rest = screen.rows
    return Screen(screen.text, (first, [about_button(voice, article)], *rest))


def below(screen: Screen, voice: Voice, article: Article, bank: Bank) -> Screen:
    """The end of a whole article with the button in a row of its own."""
    if not _fits(screen, article, bank):
        return screen
    return Screen(screen.text, ([about_button(voice, article)], *screen.rows))


def _fits(screen: Screen, article: Article, bank: Bank) -> bool:
    has_room = sum(len(row) for row in screen.rows) < MOST_BUTTONS
    return has_room and len(bank.of(Use.PRACTICE, article.module)) >= FEWEST
