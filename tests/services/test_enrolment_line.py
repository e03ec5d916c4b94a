"""The line: what becomes of a freed seat, and every way to answer an offer."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from services.enrolment import State
from services.errors import Refusal
from services.seats import Method
from storage.tables import AuditRow, DeliveryRow, EnrolmentRow, OfferRow
from tests.support.clock import NOON, Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

YOHANA, SRI, BAGUS, DARMA = 1, 2, 3, 4


@pytest.fixture
async def batch(world: Provinces, seats: SeatTools, now: Clock) -> int:
    """One seat, which Yohana has; then Sri, Bagus (Jatim) and Darma (NTT) in line, a minute apart."""
    batch = await world.open_batch(capacity=1)
    await world.welcome_all([YOHANA, SRI, DARMA])
    await world.welcome(BAGUS, "Jatim")
    for who in (YOHANA, SRI, BAGUS, DARMA):
        await seats.enrol(telegram_id=who, batch_id=batch)
        now.advance(minutes=1)
    return batch


async def own(seats: SeatTools, telegram_id: int) -> int:
    return (await seats.mine(telegram_id=telegram_id))[0].line.id


async def give_back(seats: SeatTools, telegram_id: int) -> None:
    await seats.cancel(telegram_id=telegram_id, enrolment_id=await own(seats, telegram_id), reason="Ada tugas dinas.")


async def test_a_cancelled_seat_is_offered_to_the_next_at_once(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    enrolment = await own(seats, YOHANA)

    cancelled = await seats.cancel(telegram_id=YOHANA, enrolment_id=enrolment, reason="Sakit.")
    again = await seats.cancel(telegram_id=YOHANA, enrolment_id=enrolment, reason="Sakit.")

    assert (cancelled.was, cancelled.changed, again.changed) == (State.CONFIRMED, True, False)
    assert await world.states(batch) == {YOHANA: "cancelled", SRI: "offered", BAGUS: "waitlisted", DARMA: "waitlisted"}
    assert await world.pools(batch) == {"open": "1/1"}
    assert await world.history(enrolment) == [("person", "confirmed"), ("person", "cancelled")]
    (offer,), (owed,) = await world.rows(OfferRow), await world.rows(DeliveryRow)
    assert offer["deadline_at"] == now() + timedelta(days=2)
    assert (owed["kind"], owed["payload"]) == (
        "seat.offered",
        {"enrolment": await own(seats, SRI), "offer": offer["id"]},
    )


async def test_an_offer_is_accepted_once(world: Provinces, seats: SeatTools, batch: int) -> None:
    await give_back(seats, YOHANA)
    offer = await world.offer_to(SRI)

    first, second = await asyncio.gather(*(seats.accept(telegram_id=SRI, offer_id=offer) for _ in range(2)))

    assert sorted([first.again, second.again]) == [False, True]
    assert first.state is second.state is State.CONFIRMED
    assert await world.pools(batch) == {"open": "1/1"}
    assert await world.history(first.enrolment_id) == [
        ("person", "waitlisted"),
        ("clock", "offered"),
        ("person", "confirmed"),
    ]


async def test_a_declined_seat_goes_on_and_one_may_join_again_at_the_end(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    await give_back(seats, YOHANA)
    offer = await world.offer_to(SRI)

    declined = [await seats.decline(telegram_id=SRI, offer_id=offer) for _ in range(2)]
    now.advance(minutes=1)
    back = await seats.enrol(telegram_id=SRI, batch_id=batch)

    assert [answer.changed for answer in declined] == [True, False]
    assert await world.states(batch) == {YOHANA: "cancelled", SRI: "waitlisted", BAGUS: "offered", DARMA: "waitlisted"}
    assert (back.state, back.place) == (State.WAITLISTED, 2)
    with pytest.raises(Refusal, match="offer-gone"):
        await seats.accept(telegram_id=SRI, offer_id=offer)


async def test_silence_passes_it_on(world: Provinces, seats: SeatTools, batch: int, now: Clock) -> None:
    await give_back(seats, YOHANA)
    offer = await world.offer_to(SRI)

    now.advance(days=2, seconds=-1)
    early = await seats.expire()
    now.advance(seconds=1)
    due = [await seats.expire(), await seats.expire()]

    assert (early, due) == (0, [1, 0])
    assert await world.states(batch) == {YOHANA: "cancelled", SRI: "expired", BAGUS: "offered", DARMA: "waitlisted"}
    assert await world.told() == [(SRI, "seat.offered"), (SRI, "offer.expired"), (BAGUS, "seat.offered")]
    for answer in (seats.accept, seats.decline):
        with pytest.raises(Refusal, match="offer-lapsed"):
            await answer(telegram_id=SRI, offer_id=offer)


async def test_an_answer_after_the_deadline_is_too_late_even_before_the_sweep(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    await give_back(seats, YOHANA)
    offer = await world.offer_to(SRI)
    now.advance(days=2)

    with pytest.raises(Refusal, match="offer-lapsed"):
        await seats.accept(telegram_id=SRI, offer_id=offer)

    assert await world.states(batch) == {YOHANA: "cancelled", SRI: "expired", BAGUS: "offered", DARMA: "waitlisted"}
    assert await seats.expire() == 0


async def test_who_cannot_be_reached_is_passed_over_and_keeps_the_place(
    world: Provinces, seats: SeatTools, batch: int
) -> None:
    await world.block(SRI)

    await give_back(seats, YOHANA)

    assert await world.states(batch) == {YOHANA: "cancelled", SRI: "waitlisted", BAGUS: "offered", DARMA: "waitlisted"}
    assert (await seats.mine(telegram_id=SRI))[0].place == 1


async def test_leaving_the_line_moves_those_behind_up(world: Provinces, seats: SeatTools, batch: int) -> None:
    await seats.cancel(telegram_id=SRI, enrolment_id=await own(seats, SRI))

    (bagus,), (darma,) = [await seats.mine(telegram_id=who) for who in (BAGUS, DARMA)]
    assert (bagus.place, darma.place) == (1, 2)
    assert (bagus.line.pool_key, bagus.line.pool_taken, bagus.line.pool_size) == ("open", 1, 1)
    assert await world.told() == []


async def test_leaving_an_offer_passes_it_on(world: Provinces, seats: SeatTools, batch: int) -> None:
    await give_back(seats, YOHANA)

    await seats.cancel(telegram_id=SRI, enrolment_id=await own(seats, SRI))

    assert await world.states(batch) == {YOHANA: "cancelled", SRI: "cancelled", BAGUS: "offered", DARMA: "waitlisted"}
    assert [offer["state"] for offer in await world.rows(OfferRow)] == ["withdrawn", "open"]


async def test_a_sure_seat_is_given_back_with_a_reason_until_the_cut_off(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    enrolment = await own(seats, YOHANA)

    with pytest.raises(Refusal, match="reason-missing"):
        await seats.cancel(telegram_id=YOHANA, enrolment_id=enrolment, reason="  ")
    now.set(datetime(2026, 12, 4, 10, 0, tzinfo=UTC))
    with pytest.raises(Refusal, match="cancel-too-late") as refused:
        await seats.cancel(telegram_id=YOHANA, enrolment_id=enrolment, reason="Sakit.")

    assert refused.value.values == {"until": now()}
    assert (await world.states(batch))[YOHANA] == "confirmed"


async def test_nobody_answers_or_cancels_for_another(world: Provinces, seats: SeatTools, batch: int) -> None:
    enrolment = await own(seats, YOHANA)
    await give_back(seats, YOHANA)
    offer = await world.offer_to(SRI)

    for answer in (seats.accept, seats.decline):
        with pytest.raises(Refusal, match="offer-unknown"):
            await answer(telegram_id=BAGUS, offer_id=offer)
    for who, what in ((BAGUS, enrolment), (404, enrolment), (BAGUS, 99)):
        with pytest.raises(Refusal, match="enrolment-unknown"):
            await seats.cancel(telegram_id=who, enrolment_id=what, reason="Iseng.")
    assert await seats.own_offer(telegram_id=BAGUS, offer_id=offer) is None


async def test_an_offer_that_overlaps_stays_until_it_is_swapped(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    other = await world.open_batch("pdn-1", capacity=1)
    await seats.enrol(telegram_id=SRI, batch_id=other)
    await seats.enrol(telegram_id=BAGUS, batch_id=other)
    await give_back(seats, YOHANA)
    offer = await world.offer_to(SRI)

    with pytest.raises(Refusal, match="offer-overlap") as refused:
        await seats.accept(telegram_id=SRI, offer_id=offer)
    held = await seats.own_offer(telegram_id=SRI, offer_id=offer)
    shown = [view.line.offer_deadline_at for view in await seats.mine(telegram_id=SRI) if view.line.offer_id == offer]
    swapped = await seats.accept(telegram_id=SRI, offer_id=offer, swap=True)

    assert refused.value.values["other"] == "Pelatihan pdn-1"
    assert held is not None
    assert held.state == "open"
    assert shown == [held.deadline_at]
    assert swapped.state is State.CONFIRMED
    assert await world.states(other) == {SRI: "cancelled", BAGUS: "offered"}
    assert (await world.states(batch))[SRI] == "confirmed"
    assert (await world.pools(batch), await world.pools(other)) == ({"open": "1/1"}, {"open": "1/1"})


async def test_a_seat_past_its_cut_off_is_not_swapped(world: Provinces, seats: SeatTools, batch: int) -> None:
    other = await world.open_batch("pdn-1", cancel_until=NOON)
    await seats.enrol(telegram_id=SRI, batch_id=other)
    await give_back(seats, YOHANA)

    with pytest.raises(Refusal, match="swap-too-late"):
        await seats.accept(telegram_id=SRI, offer_id=await world.offer_to(SRI), swap=True)

    assert (await world.states(batch))[SRI] == "offered"
    assert await world.states(other) == {SRI: "confirmed"}


async def test_two_who_swap_against_each_other_do_not_wait_for_ever(world: Provinces, seats: SeatTools) -> None:
    one, two = [await world.open_batch(code, capacity=0) for code in ("one", "two")]
    await world.welcome_all([YOHANA, SRI])
    for who, batch in ((SRI, one), (YOHANA, one), (YOHANA, two), (SRI, two)):
        await seats.enrol(telegram_id=who, batch_id=batch)
    for capacity in (1, 2):  # first each gets a seat in one of them, then an offer in the other
        for batch in (one, two):
            await seats.change_capacity(batch_id=batch, actor_telegram_id=RINA, capacity=capacity)
        answers = [(who, await world.offer_to(who)) for who in (SRI, YOHANA)]
        await asyncio.gather(*(seats.accept(telegram_id=who, offer_id=offer, swap=True) for who, offer in answers))

    assert await world.states(one) == {YOHANA: "confirmed", SRI: "cancelled"}
    assert await world.states(two) == {YOHANA: "cancelled", SRI: "confirmed"}
    assert await seats.check() == ()


async def test_unused_seats_open_to_all_at_the_published_hour(world: Provinces, seats: SeatTools, now: Clock) -> None:
    hour = NOON + timedelta(hours=2)
    batch = await world.open_batch(capacity=3, seats_release_at=hour)
    by_hand = {"NTT": 1, "Bali": 2}
    await seats.plan(batch_id=batch, actor_telegram_id=RINA, method=Method.BY_HAND, by_hand=by_hand)
    await world.welcome_all([YOHANA, SRI, DARMA])
    await world.welcome(BAGUS, "Bali")
    for who in (YOHANA, SRI, DARMA, BAGUS):
        await seats.enrol(telegram_id=who, batch_id=batch)

    early = await seats.release()
    now.set(hour)
    done = [await seats.release(), await seats.release()]

    assert (early, done) == (0, [1, 0])
    assert await world.pools(batch) == {"NTT": "1/1", "Bali": "1/1", "open": "1/1"}
    assert await world.states(batch) == {YOHANA: "confirmed", SRI: "offered", DARMA: "waitlisted", BAGUS: "confirmed"}
    assert [entry["action"] for entry in await world.rows(AuditRow)] == ["seats.planned", "seats.released"]


async def test_after_the_release_a_freed_seat_goes_to_its_own_line_then_to_all(
    world: Provinces, seats: SeatTools
) -> None:
    batch = await world.open_batch(capacity=2, seats_release_at=NOON)
    by_hand = {"NTT": 1, "Bali": 1}
    await seats.plan(batch_id=batch, actor_telegram_id=RINA, method=Method.BY_HAND, by_hand=by_hand)
    await world.welcome_all([YOHANA, SRI])
    await world.welcome_all([BAGUS, DARMA], "Bali")
    await seats.enrol(telegram_id=BAGUS, batch_id=batch)
    await seats.enrol(telegram_id=YOHANA, batch_id=batch)
    await seats.release()
    await seats.enrol(telegram_id=DARMA, batch_id=batch)
    await seats.enrol(telegram_id=SRI, batch_id=batch)

    await give_back(seats, YOHANA)
    to_own = await world.states(batch)
    await seats.decline(telegram_id=SRI, offer_id=await world.offer_to(SRI))

    assert (to_own[SRI], to_own[DARMA]) == ("offered", "waitlisted")
    assert (await world.states(batch))[DARMA] == "offered"
    assert await world.pools(batch) == {"NTT": "0/0", "Bali": "1/1", "open": "1/1"}


async def test_nothing_is_offered_once_the_batch_has_started(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    await world.change_batch(batch, cancel_until=datetime(2026, 12, 31, tzinfo=UTC))
    now.set(datetime(2026, 12, 7, 1, 0, tzinfo=UTC))

    await give_back(seats, YOHANA)

    assert await world.pools(batch) == {"open": "0/1"}
    assert await seats.move_lines() == 0


async def test_who_would_join_sees_the_place_and_who_would_get_a_seat_none(world: Provinces, seats: SeatTools) -> None:
    batch = await world.open_batch(capacity=1)
    await world.welcome_all([YOHANA, SRI, BAGUS])

    async def next_place(who: int | None) -> int | None:
        table = await seats.seats(batch_id=batch, telegram_id=who)
        assert table is not None
        return table.next_place

    before = await next_place(BAGUS)
    for who in (YOHANA, SRI):
        await seats.enrol(telegram_id=who, batch_id=batch)

    assert before is None
    assert await next_place(BAGUS) == 2
    assert await next_place(SRI) is None
    assert await next_place(None) is None


async def test_the_line_is_by_arrival_when_the_clock_steps_back(world: Provinces, seats: SeatTools, now: Clock) -> None:
    """The time of day comes from the network, and may be put right by minutes while people join."""
    batch = await world.open_batch(capacity=1)
    people = [YOHANA, SRI, BAGUS, DARMA]
    await world.welcome_all(people)
    told = []
    for who in people:
        told.append((await seats.enrol(telegram_id=who, batch_id=batch)).place)
        now.advance(minutes=-10)

    seen = [(await seats.mine(telegram_id=who))[0].place for who in people]
    await give_back(seats, YOHANA)
    first = await world.states(batch)
    offer = await world.offer_to(SRI)
    await seats.decline(telegram_id=SRI, offer_id=offer)

    assert (told, seen) == ([None, 1, 2, 3], [None, 1, 2, 3])
    assert (first[SRI], first[BAGUS], first[DARMA]) == ("offered", "waitlisted", "waitlisted")
    assert (await world.states(batch))[BAGUS] == "offered"
    (last,) = await world.rows(EnrolmentRow, EnrolmentRow.person_id == world.ids[DARMA])
    assert (last["submitted_at"], last["changed_at"]) == (NOON - timedelta(minutes=10), NOON - timedelta(minutes=30))
