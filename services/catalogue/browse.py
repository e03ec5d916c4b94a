"""Browsing: the list with its filter, what the filter offers, and the card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from services.catalogue.model import BatchCard, Choices, Filter, Host, Page, card_of, line_of, months_of
from services.catalogue.months import distance, month_of, span_of
from services.clock import Clock
from services.errors import Refusal
from storage.database import Database
from storage.repositories.trainings import BatchQuery, Trainings


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBatches:
    """A page of the published batches that fit, by start; a page past the end gives the last one."""

    database: Database
    now: Clock

    async def __call__(self, *, filter: Filter, page: int = 1, size: int) -> Page:
        now = self.now()
        query = query_for(filter, now)
        async with self.database.read() as connection:
            trainings = Trainings(connection)
            page = max(page, 1)
            total, batches = await trainings.page(query, limit=size, offset=(page - 1) * size)
            if not batches and page > 1:
                page = _pages(await trainings.count(query), size)
                total, batches = await trainings.page(query, limit=size, offset=(page - 1) * size)
        return Page(tuple(line_of(batch, now) for batch in batches), total, page, _pages(total, size))


@dataclass(frozen=True, slots=True, kw_only=True)
class GetCard:
    """A batch's card; refuses with `training-gone` what is not (or no longer) published."""

    database: Database
    now: Clock

    async def __call__(self, *, batch_id: int) -> BatchCard:
        async with self.database.read() as connection:
            batch = await Trainings(connection).find(batch_id)
        if batch is None:
            raise Refusal("training-gone")
        return card_of(batch, self.now())


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterChoices:
    """What one can filter by now: only values that some batch for this province has, open or, if wanted, upcoming."""

    database: Database
    now: Clock

    async def __call__(self, *, province: str | None, open_only: bool = True) -> Choices:
        now = self.now()
        query = query_for(Filter(province=province, open_only=open_only), now)
        async with self.database.read() as connection:
            batches = await Trainings(connection).list(query)
        hosts = {Host(batch.host_id, batch.host_short_name) for batch in batches}
        return Choices(
            competencies=tuple(sorted({batch.competency for batch in batches})),
            modes=tuple(sorted({batch.mode for batch in batches})),
            hosts=tuple(sorted(hosts, key=lambda host: host.short_name)),
            months=tuple(sorted({month for batch in batches for month in months_of(batch, now)})),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NearestMonth:
    """The month nearest to the wanted one that has something open or opening later for the same filter.

    Of two months equally far the later one. The list then shows it with `open_only=False`. None: nothing is planned.
    """

    database: Database
    now: Clock

    async def __call__(self, *, filter: Filter) -> str | None:
        now = self.now()
        query = query_for(replace(filter, month=None, open_only=False), now)
        async with self.database.read() as connection:
            batches = await Trainings(connection).list(query)
        wanted = filter.month or month_of(now)
        months = {month for batch in batches for month in months_of(batch, now)}
        return min(months, key=lambda month: _nearness(wanted, month), default=None)


def query_for(filter: Filter, now: datetime) -> BatchQuery:
    """The question a filter asks of the database at this moment."""
    return BatchQuery(
        competency=filter.competency,
        mode=filter.mode,
        host_id=filter.host_id,
        province=filter.province,
        runs_in=span_of(filter.month) if filter.month else None,
        opened_by=now if filter.open_only else None,
        closes_after=now,
    )


def _pages(total: int, size: int) -> int:
    return max(1, -(-total // size))


def _nearness(wanted: str, month: str) -> tuple[int, bool]:
    away = distance(wanted, month)
    return abs(away), away < 0
