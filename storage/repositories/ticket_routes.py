"""To whom a person's question may go: hosts of what they take part in, and agencies where somebody answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.agencies import AGENCY_COLUMNS, Agency
from storage.repositories.enrolments import ENDED
from storage.repositories.planners import Planners
from storage.tables.agencies import AgencyRow, RoleRow
from storage.tables.enrolments import EnrolmentRow
from storage.tables.trainings import BatchRow, TrainingRow

ANSWERING = ("organizer", "secretariat")
"""Roles that answer for their agency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRoute:
    """A batch with whom to ask about it."""

    batch_id: int
    training_id: int
    training: str
    agency: Agency


_BATCH: tuple[Any, ...] = (BatchRow.id, BatchRow.training_id, TrainingRow.title)
_BATCHES = (
    select(*_BATCH, *AGENCY_COLUMNS)
    .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
    .join(AgencyRow, AgencyRow.id == BatchRow.host_id)
)


class TicketRoutes:
    """Reads of routes, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find_batch(self, batch_id: int) -> BatchRoute | None:
        """Whom to ask about a batch; nobody asks about one that nobody was shown."""
        query = _BATCHES.where(BatchRow.id == batch_id, BatchRow.state != "draft")
        row = (await self._connection.execute(query)).first()
        return _route(tuple(row)) if row else None

    async def list_own(self, person_id: int, *, limit: int) -> tuple[BatchRoute, ...]:
        """Those of a person's enrolments: first what goes on, then what ended last."""
        query = (
            _BATCHES.join(EnrolmentRow, EnrolmentRow.batch_id == BatchRow.id)
            .where(EnrolmentRow.person_id == person_id)
            .order_by(case((EnrolmentRow.state.in_(ENDED), 1), else_=0), EnrolmentRow.changed_at.desc(), BatchRow.id)
            .limit(limit)
        )
        return tuple(_route(tuple(row)) for row in await self._connection.execute(query))

    async def list_answering(self, *, but: int) -> tuple[Agency, ...]:
        """Agencies where somebody answers beside the account `but`, by name."""
        answers = exists().where(
            RoleRow.agency_id == AgencyRow.id,
            RoleRow.role.in_(ANSWERING),
            RoleRow.revoked_at.is_(None),
            RoleRow.telegram_id != but,
        )
        query = select(*AGENCY_COLUMNS).where(answers).order_by(func.lower(AgencyRow.name), AgencyRow.id)
        return tuple(Agency(*row) for row in await self._connection.execute(query))

    async def list_team(self, agency_id: int, *, but: int) -> tuple[int, ...]:
        """Person ids of those who answer for an agency, except the account `but`."""
        planners = Planners(self._connection)
        people = [person for role in ANSWERING for person in await planners.list(role, [agency_id], but=but)]
        return tuple(dict.fromkeys(people))


def _route(row: tuple[Any, ...]) -> BatchRoute:
    batch_id, training_id, training, *agency = row
    return BatchRoute(batch_id=batch_id, training_id=training_id, training=training, agency=Agency(*agency))
