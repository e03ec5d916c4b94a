"""Questions over time: alarms after an answer was taken back, roles that ended, changes that are no messages."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

import pytest

from services.errors import NotAllowed, Refusal
from services.helpdesk.alarms import SoundAlarms
from services.helpdesk.queue import Which
from services.helpdesk.reopen import ReopenByTeam
from services.helpdesk.settings import SetDesk
from services.zones import ZONES
from storage.tables import PersonRow
from tests.support.catalogue import add
from tests.support.clock import Clock
from tests.support.helpdesk import ADMIN, BAGUS, DARMA, DEWI, RINA, YOHANA, Desk

pytestmark = pytest.mark.postgres
WIB = ZONES["WIB"]
"""Noon of the example day is a Tuesday."""


async def sound(desk: Desk) -> int:
    return await SoundAlarms(database=desk.database, now=desk.now, admin_ids=frozenset({ADMIN}))()


async def alarms(desk: Desk) -> tuple[int, int]:
    """How often an organizer and the asker were told that it waits."""
    return len(await desk.owed(RINA, "ticket-alarm")), len(await desk.owed(YOHANA, "ticket-waiting"))


async def test_a_question_whose_answer_was_taken_back_alarms_anew(desk: Desk, now: Clock) -> None:
    ticket = await desk.open()
    now.advance(days=1)
    assert (await sound(desk), await alarms(desk)) == (1, (1, 1))
    answered = await desk.reply(ticket)
    await desk.withdraw(entry_id=answered.entry_id, actor_telegram_id=RINA)
    now.advance(minutes=1)

    assert (await sound(desk), await alarms(desk)) == (1, (2, 2))
    now.advance(days=1)
    assert (await sound(desk), await alarms(desk)) == (1, (3, 2))


async def test_where_nobody_is_left_in_the_team_admins_are_alarmed(desk: Desk, now: Clock) -> None:
    await add(desk.database, PersonRow, telegram_id=ADMIN, created_at=now())
    ticket = await desk.open()
    for organizer in (RINA, DARMA):
        await desk.staff.dismiss(organizer)
    now.advance(days=1)

    assert (await sound(desk), await alarms(desk)) == (1, (0, 1))
    assert [one["payload"]["ticket"] for one in await desk.owed(ADMIN, "ticket-alarm")] == [ticket]


async def test_what_the_team_closed_without_an_answer_waits_again_when_it_is_opened(desk: Desk, now: Clock) -> None:
    reopen = ReopenByTeam(database=desk.database, now=now, admin_ids=frozenset({ADMIN}))
    slip, over, answered = await desk.open(), await desk.open("Sudah?", asker=BAGUS), await desk.open("Ketiga?")
    await desk.reply(answered)
    for ticket in (slip, answered):
        await desk.close_by_team(ticket_id=ticket, actor_telegram_id=RINA)
    await desk.close(telegram_id=BAGUS, ticket_id=over)
    now.advance(minutes=5)

    for ticket in (slip, over, answered):
        assert await reopen(ticket_id=ticket, actor_telegram_id=DARMA)

    assert [one.id for one in await desk.waiting(actor_telegram_id=RINA)] == [slip]
    view = await desk.look(ticket_id=slip, actor_telegram_id=RINA)
    assert view.ticket.waiting_since == view.ticket.opened_at
    now.advance(days=1)
    assert await sound(desk) == 1


async def test_what_waits_follows_the_hours_also_after_its_first_alarm(desk: Desk, now: Clock) -> None:
    team: dict[str, Any] = {"database": desk.database, "now": now, "admin_ids": frozenset({ADMIN})}
    act: dict[str, Any] = {"agency_id": desk.dki, "actor_telegram_id": RINA}
    now.set(datetime(2026, 11, 19, 10, 0, tzinfo=WIB))  # Thursday
    ticket = await desk.open()
    now.advance(days=1)
    assert await sound(desk) == 1
    for day in (1, 2, 3, 4, 5):
        await SetDesk(**team)(**act, day=(6, True))
        await SetDesk(**team)(**act, day=(day, False))

    due = (await desk.look(ticket_id=ticket, actor_telegram_id=RINA)).ticket.alarm_at

    assert due is not None
    assert due.astimezone(WIB) == datetime(2026, 11, 28, 8, 0, tzinfo=WIB)  # the Saturday after the old Monday


async def test_a_blocked_asker_says_nothing_more_by_changing_old_messages(desk: Desk) -> None:
    said = desk.said("Halo")
    ticket = (await desk.ask(telegram_id=YOHANA, agency_id=desk.dki, said=said)).ticket.id
    await desk.block(ticket_id=ticket, actor_telegram_id=RINA)

    with pytest.raises(Refusal, match="ticket-blocked"):
        await desk.edit_own(telegram_id=YOHANA, said=desk.said("Hinaan", message=said.message_id))

    view = await desk.look(ticket_id=ticket, actor_telegram_id=RINA)
    assert [entry.body for entry in view.entries] == ["Halo"]


async def test_changes_count_as_messages(desk: Desk, now: Clock) -> None:
    said = desk.said("Halo")
    await desk.ask(telegram_id=YOHANA, agency_id=desk.dki, said=said)

    async def change(words: str) -> object:
        return await desk.edit_own(telegram_id=YOHANA, said=desk.said(words, message=said.message_id))

    for number in range(9):
        assert await change(f"Halo {number}") is not None
    assert await change("Halo 8") is None  # nothing changed, so nothing counts
    with pytest.raises(Refusal, match="ticket-flood"):
        await change("Halo 9")
    with pytest.raises(Refusal, match="ticket-flood"):
        await desk.open("Lagi")
    now.advance(minutes=11)
    assert await change("Halo 9") is not None


async def test_closing_and_opening_again_and_again_tells_nobody_anew(desk: Desk, now: Clock) -> None:
    ticket = await desk.open()
    for _ in range(5):
        await desk.close(telegram_id=YOHANA, ticket_id=ticket)
        now.advance(seconds=10)
        await desk.reopen(telegram_id=YOHANA, ticket_id=ticket)
    assert len(await desk.owed(RINA, "ticket-added")) == 1

    await desk.close(telegram_id=YOHANA, ticket_id=ticket)
    now.advance(hours=1)
    await desk.reopen(telegram_id=YOHANA, ticket_id=ticket)
    await desk.close(telegram_id=YOHANA, ticket_id=ticket)
    await desk.add(telegram_id=YOHANA, ticket_id=ticket, said=desk.said("Masih ada satu."))

    assert len(await desk.owed(RINA, "ticket-added")) == 3


async def test_who_left_the_team_holds_nothing_and_takes_part_in_nothing(desk: Desk, now: Clock) -> None:
    ticket = await desk.open()
    await desk.take(ticket_id=ticket, actor_telegram_id=RINA)
    answered = await desk.reply(ticket)
    await desk.add(telegram_id=YOHANA, ticket_id=ticket, said=desk.said("Belum jelas"))
    await desk.staff.appoint(900, "Citra Seumpama", agency="bpsdm-dki")
    roles = {one.name: one.id for one in await desk.colleagues(ticket_id=ticket, actor_telegram_id=DARMA)}
    await desk.staff.dismiss(RINA)

    assert not (await desk.look(ticket_id=ticket, actor_telegram_id=DARMA)).is_held
    for act in (desk.take, desk.look, desk.close_by_team, desk.block):
        with pytest.raises(NotAllowed):
            await act(ticket_id=ticket, actor_telegram_id=RINA)
    with pytest.raises(NotAllowed):
        await desk.withdraw(entry_id=answered.entry_id, actor_telegram_id=RINA)
    with pytest.raises(NotAllowed):
        await desk.reply(ticket, by=RINA)
    with pytest.raises(Refusal, match="ticket-colleague-unknown"):
        await desk.hand(ticket_id=ticket, actor_telegram_id=DARMA, role_id=roles["Rina Teladan"])
    now.advance(days=2)
    assert await sound(desk) == 1
    assert (await alarms(desk))[0] == 0
    assert len(await desk.owed(DARMA, "ticket-alarm")) == 1
    assert await desk.take(ticket_id=ticket, actor_telegram_id=DARMA)
    with pytest.raises(Refusal, match="ticket-taken"):
        await desk.take(ticket_id=ticket, actor_telegram_id=900)


async def test_an_asker_who_becomes_an_organizer_stays_the_asker_of_their_question(desk: Desk) -> None:
    ticket = await desk.open()
    await desk.reply(ticket)
    await desk.staff.give_role(YOHANA, "Yohana Contoh", agency="bpsdm-dki")

    assert (await desk.waiting(actor_telegram_id=YOHANA)) == ()
    for act in (desk.look, desk.take, desk.close_by_team, desk.colleagues):
        with pytest.raises(Refusal, match="ticket-own"):
            await act(ticket_id=ticket, actor_telegram_id=YOHANA)
    names = {one.name for one in await desk.colleagues(ticket_id=ticket, actor_telegram_id=RINA)}
    assert names == {"Darma Andaikata"}
    before = len(await desk.owed(YOHANA))
    await desk.add(telegram_id=YOHANA, ticket_id=ticket, said=desk.said("Satu lagi"))
    assert len(await desk.owed(YOHANA)) == before
    other = await desk.open("Dari orang lain", asker=BAGUS)
    await desk.reply(other, by=YOHANA)
    assert len(await desk.owed(BAGUS, "ticket-answer")) == 1


async def test_two_organizers_at_the_same_moment_leave_one_truth(desk: Desk) -> None:
    """Answered and closed, taken by two, taken back and changed: nothing is lost or told twice."""
    ticket = await desk.open()
    took = await asyncio.gather(
        *(desk.take(ticket_id=ticket, actor_telegram_id=who) for who in (RINA, DARMA)), return_exceptions=True
    )
    await asyncio.gather(desk.reply(ticket, message=77), desk.close_by_team(ticket_id=ticket, actor_telegram_id=DARMA))
    [entry] = [one for one in (await desk.own(telegram_id=YOHANA, ticket_id=ticket)).entries if one.side == "team"]
    said = desk.said("Ya, di asrama.", chat=RINA, message=77)
    changed, withdrawn = await asyncio.gather(
        desk.edit(actor_telegram_id=RINA, said=said),
        desk.withdraw(entry_id=entry.id, actor_telegram_id=DARMA),
    )

    assert sorted(one for one in took if isinstance(one, bool)) == [True]
    assert [str(one) for one in took if isinstance(one, Refusal)] == ["ticket-taken"]
    assert len(await desk.owed(YOHANA, "ticket-answer")) == 1
    view = await desk.look(ticket_id=ticket, actor_telegram_id=RINA)
    [kept] = [one for one in view.entries if one.side == "team"]
    assert withdrawn
    assert (kept.body, kept.withdrawn_at is not None) == ("", True)
    assert len(await desk.owed(YOHANA, "ticket-edit")) == (changed is not None)
    if view.ticket.state != "closed":
        assert view.ticket.waiting_since is not None


async def test_a_rating_ends_with_what_was_rated(desk: Desk) -> None:
    ticket = await desk.open()
    await desk.reply(ticket)
    await desk.close(telegram_id=YOHANA, ticket_id=ticket)
    for stars in (2, 5, 5):
        rated = await desk.rate(telegram_id=YOHANA, ticket_id=ticket, rating=stars)
    assert rated.rating == 5

    await desk.reopen(telegram_id=YOHANA, ticket_id=ticket)
    with pytest.raises(Refusal, match="ticket-not-closed"):
        await desk.rate(telegram_id=YOHANA, ticket_id=ticket, rating=1)
    closed = await desk.close(telegram_id=YOHANA, ticket_id=ticket)
    assert closed.rating is None


async def test_a_queue_of_two_hundred_is_whole_and_in_order(desk: Desk, now: Clock) -> None:
    asked: list[int] = []
    for number in range(40):
        asker = 2000 + number
        await desk.staff.welcome(asker)
        for _ in range(5):
            asked.append(await desk.open(asker=asker))
            now.advance(seconds=1)
    for ticket in asked[::3]:
        await desk.reply(ticket)
        now.advance(seconds=1)

    pages = [await desk.queue(actor_telegram_id=RINA, which=Which.ALL, page=page, size=5) for page in range(1, 42)]

    listed = [one.id for page in pages[:40] for one in page.items]
    waiting = [ticket for ticket in asked if ticket not in asked[::3]]
    assert listed == [*waiting, *reversed(asked[::3])]
    assert (pages[0].total, pages[0].pages, pages[40].page) == (200, 40, 40)
    assert await desk.waiting(actor_telegram_id=DEWI) == ()
