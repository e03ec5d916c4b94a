"""Adding the people that a file names: checked as a whole, shown, and only then placed, in the order of the file."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.enrolment.moves import State
from services.enrolment.organizers import Organizer, hold_for
from services.enrolment.seating import usable
from services.errors import Refusal
from services.imports.counts import Progress, silent
from services.imports.faults import FaultKey, ImportFault
from services.imports.interrupted import SAVED, SAVING
from services.imports.people import Line, PeopleList, read_people
from services.imports.upload import MOST_FAULTS
from services.participants.add import ADD, add_held, ensure_open, may_add
from services.participants.people import line_of
from services.vault import Vault
from storage.database import Database
from storage.repositories.batches import Batch, Batches
from storage.repositories.enrolments import Enrolments, Overlap
from storage.repositories.participants import HostedBatch, Named, Participants
from storage.repositories.people import VERIFIED, People
from storage.repositories.seats import SeatPools

SLICE: Final = 50
"""People in one transaction: whoever enrols meanwhile waits for no more than these."""
LOOKED_UP: Final = 400
"""NIPs in one query."""
TABLE: Final = "participants"
FAULTS: Final = {
    "person-gone": FaultKey.PERSON_UNKNOWN,
    "participant-own": FaultKey.PERSON_OWN,
    "participant-left": FaultKey.PERSON_LEFT,
    "participant-overlap": FaultKey.PERSON_OVERLAP,
    "participant-province": FaultKey.PERSON_PROVINCE,
}
"""What can stand against one person when it comes to placing them, though it did not when the file was checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCallReport:
    """What saving would do or did: who comes new, who is there already, and what is left out."""

    new: int
    same: int
    faults: tuple[ImportFault, ...]
    fault_count: int
    seats: int = 0
    """Of the new ones, once they are placed: a sure seat."""
    line: int = 0
    """A place in line."""

    @property
    def good(self) -> int:
        """Rows that saving would do something for."""
        return self.new


