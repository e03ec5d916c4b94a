"""Recommendations: the letter, the superior's word, and what an organizer's decision does."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from services.enrolment import State
from services.errors import NotAllowed, Refusal
from storage.tables import AuditRow, EnrolmentRow
from tests.support.clock import Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

YOHANA, SRI, BAGUS, DEWI = 1, 2, 3, 4


@pytest.fixture
async def batch(world: Provinces, seats: SeatTools, now: Clock) -> int:
    """A seat that Yohana and then Sri (both NTT) asked for, with a recommendation."""
    batch = await world.open_batch(capacity=1, needs_recommendation=True)
    await world.welcome_all([YOHANA, SRI])
    await world.welcome(BAGUS, "Jatim")
    for who in (YOHANA, SRI):
        await seats.enrol(telegram_id=who, batch_id=batch)
        now.advance(minutes=1)
    return batch


async def own(seats: SeatTools, telegram_id: int) -> int:
    return (await seats.mine(telegram_id=telegram_id))[0].line.id


async def test_what_is_handed_in_or_recommended_waits_for_the_host_s_organizers(
    world: Provinces, seats: SeatTools, batch: int
) -> None:
    yohanas, sris = await own(seats, YOHANA), await own(seats, SRI)
    before = await seats.queue(actor_telegram_id=RINA)

    await seats.recommend(superior_telegram_id=YOHANA, enrolment_id=sris, given=True)
    await seats.keep_letter(telegram_id=YOHANA, enrolment_id=yohanas, file="AgACAgUAAx0")

    assert (before, await seats.queue(actor_telegram_id=RINA)) == ((), (yohanas, sris))
    assert await world.history(sris) == [("person", "submitted"), ("superior", "recommended")]
    assert await world.history(yohanas) == [("person", "submitted"), ("person", "submitted")]
    assert await world.told() == [(SRI, "recommendation.given")]
    with pytest.raises(NotAllowed):
        await seats.queue(actor_telegram_id=YOHANA)


async def test_approved_the_first_gets_the_seat_and_the_next_is_in_line_by_submission(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    await world.welcome(DEWI)
    await seats.enrol(telegram_id=DEWI, batch_id=batch)
    numbers = {who: await own(seats, who) for who in (YOHANA, SRI, DEWI)}

    answers = [
        await seats.review(enrolment_id=numbers[who], actor_telegram_id=RINA, approved=True)
        for who in (YOHANA, DEWI, SRI)
    ]

    assert [answer.state for answer in answers] == [State.CONFIRMED, State.WAITLISTED, State.WAITLISTED]
    assert answers[2].place == 1
    assert (await seats.own(telegram_id=DEWI, enrolment_id=numbers[DEWI])).place == 2
    assert await world.told() == [(YOHANA, "seat.confirmed"), (DEWI, "seat.waitlisted"), (SRI, "seat.waitlisted")]
    assert [entry["action"] for entry in await world.rows(AuditRow)] == ["recommendation.approved"] * 3
    (_, step) = (await seats.own(telegram_id=YOHANA, enrolment_id=numbers[YOHANA])).steps
    assert (step.actor, step.by, step.to_state) == ("organizer", "BPSDM DKI", "confirmed")


async def test_the_first_decision_holds(world: Provinces, seats: SeatTools, batch: int) -> None:
    await world.appoint(BAGUS, "DKI")
    number = await own(seats, YOHANA)

    answers = await asyncio.gather(
        *(seats.review(enrolment_id=number, actor_telegram_id=who, approved=True) for who in (RINA, BAGUS, RINA))
    )

    assert sorted(answer.again for answer in answers) == [False, True, True]
    assert await world.pools(batch) == {"open": "1/1"}
    assert len(await world.told()) == 1


async def test_not_approved_it_stays_and_another_letter_may_come(
    world: Provinces, seats: SeatTools, batch: int
) -> None:
    number = await own(seats, YOHANA)
    await seats.keep_letter(telegram_id=YOHANA, enrolment_id=number, file="first")

    with pytest.raises(Refusal, match="reason-missing"):
        await seats.review(enrolment_id=number, actor_telegram_id=RINA, approved=False)
    await seats.review(enrolment_id=number, actor_telegram_id=RINA, approved=False, reason="Belum ditandatangani.")

    assert await seats.queue(actor_telegram_id=RINA) == ()
    assert await world.told() == [(YOHANA, "recommendation.rejected")]
    view = await seats.own(telegram_id=YOHANA, enrolment_id=number)
    assert (view.line.state, view.line.letter_file, view.steps[-1].reason) == (
        "submitted",
        None,
        "Belum ditandatangani.",
    )
    await seats.keep_letter(telegram_id=YOHANA, enrolment_id=number, file="second")
    assert await seats.queue(actor_telegram_id=RINA) == (number,)


async def test_a_superior_who_says_no_leaves_it_to_another(world: Provinces, seats: SeatTools, batch: int) -> None:
    number = await own(seats, YOHANA)

    no = await seats.recommend(superior_telegram_id=SRI, enrolment_id=number, given=False, reason="Sedang dinas.")
    yes = [await seats.recommend(superior_telegram_id=SRI, enrolment_id=number, given=True) for _ in range(2)]

    assert (no.changed, [said.changed for said in yes]) == (True, [True, False])
    assert await world.history(number) == [
        ("person", "submitted"),
        ("superior", "submitted"),
        ("superior", "recommended"),
    ]
    assert await world.told() == [(YOHANA, "recommendation.refused"), (YOHANA, "recommendation.given")]


async def test_who_may_not_recommend(world: Provinces, seats: SeatTools, batch: int) -> None:
    number = await own(seats, YOHANA)
    await world.welcome(DEWI, identity="waiting")
    refused = {}

    for who in (YOHANA, BAGUS, DEWI, 404):
        with pytest.raises(Refusal) as refusal:
            await seats.recommend(superior_telegram_id=who, enrolment_id=number, given=True)
        refused[who] = refusal.value.key

    assert refused == {
        YOHANA: "recommend-own",
        BAGUS: "recommend-agency",
        DEWI: "enrol-unverified",
        404: "consent-needed",
    }
    with pytest.raises(Refusal, match="enrolment-unknown"):
        await seats.recommend(superior_telegram_id=SRI, enrolment_id=99, given=True)


async def test_a_recommendation_comes_in_time_or_not_at_all(seats: SeatTools, batch: int, now: Clock) -> None:
    number = await own(seats, YOHANA)
    now.advance(days=4)

    with pytest.raises(Refusal, match="recommendation-late"):
        await seats.keep_letter(telegram_id=YOHANA, enrolment_id=number, file="late")
    with pytest.raises(Refusal, match="recommendation-late"):
        await seats.recommend(superior_telegram_id=SRI, enrolment_id=number, given=True)
    await seats.review(enrolment_id=number, actor_telegram_id=RINA, approved=True)
    with pytest.raises(Refusal, match="recommendation-closed"):
        await seats.keep_letter(telegram_id=YOHANA, enrolment_id=number, file="later")


async def test_only_the_host_s_organizers_decide_and_not_about_themselves(
    world: Provinces, seats: SeatTools, batch: int
) -> None:
    await world.appoint(BAGUS, "Jatim")
    await seats.enrol(telegram_id=RINA, batch_id=batch)
    number, rinas = await own(seats, YOHANA), await own(seats, RINA)

    for who in (BAGUS, SRI):
        with pytest.raises(NotAllowed):
            await seats.review(enrolment_id=number, actor_telegram_id=who, approved=True)
    with pytest.raises(Refusal, match="recommend-own"):
        await seats.review(enrolment_id=rinas, actor_telegram_id=RINA, approved=True)
    with pytest.raises(Refusal, match="enrolment-unknown"):
        await seats.review(enrolment_id=99, actor_telegram_id=RINA, approved=True)

    assert {row["state"] for row in await world.rows(EnrolmentRow)} == {"submitted"}


async def test_approved_while_another_sure_seat_overlaps_the_seat_is_offered_to_be_swapped(
    world: Provinces, seats: SeatTools, batch: int
) -> None:
    other = await world.open_batch("pdn-1")
    await seats.enrol(telegram_id=YOHANA, batch_id=other)
    number = next(view.line.id for view in await seats.mine(telegram_id=YOHANA) if view.line.batch_id == batch)

    approved = await seats.review(enrolment_id=number, actor_telegram_id=RINA, approved=True)
    await seats.accept(telegram_id=YOHANA, offer_id=await world.offer_to(YOHANA), swap=True)

    assert approved.state is State.OFFERED
    assert (await world.states(batch))[YOHANA] == "confirmed"
    assert await world.states(other) == {YOHANA: "cancelled"}
    assert await seats.check() == ()


async def test_an_approval_that_comes_after_the_batch_was_cancelled_is_refused(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    number = await own(seats, YOHANA)
    await world.change_batch(batch, state="cancelled")
    now.advance(hours=1)

    with pytest.raises(Refusal, match="training-gone"):
        await seats.review(enrolment_id=number, actor_telegram_id=RINA, approved=True)


async def test_what_waits_is_seen_with_its_days(seats: SeatTools, batch: int, now: Clock) -> None:
    (view,) = await seats.mine(telegram_id=YOHANA)

    assert view.line.letter_due_at is not None
    assert view.line.letter_due_at - now() < timedelta(days=4)
    assert view.can_cancel
