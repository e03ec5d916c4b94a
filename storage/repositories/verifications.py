"""Requests to an agency's organizers to vouch for a person."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.repositories.agencies import Agency, columns_of
from storage.tables.agencies import AgencyRow, RoleRow
from storage.tables.people import PersonRow, VerificationRow

OPEN = "open"
CONFIRMED = "confirmed"
REJECTED = "rejected"
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVerification:
    """What a person asks to be vouched for; kept as it was when they asked."""

    person_id: int
    agency_id: int
    reason: str
    nip_lookup: bytes
    nip_cipher: bytes
    name: str
    claimed_agency_id: int
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """A request with the agency that answers it and the agency the person claims."""

    id: int
    person_id: int
    telegram_id: int
    reason: str
    nip_lookup: bytes
    nip_cipher: bytes
    name: str
    state: str
    note: str | None
    decided_by: str | None
    """The name of who decided, as their role has it."""
    decided_at: datetime | None
    """When it was decided or withdrawn."""
    created_at: datetime
    agency: Agency
    claimed_agency: Agency


_claimed = aliased(AgencyRow)
_decider = aliased(PersonRow)
_role_name = (
    select(RoleRow.name)
    .where(RoleRow.telegram_id == _decider.telegram_id, RoleRow.name.is_not(None))
    .order_by(RoleRow.id)
    .limit(1)
    .scalar_subquery()
)
_COLUMNS: tuple[Any, ...] = (
    VerificationRow.id,
    VerificationRow.person_id,
    PersonRow.telegram_id,
    VerificationRow.reason,
    VerificationRow.nip_lookup,
    VerificationRow.nip_cipher,
    VerificationRow.name,
    VerificationRow.state,
    VerificationRow.note,
    func.coalesce(_role_name, _decider.name).label("decided_by"),
    VerificationRow.decided_at,
    VerificationRow.created_at,
)
_NAMES = tuple(column.key for column in _COLUMNS)


class Verifications:
    """Rows of requests, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, new: NewVerification) -> int:
        """The new request's id; fails on the index of open requests when the person has one already."""
        statement = insert(VerificationRow).values(asdict(new)).returning(VerificationRow.id)
        return (await self._connection.execute(statement)).scalar_one()

    async def find(self, request_id: int) -> Verification | None:
        """The request, or None."""
        return await self._one(VerificationRow.id == request_id)

    async def find_open(self, person_id: int) -> Verification | None:
        """The person's open request, or None."""
        return await self._one(VerificationRow.person_id == person_id, VerificationRow.state == OPEN)

    async def list_open(self, agency_ids: Collection[int] | None, *, but: int) -> tuple[int, ...]:
        """Open requests to these agencies (None: to all), oldest first, without those of the account `but`."""
        query = (
            select(VerificationRow.id)
            .join(PersonRow, PersonRow.id == VerificationRow.person_id)
            .where(VerificationRow.state == OPEN, PersonRow.telegram_id != but)
            .order_by(VerificationRow.created_at, VerificationRow.id)
        )
        if agency_ids is not None:
            query = query.where(VerificationRow.agency_id.in_(agency_ids))
        return tuple(await self._connection.scalars(query))

    async def set_decided(
        self, request_id: int, state: str, *, note: str | None, decided_by: int | None, at: datetime
    ) -> bool:
        """Decide an open request; False, and nothing changed, when it is open no more."""
        statement = (
            update(VerificationRow)
            .where(VerificationRow.id == request_id, VerificationRow.state == OPEN)
            .values(state=state, note=note, decided_by=decided_by, decided_at=at)
        )
        return (await self._connection.execute(statement)).rowcount == 1

    async def set_withdrawn(self, person_id: int, *, at: datetime) -> bool:
        """Withdraw the person's open request, if there is one."""
        statement = (
            update(VerificationRow)
            .where(VerificationRow.person_id == person_id, VerificationRow.state == OPEN)
            .values(state=WITHDRAWN, decided_at=at)
        )
        return (await self._connection.execute(statement)).rowcount == 1

    async def _one(self, *conditions: ColumnElement[bool]) -> Verification | None:
        query = (
            select(*_COLUMNS, *columns_of(AgencyRow), *columns_of(_claimed))
            .join(PersonRow, PersonRow.id == VerificationRow.person_id)
            .join(AgencyRow, AgencyRow.id == VerificationRow.agency_id)
            .join(_claimed, _claimed.id == VerificationRow.claimed_agency_id)
            .outerjoin(_decider, _decider.id == VerificationRow.decided_by)
            .where(*conditions)
        )
        row = (await self._connection.execute(query)).first()
        return _verification(tuple(row)) if row else None


def _verification(row: tuple[Any, ...]) -> Verification:
    own, agencies = row[: len(_NAMES)], row[len(_NAMES) :]
    half = len(agencies) // 2
    return Verification(
        **dict(zip(_NAMES, own, strict=True)), agency=Agency(*agencies[:half]), claimed_agency=Agency(*agencies[half:])
    )
