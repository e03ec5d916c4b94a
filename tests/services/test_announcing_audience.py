"""Whom an author may address: filters by tapping, and never anybody beyond the author's reach."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from services.broadcasts import Audience, QueueCopies
from services.errors import NotAllowed
from storage.database import Database
from storage.tables import EnrolmentRow
from tests.support.announcing import DEWI, RINA, SEKAR, Office, open_office, refused
from tests.support.broadcasts import add_broadcast, add_rows, copies
from tests.support.catalogue import add_batch, add_training
from tests.support.clock import NOON, Clock


@pytest.fixture
async def office(database: Database, now: Clock) -> Office:
    """Person numbers follow the appointed ones: one a province's office, one of the BPSDM, two of Jakarta."""
    office = await open_office(database, now)
    for telegram_id, agency in (
        (9001, "dinas-pangan-ntt"),
        (9002, "bpsdm-ntt"),
        (9003, "bpsdm-dki"),
        (9004, "bpsdm-dki"),
    ):
        await office.staff.welcome(telegram_id, agency=agency)
    await add_training(database, office.agency(), "t1", id=1, title="Pangan")
    await add_training(database, office.agency("bpsdm-dki"), "t2", id=2, title="Bencana")
    await add_batch(database, 1, office.agency(), "b1", id=1, number=1)
    await add_batch(database, 2, office.agency("bpsdm-dki"), "b2", id=2, number=2)
    places = [(9003, 1, "confirmed"), (9004, 1, "cancelled"), (9004, 2, "confirmed")]
    rows = [
        {"person_id": await office.staff.person_id(who), "batch_id": batch, "state": state, "submitted_at": NOON}
        for who, batch, state in places
    ]
    await add_rows(database, EnrolmentRow, *[row | {"changed_at": NOON} for row in rows])
    return office


@pytest.mark.parametrize(
    ("agency", "audience", "people"),
    [
        pytest.param("bpsdm-ntt", Audience(), [9001, 9002, 9003], id="a BPSDM: its province, and who it hosts"),
        pytest.param("dinas-pangan-ntt", Audience(), [9001], id="an office: its own people"),
        pytest.param("bpsdm-ntt", Audience(provinces=("DKI",)), [9003], id="elsewhere: who it hosts only"),
        pytest.param("bpsdm-ntt", Audience(batches=(2,)), [], id="a batch of others"),
        pytest.param("bpsdm-ntt", Audience(states=("cancelled",)), [9004], id="who cancelled there, where asked for"),
        pytest.param("bpsdm-ntt", Audience(roles=("organizer",)), [DEWI, 700000012], id="organizers it answers for"),
        pytest.param("sekber", Audience(), [], id="an agency without a province: no other without one"),
    ],
)
async def test_an_audience_stays_within_an_agencys_reach(
    office: Office, database: Database, now: Clock, agency: str, audience: Audience, people: list[int]
) -> None:
    await office.staff.welcome(9005, agency="kemendagri")
    bound = replace(audience, within=(office.agency(agency),))
    number = await add_broadcast(database, office.agency(), bound)

    await QueueCopies(database=database, now=now)(broadcast_id=number)

    assert await copies(database, number) == [await office.staff.person_id(who) for who in people]


async def test_filters_are_switched_one_by_one_and_counted(office: Office) -> None:
    number, tools = await office.begin(), office.tools
    everybody = (await tools.forecast(broadcast_id=number, actor_telegram_id=DEWI)).counted
    for field, value in (("provinces", "NTT"), ("provinces", "NTT"), ("batches", "1"), ("states", "confirmed")):
        await _choose(office, number, field, value)
    await _choose(office, number, "provinces", "NTT", chosen=False)
    row = await office.row(number)
    hosted = (await tools.forecast(broadcast_id=number, actor_telegram_id=DEWI)).counted
    await tools.reachable_only(broadcast_id=number, actor_telegram_id=DEWI, only=False)
    await tools.clear(broadcast_id=number, actor_telegram_id=DEWI)

    assert everybody.reachable == 3
    assert hosted.reachable == 1
    assert (row["audience"]["batches"], row["audience"]["states"], row["general"]) == ([1], ["confirmed"], False)
    assert "provinces" not in row["audience"]
    assert (await office.row(number))["audience"] == {"within": [office.agency()], "reachable_only": True}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("provinces", "Atlantis"),
        ("states", "expired?"),
        ("roles", "admin"),
        ("batches", "99"),
        ("batches", "x"),
        ("within", "1"),
        ("reachable_only", ""),
    ],
)
async def test_what_is_no_choice_is_refused(office: Office, field: str, value: str) -> None:
    number = await office.begin()

    assert await refused(_choose(office, number, field, value)) == "announce-choice"
    assert (await office.row(number))["version"] == 1


