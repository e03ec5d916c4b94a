"""People who chat with the bot, and what they claim to be."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialect import insert_for
from storage.repositories.agencies import AGENCY_COLUMNS, Agency
from storage.tables.agencies import AgencyRow, RosterRow
from storage.tables.people import PersonRow

UNKNOWN = "unknown"
WAITING = "waiting"
VERIFIED = "verified"
REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who chats with the bot. `zone` is the own choice; `identity` one of the four states above.

    `rich_articles` is None until the choice was offered.
    """

    id: int
    telegram_id: int
    language: str | None
    zone: str | None
    consented: bool
    name: str | None
    identity: str
    unreachable: bool
    agency: Agency | None
    rich_articles: bool | None = None
    muted: frozenset[str] = frozenset()
    """Kinds of reminders and announcements that are switched off."""
    quiet: str | None = None

    @property
    def effective_zone(self) -> str | None:
        """The own zone, else the agency's, else unknown."""
        return self.zone or (self.agency.zone if self.agency else None)

    @property
    def province(self) -> str | None:
        """The agency's province."""
        return self.agency.province if self.agency else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Who a person says they are. The NIP is encrypted, and hashed to be found by."""

    person_id: int
    telegram_id: int
    consented: bool
    nip_lookup: bytes | None
    nip_cipher: bytes | None
    name: str | None
    identity: str
    agency: Agency | None


_PERSON = (
    PersonRow.id,
    PersonRow.telegram_id,
    PersonRow.language,
    PersonRow.zone,
    PersonRow.consent_version,
    PersonRow.name,
    PersonRow.identity,
    PersonRow.unreachable_since,
    PersonRow.rich_articles,
    PersonRow.muted,
    PersonRow.quiet,
)
_CLAIM = (
    PersonRow.id,
    PersonRow.telegram_id,
    PersonRow.consent_version,
    PersonRow.nip_lookup,
    PersonRow.nip_cipher,
    PersonRow.name,
    PersonRow.identity,
)


def _with_agency(*columns: Any) -> Select[Any]:
    return select(*columns, *AGENCY_COLUMNS).outerjoin(AgencyRow, AgencyRow.id == PersonRow.agency_id)


def _by_telegram_id(*columns: Any) -> Select[Any]:
    return _with_agency(*columns).where(PersonRow.telegram_id == bindparam("telegram_id"))


# Built once: finding the person runs at every update.
_PERSON_OF = _by_telegram_id(*_PERSON)
_PERSON_BY_ID = _with_agency(*_PERSON).where(PersonRow.id == bindparam("person_id"))
_CLAIM_OF = _by_telegram_id(*_CLAIM)
# Not a lock of the whole row: whoever holds a batch owes messages to its people, and must not wait for one of them.
_PERSON_HELD = _PERSON_OF.with_for_update(key_share=True, of=PersonRow)
_LEFT = exists().where(RosterRow.nip_lookup == PersonRow.nip_lookup, RosterRow.left_at.is_not(None)).label("left")
# Several are held in the order of their ids, so that no two wait for each other.
_EMPLOYEES_HELD = (
    _with_agency(_LEFT, *_PERSON)
    .where(PersonRow.telegram_id.in_(bindparam("telegram_ids", expanding=True)))
    .order_by(PersonRow.id)
    .with_for_update(key_share=True, of=PersonRow)
)
_CLAIM_HELD = _CLAIM_OF.with_for_update(key_share=True, of=PersonRow)


class People:
    """Rows of people, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, telegram_id: int) -> Person | None:
        """The person with their agency, in one select."""
        row = (await self._connection.execute(_PERSON_OF, {"telegram_id": telegram_id})).first()
        return _person(row) if row else None

    async def find_by_id(self, person_id: int) -> Person | None:
        """The same, by the number of their row."""
        row = (await self._connection.execute(_PERSON_BY_ID, {"person_id": person_id})).first()
        return _person(row) if row else None

    async def lock(self, person_id: int) -> bool:
        """Hold the person's row until the end of the transaction; messages to them may be owed meanwhile.

        True where they are there and have agreed.
        """
        query = select(PersonRow.consent_version).where(PersonRow.id == person_id).with_for_update(key_share=True)
        return await self._connection.scalar(query) is not None

    async def lock_person(self, telegram_id: int) -> Person | None:
        """The person with their agency; their row is held as above."""
        row = (await self._connection.execute(_PERSON_HELD, {"telegram_id": telegram_id})).first()
        return _person(row) if row else None

    async def lock_employees(self, telegram_ids: Sequence[int]) -> dict[int, tuple[Person, bool]]:
        """The same of several, and whether the staff lists say that the holder of their NIP left; by telegram id."""
        rows = await self._connection.execute(_EMPLOYEES_HELD, {"telegram_ids": list(telegram_ids)})
        people = [(_person(row[1:]), bool(row[0])) for row in rows]
        return {person.telegram_id: (person, left) for person, left in people}

    async def lock_claim(self, telegram_id: int) -> Claim | None:
        """What the person claims; their row is held as above."""
        return await self._claim(_CLAIM_HELD, telegram_id)

    async def find_claim(self, telegram_id: int) -> Claim | None:
        """What the person claims."""
        return await self._claim(_CLAIM_OF, telegram_id)

    async def has_verified(self, nip_lookup: bytes, *, but: int) -> bool:
        """Whether another person than `but` is verified with this NIP."""
        query = select(PersonRow.id).where(
            PersonRow.nip_lookup == nip_lookup, PersonRow.identity == VERIFIED, PersonRow.id != but
        )
        return await self._connection.scalar(query) is not None

    async def set_consent(self, telegram_id: int, *, language: str, version: str, at: datetime) -> None:
        """Keep that the person agreed; the first moment of agreeing to a version stays."""
        insert = insert_for(self._connection, PersonRow).values(
            telegram_id=telegram_id, language=language, consent_version=version, consent_at=at, created_at=at
        )
        await self._connection.execute(
            insert.on_conflict_do_update(
                index_elements=["telegram_id"],
                set_={"language": language, "consent_version": version, "consent_at": at},
                where=or_(PersonRow.consent_version.is_(None), PersonRow.consent_version != version),
            )
        )

    async def set_language(self, telegram_id: int, language: str) -> None:
        """Keep the language of a person who is known."""
        await self._set(PersonRow.telegram_id == telegram_id, language=language)

    async def set_zone(self, telegram_id: int, zone: str | None) -> None:
        """Keep the own zone of a person who is known; None: the agency's."""
        await self._set(PersonRow.telegram_id == telegram_id, zone=zone)

    async def set_rich_articles(self, telegram_id: int, on: bool) -> None:
        """Keep whether articles come as rich messages, of a person who agreed."""
        agreed = (PersonRow.telegram_id == telegram_id) & PersonRow.consent_version.is_not(None)
        await self._set(agreed, rich_articles=on)

    async def set_muted(self, telegram_id: int, muted: Collection[str]) -> None:
        """Keep which kinds of reminders and announcements are switched off."""
        await self._set(PersonRow.telegram_id == telegram_id, muted=sorted(muted) or None)

    async def set_quiet(self, telegram_id: int, quiet: str) -> None:
        """Keep the quiet hours."""
        await self._set(PersonRow.telegram_id == telegram_id, quiet=quiet)

    async def set_reachable(self, telegram_id: int) -> None:
        """Messages reach the person again."""
        await self._set(PersonRow.telegram_id == telegram_id, unreachable_since=None)

    async def set_unreachable(self, telegram_id: int, *, since: datetime) -> None:
        """Messages do not reach the person; the first moment stays."""
        unmarked = (PersonRow.telegram_id == telegram_id) & PersonRow.unreachable_since.is_(None)
        await self._set(unmarked, unreachable_since=since)

    async def set_nip(self, person_id: int, *, lookup: bytes, cipher: bytes) -> None:
        """Keep the NIP the person claims."""
        await self._set(PersonRow.id == person_id, nip_lookup=lookup, nip_cipher=cipher)

    async def set_name(self, person_id: int, name: str) -> None:
        """Keep the name the person claims."""
        await self._set(PersonRow.id == person_id, name=name)

    async def set_agency(self, person_id: int, agency_id: int) -> None:
        """Keep the agency the person claims."""
        await self._set(PersonRow.id == person_id, agency_id=agency_id)

    async def set_identity(self, person_id: int, identity: str) -> None:
        """Move the identity to unknown, waiting or rejected."""
        await self._set(PersonRow.id == person_id, identity=identity, verified_at=None)

    async def set_verified(self, person_id: int, *, name: str, agency_id: int, at: datetime) -> None:
        """The person is who they say; fails on the index of verified NIPs when another one holds the NIP."""
        await self._set(PersonRow.id == person_id, identity=VERIFIED, name=name, agency_id=agency_id, verified_at=at)

    async def _claim(self, query: Select[Any], telegram_id: int) -> Claim | None:
        row = (await self._connection.execute(query, {"telegram_id": telegram_id})).first()
        return _claim(row) if row else None

    async def _set(self, which: Any, **values: Any) -> None:
        await self._connection.execute(update(PersonRow).where(which).values(**values))


def _agency(values: Sequence[Any]) -> Agency | None:
    return Agency(*values) if values[0] is not None else None


def _person(row: Sequence[Any]) -> Person:
    id_, telegram_id, language, zone, consent, name, identity, unreachable, rich_articles, muted, quiet, *agency = row
    return Person(
        id=id_,
        telegram_id=telegram_id,
        language=language,
        zone=zone,
        consented=consent is not None,
        name=name,
        identity=identity,
        unreachable=unreachable is not None,
        agency=_agency(agency),
        rich_articles=rich_articles,
        muted=frozenset(muted or ()),
        quiet=quiet,
    )


def _claim(row: Sequence[Any]) -> Claim:
    person_id, telegram_id, consent, lookup, cipher, name, identity, *agency = row
    return Claim(
        person_id=person_id,
        telegram_id=telegram_id,
        consented=consent is not None,
        nip_lookup=lookup,
        nip_cipher=cipher,
        name=name,
        identity=identity,
        agency=_agency(agency),
    )
