"""What a team does with its questions: taken, handed on, looked at, answered from what is ready."""

from __future__ import annotations

from typing import Any

import pytest

from services.errors import NotAllowed, Refusal
from services.helpdesk.queue import Which
from storage.tables import AuditRow
from storage.tables.helpdesk import TicketEntryRow, TicketRow
from tests.support.clock import NOON, Clock
from tests.support.helpdesk import ADMIN, BAGUS, DARMA, DEWI, RINA, YOHANA, Desk
from tests.support.staff import YOHANA_NIP

STRANGER = 999


async def test_one_takes_a_question_and_hands_it_on(desk: Desk) -> None:
    ticket = await desk.open()

    assert await desk.take(ticket_id=ticket, actor_telegram_id=RINA)
    assert not await desk.take(ticket_id=ticket, actor_telegram_id=RINA)
    with pytest.raises(Refusal, match="ticket-taken"):
        await desk.take(ticket_id=ticket, actor_telegram_id=DARMA)
    [darma] = await desk.colleagues(ticket_id=ticket, actor_telegram_id=RINA)
    assert await desk.hand(ticket_id=ticket, actor_telegram_id=RINA, role_id=darma.id)
    assert not await desk.hand(ticket_id=ticket, actor_telegram_id=RINA, role_id=darma.id)
    with pytest.raises(Refusal, match="ticket-colleague-unknown"):
        await desk.hand(ticket_id=ticket, actor_telegram_id=RINA, role_id=1)

    assert len(await desk.owed(DARMA, "ticket-handed")) == 1
    mine = await desk.queue(actor_telegram_id=DARMA, which=Which.MINE, page=1, size=5)
    assert [one.id for one in mine.items] == [ticket]
    assert (await desk.queue(actor_telegram_id=RINA, which=Which.MINE, page=9, size=5)).total == 0
    with pytest.raises(Refusal, match="ticket-start-first"):
        await desk.take(ticket_id=ticket, actor_telegram_id=ADMIN)


async def test_a_question_goes_to_another_agency_with_its_thread(desk: Desk, now: Clock) -> None:
    ticket = await desk.open()
    await desk.take(ticket_id=ticket, actor_telegram_id=RINA)
    now.advance(hours=2)

    moved = await desk.move(ticket_id=ticket, actor_telegram_id=RINA, agency_id=desk.ntt)
    with pytest.raises(NotAllowed):
        await desk.move(ticket_id=ticket, actor_telegram_id=RINA, agency_id=desk.dki)

    assert moved is not None
    view = await desk.look(ticket_id=ticket, actor_telegram_id=DEWI)
    assert (view.ticket.agency.id, view.ticket.holder, view.ticket.waiting_since) == (desk.ntt, None, NOON)
    assert len(await desk.owed(DEWI, "ticket-new")) == 1
    assert len(await desk.owed(YOHANA, "ticket-moved")) == 1
    with pytest.raises(Refusal, match="ticket-nobody"):
        await desk.move(ticket_id=ticket, actor_telegram_id=DEWI, agency_id=desk.staff.agencies["bpsdm-jatim"].id)


async def test_the_queue_shows_first_who_waits_longest(desk: Desk, now: Clock) -> None:
    first = await desk.open("Satu")
    now.advance(minutes=1)
    second = await desk.open("Dua", asker=BAGUS)
    answered = await desk.open("Tiga")
    closed = await desk.open("Empat")
    await desk.reply(answered)
    await desk.close_by_team(ticket_id=closed, actor_telegram_id=RINA)
    elsewhere = await desk.open("Lima", agency=desk.ntt)

    everything = await desk.queue(actor_telegram_id=RINA, which=Which.ALL, page=1, size=2)
    rest = await desk.queue(actor_telegram_id=RINA, which=Which.ALL, page=2, size=2)

    assert [one.id for one in everything.items] == [first, second]
    assert ([one.id for one in rest.items], rest.pages, rest.total) == ([answered], 2, 3)
    over = await desk.queue(actor_telegram_id=RINA, which=Which.CLOSED, page=1, size=5)
    assert [one.id for one in over.items] == [closed]
    assert [one.id for one in await desk.waiting(actor_telegram_id=DEWI)] == [elsewhere]
    assert len(await desk.waiting(actor_telegram_id=ADMIN)) == 3
    with pytest.raises(NotAllowed):
        await desk.waiting(actor_telegram_id=YOHANA)


