"""Many rows at once: what imports compare with and write. Rows are plain mappings from column to value here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Literal

from sqlalchemy import Connection, Executable, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import Base
from storage.dialect import insert_for
from storage.tables.agencies import AgencyRow, RoleRow, RosterRow
from storage.tables.people import PersonRow
from storage.tables.trainings import BatchProvinceRow, BatchRow, TrainingRow

CHUNK = 1000
"""Keys in one IN, rows in one statement: far below what either database bears."""

Values = Mapping[str, Any]
TableName = Literal["agencies", "trainings", "batches", "roster"]
ROWS: dict[TableName, type[Base]] = {
    "agencies": AgencyRow,
    "trainings": TrainingRow,
    "batches": BatchRow,
    "roster": RosterRow,
}


@dataclass(frozen=True, slots=True)
class KnownRole:
    """A role that an account holds, or held until it was taken away."""

    id: int
    name: str | None
    revoked: bool


class Bulk:
    """Reads and upserts by a unique column, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def map(
        self, name: TableName, key: str, columns: Sequence[str], only: Collection[Any] | None = None, held: bool = False
    ) -> dict[Any, Values]:
        """The named columns of all rows (or of those with these keys), by key; `held` until the transaction ends."""
        table = ROWS[name].__table__
        statement = select(table.c[key].label("_key"), *(table.c[column] for column in columns))
        found: dict[Any, Values] = {}
        for keys in [None] if only is None else _chunks(list(only)):
            query = statement if keys is None else statement.where(table.c[key].in_(keys))
            query = query.order_by(table.c.id).with_for_update() if held else query
            for line in await self._connection.execute(query):
                found[line[0]] = dict(zip(columns, line[1:], strict=True))
        return found

    async def upsert(self, name: TableName, key: str, rows: Sequence[Values]) -> None:
        """Add the rows, or overwrite those of the same key. All rows name the same columns."""
        if not rows:
            return
        statement = insert_for(self._connection, ROWS[name])
        changes = {column: statement.excluded[column] for column in rows[0] if column != key}
        statement = statement.on_conflict_do_update(index_elements=[key], set_=changes)
        for some in _chunks(rows):
            values = [dict(row) for row in some]
            # In a thread where the database is a file: a thousand rows would hold up everybody's presses.
            await self._connection.run_sync(partial(_run, statement, values))

    async def provinces(self, batch_ids: Collection[int]) -> dict[int, set[str]]:
        """The provinces of these batches; those without any are missing."""
        found: dict[int, set[str]] = {}
        for some in _chunks(list(batch_ids)):
            query = select(BatchProvinceRow.batch_id, BatchProvinceRow.province)
            for batch_id, province in await self._connection.execute(query.where(BatchProvinceRow.batch_id.in_(some))):
                found.setdefault(batch_id, set()).add(province)
        return found

    async def set_provinces(self, batch_id: int, provinces: Collection[str]) -> None:
        """These provinces and no others."""
        await self._connection.execute(delete(BatchProvinceRow).where(BatchProvinceRow.batch_id == batch_id))
        if provinces:
            rows = [{"batch_id": batch_id, "province": province} for province in sorted(provinces)]
            await self._connection.execute(insert(BatchProvinceRow), rows)

    async def roles(self, telegram_ids: Collection[int]) -> dict[tuple[int, str, int | None], KnownRole]:
        """Every role these accounts hold or held, by account, role and agency."""
        columns = (RoleRow.telegram_id, RoleRow.role, RoleRow.agency_id, RoleRow.id, RoleRow.name, RoleRow.revoked_at)
        found: dict[tuple[int, str, int | None], KnownRole] = {}
        for some in _chunks(list(telegram_ids)):
            for account, role, agency_id, role_id, name, revoked_at in await self._connection.execute(
                select(*columns).where(RoleRow.telegram_id.in_(some))
            ):
                found[account, role, agency_id] = KnownRole(role_id, name, revoked_at is not None)
        return found

    async def add_role(self, values: Values) -> None:
        """A role that is not there yet."""
        await self._connection.execute(insert(RoleRow).values(**values))

    async def set_role_name(self, role_id: int, name: str) -> None:
        """The name that goes with a role."""
        await self._connection.execute(update(RoleRow).where(RoleRow.id == role_id).values(name=name))

    async def add_person(self, telegram_id: int, *, zone: str | None, at: datetime) -> None:
        """Someone who can be written to; who is known stays as they are."""
        statement = insert_for(self._connection, PersonRow).values(telegram_id=telegram_id, zone=zone, created_at=at)
        await self._connection.execute(statement.on_conflict_do_nothing(index_elements=["telegram_id"]))


def _run(statement: Executable, values: Sequence[Values], connection: Connection) -> None:
    connection.execute(statement, values)


def _chunks(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))
