"""Enrolments and the data rights: what is shown, what is erased, and who gets the seat."""

from __future__ import annotations

import pytest

from services.privacy import EraseData, ExportData
from services.vault import Vault
from storage.tables import EnrolmentMoveRow, EnrolmentRow, OfferRow, PersonRow
from tests.support.clock import Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

YOHANA, SRI, DARMA = 1, 2, 3


@pytest.fixture
async def batch(world: Provinces, seats: SeatTools) -> int:
    """Yohana has the one seat, Sri and Darma are in line."""
    batch = await world.open_batch(capacity=1)
    await world.welcome_all([YOHANA, SRI, DARMA])
    for who in (YOHANA, SRI, DARMA):
        await seats.enrol(telegram_id=who, batch_id=batch)
    return batch


@pytest.fixture
def erase(world: Provinces, now: Clock) -> EraseData:
    return EraseData(database=world.database, now=now)


async def test_one_is_shown_the_own_enrolments_with_their_history(
    world: Provinces, seats: SeatTools, batch: int
) -> None:
    await seats.change_capacity(batch_id=batch, actor_telegram_id=RINA, capacity=2)

    shown = await ExportData(database=world.database, vault=Vault(*Vault.new_keys()))(telegram_id=SRI)

    assert shown is not None
    assert [(row["training"], row["batch"], row["state"]) for row in shown["enrolments"]] == [
        ("Pelatihan akp-2", "akp-2", "offered")
    ]
    assert [(row["actor"], row["to_state"]) for row in shown["enrolment_steps"]] == [
        ("person", "waitlisted"),
        ("clock", "offered"),
    ]
    assert [row["state"] for row in shown["offers"]] == ["open"]


async def test_who_erases_leaves_nothing_but_the_seat_to_the_next(
    world: Provinces, seats: SeatTools, batch: int, erase: EraseData
) -> None:
    person = world.ids[YOHANA]

    await erase(telegram_id=YOHANA)

    assert [row["person_id"] for row in await world.rows(EnrolmentRow)] == [world.ids[SRI], world.ids[DARMA]]
    assert await world.rows(EnrolmentMoveRow, EnrolmentMoveRow.actor_id == person) == []
    assert await world.rows(PersonRow, PersonRow.id == person) == []
    assert (await world.states(batch))[SRI] == "offered"
    assert await world.pools(batch) == {"open": "1/1"}


async def test_who_erases_with_an_offer_passes_it_on(
    world: Provinces, seats: SeatTools, batch: int, erase: EraseData
) -> None:
    await erase(telegram_id=YOHANA)

    await erase(telegram_id=SRI)

    assert await world.states(batch) == {DARMA: "offered"}
    assert len(await world.rows(OfferRow)) == 1
    assert await seats.check() == ()


async def test_a_superior_s_word_outlives_their_data_without_a_name(
    world: Provinces, seats: SeatTools, erase: EraseData
) -> None:
    batch = await world.open_batch(needs_recommendation=True)
    await world.welcome_all([YOHANA, SRI])
    enrolled = await seats.enrol(telegram_id=YOHANA, batch_id=batch)
    await seats.recommend(superior_telegram_id=SRI, enrolment_id=enrolled.enrolment_id, given=True)

    await erase(telegram_id=SRI)

    *_, step = (await seats.own(telegram_id=YOHANA, enrolment_id=enrolled.enrolment_id)).steps
    assert (step.actor, step.by, step.to_state) == ("superior", None, "recommended")
