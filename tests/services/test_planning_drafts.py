"""Drafts: filled in field by field, submitted when nothing is missing, accepted or returned."""

from __future__ import annotations

import re
from typing import Any

import pytest

from services.errors import NotAllowed, Refusal
from services.planning.fields import tidy
from storage.database import Database
from storage.tables import AuditRow, TrainingRow
from tests.support.catalogue import add_training
from tests.support.clock import Clock
from tests.support.planning import ADMIN, DEWI, GALIH, NOBODY, RINA, SEKAR, PlanTools


@pytest.fixture
async def plans(database: Database, now: Clock) -> PlanTools:
    plans = PlanTools(database, now)
    await plans.found()
    return plans


async def test_a_draft_begins_with_title_and_hours_and_lacks_the_rest(plans: PlanTools) -> None:
    number = await plans.begin(
        actor_telegram_id=DEWI,
        agency_id=plans.agency("bpsdm-ntt"),
        title=" Arsip  Digital ",
        lesson_hours="24 JP",
        key="a",
    )

    view = await plans.view(number, DEWI)

    assert (view.plan.title, view.plan.lesson_hours, view.plan.state) == ("Arsip Digital", 24, "draft")
    assert re.fullmatch(r"rancangan-[0-9a-f]{12}", view.plan.code)
    assert view.missing == (
        "competency",
        "mode",
        "funding",
        "funding_note",
        "planned_month",
        "summary",
        "objectives",
        "materials",
    )
    assert view.acts == {"edit", "submit"}
    assert [(move.what, move.agency) for move in view.moves] == [("drafted", "BPSDM NTT")]


async def test_beginning_twice_with_one_key_begins_once(plans: PlanTools) -> None:
    values: dict[str, Any] = {
        "actor_telegram_id": DEWI,
        "agency_id": plans.agency("bpsdm-ntt"),
        "title": "Arsip",
        "lesson_hours": "8",
    }

    numbers = {await plans.begin(**values, key="a"), await plans.begin(**values, key="a")}

    assert len(numbers) == 1
    assert len(await plans.staff.rows(TrainingRow)) == 1
    assert await plans.history(numbers.pop()) == [("drafted", "BPSDM NTT")]


async def test_submitting_names_all_that_is_missing_and_changes_nothing(plans: PlanTools) -> None:
    number = await plans.draft(mode="", objectives="", programme="")

    assert await plans.submit(training_id=number, actor_telegram_id=DEWI) == ("mode", "objectives")
    assert (await plans.view(number, DEWI)).plan.state == "draft"
    assert await plans.told() == []


async def test_a_submitted_draft_waits_for_the_secretariat_which_is_told(plans: PlanTools) -> None:
    number = await plans.submitted()

    queue = await plans.list(which="queue", actor_telegram_id=SEKAR)

    assert [plan.id for plan in queue] == [number]
    assert await plans.told() == [(SEKAR, number)]
    assert (await plans.view(number)).acts == {"accept", "return", "propose"}
    assert (await plans.view(number, DEWI)).acts == {"recall"}


async def test_a_returned_draft_is_mended_and_accepted(plans: PlanTools) -> None:
    number = await plans.submitted()

    await plans.return_(training_id=number, actor_telegram_id=SEKAR, remark="JP terlalu banyak. NIP 199003152015032014")
    returned = await plans.view(number, DEWI)
    await plans.edit(training_id=number, actor_telegram_id=DEWI, field="lesson_hours", text="32")
    await plans.submit(training_id=number, actor_telegram_id=DEWI)
    await plans.accept(training_ids=(number,), actor_telegram_id=SEKAR)

    assert returned.plan.state == "returned"
    assert returned.remark == "JP terlalu banyak. NIP 1990…014"
    assert returned.acts == {"edit", "submit"}
    assert await plans.history(number) == [
        ("drafted", "BPSDM NTT"),
        ("submitted", "BPSDM NTT"),
        ("returned", "Sekber MPU"),
        ("submitted", "BPSDM NTT"),
        ("accepted", "Sekber MPU"),
    ]
    assert await plans.told() == [(who, number) for who in (SEKAR, DEWI, SEKAR, DEWI, RINA, GALIH)]
    assert [row["action"] for row in await plans.staff.rows(AuditRow)][-4:] == [
        "training.returned",
        "training.edited",
        "training.submitted",
        "training.accepted",
    ]


async def test_returning_needs_a_remark(plans: PlanTools) -> None:
    number = await plans.submitted()

    with pytest.raises(Refusal, match="remark-needed"):
        await plans.return_(training_id=number, actor_telegram_id=SEKAR, remark="  ")

    assert await plans.state(number) == "submitted"