@dataclass(slots=True)
class _Sorted:
    """A file's people: who is to be placed (with their account), how many are there, what is wrong."""

    due: list[tuple[Line, int]] = field(default_factory=list)
    same: int = 0
    faults: list[ImportFault] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRollCall:
    """The batch whose people may be sent in as a file.

    Raises NotAllowed, or a Refusal: training-gone, batch-cancelled, batch-over.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, batch_id: int, actor_telegram_id: int) -> HostedBatch:
        async with self.database.read() as connection:
            batch, _ = await may_add(connection, batch_id, actor_telegram_id, self.admin_ids)
            await _open(connection, batch_id, self.now())
        return batch


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRollCall:
    """Everything that is wrong with a file, and how many it would add. Nothing is kept. Raises as OpenRollCall."""

    database: Database
    vault: Vault
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, path: Path, batch_id: int, actor_telegram_id: int) -> RollCallReport:
        found = await _sorted(self.database, self.vault, path, batch_id, actor_telegram_id, self.admin_ids, self.now())
        return _report(found, new=len(found.due))


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveRollCall:
    """Check a file anew and place who is right, a few in a transaction, each as if added by hand.

    Run again after a crash, it places who is missing. The audit says when it began and when it was done. Raises as
    OpenRollCall; who was placed before that stays.
    """

    database: Database
    vault: Vault
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(
        self, *, path: Path, batch_id: int, actor_telegram_id: int, mark: int, progress: Progress = silent
    ) -> RollCallReport:
        found = await _sorted(self.database, self.vault, path, batch_id, actor_telegram_id, self.admin_ids, self.now())
        mark ^= batch_id  # the same file may be sent for two batches
        async with self.database.write() as connection:
            _, organizer = await hold_for(connection, batch_id, ADD, actor_telegram_id, self.admin_ids)
            await self._record(connection, organizer, SAVING, mark, batch_id)
        states: list[State] = []
        try:
            for done in range(0, len(found.due), SLICE):
                some = found.due[done : done + SLICE]
                states += await self._place(batch_id, actor_telegram_id, some, found)
                progress(TABLE, done + len(some), len(found.due))
        except Refusal:  # cancelled meanwhile, say: told at once, so nothing is owed at the next start
            await self._record_saved(organizer, mark, batch_id, len(states))
            raise
        await self._record_saved(organizer, mark, batch_id, len(states))
        return _report(found, new=len(states), seats=states.count(State.CONFIRMED), line=states.count(State.WAITLISTED))

    async def _place(
        self, batch_id: int, telegram_id: int, some: Sequence[tuple[Line, int]], found: _Sorted
    ) -> list[State]:
        """One transaction: people first, then the batch, as everywhere; placed in the order of the file."""
        states: list[State] = []
        faults: list[ImportFault] = []
        same = 0
        async with self.database.write() as connection:
            held = await People(connection).lock_employees([account for _, account in some])
            batch, organizer = await hold_for(connection, batch_id, ADD, telegram_id, self.admin_ids)
            now = self.now()
            ensure_open(batch, now)
            for line, account in some:
                person, left = held.get(account, (None, False))
                if person is None or person.identity != VERIFIED:
                    faults.append(line.fault(FaultKey.PERSON_UNKNOWN))
                elif await Enrolments(connection).find_live(person.id, batch_id) is not None:
                    same += 1
                else:
                    try:
                        new = await add_held(connection, batch, organizer, person, left, now)
                    except Refusal as refusal:
                        faults.append(line.fault(FAULTS[refusal.key], **_told(refusal.values)))
                    else:
                        states.append(State(new.state))
        found.same += same
        found.faults += faults
        return states

    async def _record_saved(self, organizer: Organizer, mark: int, batch_id: int, rows: int) -> None:
        async with self.database.write() as connection:
            await self._record(connection, organizer, SAVED, mark, batch_id, rows=rows)

    async def _record(
        self, connection: AsyncConnection, organizer: Organizer, action: str, mark: int, batch_id: int, **details: int
    ) -> None:
        await organizer.record(connection, action, "file", mark, self.now(), table=TABLE, batch=batch_id, **details)


async def _open(connection: AsyncConnection, batch_id: int, now: datetime) -> Batch:
    batch = await Batches(connection).find(batch_id)
    if batch is None:
        raise Refusal("training-gone")
    ensure_open(batch, now)
    return batch


async def _sorted(
    database: Database,
    vault: Vault,
    path: Path,
    batch_id: int,
    telegram_id: int,
    admin_ids: frozenset[int],
    now: datetime,
) -> _Sorted:
    """Who of a file is to be placed, who is there, and what is wrong; the faults in the order of the rows."""
    async with database.read() as connection:
        await may_add(connection, batch_id, telegram_id, admin_ids)
        await _open(connection, batch_id, now)
    read = await asyncio.to_thread(read_people, path, now)
    lookups = await asyncio.to_thread(lambda: {line.nip: vault.lookup(line.nip) for line in read.lines})
    async with database.read() as connection:
        batch = await _open(connection, batch_id, now)
        look = _Look(connection, batch, telegram_id)
        await look.load(list(lookups.values()))
        masked = await _masked(connection, vault, batch_id, read)
    found = _Sorted(faults=read.faults)
    for line in read.lines:
        if line.is_masked:
            who = (line.nip, line.name.casefold())
            if who in masked:
                found.same += 1
            else:
                found.faults.append(line.fault(FaultKey.NIP_MASKED))
            continue
        named = look.people.get(lookups[line.nip])
        if named is not None and (named.is_here or (named.was_here and line.is_downloaded)):
            found.same += 1
        elif fault := look.fault(line, named):
            found.faults.append(fault)
        elif named is not None:
            found.due.append((line, named.telegram_id))
    found.faults.sort(key=lambda fault: (fault.sheet or "", fault.row or 0))
    return found


class _Look:
    """What the database knows about the people of a file, and what stands against each."""

    def __init__(self, connection: AsyncConnection, batch: Batch, telegram_id: int) -> None:
        self._connection = connection
        self._batch = batch
        self._sender = telegram_id
        self.people: dict[bytes, Named] = {}
        self._overlaps: dict[int, tuple[Overlap, ...]] = {}

    async def load(self, lookups: Sequence[bytes]) -> None:
        """Read it all."""
        batch, connection = self._batch, self._connection
        for start in range(0, len(lookups), LOOKED_UP):
            named = await Participants(connection).list_named(batch.id, lookups[start : start + LOOKED_UP])
            self.people |= {one.nip_lookup: one for one in named}
            ids = [one.person_id for one in named]
            self._overlaps |= await Enrolments(connection).list_overlapping_of(ids, batch.id)
        self._provinces = () if batch.is_for_all else await Batches(connection).list_provinces(batch.id)
        self._pools = await SeatPools(connection).list(batch.id)

    def fault(self, line: Line, named: Named | None) -> ImportFault | None:
        """Why somebody cannot be added; as `add_held` and `place` would refuse them."""
        if named is None:
            return line.fault(FaultKey.PERSON_UNKNOWN)
        if named.telegram_id == self._sender:
            return line.fault(FaultKey.PERSON_OWN)
        if named.left:
            return line.fault(FaultKey.PERSON_LEFT)
        if others := self._overlaps.get(named.person_id):
            return line.fault(FaultKey.PERSON_OVERLAP, other=others[0].title)
        return None if self._admits(named.province) else line.fault(FaultKey.PERSON_PROVINCE)

    def _admits(self, province: str | None) -> bool:
        if self._provinces and province not in self._provinces:
            return False
        return not self._pools or bool(usable(self._pools, province))


async def _masked(
    connection: AsyncConnection, vault: Vault, batch_id: int, read: PeopleList
) -> frozenset[tuple[str, str]]:
    """Everybody who is or was in the batch as others see them; only where the file names somebody so."""
    if not any(line.is_masked for line in read.lines):
        return frozenset()
    people = await Participants(connection).list(batch_id)
    lines = await asyncio.to_thread(lambda: [line_of(vault, one, ()) for one in people])
    return frozenset((line.nip, line.name.casefold()) for line in lines if line.nip is not None)


def _told(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if name == "other"}


def _report(found: _Sorted, *, new: int, seats: int = 0, line: int = 0) -> RollCallReport:
    return RollCallReport(
        new=new,
        same=found.same,
        faults=tuple(found.faults[:MOST_FAULTS]),
        fault_count=len(found.faults),
        seats=seats,
        line=line,
    )
