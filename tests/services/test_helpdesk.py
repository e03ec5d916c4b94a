"""Questions from asking to closing, on both sides."""

from __future__ import annotations

import pytest

from services.broadcasts.content import Media
from services.errors import NotAllowed, Refusal
from storage.repositories.ticket_entries import Side
from storage.repositories.tickets import TicketState
from storage.tables import EnrolmentRow
from storage.tables.helpdesk import TicketEntryRow, TicketRow
from tests.support.catalogue import add, add_batch, add_training
from tests.support.clock import NOON, Clock
from tests.support.helpdesk import BAGUS, DARMA, DEWI, RINA, YOHANA, Desk

STRANGER = 999


async def test_a_question_has_a_number_at_once_and_each_organizer_is_told(desk: Desk) -> None:
    said = desk.said("peserta dari luar jakarta <b>dapat</b> penginapan?")

    opened = await desk.ask(telegram_id=YOHANA, agency_id=desk.dki, said=said)
    again = await desk.ask(telegram_id=YOHANA, agency_id=desk.ntt, said=said)

    assert opened.new
    assert not again.new
    assert again.ticket.id == opened.ticket.id
    assert opened.ticket.title == "peserta dari luar jakarta dapat penginapan?"
    assert (opened.ticket.state, opened.ticket.waiting_since) == (TicketState.OPEN, NOON)
    assert opened.ticket.alarm_at == NOON.replace(day=18)
    told = await desk.owed(kind="ticket-new")
    assert {row["person_id"] for row in told} == {
        await desk.staff.person_id(RINA),
        await desk.staff.person_id(DARMA),
    }
    assert len(told) == 2


async def test_a_question_about_a_batch_goes_to_its_host(desk: Desk) -> None:
    training = await add_training(desk.database, desk.ntt, "akp", title="Analisis Ketahanan Pangan")
    batch = await add_batch(desk.database, training, desk.dki, "akp-2")

    opened = await desk.ask(telegram_id=YOHANA, batch_id=batch, said=desk.said("Apa bekalnya?"))

    assert (opened.ticket.agency.id, opened.ticket.training) == (desk.dki, "Analisis Ketahanan Pangan")
    called_off = await add_batch(desk.database, training, desk.dki, "akp-3", state="cancelled")
    about = await desk.ask(telegram_id=YOHANA, batch_id=called_off, said=desk.said("Mengapa batal?"))
    assert about.ticket.agency.id == desk.dki
    draft = await add_batch(desk.database, training, desk.dki, "akp-4", state="draft")
    for number in (draft, 999):  # not yet shown to anybody, or gone
        assert await desk.route(batch_id=number) is None
        with pytest.raises(Refusal, match="agency-unknown"):
            await desk.ask(telegram_id=YOHANA, batch_id=number, said=desk.said("Apa ini?"))


@pytest.mark.parametrize(
    ("who", "html", "agency", "key"),
    [
        (STRANGER, "Halo", "bpsdm-dki", "consent-needed"),
        (RINA, "Halo", "bpsdm-dki", "consent-needed"),
        (YOHANA, "  ", "bpsdm-dki", "ticket-empty"),
        (YOHANA, "<b> </b>", "bpsdm-dki", "ticket-empty"),
        (YOHANA, "x" * 4000, "bpsdm-dki", "ticket-long"),
        (YOHANA, "Halo", "bpsdm-jatim", "ticket-nobody"),
        (YOHANA, "Halo", None, "agency-unknown"),
    ],
)
async def test_what_is_not_taken_keeps_nothing(desk: Desk, who: int, html: str, agency: str | None, key: str) -> None:
    agency_id = desk.staff.agencies[agency].id if agency else 9999

    with pytest.raises(Refusal, match=key):
        await desk.ask(telegram_id=who, agency_id=agency_id, said=desk.said(html, chat=who))

    assert await desk.staff.rows(TicketRow) == []
    assert await desk.owed() == []


async def test_floods_and_blocked_askers_are_refused_kindly(desk: Desk, now: Clock) -> None:
    tickets = [await desk.open(f"Pertanyaan {number}") for number in range(5)]
    with pytest.raises(Refusal, match="ticket-many"):
        await desk.open("Satu lagi")
    for number in range(5):
        await desk.add(telegram_id=YOHANA, ticket_id=tickets[0], said=desk.said(f"Lagi {number}"))
    with pytest.raises(Refusal, match="ticket-flood"):
        await desk.add(telegram_id=YOHANA, ticket_id=tickets[0], said=desk.said("Lagi"))
    now.advance(minutes=11)
    await desk.add(telegram_id=YOHANA, ticket_id=tickets[0], said=desk.said("Lagi"))

    assert await desk.block(ticket_id=tickets[0], actor_telegram_id=RINA)
    assert not await desk.block(ticket_id=tickets[0], actor_telegram_id=DARMA)
    with pytest.raises(Refusal, match="ticket-blocked"):
        await desk.add(telegram_id=YOHANA, ticket_id=tickets[0], said=desk.said("Lagi"))
    await desk.close(telegram_id=YOHANA, ticket_id=tickets[1])
    assert await desk.open("Untuk NTT", agency=desk.ntt)
    yohana = await desk.staff.person_id(YOHANA)
    with pytest.raises(NotAllowed):
        await desk.unblock(agency_id=desk.dki, person_id=yohana, actor_telegram_id=DEWI)
    assert await desk.unblock(agency_id=desk.dki, person_id=yohana, actor_telegram_id=RINA)
    await desk.add(telegram_id=YOHANA, ticket_id=tickets[0], said=desk.said("Terima kasih"))
    assert {"ticket.blocked", "ticket.unblocked"} <= set(await desk.audit())


