"""Any history of moves, found by Hypothesis: what must always hold, holds after each of them.

`JALIN_HISTORIES=2000` makes it a long run: so many histories of fifty moves each.
"""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial
from itertools import count, groupby
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import Row, and_, case, select

from services.errors import Refusal
from services.privacy import EraseData
from services.seats import Method, Who
from storage.database import Database
from storage.repositories.enrolments import Enrolments
from storage.repositories.seats import SeatPools, StoredPool
from storage.tables import AgencyRow, BatchRow, EnrolmentMoveRow, EnrolmentRow, OfferRow, PersonRow, SeatPoolRow
from tests.support.clock import NOON, Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

HISTORIES = int(os.environ.get("JALIN_HISTORIES", "0"))
LAST_MOMENT = NOON + timedelta(days=16)
PROVINCES = ("NTT", "NTT", "NTT", "Bali", "Bali", None)
WHO = st.integers(0, len(PROVINCES) - 1)
WHICH = st.integers(0, 2)
RECOMMENDED = 2
"""The batch that asks for a recommendation."""
numbers = count(1)

CAPACITIES = select(BatchRow.id, BatchRow.capacity)
STANDING = (
    select(
        EnrolmentRow.id,
        EnrolmentRow.person_id,
        EnrolmentRow.batch_id,
        EnrolmentRow.state,
        EnrolmentRow.submitted_at,
        AgencyRow.province,
        PersonRow.unreachable_since.is_(None).label("reachable"),
        OfferRow.id.label("offer_id"),
        case((OfferRow.id.is_not(None), OfferRow.pool_id), else_=EnrolmentRow.pool_id).label("pool_id"),
    )
    .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
    .join(AgencyRow, AgencyRow.id == PersonRow.agency_id)
    .outerjoin(OfferRow, and_(OfferRow.enrolment_id == EnrolmentRow.id, OfferRow.state == "open"))
    .where(EnrolmentRow.state.not_in(("cancelled", "declined", "expired")))
    .order_by(EnrolmentRow.id)
)
STEPS = (
    select(EnrolmentRow.id, EnrolmentRow.state, EnrolmentMoveRow.from_state, EnrolmentMoveRow.to_state)
    .join(EnrolmentMoveRow, EnrolmentMoveRow.enrolment_id == EnrolmentRow.id)
    .order_by(EnrolmentMoveRow.enrolment_id, EnrolmentMoveRow.id)
)


class World:
    """One database for all histories; each has people and batches of its own."""

    def __init__(self, url: str) -> None:
        self.runner = asyncio.Runner()
        self.now = Clock()
        self.database = Database(url)
        self.provinces = Provinces(self.database)
        self.seats = SeatTools(self.database, self.now)
        self.erase = EraseData(database=self.database, now=self.now)
        self.run(self.provinces.found())

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(work)

    async def standing(self, batches: list[int]) -> Sequence[Row[Any]]:
        """What has not ended in these batches, each with its person and its open offer."""
        async with self.database.read() as connection:
            return (await connection.execute(STANDING.where(EnrolmentRow.batch_id.in_(batches)))).all()

    def close(self) -> None:
        self.run(self.database.close())
        self.runner.close()


