"""Fault runs: processes killed, answers lost, clocks that jump. `jalin faults NAME` prints JSON lines.

The baseline of each line is what a promise allows; `broken` tells which lines are over it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator


def _deliveries(messages: int, kills: int) -> Iterator[str]:
    from bot.lean_aiogram import import_aiogram

    import_aiogram()
    from bot.faults.deliveries import run

    return run(messages, kills)


FAULTS: dict[str, Callable[[int, int], Iterator[str]]] = {"deliveries": _deliveries}


def bound(name: str, value: float, unit: str, allowed: float) -> str:
    """A JSON line: what was counted, and what is allowed."""
    ratio = round(value / allowed, 3) if allowed else None
    return json.dumps(
        {"name": name, "value": round(value, 3), "unit": unit, "baseline": round(allowed, 3), "ratio": ratio}
    )


def is_broken(line: str) -> bool:
    """Whether more was counted than is allowed."""
    told = json.loads(line)
    return bool(told["value"] > told["baseline"])
