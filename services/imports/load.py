"""`jalin load`: a folder of tables into the database, all of it or nothing, and the same again without effect."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.enrolment.plan_seats import follow_capacity
from services.imports.check import MOMENTS, RELEASE, Known, Plan, check
from services.imports.counts import Counts, Progress, differs, silent
from services.imports.faults import ImportFaults
from services.imports.files import read_folder
from services.imports.roster import RosterRows
from services.imports.sharing import share_seats
from services.imports.states import standing
from services.vault import Vault
from storage.database import Database
from storage.repositories.batches import CANCELLED
from storage.repositories.bulk import Bulk, KnownRole, TableName

Report = dict[str, Counts]
"""By table, in the order they were written; tables that the folder lacks are missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadFolder:
    """Load agencies, trainings, batches, roles and roster; if any cell is wrong, ImportFaults and nothing is written.

    The roster goes in slices: after a crash half-way, the same load again finishes it. Nobody is removed.
    """

    database: Database
    vault: Vault
    now: Clock

    async def __call__(self, folder: Path, progress: Progress | None = None) -> Report:
        now = self.now()
        tables = await asyncio.to_thread(read_folder, folder)
        plan = await asyncio.to_thread(check, tables, await self._known(), now)
        if plan.faults:
            raise ImportFaults(tuple(plan.faults))
        async with self.database.write() as connection:
            report = await TableWriter(connection, now).write(plan)
            await share_seats(connection, plan.records.get("batches", ()))
        if plan.roster:
            roster = RosterRows(database=self.database, vault=self.vault, now=now)
            report["roster"] = await roster.write(plan, progress or silent)
        return report

    async def _known(self) -> Known:
        async with self.database.read() as connection:
            return await known_now(connection)


async def known_now(connection: AsyncConnection) -> Known:
    """What the database holds already."""
    bulk = Bulk(connection)
    agencies = await bulk.map("agencies", "code", ("zone", "province"))
    trainings = await bulk.map("trainings", "code", ("state",))
    batches = await bulk.map("batches", "code", (*MOMENTS, RELEASE))
    return Known(agencies, trainings, batches)


class TableWriter:
    """The small tables, in one transaction."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._bulk = Bulk(connection)
        self._now = now

    async def write(self, plan: Plan) -> Report:
        """In the order in which they point to each other."""
        report: Report = {}
        for kind, records in sorted(plan.records.items(), key=lambda item: tuple(WRITERS).index(item[0])):
            report[kind] = await WRITERS[kind](self, records)
        return report

    async def agencies(self, records: Sequence[dict[str, Any]]) -> Counts:
        return _counted(await self._put("agencies", records), len(records))

    async def trainings(self, records: Sequence[dict[str, Any]]) -> Counts:
        agencies = await self._ids("agencies")
        # Held: between the check and now somebody may have gone on with one in the chat.
        codes = [record["code"] for record in records]
        stored = await self._bulk.map("trainings", "code", ("state",), codes, held=True)
        before = {code: values["state"] for code, values in stored.items()}
        rows = [
            _renamed(record, {"agency": ("agency_id", agencies)})
            | {"state": standing(before.get(record["code"]), record["state"])}
            for record in records
        ]
        return _counted(await self._put("trainings", rows), len(rows))

    async def batches(self, records: Sequence[dict[str, Any]]) -> Counts:
        agencies, trainings = await self._ids("agencies"), await self._ids("trainings")
        pointers = {"host": ("host_id", agencies), "training": ("training_id", trainings)}
        rows = [_renamed(record, pointers, without=("provinces", "sharing")) for record in records]
        new, changed = await self._put("batches", await self._still_cancelled(rows))
        for batch_id in sorted((await self._ids("batches", sorted(changed))).values()):
            await follow_capacity(self._connection, batch_id, self._now)
        return _counted((new, (changed | await self._put_provinces(records)) - new), len(rows))

    async def roles(self, records: Sequence[dict[str, Any]]) -> Counts:
        agencies = await self._bulk.map("agencies", "code", ("id", "zone"))
        stored = await self._bulk.roles({record["telegram_id"] for record in records})
        counts = Counts()
        for record in records:
            agency = agencies[record["agency"]] if record["agency"] else {"id": None, "zone": None}
            found = stored.get((record["telegram_id"], record["role"], agency["id"]))
            if found is not None and found.revoked:  # taken away in the chat: only there it is given back
                counts.unchanged += 1
                continue
            await self._bulk.add_person(record["telegram_id"], zone=agency["zone"], at=self._now)
            await self._put_role(record, agency["id"], found, counts)
        return counts

    async def _put_role(
        self, record: dict[str, Any], agency_id: int | None, found: KnownRole | None, counts: Counts
    ) -> None:
        if found is None:
            named = {name: record[name] for name in ("telegram_id", "role", "name")}
            await self._bulk.add_role(named | {"agency_id": agency_id, "granted_at": self._now})
            counts.new += 1
        elif found.name != record["name"]:
            await self._bulk.set_role_name(found.id, record["name"])
            counts.changed += 1
        else:
            counts.unchanged += 1

    async def _put(self, name: TableName, rows: Sequence[dict[str, Any]]) -> tuple[set[str], set[str]]:
        """Codes of what was new, and of what changed."""
        columns = tuple(column for column in rows[0] if column != "code")
        stored = await self._bulk.map(name, "code", columns, only=[values["code"] for values in rows])
        due = [values for values in rows if differs(values, stored.get(values["code"]))]
        await self._bulk.upsert(name, "code", due)
        codes = {values["code"] for values in due}
        return codes - stored.keys(), codes & stored.keys()

    async def _still_cancelled(self, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """A batch that was cancelled stays so, whatever a file says: its people were told."""
        stored = await self._bulk.map("batches", "code", ("state",), [row["code"] for row in rows])
        cancelled = {code for code, values in stored.items() if values["state"] == CANCELLED}
        return [row | ({"state": CANCELLED} if row["code"] in cancelled else {}) for row in rows]

    async def _put_provinces(self, records: Sequence[dict[str, Any]]) -> set[str]:
        ids = await self._ids("batches", [record["code"] for record in records])
        stored = await self._bulk.provinces(ids.values())
        changed = {
            record["code"]: record["provinces"]
            for record in records
            if set(record["provinces"]) != stored.get(ids[record["code"]], set())
        }
        for code, provinces in changed.items():
            await self._bulk.set_provinces(ids[code], provinces)
        return set(changed)

    async def _ids(self, name: TableName, codes: Sequence[str] | None = None) -> dict[str, int]:
        return {code: values["id"] for code, values in (await self._bulk.map(name, "code", ("id",), codes)).items()}


WRITERS = {
    "agencies": TableWriter.agencies,
    "trainings": TableWriter.trainings,
    "batches": TableWriter.batches,
    "roles": TableWriter.roles,
}


def _renamed(
    record: dict[str, Any], pointers: Mapping[str, tuple[str, Mapping[str, int]]], without: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Codes become ids under the column's name."""
    row = {name: value for name, value in record.items() if name not in without and name not in pointers}
    return row | {column: ids[record[name]] for name, (column, ids) in pointers.items()}


def _counted(changes: tuple[set[str], set[str]], total: int) -> Counts:
    new, changed = changes
    return Counts(len(new), len(changed), total - len(new) - len(changed))
