"""Albums in questions and answers: nothing of one is lost, and it counts as one message."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.helpdesk import own, team
from bot.words import Words
from services.broadcasts.content import Media
from services.errors import NotAllowed, Refusal
from services.faq.drafting import ProposeFromTicket
from services.helpdesk.copies import GetAnswerCopy
from services.privacy import EraseData, ExportData
from storage.repositories.ticket_entries import Side
from storage.repositories.tickets import TicketState
from storage.tables.helpdesk import TicketEntryRow
from tests.support.clock import Clock
from tests.support.helpdesk import ADMIN, BAGUS, DARMA, DEWI, RINA, YOHANA, Desk
from tests.support.in_group import FORUM, PLAIN, InGroup

pytestmark = pytest.mark.postgres
VOICE = Words().voice("id", "WIB")


async def opened(desk: Desk, count: int = 3, *words: str) -> int:
    """A question that is an album; its number."""
    said, *parts = desk.album(count, *words)
    return (await desk.ask(telegram_id=YOHANA, agency_id=desk.dki, said=said, parts=parts)).ticket.id


async def files(desk: Desk) -> list[tuple[str, str | None]]:
    """The sides and files of all that was kept."""
    return [(row["side"], (row["media"] or {}).get("file_id")) for row in await desk.staff.rows(TicketEntryRow)]


async def test_an_album_asks_one_question_and_each_part_is_told(desk: Desk) -> None:
    said, *parts = album = desk.album(3, "", "Di mana ini?")

    first = await desk.ask(telegram_id=YOHANA, agency_id=desk.dki, said=said, parts=parts)
    again = await desk.ask(telegram_id=YOHANA, agency_id=desk.dki, said=said, parts=parts)
    for part in album:
        assert await desk.join(telegram_id=YOHANA, said=part)

    assert (first.new, again.new, first.ticket.title) == (True, False, "Di mana ini?")
    assert [kind for _, kind in await files(desk)] == [one.media.file_id for one in album if one.media]
    told = [row["kind"] for row in await desk.owed(RINA)]
    assert told == ["ticket-new", "ticket-added", "ticket-added"]
    view = await desk.look(ticket_id=first.ticket.id, actor_telegram_id=RINA)
    screen, media = team.told(VOICE, view, "added", view.entries[1].id)
    assert (screen.text, screen.rows) == ("🎫 T-0001 · lampiran lanjutan\n\nDi mana ini?", ())
    assert media == Media(kind="photo", file_id=view.entries[1].media["file_id"])  # type: ignore[index]
    shown = own.one(VOICE, await desk.own(telegram_id=YOHANA, ticket_id=first.ticket.id)).text
    assert shown.count("3 foto terlampir") == 1
    assert shown.endswith("Di mana ini?")


async def test_later_parts_go_where_the_first_part_went_once(desk: Desk) -> None:
    ticket = await desk.open()
    await desk.reply(ticket)
    added, *more = desk.album(4, "Ini tangkapan layarnya")
    assert not await desk.join(telegram_id=YOHANA, said=added)
    assert not await desk.join(telegram_id=YOHANA, said=desk.said("Halo"))
    await desk.add(telegram_id=YOHANA, ticket_id=ticket, said=added)
    for part in (*more, *more):
        assert await desk.join(telegram_id=YOHANA, said=part)
    assert await desk.join(telegram_id=YOHANA, said=added)
    assert len(await desk.owed(DARMA, "ticket-added")) == 4
    assert (await desk.own(telegram_id=YOHANA, ticket_id=ticket)).ticket.state == TicketState.OPEN
    await desk.close(telegram_id=YOHANA, ticket_id=ticket)
    late = replace(more[0], message_id=more[2].message_id + 1)  # tried again after a fault
    assert await desk.join(telegram_id=YOHANA, said=late)
    assert (await desk.own(telegram_id=YOHANA, ticket_id=ticket)).ticket.state == TicketState.OPEN

    # The team's: an answer's parts follow it, a note's parts stay notes, and the state is the first part's doing.
    await desk.reply(ticket, "// simpan dulu")
    for words, side in (("// untuk tim", Side.NOTE), ("Denahnya", Side.TEAM)):
        first, *rest = desk.album(3, words, chat=RINA, kind="document")
        done = await desk.answer(ticket_id=ticket, actor_telegram_id=RINA, said=first)
        for part in (*rest, *rest):
            assert await desk.join(telegram_id=RINA, said=part)
        assert done.side == side
    with pytest.raises(NotAllowed):
        await desk.join(telegram_id=DEWI, said=replace(rest[0], message_id=rest[1].message_id + 1))
    with pytest.raises(Refusal, match="ticket-unknown"):
        await desk.join(telegram_id=BAGUS, said=replace(more[0], message_id=more[2].message_id + 2))
    assert len(await desk.owed(YOHANA, "ticket-answer")) == 1 + 3
    sides = [side for side, _ in await files(desk)]
    assert sides == ["asker", "team", *["asker"] * 5, *["note"] * 4, *["team"] * 3]
    view = await desk.look(ticket_id=ticket, actor_telegram_id=RINA)
    assert view.ticket.state == TicketState.ANSWERED
    assert "3 dokumen terlampir" in team.one(VOICE, view).text
    proposal = (
        await ProposeFromTicket(database=desk.database, admin_ids=frozenset({ADMIN}))(
            ticket_id=ticket, actor_telegram_id=RINA
        )
    ).proposal
    assert proposal is not None
    assert proposal.answer == "Denahnya"


async def test_an_album_is_one_message_to_the_flood_limit_and_a_refused_one_keeps_nothing(desk: Desk) -> None:
    ticket = await opened(desk, 10)
    for _ in range(9):
        first, *rest = desk.album(3)
        await desk.add(telegram_id=YOHANA, ticket_id=ticket, said=first)
        for part in rest:
            assert await desk.join(telegram_id=YOHANA, said=part)
    kept = len(await files(desk))

    first, *rest = desk.album(3)
    with pytest.raises(Refusal, match="ticket-flood"):
        await desk.add(telegram_id=YOHANA, ticket_id=ticket, said=first)
    await desk.block(ticket_id=ticket, actor_telegram_id=RINA)
    for part in rest:
        assert not await desk.join(telegram_id=YOHANA, said=part)
    with pytest.raises(Refusal, match="ticket-long"):
        await opened(desk, 2, "", "x" * 1000)
    assert (len(await files(desk)), kept) == (37, 37)


async def test_an_answer_that_is_an_album_is_changed_by_part_and_taken_back_as_a_whole(desk: Desk) -> None:
    ticket = await opened(desk, 1)
    first, second, third = desk.album(3, "Denah", "Lantai 2", chat=RINA)
    await desk.answer(ticket_id=ticket, actor_telegram_id=RINA, said=first)
    for part in (second, third):
        await desk.join(telegram_id=RINA, said=part)
    [one] = team.answers_of(await desk.look(ticket_id=ticket, actor_telegram_id=RINA))
    copy = GetAnswerCopy(database=desk.database)
    told = [await copy(entry_id=part.id, telegram_id=YOHANA) for part in one]
    assert [found.is_part for found in told if found] == [False, True, True]

    # Another picture takes the place of the second one, which stays in its album; the same again is nothing.
    other = replace(second, media=Media(kind="photo", file_id="lain"), album=None)
    assert await desk.edit(actor_telegram_id=RINA, said=other) is not None
    assert await desk.edit(actor_telegram_id=RINA, said=other) is None
    assert len(await desk.owed(YOHANA, "ticket-edit")) == 1
    [now_] = team.answers_of(await desk.look(ticket_id=ticket, actor_telegram_id=RINA))
    assert [part.media["file_id"] for part in now_ if part.media] == [
        first.media.file_id if first.media else "",
        "lain",
        third.media.file_id if third.media else "",
    ]

    assert await desk.withdraw(entry_id=one[1].id, actor_telegram_id=DARMA)
    assert not await desk.withdraw(entry_id=one[0].id, actor_telegram_id=DARMA)
    assert await desk.join(telegram_id=RINA, said=replace(third, message_id=third.message_id + 1))
    owed = await desk.owed(YOHANA, "ticket-withdrawn")
    assert [row["payload"]["entry"] for row in owed] == [part.id for part in one]
    assert (await files(desk))[1:] == [("team", None)] * 3
    view = await desk.look(ticket_id=ticket, actor_telegram_id=RINA)
    assert team.answers_of(view) == []
    assert team.one(VOICE, view).text.count("Jawaban ini sudah ditarik.") == 1
    assert view.ticket.state == TicketState.OPEN


@pytest.mark.parametrize("forum", [True, False])
async def test_a_group_gets_every_part_below_the_question(desk: Desk, now: Clock, forum: bool) -> None:
    world = InGroup(desk, now)
    await world.join(FORUM if forum else PLAIN)
    ticket = await opened(desk, 3, "Ini apa?")
    if forum:
        await world.post()
    assert await world.kinds() == ["ticket-group"]
    await world.post()
    assert await world.kinds() == ["ticket-group-file"] * 3
    await world.post()
    assert await world.kinds() == []

    first, *rest = desk.album(2, "Tambahan", "Kedua")
    await desk.add(telegram_id=YOHANA, ticket_id=ticket, said=first)
    for part in rest:
        await desk.join(telegram_id=YOHANA, said=part)
    assert await world.kinds() == ["ticket-group-line", *["ticket-group-file"] * 2]
    last = (await world.owed())[-1]["payload"]["entry"]
    seen = await world.view(ticket_id=ticket, chat_id=-100, entry_id=last)
    assert seen is not None
    assert seen.entry is not None
    assert (seen.is_part, seen.entry.body) == (True, "Kedua")


async def test_albums_are_shown_and_erased_like_all_that_was_said(desk: Desk, now: Clock) -> None:
    ticket = await opened(desk, 2, "Ini apa?")
    first, second = desk.album(2, "Panduan", chat=RINA)
    await desk.answer(ticket_id=ticket, actor_telegram_id=RINA, said=first)
    await desk.join(telegram_id=RINA, said=second)

    shown = await ExportData(database=desk.database, vault=desk.staff.vault)(telegram_id=YOHANA)
    assert shown is not None
    assert [row["body"] for row in shown["ticket_entries"]] == ["Ini apa?", "", "Panduan", ""]
    erase = EraseData(database=desk.database, now=now)
    await erase(telegram_id=RINA)
    view = await desk.look(ticket_id=ticket, actor_telegram_id=DARMA)
    [answer] = team.answers_of(view)
    assert [part.chat_id for part in answer] == [0, 0]
    assert await desk.withdraw(entry_id=answer[0].id, actor_telegram_id=DARMA)
    assert len(await desk.owed(YOHANA, "ticket-withdrawn")) == 2
    await erase(telegram_id=YOHANA)
    assert await files(desk) == []
