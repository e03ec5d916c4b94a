"""Where a person works: asked once, kept for the next time, changed when they say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from services.errors import Refusal
from services.identity.decisions import tidy_note
from storage.database import Database
from storage.repositories.work import Work, Works

__all__ = ["LONGEST", "GetWork", "KeepSuperior", "KeepUnit", "Work"]

LONGEST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class GetWork:
    """The person's unit (their own word, else the staff list's) and superior."""

    database: Database

    async def __call__(self, *, telegram_id: int) -> Work:
        async with self.database.read() as connection:
            return await Works(connection).find(telegram_id) or Work(unit=None, superior=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepUnit:
    """Keep the unit, on one line and without a NIP. Raises a Refusal: consent-needed, work-missing, work-too-long."""

    database: Database

    async def __call__(self, *, telegram_id: int, text: str) -> None:
        unit = _tidy(text)
        async with self.database.write() as connection:
            if not await Works(connection).set_unit(telegram_id, unit):
                raise Refusal("consent-needed")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepSuperior:
    """Keep name and position of the superior; as above."""

    database: Database

    async def __call__(self, *, telegram_id: int, text: str) -> None:
        superior = _tidy(text)
        async with self.database.write() as connection:
            if not await Works(connection).set_superior(telegram_id, superior):
                raise Refusal("consent-needed")


def _tidy(text: str) -> str:
    line = " ".join(text.split())
    if len(line) > LONGEST:
        raise Refusal("work-too-long", count=len(line), longest=LONGEST)
    told = tidy_note(line)
    if told is None or not any(char.isalpha() for char in told):
        raise Refusal("work-missing")
    return told
