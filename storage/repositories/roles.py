"""Who may do what, as rows. A role that was taken away stays as a row, and counts nowhere."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.agencies import AgencyRow, RoleRow
from storage.tables.people import PersonRow

ORGANIZER = "organizer"
HELD = RoleRow.revoked_at.is_(None)


@dataclass(frozen=True, slots=True)
class Grant:
    """A role for one agency, or (agency None) for all of them."""

    role: str
    agency_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who holds a role; `agency` is the short name of whom it is for, None: for all."""

    id: int
    """Of the role."""
    telegram_id: int
    role: str
    name: str | None
    agency_id: int | None
    agency: str | None
    granted_at: datetime


_MEMBER: tuple[Any, ...] = (
    RoleRow.id,
    RoleRow.telegram_id,
    RoleRow.role,
    RoleRow.name,
    RoleRow.agency_id,
    AgencyRow.short_name.label("agency"),
    RoleRow.granted_at,
)
_MEMBERS: Select[Any] = select(*_MEMBER).outerjoin(AgencyRow, AgencyRow.id == RoleRow.agency_id).where(HELD)


class Roles:
    """Rows of roles, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list(self, telegram_id: int) -> tuple[Grant, ...]:
        """An account's roles."""
        query = select(RoleRow.role, RoleRow.agency_id).where(RoleRow.telegram_id == telegram_id, HELD)
        return tuple(Grant(*row) for row in await self._connection.execute(query.order_by(RoleRow.id)))

    async def list_organizers(self, agency_id: int, *, but: int) -> tuple[int, ...]:
        """Person ids of an agency's organizers, except the account `but` (nobody answers for oneself)."""
        query = (
            select(PersonRow.id)
            .join(RoleRow, RoleRow.telegram_id == PersonRow.telegram_id)
            .where(RoleRow.agency_id == agency_id, RoleRow.role == ORGANIZER, RoleRow.telegram_id != but, HELD)
            .order_by(PersonRow.id)
        )
        return tuple(await self._connection.scalars(query))

    async def count_members(self, agency_ids: Collection[int] | None) -> int:
        """How many roles are held for these agencies (None: for any, and for all)."""
        query = select(func.count()).select_from(RoleRow).where(HELD, *_of(agency_ids))
        return int(await self._connection.scalar(query) or 0)

    async def list_members(self, agency_ids: Collection[int] | None, *, skip: int, most: int) -> tuple[Member, ...]:
        """Who holds a role for these agencies (None: for any, and for all): by agency, role and name."""
        order = (AgencyRow.short_name, RoleRow.role.desc(), RoleRow.name, RoleRow.id)
        query = _MEMBERS.where(*_of(agency_ids)).order_by(*order).offset(skip).limit(most)
        return tuple(Member(**row._asdict()) for row in await self._connection.execute(query))

    async def find(self, role_id: int) -> Member | None:
        """A role that is held."""
        row = (await self._connection.execute(_MEMBERS.where(RoleRow.id == role_id))).one_or_none()
        return Member(**row._asdict()) if row else None

    async def hold_team(self, role: str, agency_id: int | None) -> tuple[int, ...]:
        """The accounts that hold a role for one agency (None: for all), held to the end of the transaction."""
        query = select(RoleRow.telegram_id).where(RoleRow.role == role, _is_for(agency_id), HELD)
        return tuple(await self._connection.scalars(query.order_by(RoleRow.id).with_for_update()))

    async def give(self, telegram_id: int, role: str, agency_id: int | None, *, name: str, at: datetime) -> int:
        """The role's id; one that was taken away is given back. The account's person is held by the caller."""
        same = (RoleRow.telegram_id == telegram_id, RoleRow.role == role, _is_for(agency_id))
        role_id = await self._connection.scalar(select(RoleRow.id).where(*same).order_by(RoleRow.id).limit(1))
        values = {"name": name, "granted_at": at}
        if role_id is not None:
            statement = update(RoleRow).where(RoleRow.id == role_id).values(revoked_at=None, **values)
            await self._connection.execute(statement)
            return int(role_id)
        values |= {"telegram_id": telegram_id, "role": role, "agency_id": agency_id}
        return int((await self._connection.execute(insert(RoleRow).values(values).returning(RoleRow.id))).scalar_one())

    async def revoke(self, role_id: int, *, at: datetime) -> bool:
        """Take a role away; False where nobody holds it any more."""
        statement = update(RoleRow).where(RoleRow.id == role_id, HELD).values(revoked_at=at)
        return (await self._connection.execute(statement)).rowcount == 1


def _is_for(agency_id: int | None) -> ColumnElement[bool]:
    return RoleRow.agency_id.is_(None) if agency_id is None else RoleRow.agency_id == agency_id


def _of(agency_ids: Collection[int] | None) -> tuple[ColumnElement[bool], ...]:
    return () if agency_ids is None else (RoleRow.agency_id.in_(agency_ids),)
