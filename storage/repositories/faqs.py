"""Articles made of answers: their rows, and what of a ticket they are made of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ScalarSelect, Select, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.agencies import AgencyRow, RoleRow, RosterRow
from storage.tables.helpdesk import TicketEntryRow, TicketRow
from storage.tables.knowledge import FaqRow, MissRow
from storage.tables.people import PersonRow

SHOWN = "shown"
Stamp = tuple[int, datetime | None, int, int]
"""Tells whether what is shown has changed: how many, the last change, sums of numbers and versions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq:
    """One of them, with the short name of the agency that answers, and who wrote and approved it."""

    id: int
    slug: str
    agency_id: int
    agency: str
    zone: str
    ticket_id: int | None
    miss_id: int | None
    author_id: int | None
    author: str | None
    state: str
    title: str
    answer: str
    body: str
    aliases: tuple[str, ...]
    version: int
    remark: str | None
    changed_at: datetime
    approver: str | None
    approved_at: datetime | None


@dataclass(frozen=True, slots=True)
class Ticket:
    """A question to the organizers, as far as an article is made of it."""

    id: int
    agency_id: int
    title: str


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that the asker or the team said, as Telegram's HTML."""

    side: str
    body: str


class Faqs:
    """Reads and writes them, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, faq_id: int) -> Faq | None:
        """One of them."""
        return next(iter(await self._list(_FAQ.where(FaqRow.id == faq_id))), None)

    async def lock(self, faq_id: int) -> Faq | None:
        """One of them, held to the end of the transaction."""
        await self._connection.execute(select(FaqRow.id).where(FaqRow.id == faq_id).with_for_update())
        return await self.find(faq_id)

    async def find_of_ticket(self, ticket_id: int, agency_id: int) -> Faq | None:
        """The newest that an agency made of a ticket; it may have been another's before."""
        return await self._newest(FaqRow.ticket_id == ticket_id, FaqRow.agency_id == agency_id)

    async def find_of_miss(self, miss_id: int, agency_id: int) -> Faq | None:
        """The newest that an agency made of something that was looked for in vain, unless it took it back."""
        return await self._newest(FaqRow.miss_id == miss_id, FaqRow.agency_id == agency_id, FaqRow.state != "retired")

    async def list_in(self, state: str, agency_ids: Collection[int] | None) -> tuple[Faq, ...]:
        """Those of these agencies (None: of all) in a state, what changed last first."""
        query = _FAQ.where(FaqRow.state == state, *_of(agency_ids))
        return await self._list(query.order_by(FaqRow.changed_at.desc(), FaqRow.id.desc()))

    async def count(self, agency_ids: Collection[int] | None) -> dict[str, int]:
        """How many these agencies (None: all) have in each state."""
        query = select(FaqRow.state, func.count()).where(*_of(agency_ids)).group_by(FaqRow.state)
        return {row[0]: row[1] for row in await self._connection.execute(query)}

    async def list_shown(self) -> tuple[Faq, ...]:
        """All that are shown, by their article ids."""
        return await self._list(_FAQ.where(FaqRow.state == SHOWN).order_by(FaqRow.slug))

    async def stamp(self) -> Stamp:
        """The same as long as `list_shown` says the same."""
        columns = (func.count(), func.max(FaqRow.changed_at), func.sum(FaqRow.id), func.sum(FaqRow.version))
        row = (await self._connection.execute(select(*columns).where(FaqRow.state == SHOWN))).one()
        return row[0], row[1], int(row[2] or 0), int(row[3] or 0)

    async def add(self, *, slug: str, agency_id: int, author_id: int, at: datetime, **values: Any) -> int:
        """A new draft; its id."""
        values |= {"slug": slug, "agency_id": agency_id, "author_id": author_id, "created_at": at, "changed_at": at}
        return int((await self._connection.execute(insert(FaqRow).values(**values).returning(FaqRow.id))).scalar_one())

    async def set(self, faq_id: int, *, at: datetime, **values: Any) -> None:
        """Change it."""
        await self._connection.execute(update(FaqRow).where(FaqRow.id == faq_id).values(changed_at=at, **values))

    async def set_slug(self, faq_id: int, slug: str) -> None:
        """Its article id, once."""
        await self._connection.execute(update(FaqRow).where(FaqRow.id == faq_id).values(slug=slug))

    async def delete(self, faq_id: int) -> None:
        """Forget it."""
        await self._connection.execute(delete(FaqRow).where(FaqRow.id == faq_id))

    async def leave_misses(self, *, before: datetime) -> None:
        """Let go of what nobody has looked for since a moment: those rows are about to be forgotten."""
        from_old = select(MissRow.id).where(MissRow.last_at < before)
        await self._connection.execute(update(FaqRow).where(FaqRow.miss_id.in_(from_old)).values(miss_id=None))

    async def find_name(self, person_id: int) -> str | None:
        """What somebody is called: as on the staff list, else as a role of theirs has it."""
        name: str | None = await self._connection.scalar(select(_named(person_id)))
        return name

    async def find_ticket(self, ticket_id: int, *, held: bool = False) -> Ticket | None:
        """A ticket; `held`: to the end of the transaction."""
        query = select(TicketRow.id, TicketRow.agency_id, TicketRow.title).where(TicketRow.id == ticket_id)
        row = (await self._connection.execute(query.with_for_update() if held else query)).first()
        return Ticket(*row) if row else None

    async def hold_miss(self, miss_id: int) -> str | None:
        """What was looked for in vain, held to the end of the transaction."""
        query = select(MissRow.query).where(MissRow.id == miss_id).with_for_update()
        found: str | None = await self._connection.scalar(query)
        return found

    async def list_said(self, ticket_id: int) -> tuple[Said, ...]:
        """What the asker and the team said and did not take back, in order; never notes within the team."""
        query = select(TicketEntryRow.side, TicketEntryRow.body).where(
            TicketEntryRow.ticket_id == ticket_id,
            TicketEntryRow.side != "note",
            TicketEntryRow.withdrawn_at.is_(None),
        )
        return tuple(Said(*row) for row in await self._connection.execute(query.order_by(TicketEntryRow.id)))

    async def list_names(self, ticket_id: int) -> tuple[str, ...]:
        """The names of everybody around a ticket.

        The asker as they call themselves and as their staff list does, their superior, who answered, who may answer.
        """
        asker = select(TicketRow.person_id).where(TicketRow.id == ticket_id)
        wrote = select(TicketEntryRow.author_id).where(
            TicketEntryRow.ticket_id == ticket_id, TicketEntryRow.author_id.is_not(None)
        )
        holder = select(TicketRow.holder_id).where(TicketRow.id == ticket_id, TicketRow.holder_id.is_not(None))
        agency = select(TicketRow.agency_id).where(TicketRow.id == ticket_id)
        around = or_(PersonRow.id.in_(asker), PersonRow.id.in_(wrote), PersonRow.id.in_(holder))
        accounts = select(PersonRow.telegram_id).where(around)
        queries = (
            select(PersonRow.name).where(around),
            select(PersonRow.superior).where(PersonRow.id.in_(asker)),
            select(RosterRow.name).join(PersonRow, PersonRow.nip_lookup == RosterRow.nip_lookup).where(around),
            select(RoleRow.name).where(or_(RoleRow.telegram_id.in_(accounts), RoleRow.agency_id.in_(agency))),
        )
        found = [name for query in queries for name in await self._connection.scalars(query)]
        return tuple(dict.fromkeys(name for name in found if name))

    async def _newest(self, *conditions: Any) -> Faq | None:
        query = _FAQ.where(*conditions).order_by(FaqRow.id.desc()).limit(1)
        return next(iter(await self._list(query)), None)

    async def _list(self, query: Select[Any]) -> tuple[Faq, ...]:
        rows = (await self._connection.execute(query)).mappings()
        return tuple(Faq(**dict(row) | {"aliases": tuple(row["aliases"])}) for row in rows)


