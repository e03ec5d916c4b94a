"""Checking a folder as a whole: every cell, what points to what, and whether dates fit each other. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import Any

from services.access import SECRETARIAT
from services.imports.cells import faults_of
from services.imports.columns import KINDS, ROSTER
from services.imports.faults import FaultKey, ImportFault
from services.imports.files import Table, Tables, Unreadable
from services.imports.moments import Absolute, Duration, Relative
from services.imports.states import MERGED, standing
from services.zones import ZONES

UNIQUE = {
    "agencies": ("code",),
    "trainings": ("code",),
    "batches": ("code",),
    "roles": ("telegram_id", "role", "agency"),
    "roster": ("nip",),
}
OWNERS = {"trainings": "agency", "batches": "host", "roster": "agency"}
"""Which column names the agency that a row belongs to."""
MOMENTS = ("starts_at", "ends_at", "registration_opens_at", "registration_closes_at")
RELEASE = "seats_release_at"
EARLIER_LATER = (
    ("starts_at", "ends_at", FaultKey.ENDS_BEFORE_START),
    ("registration_opens_at", "registration_closes_at", FaultKey.CLOSES_BEFORE_OPENING),
    ("registration_closes_at", "ends_at", FaultKey.CLOSES_AFTER_END),
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the database holds already, by code."""

    agencies: Mapping[str, Mapping[str, Any]]
    """zone and province"""
    trainings: Mapping[str, Mapping[str, Any]]
    """the state"""
    batches: Mapping[str, Mapping[str, Any]]
    """the four moments"""


@dataclass(frozen=True, slots=True)
class Scope:
    """For which agencies somebody may bring rows in, by code; `owners` names those of what is stored.

    With a scope faulty rows are left out of the plan instead of spoiling it: what points to one is faulty as well.
    """

    agencies: frozenset[str]
    owners: Mapping[tuple[str, str], str]
    """by table and code"""


@dataclass(slots=True)
class Record:
    """One row as read: its values by field, as far as they could be read."""

    table: Table
    row: int
    cells: Sequence[Any] = field(repr=False)
    values: dict[str, Any] = field(repr=False)

    def fault(self, name: str, key: str, **values: Any) -> ImportFault:
        """A fault at one of its cells."""
        position = self.table.position_of(name)
        return self.table.fault(key, self.row, position, _at(self.cells, position), **values)


@dataclass(slots=True)
class Plan:
    """What a load would write. Without a scope the roster is only counted: its rows are read again when written."""

    roster: list[Table]
    records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    roster_rows: int = 0
    faults: list[ImportFault] = field(default_factory=list)
    lines: list[tuple[Table, int, dict[str, Any]]] | None = None
    """With a scope: the roster's good rows as they were read. A file of 10 MB fits in memory, a folder may not."""


def check(tables: Tables, known: Known, now: datetime, scope: Scope | None = None) -> Plan:
    """All faults of all tables and what to write: without a scope where there are none, else what is without."""
    plan = Plan(roster=tables.of(ROSTER), lines=None if scope is None else [])
    checker = _Checker(known, now, plan, scope)
    # What is pointed to is read before what points to it; the faults come in the order of the files all the same.
    faults = {id(table): list(checker.faults(table)) for kind in KINDS for table in tables.of(kind)}
    plan.faults = tables.faults + [fault for table in tables.tables for fault in faults[id(table)]]
    return plan


def today_of(now: datetime) -> date:
    """The date where it turns first, so that nobody's own today lies ahead."""
    return now.astimezone(ZONES["WIT"]).date()


def read_row(table: Table, row: int, cells: Sequence[Any], today: date) -> tuple[Record, list[ImportFault]]:
    """A row's values by field, and what is wrong with its cells from left to right."""
    values = {column.field: column.default for column in table.kind.columns if not column.required}
    faults: list[ImportFault] = []
    for position in range(max(len(cells), *(position + 1 for position in table.columns))):
        cell = _at(cells, position)
        value, wrong = _read_cell(table, position, cell, today)
        faults += [table.fault(key, row, position, cell, **details) for key, details in wrong]
        if value is not None:
            values[table.columns[position].field] = value
    return Record(table, row, cells, values), faults


def _read_cell(table: Table, position: int, cell: Any, today: date) -> tuple[Any, list[tuple[str, dict[str, Any]]]]:
    column = table.columns.get(position)
    empty = isinstance(cell, str) and not cell.strip()
    if column is None:
        return None, [] if empty or position in table.headers else [(FaultKey.EXTRA_CELL, {})]
    if empty:
        return None, [(FaultKey.EMPTY, {})] if column.required else []
    return faults_of(column.read, cell, today)


