"""Trainings while they are planned, their history, and those that an agency is to host."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialect import insert_for
from storage.repositories.agencies import AGENCY_COLUMNS, Agency
from storage.tables.agencies import AgencyRow
from storage.tables.planning import SeatCommitmentRow, TrainingMoveRow
from storage.tables.trainings import TrainingRow

PUBLISHED = "published"
MERGED = "merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A training as its planners see it. While it is a draft, texts and choices may be empty."""

    id: int
    code: str
    title: str
    competency: str
    mode: str
    lesson_hours: int
    funding: str
    funding_note: str
    programme: str | None
    summary: str
    objectives: str | None
    materials: str | None
    planned_month: str | None
    state: str
    agency: Agency
    """The owner: whose draft it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMove:
    """One step of a training's history, and the short name of the agency that took it (None: an admin)."""

    id: int
    what: str
    at: datetime
    agency: str | None
    remark: str | None
    details: dict[str, Any]


_FIELDS = (
    "code",
    "title",
    "competency",
    "mode",
    "lesson_hours",
    "funding",
    "funding_note",
    "programme",
    "summary",
    "objectives",
    "materials",
    "planned_month",
    "state",
)
_PLAN: Select[Any] = select(
    TrainingRow.id.label("training_id"), *(getattr(TrainingRow, name) for name in _FIELDS), *AGENCY_COLUMNS
).join(AgencyRow, AgencyRow.id == TrainingRow.agency_id)


class Planning:
    """Rows of trainings that are planned together, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, training_id: int) -> Plan | None:
        """The training, whatever its state."""
        return await self._one(_PLAN.where(TrainingRow.id == training_id))

    async def find_by_code(self, code: str) -> Plan | None:
        """The training of a code."""
        return await self._one(_PLAN.where(TrainingRow.code == code))

    async def lock(self, training_id: int) -> Plan | None:
        """The training, held to the end of the transaction; several of them in the order of their ids."""
        query = _PLAN.where(TrainingRow.id == training_id).with_for_update(key_share=True, of=TrainingRow)
        return await self._one(query)

    async def list(
        self, states: Collection[str], *, agency_ids: Collection[int] | None = None, but: int = 0
    ) -> tuple[Plan, ...]:
        """Trainings in these states (of these agencies), the oldest first."""
        query = _PLAN.where(TrainingRow.state.in_(states), TrainingRow.id != but).order_by(TrainingRow.id)
        if agency_ids is not None:
            query = query.where(TrainingRow.agency_id.in_(agency_ids))
        return tuple(_plan(row) for row in await self._connection.execute(query))

    async def list_done(self, agency_ids: Collection[int] | None) -> tuple[Plan, ...]:
        """Trainings that were planned here and are published or merged (of these agencies, or with their seats).

        The latest first.
        """
        planned = exists().where(TrainingMoveRow.training_id == TrainingRow.id)
        query = _PLAN.where(TrainingRow.state.in_((PUBLISHED, MERGED)), planned).order_by(TrainingRow.id.desc())
        if agency_ids is not None:
            seats = exists().where(
                SeatCommitmentRow.training_id == TrainingRow.id, SeatCommitmentRow.agency_id.in_(agency_ids)
            )
            query = query.where(or_(TrainingRow.agency_id.in_(agency_ids), seats))
        return tuple(_plan(row) for row in await self._connection.execute(query))

    async def list_programmes(self) -> tuple[str, ...]:
        """The priority programmes that trainings are for, by name."""
        query = select(TrainingRow.programme).where(TrainingRow.programme.is_not(None), TrainingRow.programme != "")
        names = await self._connection.scalars(query.distinct().order_by(TrainingRow.programme))
        return tuple(name for name in names if name)

    async def add(self, code: str, agency_id: int, *, title: str, lesson_hours: int, state: str) -> int | None:
        """A new draft with nothing else filled in yet; None when its code is taken already."""
        row = {"code": code, "agency_id": agency_id, "title": title, "lesson_hours": lesson_hours, "state": state}
        empty = dict.fromkeys(("competency", "mode", "funding", "funding_note", "summary"), "")
        statement = insert_for(self._connection, TrainingRow).values(**row, **empty)
        statement = statement.on_conflict_do_nothing(index_elements=["code"])
        return (await self._connection.execute(statement.returning(TrainingRow.id))).scalar_one_or_none()

    async def set(self, training_id: int, **values: Any) -> None:
        """Change fields."""
        await self._connection.execute(update(TrainingRow).where(TrainingRow.id == training_id).values(**values))

    async def add_move(
        self,
        training_id: int,
        what: str,
        *,
        at: datetime,
        actor_id: int | None,
        agency_id: int | None,
        remark: str | None = None,
        details: dict[str, Any],
    ) -> int:
        """One more step of the history; its number."""
        values = {"training_id": training_id, "what": what, "actor_id": actor_id, "agency_id": agency_id}
        statement = insert(TrainingMoveRow).values(**values, at=at, remark=remark, details=details)
        return int((await self._connection.execute(statement.returning(TrainingMoveRow.id))).scalar_one())

    async def list_moves(self, training_id: int) -> tuple[PlanMove, ...]:
        """The history, from its beginning."""
        own = (TrainingMoveRow.id, TrainingMoveRow.what, TrainingMoveRow.at, TrainingMoveRow.remark)
        query = (
            select(*own, TrainingMoveRow.details, AgencyRow.short_name.label("agency"))
            .outerjoin(AgencyRow, AgencyRow.id == TrainingMoveRow.agency_id)
            .where(TrainingMoveRow.training_id == training_id)
            .order_by(TrainingMoveRow.id)
        )
        return tuple(PlanMove(**row._mapping) for row in await self._connection.execute(query))

    async def _one(self, query: Select[Any]) -> Plan | None:
        row = (await self._connection.execute(query)).one_or_none()
        return _plan(row) if row else None


def _plan(row: Any) -> Plan:
    fields = dict(zip(("id", *_FIELDS), row, strict=False))
    return Plan(**fields, agency=Agency(*row[len(fields) :]))
