"""The roster's rows: compared with what is stored, and written in slices."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import islice
from typing import Any

from services.imports.check import Plan, read_row, today_of
from services.imports.counts import Counts, Progress, differs
from services.imports.faults import FaultKey, ImportFault
from services.imports.files import Table
from services.vault import Vault
from services.zones import ZONES
from storage.database import Database
from storage.repositories.bulk import Bulk

Stored = Mapping[bytes, Mapping[str, Any]]
"""By the NIP's look-up hash."""
SLICE = 1000
"""Rows in one transaction: long enough to be fast, short enough that a running bot does not wait."""
FIELDS = ("agency_id", "name", "unit", "phone_lookup", "left_at")
KEPT = {"phone": "phone_lookup", "left": "left_at"}
"""What stays as it is where a file that an organizer sends has no such column."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it will be stored, the NIP itself still to be sealed."""

    table: Table
    row: int
    nip: str
    values: dict[str, Any]

    def fault(self, key: FaultKey) -> ImportFault:
        """A fault at its NIP."""
        return self.table.fault(key, self.row, self.table.position_of("nip"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRows:
    """The roster of a plan. `within` are the agencies that somebody answers for: nobody is taken from others."""

    database: Database
    vault: Vault
    now: datetime
    within: Collection[int] | None = None

    async def write(self, plan: Plan, progress: Progress) -> Counts:
        """Add and change rows, a slice a transaction: after a crash half-way, the same again finishes it."""
        counts = Counts()
        async for some, stored in self._slices(plan):
            due = [line for line in some if differs(line.values, stored.get(line.values["nip_lookup"]))]
            if due:
                sealed = await asyncio.to_thread(self._seal, due)
                async with self.database.write() as connection:
                    await Bulk(connection).upsert("roster", "nip_lookup", sealed)
            _count(counts, some, due, stored)
            progress("roster", counts.total, plan.roster_rows)
        return counts

    async def compare(self, plan: Plan, progress: Progress) -> tuple[Counts, list[ImportFault]]:
        """What writing would do, and who may not be taken over."""
        counts, faults = Counts(), list[ImportFault]()
        async for some, stored in self._slices(plan, faults):
            due = [line for line in some if differs(line.values, stored.get(line.values["nip_lookup"]))]
            _count(counts, some, due, stored)
            progress("roster", counts.total + len(faults), plan.roster_rows)
        return counts, faults

    async def _slices(
        self, plan: Plan, faults: list[ImportFault] | None = None
    ) -> AsyncIterator[tuple[list[Line], Stored]]:
        """Slice by slice what may be written, with what is stored of it."""
        async with self.database.read() as connection:
            agencies = await Bulk(connection).map("agencies", "code", ("id", "zone"))
        lines = self._lines(plan, agencies)
        while some := await asyncio.to_thread(lambda: list(islice(lines, SLICE))):
            lookups = [line.values["nip_lookup"] for line in some]
            async with self.database.read() as connection:
                stored = await Bulk(connection).map("roster", "nip_lookup", FIELDS, only=lookups)
            if self.within is not None:
                elsewhere = [line for line in some if self._is_elsewhere(line, stored)]
                if faults is not None:
                    faults += [line.fault(FaultKey.NIP_ELSEWHERE) for line in elsewhere]
                some = [line for line in some if line not in elsewhere] if elsewhere else some
                for line in some:
                    _keep(line, stored.get(line.values["nip_lookup"]))
            yield some, stored

    def _is_elsewhere(self, line: Line, stored: Stored) -> bool:
        held = stored.get(line.values["nip_lookup"])
        assert self.within is not None
        return held is not None and held["agency_id"] not in self.within and held["left_at"] is None

    def _lines(self, plan: Plan, agencies: Mapping[str, Mapping[str, Any]]) -> Iterator[Line]:
        for table, row, values in plan.lines if plan.lines is not None else self._read_again(plan):
            agency = agencies[values["agency"]]
            left, phone = values["left"], values["phone"]
            stored = {
                "nip_lookup": self.vault.lookup(values["nip"]),
                "agency_id": agency["id"],
                "name": values["name"],
                "unit": values["unit"],
                "phone_lookup": self.vault.lookup(phone) if phone else None,
                "left_at": datetime.combine(left, time(), ZONES[agency["zone"]]) if left else None,
            }
            yield Line(table, row, values["nip"], stored)

    def _read_again(self, plan: Plan) -> Iterator[tuple[Table, int, dict[str, Any]]]:
        today = today_of(self.now)
        for table in plan.roster:
            for row, cells in table.rows():
                yield table, row, read_row(table, row, cells, today)[0].values

    def _seal(self, lines: Sequence[Line]) -> list[dict[str, Any]]:
        return [line.values | {"nip_cipher": self.vault.encrypt(line.nip), "updated_at": self.now} for line in lines]


def _keep(line: Line, held: Mapping[str, Any] | None) -> None:
    for field, column in KEPT.items():
        if held is not None and line.table.position_of(field) is None:
            line.values[column] = held[column]


def _count(counts: Counts, lines: Sequence[Line], due: Sequence[Line], stored: Stored) -> None:
    known = sum(line.values["nip_lookup"] in stored for line in due)
    counts.new += len(due) - known
    counts.changed += known
    counts.unchanged += len(lines) - len(due)
