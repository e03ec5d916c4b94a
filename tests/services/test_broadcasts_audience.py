"""Who an announcement is meant for: each filter alone, together, and the counts people see before they send."""

from __future__ import annotations

import pytest

from services.broadcasts import Audience, CountAudience, Counted, QueueCopies
from storage.database import Database
from storage.tables import EnrolmentRow, PersonRow, RoleRow
from tests.support.broadcasts import add_broadcast, add_rows, copies
from tests.support.catalogue import add_agency, add_batch, add_training
from tests.support.clock import NOON, Clock

DKI, NTT, MINISTRY = 1, 2, 3
FOOD, MANAGERS = 1, 2
"""Trainings; each has a batch of the same number."""


@pytest.fixture(autouse=True)
async def world(database: Database) -> None:
    """Eight people: 1-3 of Jakarta, 4-5 of NTT, 6 of a ministry, 7 of no agency yet, 8 who has not agreed."""
    for id_, code, province in ((DKI, "dki", "DKI"), (NTT, "ntt", "NTT"), (MINISTRY, "ministry", None)):
        await add_agency(database, code, id=id_, province=province)
    for id_, competency in ((FOOD, "teknis-fungsional"), (MANAGERS, "manajerial")):
        await add_training(database, DKI, f"t{id_}", id=id_, competency=competency)
        await add_batch(database, id_, DKI, f"b{id_}", id=id_)
    agencies = {1: DKI, 2: DKI, 3: DKI, 4: NTT, 5: NTT, 6: MINISTRY, 7: None, 8: None}
    people = [
        {
            "id": id_,
            "telegram_id": 5000 + id_,
            "agency_id": agency,
            "consent_version": None if id_ == 8 else "1",
            "unreachable_since": NOON if id_ == 3 else None,
            "muted": {5: ["announcements", "start"], 6: ["start"]}.get(id_),
            "created_at": NOON,
        }
        for id_, agency in agencies.items()
    ]
    await add_rows(database, PersonRow, *people)
    states = {1: (FOOD, "confirmed"), 2: (FOOD, "cancelled"), 3: (FOOD, "waitlisted"), 4: (MANAGERS, "confirmed")}
    enrolments = [
        {"person_id": id_, "batch_id": batch, "state": state, "submitted_at": NOON, "changed_at": NOON}
        for id_, (batch, state) in states.items()
    ]
    await add_rows(database, EnrolmentRow, *enrolments)
    roles = [
        {"telegram_id": 5001, "role": "organizer", "agency_id": DKI, "revoked_at": None},
        {"telegram_id": 5008, "role": "organizer", "agency_id": NTT, "revoked_at": None},
        {"telegram_id": 5004, "role": "organizer", "agency_id": NTT, "revoked_at": NOON},
        {"telegram_id": 5006, "role": "secretariat", "agency_id": None, "revoked_at": None},
    ]
    await add_rows(database, RoleRow, *[row | {"granted_at": NOON} for row in roles])


@pytest.mark.parametrize(
    ("audience", "people"),
    [
        pytest.param(Audience(), [1, 2, 4, 5, 6, 7], id="everybody who agreed and can be reached"),
        pytest.param(Audience(reachable_only=False), [1, 2, 3, 4, 5, 6, 7], id="who blocked the bot too"),
        pytest.param(Audience(agencies=(NTT, MINISTRY)), [4, 5, 6], id="agencies"),
        pytest.param(Audience(provinces=("DKI",)), [1, 2], id="a province"),
        pytest.param(Audience(provinces=("DKI", "NTT"), agencies=(NTT,)), [4, 5], id="province and agency"),
        pytest.param(Audience(trainings=(FOOD,), reachable_only=False), [1, 3], id="a training, as far as it lives"),
        pytest.param(Audience(batches=(MANAGERS,)), [4], id="a batch"),
        pytest.param(Audience(states=("cancelled",)), [2], id="a state that ended, by name"),
        pytest.param(Audience(states=("confirmed",)), [1, 4], id="a state"),
        pytest.param(Audience(competencies=("manajerial",)), [4], id="a competency"),
        pytest.param(Audience(batches=(FOOD,), states=("confirmed",), provinces=("NTT",)), [], id="of one enrolment"),
        pytest.param(Audience(roles=("organizer",)), [1, 8], id="a role, also of who was never asked to agree"),
        pytest.param(Audience(roles=("organizer",), provinces=("NTT",)), [8], id="a role for a province"),
        pytest.param(Audience(roles=("organizer", "secretariat"), agencies=(DKI,)), [1], id="a role for an agency"),
    ],
)
async def test_an_audience_means(database: Database, now: Clock, audience: Audience, people: list[int]) -> None:
    number = await add_broadcast(database, DKI, audience)

    await QueueCopies(database=database, now=now, slice_size=3)(broadcast_id=number)

    assert await copies(database, number) == people


async def test_what_is_general_spares_who_does_not_want_to_hear_of_it(database: Database, now: Clock) -> None:
    number = await add_broadcast(database, DKI, Audience(), general=True)

    await QueueCopies(database=database, now=now)(broadcast_id=number)

    assert await copies(database, number) == [1, 2, 4, 6, 7]


async def test_counts_tell_who_cannot_be_reached(database: Database) -> None:
    count = CountAudience(database=database)

    assert await count(Audience(), general=False) == Counted(reachable=6, unreachable=1)
    assert await count(Audience(reachable_only=False), general=True) == Counted(reachable=5, unreachable=1)
    assert await count(Audience(provinces=("BALI",)), general=False) == Counted(reachable=0, unreachable=0)


def test_an_audience_is_kept_and_read_again() -> None:
    audience = Audience(agencies=(1, 2), states=("confirmed",), reachable_only=False)

    assert audience.kept == {"agencies": [1, 2], "states": ["confirmed"], "reachable_only": False}
    assert Audience.read(audience.kept) == audience