async def test_an_organizer_is_bound_and_the_secretariat_is_not(office: Office) -> None:
    own = await office.begin()
    wide = await office.begin(SEKAR, "sekber")

    assert (await office.row(own))["audience"]["within"] == [office.agency()]
    assert "within" not in (await office.row(wide))["audience"]
    assert (await office.tools.forecast(broadcast_id=wide, actor_telegram_id=SEKAR)).counted.reachable == 4


async def test_lists_show_what_the_agency_hosts_and_answers_for(office: Office) -> None:
    number, wide = await office.begin(), await office.begin(SEKAR, "sekber")
    await _choose(office, number, "batches", "1")

    batches = await office.tools.choices(broadcast_id=number, actor_telegram_id=DEWI, field="batches")
    agencies = await office.tools.choices(broadcast_id=number, actor_telegram_id=DEWI, field="agencies")
    trainings = await office.tools.choices(broadcast_id=wide, actor_telegram_id=SEKAR, field="trainings")
    past = await office.tools.choices(broadcast_id=number, actor_telegram_id=DEWI, field="states", page=99)
    _, cards = await office.tools.card_batches(broadcast_id=number, actor_telegram_id=DEWI)

    assert [(one.value, one.name, one.number, one.chosen) for one in batches.items] == [("1", "Pangan", 1, True)]
    assert agencies.items[0].name == "BPSDM NTT"
    assert {one.name for one in agencies.items[1:]} == {"Dinas Pangan NTT", "Dinas Pertanian NTT"}
    assert [one.name for one in trainings.items] == ["Bencana", "Pangan"]
    assert (past.page, past.pages) == (2, 2)
    assert cards == [(1, "Pangan", 1)]


async def test_time_quiet_hours_and_approval_are_foreseen(office: Office) -> None:
    number = await office.begin()
    noon = await office.tools.forecast(broadcast_id=number, actor_telegram_id=DEWI)
    evening = office.now().replace(hour=13)  # 21.00 in NTT
    await office.tools.set_time(broadcast_id=number, actor_telegram_id=DEWI, send_at=evening)
    late = await office.tools.forecast(broadcast_id=number, actor_telegram_id=DEWI)

    assert (noon.seconds, noon.needs_approval, noon.above) == (1, True, 2)
    assert (noon.is_quiet, late.is_quiet) == (False, True)
    assert await refused(office.tools.forecast(broadcast_id=number, actor_telegram_id=RINA)) == "not-allowed"


async def _choose(office: Office, number: int, field: str, value: str, *, chosen: bool = True) -> None:
    await office.tools.choose(broadcast_id=number, actor_telegram_id=DEWI, field=field, value=value, chosen=chosen)


@pytest.mark.parametrize(
    ("who", "field", "text", "names"),
    [
        pytest.param(SEKAR, "agencies", "bpsdm ntt", "BPSDM NTT", id="an agency"),
        pytest.param(SEKAR, "agencies", "dinas pangan", "Dinas Pangan NTT", id="part of a name"),
        pytest.param(DEWI, "agencies", "bpsdm dki", None, id="an agency beyond the reach"),
        pytest.param(SEKAR, "agencies", "   ", None, id="nothing typed"),
        pytest.param(SEKAR, "trainings", "bencanaa", "Bencana", id="a training, with a slip"),
        pytest.param(DEWI, "trainings", "bencana", None, id="a training of others"),
        pytest.param(DEWI, "batches", "pangan", "Pangan", id="a batch by its training"),
        pytest.param(DEWI, "batches", "bencana", None, id="a batch of others"),
    ],
)
async def test_what_can_be_chosen_is_found_by_its_name(
    office: Office, who: int, field: str, text: str, names: str | None
) -> None:
    number = await office.begin(who, "sekber" if who == SEKAR else "bpsdm-ntt")
    look: dict[str, Any] = {"broadcast_id": number, "actor_telegram_id": who, "field": field}

    found = await office.tools.find_choices(**look, text=text)
    for one in found[:1]:
        await office.tools.choose(**look, value=one.value, chosen=True)
    again = await office.tools.find_choices(**look, text=text)

    assert (found[0].name if found else None) == names
    assert [one.chosen for one in again[:1]] == [True for _ in found[:1]]
    assert {one.number is None for one in found} <= {field != "batches"}


async def test_only_names_are_found_by_name_and_only_by_the_author(office: Office) -> None:
    number = await office.begin()
    look: dict[str, Any] = {"broadcast_id": number, "text": "ntt"}

    assert (
        await refused(office.tools.find_choices(**look, actor_telegram_id=DEWI, field="provinces")) == "announce-choice"
    )
    with pytest.raises(NotAllowed):
        await office.tools.find_choices(**look, actor_telegram_id=RINA, field="agencies")