async def test_an_answer_is_owed_once_and_what_is_added_waits_again(desk: Desk, now: Clock) -> None:
    ticket = await desk.open()
    now.advance(hours=1)

    answered = await desk.reply(ticket, "Ya, asrama tersedia.", message=7)
    again = await desk.reply(ticket, "Ya, asrama tersedia.", message=7)

    assert (answered.new, again.new, again.entry_id) == (True, False, answered.entry_id)
    assert (answered.ticket.state, answered.ticket.waiting_since, answered.ticket.alarm_at) == (
        TicketState.ANSWERED,
        None,
        None,
    )
    assert answered.ticket.holder == "Rina Teladan"
    [owed] = await desk.owed(YOHANA)
    assert (owed["kind"], owed["payload"]) == ("ticket-answer", {"ticket": ticket, "entry": answered.entry_id})
    now.advance(hours=1)
    added = await desk.add(telegram_id=YOHANA, ticket_id=ticket, said=desk.said("Sampai kapan?", message=8))
    twice = await desk.add(telegram_id=YOHANA, ticket_id=ticket, said=desk.said("Sampai kapan?", message=8))
    assert (added.new, twice.new) == (True, False)
    assert (added.ticket.state, added.ticket.waiting_since) == (TicketState.OPEN, now())
    assert len(await desk.owed(DARMA, "ticket-added")) == 1


async def test_a_note_stays_in_the_team(desk: Desk) -> None:
    ticket = await desk.open()

    noted = await desk.reply(ticket, "// <i>tanya bagian umum dulu</i>", message=8)
    with pytest.raises(Refusal, match="ticket-note-stays"):
        await desk.edit(actor_telegram_id=RINA, said=desk.said("tanya bagian umum dulu", chat=RINA, message=8))
    still = await desk.reply(ticket, " <b>//</b> ya")

    assert (noted.side, still.side) == (Side.NOTE, Side.NOTE)
    assert noted.ticket.state == TicketState.OPEN
    assert await desk.owed(YOHANA) == []
    own = await desk.own(telegram_id=YOHANA, ticket_id=ticket)
    assert [entry.side for entry in own.entries] == [Side.ASKER]
    view = await desk.look(ticket_id=ticket, actor_telegram_id=DARMA)
    assert [entry.side for entry in view.entries] == [Side.ASKER, Side.NOTE, Side.NOTE]


async def test_a_later_edit_reaches_the_person(desk: Desk) -> None:
    ticket = await desk.open()
    answered = await desk.reply(ticket, "Ya.", message=7)

    await desk.edit(actor_telegram_id=RINA, said=desk.said("Ya, 6–11 Des.", chat=RINA, message=7))
    same = await desk.edit(actor_telegram_id=RINA, said=desk.said("Ya, 6–11 Des.", chat=RINA, message=7))
    with pytest.raises(Refusal, match="ticket-note-late"):
        await desk.edit(actor_telegram_id=RINA, said=desk.said("// eh", chat=RINA, message=7))

    assert same is None
    [edit] = await desk.owed(YOHANA, "ticket-edit")
    assert (edit["occasion"], edit["payload"]["entry"]) == (f"{answered.entry_id}:2", answered.entry_id)
    own = await desk.own(telegram_id=YOHANA, ticket_id=ticket)
    assert own.entries[-1].body == "Ya, 6–11 Des."
    assert await desk.edit(actor_telegram_id=RINA, said=desk.said("lain", chat=RINA, message=70)) is None


async def test_the_asker_edits_too(desk: Desk) -> None:
    said = desk.said("Apa bekalnya?", message=3)
    ticket = (await desk.ask(telegram_id=YOHANA, agency_id=desk.dki, said=said)).ticket.id

    changed = await desk.edit_own(telegram_id=YOHANA, said=desk.said("Apa saja bekalnya?", message=3))
    foreign = await desk.edit_own(telegram_id=BAGUS, said=desk.said("Hm", message=3))

    assert changed is not None
    assert foreign is None
    [entry] = (await desk.own(telegram_id=YOHANA, ticket_id=ticket)).entries
    assert (entry.body, entry.version) == ("Apa saja bekalnya?", 2)
    assert await desk.edit_own(telegram_id=YOHANA, said=desk.said("Halo", message=4)) is None