def _of(agency_ids: Collection[int] | None) -> tuple[Any, ...]:
    return () if agency_ids is None else (FaqRow.agency_id.in_(agency_ids),)


def _named(person_id: Any) -> ScalarSelect[Any]:
    by_role = select(RoleRow.name).where(RoleRow.telegram_id == PersonRow.telegram_id)
    role = by_role.order_by(RoleRow.id).limit(1).correlate(PersonRow).scalar_subquery()
    name = select(func.coalesce(PersonRow.name, role)).where(PersonRow.id == person_id)
    return name.correlate(FaqRow).scalar_subquery()


_FAQ: Select[Any] = select(
    FaqRow.id,
    FaqRow.slug,
    FaqRow.agency_id,
    AgencyRow.short_name.label("agency"),
    AgencyRow.zone,
    FaqRow.ticket_id,
    FaqRow.miss_id,
    FaqRow.author_id,
    _named(FaqRow.author_id).label("author"),
    FaqRow.state,
    FaqRow.title,
    FaqRow.answer,
    FaqRow.body,
    FaqRow.aliases,
    FaqRow.version,
    FaqRow.remark,
    FaqRow.changed_at,
    _named(FaqRow.approved_by).label("approver"),
    FaqRow.approved_at,
).join(AgencyRow, AgencyRow.id == FaqRow.agency_id)
