"""The daily quiz and the week's summary: at the chosen hour of each clock, once, and only where they help."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis.strategies import datetimes, just, sampled_from
from sqlalchemy import update

from services.errors import Refusal
from services.practice.habits import HOURS, QUIZ, WEEK_HOUR, WEEKLY, Standing, SweepHabits, is_heard, standing
from services.practice.habits.hours import last_week, next_quiz, next_week
from services.zones import ZONES
from storage.database import Database
from storage.repositories.habits import Day, HabitRows, Known
from storage.tables import PersonRow
from tests.services.test_outbox_claiming import explain, plans_of
from tests.support.clock import NOON, Clock
from tests.support.deliveries import add_agency
from tests.support.habits import Learners

YOHANA, SRI, BAGUS = 1, 2, 3
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
HALF_PAST_SEVEN = datetime(2026, 11, 17, 23, 30, tzinfo=UTC)
"""On Wednesday, 18 November, in WITA."""
MONDAY = date(2026, 11, 16)
SCANS = re.compile(r"(SCAN|Seq Scan on) (people|agencies|practice_\w+|quizzes)\b(?! USING INDEX)")
SUNDAY_EVENING = datetime(2026, 11, 22, 11, 30, tzinfo=UTC)
"""19.30 in WITA."""


@pytest.fixture
async def learners(database: Database, now: Clock) -> Learners:
    """Yohana, who agreed, in WITA."""
    learners = Learners(database, now)
    await learners.meet(YOHANA)
    return learners


async def change(learners: Learners, id_: int, **values: Any) -> None:
    async with learners.database.write() as connection:
        await connection.execute(update(PersonRow).where(PersonRow.id == id_).values(**values))


@pytest.mark.parametrize(("zone", "hour"), [("WIB", 0), ("WITA", 23), ("WIT", 22)])
async def test_it_comes_at_the_chosen_hour_of_each_clock_once_a_day(learners: Learners, zone: str, hour: int) -> None:
    await learners.meet(SRI, zone=None)
    await add_agency(learners.database, 9, zone)
    await change(learners, SRI, agency_id=9)
    await learners.choose(SRI, "07:30", zone)
    moment = datetime(2026, 11, 17 if hour else 18, hour, 30, tzinfo=UTC)

    said = [await learners.at(when) for when in (moment - timedelta(minutes=1), moment, moment + HOUR, moment + DAY)]

    assert said == [(0, 0), (1, 0), (0, 0), (1, 0)]
    assert await learners.owed(QUIZ) == [(SRI, "2026-11-18"), (SRI, "2026-11-19")]


async def test_an_hour_of_today_comes_today_and_one_that_is_over_tomorrow(learners: Learners) -> None:
    await learners.choose(YOHANA, "16:30")
    later = await learners.planned(YOHANA)
    await learners.choose(YOHANA, "12:00")
    over = await learners.planned(YOHANA)
    await learners.choose(YOHANA, None)

    assert later[0] == datetime(2026, 11, 17, 8, 30, tzinfo=UTC)
    assert over[0] == NOON + DAY
    assert (await learners.planned(YOHANA))[0] is None
    assert (await learners.get(person=await learners.person(YOHANA))).quiz_at is None


async def test_who_chooses_another_hour_is_asked_once_that_day(learners: Learners) -> None:
    await learners.choose(YOHANA, "07:30")
    await learners.at(HALF_PAST_SEVEN)
    await learners.choose(YOHANA, "12:00")

    await learners.at(NOON + DAY)
    await learners.at(NOON + 2 * DAY)

    assert await learners.owed(QUIZ) == [(YOHANA, "2026-11-18"), (YOHANA, "2026-11-19")]


async def test_who_moved_east_is_asked_late_and_from_then_on_in_time(learners: Learners) -> None:
    await learners.choose(YOHANA, "07:30")
    await change(learners, YOHANA, zone="WIT")

    said = [await learners.at(HALF_PAST_SEVEN + after) for after in (timedelta(), DAY - HOUR, DAY)]

    assert said == [(1, 0), (1, 0), (0, 0)]


async def test_who_moved_west_is_asked_when_the_hour_comes_there(learners: Learners) -> None:
    await learners.choose(YOHANA, "07:30")
    await change(learners, YOHANA, zone="WIB")

    said = [await learners.at(HALF_PAST_SEVEN + after) for after in (timedelta(), HOUR, DAY, DAY + HOUR)]

    assert said == [(0, 0), (1, 0), (0, 0), (1, 0)]
    assert await learners.owed(QUIZ) == [(YOHANA, "2026-11-18"), (YOHANA, "2026-11-19")]


async def test_who_did_a_quiz_today_is_not_asked_and_tomorrow_is(learners: Learners) -> None:
    await learners.choose(YOHANA, "07:30")
    await learners.quiz(YOHANA, HALF_PAST_SEVEN - 8 * HOUR)  # 23.30 the day before
    await learners.meet(SRI)
    await learners.choose(SRI, "07:30")
    await learners.quiz(SRI, HALF_PAST_SEVEN - HOUR)

    await learners.at(HALF_PAST_SEVEN)
    await learners.at(HALF_PAST_SEVEN + DAY)

    assert await learners.owed(QUIZ) == [(YOHANA, "2026-11-18"), (YOHANA, "2026-11-19"), (SRI, "2026-11-19")]


@pytest.mark.parametrize(("late", "swept"), [(3 * HOUR, (1, 0)), (3 * HOUR + timedelta(seconds=1), (0, 1))])
async def test_what_comes_too_late_is_dropped(learners: Learners, late: timedelta, swept: tuple[int, int]) -> None:
    await learners.choose(YOHANA, "07:30")

    assert await learners.at(HALF_PAST_SEVEN + late) == swept
    assert (await learners.planned(YOHANA))[0] == HALF_PAST_SEVEN + DAY


async def test_nobody_away_is_asked_and_who_comes_back_is(learners: Learners) -> None:
    await learners.choose(YOHANA, "07:30")
    await change(learners, YOHANA, unreachable_since=NOON)

    away = await learners.at(HALF_PAST_SEVEN)
    await change(learners, YOHANA, unreachable_since=None)
    back = await learners.at(HALF_PAST_SEVEN + DAY)

    assert (away, back) == ((0, 0), (1, 0))


async def test_many_are_owed_in_small_slices(learners: Learners) -> None:
    people = range(10, 27)
    await learners.meet(*people)
    for id_ in people:
        await learners.choose(id_, "07:30")
    learners.now.set(HALF_PAST_SEVEN)

    swept = await SweepHabits(database=learners.database, now=learners.now, slice_size=5)()

    assert swept.posted == 17
    assert [person for person, _ in await learners.owed(QUIZ)] == list(people)


async def test_whether_it_may_still_be_said_is_asked_again(learners: Learners) -> None:
    await learners.choose(YOHANA, "07:30")
    asked: Any = {"person_id": YOHANA, "day": date(2026, 11, 18), "moment": HALF_PAST_SEVEN, "zone": "WITA"}
    learners.now.set(HALF_PAST_SEVEN)

    in_time = await learners.wanted(**asked)
    learners.now.set(HALF_PAST_SEVEN + 4 * HOUR)
    late = await learners.wanted(**asked)
    learners.now.set(HALF_PAST_SEVEN + HOUR)
    await learners.quiz(YOHANA, HALF_PAST_SEVEN + HOUR)
    done = await learners.wanted(**asked)
    await learners.choose(YOHANA, None)
    off = await learners.wanted(**asked | {"day": date(2026, 11, 17)})

    assert (in_time, late, done, off) == (True, False, False, False)


async def test_only_offered_hours_and_only_of_people_who_agreed(learners: Learners) -> None:
    with pytest.raises(Refusal, match="habits-hour"):
        await learners.choose(YOHANA, "03:00")
    with pytest.raises(Refusal, match="habits-consent"):
        await learners.hour(person=None, zone="WIB", hour="07:30")
    await learners.meet(SRI)
    await change(learners, SRI, consent_version=None)
    with pytest.raises(Refusal, match="habits-consent"):
        await learners.choose(SRI, "07:30")


@pytest.mark.parametrize(
    ("hour", "quiet", "heard"),
    [
        ("06:30", None, True),
        ("19:00", None, True),
        ("06:30", "19-07", False),
        ("19:00", "19-07", False),
        ("06:30", "none", True),
    ],
)
def test_an_hour_of_quiet_is_not_heard(hour: str, quiet: str | None, heard: bool) -> None:
    assert is_heard(hour, "WITA", quiet, NOON) is heard


@settings(max_examples=30, deadline=None)
@given(
    datetimes(datetime(2024, 1, 1), datetime(2040, 1, 1), timezones=just(UTC)),
    sampled_from(HOURS),
    sampled_from(sorted(ZONES)),
)
def test_the_next_one_is_always_ahead_on_the_persons_own_clock(moment: datetime, hour: str, zone: str) -> None:
    quiz, week = next_quiz(hour, zone, moment), next_week(zone, moment)
    local = week.astimezone(ZONES[zone])

    assert moment < quiz <= moment + DAY
    assert f"{quiz.astimezone(ZONES[zone]):%H:%M}" == hour
    assert last_week(zone, moment) <= moment < week <= moment + 7 * DAY
    assert (local.isoweekday(), f"{local:%H:%M}") == (7, WEEK_HOUR)


async def test_who_learns_gets_the_summary_on_sunday_once(learners: Learners) -> None:
    await learners.learn(YOHANA, date(2026, 11, 17))
    await learners.at(NOON)
    planned = await learners.planned(YOHANA)

    said = [await learners.at(SUNDAY_EVENING + after) for after in (-timedelta(minutes=1), timedelta(), HOUR)]

    assert planned == (None, SUNDAY_EVENING)
    assert said == [(0, 0), (1, 0), (0, 0)]
    assert await learners.owed(WEEKLY) == [(YOHANA, "2026-11-16")]


async def test_a_week_without_learning_is_passed_over_until_somebody_learns_again(learners: Learners) -> None:
    await learners.learn(YOHANA, date(2026, 11, 17))
    await learners.at(NOON)
    await learners.at(SUNDAY_EVENING)

    await learners.at(SUNDAY_EVENING + 7 * DAY)
    idle = await learners.planned(YOHANA)
    await learners.learn(YOHANA, date(2026, 12, 1))
    await learners.at(NOON + 14 * DAY)

    assert idle[1] is None
    assert (await learners.planned(YOHANA))[1] == SUNDAY_EVENING + 14 * DAY
    assert await learners.owed(WEEKLY) == [(YOHANA, "2026-11-16")]


async def test_who_wants_no_summary_gets_none_however_much_they_learn(learners: Learners) -> None:
    person = await learners.person(YOHANA)
    await learners.weekly(person=person, zone="WITA", on=False)
    await learners.learn(YOHANA, date(2026, 11, 17))
    await learners.at(NOON)

    off = await learners.at(SUNDAY_EVENING)
    unseen = await learners.week(person_id=YOHANA, monday=MONDAY, zone="WITA")
    await learners.weekly(person=person, zone="WITA", on=True)
    seen = await learners.week(person_id=YOHANA, monday=MONDAY, zone="WITA")

    assert off == (0, 0)
    assert unseen is None
    assert seen is not None
    assert (await learners.planned(YOHANA))[1] == SUNDAY_EVENING + 7 * DAY


@pytest.mark.parametrize(("late", "swept"), [(DAY, (1, 0)), (DAY + HOUR, (0, 1))])
async def test_a_summary_is_good_for_a_day(learners: Learners, late: timedelta, swept: tuple[int, int]) -> None:
    await learners.learn(YOHANA, date(2026, 11, 17))
    await learners.at(NOON)

    assert await learners.at(SUNDAY_EVENING + late) == swept
    assert (await learners.planned(YOHANA))[1] == SUNDAY_EVENING + 7 * DAY


async def test_who_moved_west_waits_for_sunday_evening_there(learners: Learners) -> None:
    await learners.learn(YOHANA, date(2026, 11, 17))
    await learners.at(NOON)
    await change(learners, YOHANA, zone="WIB")

    assert [await learners.at(SUNDAY_EVENING + after) for after in (timedelta(), HOUR)] == [(0, 0), (1, 0)]


async def test_a_week_counts_its_days_and_how_each_question_went(learners: Learners) -> None:
    await learners.learn(YOHANA, MONDAY, 4, 3)
    await learners.learn(YOHANA, MONDAY + 2 * DAY, 3, 3)
    await learners.learn(YOHANA, MONDAY - DAY, 9, 9)
    await learners.quiz(YOHANA, NOON, ("wog-01", True), ("bk-01", False))
    await learners.quiz(YOHANA, NOON + DAY, ("bk-01", True))
    await learners.quiz(YOHANA, NOON - 7 * DAY, ("wog-01", False))
    await learners.meet(SRI)
    await learners.quiz(SRI, NOON, ("wog-01", False))

    week = await learners.week(person_id=YOHANA, monday=MONDAY, zone="WITA")

    assert week is not None
    assert (week.learnt, week.answered, week.right) == (2, 7, 6)
    assert week.days[:3] == (Day(MONDAY, 4, 3), Day(MONDAY + DAY, 0, 0), Day(MONDAY + 2 * DAY, 3, 3))
    assert week.known == (Known("bk-01", 2, 1), Known("wog-01", 1, 1))


async def test_a_clock_that_went_a_year_ahead_and_came_back_costs_nobody_their_quizzes(learners: Learners) -> None:
    await learners.choose(YOHANA, "07:30")
    await learners.learn(YOHANA, date(2026, 11, 17))

    ahead = await learners.at(HALF_PAST_SEVEN + 365 * DAY)
    lost = await learners.planned(YOHANA)
    said = [await learners.at(when) for when in (NOON, HALF_PAST_SEVEN, HALF_PAST_SEVEN - HOUR, HALF_PAST_SEVEN + HOUR)]
    sunday = await learners.at(SUNDAY_EVENING)

    assert ahead == (1, 1)
    assert lost[0] is not None
    assert lost[0] > NOON + 365 * DAY
    assert said == [(0, 0), (1, 0), (0, 0), (0, 0)]
    assert sunday == (1, 1)  # the summary; no quiz, as nobody ticked in between
    assert await learners.owed(QUIZ) == [(YOHANA, "2027-11-18"), (YOHANA, "2026-11-18")]


async def test_a_change_of_hour_during_a_sweep_is_kept(learners: Learners) -> None:
    """The sweep moves what it saw planned; the hour that somebody chose meanwhile stands."""
    await learners.choose(YOHANA, "07:30")
    learners.now.set(HALF_PAST_SEVEN)
    async with learners.database.read() as connection:
        due = await HabitRows(connection).list_quizzes_due(now=learners.now(), limit=9)
    await learners.choose(YOHANA, "12:00")
    async with learners.database.write() as connection:
        await learners.sweep._owe_quizzes(connection, due, learners.now())

    assert (await learners.planned(YOHANA))[0] == NOON + DAY


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        pytest.param([("wog", 3, 3), ("bk", 4, 1), ("smart", 2, 1)], Standing("wog", "bk"), id="best and least"),
        pytest.param([("wog", 3, 3)], Standing("wog", None), id="nothing missed"),
        pytest.param([("wog", 1, 0)], Standing(None, "wog"), id="nothing known"),
        pytest.param([("wog", 2, 1)], Standing(None, "wog"), id="one topic is not both"),
        pytest.param([("wog", 1, 0), ("wog", 1, 1), ("bk", 1, 1)], Standing("bk", "wog"), id="counted together"),
        pytest.param([], Standing(None, None), id="nothing at all"),
    ],
)
def test_what_is_known_best_and_what_is_to_repeat(answers: list[tuple[str, int, int]], found: Standing[str]) -> None:
    assert standing(answers) == found


async def test_who_is_due_is_found_by_indexes_and_nobody_else_is_looked_at(learners: Learners) -> None:
    """Of a million who learnt today none is read each minute: a summary is planned with the first answer of a day."""
    people = range(10, 40)
    await learners.meet(YOHANA + 1, *people)
    for id_ in people:
        await learners.learn(id_, date(2026, 11, 17))
    await learners.choose(YOHANA, "07:30")

    with plans_of(learners.database) as idle:
        assert await learners.at(HALF_PAST_SEVEN - HOUR) == (0, 0)
    with plans_of(learners.database) as asked:
        assert await learners.at(HALF_PAST_SEVEN) == (1, 0)
    with plans_of(learners.database) as sunday:
        await learners.at(SUNDAY_EVENING)

    reads = [statement for statement, _ in idle if "SELECT" in statement]
    assert len(reads) == 4  # what is due, and what a clock that went ahead has lost; quizzes and summaries
    assert not [statement for statement in reads if "practice_days" in statement or "quizzes" in statement]
    plans = [await explain(learners.database, *query) for query in (*asked, *sunday) if query[0].startswith("SELECT")]
    for index in ("ix_practice_habits_quiz", "ix_practice_habits_week"):
        assert any(index in plan for plan in plans), "\n".join(plans)
    assert not [plan for plan in plans if SCANS.search(plan)], "\n".join(plans)
    # What is due at the same minute is not put in order: each slice would sort all that are left.
    assert not [plan for plan in plans if re.search(r"Sort Key: practice_habits\.\w+,|TEMP B-TREE FOR ORDER", plan)]
