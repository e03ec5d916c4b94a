"""Links that let whoever opens one first do one thing, once. Only the hash of what stands in them is kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.tables.agencies import AgencyRow, InvitationRow, RoleRow
from storage.tables.people import PersonRow

ROLE: Final = "role"
RECOMMENDATION: Final = "recommendation"
UNUSED = and_(InvitationRow.used_at.is_(None), InvitationRow.revoked_at.is_(None))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInvitation:
    """A link to be made: for a role, or for one enrolment's recommendation."""

    token_hash: bytes
    purpose: str
    role: str | None = None
    agency_id: int | None = None
    enrolment_id: int | None = None
    invited_by: int
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A link with who made it, and for which agency (None: for all) where it is for a role."""

    id: int
    purpose: str
    role: str | None
    agency_id: int | None
    agency: str | None
    agency_zone: str | None
    enrolment_id: int | None
    invited_by: int | None
    inviter_telegram_id: int | None
    inviter: str | None
    """The maker's name, as their role or the staff list has it."""
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    used_by: int | None
    revoked_at: datetime | None


_maker = aliased(PersonRow)
_maker_role_name = (
    select(RoleRow.name)
    .where(RoleRow.telegram_id == _maker.telegram_id, RoleRow.name.is_not(None))
    .order_by(RoleRow.id)
    .limit(1)
    .scalar_subquery()
)
_COLUMNS: tuple[Any, ...] = (
    InvitationRow.id,
    InvitationRow.purpose,
    InvitationRow.role,
    InvitationRow.agency_id,
    AgencyRow.short_name.label("agency"),
    AgencyRow.zone.label("agency_zone"),
    InvitationRow.enrolment_id,
    InvitationRow.invited_by,
    _maker.telegram_id.label("inviter_telegram_id"),
    func.coalesce(_maker_role_name, _maker.name).label("inviter"),
    InvitationRow.created_at,
    InvitationRow.expires_at,
    InvitationRow.used_at,
    InvitationRow.used_by,
    InvitationRow.revoked_at,
)
_INVITATIONS: Select[Any] = (
    select(*_COLUMNS)
    .outerjoin(AgencyRow, AgencyRow.id == InvitationRow.agency_id)
    .outerjoin(_maker, _maker.id == InvitationRow.invited_by)
)


class Invitations:
    """Rows of links, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, new: NewInvitation) -> int:
        """The new link's id."""
        statement = insert(InvitationRow).values(asdict(new)).returning(InvitationRow.id)
        return int((await self._connection.execute(statement)).scalar_one())

    async def find(self, invitation_id: int) -> Invitation | None:
        """The link, whatever became of it."""
        return await self._one(InvitationRow.id == invitation_id)

    async def find_by_hash(self, token_hash: bytes) -> Invitation | None:
        """The same, by what somebody holds in their hands."""
        return await self._one(InvitationRow.token_hash == token_hash)

    async def count_open(self, agency_ids: Collection[int] | None, *, at: datetime) -> int:
        """How many role links are open for these agencies (None: for any, and for all)."""
        query = select(func.count()).select_from(InvitationRow).where(*_open_roles(agency_ids, at))
        return int(await self._connection.scalar(query) or 0)

    async def list_open(
        self, agency_ids: Collection[int] | None, *, at: datetime, skip: int, most: int
    ) -> tuple[Invitation, ...]:
        """Role links that are open for these agencies (None: for any, and for all); the one that ends first leads."""
        query = _INVITATIONS.where(*_open_roles(agency_ids, at)).order_by(InvitationRow.expires_at, InvitationRow.id)
        rows = await self._connection.execute(query.offset(skip).limit(most))
        return tuple(Invitation(**row._asdict()) for row in rows)

    async def use(self, invitation_id: int, *, by: int, at: datetime) -> bool:
        """Use a link up; False, and nothing changed, when somebody was faster or it is not open any more."""
        open_ = (InvitationRow.id == invitation_id, UNUSED, InvitationRow.expires_at > at)
        return await self._set(*open_, used_at=at, used_by=by) == 1

    async def revoke(self, invitation_id: int, *, at: datetime) -> bool:
        """Take a link back; False when it is used or taken back already."""
        return await self._set(InvitationRow.id == invitation_id, UNUSED, revoked_at=at) == 1

    async def revoke_for_enrolment(self, enrolment_id: int, *, at: datetime) -> None:
        """Take back what is open for one enrolment."""
        await self._set(InvitationRow.enrolment_id == enrolment_id, UNUSED, revoked_at=at)

    async def revoke_same(
        self, made_by: int, role: str, agency_id: int | None, *, since: datetime, at: datetime
    ) -> None:
        """Take back what somebody made for the same role since a moment."""
        same = (InvitationRow.purpose == ROLE, InvitationRow.role == role, _is_for(agency_id))
        made = (InvitationRow.invited_by == made_by, InvitationRow.created_at > since)
        await self._set(*same, *made, UNUSED, revoked_at=at)

    async def revoke_made_by(
        self, telegram_id: int, roles: Collection[str], agency_id: int | None, *, at: datetime
    ) -> None:
        """Take back what an account made for these roles of one agency (None: of all)."""
        maker = select(PersonRow.id).where(PersonRow.telegram_id == telegram_id).scalar_subquery()
        made = (InvitationRow.purpose == ROLE, InvitationRow.invited_by == maker, InvitationRow.role.in_(roles))
        await self._set(*made, _is_for(agency_id), UNUSED, revoked_at=at)

    async def _set(self, *which: ColumnElement[bool], **values: Any) -> int:
        return (await self._connection.execute(update(InvitationRow).where(*which).values(**values))).rowcount

    async def _one(self, which: ColumnElement[bool]) -> Invitation | None:
        row = (await self._connection.execute(_INVITATIONS.where(which))).one_or_none()
        return Invitation(**row._asdict()) if row else None


def _is_for(agency_id: int | None) -> ColumnElement[bool]:
    return InvitationRow.agency_id.is_(None) if agency_id is None else InvitationRow.agency_id == agency_id


def _open_roles(agency_ids: Collection[int] | None, at: datetime) -> tuple[ColumnElement[bool], ...]:
    open_ = (InvitationRow.purpose == ROLE, UNUSED, InvitationRow.expires_at > at)
    return open_ if agency_ids is None else (*open_, InvitationRow.agency_id.in_(agency_ids))
