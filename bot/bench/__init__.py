"""Benchmarks: each figure beside a baseline measured in the same run. `jalin bench NAME` prints JSON lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator


def _inbound() -> Iterator[str]:
    from bot.bench.inbound import measure

    return measure()


def _search() -> Iterator[str]:
    from bot.bench.search import measure

    return measure()


def _seats() -> Iterator[str]:
    from bot.bench.seats import measure

    return measure()


def _roster() -> Iterator[str]:
    from bot.bench.roster import measure

    return measure()


def _quiz() -> Iterator[str]:
    from bot.lean_aiogram import import_aiogram

    import_aiogram()
    from bot.bench.quiz import measure

    return measure()


def _deliveries(people: int | None) -> Iterator[str]:
    from bot.lean_aiogram import import_aiogram

    import_aiogram()
    from bot.bench.deliveries import EVERYBODY, measure

    return measure(people or EVERYBODY)


def _reminders(rows: int | None) -> Iterator[str]:
    from bot.lean_aiogram import import_aiogram

    import_aiogram()
    from bot.bench.reminders import ROWS, measure

    return measure(rows or ROWS)


BENCHES: dict[str, Callable[[], Iterator[str]]] = {
    "inbound": _inbound,
    "search": _search,
    "seats": _seats,
    "roster": _roster,
    "quiz": _quiz,
}
OF_PEOPLE: dict[str, Callable[[int | None], Iterator[str]]] = {"deliveries": _deliveries}
OF_ROWS: dict[str, Callable[[int | None], Iterator[str]]] = {"reminders": _reminders}
"""Those whose size can be chosen, by people or by rows."""
