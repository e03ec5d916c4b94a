"""What is read: the own list, and what is asked most by people whom nobody can name."""

from __future__ import annotations

from datetime import date

import pytest

from services.knowledge import ListReadings, MostAsked, RecordReading, Vote
from services.knowledge.readings import READINGS_KEPT
from storage.database import Database
from storage.tables import ArticleReadingRow, ArticleViewRow
from tests.support.clock import NOON, Clock
from tests.support.staff import Staff

YOHANA, BAGUS, DEWI, GUEST = 500, 501, 510, 999


@pytest.fixture
async def staff(database: Database) -> Staff:
    """Two people who have agreed, an organizer who has not."""
    staff = Staff(database)
    await staff.found()
    await staff.welcome(YOHANA)
    await staff.welcome(BAGUS)
    await staff.appoint(DEWI, "Dewi Umpama")
    return staff


@pytest.fixture
def record(database: Database, now: Clock) -> RecordReading:
    return RecordReading(database=database, now=now)


@pytest.fixture
def list_readings(database: Database) -> ListReadings:
    return ListReadings(database=database)


@pytest.fixture
def most_asked(database: Database, now: Clock) -> MostAsked:
    return MostAsked(database=database, now=now)


async def views(staff: Staff) -> dict[tuple[str, date], int]:
    rows = await staff.rows(ArticleViewRow, by="article")
    return {(row["article"], row["day"]): row["count"] for row in rows}


async def test_the_own_list_begins_with_what_was_opened_last(
    staff: Staff, record: RecordReading, list_readings: ListReadings, now: Clock
) -> None:
    for article in ("wog", "cg", "wog", "npm"):
        now.advance(minutes=1)
        await record(telegram_id=YOHANA, article=article)
    await record(telegram_id=BAGUS, article="biaya")

    assert await list_readings(person_id=await staff.person_id(YOHANA)) == ("npm", "wog", "cg")


async def test_ten_are_kept_of_each_person(
    staff: Staff, record: RecordReading, list_readings: ListReadings, now: Clock
) -> None:
    await record(telegram_id=BAGUS, article="first")
    for number in range(READINGS_KEPT + 3):
        now.advance(minutes=1)
        await record(telegram_id=YOHANA, article=f"article-{number}")

    kept = await list_readings(person_id=await staff.person_id(YOHANA))

    assert kept == tuple(f"article-{number}" for number in range(READINGS_KEPT + 2, 2, -1))
    assert await list_readings(person_id=await staff.person_id(BAGUS)) == ("first",)


@pytest.mark.parametrize("telegram_id", [pytest.param(GUEST, id="a guest"), pytest.param(DEWI, id="a role only")])
async def test_of_who_has_not_agreed_only_the_view_counts(
    staff: Staff, record: RecordReading, telegram_id: int
) -> None:
    votes = [await record(telegram_id=telegram_id, article="wog") for _ in range(2)]

    assert votes == [None, None]
    assert await staff.rows(ArticleReadingRow, by="article") == []
    assert await views(staff) == {("wog", NOON.date()): 2}


async def test_a_person_counts_once_a_day_and_article(staff: Staff, record: RecordReading, now: Clock) -> None:
    for _ in range(3):
        await record(telegram_id=YOHANA, article="wog")
    await record(telegram_id=BAGUS, article="wog")
    await record(telegram_id=YOHANA, article="cg")
    now.advance(days=1)
    await record(telegram_id=YOHANA, article="wog")

    assert await views(staff) == {
        ("cg", date(2026, 11, 17)): 1,
        ("wog", date(2026, 11, 17)): 2,
        ("wog", date(2026, 11, 18)): 1,
    }


@pytest.mark.usefixtures("staff")
async def test_the_own_vote_is_told(record: RecordReading, database: Database, now: Clock) -> None:
    await Vote(database=database, now=now)(telegram_id=YOHANA, article="wog", value=-1)

    votes = [await record(telegram_id=YOHANA, article=article) for article in ("wog", "cg")]

    assert votes == [-1, None]
    assert await record(telegram_id=BAGUS, article="wog") is None


@pytest.mark.usefixtures("staff")
async def test_most_asked_is_what_was_shown_most_in_thirty_days(
    record: RecordReading, most_asked: MostAsked, now: Clock
) -> None:
    for _ in range(9):
        await record(telegram_id=GUEST, article="old")
    now.advance(days=1)
    for article, times in {"wog": 3, "cg": 1, "npm": 2, "bk": 1}.items():
        for _ in range(times):
            await record(telegram_id=GUEST, article=article)
    now.advance(days=30)
    for _ in range(2):
        await record(telegram_id=GUEST, article="cg")

    assert await most_asked(limit=3) == ("cg", "wog", "npm")


async def test_nothing_is_most_asked_where_nothing_was_asked(most_asked: MostAsked) -> None:
    assert await most_asked(limit=3) == ()
