"""Trainings while they are planned, and those that an agency is to host."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.planning import SeatCommitmentRow
from storage.tables.trainings import TrainingRow

PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class HostedTraining:
    """A published training that an agency hosts: by agreement, or as its owner where no host was agreed."""

    id: int
    code: str
    title: str
    mode: str
    lesson_hours: int
    planned_month: str | None


class Planning:
    """Rows of trainings that are planned together, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list_hosted(self, agency_ids: Collection[int] | None) -> tuple[HostedTraining, ...]:
        """Published trainings that one of the agencies hosts (None: any agency), by title."""
        query = (
            select(
                TrainingRow.id,
                TrainingRow.code,
                TrainingRow.title,
                TrainingRow.mode,
                TrainingRow.lesson_hours,
                TrainingRow.planned_month,
            )
            .where(TrainingRow.state == PUBLISHED)
            .order_by(TrainingRow.title, TrainingRow.id)
        )
        if agency_ids is not None:
            query = query.where(_hosted_by(agency_ids))
        return tuple(HostedTraining(**row._mapping) for row in await self._connection.execute(query))


def _hosted_by(agency_ids: Collection[int]) -> ColumnElement[bool]:
    host = exists().where(SeatCommitmentRow.training_id == TrainingRow.id, SeatCommitmentRow.is_host)
    own = exists().where(
        SeatCommitmentRow.training_id == TrainingRow.id,
        SeatCommitmentRow.is_host,
        SeatCommitmentRow.agency_id.in_(agency_ids),
    )
    return or_(own, and_(~host, TrainingRow.agency_id.in_(agency_ids)))
