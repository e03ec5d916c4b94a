"""The words people read, from the Fluent files in `locales/`: Indonesian first, English second.

Values put into a sentence are escaped for Telegram's HTML unless they come as `Html`. Buttons and toasts are plain
text and are never escaped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource, resolver

from services.languages import LANGUAGES
from services.zones import ZONES

LOCALES = Path(__file__).parent / "locales"

resolver.MAX_PART_LENGTH = 1_000_000
"""The library refuses values of over 2,500 characters, in case a file is hostile. Ours are not, and what people write
may grow past that when it is escaped (`&` becomes `&amp;`). How long a text may be is asked where it is written."""


class Html(str):
    """Text that is already safe HTML."""

    __slots__ = ()


class MissingWords(KeyError):  # noqa: N818 - read by a developer as a sentence
    """A key that a locale does not have, or a value that its sentence needs."""


class Words:
    """All sentences of all languages."""

    def __init__(self, folder: Path = LOCALES) -> None:
        self._bundles = {language: _bundle(folder / language, language) for language in LANGUAGES}

    def voice(self, language: str | None, zone: str | None, default_zone: str = "WIB") -> Voice:
        """How to speak to one person: the language, and the zone in which moments are told."""
        known = language if language in self._bundles else LANGUAGES[0]
        return Voice(self._bundles[known], known, zone or default_zone, zone is not None)


@cache
def _bundle(folder: Path, language: str) -> FluentBundle:
    # Read once: nobody changes a bundle, and to parse the files is a tenth of a start.
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted(folder.glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


@dataclass(frozen=True, slots=True)
class Voice:
    """One person's language and zone; everything said to them goes through here."""

    _bundle: FluentBundle
    language: str
    zone: str
    zone_is_own: bool

    def has(self, key: str) -> bool:
        """Whether the language has this sentence."""
        return self._bundle.has_message(key)

    def html(self, key: str, **values: Any) -> Html:
        """A sentence as Telegram HTML; values are escaped."""
        return Html(self._format(key, {name: _escaped(value) for name, value in values.items()}))

    def plain(self, key: str, **values: Any) -> str:
        """A sentence as plain text: buttons, toasts, file names."""
        return self._format(key, {name: _flat(value) for name, value in values.items()})

    def lines(self, *parts: str | None) -> Html:
        """Lines under one another; empty parts are left out."""
        return Html("\n".join(part for part in parts if part))

    def paragraphs(self, *parts: str | None) -> Html:
        """Paragraphs with a blank line between; empty parts are left out."""
        return Html("\n\n".join(part for part in parts if part))

    def local(self, moment: datetime) -> datetime:
        """The moment on this person's wall clock."""
        return moment.astimezone(ZONES[self.zone])

    def moment(self, moment: datetime) -> str:
        """`Sen, 7 Des 2026 pukul 09.00 WITA`."""
        local = self.local(moment)
        return self.plain("moment", day=self.day(local), hour=f"{local:%H}", minute=f"{local:%M}", zone=self.zone)

    def day(self, day: date) -> str:
        """`Sen, 7 Des 2026`."""
        return self.plain("day", weekday=self.plain(f"weekday-{day.isoweekday()}"), date=self.date(day))

    def date(self, day: date, *, year: bool = True) -> str:
        """`7 Des 2026`, or `7 Des`."""
        month = self.plain(f"month-{day.month}")
        return f"{day.day} {month} {day.year}" if year else f"{day.day} {month}"

    def span(self, start: datetime, end: datetime, *, year: bool = True) -> str:
        """`7–11 Des 2026`; months and years are named once where they are the same."""
        first, last = self.local(start).date(), self.local(end).date()
        if first == last:
            return self.date(first, year=year)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{self.date(last, year=year)}"
        return f"{self.date(first, year=year and first.year != last.year)} – {self.date(last, year=year)}"

    def month(self, month: str) -> str:
        """`Desember 2026` for `2026-12`."""
        year, number = month.split("-")
        return f"{self.plain(f'month-name-{int(number)}')} {year}"

    def number(self, value: int) -> str:
        """`1.652.396` in Indonesian, `1,652,396` in English."""
        return f"{value:,}".replace(",", "." if self.language == "id" else ",")

    def _format(self, key: str, values: dict[str, Any]) -> str:
        message = self._bundle.get_message(key) if self._bundle.has_message(key) else None
        if message is None or message.value is None:
            raise MissingWords(f"{self.language}: {key}")
        text, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            raise MissingWords(f"{self.language}: {key}: {errors[0]}")
        return str(text)


def _escaped(value: Any) -> Any:
    if isinstance(value, Html) or not isinstance(value, str):
        return _flat(value)
    return escape(value, quote=False)


def _flat(value: Any) -> Any:
    # Fluent knows plain strings and numbers only.
    return str(value) if isinstance(value, str) else value
