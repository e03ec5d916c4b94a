"""What agencies do together: merge drafts, commit seats, agree on a host, publish."""

from __future__ import annotations

import asyncio

import pytest

from services.batches import ListHostedTrainings
from services.errors import NotAllowed, Refusal
from storage.database import Database
from storage.tables import SeatCommitmentRow
from tests.support.catalogue import add
from tests.support.clock import NOON, Clock
from tests.support.planning import ADMIN, DEWI, GALIH, NOBODY, RINA, SEKAR, PlanTools

OTHER = "Pengawasan Pangan Lintas Daerah"


@pytest.fixture
async def plans(database: Database, now: Clock) -> PlanTools:
    plans = PlanTools(database, now)
    await plans.found()
    return plans


@pytest.fixture
async def two(plans: PlanTools) -> tuple[int, int]:
    """Two similar drafts in the queue, of NTT and of DKI."""
    return await plans.submitted(), await plans.submitted(RINA, OTHER, mode="blended", lesson_hours="32")


async def test_the_secretariat_sees_what_is_alike_what_is_the_same_and_what_differs(
    plans: PlanTools, two: tuple[int, int]
) -> None:
    await plans.submitted(GALIH, "Jurnalisme Data", competency="manajerial", programme="", objectives="Menulis berita.")

    alike = await plans.similar(training_id=two[0], actor_telegram_id=SEKAR)

    assert [one.plan.id for one in alike] == [two[1]]
    assert 80 <= alike[0].likeness.percent <= 95
    assert alike[0].likeness.same == ("competency", "programme", "planned_month", "funding")
    assert alike[0].likeness.different == ("mode", "lesson_hours")


async def test_an_owner_sees_only_what_was_decided_on(plans: PlanTools, two: tuple[int, int]) -> None:
    before = await plans.similar(training_id=two[0], actor_telegram_id=DEWI)
    await plans.accept(training_ids=(two[1],), actor_telegram_id=SEKAR)
    after = await plans.similar(training_id=two[0], actor_telegram_id=DEWI)

    assert before == ()
    assert [one.plan.id for one in after] == [two[1]]
    assert await plans.titles_like(title="pengawasan pangan") == (OTHER,)


async def test_both_agree_and_the_two_become_one(plans: PlanTools, two: tuple[int, int], database: Database) -> None:
    kept, merged = two
    values = {"training_id": merged, "agency_id": plans.agency("bpsdm-dki"), "seats": 4, "at": NOON}
    await add(database, SeatCommitmentRow, **values)
    proposal = await plans.propose(kept_id=kept, merged_id=merged, actor_telegram_id=SEKAR)
    again = await plans.propose(kept_id=kept, merged_id=merged, actor_telegram_id=SEKAR)
    waiting = [await plans.merges(actor_telegram_id=who) for who in (DEWI, RINA, GALIH, SEKAR)]
    seen = await plans.view(merged, DEWI)

    first = await plans.answer(proposal_id=proposal, actor_telegram_id=DEWI, agrees=True)
    half = await plans.state(merged)
    second = await plans.answer(proposal_id=proposal, actor_telegram_id=RINA, agrees=True)
    repeated = await plans.answer(proposal_id=proposal, actor_telegram_id=RINA, agrees=True)

    assert again == proposal
    assert waiting == [(proposal,), (proposal,), (), ()]
    assert seen.plan.title == OTHER
    assert (first, half, second, repeated) == ("open", "submitted", "agreed", "agreed")
    assert [await plans.state(number) for number in two] == ["submitted", "merged"]
    assert [(one.agency.short_name, one.seats) for one in (await plans.view(kept)).commitments] == [
        ("BPSDM DKI Jakarta", 4)
    ]
    steps = [("proposed", "Sekber MPU"), ("agreed", "BPSDM NTT"), ("agreed", "BPSDM DKI Jakarta")]
    assert (await plans.history(kept))[-4:] == [*steps, ("merged", "BPSDM NTT")]
    assert (await plans.history(merged))[-4:] == [*steps, ("merged", "BPSDM DKI Jakarta")]
    assert (await plans.view(kept, RINA)).plan.id == kept
    assert (await plans.told())[2:] == [(DEWI, kept), (RINA, merged), (DEWI, kept), (SEKAR, kept)]


async def test_one_keeps_its_draft_and_nothing_is_merged(plans: PlanTools, two: tuple[int, int]) -> None:
    kept, merged = two
    proposal = await plans.propose(kept_id=kept, merged_id=merged, actor_telegram_id=SEKAR)
    await plans.answer(proposal_id=proposal, actor_telegram_id=DEWI, agrees=True)

    state = await plans.answer(proposal_id=proposal, actor_telegram_id=RINA, agrees=False)
    with pytest.raises(Refusal, match="merge-over"):
        await plans.answer(proposal_id=proposal, actor_telegram_id=DEWI, agrees=False)

    assert state == "refused"
    assert [await plans.state(number) for number in two] == ["submitted", "submitted"]
    assert (await plans.history(kept))[-1] == ("kept", "BPSDM DKI Jakarta")
    assert (await plans.told())[-2:] == [(DEWI, kept), (SEKAR, merged)]
    [alike] = await plans.similar(training_id=kept, actor_telegram_id=SEKAR)
    assert alike.refused