async def test_two_are_accepted_together_or_not_at_all(plans: PlanTools) -> None:
    one, other = await plans.submitted(), await plans.submitted(RINA, "Arsip Digital")
    draft = await plans.draft(RINA, "Belum diajukan")

    with pytest.raises(Refusal, match="plan-moved-on"):
        await plans.accept(training_ids=(one, draft), actor_telegram_id=SEKAR)
    untouched = await plans.state(one)
    await plans.accept(training_ids=(other, one), actor_telegram_id=ADMIN)

    assert untouched == "submitted"
    assert [await plans.state(number) for number in (one, other)] == ["accepted", "accepted"]


async def test_a_draft_can_be_taken_back_before_anything_is_decided(plans: PlanTools) -> None:
    number = await plans.submitted()

    await plans.recall(training_id=number, actor_telegram_id=DEWI)

    assert (await plans.view(number, DEWI)).acts == {"edit", "submit"}
    assert await plans.list(which="queue", actor_telegram_id=SEKAR) == ()


async def test_what_was_submitted_is_not_edited(plans: PlanTools) -> None:
    number = await plans.submitted()

    with pytest.raises(Refusal, match="plan-moved-on"):
        await plans.edit(training_id=number, actor_telegram_id=DEWI, field="title", text="Lain sekali")


async def test_a_loaded_training_that_is_not_published_is_a_draft_like_others(
    plans: PlanTools, database: Database
) -> None:
    number = await add_training(database, plans.agency("bpsdm-ntt"), state="draft")

    view = await plans.view(number, DEWI)

    assert [plan.id for plan in await plans.list(which="own", actor_telegram_id=DEWI)] == [number]
    assert view.missing == ("planned_month", "objectives", "materials")


@pytest.mark.parametrize("who", [RINA, SEKAR, NOBODY], ids=["another agency", "the secretariat", "nobody"])
async def test_a_draft_is_its_owners_alone(plans: PlanTools, who: int) -> None:
    number = await plans.draft()

    with pytest.raises(NotAllowed):
        await plans.edit(training_id=number, actor_telegram_id=who, field="title", text="Judul orang lain")
    with pytest.raises(NotAllowed):
        await plans.submit(training_id=number, actor_telegram_id=who)
    with pytest.raises(NotAllowed):
        await plans.begin(
            actor_telegram_id=who, agency_id=plans.agency("bpsdm-ntt"), title="Baru", lesson_hours="8", key="b"
        )


@pytest.mark.parametrize("who", [DEWI, RINA, NOBODY])
async def test_only_the_secretariat_decides(plans: PlanTools, who: int) -> None:
    number = await plans.submitted()

    with pytest.raises(NotAllowed):
        await plans.accept(training_ids=(number,), actor_telegram_id=who)
    with pytest.raises(NotAllowed):
        await plans.return_(training_id=number, actor_telegram_id=who, remark="Tidak")


async def test_who_sees_what(plans: PlanTools) -> None:
    draft = await plans.submitted()

    with pytest.raises(NotAllowed):
        await plans.view(draft, RINA)
    with pytest.raises(NotAllowed):
        await plans.view(draft, NOBODY)
    with pytest.raises(NotAllowed):
        await plans.list(which="queue", actor_telegram_id=RINA)
    with pytest.raises(Refusal, match="plan-unknown"):
        await plans.view(draft + 99)

    await plans.accept(training_ids=(draft,), actor_telegram_id=SEKAR)
    assert (await plans.view(draft, RINA)).acts == {"commit", "offer"}
    assert [plan.id for plan in await plans.list(which="open", actor_telegram_id=RINA)] == [draft]


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("lesson_hours", "40", 40),
        ("lesson_hours", "2.000 jp", 2000),
        ("title", "  Arsip\nDigital ", "Arsip Digital"),
        ("objectives", "Satu\nDua", "Satu\nDua"),
        ("programme", "", None),
        ("mode", "blended", "blended"),
        ("planned_month", "2027-03", "2027-03"),
        ("summary", "NIP 19900315 201503 2 014 ada", "NIP 1990…014 ada"),
    ],
)
def test_a_field_is_tidied(field: str, text: str, value: object) -> None:
    assert tidy(field, text) == value


@pytest.mark.parametrize(
    ("field", "text", "key"),
    [
        ("lesson_hours", "0", "draft-hours"),
        ("lesson_hours", "2001", "draft-hours"),
        ("lesson_hours", "empat puluh", "draft-hours"),
        ("title", "ab", "draft-short"),
        ("title", "x" * 201, "draft-long"),
        ("objectives", "", "draft-short"),
        ("mode", "daring", "draft-choice"),
        ("funding", "", "draft-choice"),
        ("planned_month", "2027-13", "draft-choice"),
    ],
)
def test_a_field_that_cannot_be_kept_says_why(field: str, text: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        tidy(field, text)

    assert refused.value.key == key
