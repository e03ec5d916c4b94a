"""Reminders: planned from dates and moved with them, swept once, and true when they are said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from services.errors import NotAllowed, Refusal
from services.reminders import (
    ForecastReminders,
    GetAgenda,
    GetReminders,
    HoldKind,
    Kind,
    PlanReminders,
    ReminderView,
    SayComing,
    Snooze,
    SweepReminders,
    Swept,
    Watch,
)
from storage.database import Database
from storage.tables import DeliveryRow, EnrolmentRow, ReminderRow
from storage.tables.people import PersonRow
from storage.tables.trainings import BatchProvinceRow
from tests.support.clock import Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

YOHANA, SRI = 1, 2
START = datetime(2026, 12, 7, 1, 0, tzinfo=UTC)
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


class Tick:
    """The two ticks, as the schedule calls them."""

    def __init__(self, world: Provinces, now: Clock) -> None:
        self.world, self.now = world, now
        self.plan = PlanReminders(database=world.database, now=now)
        self.sweep = SweepReminders(database=world.database, now=now)
        self.get = GetReminders(database=world.database, now=now)

    async def __call__(self) -> Swept:
        await self.plan()
        return await self.sweep()

    async def at(self, moment: datetime) -> Swept:
        """The clock moves to a moment, and ticks there."""
        self.now.advance(seconds=(moment - self.now()).total_seconds())
        return await self()

    async def owed(self, telegram_id: int = YOHANA) -> list[list[tuple[str, str]]]:
        """The reminders in each message that is owed to somebody and would be said now."""
        person = self.world.ids[telegram_id]
        rows = await self.world.rows(DeliveryRow, DeliveryRow.kind == "reminder", DeliveryRow.person_id == person)
        found = [await self.get(person_id=person, ids=row["payload"]["reminders"]) for row in rows]
        return [[(str(view.kind), view.offset) for view in views] for views in found if views]


@pytest.fixture
def tick(world: Provinces, now: Clock) -> Tick:
    return Tick(world, now)


@pytest.fixture
async def batch(world: Provinces, seats: SeatTools) -> int:
    """Yohana has a sure seat from 7 December on."""
    batch = await world.open_batch(access="Ruang 3")
    await world.welcome_all([YOHANA, SRI])
    await seats.enrol(telegram_id=YOHANA, batch_id=batch)
    return batch


async def test_a_start_is_said_seven_days_a_day_and_an_hour_before_once_each(tick: Tick, batch: int) -> None:
    swept = [await tick.at(START - before) for before in (7 * DAY + MINUTE, 7 * DAY, 7 * DAY, DAY, HOUR)]

    assert swept == [Swept(), Swept(1), Swept(), Swept(1), Swept(1)]
    assert await tick.owed() == [[("start", "1h")]]
    assert await tick() == Swept()


async def test_the_last_one_tells_how_to_get_in(tick: Tick, batch: int, world: Provinces) -> None:
    views: list[ReminderView] = []
    for before in (DAY, HOUR):
        await tick.at(START - before)
        last = (await world.rows(DeliveryRow, DeliveryRow.kind == "reminder"))[-1]
        views += await tick.get(person_id=world.ids[YOHANA], ids=last["payload"]["reminders"])

    assert [(view.offset, view.access) for view in views] == [("1d", None), ("1h", "Ruang 3")]


async def test_what_was_over_before_somebody_enrolled_is_not_said(
    tick: Tick, seats: SeatTools, batch: int, now: Clock
) -> None:
    now.advance(seconds=(START - 8 * DAY - now()).total_seconds())
    await seats.enrol(telegram_id=SRI, batch_id=batch)

    assert await tick.at(START - 7 * DAY) == Swept(2)
    assert await tick.at(START - 7 * DAY) == Swept()


async def test_who_enrols_late_gets_only_what_is_still_to_come(
    tick: Tick, world: Provinces, seats: SeatTools, batch: int
) -> None:
    await tick.at(START - 3 * DAY)
    await world.change_batch(batch, registration_closes_at=START)
    await seats.enrol(telegram_id=SRI, batch_id=batch)

    assert await tick() == Swept()
    assert await tick.at(START - DAY) == Swept(2)
    rows = await world.rows(ReminderRow, ReminderRow.person_id == world.ids[SRI])
    assert [(row["offset"], row["state"]) for row in rows] == [("7d", "dropped"), ("1d", "posted")]


async def test_late_but_true_is_said_and_too_late_is_dropped(tick: Tick, world: Provinces, batch: int) -> None:
    assert await tick.at(START - 3 * DAY) == Swept(1)

    await tick.at(START - DAY - 5 * MINUTE)
    assert await tick.at(START - HOUR) == Swept(1, 1)
    rows = await world.rows(ReminderRow)
    assert [(row["offset"], row["state"]) for row in rows] == [("7d", "posted"), ("1d", "dropped"), ("1h", "posted")]


async def test_a_person_who_left_is_not_reminded(tick: Tick, seats: SeatTools, world: Provinces, batch: int) -> None:
    await tick.at(START - 7 * DAY)
    (enrolment,) = await world.rows(EnrolmentRow)
    await seats.cancel(telegram_id=YOHANA, enrolment_id=enrolment["id"], reason="duty")

    assert await tick.owed() == []
    assert await tick.at(START - DAY) == Swept()


async def test_a_date_that_moves_takes_its_reminders_along(tick: Tick, world: Provinces, batch: int) -> None:
    await tick.at(START - 7 * DAY)
    await world.change_batch(batch, starts_at=START + DAY, ends_at=START + 5 * DAY)

    assert await tick.owed() == []
    assert await tick.at(START - 6 * DAY) == Swept(1)
    assert await tick.at(START - DAY) == Swept()
    assert await tick.at(START) == Swept(1)
    assert await tick.owed() == [[("start", "1d")]]


async def test_what_falls_due_within_ten_minutes_comes_along(
    tick: Tick, world: Provinces, seats: SeatTools, batch: int
) -> None:
    for minutes, code in ((10, "b"), (12, "c")):
        start = START + 10 * DAY + minutes * MINUTE
        other = await world.open_batch(code, starts_at=start, ends_at=start + MINUTE)
        await world.change_batch(other, registration_closes_at=start)
        await seats.enrol(telegram_id=SRI, batch_id=other)
    first = await world.open_batch("a", starts_at=START + 10 * DAY, ends_at=START + 10 * DAY + 5 * MINUTE)
    await seats.enrol(telegram_id=SRI, batch_id=first)

    await tick.at(START + 4 * DAY)
    assert await tick.at(START + 9 * DAY) == Swept(1)
    assert (await tick.owed(SRI))[-1] == [("start", "1d"), ("start", "1d")]
    assert await tick.at(START + 9 * DAY + 12 * MINUTE) == Swept(1)


async def test_what_is_switched_off_is_not_said(tick: Tick, world: Provinces, batch: int) -> None:
    await world.change(PersonRow, world.ids[YOHANA], muted=["start"])

    assert await tick.at(START - 7 * DAY) == Swept()
    assert [row["state"] for row in await world.rows(ReminderRow)] == ["withdrawn"]


async def test_who_blocked_the_bot_is_reminded_when_back_if_it_still_helps(
    tick: Tick, world: Provinces, batch: int
) -> None:
    await world.block(YOHANA)
    assert await tick.at(START - 7 * DAY) == Swept()

    await world.change(PersonRow, world.ids[YOHANA], unreachable_since=None)

    assert await tick.at(START - 3 * DAY) == Swept(1)


async def test_a_kind_that_is_held_waits_and_is_said_when_it_is_let_go(
    tick: Tick, world: Provinces, batch: int, now: Clock
) -> None:
    hold = HoldKind(database=world.database, now=now, admin_ids=frozenset())
    jakarta, ntt = world.agencies["DKI"], world.agencies["NTT"]
    await hold(actor_telegram_id=RINA, agency_id=jakarta, kind=Kind.START, hold=True)

    assert await tick.at(START - 7 * DAY) == Swept()
    await hold(actor_telegram_id=RINA, agency_id=jakarta, kind=Kind.START, hold=False)
    assert await tick() == Swept(1)
    with pytest.raises(NotAllowed):
        await hold(actor_telegram_id=RINA, agency_id=ntt, kind=Kind.START, hold=True)


async def test_organizers_see_what_will_go_out(world: Provinces, batch: int, seats: SeatTools, now: Clock) -> None:
    await seats.enrol(telegram_id=SRI, batch_id=batch)
    now.advance(seconds=(START - 8 * DAY - now()).total_seconds())
    forecast = ForecastReminders(database=world.database, now=now, admin_ids=frozenset())

    seen = await forecast(actor_telegram_id=RINA)

    assert [(line.kind, line.offset, line.due_at, line.batch_id, line.count) for line in seen.lines] == [
        (Kind.START, "7d", START - 7 * DAY, batch, 2),
        (Kind.START, "1d", START - DAY, batch, 2),
    ]
    with pytest.raises(NotAllowed):
        await forecast(actor_telegram_id=YOHANA)


async def test_one_may_be_reminded_again_tomorrow_unless_it_is_over_by_then(
    tick: Tick, world: Provinces, batch: int, now: Clock
) -> None:
    snooze = Snooze(database=world.database, now=now)
    await tick.at(START - 7 * DAY)
    (first,) = [row["id"] for row in await world.rows(ReminderRow)]

    assert [await snooze(telegram_id=YOHANA, first=first) for _ in range(2)] == [START - 6 * DAY] * 2
    assert await snooze(telegram_id=SRI, first=first) is None
    assert await tick.at(START - 6 * DAY) == Swept(1)
    await tick.at(START - DAY)
    assert await snooze(telegram_id=YOHANA, first=first) is None


async def test_who_comes_says_so_for_the_own_seat_only(world: Provinces, batch: int, now: Clock) -> None:
    coming = SayComing(database=world.database, now=now)
    (enrolment,) = await world.rows(EnrolmentRow)

    for _ in range(2):
        await coming(telegram_id=YOHANA, enrolment_id=enrolment["id"])
        now.advance(hours=1)

    assert (await world.rows(EnrolmentRow))[0]["coming_at"] == now() - 2 * HOUR
    with pytest.raises(Refusal, match="enrolment-unknown"):
        await coming(telegram_id=SRI, enrolment_id=enrolment["id"])


async def test_a_letter_that_is_awaited_is_asked_for_until_it_is_there(
    tick: Tick, world: Provinces, seats: SeatTools
) -> None:
    batch = await world.open_batch(needs_recommendation=True)
    await world.welcome(YOHANA)
    enrolled = await seats.enrol(telegram_id=YOHANA, batch_id=batch)
    due = enrolled.letter_due_at
    assert due is not None

    assert await tick.at(due - DAY) == Swept(1)
    assert await tick.owed() == [[("letter", "1d")]]
    await seats.keep_letter(telegram_id=YOHANA, enrolment_id=enrolled.enrolment_id, file="abc")
    assert await tick.owed() == []
    assert await tick.at(due - 3 * HOUR) == Swept()


async def test_an_offer_is_said_again_before_it_is_passed_on(
    tick: Tick, world: Provinces, seats: SeatTools, batch: int
) -> None:
    full = await world.open_batch("penuh", capacity=0)
    await seats.enrol(telegram_id=SRI, batch_id=full)
    await seats.change_capacity(batch_id=full, actor_telegram_id=RINA, capacity=1)

    assert await tick.at(tick.now() + 42 * HOUR) == Swept(1)
    assert await tick.owed(SRI) == [[("offer", "6h")]]
    await seats.decline(telegram_id=SRI, offer_id=await world.offer_to(SRI))
    assert await tick.owed(SRI) == []


@pytest.mark.parametrize(("provinces", "expected"), [((), 1), (("NTT",), 1), (("Bali",), 0)])
async def test_who_watches_a_training_hears_when_it_opens_and_before_it_closes(
    tick: Tick, world: Provinces, database: Database, seats: SeatTools, provinces: tuple[str, ...], expected: int
) -> None:
    opens = tick.now() + DAY
    batch = await world.open_batch(registration_opens_at=opens)
    await world.welcome(YOHANA)
    watch = Watch(database=database, now=tick.now)
    for _ in range(2):
        await watch(telegram_id=YOHANA, batch_id=batch, on=True)
    async with database.write() as connection:
        for province in provinces:
            await connection.execute(insert(BatchProvinceRow).values(batch_id=batch, province=province))

    assert await tick.at(opens) == Swept(expected)
    assert await tick.at(datetime(2026, 11, 27, 9, 0, tzinfo=UTC)) == Swept(expected)
    if expected:
        await seats.enrol(telegram_id=YOHANA, batch_id=batch)
        assert await tick.at(datetime(2026, 11, 29, 9, 0, tzinfo=UTC)) == Swept()


async def test_an_agenda_holds_all_that_lies_before_somebody(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    starts, ends = START + 30 * DAY, START + 31 * DAY
    letter = await world.open_batch("surat", needs_recommendation=True, starts_at=starts, ends_at=ends)
    await seats.enrol(telegram_id=YOHANA, batch_id=letter)
    watched = await world.open_batch("ditunggu", registration_opens_at=now() + DAY)
    watch = Watch(database=world.database, now=now)
    await watch(telegram_id=YOHANA, batch_id=watched, on=True)

    agenda = await GetAgenda(database=world.database, now=now)(telegram_id=YOHANA)
    await watch(telegram_id=YOHANA, batch_id=watched, on=False)
    later = await GetAgenda(database=world.database, now=now)(telegram_id=YOHANA)

    assert [(entry.kind, entry.batch_id) for entry in agenda] == [
        ("opening", watched),
        ("letter", letter),
        ("closing", watched),
        ("start", batch),
    ]
    assert [entry.kind for entry in later] == ["letter", "start"]
    assert await GetAgenda(database=world.database, now=now)(telegram_id=999) == ()