async def test_a_team_sees_a_masked_nip_and_where_answers_stand(desk: Desk) -> None:
    ticket = await desk.open(f"NIP saya {YOHANA_NIP}, sudah benar?")
    answered = await desk.reply(ticket)

    view = await desk.look(ticket_id=ticket, actor_telegram_id=RINA)

    assert (view.nip, view.name, view.province, view.agency) == ("1990…014", "Yohana Contoh", "NTT", "Dinas Pangan NTT")
    assert view.deliveries == {answered.entry_id: "queued"}
    assert view.is_mine
    assert YOHANA_NIP not in str(await desk.staff.rows(TicketEntryRow)) + str(await desk.staff.rows(TicketRow))
    assert YOHANA_NIP not in str(await desk.staff.rows(AuditRow))


@pytest.mark.parametrize("who", [DEWI, BAGUS, STRANGER, YOHANA])
async def test_nobody_else_acts_on_a_question(desk: Desk, who: int) -> None:
    ticket = await desk.open()
    ready = await desk.add_ready(agency_id=desk.dki, actor_telegram_id=RINA, html="Silakan baca panduan.")
    about: dict[str, Any] = {"ticket_id": ticket, "actor_telegram_id": who}

    acts = [
        desk.answer(said=desk.said("Ya", chat=who), **about),
        desk.take(**about),
        desk.colleagues(**about),
        desk.hand(role_id=1, **about),
        desk.move(agency_id=desk.ntt, **about),
        desk.close_by_team(**about),
        desk.block(**about),
        desk.look(**about),
        desk.use_ready(ready_id=ready, after=1, **about),
        desk.ready(agency_id=desk.dki, actor_telegram_id=who),
        desk.get_ready(ready_id=ready, actor_telegram_id=who),
        desk.add_ready(agency_id=desk.dki, actor_telegram_id=who, html="Ya"),
        desk.remove_ready(ready_id=ready, actor_telegram_id=who),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            await act

    assert [one.id for one in await desk.ready(agency_id=desk.dki, actor_telegram_id=RINA)] == [ready]


async def test_ready_answers_are_sent_once_a_look(desk: Desk) -> None:
    ticket = await desk.open()
    ready = await desk.add_ready(agency_id=desk.dki, actor_telegram_id=RINA, html="Silakan baca <b>panduan</b>.")
    assert (
        await desk.add_ready(agency_id=desk.dki, actor_telegram_id=DARMA, html="Silakan baca <b>panduan</b>.") == ready
    )
    with pytest.raises(Refusal, match="ready-note"):
        await desk.add_ready(agency_id=desk.dki, actor_telegram_id=RINA, html="// ya")
    [asked] = (await desk.own(telegram_id=YOHANA, ticket_id=ticket)).entries

    about: dict[str, Any] = {"ticket_id": ticket, "ready_id": ready, "actor_telegram_id": RINA}
    sent = await desk.use_ready(after=asked.id, **about)
    twice = await desk.use_ready(after=asked.id, **about)
    later = await desk.use_ready(after=sent.entry_id, **about)

    assert (sent.new, twice.new, later.new) == (True, False, True)
    assert len(await desk.owed(YOHANA, "ticket-answer")) == 2
    assert (await desk.get_ready(ready_id=ready, actor_telegram_id=DARMA)).title == "Silakan baca panduan."
    assert await desk.remove_ready(ready_id=ready, actor_telegram_id=RINA)
    assert not await desk.remove_ready(ready_id=ready, actor_telegram_id=RINA)
    with pytest.raises(Refusal, match="ready-gone"):
        await desk.use_ready(after=later.entry_id, **about)
