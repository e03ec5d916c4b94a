"""Serving those who come at the same moment together: in a storm on one batch, one transaction for many taps."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar
from weakref import WeakValueDictionary

Answer = TypeVar("Answer")
Serve = Callable[[int, Sequence[int]], Awaitable[Sequence[Answer]]]
"""Is given the place and those who wait there, in the order in which they came; answers each."""

MOST: Final = 200
"""So many are served in one go: others who write wait for less than a tenth of a second."""


class Together(Generic[Answer]):
    """Whoever's turn it is serves all who wait at the same place by then, in the order in which they came.

    Nothing is right only because of this: the database holds what must not change meanwhile, also against others.
    """

    def __init__(self) -> None:
        self._queues: WeakValueDictionary[int, _Queue[Answer]] = WeakValueDictionary()

    async def __call__(self, place: int, who: int, serve: Serve[Answer]) -> Answer:
        """The answer to `who`, whoever got it."""
        queue: _Queue[Answer] = self._queues.setdefault(place, _Queue())
        ask: _Ask[Answer] = _Ask(who)
        queue.asks.append(ask)
        try:
            async with queue.turn:
                while ask.answer is None:
                    await _serve(place, queue, ask, serve)
        finally:
            if ask in queue.asks:
                queue.asks.remove(ask)
        return ask.answer


@dataclass(slots=True, eq=False)
class _Ask(Generic[Answer]):
    who: int
    answer: Answer | None = None
    alone: bool = False


@dataclass(slots=True, eq=False, weakref_slot=True)
class _Queue(Generic[Answer]):
    turn: Lock = field(default_factory=Lock)
    asks: list[_Ask[Answer]] = field(default_factory=list)


async def _serve(place: int, queue: _Queue[Answer], ask: _Ask[Answer], serve: Serve[Answer]) -> None:
    served = [ask] if ask.alone else [waiting for waiting in queue.asks if not waiting.alone][:MOST]
    try:
        answers = await serve(place, [each.who for each in served])
    except Exception:
        if ask.alone:
            raise
        # Any of them may be why: what fails for one must not fail for the others.
        for each in served:
            each.alone = True
        return
    for each, answer in zip(served, answers, strict=True):
        each.answer = answer
        queue.asks.remove(each)
