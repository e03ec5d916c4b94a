"""What a team's group is owed about questions, what follows from each message, and what becomes of lost groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from services.errors import NotAllowed
from services.outbox import State
from services.zones import ZONES
from storage.repositories.helpdesks import Topics, Trouble
from tests.support.clock import Clock
from tests.support.helpdesk import BAGUS, DARMA, DEWI, RINA, YOHANA, Desk
from tests.support.in_group import CHAT, FORUM, NEW_CHAT, PLAIN, InGroup

pytestmark = pytest.mark.postgres


@pytest.fixture
def room(desk: Desk, now: Clock) -> InGroup:
    return InGroup(desk, now)


async def test_in_a_forum_a_topic_is_opened_and_the_card_follows(room: InGroup) -> None:
    await room.join(FORUM)
    ticket = await room.desk.open()

    assert await room.kinds() == ["ticket-topic"]
    assert await room.alone() == set()
    [(_, topic)] = await room.post()
    assert [(row["kind"], row["payload"]["thread"]) for row in await room.owed()] == [("ticket-group", topic)]
    [(_, card)] = await room.post()

    found = await room.ticket(ticket)
    assert (found.chat_id, found.thread_id) == (CHAT, topic)
    for means in ({"thread": topic, "reply_to": None}, {"thread": None, "reply_to": card}):
        meant = await room.find(chat_id=CHAT, **means)
        assert meant is not None
        assert meant.id == ticket
    assert await room.find(chat_id=CHAT, thread=None, reply_to=1) is None
    assert await room.find(chat_id=-5, thread=topic, reply_to=card) is None


async def test_a_topic_that_telegram_refuses_is_kept_as_trouble_and_the_card_comes_without(room: InGroup) -> None:
    await room.join(FORUM)
    ticket = await room.desk.open()

    await room.post(State.FAILED)

    desk = await room.of_dki()
    assert (desk.topics, desk.trouble) == (Topics.REFUSED, Trouble.TOPICS)
    assert {row["person_id"] for row in await room.owed(group=False) if row["kind"] == "desk-trouble"} == (
        await room.team()
    )
    assert [(row["kind"], row["payload"]["thread"]) for row in await room.owed()] == [("ticket-group", None)]
    await room.post()
    assert (await room.ticket(ticket)).thread_id is None
    await room.desk.open("Yang kedua?")
    assert await room.kinds() == ["ticket-group"]


async def test_what_is_written_before_the_card_stands_comes_after_it_and_once(room: InGroup) -> None:
    await room.join()
    ticket = await room.desk.open()
    await room.desk.add(telegram_id=YOHANA, ticket_id=ticket, said=room.desk.said("Satu lagi."))
    assert await room.kinds() == ["ticket-group"]

    await room.post()
    assert [(row["kind"], row["payload"]["what"]) for row in await room.owed()] == [("ticket-group-line", "added")]
    await room.post()
    await room.desk.add(telegram_id=YOHANA, ticket_id=ticket, said=room.desk.said("Dan ini."))
    assert await room.kinds() == ["ticket-group-line"]


async def test_pictures_follow_the_card_and_what_is_added(room: InGroup) -> None:
    from services.broadcasts.content import Media

    media = Media(kind="photo", file_id="F1", name="")
    await room.join()
    said = room.desk.said("", media=media)
    ticket = (await room.desk.ask(telegram_id=YOHANA, agency_id=room.desk.dki, said=said)).ticket.id
    await room.post()
    assert await room.kinds() == ["ticket-group-file"]
    await room.post()

    more = room.desk.said("Ini juga", media=replace(media, kind="document", file_id="F2", name="a.pdf"))
    await room.desk.add(telegram_id=YOHANA, ticket_id=ticket, said=more)
    assert await room.kinds() == ["ticket-group-line", "ticket-group-file"]


async def test_answers_written_in_the_group_are_not_said_there_again(room: InGroup) -> None:
    await room.join()
    ticket = await room.desk.open()
    await room.post()

    answered = await room.desk.answer(ticket_id=ticket, actor_telegram_id=RINA, said=room.desk.said("Ya.", chat=CHAT))
    await room.desk.withdraw(entry_id=answered.entry_id, actor_telegram_id=RINA)
    assert await room.kinds() == ["ticket-group-state", "ticket-group-state"]
    await room.post()
    await room.desk.reply(ticket)
    assert await room.kinds() == ["ticket-group-line", "ticket-group-state"]
    by_reply = await room.find(chat_id=CHAT, thread=None, reply_to=answered.entry_id)
    assert by_reply is None


async def test_every_answer_reaches_exactly_one_person(room: InGroup) -> None:
    await room.join()
    tickets = [await room.desk.open(asker=asker) for asker in (YOHANA, BAGUS, YOHANA)]
    await room.post()
    said = [room.desk.said(f"Jawaban {number}", chat=CHAT) for number in range(6)]

    for number, one in enumerate([*said, *said]):  # each message comes twice
        await room.desk.answer(ticket_id=tickets[number % 3], actor_telegram_id=RINA, said=one)

    owed = await room.desk.owed(kind="ticket-answer")
    assert len(owed) == len({row["payload"]["entry"] for row in owed}) == len(said)
    asked = {ticket: (await room.ticket(ticket)).person_id for ticket in tickets}
    assert all(row["person_id"] == asked[row["payload"]["ticket"]] and row["chat_id"] is None for row in owed)


async def test_closed_and_opened_again_by_the_team(room: InGroup) -> None:
    await room.join()
    ticket = await room.desk.open()
    await room.post()
    await room.desk.close_by_team(ticket_id=ticket, actor_telegram_id=RINA)
    assert [row["payload"].get("what") for row in await room.owed()] == ["closed", None]

    assert await room.reopen(ticket_id=ticket, actor_telegram_id=DARMA)
    assert not await room.reopen(ticket_id=ticket, actor_telegram_id=DARMA)
    assert (await room.ticket(ticket)).state == "open"
    with pytest.raises(NotAllowed):
        await room.reopen(ticket_id=ticket, actor_telegram_id=DEWI)
    assert "ticket.reopened" in await room.desk.audit()


async def test_a_topic_closes_after_the_last_line_and_opens_before_the_next(room: InGroup, now: Clock) -> None:
    await room.join(FORUM)
    ticket = await room.desk.open()
    await room.post()
    await room.desk.close_by_team(ticket_id=ticket, actor_telegram_id=RINA)
    [(_, _)] = await room.post()  # the card came after the end
    topic = (await room.ticket(ticket)).thread_id
    assert [(row["kind"], row["payload"]["thread"]) for row in await room.owed()] == [("ticket-topic-state", topic)]
    await room.post()

    now.advance(minutes=1)
    await room.reopen(ticket_id=ticket, actor_telegram_id=RINA)
    line = ("ticket-group-line", "ticket-group-state")
    assert await room.kinds() == ["ticket-topic-state", *line]
    assert [row["payload"].get("what") for row in await room.owed()] == [None, "opened", None]
    await room.post()
    await room.desk.close(telegram_id=YOHANA, ticket_id=ticket)
    assert await room.kinds() == [*line, "ticket-topic-state"]
    await room.post()
    await room.desk.reply(ticket)  # an answer opens a question that is closed, and the topic with it
    assert await room.kinds() == ["ticket-topic-state", *line]
    await room.post()
    await room.desk.reply(ticket)
    assert await room.kinds() == list(line)
    await room.post()

    now.advance(minutes=1)
    await room.desk.close(telegram_id=YOHANA, ticket_id=ticket)
    await room.desk.add(telegram_id=YOHANA, ticket_id=ticket, said=room.desk.said("Satu lagi."))
    assert (await room.kinds())[3:] == ["ticket-topic-state", *line]
    await room.post(State.FAILED)
    desk = await room.of_dki()
    assert (desk.topics, desk.trouble) == (Topics.REFUSED, Trouble.TOPICS)
    assert (await room.ticket(ticket)).state == "open"


async def test_a_question_handed_on_is_told_where_it_was_and_comes_anew(room: InGroup) -> None:
    await room.join()
    ticket = await room.desk.open()
    await room.post()

    await room.desk.move(ticket_id=ticket, actor_telegram_id=RINA, agency_id=room.desk.ntt)

    assert [row["payload"].get("what") for row in await room.owed()] == ["left"]
    assert await room.alone() == {await room.desk.staff.person_id(DEWI)}
    view = await room.view(ticket_id=ticket, chat_id=CHAT)
    assert view is not None
    assert view.left


@pytest.mark.parametrize("way", ["thrown out", "no longer taken", "given up", "refused"])
async def test_where_a_group_is_lost_what_waits_comes_to_each_alone_once(room: InGroup, way: str) -> None:
    await room.join()
    waits, done = await room.desk.open(), await room.desk.open("Sudah?")
    await room.post()
    await room.desk.answer(ticket_id=done, actor_telegram_id=RINA, said=room.desk.said("Ya.", chat=CHAT))
    await room.desk.open("Yang belum sampai?", asker=BAGUS)

    match way:
        case "thrown out":
            await room.see(group=replace(PLAIN, present=False))
        case "no longer taken":
            await room.lose(chat_id=CHAT)
            await room.lose(chat_id=CHAT)
        case "given up":
            assert await room.unlink(agency_id=room.desk.dki, actor_telegram_id=RINA)
            assert not await room.unlink(agency_id=room.desk.dki, actor_telegram_id=RINA)
        case "refused":
            await room.post(State.FAILED)
            await room.lose(chat_id=CHAT)

    alone = [row for row in await room.owed(group=False) if row["kind"] == "ticket-new"]
    assert {row["person_id"] for row in alone} == await room.team()
    assert len(alone) == 4, "two who answer, two questions that wait"
    assert (await room.ticket(waits)).chat_id is None
    assert all(row["state"] == "skipped" for row in await room.owed())


async def test_a_topic_taken_away_is_no_loss(room: InGroup) -> None:
    await room.join(FORUM)
    ticket = await room.desk.open()
    await room.post()
    await room.post()
    await room.desk.add(telegram_id=YOHANA, ticket_id=ticket, said=room.desk.said("Satu lagi."))

    await room.post(State.FAILED)

    assert (await room.ticket(ticket)).thread_id is None
    assert [(row["kind"], row["payload"]["flat"]) for row in await room.owed()] == [("ticket-group-line", True)]
    await room.post(State.FAILED)
    assert await room.alone() == await room.team()


async def test_a_group_that_moves_takes_its_questions_along(room: InGroup) -> None:
    await room.join()
    shown, closed = await room.desk.open(), await room.desk.open("Selesai?")
    [(_, card), _] = await room.post()
    await room.desk.close(telegram_id=YOHANA, ticket_id=closed)
    await room.post()
    waiting = await room.desk.open("Belum tampil?")

    assert await room.move(old=CHAT, new=NEW_CHAT)
    assert not await room.move(old=CHAT, new=NEW_CHAT)

    rows = await room.owed()
    assert {row["chat_id"] for row in rows} == {row["payload"]["chat"] for row in rows} == {NEW_CHAT}
    assert sorted(row["payload"]["ticket"] for row in rows) == sorted([shown, waiting])
    assert (await room.of_dki()).group == NEW_CHAT
    assert await room.find(chat_id=NEW_CHAT, thread=None, reply_to=card) is None, "numbers are counted anew there"
    await room.post()
    assert (await room.ticket(shown)).chat_id == NEW_CHAT


async def test_at_night_a_question_waits_for_the_agency_s_morning(room: InGroup, now: Clock) -> None:
    now.set(datetime(2026, 11, 17, 21, 30, tzinfo=ZONES["WIB"]))
    await room.join()
    await room.desk.open()

    [row] = await room.owed()
    assert row["due_at"] == datetime(2026, 11, 18, 6, 0, tzinfo=ZONES["WIB"])


async def test_alarms_over_a_holiday_weekend(room: InGroup, now: Clock) -> None:
    """Asked on 23 December at 10.00; 24 is joint leave, 25 Christmas, then a weekend."""
    now.set(datetime(2026, 12, 23, 10, 0, tzinfo=ZONES["WIB"]))
    await room.join()
    ticket = await room.desk.open()
    sounded: list[tuple[str, list[str]]] = []
    seen = {row["id"] for row in await room.desk.owed()}
    for _ in range(24 * 7):
        now.advance(hours=1)
        if await room.sound():
            new = [row for row in await room.desk.owed() if row["id"] not in seen]
            seen |= {row["id"] for row in new}
            local = now().astimezone(ZONES["WIB"])
            sounded.append((f"{local:%d %H}", sorted(row["kind"] for row in new)))

    assert sounded == [
        ("28 10", ["ticket-alarm", "ticket-waiting"]),
        ("29 10", ["ticket-alarm"]),
        ("30 10", ["ticket-alarm"]),
    ]
    assert {row["chat_id"] for row in await room.desk.owed(kind="ticket-alarm")} == {CHAT}
    since = (await room.ticket(ticket)).waiting_since
    assert since is not None
    assert await room.check(ticket_id=ticket, since=since.isoformat()) is not None
    await room.desk.reply(ticket)
    assert await room.check(ticket_id=ticket, since=since.isoformat()) is None
    now.advance(days=9)
    assert await room.sound() == 0


async def test_the_holder_alone_is_alarmed_and_without_a_group_everybody(room: InGroup, now: Clock) -> None:
    held, free = await room.desk.open(), await room.desk.open("Yang bebas?")
    await room.desk.take(ticket_id=held, actor_telegram_id=RINA)
    now.advance(days=2)

    assert await room.sound() == 2
    assert await room.sound() == 0

    alarmed = {(row["payload"]["ticket"], row["person_id"]) for row in await room.desk.owed(kind="ticket-alarm")}
    rina, darma = await room.desk.staff.person_id(RINA), await room.desk.staff.person_id(DARMA)
    assert alarmed == {(held, rina), (free, rina), (free, darma)}


async def test_an_alarm_that_is_late_waits_for_the_opening(room: InGroup, now: Clock) -> None:
    await room.desk.open()
    now.set(datetime(2026, 11, 18, 22, 0, tzinfo=ZONES["WIB"]))

    assert await room.sound() == 0
    now.set(datetime(2026, 11, 19, 8, 0, tzinfo=ZONES["WIB"]))
    assert await room.sound() == 1


async def test_other_working_time_moves_the_alarm(room: InGroup, now: Clock) -> None:
    ticket = await room.desk.open()
    before = (await room.ticket(ticket)).alarm_at

    await room.set(agency_id=room.desk.dki, actor_telegram_id=RINA, alarm_hours=2)

    after = (await room.ticket(ticket)).alarm_at
    assert before is not None
    assert after == now().astimezone(UTC) + timedelta(hours=2)
    assert after < before


async def test_who_asks_is_shown_to_the_group_with_a_masked_nip(room: InGroup) -> None:
    await room.join()
    ticket = await room.desk.open()

    view = await room.view(ticket_id=ticket, chat_id=CHAT)

    assert view is not None
    assert (view.name, view.nip, view.province) == ("Yohana Contoh", "1990…014", "NTT")
    assert await room.view(ticket_id=ticket, chat_id=-5) is None
    assert await room.view(ticket_id=9999, chat_id=CHAT) is None
