"""What an audience can be made of: agencies, trainings and batches, a page at a time."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.agencies import BPSDM
from storage.tables.agencies import AgencyRow
from storage.tables.trainings import BatchRow, TrainingRow

Found = tuple[int, str, int]
"""Number, name, and for a batch which of its training."""


class AudienceChoices:
    """Reads them; `within`: agencies whose reach bounds them, none: everything. Without a limit all come."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def agencies(self, within: Collection[int], *, limit: int | None, offset: int = 0) -> tuple[int, list[Found]]:
        """The agencies themselves first, then those that they answer for, by short name."""
        query = select(*_columns(AgencyRow.id, AgencyRow.short_name, AgencyRow.id))
        if within:
            province = select(AgencyRow.province).where(AgencyRow.id.in_(within), AgencyRow.kind == BPSDM)
            province = province.where(AgencyRow.province.is_not(None))
            query = query.where(or_(AgencyRow.id.in_(within), AgencyRow.province.in_(province)))
        order = (AgencyRow.id.not_in(within), AgencyRow.short_name, AgencyRow.id)
        return await self._page(query, order, limit, offset)

    async def trainings(
        self, within: Collection[int], *, limit: int | None, offset: int = 0
    ) -> tuple[int, list[Found]]:
        """Those that have batches (hosted by these agencies), by title."""
        batches = select(BatchRow.training_id).where(BatchRow.state != "draft")
        if within:
            batches = batches.where(BatchRow.host_id.in_(within))
        query = select(*_columns(TrainingRow.id, TrainingRow.title, TrainingRow.id)).where(TrainingRow.id.in_(batches))
        return await self._page(query, (TrainingRow.title, TrainingRow.id), limit, offset)

    async def batches(
        self, within: Collection[int], *, limit: int | None, offset: int = 0, published: bool = False
    ) -> tuple[int, list[Found]]:
        """Batches (hosted by these agencies), the last to begin first."""
        query = select(*_columns(BatchRow.id, TrainingRow.title, BatchRow.number))
        query = query.join(TrainingRow, TrainingRow.id == BatchRow.training_id)
        query = query.where(BatchRow.state == "published" if published else BatchRow.state != "draft")
        if within:
            query = query.where(BatchRow.host_id.in_(within))
        return await self._page(query, (BatchRow.starts_at.desc(), BatchRow.id), limit, offset)

    async def exists(self, field: str, number: int) -> bool:
        """Whether there is an agency, training or batch of this number."""
        table: Any = {"agencies": AgencyRow, "trainings": TrainingRow, "batches": BatchRow}[field]
        return bool(await self._connection.scalar(select(table.id).where(table.id == number)))

    async def _page(
        self, query: Select[Any], order: tuple[Any, ...], limit: int | None, offset: int
    ) -> tuple[int, list[Found]]:
        total = await self._connection.scalar(select(func.count()).select_from(query.subquery()))
        rows = await self._connection.execute(query.order_by(*order).limit(limit).offset(offset))
        return total or 0, [(row[0], row[1], row[2]) for row in rows]


def _columns(*columns: Any) -> tuple[Any, ...]:
    """Columns of several tables, as one type."""
    return columns
