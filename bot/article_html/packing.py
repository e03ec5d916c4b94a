"""Blocks as messages, cut between blocks, and only inside one that is too long by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.article_html.runs import LIMIT, MOST_ENTITIES, Block, Run, joined, render, utf16

TIDY_CUT = 0.5
"""A cut at the end of a sentence or word must keep at least this share of the room."""


def parts(found: Sequence[Block]) -> list[str]:
    """As few messages as need be, in order, as HTML."""
    packed: list[Block] = []
    for block in _fitting(found):
        with_last = joined([*packed[-1:], block])
        if packed and with_last.fits:
            packed[-1] = with_last
        else:
            packed.append(block)
    return [render(block.runs) for block in packed]


def _fitting(found: Sequence[Block]) -> Iterator[Block]:
    for unit in _units(found):
        yield from (block for block in _pieces(unit) if block.text.strip())


def _units(found: Sequence[Block]) -> Iterator[Block]:
    """Blocks, those that lead together with what they lead to where both fit into one message."""
    held: list[Block] = []
    for block in found:
        held.append(block)
        if block.leads:
            continue
        unit = joined(held)
        yield from [unit] if unit.fits else held
        held = []
    yield from held


def _pieces(block: Block) -> Iterator[Block]:
    """A block that is too long, cut at ends of sentences, else of words, else anywhere."""
    runs, tight = block.runs, block.tight
    while not Block(runs).fits:
        at = _cut_at(runs)
        piece, runs = _split(runs, at)
        yield Block(piece, tight)
        tight = False
    yield Block(runs, tight)


def _cut_at(runs: Sequence[Run]) -> int:
    room = _room(runs)
    text = "".join(run.text for run in runs)[:room]
    least = int(room * TIDY_CUT)
    for mark in ("\n", ". ", " "):
        at = text.rfind(mark, least)
        if at >= 0:
            return at + len(mark)
    return room


def _room(runs: Sequence[Run]) -> int:
    """How many characters from the start one message can take."""
    units = entities = count = 0
    for run in runs:
        entities += len(run.tags)
        if entities > MOST_ENTITIES:
            return count
        for char in run.text:
            units += utf16(char)
            if units > LIMIT:
                return count
            count += 1
    return count


def _split(runs: Sequence[Run], at: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    before: list[Run] = []
    after: list[Run] = []
    for run in runs:
        head, tail = run.text[: max(at, 0)], run.text[max(at, 0) :]
        before += [Run(head, run.tags)] if head else []
        after += [Run(tail, run.tags)] if tail else []
        at -= len(run.text)
    return tuple(before), tuple(after)