class _Checker:
    """What was read so far, to hold later rows against."""

    def __init__(self, known: Known, now: datetime, plan: Plan, scope: Scope | None) -> None:
        self._known = known
        self._now = now
        self._plan = plan
        self._scope = scope
        self._seen: dict[tuple[Any, ...], tuple[Table, int]] = {}
        self._agencies = dict(known.agencies)
        self._trainings = set(known.trainings)
        self._provinces = _provinces(known.agencies.values())

    def faults(self, table: Table) -> Iterator[ImportFault]:
        """The table's faults, row by row; its good rows go into the plan."""
        today = today_of(self._now)
        try:
            for row, cells in table.rows():
                record, faults = read_row(table, row, cells, today)
                faults += self._repeated(record)
                faults += self._consequences(record)
                faults += self._outside(record)
                if self._scope is None or not faults:
                    self._take(record)
                yield from faults
        except Unreadable as problem:
            yield ImportFault(file=table.file, sheet=table.sheet, row=problem.row, key=problem.key)

    def _repeated(self, record: Record) -> Iterator[ImportFault]:
        fields = UNIQUE[record.table.kind.name]
        if all(name in record.values for name in fields):
            key = (record.table.kind.name, *(record.values[name] for name in fields))
            table, row = self._seen.setdefault(key, (record.table, record.row))
            if table is not record.table or row != record.row:
                yield record.fault(
                    fields[0], FaultKey.REPEATED, first_file=table.file, first_sheet=table.sheet, first_row=row
                )

    def _consequences(self, record: Record) -> Iterable[ImportFault]:
        """Whether a row fits the others, and what is stored."""
        match record.table.kind.name:
            case "agencies":
                return ()
            case "batches":
                return list(self._batch(record))
            case "roles":
                return list(self._role(record))
            case "trainings":
                return list(self._training(record))
        return self._unknown_agency(record, "agency")

    def _outside(self, record: Record) -> Iterator[ImportFault]:
        """What whoever sends the file does not answer for."""
        if self._scope is None or (field := OWNERS.get(record.table.kind.name)) is None:
            return
        mine, agency = self._scope.agencies, record.values.get(field)
        if agency in self._agencies and agency not in mine:
            yield record.fault(field, FaultKey.NOT_YOURS, agencies=tuple(sorted(mine)))
        owner = self._scope.owners.get((record.table.kind.name, record.values.get("code", "")))
        if owner is not None and owner not in mine:
            yield record.fault("code", FaultKey.OWNED_ELSEWHERE)

    def _take(self, record: Record) -> None:
        """Plan a row; what comes later may point to it."""
        values, kind = record.values, record.table.kind.name
        if kind == "roster":
            self._plan.roster_rows += 1
            if self._plan.lines is not None:
                self._plan.lines.append((record.table, record.row, values))
            return
        self._plan.records.setdefault(kind, []).append(values)
        if kind == "agencies":
            self._agencies[values.get("code", "")] = {
                "zone": values.get("zone", "WIB"),
                "province": values["province"],
            }
            self._provinces |= _provinces([values])
        if kind == "trainings":
            self._trainings.add(values.get("code", ""))

    def _unknown_agency(self, record: Record, field: str) -> tuple[ImportFault, ...]:
        code = record.values.get(field)
        known = code is None or code in self._agencies
        return () if known else (record.fault(field, FaultKey.UNKNOWN_AGENCY),)

    def _role(self, record: Record) -> Iterator[ImportFault]:
        role, agency = record.values.get("role", SECRETARIAT), record.values["agency"]
        if agency is None and role != SECRETARIAT:
            yield record.fault("agency", FaultKey.EMPTY)
        yield from self._unknown_agency(record, "agency")

    def _training(self, record: Record) -> Iterator[ImportFault]:
        yield from self._unknown_agency(record, "agency")
        stored, asked = self._known.trainings.get(record.values.get("code", "")), record.values["state"]
        # With a scope the file does not decide this at all (`upload.py`).
        if self._scope is None and stored is not None and standing(stored["state"], asked) != asked:
            merged = stored["state"] == MERGED
            yield record.fault("state", FaultKey.TRAINING_MERGED if merged else FaultKey.STEP_BACK)

    def _batch(self, record: Record) -> Iterator[ImportFault]:
        values = record.values
        if "training" in values and values["training"] not in self._trainings:
            yield record.fault("training", FaultKey.UNKNOWN_TRAINING)
        yield from self._unknown_agency(record, "host")
        yield from self._batch_provinces(record)
        host = self._agencies.get(values.get("host", ""), {})
        if all(name in values for name in MOMENTS):
            values |= _resolved(
                values, self._known.batches.get(values.get("code", "")), ZONES[host.get("zone", "WIB")], self._now
            )
            yield from _disorder(record)
        stored = self._known.batches.get(values.get("code", ""), {})
        if RELEASE in values:
            values[RELEASE] = _release(values[RELEASE], stored.get(RELEASE), ZONES[host.get("zone", "WIB")], self._now)

    def _batch_provinces(self, record: Record) -> Iterator[ImportFault]:
        names: tuple[str, ...] = record.values.get("provinces", ())
        if any(name.casefold() not in self._provinces for name in names):
            known = tuple(sorted(self._provinces.values()))
            yield record.fault("provinces", FaultKey.UNKNOWN_PROVINCE, provinces=known)
        record.values["provinces"] = tuple(self._provinces.get(name.casefold(), name) for name in names)


def _resolved(
    values: Mapping[str, Any], stored: Mapping[str, Any] | None, zone: tzinfo, now: datetime
) -> dict[str, datetime]:
    """The four moments. What is relative was settled when the batch was stored first, and stays."""
    settled: dict[str, datetime] = {}
    for name in MOMENTS:
        value = values[name]
        if isinstance(value, Duration):
            settled[name] = settled["starts_at"] + value.length
        elif isinstance(value, Relative) and stored is not None:
            settled[name] = stored[name]
        else:
            settled[name] = value.resolve(now=now, zone=zone)
    return settled


def _release(
    value: Absolute | Relative | None, stored: datetime | None, zone: tzinfo, now: datetime
) -> datetime | None:
    """When unused seats open to all: what is blank or relative leaves what is stored."""
    if value is None or (isinstance(value, Relative) and stored is not None):
        return stored
    return value.resolve(now=now, zone=zone)


def _disorder(record: Record) -> Iterator[ImportFault]:
    for earlier, later, key in EARLIER_LATER:
        if record.values[earlier] > record.values[later]:
            yield record.fault(earlier if key is FaultKey.CLOSES_AFTER_END else later, key)


def _provinces(agencies: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    return {agency["province"].casefold(): agency["province"] for agency in agencies if agency["province"]}


def _at(cells: Sequence[Any], position: int | None) -> Any:
    return "" if position is None or position >= len(cells) else cells[position]
