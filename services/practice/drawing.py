"""Which questions a quiz asks, and how their options stand. Pure, but for the dice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from random import Random
from zlib import crc32

from knowledge import Question
from services.practice.scheduling import recall
from storage.repositories.practice import Dealt, PracticeCard

FEWEST, MOST = 3, 5
Cards = Mapping[str, PracticeCard]


def draw(
    pool: Iterable[Question],
    cards: Cards,
    *,
    now: datetime,
    until: datetime,
    dice: Random,
    size: int | None = None,
) -> list[Question]:
    """First what is due before `until`, then what is new, then what is known least; each at most once.

    What was missed once comes first of what is due. Without a size there are as many as are due, three to five.
    """
    found = {question.id: question for question in pool}
    known = [cards[name] for name in found if name in cards]
    due = sorted((card for card in known if card.due_at < until), key=_missed_first)
    new = [name for name in found if name not in cards]
    dice.shuffle(new)
    rest = sorted((card for card in known if card.due_at >= until), key=lambda card: (recall(card, now), card.question))
    order = [*(card.question for card in due), *new, *(card.question for card in rest)]
    return [found[name] for name in order[: size or min(max(len(due), FEWEST), MOST)]]


def draw_about(
    article: Sequence[Question],
    module: Iterable[Question],
    cards: Cards,
    *,
    now: datetime,
    until: datetime,
    dice: Random,
) -> list[Question]:
    """Three questions about an article, filled up from its module where there are fewer."""
    first = draw(article, cards, now=now, until=until, dice=dice, size=FEWEST)
    asked = {question.id for question in article}
    if len(first) == FEWEST:
        return first
    others = (question for question in module if question.id not in asked)
    return [*first, *draw(others, cards, now=now, until=until, dice=dice, size=FEWEST - len(first))]


def deal(questions: Iterable[Question], dice: Random) -> list[Dealt]:
    """Each question with its options shuffled."""
    return [Dealt(q.id, _shuffled(len(q.options), dice), mark_of(q)) for q in questions]


def mark_of(question: Question) -> str:
    """A mark of what is shown of a question: another one where the words or the order of the options changed."""
    return f"{crc32(chr(0).join((question.ask, *question.options)).encode()):08x}"


def _shuffled(size: int, dice: Random) -> tuple[int, ...]:
    return tuple(dice.sample(range(size), size))


def _missed_first(card: PracticeCard) -> tuple[bool, datetime, str]:
    return card.wrong_count == 0, card.due_at, card.question
