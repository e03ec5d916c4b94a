"""What an organizer sees before deciding about a recommendation, and that it is what they decide about."""

from __future__ import annotations

import pytest

from services.enrolment import Effect, GetRecommendation, RecommendationView
from services.errors import NotAllowed, Refusal
from services.vault import Vault
from storage.database import Database
from storage.tables import EnrolmentMoveRow, PersonRow
from tests.support.clock import Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

YOHANA, SRI, DEWI, DARMA = 1, 2, 4, 5
NIP = "199003152015032014"


@pytest.fixture
def vault() -> Vault:
    return Vault(b"k" * 32, b"l" * 32)


@pytest.fixture
async def view(database: Database, vault: Vault) -> GetRecommendation:
    return GetRecommendation(database=database, vault=vault, admin_ids=frozenset())


@pytest.fixture
async def number(world: Provinces, seats: SeatTools) -> int:
    """Yohana's enrolment with a letter, where there is one seat."""
    batch = await world.open_batch(capacity=1, needs_recommendation=True)
    await world.welcome_all([YOHANA, SRI])
    number = (await seats.enrol(telegram_id=YOHANA, batch_id=batch)).enrolment_id
    await seats.keep_letter(telegram_id=YOHANA, enrolment_id=number, file="first")
    return number


async def seen(view: GetRecommendation, number: int, who: int = RINA) -> RecommendationView:
    return await view(enrolment_id=number, actor_telegram_id=who)


async def test_the_nip_is_whole_for_the_person_s_own_agency_only(
    world: Provinces, view: GetRecommendation, vault: Vault, number: int
) -> None:
    await world.change(PersonRow, world.ids[YOHANA], nip_cipher=vault.encrypt(NIP))
    masked = await seen(view, number)
    await world.change(PersonRow, world.ids[YOHANA], agency_id=world.agencies["DKI"])
    whole = await seen(view, number)

    assert (masked.nip, masked.province) == ("1990…014", "NTT")
    assert (whole.nip, whole.province) == ("19900315 201503 2 014", "DKI")
    assert (masked.position, masked.total) == (1, 1)


async def test_what_approving_will_do_is_foretold(world: Provinces, seats: SeatTools, view: GetRecommendation) -> None:
    batch = await world.open_batch(capacity=1, needs_recommendation=True)
    other = await world.open_batch("pdn-1")
    await world.welcome_all([YOHANA, SRI])
    yohanas, sris = [(await seats.enrol(telegram_id=who, batch_id=batch)).enrolment_id for who in (YOHANA, SRI)]
    free = await seen(view, yohanas)
    await seats.enrol(telegram_id=SRI, batch_id=other)
    swap = await seen(view, sris)
    await seats.review(enrolment_id=yohanas, actor_telegram_id=RINA, approved=True)
    full = await seen(view, sris)

    assert (free.effect, free.pool and (free.pool.taken, free.pool.size)) == (Effect.SEAT, (1, 1))
    assert swap.effect is Effect.SWAP
    assert (full.effect, full.pool) == (Effect.LINE, None)
    assert await world.pools(batch) == {"open": "1/1"}


async def test_only_what_was_seen_is_decided(
    world: Provinces, seats: SeatTools, view: GetRecommendation, number: int, now: Clock
) -> None:
    first = await seen(view, number)
    now.advance(minutes=1)
    await seats.keep_letter(telegram_id=YOHANA, enrolment_id=number, file="second")
    second = await seen(view, number)

    with pytest.raises(Refusal, match="recommendation-changed"):
        await seats.review(enrolment_id=number, actor_telegram_id=RINA, approved=True, seen=first.mark)
    await seats.review(
        enrolment_id=number, actor_telegram_id=RINA, approved=False, reason="Belum ditandatangani.", seen=second.mark
    )
    with pytest.raises(Refusal, match="recommendation-changed"):
        await seats.review(enrolment_id=number, actor_telegram_id=RINA, approved=True, seen=second.mark)
    after = await seen(view, number)

    assert (after.mark, after.position, after.decided_at) == (0, None, now())
    assert after.decided_by == "Rina Teladan"


async def test_the_same_letter_twice_is_one_step(seats: SeatTools, world: Provinces, number: int) -> None:
    await seats.keep_letter(telegram_id=YOHANA, enrolment_id=number, file="first")

    assert len(await world.rows(EnrolmentMoveRow)) == 2


async def test_others_see_nothing(world: Provinces, view: GetRecommendation, number: int) -> None:
    await world.appoint(DARMA, "Jatim")

    for who in (YOHANA, DARMA):
        with pytest.raises(NotAllowed):
            await seen(view, number, who)
    with pytest.raises(Refusal, match="enrolment-unknown"):
        await seen(view, 99)
