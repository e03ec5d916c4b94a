"""Moving seats from one pool to another by hand: one pool at a time, until all seats are given again. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.browse.phrases import NO_BREAK, pool_name
from bot.organizing.batches.steps import Ask, Option, Rows
from bot.words import Html, Voice
from services.enrolment import PoolFigures, SeatTable


@dataclass(frozen=True, slots=True)
class Desk:
    """The pools as they would be: their new sizes, and the one that is looked at."""

    table: SeatTable
    wanted: Mapping[str, int]
    at: int

    @property
    def pool(self) -> PoolFigures:
        """The pool that is looked at."""
        return self.table.pools[self.at % len(self.table.pools)]

    @property
    def sizes(self) -> dict[str, int]:
        """All pools with their new sizes."""
        return {pool.key: self.wanted.get(pool.key, pool.size) for pool in self.table.pools}

    @property
    def left(self) -> int:
        """Seats that were taken from a pool and not given to another; below zero: too many were given."""
        return self.table.plan.capacity - sum(self.sizes.values())

    @property
    def changed(self) -> dict[str, int]:
        """The pools whose size would change."""
        return {pool.key: self.sizes[pool.key] for pool in self.table.pools if self.sizes[pool.key] != pool.size}

    def step(self, by: int) -> dict[str, int]:
        """The pool that is looked at, so much larger or smaller; never below what is taken."""
        size = max(self.pool.taken, self.sizes[self.pool.key] + by)
        return {**self.wanted, self.pool.key: size}


def ask_pool(voice: Voice, desk: Desk) -> Ask:
    """All pools, the one that is looked at, and what is still to be given."""
    pools, pool, size = desk.table.pools, desk.pool, desk.sizes[desk.pool.key]
    figures = Html(f"{NO_BREAK}· ".join(_figure(voice, desk, one) for one in pools))
    here = voice.html("batch-pool", pool=pool_name(voice, pool.key), count=size, taken=str(pool.taken))
    balance = None
    if desk.left:
        balance = voice.html("batch-pool-left" if desk.left > 0 else "batch-pool-over", count=abs(desk.left))
    text = voice.paragraphs(
        voice.html("batch-adjust", count=desk.table.plan.capacity), figures, voice.lines(here, balance)
    )
    turns = (
        Option(f"⬅️ {_beside(voice, desk, -1)}", "previous"),
        Option(f"{_beside(voice, desk, 1)} ›", "next"),
    )
    smaller = (Option("−1", "minus"),) if size > pool.taken else ()
    rows: Rows = ((*smaller, Option("+1", "plus")), turns)
    ready = ((Option(voice.plain("button-write-reason"), "go"),),) if desk.changed and not desk.left else ()
    return Ask(text, (*ready, *rows))


def reason_told(voice: Voice, desk: Desk) -> Html:
    """What would change, and the question why."""
    sizes = {pool.key: pool.size for pool in desk.table.pools}
    moves = [
        voice.html("batch-pool-move", pool=pool_name(voice, key), was=str(sizes[key]), new=str(new))
        for key, new in desk.changed.items()
    ]
    return voice.paragraphs(voice.lines(*moves), voice.html("batch-adjust-reason"))


def _figure(voice: Voice, desk: Desk, pool: PoolFigures) -> str:
    key = "seats-own-figure" if pool is desk.pool else "seats-figure"
    told = voice.html(
        key,
        pool=pool_name(voice, pool.key).replace(" ", NO_BREAK),
        taken=str(pool.taken),
        size=str(desk.sizes[pool.key]),
    )
    return told.replace(" ", NO_BREAK)


def _beside(voice: Voice, desk: Desk, by: int) -> str:
    return pool_name(voice, desk.table.pools[(desk.at + by) % len(desk.table.pools)].key)