async def test_a_proposal_ends_when_something_else_is_decided(plans: PlanTools, two: tuple[int, int]) -> None:
    proposal = await plans.propose(kept_id=two[0], merged_id=two[1], actor_telegram_id=SEKAR)
    await plans.return_(training_id=two[1], actor_telegram_id=SEKAR, remark="Lengkapi dulu.")

    with pytest.raises(Refusal, match="merge-over"):
        await plans.answer(proposal_id=proposal, actor_telegram_id=DEWI, agrees=True)
    with pytest.raises(Refusal, match="merge-over"):
        await plans.merge(proposal_id=proposal, actor_telegram_id=DEWI)

    assert await plans.merges(actor_telegram_id=DEWI) == ()


async def test_a_draft_is_part_of_one_proposal_at_a_time(plans: PlanTools, two: tuple[int, int]) -> None:
    third = await plans.submitted(GALIH, "Pengawasan Pangan")
    await plans.propose(kept_id=two[0], merged_id=two[1], actor_telegram_id=SEKAR)

    with pytest.raises(Refusal, match="merge-open"):
        await plans.propose(kept_id=third, merged_id=two[1], actor_telegram_id=SEKAR)
    with pytest.raises(Refusal, match="plan-unknown"):
        await plans.propose(kept_id=third, merged_id=third, actor_telegram_id=SEKAR)


@pytest.mark.parametrize("who", [GALIH, SEKAR, NOBODY])
async def test_only_owners_answer(plans: PlanTools, two: tuple[int, int], who: int) -> None:
    proposal = await plans.propose(kept_id=two[0], merged_id=two[1], actor_telegram_id=SEKAR)

    with pytest.raises(NotAllowed):
        await plans.answer(proposal_id=proposal, actor_telegram_id=who, agrees=True)
    with pytest.raises(NotAllowed):
        await plans.propose(kept_id=two[0], merged_id=two[1], actor_telegram_id=DEWI)


async def test_a_proposal_is_read_by_both_owners_side_by_side(plans: PlanTools, two: tuple[int, int]) -> None:
    proposal = await plans.propose(kept_id=two[0], merged_id=two[1], actor_telegram_id=SEKAR)
    before = await plans.merge(proposal_id=proposal, actor_telegram_id=RINA)

    await plans.answer(proposal_id=proposal, actor_telegram_id=RINA, agrees=True)

    after = await plans.merge(proposal_id=proposal, actor_telegram_id=RINA)
    assert (before.pair.first.plan.id, before.pair.second.plan.id) == two
    assert (before.waits_for_me, after.waits_for_me) == (True, False)
    assert (after.kept_agrees, after.merged_agrees) == (None, True)
    assert (await plans.merge(proposal_id=proposal, actor_telegram_id=DEWI)).waits_for_me
    with pytest.raises(NotAllowed):
        await plans.merge(proposal_id=proposal, actor_telegram_id=GALIH)


async def test_two_answers_at_once_merge_once(plans: PlanTools, two: tuple[int, int]) -> None:
    proposal = await plans.propose(kept_id=two[0], merged_id=two[1], actor_telegram_id=SEKAR)

    states = await asyncio.gather(
        *(plans.answer(proposal_id=proposal, actor_telegram_id=who, agrees=True) for who in (DEWI, RINA, DEWI, RINA))
    )

    assert "agreed" in states
    assert [what for what, _ in await plans.history(two[0])].count("merged") == 1


async def test_seats_a_host_and_the_training_is_published(plans: PlanTools, database: Database) -> None:
    number = await plans.accepted()
    ntt, dki = plans.agency("bpsdm-ntt"), plans.agency("bpsdm-dki")

    await plans.commit(training_id=number, actor_telegram_id=DEWI, agency_id=ntt, seats=4)
    await plans.commit(training_id=number, actor_telegram_id=RINA, agency_id=dki, seats=10)
    await plans.commit(training_id=number, actor_telegram_id=RINA, agency_id=dki, seats=12)
    await plans.commit(training_id=number, actor_telegram_id=RINA, agency_id=dki, seats=12)
    with pytest.raises(Refusal, match="host-missing"):
        await plans.publish(training_id=number, actor_telegram_id=DEWI)
    await plans.offer(training_id=number, actor_telegram_id=RINA, agency_id=dki)
    await plans.offer(training_id=number, actor_telegram_id=RINA, agency_id=dki)
    offers = (await plans.view(number)).offers
    await plans.host(training_id=number, actor_telegram_id=SEKAR, agency_id=ntt)
    await plans.host(training_id=number, actor_telegram_id=SEKAR, agency_id=dki)
    await plans.host(training_id=number, actor_telegram_id=SEKAR, agency_id=dki)
    with pytest.raises(Refusal, match="seats-host"):
        await plans.commit(training_id=number, actor_telegram_id=RINA, agency_id=dki, seats=0)
    await plans.publish(training_id=number, actor_telegram_id=DEWI)

    view = await plans.view(number)
    assert offers == {dki}
    assert [(one.agency.short_name, one.seats, one.is_host) for one in view.commitments] == [
        ("BPSDM DKI Jakarta", 12, True),
        ("BPSDM NTT", 4, False),
    ]
    assert view.plan.state == "published"
    assert [move.what for move in view.moves[3:]] == [
        "committed",
        "committed",
        "committed",
        "host-offered",
        "host",
        "host",
        "published",
    ]
    assert (await plans.told())[1:] == [
        (DEWI, number),
        (RINA, number),
        (GALIH, number),
        (SEKAR, number),
        (DEWI, number),
        (RINA, number),
        (DEWI, number),
        (RINA, number),
        (RINA, number),
        (SEKAR, number),
    ]
    hosted = ListHostedTrainings(database=database, admin_ids=frozenset({ADMIN}))
    assert view.plan.code == f"ppt-{number}"
    assert [one.training_id for one in (await hosted(actor_telegram_id=RINA, size=20)).trainings] == [number]
    assert (await hosted(actor_telegram_id=DEWI, size=20)).trainings == ()


