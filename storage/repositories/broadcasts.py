"""Announcements: who is meant, and copies for them in the outbox, a slice of people at a time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, case, exists, func, literal, or_, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import JsonText, UtcDateTime
from storage.dialect import insert_for
from storage.repositories.agencies import BPSDM
from storage.tables.agencies import AgencyRow, RoleRow
from storage.tables.broadcasts import BroadcastRow
from storage.tables.enrolments import EnrolmentRow
from storage.tables.outbox import DeliveryRow
from storage.tables.people import PersonRow
from storage.tables.trainings import BatchRow, TrainingRow

KIND = "broadcast"
OPT_OUT = "announcements"
"""The switch of people who want to hear of what concerns themselves only."""
URGENCY = 8
OVER = ("declined", "expired", "cancelled")
"""Enrolments that ended before they began: meant only where their state is asked for by name."""


class BroadcastState(StrEnum):
    """Where an announcement stands from its approval on."""

    SCHEDULED = "scheduled"
    QUEUEING = "queueing"
    SENDING = "sending"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Who is meant. What is empty does not matter; several values of one field: any of them; several fields: all.

    Trainings, batches, states and competencies are those of one and the same enrolment. Where roles are asked for,
    agencies and provinces are those of the role, else the person's own.
    """

    agencies: tuple[int, ...] = ()
    provinces: tuple[str, ...] = ()
    trainings: tuple[int, ...] = ()
    batches: tuple[int, ...] = ()
    states: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    # Agencies whose reach bounds all of it: those they answer for, and who is in batches that they host.
    within: tuple[int, ...] = ()
    reachable_only: bool = True

    @classmethod
    def read(cls, kept: dict[str, Any]) -> Audience:
        """From what `kept` gives."""
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()
        }
        return cls(**values)

    @property
    def kept(self) -> dict[str, Any]:
        """As it is kept with the announcement; what does not matter is left out."""
        chosen = {name: getattr(self, name) for name in self.__slots__}
        return {
            name: value if isinstance(value, bool) else list(value) for name, value in chosen.items() if value != ()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many people an audience has: those that can be reached, and those that cannot."""

    reachable: int
    unreachable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FanOut:
    """How far the copies of an announcement are queued: for everybody up to the person `cursor`."""

    id: int
    state: str
    audience: Audience
    general: bool
    send_at: datetime | None
    started_at: datetime | None
    cursor: int
    total: int


class Broadcasts:
    """Announcements and their copies, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def lock_fan_out(self, broadcast_id: int) -> FanOut | None:
        """How far it is, held to the end of the transaction."""
        query = select(*_FAN_OUT).where(BroadcastRow.id == broadcast_id).with_for_update()
        row = (await self._connection.execute(query)).mappings().first()
        return FanOut(**dict(row) | {"audience": Audience.read(row["audience"])}) if row else None

    async def list_to_queue(self, now: datetime) -> tuple[int, ...]:
        """Those whose copies are being queued, also while paused, or whose time has come; the oldest first."""
        is_time = BroadcastRow.send_at.is_(None) | (BroadcastRow.send_at <= now)
        due = (BroadcastRow.state == BroadcastState.SCHEDULED) & is_time
        left = exists().where(PersonRow.id > BroadcastRow.cursor, PersonRow.created_at <= BroadcastRow.started_at)
        rests = (BroadcastRow.state == BroadcastState.PAUSED) & left
        query = select(BroadcastRow.id).where((BroadcastRow.state == BroadcastState.QUEUEING) | due | rests)
        return tuple(await self._connection.scalars(query.order_by(BroadcastRow.id)))

    async def list_held(self, broadcast_ids: Collection[int]) -> frozenset[int]:
        """Those among them whose copies do not go out now: paused, or stopped and about to be dropped."""
        stopped = (BroadcastRow.state == BroadcastState.CANCELLED) & BroadcastRow.done_at.is_(None)
        still = (BroadcastRow.state == BroadcastState.PAUSED) | stopped
        query = select(BroadcastRow.id).where(BroadcastRow.id.in_(broadcast_ids), still)
        return frozenset(await self._connection.scalars(query))

    async def find_slice_end(self, cursor: int, size: int, *, until: datetime | None = None) -> int | None:
        """The last of the next so many people, of those who had joined by then; None: nobody comes after the cursor."""
        after = PersonRow.id > cursor
        if until is not None:
            after &= PersonRow.created_at <= until
        some = select(PersonRow.id).where(after).order_by(PersonRow.id).limit(1).offset(size - 1)
        end = await self._connection.scalar(some)
        return end or await self._connection.scalar(select(func.max(PersonRow.id)).where(after))

    async def queue_slice(self, fan_out: FanOut, *, end: int, started_at: datetime, now: datetime) -> int:
        """A copy for everybody meant after the cursor up to `end` who had joined and has none; how many that were."""
        source = select(
            PersonRow.id,
            literal(KIND),
            literal(str(fan_out.id)),
            literal(""),
            literal({"broadcast": fan_out.id}, JsonText),
            literal(URGENCY),
            literal(started_at, UtcDateTime),
            literal(now, UtcDateTime),
        ).where(
            PersonRow.id > fan_out.cursor,
            PersonRow.id <= end,
            PersonRow.created_at <= started_at,
            meant(fan_out.audience, general=fan_out.general),
        )
        statement = insert_for(self._connection, DeliveryRow).from_select(COPY, source)
        statement = statement.on_conflict_do_nothing(index_elements=["person_id", "kind", "subject", "occasion"])
        # Thousands of rows: in a thread where the database has none of its own.
        return await self._connection.run_sync(lambda connection: connection.execute(statement).rowcount)

    async def move(self, broadcast_id: int, **values: Any) -> None:
        """Change how far it is."""
        await self._connection.execute(update(BroadcastRow).where(BroadcastRow.id == broadcast_id).values(**values))

    async def count(self, audience: Audience, *, general: bool) -> Counted:
        """How many people are meant now, whether they can be reached or not."""
        away = func.sum(case((PersonRow.unreachable_since.is_not(None), 1), else_=0))
        query = select(func.count(), away).select_from(PersonRow)
        query = query.where(meant(audience, general=general, reachable_only=False))

        def run(connection: Connection) -> tuple[int, int]:
            total, unreachable = connection.execute(query).one()
            return total, unreachable or 0

        total, unreachable = await self._connection.run_sync(run)
        return Counted(reachable=total - unreachable, unreachable=unreachable)


def meant(audience: Audience, *, general: bool, reachable_only: bool | None = None) -> ColumnElement[bool]:
    """The one condition on people that an audience stands for.

    Nobody is meant who has not agreed to be kept, unless by the role that an agency gave them. `general`: who does
    not want to hear of what is not about themselves is not meant either.
    """
    conditions = (
        [_by_role(audience)] if audience.roles else [PersonRow.consent_version.is_not(None), *_by_agency(audience)]
    )
    if audience.within:
        conditions.append(_by_reach(audience))
    if audience.trainings or audience.batches or audience.states or audience.competencies:
        conditions.append(_by_enrolment(audience))
    if audience.reachable_only if reachable_only is None else reachable_only:
        conditions.append(PersonRow.unreachable_since.is_(None))
    if general:
        switched_off = type_coerce(PersonRow.muted, Text).contains(f'"{OPT_OUT}"', autoescape=True)
        conditions.append(or_(PersonRow.muted.is_(None), ~switched_off))
    first, *others = conditions
    for other in others:
        first &= other
    return first


def _by_agency(audience: Audience) -> list[ColumnElement[bool]]:
    own: list[ColumnElement[bool]] = []
    if audience.agencies:
        own.append(PersonRow.agency_id.in_(audience.agencies))
    if audience.provinces:
        own.append(PersonRow.agency_id.in_(select(AgencyRow.id).where(AgencyRow.province.in_(audience.provinces))))
    return own


def _by_role(audience: Audience) -> ColumnElement[bool]:
    held = select(RoleRow.telegram_id).where(RoleRow.role.in_(audience.roles), RoleRow.revoked_at.is_(None))
    if audience.agencies:
        held = held.where(RoleRow.agency_id.in_(audience.agencies))
    if audience.provinces:
        held = held.join(AgencyRow, AgencyRow.id == RoleRow.agency_id).where(AgencyRow.province.in_(audience.provinces))
    return PersonRow.telegram_id.in_(held)


def _by_reach(audience: Audience) -> ColumnElement[bool]:
    """Who works for these agencies (a BPSDM's: for any agency of its province), or takes part in what they host."""
    province = select(AgencyRow.province).where(AgencyRow.id.in_(audience.within), AgencyRow.kind == BPSDM)
    answered_for = select(AgencyRow.id).where(
        or_(AgencyRow.id.in_(audience.within), AgencyRow.province.in_(province.where(AgencyRow.province.is_not(None))))
    )
    if audience.roles:
        held = select(RoleRow.telegram_id).where(RoleRow.role.in_(audience.roles), RoleRow.revoked_at.is_(None))
        return PersonRow.telegram_id.in_(held.where(RoleRow.agency_id.in_(answered_for)))
    hosted = select(EnrolmentRow.person_id).join(BatchRow, BatchRow.id == EnrolmentRow.batch_id)
    hosted = hosted.where(BatchRow.host_id.in_(audience.within))
    if audience.states:  # so that who cancelled is met where that is asked for
        hosted = hosted.where(EnrolmentRow.state.in_(audience.states))
    else:
        hosted = hosted.where(EnrolmentRow.state.not_in(OVER))
    return or_(PersonRow.agency_id.in_(answered_for), PersonRow.id.in_(hosted))


def _by_enrolment(audience: Audience) -> ColumnElement[bool]:
    enrolled = select(EnrolmentRow.person_id)
    if audience.states:
        enrolled = enrolled.where(EnrolmentRow.state.in_(audience.states))
    else:
        enrolled = enrolled.where(EnrolmentRow.state.not_in(OVER))
    if audience.batches:
        enrolled = enrolled.where(EnrolmentRow.batch_id.in_(audience.batches))
    if audience.trainings or audience.competencies:
        enrolled = enrolled.join(BatchRow, BatchRow.id == EnrolmentRow.batch_id)
    if audience.trainings:
        enrolled = enrolled.where(BatchRow.training_id.in_(audience.trainings))
    if audience.competencies:
        enrolled = enrolled.join(TrainingRow, TrainingRow.id == BatchRow.training_id)
        enrolled = enrolled.where(TrainingRow.competency.in_(audience.competencies))
    return PersonRow.id.in_(enrolled)


COPY = ("person_id", "kind", "subject", "occasion", "payload", "urgency", "due_at", "created_at")
_FAN_OUT = (
    BroadcastRow.id,
    BroadcastRow.state,
    BroadcastRow.audience,
    BroadcastRow.general,
    BroadcastRow.send_at,
    BroadcastRow.started_at,
    BroadcastRow.cursor,
    BroadcastRow.total,
)
