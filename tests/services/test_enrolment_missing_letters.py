"""Enrolments whose recommendation did not come end by the clock; what waits for somebody's look does not."""

from __future__ import annotations

import pytest

from services.enrolment import notices
from services.errors import Refusal
from storage.tables import EnrolmentMoveRow
from tests.support.clock import Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

YOHANA, SRI, BAGUS, DARMA = 1, 2, 3, 4


@pytest.fixture
async def batch(world: Provinces, seats: SeatTools) -> int:
    """Four people enrolled where a recommendation is needed, due on 20 November at 17.00 WITA."""
    batch = await world.open_batch(needs_recommendation=True)
    await world.welcome_all([YOHANA, SRI, BAGUS, DARMA])
    for who in (YOHANA, SRI, BAGUS, DARMA):
        await seats.enrol(telegram_id=who, batch_id=batch)
    return batch


async def test_who_handed_nothing_in_ends_once_it_was_due_and_is_told_once(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    await seats.keep_letter(telegram_id=SRI, enrolment_id=2, file="letter")
    await seats.recommend(superior_telegram_id=SRI, enrolment_id=3, given=True)
    await seats.keep_letter(telegram_id=DARMA, enrolment_id=4, file="unsigned")
    await seats.review(enrolment_id=4, actor_telegram_id=RINA, approved=False, reason="Belum ditandatangani.")
    now.advance(days=3, hours=4)
    early = await seats.end_without_letter()
    now.advance(hours=1)

    ended = await seats.end_without_letter()
    again = await seats.end_without_letter()

    assert (early, ended, again) == (0, 2, 0)
    assert await world.states(batch) == {
        YOHANA: "cancelled",
        SRI: "submitted",
        BAGUS: "recommended",
        DARMA: "cancelled",
    }
    assert [told for told in await world.told() if told[1] == notices.LETTER_MISSING] == [
        (YOHANA, notices.LETTER_MISSING),
        (DARMA, notices.LETTER_MISSING),
    ]
    assert await world.history(1) == [("person", "submitted"), ("clock", "cancelled")]
    last = (await world.rows(EnrolmentMoveRow, EnrolmentMoveRow.enrolment_id == 1))[-1]
    assert last["details"] == {"letter_missing": True}


async def test_they_can_enrol_again_with_a_new_time_for_the_letter(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    now.advance(days=4)
    await seats.end_without_letter()

    with pytest.raises(Refusal, match="recommendation-closed"):
        await seats.keep_letter(telegram_id=YOHANA, enrolment_id=1, file="late")
    again = await seats.enrol(telegram_id=YOHANA, batch_id=batch)

    assert again.letter_due_at is not None
    assert again.letter_due_at > now()
    assert await seats.end_without_letter() == 0


async def test_batches_without_letters_are_left_alone(world: Provinces, seats: SeatTools, now: Clock) -> None:
    free = await world.open_batch("bebas")
    await world.welcome(YOHANA)
    await seats.enrol(telegram_id=YOHANA, batch_id=free)
    now.advance(days=20)

    assert await seats.end_without_letter() == 0


async def test_a_letter_that_the_host_looked_at_late_leaves_time_for_another(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    await seats.keep_letter(telegram_id=SRI, enrolment_id=2, file="unsigned")
    await seats.keep_letter(telegram_id=DARMA, enrolment_id=4, file="unsigned")
    now.advance(days=5)
    await seats.review(enrolment_id=2, actor_telegram_id=RINA, approved=False, reason="Belum ditandatangani.")
    await seats.end_without_letter()
    now.advance(days=8, hours=6)
    await seats.review(enrolment_id=4, actor_telegram_id=RINA, approved=False, reason="Belum ditandatangani.")
    states = await world.states(batch)
    await seats.end_without_letter()

    assert (states[SRI], states[DARMA]) == ("submitted", "submitted")
    assert (await world.states(batch))[SRI] == "cancelled"
    assert (await world.states(batch))[DARMA] == "cancelled"