@pytest.mark.timeout(0 if HISTORIES else 120)
def test_after_any_history_all_that_must_hold_holds(database_url: str) -> None:
    world = World(database_url)
    limits = settings(
        max_examples=HISTORIES or 10,
        stateful_step_count=50 if HISTORIES else 20,
        deadline=None,
        derandomize=not HISTORIES,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(partial(Histories, world), settings=limits)  # type: ignore[arg-type]
    finally:
        world.close()


class Histories(RuleBasedStateMachine):
    """Six people and three overlapping batches: planned by province, first come, and with a recommendation."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.seats = world.seats
        self.people: list[int] = []
        self.batches: list[int] = []
        self.cancelled: list[int] = []
        self.line: dict[int, Row[Any]] = {}
        self.seated: dict[int, int] = {}
        """As it was before the last move: who was in line, and the pool of each seat, by enrolment."""

    @initialize()
    def begin(self) -> None:
        self.world.now.set(NOON)
        self.people = [self.welcome(province) for province in PROVINCES]
        self.batches = [self.open_batch(which) for which in range(3)]

    @rule(who=WHO, which=WHICH, taps=st.integers(1, 2))
    def enrol(self, who: int, which: int, taps: int) -> None:
        call = {"telegram_id": self.people[who], "batch_id": self.batches[which]}
        self.run(*(self.seats.enrol(**call) for _ in range(taps)))

    @rule(which=WHICH)
    def everybody_comes(self, which: int) -> None:
        self.run(*(self.seats.enrol(telegram_id=who, batch_id=self.batches[which]) for who in self.people))

    @rule(who=WHO, which=WHICH)
    def cancel(self, who: int, which: int) -> None:
        if enrolment := self.live(who, which):
            self.run(self.seats.cancel(telegram_id=self.people[who], enrolment_id=enrolment, reason="Sakit."))

    @rule(who=WHO)
    def hand_in_a_letter(self, who: int) -> None:
        if enrolment := self.live(who, RECOMMENDED):
            letter = f"letter-{next(numbers)}"
            self.run(self.seats.keep_letter(telegram_id=self.people[who], enrolment_id=enrolment, file=letter))

    @rule(who=WHO, superior=WHO, given=st.booleans())
    def recommend(self, who: int, superior: int, given: bool) -> None:
        if enrolment := self.live(who, RECOMMENDED):
            telegram_id = self.people[superior]
            self.run(self.seats.recommend(superior_telegram_id=telegram_id, enrolment_id=enrolment, given=given))

    @rule(which=WHICH, approved=st.booleans())
    def decide(self, which: int, approved: bool) -> None:
        for row in self.rows(
            EnrolmentRow,
            EnrolmentRow.batch_id == self.batches[which],
            EnrolmentRow.state.in_(("submitted", "recommended")),
        ):
            call = {"enrolment_id": row["id"], "actor_telegram_id": RINA}
            self.run(self.seats.review(**call, approved=approved, reason="Surat belum ada."))

    @rule(swap=st.booleans(), accepts=st.booleans())
    def everybody_answers(self, swap: bool, accepts: bool) -> None:
        for telegram_id, offer in self.offers():
            if accepts:
                self.run(self.seats.accept(telegram_id=telegram_id, offer_id=offer, swap=swap))
            else:
                self.run(self.seats.decline(telegram_id=telegram_id, offer_id=offer))

    @rule(which=st.integers(0, 9), accepts=st.booleans(), swap=st.booleans())
    def somebody_answers(self, which: int, accepts: bool, swap: bool) -> None:
        if offers := self.offers():
            telegram_id, offer = offers[which % len(offers)]
            again = partial(self.seats.accept, swap=swap) if accepts else self.seats.decline
            self.run(*(again(telegram_id=telegram_id, offer_id=offer) for _ in range(2)))

    @rule(hours=st.integers(1, 60), sweeps=st.booleans())
    def time_passes(self, hours: int, sweeps: bool) -> None:
        self.world.now.set(min(self.world.now() + timedelta(hours=hours), LAST_MOMENT))
        if sweeps:
            self.run(self.seats.expire())
            self.run(self.seats.release())

    @rule(which=WHICH, capacity=st.integers(0, 5))
    def change_capacity(self, which: int, capacity: int) -> None:
        batch = self.batches[which]
        self.run(self.seats.change_capacity(batch_id=batch, actor_telegram_id=RINA, capacity=capacity))

    @rule(ntt=st.integers(0, 3))
    def adjust(self, ntt: int) -> None:
        pools = {row["key"]: row["size"] for row in self.rows(SeatPoolRow, SeatPoolRow.batch_id == self.batches[0])}
        sizes = {"NTT": ntt, "open": sum(pools.values()) - ntt - pools["Bali"]}
        self.run(self.seats.adjust(batch_id=self.batches[0], actor_telegram_id=RINA, seats=sizes, reason="Alasan."))

    @rule(who=WHO, reached=st.booleans())
    def block_or_return(self, who: int, reached: bool) -> None:
        since = None if reached else NOON
        person = self.world.provinces.ids[self.people[who]]
        self.world.run(self.world.provinces.change(PersonRow, person, unreachable_since=since))
        self.run(self.seats.move_lines())

    @rule(which=WHICH, sure=st.integers(0, 3))
    def cancel_batch(self, which: int, sure: int) -> None:
        if sure:  # it comes seldom, or every history would be about it
            return
        self.cancelled.append(self.batches[which])
        self.run(self.seats.cancel_batch(batch_id=self.batches[which], actor_telegram_id=RINA, reason="Banjir."))
        assert not self.world.run(self.world.standing([self.cancelled[-1]]))
        self.batches[which] = self.open_batch(which)

    @rule(who=WHO)
    def erase_and_begin_anew(self, who: int) -> None:
        self.run(self.world.erase(telegram_id=self.people[who]))
        self.people[who] = self.welcome(PROVINCES[who])

    @invariant()
    def all_that_must_hold_holds(self) -> None:
        self.world.run(self.look())

    async def look(self) -> None:
        """No seat is given twice, lost or idle, nobody has two sure seats at once, nobody is overtaken in line."""
        async with self.world.database.read() as connection:
            pools = await SeatPools(connection).list_many(self.batches)
            for pool in pools:
                if pool.free:
                    assert await Enrolments(connection).next_in_line(pool.batch_id, **pool.who, limit=1) == ()
            for id_, capacity in await connection.execute(CAPACITIES.where(BatchRow.id.in_(self.batches))):
                assert sum(pool.size for pool in pools if pool.batch_id == id_) in {capacity, 0}
        assert all(0 <= pool.taken <= pool.size for pool in pools)
        standing = await self.world.standing(self.batches)
        sure = [row.person_id for row in standing if row.state == "confirmed"]
        assert len(set(sure)) == len(sure)
        live = [(row.person_id, row.batch_id) for row in standing]
        assert len(set(live)) == len(live)
        assert all((row.offer_id is not None) == (row.state == "offered") for row in standing)
        held = Counter(row.pool_id for row in standing if row.state in ("confirmed", "offered"))
        assert all(pool.taken == held[pool.id] for pool in pools)
        self.look_at_the_order({pool.id: pool for pool in pools}, standing)

    def look_at_the_order(self, pools: dict[int, StoredPool], standing: Sequence[Row[Any]]) -> None:
        """Who got a seat since the last move got none that somebody before them in line could have had."""
        line = {row.id: row for row in standing if row.state == "waitlisted"}
        seated = {row.id: row.pool_id for row in standing if row.state in ("confirmed", "offered") and row.pool_id}
        waited = [row for row in line.values() if row.reachable and row.id in self.line and self.line[row.id].reachable]
        for row in standing:
            if row.id not in seated or self.seated.get(row.id) == seated[row.id]:
                continue
            who = pools[row.pool_id].who
            for other in waited:
                could = Who(tuple(who["provinces"]), who["regional"]).admits(other.province)
                before = (other.submitted_at, other.id) < (row.submitted_at, row.id)
                assert not (other.batch_id == row.batch_id and could and before)
        self.line, self.seated = line, seated

    async def read_histories(self) -> None:
        """Every history leads, step by step, to where the enrolment stands; and `CheckSeats` finds nothing."""
        async with self.world.database.read() as connection:
            assert await SeatPools(connection).list_miscounts() == ()
            mine = EnrolmentRow.batch_id.in_([*self.batches, *self.cancelled])
            rows = (await connection.execute(STEPS.where(mine))).all()
        for _, steps in groupby(rows, key=lambda row: row.id):
            states = [None]
            for step in steps:
                assert step.from_state == states[-1]
                states.append(step.to_state)
            assert states[-1] == step.state

    def teardown(self) -> None:
        for batch in self.batches:
            self.run(self.seats.cancel_batch(batch_id=batch, actor_telegram_id=RINA, reason="Selesai."))
        self.world.run(self.read_histories())

    def run(self, *calls: Coroutine[Any, Any, Any]) -> None:
        """Make calls side by side; a no is an answer."""
        self.world.run(self._refusing(calls))

    async def _refusing(self, calls: tuple[Coroutine[Any, Any, Any], ...]) -> None:
        async def one(call: Coroutine[Any, Any, Any]) -> None:
            with suppress(Refusal):
                await call

        await asyncio.gather(*map(one, calls))

    def rows(self, row: type[Any], *conditions: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.world.run(self.world.provinces.rows(row, *conditions))
        return found

    def welcome(self, province: str | None) -> int:
        telegram_id = 1_000_000 + next(numbers)
        self.world.run(self.world.provinces.welcome(telegram_id, province))
        return telegram_id

    def open_batch(self, which: int) -> int:
        """The first is planned by province, the second first come, the third asks for a recommendation."""
        values: dict[str, Any] = {"registration_closes_at": LAST_MOMENT, "cancel_until": LAST_MOMENT}
        values |= {"offer_hours": 24, "capacity": (3, 1, 2)[which], "needs_recommendation": which == RECOMMENDED}
        values |= {"seats_release_at": None if which else NOON + timedelta(days=4)}
        batch: int = self.world.run(self.world.provinces.open_batch(f"b-{next(numbers)}", **values))
        if not which:
            plan = {"NTT": 2, "Bali": 1}
            self.run(self.seats.plan(batch_id=batch, actor_telegram_id=RINA, method=Method.BY_HAND, by_hand=plan))
        return batch

    def live(self, who: int, which: int) -> int | None:
        rows = self.rows(
            EnrolmentRow,
            EnrolmentRow.person_id == self.world.provinces.ids[self.people[who]],
            EnrolmentRow.batch_id == self.batches[which],
            EnrolmentRow.state.not_in(("cancelled", "declined", "expired")),
        )
        return rows[0]["id"] if rows else None

    def offers(self) -> list[tuple[int, int]]:
        people = {self.world.provinces.ids[telegram_id]: telegram_id for telegram_id in self.people}
        standing = self.world.run(self.world.standing(self.batches))
        return [(people[row.person_id], row.offer_id) for row in standing if row.offer_id is not None]