async def test_an_answer_is_taken_back_within_two_days(desk: Desk, now: Clock) -> None:
    ticket = await desk.open()
    first = await desk.reply(ticket, "Tidak.", media=Media(kind="photo", file_id="f"))
    late = await desk.reply(await desk.open("Lain?"), "Ya.")

    assert await desk.withdraw(entry_id=first.entry_id, actor_telegram_id=DARMA)
    assert not await desk.withdraw(entry_id=first.entry_id, actor_telegram_id=RINA)
    now.advance(hours=48)
    with pytest.raises(Refusal, match="ticket-withdraw-late"):
        await desk.withdraw(entry_id=late.entry_id, actor_telegram_id=RINA)

    [owed] = await desk.owed(YOHANA, "ticket-withdrawn")
    assert owed["payload"]["entry"] == first.entry_id
    own = await desk.own(telegram_id=YOHANA, ticket_id=ticket)
    assert [entry.side for entry in own.entries] == [Side.ASKER]
    assert (own.ticket.state, own.ticket.waiting_since) == (TicketState.OPEN, NOON)
    [gone] = [row for row in await desk.staff.rows(TicketEntryRow) if row["id"] == first.entry_id]
    assert (gone["body"], gone["media"]) == ("", None)
    for who, entry in ((DEWI, late.entry_id), (STRANGER, late.entry_id), (DEWI, 9999)):
        with pytest.raises(Refusal):
            await desk.withdraw(entry_id=entry, actor_telegram_id=who)


async def test_a_question_is_closed_rated_and_reopened(desk: Desk) -> None:
    ticket = await desk.open()
    with pytest.raises(Refusal, match="ticket-not-closed"):
        await desk.rate(telegram_id=YOHANA, ticket_id=ticket, rating=4)
    await desk.reply(ticket)

    closed = await desk.close(telegram_id=YOHANA, ticket_id=ticket)
    rated = await desk.rate(telegram_id=YOHANA, ticket_id=ticket, rating=4)
    assert (closed.state, closed.closed_by, rated.rating) == (TicketState.CLOSED, "asker", 4)
    opened = await desk.reopen(telegram_id=YOHANA, ticket_id=ticket)
    assert (opened.state, opened.rating, opened.waiting_since) == (TicketState.OPEN, None, NOON)
    assert len(await desk.owed(RINA, "ticket-added")) == 1

    assert await desk.close_by_team(ticket_id=ticket, actor_telegram_id=DARMA)
    assert not await desk.close_by_team(ticket_id=ticket, actor_telegram_id=RINA)
    assert len(await desk.owed(YOHANA, "ticket-closed")) == 1
    added = await desk.add(telegram_id=YOHANA, ticket_id=ticket, said=desk.said("Masih ada."))
    assert added.ticket.state == TicketState.OPEN
    for who in (BAGUS, RINA, STRANGER):
        with pytest.raises(Refusal):
            await desk.close(telegram_id=who, ticket_id=ticket)


async def test_routes_are_own_hosts_and_the_agency_that_answers(desk: Desk) -> None:
    training = await add_training(desk.database, desk.dki, "akp", title="Analisis Ketahanan Pangan")
    batch = await add_batch(desk.database, training, desk.dki, "akp-2")
    person = await desk.staff.person_id(YOHANA)
    moments = {"submitted_at": NOON, "changed_at": NOON}
    await add(desk.database, EnrolmentRow, person_id=person, batch_id=batch, state="confirmed", **moments)

    routes = await desk.routes(telegram_id=YOHANA)

    assert [(one.agency.short_name, one.training, one.batch_id) for one in routes] == [
        ("BPSDM DKI Jakarta", "Analisis Ketahanan Pangan", batch),
        ("BPSDM NTT", None, None),
    ]
    assert await desk.routes(telegram_id=STRANGER) == ()
    assert [one.agency.short_name for one in await desk.find_routes(telegram_id=BAGUS, text="bpsdm")] == [
        "BPSDM DKI Jakarta",
        "BPSDM NTT",
    ]
    found = await desk.route(batch_id=batch)
    assert found is not None
    assert found.training == "Analisis Ketahanan Pangan"
    assert await desk.route(agency_id=desk.staff.agencies["bpsdm-jatim"].id) is None


async def test_a_reply_finds_its_question(desk: Desk) -> None:
    ticket = await desk.open()
    for _ in range(2):
        await desk.keep(chat_id=YOHANA, message_id=55, ticket_id=ticket)
    await desk.keep(chat_id=YOHANA, message_id=56, ticket_id=9999)

    found = await desk.by_message(chat_id=YOHANA, message_id=55)

    assert found is not None
    assert found.id == ticket
    assert await desk.by_message(chat_id=YOHANA, message_id=56) is None
    page = await desk.list_own(telegram_id=YOHANA, page=4, size=2)
    assert (page.page, page.total, [one.id for one in page.items]) == (1, 1, [ticket])
    assert (await desk.list_own(telegram_id=STRANGER, page=1, size=2)).total == 0
