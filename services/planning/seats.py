"""Agencies take seats in an accepted training; until it is published they may change their minds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from services.access import may
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.planning.acting import hold, planner_of
from services.planning.states import Act, What
from storage.database import Database
from storage.repositories.commitments import Commitments

MOST_SEATS: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitSeats:
    """An agency takes so many seats, instead of what it took before; 0 takes none. The same again changes nothing.

    Raises NotAllowed, or a Refusal: seats-number, seats-host (the host needs its seats), plan-unknown, plan-moved-on.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, training_id: int, actor_telegram_id: int, agency_id: int, seats: int) -> None:
        if not 0 <= seats <= MOST_SEATS:
            raise Refusal("seats-number", most=MOST_SEATS)
        async with self.database.write() as connection:
            planner = await planner_of(connection, actor_telegram_id, self.admin_ids)
            if not may("seats.commit", planner.grants, agency_id):
                raise NotAllowed
            plan, now = await hold(connection, training_id, Act.COMMIT, planner), self.now()
            commitments = {one.agency.id: one for one in await Commitments(connection).list(training_id)}
            before = commitments.get(agency_id)
            if seats == (before.seats if before else 0):
                return
            if seats:
                await Commitments(connection).set(training_id, agency_id, seats, at=now)
                await planner.record(
                    connection, plan, What.COMMITTED, now, agency_id=agency_id, agency=agency_id, seats=seats
                )
                return
            if before is not None and before.is_host:
                raise Refusal("seats-host")
            await Commitments(connection).delete(training_id, agency_id)
            await planner.record(
                connection, plan, What.WITHDREW, now, agency_id=agency_id, agency=agency_id, seats=seats
            )
