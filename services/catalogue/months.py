"""Months of the calendar, as "2026-12", and the moments they begin.

A start belongs to one month for everybody, whatever their zone. Months are therefore cut at midnight in WIT, the
easternmost zone: a start between 00.00 and 22.00 local time then falls on its own local day in all three zones.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

CUT_AT = timezone(timedelta(hours=9), "WIT")


def month_of(moment: datetime) -> str:
    """The month a moment belongs to."""
    return moment.astimezone(CUT_AT).strftime("%Y-%m")


def month_after(month: str, steps: int = 1) -> str:
    """The month so many steps later (or, negative, earlier)."""
    return _named(_number(month) + steps)


def months_between(first: str, last: str) -> tuple[str, ...]:
    """Both ends included; empty where the last is before the first."""
    return tuple(_named(number) for number in range(_number(first), _number(last) + 1))


def distance(month: str, other: str) -> int:
    """How many months lie from the first to the other; negative for an earlier one."""
    return _number(other) - _number(month)


def span_of(month: str) -> tuple[datetime, datetime]:
    """From its first moment to the first moment of the next."""
    return _beginning(month), _beginning(month_after(month))


def _beginning(month: str) -> datetime:
    year, number = month.split("-")
    return datetime(int(year), int(number), 1, tzinfo=CUT_AT)


def _number(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1


def _named(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
