"""The people who chat: finding one, consent, language, zone, how articles look, and whether messages reach them."""

from __future__ import annotations

from dataclasses import dataclass

from services.clock import Clock
from services.errors import Refusal
from services.languages import LANGUAGES
from services.outbox.quiet import CHOICES
from services.reminders.kinds import Group
from services.zones import ZONES
from storage.database import Database
from storage.repositories.agencies import Agency
from storage.repositories.people import People, Person

__all__ = [
    "Agency",
    "FindPerson",
    "GiveConsent",
    "MarkReachable",
    "MarkUnreachable",
    "Person",
    "SetLanguage",
    "SetRichArticles",
    "SetZone",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindPerson:
    """The person behind a Telegram id, or None while nothing may be kept about them. Runs at every update."""

    database: Database

    async def __call__(self, *, telegram_id: int) -> Person | None:
        async with self.database.read() as connection:
            return await People(connection).find(telegram_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveConsent:
    """Keep that someone agreed to a version of the consent text; from here on they are a person.

    The same version twice changes nothing, the language of the first time included.
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, language: str, version: str) -> Person:
        _check_language(language)
        async with self.database.write() as connection:
            people = People(connection)
            await people.set_consent(telegram_id, language=language, version=version, at=self.now())
            person = await people.find(telegram_id)
        assert person is not None
        return person


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLanguage:
    """Keep a person's language; who is unknown gets None back, and nothing is kept."""

    database: Database

    async def __call__(self, *, telegram_id: int, language: str) -> Person | None:
        _check_language(language)
        async with self.database.write() as connection:
            people = People(connection)
            await people.set_language(telegram_id, language)
            return await people.find(telegram_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetZone:
    """Keep a person's own time zone (None: the agency's); who is unknown gets None back, and nothing is kept."""

    database: Database

    async def __call__(self, *, telegram_id: int, zone: str | None) -> Person | None:
        if zone is not None and zone not in ZONES:
            raise Refusal("zone-unknown")
        async with self.database.write() as connection:
            people = People(connection)
            await people.set_zone(telegram_id, zone)
            return await people.find(telegram_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRichArticles:
    """Keep whether articles come as rich messages, which is a choice of people who agreed.

    False also means that it was offered: it is offered once. Who is unknown gets None back, and nothing is kept.
    """

    database: Database

    async def __call__(self, *, telegram_id: int, on: bool) -> Person | None:
        async with self.database.write() as connection:
            people = People(connection)
            await people.set_rich_articles(telegram_id, on)
            return await people.find(telegram_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMuted:
    """Switch a kind of reminders or announcements off, or on again; who is unknown gets None back."""

    database: Database

    async def __call__(self, *, telegram_id: int, group: Group, muted: bool) -> Person | None:
        async with self.database.write() as connection:
            people = People(connection)
            person = await people.lock_person(telegram_id)
            if person is None:
                return None
            await people.set_muted(telegram_id, person.muted | {group} if muted else person.muted - {group})
            return await people.find(telegram_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetQuiet:
    """Keep the hours in which nothing comes that can wait; who is unknown gets None back.

    Raises a Refusal: quiet-unknown.
    """

    database: Database

    async def __call__(self, *, telegram_id: int, quiet: str) -> Person | None:
        if quiet not in CHOICES:
            raise Refusal("quiet-unknown")
        async with self.database.write() as connection:
            people = People(connection)
            await people.set_quiet(telegram_id, quiet)
            return await people.find(telegram_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkReachable:
    """The person started (or unblocked) the bot: messages reach them again."""

    database: Database

    async def __call__(self, *, telegram_id: int) -> None:
        async with self.database.write() as connection:
            await People(connection).set_reachable(telegram_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkUnreachable:
    """Telegram refused a message because the person blocked the bot; the first moment stays."""

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int) -> None:
        async with self.database.write() as connection:
            await People(connection).set_unreachable(telegram_id, since=self.now())


def _check_language(language: str) -> None:
    if language not in LANGUAGES:
        raise Refusal("language-unknown")
