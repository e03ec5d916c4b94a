"""Nomination: who ranks whom, and who has a seat on the day."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from services.enrolment import Effect, GetNomination, GetRecommendation, State
from services.errors import NotAllowed, Refusal
from services.seats import Method
from services.vault import Vault
from storage.database import Database
from storage.tables import AuditRow, DeliveryRow, EnrolmentRow
from tests.support.clock import NOON, Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

A, B, C, D, E = 1, 2, 3, 4, 5
"""A, B and C are of NTT, D and E of Jatim; they apply in this order."""
DEWI, GALIH = 80_000, 80_001
"""Organizers of BPSDM NTT and BPSDM Jatim."""
UNTIL = NOON + timedelta(days=7)


@pytest.fixture
async def batch(world: Provinces, seats: SeatTools) -> int:
    """Two seats of NTT and one of Jatim by nomination until a week from now."""
    batch = await world.open_batch(capacity=3, fill="nomination", nominate_until=UNTIL)
    await seats.plan(batch_id=batch, actor_telegram_id=RINA, method=Method.BY_HAND, by_hand={"NTT": 2, "Jatim": 1})
    await world.welcome_all([A, B, C])
    await world.welcome_all([D, E], "Jatim")
    await world.welcome(DEWI)
    await world.welcome(GALIH, "Jatim")
    await world.appoint(DEWI, "NTT")
    await world.appoint(GALIH, "Jatim")
    return batch


async def apply(seats: SeatTools, batch: int, now: Clock, *people: int) -> dict[int, int]:
    """Each a minute after the other; their enrolments."""
    numbers = {}
    for who in people:
        numbers[who] = (await seats.enrol(telegram_id=who, batch_id=batch)).enrolment_id
        now.advance(minutes=1)
    return numbers


async def line_of(world: Provinces, batch: int) -> list[int]:
    """Who is in line, first to last."""
    people = {id_: telegram_id for telegram_id, id_ in world.ids.items()}
    rows = await world.rows(EnrolmentRow, EnrolmentRow.batch_id == batch, EnrolmentRow.state == "waitlisted")
    return [people[row["person_id"]] for row in sorted(rows, key=lambda row: (row["submitted_at"], row["id"]))]


@pytest.mark.parametrize(
    ("ranked", "seated", "line"),
    [
        pytest.param({}, [A, B, D], [C, E], id="nobody ranked: by time"),
        pytest.param({DEWI: [C, B, A], GALIH: [E, D]}, [B, C, E], [D, A], id="all ranked, the line by rank"),
        pytest.param({DEWI: [C]}, [A, C, D], [B, E], id="one ranked, the rest behind by time"),
        pytest.param({GALIH: [E]}, [A, B, E], [C, D], id="one agency only"),
        pytest.param({DEWI: [B, A, C]}, [A, B, D], [C, E], id="the last of a rank waits before who has none"),
    ],
)
async def test_seats_go_by_rank_and_the_rest_stand_in_line_in_that_order(
    world: Provinces,
    seats: SeatTools,
    batch: int,
    now: Clock,
    ranked: dict[int, list[int]],
    seated: list[int],
    line: list[int],
) -> None:
    numbers = await apply(seats, batch, now, A, B, C, D, E)
    for organizer, order in ranked.items():
        agency = world.agencies["NTT" if organizer == DEWI else "Jatim"]
        await seats.rank(
            batch_id=batch, agency_id=agency, actor_telegram_id=organizer, order=[numbers[who] for who in order]
        )
    before = await world.count(batch)
    now.set(UNTIL)

    done = [await seats.give_nominated(), await seats.give_nominated()]

    states = await world.states(batch)
    assert before == {"submitted": 5}
    assert done == [1, 0]
    assert [who for who in (A, B, C, D, E) if states[who] == "confirmed"] == seated
    assert await line_of(world, batch) == line
    assert await world.pools(batch) == {"NTT": "2/2", "Jatim": "1/1", "open": "0/0"}
    assert sorted(await world.told()) == sorted(
        [*((who, "seat.confirmed") for who in seated), *((who, "seat.waitlisted") for who in line)]
    )
    assert await seats.check() == ()


async def test_before_the_day_nothing_moves_and_afterwards_it_is_first_come_first_served(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    await apply(seats, batch, now, A)
    early = await seats.give_nominated()
    now.set(UNTIL)
    await apply(seats, batch, now, D)  # between the moment and the tick: still among the applicants
    await seats.give_nominated()
    later = await seats.enrol(telegram_id=B, batch_id=batch)
    full = await seats.enrol(telegram_id=E, batch_id=batch)

    assert early == 0
    assert await world.states(batch) == {A: "confirmed", D: "confirmed", B: "confirmed", E: "waitlisted"}
    assert (later.state, full.place) == (State.CONFIRMED, 1)


async def test_only_approved_recommendations_are_given_seats(
    world: Provinces, seats: SeatTools, batch: int, now: Clock, database: Database
) -> None:
    await world.change_batch(batch, needs_recommendation=True)
    numbers = await apply(seats, batch, now, A, B)
    view = GetRecommendation(database=database, vault=Vault(b"k" * 32, b"l" * 32), admin_ids=frozenset())
    for who in (A, B):
        await seats.keep_letter(telegram_id=who, enrolment_id=numbers[who], file=f"letter {who}")
    await seats.recommend(superior_telegram_id=DEWI, enrolment_id=numbers[B], given=True)
    foretold = await view(enrolment_id=numbers[A], actor_telegram_id=RINA)
    approved = await seats.review(enrolment_id=numbers[A], actor_telegram_id=RINA, approved=True)
    again = await seats.review(enrolment_id=numbers[A], actor_telegram_id=RINA, approved=False, reason="Tidak.")
    over = await view(enrolment_id=numbers[A], actor_telegram_id=RINA)
    queue = await seats.queue(actor_telegram_id=RINA)
    now.set(UNTIL)
    await seats.give_nominated()
    late = await seats.review(enrolment_id=numbers[B], actor_telegram_id=RINA, approved=True)

    assert foretold.effect is Effect.NOMINATION
    assert (approved.state, approved.again) == (State.RECOMMENDED, False)
    assert again.again
    assert over.mark == 0
    assert queue == (numbers[B],)
    assert (await world.told())[1:3] == [(A, "recommendation.approved"), (A, "seat.confirmed")]
    assert late.state == State.CONFIRMED
    assert await world.states(batch) == {A: "confirmed", B: "confirmed"}


async def test_the_approval_of_a_superior_s_word_waits_too(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    await world.change_batch(batch, needs_recommendation=True)
    numbers = await apply(seats, batch, now, A)
    await seats.recommend(superior_telegram_id=DEWI, enrolment_id=numbers[A], given=True)

    done = await seats.review(enrolment_id=numbers[A], actor_telegram_id=RINA, approved=True)

    assert done.state == State.RECOMMENDED
    assert await seats.queue(actor_telegram_id=RINA) == ()
    with pytest.raises(Refusal, match="recommendation-closed"):
        await seats.keep_letter(telegram_id=A, enrolment_id=numbers[A], file="more")


async def test_no_letter_is_taken_where_none_is_asked_for(seats: SeatTools, batch: int, now: Clock) -> None:
    numbers = await apply(seats, batch, now, A)

    with pytest.raises(Refusal, match="recommendation-closed"):
        await seats.keep_letter(telegram_id=A, enrolment_id=numbers[A], file="letter")
    with pytest.raises(Refusal, match="recommendation-closed"):
        await seats.recommend(superior_telegram_id=DEWI, enrolment_id=numbers[A], given=True)
    now.advance(days=30)
    assert await seats.end_without_letter() == 0


async def test_who_has_a_sure_seat_at_the_same_time_is_offered_to_swap(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    await apply(seats, batch, now, A)
    other = await world.open_batch("lain")
    await seats.enrol(telegram_id=A, batch_id=other)
    now.set(UNTIL)

    await seats.give_nominated()

    assert (await world.states(batch))[A] == "offered"
    assert (await world.pools(batch))["NTT"] == "1/2"


async def test_organizers_rank_their_own_province_only_and_not_where_they_apply(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    numbers = await apply(seats, batch, now, A, B, D, DEWI)
    ntt, jatim = world.agencies["NTT"], world.agencies["Jatim"]

    with pytest.raises(NotAllowed):
        await seats.rank(batch_id=batch, agency_id=ntt, actor_telegram_id=GALIH, order=[numbers[A]])
    with pytest.raises(NotAllowed):
        await seats.nominations(actor_telegram_id=A)
    with pytest.raises(Refusal, match="nomination-changed"):
        await seats.rank(batch_id=batch, agency_id=jatim, actor_telegram_id=GALIH, order=[numbers[A]])
    with pytest.raises(Refusal, match="nomination-over"):
        await seats.rank(batch_id=batch, agency_id=ntt, actor_telegram_id=DEWI, order=[numbers[A]])
    (galihs,) = await seats.nominations(actor_telegram_id=GALIH)

    assert (galihs.ranker_id, galihs.applicants, galihs.ranked) == (jatim, 1, 0)
    assert await seats.nominations(actor_telegram_id=DEWI) == ()
    await seats.rank(batch_id=batch, agency_id=jatim, actor_telegram_id=GALIH, order=[numbers[D]])
    (audit,) = [row for row in await world.rows(AuditRow) if row["action"] == "nomination.ranked"]
    assert (audit["agency_id"], audit["details"]) == (jatim, {"order": [numbers[D]]})


async def test_the_last_order_holds_until_the_moment(
    world: Provinces, seats: SeatTools, batch: int, now: Clock, database: Database
) -> None:
    numbers = await apply(seats, batch, now, A, B)
    ntt = world.agencies["NTT"]
    get = GetNomination(database=database, vault=Vault(b"k" * 32, b"l" * 32), now=now, admin_ids=frozenset())
    for order in ([B, A], [A], [B]):
        await seats.rank(batch_id=batch, agency_id=ntt, actor_telegram_id=DEWI, order=[numbers[who] for who in order])
    view = await get(batch_id=batch, agency_id=ntt, actor_telegram_id=DEWI)
    now.set(UNTIL)

    assert [(one.enrolment_id, one.rank, one.ready) for one in view.nominees] == [
        (numbers[A], None, True),
        (numbers[B], 1, True),
    ]
    with pytest.raises(Refusal, match="nomination-over"):
        await seats.rank(batch_id=batch, agency_id=ntt, actor_telegram_id=DEWI, order=[numbers[A]])


async def test_unused_seats_wait_for_the_nomination(world: Provinces, seats: SeatTools, batch: int, now: Clock) -> None:
    await world.change_batch(batch, seats_release_at=NOON + timedelta(days=1))
    await apply(seats, batch, now, A, D, E)
    now.advance(days=2)
    early = await seats.release()
    now.set(UNTIL)
    await seats.give_nominated()
    released = await seats.release()

    assert (early, released) == (0, 1)
    assert await world.pools(batch) == {"NTT": "1/1", "Jatim": "1/1", "open": "1/1"}
    assert (await world.states(batch))[E] == "offered"


async def test_who_applied_is_served_where_the_organizer_goes_back_to_first_come(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    await apply(seats, batch, now, D, E)
    await world.change_batch(batch, fill="first-come", nominate_until=None)

    await seats.give_nominated()

    assert await world.states(batch) == {D: "confirmed", E: "waitlisted"}
    assert await seats.give_nominated() == 0
    assert len(await world.rows(DeliveryRow)) == 2


async def test_ticks_and_people_at_the_same_time_leave_every_seat_with_one(
    world: Provinces, seats: SeatTools, batch: int, now: Clock
) -> None:
    numbers = await apply(seats, batch, now, A, B, C, D)
    other = await world.open_batch("lain")
    now.set(UNTIL)

    done = await asyncio.gather(
        seats.give_nominated(),
        seats.enrol(telegram_id=E, batch_id=batch),
        seats.cancel(telegram_id=A, enrolment_id=numbers[A], reason="Sakit."),
        seats.give_nominated(),
        seats.enrol(telegram_id=B, batch_id=other),
        return_exceptions=True,
    )
    await seats.give_nominated()

    states = await world.states(batch)
    assert not [one for one in done if isinstance(one, BaseException) and not isinstance(one, Refusal)]
    sure = [who for who in (B,) if states[who] == "confirmed" and (await world.states(other)).get(who) == "confirmed"]
    assert sure == []
    assert "submitted" not in states.values()
    assert await seats.check() == ()
