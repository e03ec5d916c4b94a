"""Making, looking at, publishing and closing batches."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from services.batches import Problem
from services.errors import NotAllowed, Refusal
from services.seats import Method
from storage.database import Database
from storage.tables import AuditRow, SeatCommitmentRow
from storage.tables.trainings import BatchRow
from tests.support.batch_tools import ADMIN, ENDS, STARTS, BatchTools
from tests.support.catalogue import add, add_batch, add_training
from tests.support.clock import NOON, Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

GALIH = 70_001
YOHANA = 1


@pytest.fixture
def desk(database: Database, now: Clock) -> BatchTools:
    return BatchTools(database, now)


async def test_a_draft_has_what_usually_fits(world: Provinces, desk: BatchTools) -> None:
    batch = await desk.draft(world)

    view = await desk.see(batch)
    (row,) = await world.rows(BatchRow)
    (entry,) = await world.rows(AuditRow)

    assert (row["state"], row["number"], row["code"], row["capacity"]) == ("draft", 1, "akp-1", 30)
    assert view.batch.registration_opens_at == NOON
    assert view.batch.registration_closes_at == datetime(2026, 12, 7, 10, 0, tzinfo=UTC)
    assert not view.batch.needs_recommendation
    assert view.problems == (Problem.PLACE, Problem.NO_PLAN)
    assert (entry["action"], entry["subject_id"], entry["agency_id"]) == (
        "batch.created",
        str(batch),
        world.agencies["DKI"],
    )


async def test_the_same_again_is_the_same_draft_and_another_day_the_next_number(
    world: Provinces, desk: BatchTools
) -> None:
    batch = await desk.draft(world)
    row = (await world.rows(BatchRow))[0]
    values = {"training_id": row["training_id"], "host_id": row["host_id"], "actor_telegram_id": RINA}

    again = await desk.create(**values, starts_at=STARTS, ends_at=ENDS)
    other = await desk.create(**values, starts_at=STARTS + timedelta(days=7), ends_at=ENDS + timedelta(days=7))

    assert again == batch
    assert [(row["id"], row["number"], row["code"]) for row in await world.rows(BatchRow)] == [
        (batch, 1, "akp-1"),
        (other, 2, "akp-2"),
    ]


async def test_a_code_that_a_file_took_is_not_given_twice(world: Provinces, desk: BatchTools) -> None:
    other = await add_training(world.database, world.agencies["DKI"], "lain")
    await add_batch(world.database, other, world.agencies["DKI"], "akp-1")

    batch = await desk.draft(world)

    assert (await desk.see(batch)).batch.code == "akp-1-a"


async def test_a_near_start_closes_registration_when_it_starts(world: Provinces, desk: BatchTools, now: Clock) -> None:
    now.set(STARTS - timedelta(days=3))

    batch = await desk.draft(world)

    assert (await desk.see(batch)).batch.registration_closes_at == STARTS


async def test_a_self_paced_batch_has_no_limit_and_needs_no_place(world: Provinces, desk: BatchTools) -> None:
    batch = await desk.draft(world, mode="mandiri")

    view = await desk.see(batch)

    assert view.table is None
    assert view.batch.registration_closes_at == ENDS
    assert view.problems == ()
    assert await desk.publish(batch_id=batch, actor_telegram_id=RINA)


async def test_whose_training_it_is_decides_who_makes_its_batches(world: Provinces, desk: BatchTools) -> None:
    dki, jatim = world.agencies["DKI"], world.agencies["Jatim"]
    await world.appoint(GALIH, "Jatim")
    own = await add_training(world.database, dki, "own")
    given = await add_training(world.database, dki, "given", title="Bersama")
    await add_training(world.database, dki, "draft", state="draft")
    await add(world.database, SeatCommitmentRow, training_id=given, agency_id=jatim, seats=5, is_host=True, at=NOON)
    await add(world.database, SeatCommitmentRow, training_id=own, agency_id=jatim, seats=5, is_host=False, at=NOON)

    rina = await desk.trainings(actor_telegram_id=RINA, size=5)
    galih = await desk.trainings(actor_telegram_id=GALIH, size=5)
    admin = await desk.trainings(actor_telegram_id=ADMIN, size=5)

    assert [(one.code, one.host_id) for one in rina.trainings] == [("own", dki)]
    assert [(one.code, one.host_id) for one in galih.trainings] == [("given", jatim)]
    assert [(one.code, one.host_id) for one in admin.trainings] == [("own", dki), ("given", jatim)]
    past_the_end = await desk.trainings(actor_telegram_id=ADMIN, page=9, size=1)

    assert (admin.total, rina.total) == (2, 1)
    assert (past_the_end.page, [one.code for one in past_the_end.trainings]) == (2, ["given"])
    dates = {"starts_at": STARTS, "ends_at": ENDS}
    with pytest.raises(Refusal, match="training-not-hosted"):
        await desk.create(training_id=given, host_id=dki, actor_telegram_id=RINA, **dates)
    with pytest.raises(NotAllowed):
        await desk.create(training_id=given, host_id=jatim, actor_telegram_id=RINA, **dates)
    with pytest.raises(NotAllowed):
        await desk.training(training_id=given, host_id=jatim, actor_telegram_id=RINA)
    with pytest.raises(Refusal, match="batch-ends-early"):
        await desk.create(training_id=own, host_id=dki, actor_telegram_id=RINA, starts_at=ENDS, ends_at=STARTS)


async def test_everything_that_is_missing_is_said_at_once(world: Provinces, desk: BatchTools, now: Clock) -> None:
    batch = await desk.draft(world)
    await desk.change(
        batch,
        fill="nomination",
        registration_closes_at=ENDS + timedelta(hours=1),
        seats_release_at=STARTS,
        cancel_until=ENDS + timedelta(days=1),
    )
    now.set(STARTS)

    with pytest.raises(Refusal) as refused:
        await desk.publish(batch_id=batch, actor_telegram_id=RINA)

    assert set(refused.value.values["problems"]) == {
        Problem.PAST,
        Problem.PLACE,
        Problem.CLOSES_AFTER_END,
        Problem.CANCEL_LATE,
        Problem.NO_PLAN,
        Problem.RELEASE_LATE,
        Problem.NOMINATE_WHEN,
    }
    assert (await world.rows(BatchRow))[0]["state"] == "draft"


async def test_it_is_published_once_and_then_people_enrol(world: Provinces, desk: BatchTools, seats: SeatTools) -> None:
    await world.welcome(YOHANA)
    batch = await desk.open(world)

    again = await desk.publish(batch_id=batch, actor_telegram_id=RINA)
    await seats.enrol(telegram_id=YOHANA, batch_id=batch)
    view = await desk.see(batch)

    assert not again
    assert view.states == {"confirmed": 1}
    assert (view.seated, view.in_line, view.involved, view.is_used) == (1, 0, 1, True)
    assert [row["action"] for row in await world.rows(AuditRow)].count("batch.published") == 1


async def test_registration_is_closed_early_and_nobody_enrols_any_more(
    world: Provinces, desk: BatchTools, seats: SeatTools, now: Clock
) -> None:
    await world.welcome(YOHANA)
    batch, draft = await desk.open(world), await desk.draft(world, "lain")

    first = await desk.close(batch_id=batch, actor_telegram_id=RINA)
    now.advance(minutes=1)
    second = await desk.close(batch_id=batch, actor_telegram_id=RINA)

    assert (first, second) == (True, False)
    with pytest.raises(Refusal, match="registration-closed"):
        await seats.enrol(telegram_id=YOHANA, batch_id=batch)
    with pytest.raises(Refusal, match="batch-draft"):
        await desk.close(batch_id=draft, actor_telegram_id=RINA)


async def test_a_registration_that_has_not_opened_cannot_be_closed(world: Provinces, desk: BatchTools) -> None:
    batch = await desk.open(world, registration_opens_at=NOON + timedelta(days=2))

    with pytest.raises(Refusal, match="registration-upcoming"):
        await desk.close(batch_id=batch, actor_telegram_id=RINA)


async def test_what_is_to_come_stands_first_in_the_list(world: Provinces, desk: BatchTools, now: Clock) -> None:
    host = world.agencies["DKI"]
    training = await add_training(world.database, host)
    for code, days, state in (
        ("old", -40, "published"),
        ("late", 40, "draft"),
        ("gone", 5, "cancelled"),
        ("next", 3, "published"),
    ):
        starts = now() + timedelta(days=days)
        times: dict[str, Any] = {"starts_at": starts, "ends_at": starts + timedelta(days=1)}
        await add_batch(world.database, training, host, code, state=state, **times)
    other = await add_training(world.database, world.agencies["Bali"], "bali")
    await add_batch(world.database, other, world.agencies["Bali"], "bali-1")

    first = await desk.list(actor_telegram_id=RINA, page=1, size=3)
    past_the_end = await desk.list(actor_telegram_id=RINA, page=9, size=3)
    everything = await desk.list(actor_telegram_id=ADMIN, size=9)

    rows = {row["id"]: row["code"] for row in await world.rows(BatchRow)}
    assert [rows[line.id] for line in first.lines] == ["next", "late", "gone"]
    assert [rows[line.id] for line in past_the_end.lines] == ["old"]
    assert (first.total, first.pages, past_the_end.page) == (4, 2, 2)
    assert everything.total == 5


async def test_only_the_hosts_organizers_look_and_act(world: Provinces, desk: BatchTools) -> None:
    await world.appoint(GALIH, "Jatim")
    batch = await desk.draft(world)

    for act in (desk.get, desk.publish, desk.close, desk.edit):
        with pytest.raises(NotAllowed):
            await act(batch_id=batch, actor_telegram_id=GALIH)
    with pytest.raises(NotAllowed):
        await desk.list(actor_telegram_id=YOHANA, size=5)
    with pytest.raises(NotAllowed):
        await desk.preview(batch_id=batch, actor_telegram_id=GALIH, method=Method.EQUAL)
    with pytest.raises(NotAllowed):
        await desk.weigh(batch_id=batch, actor_telegram_id=GALIH, starts_at=STARTS, ends_at=ENDS)
    with pytest.raises(NotAllowed):
        await desk.limit(batch_id=batch, actor_telegram_id=GALIH, capacity=None)
    with pytest.raises(Refusal, match="training-gone"):
        await desk.see(batch + 1)
