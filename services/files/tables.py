"""What agencies have, as workbooks in the form in which they can be sent in again (docs/data.md)."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.access import grants_of, reach
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.files.workbook import Made, Sheet, Words, workbook
from services.identity import Nip
from services.imports.columns import BATCHES, COMPETENCIES, MODES, ROSTER, STATES, TRAININGS, TableKind
from services.vault import Vault
from services.zones import ZONES
from storage.database import Database
from storage.repositories.audit import Audit
from storage.repositories.exports import Exports, Row
from storage.repositories.people import People

KINDS: Mapping[str, TableKind] = {kind.name: kind for kind in (ROSTER, TRAININGS, BATCHES)}
ACTIONS = {"roster": "roster.download", "trainings": "files.download", "batches": "files.download"}
NOT_WRITTEN = ("phone",)
"""Phone numbers are kept as hashes only, so there is nothing to write; a file without the column leaves them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadTable:
    """The staff list, trainings or batches of the agencies that somebody's role names.

    The staff list holds NIPs in full, so it is for the own agency alone, and each time leaves an audit entry.
    Raises NotAllowed, or Refusal("nothing-to-download").
    """

    database: Database
    vault: Vault
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, table: str, actor_telegram_id: int, words: Words) -> Made:
        kind, now = KINDS[table], self.now()
        async with self.database.read() as connection:
            within = reach(ACTIONS[table], await grants_of(connection, actor_telegram_id, self.admin_ids))
            if not within:
                raise NotAllowed
            everybody = within.everywhere and table != "roster"
            rows = await Exports(connection).rows(table, None if everybody else within.agencies)
        if not rows:
            raise Refusal("nothing-to-download")
        columns = [column for column in kind.columns if column.field not in NOT_WRITTEN]
        lines = self._lines(rows, [column.field for column in columns])
        sheet = Sheet(kind.titles[-1], [column.name for column in columns], lines)
        content = await asyncio.to_thread(workbook, [sheet])
        async with self.database.write() as connection:
            person = await People(connection).find(actor_telegram_id)
            for agency in sorted({row["agency_id"] for row in rows}):
                await Audit(connection).add(
                    f"{table}.downloaded",
                    subject="agency",
                    subject_id=agency,
                    at=now,
                    actor_id=person.id if person else None,
                    agency_id=agency,
                    rows=sum(row["agency_id"] == agency for row in rows),
                )
        return Made(words(f"file-name-{table}", day=f"{now:%Y-%m-%d}"), content)

    def _lines(self, rows: Sequence[Row], fields: Sequence[str]) -> Iterator[Sequence[Any]]:
        for row in rows:
            read = self._read(row)
            yield [read.get(field) for field in fields]

    def _read(self, row: Row) -> dict[str, Any]:
        zone = row["zone"]
        values: dict[str, Any] = {
            name: _moment(value, zone) if isinstance(value, datetime) else value for name, value in row.items()
        }
        if "nip_cipher" in row:
            values["nip"] = Nip(self.vault.decrypt(row["nip_cipher"])).grouped
            left = row["left_at"]
            values["left"] = f"{left.astimezone(ZONES[zone]):%Y-%m-%d}" if left else None
        if "competency" in row:
            values["competency"] = COMPETENCIES[row["competency"]][0]
            values["mode"] = MODES[row["mode"]][0]
        if "provinces" in row:
            values["provinces"] = ", ".join(row["provinces"]) or "semua"
            values["needs_recommendation"] = "ya" if row["needs_recommendation"] else "tidak"
        if "state" in row:
            values["state"] = STATES["published" if row["state"] == "published" else "draft"][0]
        return values


def _moment(moment: datetime, zone: str) -> str:
    return f"{moment.astimezone(ZONES[zone]):%Y-%m-%d %H:%M} {zone}"
