"""What organizers send in from the chat: checked as a whole, shown, and only then saved, without the faulty rows."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import Grant, grants_of, may, reach
from services.clock import Clock
from services.errors import NotAllowed
from services.imports.check import Plan, Scope, check
from services.imports.columns import BATCHES, ROSTER, TRAININGS, TableKind
from services.imports.counts import Progress, silent
from services.imports.faults import FaultKey, ImportFault
from services.imports.files import Tables, add_file
from services.imports.interrupted import SAVED, SAVING
from services.imports.load import Report, TableWriter, known_now
from services.imports.roster import RosterRows
from services.imports.sharing import share_seats
from services.imports.states import DRAFT
from services.vault import Vault
from storage.database import Database
from storage.repositories.agencies import BPSDM, Agencies, Agency
from storage.repositories.audit import Audit
from storage.repositories.bulk import Bulk
from storage.repositories.people import People
from storage.repositories.roles import Roles

UPLOAD: Final = "files.upload"
TAKEN: Final = {kind.name: kind for kind in (ROSTER, TRAININGS, BATCHES)}
"""What may come in from the chat; agencies and roles are the operator's."""
MOST_FAULTS: Final = 5000
"""Kept of a file that is full of them; who mends these finds the rest at the next try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadReport:
    """What saving would do or did, table by table, and what is left out."""

    counts: Report
    faults: tuple[ImportFault, ...]
    fault_count: int

    @property
    def good(self) -> int:
        """Rows that are new or changed."""
        return sum(counts.new + counts.changed for counts in self.counts.values())


@dataclass(frozen=True, slots=True)
class _Prepared:
    plan: Plan
    within: frozenset[int]
    now: datetime


class _Undo(Exception):  # noqa: N818 - ends a transaction that was only to be looked at
    """Nothing of this is to stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckUpload:
    """Everything that is wrong with a file, and what saving the rest would do. Nothing is kept. Raises NotAllowed."""

    database: Database
    vault: Vault
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(
        self, *, path: Path, table: str, actor_telegram_id: int, progress: Progress = silent
    ) -> UploadReport:
        ready = await _prepare(self.database, path, TAKEN[table], actor_telegram_id, self.admin_ids, self.now())
        plan, counts = ready.plan, Report()
        if plan.records:
            with suppress(_Undo):
                async with self.database.write() as connection:
                    counts = await _write_small(connection, ready)
                    raise _Undo
        if plan.roster:
            roster = RosterRows(database=self.database, vault=self.vault, now=ready.now, within=ready.within)
            counts["roster"], elsewhere = await roster.compare(plan, progress)
            plan.faults += elsewhere
        return _report(counts, plan)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveUpload:
    """Check a file anew and save what is right: small tables at once, a staff list in slices of 1,000 rows.

    Run again after a crash, it finishes what is missing. The audit says when it began and when it was done. Raises
    NotAllowed.
    """

    database: Database
    vault: Vault
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(
        self, *, path: Path, table: str, actor_telegram_id: int, mark: int, progress: Progress = silent
    ) -> UploadReport:
        ready = await _prepare(self.database, path, TAKEN[table], actor_telegram_id, self.admin_ids, self.now())
        plan = ready.plan
        async with self.database.write() as connection:
            await self._record(connection, SAVING, mark, actor_telegram_id, table=table)
            counts = await _write_small(connection, ready)
        if plan.roster:
            roster = RosterRows(database=self.database, vault=self.vault, now=ready.now, within=ready.within)
            counts["roster"] = await roster.write(plan, progress)
        report = _report(counts, plan)
        async with self.database.write() as connection:
            await self._record(connection, SAVED, mark, actor_telegram_id, table=table, rows=report.good)
        return report

    async def _record(
        self, connection: AsyncConnection, action: str, mark: int, telegram_id: int, **details: Any
    ) -> None:
        person = await People(connection).find(telegram_id)
        grants = await grants_of(connection, telegram_id, self.admin_ids)
        agencies = sorted(reach(UPLOAD, grants).agencies)
        await Audit(connection).add(
            action,
            subject="file",
            subject_id=mark,
            at=self.now(),
            actor_id=person.id if person else None,
            agency_id=agencies[0] if agencies else None,
            **details,
        )


async def _prepare(
    database: Database, path: Path, usual: TableKind, telegram_id: int, admin_ids: frozenset[int], now: datetime
) -> _Prepared:
    async with database.read() as connection:
        grants = await grants_of(connection, telegram_id, admin_ids)
        if not reach(UPLOAD, grants):
            raise NotAllowed
        mine = await answered_for(connection, grants)
        known = await known_now(connection)
        scope = Scope(frozenset(agency.code for agency in mine), await _owners(connection))
    tables = await asyncio.to_thread(_read, path, usual)
    plan = await asyncio.to_thread(check, tables, known, now, scope)
    # A training is put on the list by those who plan together, not by a file: what is there stays as it is.
    for record in plan.records.get("trainings", ()):
        record["state"] = DRAFT
    return _Prepared(plan, frozenset(agency.id for agency in mine), now)


async def answered_for(connection: AsyncConnection, grants: Sequence[Grant]) -> tuple[Agency, ...]:
    """The agencies whose rows somebody may bring in: their own, and for a province's BPSDM those of the province that
    have no organizers of their own."""
    agencies = await Agencies(connection).list()
    provinces = {one.province for one in agencies if one.kind == BPSDM and one.province and may(UPLOAD, grants, one.id)}
    roles = Roles(connection)
    return tuple(
        [
            agency
            for agency in agencies
            if may(UPLOAD, grants, agency.id)
            or (agency.province in provinces and not await roles.list_organizers(agency.id, but=0))
        ]
    )


def _read(path: Path, usual: TableKind) -> Tables:
    tables = Tables()
    add_file(tables, path, usual)
    for table in [table for table in tables.tables if table.kind.name not in TAKEN]:
        tables.tables.remove(table)
        titles = tuple(kind.titles[-1] for kind in TAKEN.values())
        tables.faults.append(
            ImportFault(file=table.file, sheet=table.sheet, key=FaultKey.TABLE_NOT_HERE, values={"tables": titles})
        )
    return tables


async def _owners(connection: AsyncConnection) -> dict[tuple[str, str], str]:
    """Which agency what is stored belongs to, by table and code."""
    bulk = Bulk(connection)
    codes = {values["id"]: code for code, values in (await bulk.map("agencies", "code", ("id",))).items()}
    trainings = await bulk.map("trainings", "code", ("agency_id",))
    batches = await bulk.map("batches", "code", ("host_id",))
    owners = {("trainings", code): codes[values["agency_id"]] for code, values in trainings.items()}
    return owners | {("batches", code): codes[values["host_id"]] for code, values in batches.items()}


async def _write_small(connection: AsyncConnection, ready: _Prepared) -> Report:
    report = await TableWriter(connection, ready.now).write(ready.plan)
    await share_seats(connection, ready.plan.records.get("batches", ()))
    return report


def _report(counts: Report, plan: Plan) -> UploadReport:
    return UploadReport(counts=counts, faults=tuple(plan.faults[:MOST_FAULTS]), fault_count=len(plan.faults))
