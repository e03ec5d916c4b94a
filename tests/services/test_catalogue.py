"""Browsing: what is listed, in which order, for whom; the filter's choices; the card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from services.catalogue import (
    Filter,
    FilterChoices,
    GetCard,
    Host,
    ListBatches,
    NearestMonth,
    Registration,
    RegistrationState,
    Seats,
    SeatsKind,
    batch_of_payload,
    share_payload,
)
from services.errors import Refusal
from storage.database import Database
from tests.support.catalogue import add_agency, add_batch, add_training
from tests.support.clock import NOON, Clock

OPENED = NOON - timedelta(days=10)
CLOSES = NOON + timedelta(days=10)


def at(month: int, day: int, hour: int = 2, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


@dataclass
class World:
    """A training in each of two provinces, to hang batches on."""

    database: Database
    dki: int
    bali: int
    food: int
    peace: int

    async def batch(self, code: str, training: str = "food", **changes: Any) -> int:
        host = changes.pop("host_id", self.dki)
        return await add_batch(self.database, getattr(self, training), host, code=code, **changes)


@pytest.fixture
async def world(database: Database) -> World:
    dki = await add_agency(database)
    bali = await add_agency(database, "bpsdm-bali", short_name="BPSDM Bali", province="Bali", zone="WITA")
    food = await add_training(database, dki)
    peace = await add_training(
        database, bali, "dbd", title="Diklat Bina Damai", competency="sosio-kultural", mode="mandiri"
    )
    return World(database, dki, bali, food, peace)


@pytest.fixture
def list_batches(database: Database, now: Clock) -> ListBatches:
    return ListBatches(database=database, now=now)


async def titles_of(list_batches: ListBatches, **wanted: Any) -> list[int]:
    page = await list_batches(filter=Filter(**wanted), size=10)
    return [line.id for line in page.items]


async def test_batches_come_by_start_and_the_always_open_ones_last(world: World, list_batches: ListBatches) -> None:
    always = await world.batch("dbd-1", "peace", capacity=None, starts_at=at(11, 1))
    later = await world.batch("akp-3", starts_at=at(12, 9))
    sooner = await world.batch("akp-2")
    limited_self_paced = await world.batch("dbd-2", "peace", starts_at=at(12, 8))

    assert await titles_of(list_batches) == [sooner, limited_self_paced, later, always]


@pytest.mark.parametrize(
    ("opens_at", "closes_at", "open_only", "listed"),
    [
        pytest.param(OPENED, CLOSES, True, True, id="open"),
        pytest.param(NOON, CLOSES, True, True, id="opens this very moment"),
        pytest.param(OPENED, NOON, True, False, id="closes this very moment"),
        pytest.param(OPENED, NOON - timedelta(seconds=1), False, False, id="closed ones never"),
        pytest.param(NOON + timedelta(seconds=1), CLOSES, True, False, id="upcoming ones not among open ones"),
        pytest.param(NOON + timedelta(seconds=1), CLOSES, False, True, id="upcoming ones where asked for"),
    ],
)
async def test_only_what_can_still_be_joined_is_listed(
    world: World, list_batches: ListBatches, opens_at: datetime, closes_at: datetime, open_only: bool, listed: bool
) -> None:
    batch = await world.batch("akp-2", registration_opens_at=opens_at, registration_closes_at=closes_at)

    assert await titles_of(list_batches, open_only=open_only) == [batch] * listed


async def test_drafts_stay_hidden(world: World, list_batches: ListBatches) -> None:
    draft = await add_training(world.database, world.dki, "rahasia", state="draft")
    await add_batch(world.database, draft, world.dki, code="rahasia-1")
    await world.batch("akp-9", state="draft")

    assert await titles_of(list_batches) == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        pytest.param({}, ["all", "east", "peace"], id="anything"),
        pytest.param({"province": "NTT"}, ["all", "east", "peace"], id="own province and for all"),
        pytest.param({"province": "Jatim"}, ["all", "peace"], id="another province"),
        pytest.param({"competency": "sosio-kultural"}, ["peace"], id="competency"),
        pytest.param({"mode": "klasikal"}, ["all", "east"], id="mode"),
        pytest.param({"mode": "klasikal", "competency": "sosio-kultural"}, [], id="both must fit"),
        pytest.param({"month": "2026-12"}, ["all", "peace"], id="month of the start, or any month of self-paced ones"),
        pytest.param({"month": "2027-01"}, ["east"], id="next year"),
        pytest.param({"host_id": 2}, ["peace"], id="host"),
    ],
)
async def test_a_filter_keeps_what_fits(
    world: World, list_batches: ListBatches, wanted: dict[str, Any], found: list[str]
) -> None:
    late: dict[str, Any] = {"starts_at": at(1, 1, 0, 2027), "ends_at": at(1, 5, 0, 2027)}
    ids = {
        "all": await world.batch("akp-2"),
        "east": await world.batch("akp-3", provinces=("NTT", "NTB"), **late),
        "peace": await world.batch(
            "dbd-1", "peace", host_id=world.bali, capacity=None, starts_at=at(11, 2), ends_at=at(12, 20)
        ),
    }

    assert await titles_of(list_batches, **wanted) == [ids[name] for name in found]


async def test_seats_tell_how_many_and_for_how_many_provinces(world: World, list_batches: ListBatches) -> None:
    await world.batch("akp-2", provinces=("NTT", "NTB"), capacity=12)
    await world.batch("dbd-1", "peace", capacity=None)

    page = await list_batches(filter=Filter(), size=10)

    assert [line.seats for line in page.items] == [
        Seats(SeatsKind.LIMITED, 12, 2),
        Seats(SeatsKind.UNLIMITED, None, 0),
    ]


@pytest.mark.parametrize(
    ("asked", "page", "count"),
    [
        pytest.param(1, 1, 3, id="first"),
        pytest.param(3, 3, 1, id="last, not full"),
        pytest.param(9, 3, 1, id="past the end is the last"),
        pytest.param(0, 1, 3, id="before the first is the first"),
    ],
)
async def test_pages_are_counted_from_one(
    world: World, list_batches: ListBatches, asked: int, page: int, count: int
) -> None:
    for number in range(7):
        await world.batch(f"akp-{number}", starts_at=at(12, 1 + number))

    result = await list_batches(filter=Filter(), page=asked, size=3)

    assert (result.page, result.pages, result.total, len(result.items)) == (page, 3, 7, count)


async def test_an_empty_catalogue_has_one_empty_page(list_batches: ListBatches) -> None:
    result = await list_batches(filter=Filter(), page=4, size=3)

    assert (result.items, result.total, result.page, result.pages) == ((), 0, 1, 1)


async def test_the_filter_offers_only_what_would_be_found(world: World, now: Clock) -> None:
    await world.batch("akp-2", provinces=("Jatim",))
    await world.batch("dbd-1", "peace", host_id=world.bali, starts_at=at(10, 1), ends_at=at(1, 15, 0, 2027))
    await world.batch("akp-4", registration_closes_at=NOON, starts_at=at(3, 1, year=2027), ends_at=at(3, 2, year=2027))

    choices = await FilterChoices(database=world.database, now=now)(province="NTT")

    assert choices.competencies == ("sosio-kultural",)
    assert choices.modes == ("mandiri",)
    assert choices.hosts == (Host(world.bali, "BPSDM Bali"),)
    assert choices.months == ("2026-11", "2026-12", "2027-01")


async def test_with_what_opens_later_the_filter_offers_that_too(world: World, now: Clock) -> None:
    opens_later: dict[str, Any] = {
        "registration_opens_at": CLOSES,
        "registration_closes_at": CLOSES + timedelta(days=9),
    }
    await world.batch("akp-3", starts_at=at(2, 1, year=2027), ends_at=at(2, 3, year=2027), **opens_later)
    offers = FilterChoices(database=world.database, now=now)

    open_now, planned = await offers(province=None), await offers(province=None, open_only=False)

    assert (open_now.months, open_now.hosts) == ((), ())
    assert planned.months == ("2027-02",)
    assert planned.hosts != ()


@pytest.mark.parametrize(
    ("wanted", "nearest"),
    [
        pytest.param({"month": "2027-01"}, "2027-02", id="of two equally near the later"),
        pytest.param({"month": "2026-09"}, "2026-12", id="ahead"),
        pytest.param({"month": "2028-01"}, "2027-02", id="back, where nothing lies ahead"),
        pytest.param({}, "2026-12", id="from now"),
        pytest.param({"month": "2027-01", "competency": "sosio-kultural"}, None, id="nothing of that kind"),
        pytest.param({"month": "2026-12", "province": "NTT"}, "2027-02", id="for the province"),
    ],
)
async def test_the_nearest_month_keeps_the_rest_of_the_filter(
    world: World, now: Clock, wanted: dict[str, Any], nearest: str | None
) -> None:
    await world.batch("akp-2", provinces=("Jatim",))
    opens_later: dict[str, Any] = {
        "registration_opens_at": CLOSES,
        "registration_closes_at": CLOSES + timedelta(days=9),
    }
    await world.batch("akp-3", starts_at=at(2, 1, year=2027), ends_at=at(2, 3, year=2027), **opens_later)

    assert await NearestMonth(database=world.database, now=now)(filter=Filter(**wanted)) == nearest


async def test_a_card_says_everything(world: World, now: Clock) -> None:
    batch_id = await world.batch("akp-2", provinces=("NTT", "DKI"), place="Kampus BPSDM DKI Jakarta")

    card = await GetCard(database=world.database, now=now)(batch_id=batch_id)

    assert (card.title, card.training_code, card.number, card.lesson_hours) == (
        "Analisis Ketahanan Pangan",
        "akp",
        2,
        40,
    )
    assert (card.host, card.host_name, card.host_zone) == (
        Host(world.dki, "BPSDM DKI Jakarta"),
        "BPSDM Provinsi DKI Jakarta",
        "WIB",
    )
    assert card.place == "Kampus BPSDM DKI Jakarta"
    assert card.provinces == ("DKI", "NTT")
    assert card.seats == Seats(SeatsKind.LIMITED, 30, 2)
    assert card.registration == Registration(at(11, 2, 1), at(11, 30, 9), RegistrationState.OPEN)
    assert card.needs_recommendation
    assert not card.is_self_paced
    assert (card.is_for("NTT"), card.is_for("Bali"), card.is_for(None)) == (True, False, False)


@pytest.mark.parametrize("state", ["draft", "missing"])
async def test_a_card_that_is_not_published_is_refused(world: World, now: Clock, state: str) -> None:
    batch_id = 999 if state == "missing" else await world.batch("akp-2", state=state)

    with pytest.raises(Refusal) as refusal:
        await GetCard(database=world.database, now=now)(batch_id=batch_id)

    assert refusal.value.key == "training-gone"


@pytest.mark.parametrize(
    ("payload", "batch_id"),
    [
        pytest.param(share_payload(12), 12, id="ours"),
        pytest.param("p_0", None, id="no batch has id 0"),
        pytest.param("p_12x", None, id="something after it"),
        pytest.param("p_" + "9" * 30, None, id="too large for any database"),
        pytest.param("p_١٢", None, id="digits of another script"),
        pytest.param("k_12", None, id="another kind of link"),
    ],
)
def test_a_share_link_names_its_batch(payload: str, batch_id: int | None) -> None:
    assert batch_of_payload(payload) == batch_id
