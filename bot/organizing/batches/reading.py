"""Days, hours, numbers and provinces as organizers type them. Pure; what cannot be read raises `Unclear`."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import UTC, date, datetime, time
from typing import Any

from services.zones import ZONES

MONTHS = ("jan", "feb", "mar", "apr", "mei may", "jun", "jul", "agu aug ags agt", "sep", "okt oct", "nov", "des dec")
MONTH = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}
DAY = re.compile(r"(?:\w+,\s*)?(\d{1,2})\s*(?:[/.-]\s*(\d{1,2})|\s*([a-z]{3,}))(?:\s*[/.-]?\s*(\d{4}|\d{2}))?", re.I)
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
CLOCK = re.compile(r"(?:pukul|jam|at)?\s*(\d{1,2})(?:\s*[.:]\s*(\d{2}))?", re.I)
ZONE = re.compile(r"\s*\b(?:wib|wita|wit)\b\s*$", re.I)
BEFORE_CLOCK = re.compile(r",?\s+(?=(?:pukul|jam|at)?\s*\d{1,2}[.:]\d{2}\s*$)", re.I)
SHARE = re.compile(r"\s*(.+?)\s*[:=]?\s*(\d{1,5})\s*")
MOST_SEATS = 100_000
CENTURY = 2000
SHORT_YEAR = 100


class Unclear(Exception):  # noqa: N818 - an answer to ask for again
    """What was typed cannot be read; `key` names the sentence that says so."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def read_day(text: str, today: date) -> date:
    """`7 Des 2026`, `7/12/2026`, `2026-12-07`; without a year the next such day."""
    text = text.strip()
    if found := ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = DAY.fullmatch(text)
    if found is None:
        raise Unclear("batch-unclear-day")
    month = int(found[2]) if found[2] else MONTH.get(found[3].casefold()[:3], 0)
    if found[4]:
        year = int(found[4])
        return _day(year + CENTURY if year < SHORT_YEAR else year, month, int(found[1]))
    day = _day(today.year, month, int(found[1]))
    return day if day >= today else _day(today.year + 1, month, int(found[1]))


def read_clock(text: str) -> time:
    """`08.30`, `8:30`, `pukul 8`, `0830`; the name of a zone behind it is left out."""
    text = ZONE.sub("", text.strip())
    if re.fullmatch(r"\d{4}", text):
        text = f"{text[:2]}.{text[2:]}"
    found = CLOCK.fullmatch(text)
    try:
        if found is None:
            raise ValueError
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise Unclear("batch-unclear-clock") from None


def read_moment(text: str, zone: str, now: datetime, usual: time) -> datetime:
    """A day and an hour in this zone; without an hour the usual one."""
    parts = BEFORE_CLOCK.split(ZONE.sub("", text.strip()), maxsplit=1)
    try:
        day = read_day(parts[0], now.astimezone(ZONES[zone]).date())
        clock = read_clock(parts[1]) if len(parts) > 1 else usual
    except Unclear:
        raise Unclear("batch-unclear-moment") from None
    return moment_of(day, clock, zone)


def moment_of(day: date, clock: time, zone: str) -> datetime:
    """The moment in UTC."""
    return datetime.combine(day, clock, tzinfo=ZONES[zone]).astimezone(UTC)


def read_number(text: str, most: int = MOST_SEATS) -> int:
    """A whole number from 1; `1.000` is a thousand."""
    plain = re.sub(r"[.\s]", "", text.strip())
    if not re.fullmatch(r"\d{1,9}", plain, re.ASCII) or not 1 <= int(plain) <= most:
        raise Unclear("batch-unclear-number", most=most)
    return int(plain)


def read_provinces(text: str, known: Collection[str]) -> tuple[str, ...]:
    """Names with commas between, in whatever case."""
    return tuple(_province(name, known) for name in re.split(r"[,;\n]", text) if name.strip())


def read_shares(text: str, known: Collection[str]) -> dict[str, int]:
    """`Jatim 7, NTT 2`, or a line each."""
    shares: dict[str, int] = {}
    for part in re.split(r"[,;\n]", text):
        if not part.strip():
            continue
        found = SHARE.fullmatch(part)
        if found is None:
            raise Unclear("batch-unclear-share", part=part.strip()[:40])
        name = _province(found[1], known)
        if name in shares:
            raise Unclear("batch-unclear-twice", province=name)
        shares[name] = int(found[2])
    if not shares:
        raise Unclear("batch-unclear-share", part=text.strip()[:40])
    return shares


def _province(name: str, known: Collection[str]) -> str:
    folded = {one.casefold(): one for one in known}
    try:
        return folded[" ".join(name.split()).casefold()]
    except KeyError:
        raise Unclear("batch-unclear-province", province=name.strip()[:40]) from None


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Unclear("batch-unclear-day") from None
