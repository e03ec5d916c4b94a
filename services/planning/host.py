"""Who hosts: an agency that takes seats offers it, or the secretariat asks it; the secretariat decides."""

from __future__ import annotations

from dataclasses import dataclass

from services.access import may
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.planning.acting import hold, planner_of
from services.planning.states import Act, What
from services.planning.view import involved, offers_of
from storage.database import Database
from storage.repositories.commitments import Commitments
from storage.repositories.planning import Planning


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferToHost:
    """An agency that takes seats is ready to host; saying it again changes nothing.

    Raises NotAllowed, or a Refusal: host-no-seats, plan-unknown, plan-moved-on.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, training_id: int, actor_telegram_id: int, agency_id: int) -> None:
        async with self.database.write() as connection:
            planner = await planner_of(connection, actor_telegram_id, self.admin_ids)
            if not may("seats.commit", planner.grants, agency_id):
                raise NotAllowed
            plan, now = await hold(connection, training_id, Act.OFFER, planner), self.now()
            commitments = await Commitments(connection).list(training_id)
            mine = next((one for one in commitments if one.agency.id == agency_id), None)
            if mine is None:
                raise Refusal("host-no-seats")
            if mine.is_host or agency_id in offers_of(await Planning(connection).list_moves(training_id)):
                return
            move = await planner.record(connection, plan, What.OFFERED, now, agency_id=agency_id, agency=agency_id)
            await planner.tell_secretariat(connection, training_id, move, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeHost:
    """The secretariat names one of the agencies that take seats as the host; all who have a part in it are told.

    Raises NotAllowed, or a Refusal: host-no-seats, plan-unknown, plan-moved-on.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, training_id: int, actor_telegram_id: int, agency_id: int) -> None:
        async with self.database.write() as connection:
            planner = await planner_of(connection, actor_telegram_id, self.admin_ids)
            plan, now = await hold(connection, training_id, Act.HOST, planner), self.now()
            commitments = await Commitments(connection).list(training_id)
            host = next((one for one in commitments if one.agency.id == agency_id), None)
            if host is None:
                raise Refusal("host-no-seats")
            if host.is_host:
                return
            await Commitments(connection).set_host(training_id, agency_id)
            by = planner.agency_for(Act.HOST, plan)
            move = await planner.record(
                connection, plan, What.HOST, now, agency_id=by, agency=agency_id, host=host.agency.short_name
            )
            everyone = await involved(connection, plan, commitments)
            await planner.tell_agencies(connection, everyone, training_id, move, now)