async def test_lists_show_what_waits_and_what_is_done(plans: PlanTools, two: tuple[int, int]) -> None:
    third = await plans.accepted(GALIH, "Jurnalisme Data")
    proposal = await plans.propose(kept_id=two[0], merged_id=two[1], actor_telegram_id=SEKAR)
    during = [
        [plan.id for plan in await plans.list(which=which, actor_telegram_id=SEKAR)] for which in ("queue", "waiting")
    ]
    for who in (DEWI, RINA):
        await plans.answer(proposal_id=proposal, actor_telegram_id=who, agrees=True)
    dki = plans.agency("bpsdm-dki")
    await plans.commit(training_id=third, actor_telegram_id=RINA, agency_id=dki, seats=3)
    await plans.host(training_id=third, actor_telegram_id=SEKAR, agency_id=dki)
    await plans.publish(training_id=third, actor_telegram_id=GALIH)

    done = {
        who: [plan.id for plan in await plans.list(which="done", actor_telegram_id=who)]
        for who in (DEWI, RINA, GALIH, SEKAR)
    }

    assert during == [[two[0], two[1]], []]
    assert [plan.id for plan in await plans.list(which="waiting", actor_telegram_id=SEKAR)] == [two[0]]
    assert done == {DEWI: [], RINA: [third, two[1]], GALIH: [third], SEKAR: [third, two[1]]}
    with pytest.raises(NotAllowed):
        await plans.list(which="waiting", actor_telegram_id=DEWI)
    with pytest.raises(NotAllowed):
        await plans.list(which="done", actor_telegram_id=NOBODY)


async def test_who_takes_no_seats_any_more_offers_nothing_any_more(plans: PlanTools) -> None:
    number, dki = await plans.accepted(), plans.agency("bpsdm-dki")
    with pytest.raises(Refusal, match="host-no-seats"):
        await plans.offer(training_id=number, actor_telegram_id=RINA, agency_id=dki)
    await plans.commit(training_id=number, actor_telegram_id=RINA, agency_id=dki, seats=3)
    await plans.offer(training_id=number, actor_telegram_id=RINA, agency_id=dki)

    await plans.commit(training_id=number, actor_telegram_id=RINA, agency_id=dki, seats=0)

    assert (await plans.view(number)).offers == frozenset()
    with pytest.raises(Refusal, match="host-no-seats"):
        await plans.host(training_id=number, actor_telegram_id=SEKAR, agency_id=dki)


async def test_seats_are_committed_for_the_own_agency_within_reason_and_before_publishing(plans: PlanTools) -> None:
    number, ntt, dki = await plans.accepted(), plans.agency("bpsdm-ntt"), plans.agency("bpsdm-dki")

    for who, agency in ((RINA, ntt), (SEKAR, dki), (NOBODY, ntt)):
        with pytest.raises(NotAllowed):
            await plans.commit(training_id=number, actor_telegram_id=who, agency_id=agency, seats=3)
    for seats in (-1, 1001):
        with pytest.raises(Refusal, match="seats-number"):
            await plans.commit(training_id=number, actor_telegram_id=DEWI, agency_id=ntt, seats=seats)
    await plans.commit(training_id=number, actor_telegram_id=DEWI, agency_id=ntt, seats=3)
    for who in (DEWI, RINA):
        with pytest.raises(NotAllowed):
            await plans.host(training_id=number, actor_telegram_id=who, agency_id=ntt)
    await plans.host(training_id=number, actor_telegram_id=SEKAR, agency_id=ntt)
    with pytest.raises(NotAllowed):
        await plans.publish(training_id=number, actor_telegram_id=RINA)
    await plans.publish(training_id=number, actor_telegram_id=SEKAR)

    with pytest.raises(Refusal, match="plan-moved-on"):
        await plans.commit(training_id=number, actor_telegram_id=DEWI, agency_id=ntt, seats=5)
    with pytest.raises(Refusal, match="plan-moved-on"):
        await plans.publish(training_id=number, actor_telegram_id=DEWI)
