"""Any history of moves, found by Hypothesis: what must always hold, holds after each of them.

`JALIN_HISTORIES=2000` makes it a long run: so many histories of fifty moves each.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Coroutine
from contextlib import suppress
from datetime import timedelta
from functools import partial
from itertools import count, groupby
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from services.errors import Refusal
from services.privacy import EraseData
from services.seats import Method
from storage.database import Database
from storage.repositories.enrolments import Enrolments
from storage.repositories.seats import SeatPools
from storage.tables import BatchRow, EnrolmentMoveRow, EnrolmentRow, OfferRow, PersonRow, SeatPoolRow
from tests.support.clock import NOON, Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

HISTORIES = int(os.environ.get("JALIN_HISTORIES", "0"))
LAST_MOMENT = NOON + timedelta(days=16)
PROVINCES = ("NTT", "NTT", "NTT", "Bali", "Bali", None)
WHO = st.integers(0, len(PROVINCES) - 1)
WHICH = st.integers(0, 2)
numbers = count(1)

CAPACITIES = select(BatchRow.id, BatchRow.capacity)
STANDING = select(EnrolmentRow.id, EnrolmentRow.person_id, EnrolmentRow.state).order_by(EnrolmentRow.id)
OFFERED = (
    select(OfferRow.enrolment_id)
    .join(EnrolmentRow, EnrolmentRow.id == OfferRow.enrolment_id)
    .where(OfferRow.state == "open")
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

    def close(self) -> None:
        self.run(self.database.close())
        self.runner.close()


def test_after_any_history_all_that_must_hold_holds(database_url: str) -> None:
    world = World(database_url)
    limits = settings(
        max_examples=HISTORIES or 7,
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

    @initialize()
    def begin(self) -> None:
        self.world.now.set(NOON)
        self.people = [self.welcome(province) for province in PROVINCES]
        closes: dict[str, Any] = {"registration_closes_at": LAST_MOMENT, "cancel_until": LAST_MOMENT, "offer_hours": 24}
        for capacity in (3, 1, 2):
            values = closes | {"capacity": capacity, "needs_recommendation": capacity == 2}
            self.batches.append(self.world.run(self.world.provinces.open_batch(f"b-{next(numbers)}", **values)))
        self.change_batch(0, seats_release_at=NOON + timedelta(days=4))
        plan = {"NTT": 2, "Bali": 1}
        batch = self.batches[0]
        self.run(self.seats.plan(batch_id=batch, actor_telegram_id=RINA, method=Method.BY_HAND, by_hand=plan))

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

    @rule(which=WHICH, approved=st.booleans())
    def decide(self, which: int, approved: bool) -> None:
        for row in self.rows(
            EnrolmentRow, EnrolmentRow.batch_id == self.batches[which], EnrolmentRow.state == "submitted"
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

    @rule(who=WHO)
    def erase_and_begin_anew(self, who: int) -> None:
        self.run(self.world.erase(telegram_id=self.people[who]))
        self.people[who] = self.welcome(PROVINCES[who])

    @invariant()
    def all_that_must_hold_holds(self) -> None:
        self.world.run(self.look())

    async def look(self) -> None:
        """No seat is given twice or lost, nobody waits beside a free seat, nobody has two sure seats at once."""
        async with self.world.database.read() as connection:
            assert await SeatPools(connection).list_miscounts() == ()
            pools = await SeatPools(connection).list_many(self.batches)
            for pool in pools:
                if pool.free:
                    assert await Enrolments(connection).next_in_line(pool.batch_id, **pool.who, limit=1) == ()
            for id_, capacity in await connection.execute(CAPACITIES.where(BatchRow.id.in_(self.batches))):
                assert sum(pool.size for pool in pools if pool.batch_id == id_) in {capacity, 0}
            mine = EnrolmentRow.batch_id.in_(self.batches)
            standing = (await connection.execute(STANDING.where(mine))).all()
            held = list(await connection.scalars(OFFERED.where(mine)))
        sure = [row.person_id for row in standing if row.state == "confirmed"]
        assert len(set(sure)) == len(sure)
        assert sorted(held) == [row.id for row in standing if row.state == "offered"]

    async def read_histories(self) -> None:
        """Every history leads, step by step, to where the enrolment stands."""
        async with self.world.database.read() as connection:
            rows = (await connection.execute(STEPS.where(EnrolmentRow.batch_id.in_(self.batches)))).all()
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

    def change_batch(self, which: int, **values: Any) -> None:
        self.world.run(self.world.provinces.change_batch(self.batches[which], **values))

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
        owners = {row["id"]: people.get(row["person_id"]) for row in self.rows(EnrolmentRow)}
        open_ones = self.rows(OfferRow, OfferRow.state == "open")
        return [(who, row["id"]) for row in open_ones if (who := owners[row["enrolment_id"]]) is not None]
