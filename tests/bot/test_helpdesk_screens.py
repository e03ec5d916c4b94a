"""The screens of questions to the organizers: short, in both languages, with buttons that fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.callbacks import LARGEST_ID
from bot.callbacks_helpdesk import HandOn, HandTo
from bot.helpdesk import handing, own, team
from bot.helpdesk.phrases import ENTRIES_SHOWN, number_of, shortened, thread
from bot.screens import Screen
from bot.words import Voice, Words
from services.broadcasts.content import length
from services.helpdesk.answer import Answered
from services.helpdesk.look import TicketView
from services.helpdesk.mine import OwnPage, OwnTicket
from services.helpdesk.queue import QueuePage, Which
from services.helpdesk.routes import Route
from storage.repositories.agencies import Agency
from storage.repositories.helpdesk_lists import ReadyAnswer
from storage.repositories.roles import Member
from storage.repositories.ticket_entries import Entry, Side
from storage.repositories.tickets import Ticket, TicketState
from tests.support.clock import NOON

WORDS = Words()
DKI = Agency(1, "bpsdm-dki", "BPSDM Provinsi DKI Jakarta", "BPSDM DKI Jakarta", "bpsdm", "DKI", "WIB")
TICKET = Ticket(
    id=LARGEST_ID,
    person_id=1,
    telegram_id=101,
    training_id=1,
    training="Analisis Ketahanan Pangan",
    title="peserta dari luar jakarta dapat penginapan?",
    state=TicketState.OPEN,
    holder_id=None,
    holder=None,
    opened_at=NOON,
    waiting_since=NOON,
    alarm_at=NOON,
    alarms=0,
    answered_at=None,
    closed_at=None,
    closed_by=None,
    rating=None,
    chat_id=None,
    thread_id=None,
    agency=DKI,
)
CLOSED = replace(TICKET, state=TicketState.CLOSED, waiting_since=None, rating=4)


def entry(number: int, side: Side = Side.ASKER, **values: Any) -> Entry:
    known: dict[str, Any] = {"body": f"Kata <b>{number}</b>", "media": None, "withdrawn_at": None}
    return Entry(
        id=LARGEST_ID - number,
        ticket_id=TICKET.id,
        author_id=1,
        author="Rina Teladan",
        side=side,
        chat_id=101,
        message_id=number,
        version=1,
        at=NOON + timedelta(minutes=number),
        edited_at=None,
        **(known | values),
    )


ENTRIES = (
    entry(1, media={"kind": "photo", "file_id": "f", "name": None}),
    entry(2, Side.NOTE, body="// catatan"),
    entry(3, Side.TEAM, body="", withdrawn_at=NOON),
    entry(4, Side.TEAM, media={"kind": "document", "file_id": "f", "name": "surat <1>.pdf"}),
)


def view(ticket: Ticket = TICKET, **values: Any) -> TicketView:
    known: dict[str, Any] = {"entries": ENTRIES, "deliveries": {ENTRIES[3].id: "failed"}}
    known |= {"is_blocked": False, "is_held": False}
    who = {"name": "Yohana Contoh", "nip": "1990…014", "province": "NTT", "agency": "Dinas Pangan NTT"}
    return TicketView(ticket=ticket, is_mine=False, **(known | who | values))


READY = ReadyAnswer(id=LARGEST_ID, agency_id=1, title="Silakan baca panduan", body="Silakan baca <b>panduan</b>.")
RINA = Member(
    id=LARGEST_ID,
    telegram_id=501,
    role="organizer",
    name="Rina Teladan",
    agency_id=1,
    agency="BPSDM DKI Jakarta",
    granted_at=NOON,
)
MINE = OwnTicket(ticket=TICKET, entries=(ENTRIES[0], ENTRIES[3]))
FIVE = tuple(replace(TICKET, id=LARGEST_ID - place) for place in range(5))

SCREENS: dict[str, Callable[[Voice], Screen]] = {
    "received": lambda voice: own.received(voice, TICKET, None),
    "added": lambda voice: own.added(voice, TICKET),
    "guest": own.guest,
    "none of one's own": lambda voice: own.mine(voice, OwnPage(items=(), page=1, pages=1, total=0)),
    "own ones": lambda voice: own.mine(voice, OwnPage(items=FIVE, page=2, pages=3, total=13)),
    "one of one's own": lambda voice: own.one(voice, MINE),
    "a closed one": lambda voice: own.one(voice, replace(MINE, ticket=CLOSED)),
    "closed": lambda voice: own.closed(voice, CLOSED),
    "closed by the team": lambda voice: own.closed(voice, CLOSED, by_team=True),
    "rated": lambda voice: own.rated(voice, CLOSED),
    "a queue": lambda voice: team.queue(voice, QueuePage(items=FIVE, which=Which.ALL, page=2, pages=3, total=13)),
    "an empty queue": lambda voice: team.queue(voice, QueuePage(items=(), which=Which.MINE, page=1, pages=1, total=0)),
    "what was closed": lambda voice: team.queue(
        voice, QueuePage(items=(CLOSED,), which=Which.CLOSED, page=1, pages=1, total=1)
    ),
    "more of one": lambda voice: team.more(voice, view()),
    "more of a blocked one": lambda voice: team.more(voice, view(is_blocked=True)),
    "what to take back": lambda voice: team.withdraw(voice, view()),
    "nothing to take back": lambda voice: team.withdraw(voice, view(entries=ENTRIES[:2])),
    "before blocking": lambda voice: team.block(voice, view()),
    "told": lambda voice: team.told(voice, view(), "new", ENTRIES[0].id)[0],
    "handed": lambda voice: team.told(voice, view(), "handed", None)[0],
    "answered": lambda voice: team.said_by_team(voice, Answered(ticket=TICKET, entry_id=1, side=Side.TEAM, new=True)),
    "noted": lambda voice: team.said_by_team(voice, Answered(ticket=TICKET, entry_id=1, side=Side.NOTE, new=True)),
    "to whom": lambda voice: handing.choose(voice, TICKET.id, [RINA] * 7),
    "to nobody": lambda voice: handing.choose(voice, TICKET.id, []),
    "to which agency": lambda voice: handing.agencies(voice, TICKET.id, [Route(agency=DKI)] * 5),
    "to no agency": lambda voice: handing.agencies(voice, TICKET.id, []),
    "ready": lambda voice: handing.ready(voice, TICKET.id, [READY] * 7, 1),
    "nothing ready": lambda voice: handing.ready(voice, TICKET.id, [], 1),
    "a ready one": lambda voice: handing.preview(voice, view(), READY),
}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_a_screen_fits_on_a_phone(screen: Callable[[Voice], Screen], language: str) -> None:
    shown = screen(WORDS.voice(language, "WITA"))
    labels = [one.text for row in shown.rows for one in row]

    assert 1 <= len([line for line in shown.text.splitlines() if line]) <= 11
    assert 1 <= len(labels) <= 11
    assert all(len(label) <= 22 for label in labels)
    assert all(len((one.callback_data or "").encode()) <= 64 for row in shown.rows for one in row)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_question_shows_its_team_what_was_said_and_what_did_not_arrive(language: str) -> None:
    shown = team.one(WORDS.voice(language, "WITA"), view())

    assert "Yohana Contoh · 1990…014 · NTT · Analisis Ketahanan Pangan" in shown.text
    assert "surat &lt;1&gt;.pdf" in shown.text
    assert "// catatan" in shown.text
    assert "⚠️ 1" in shown.text
    assert len([one for row in shown.rows for one in row]) == 7


def test_a_closed_question_can_still_be_answered() -> None:
    shown = team.one(WORDS.voice("id", "WITA"), view(CLOSED, is_blocked=True))

    assert [one.text for row in shown.rows for one in row] == ["Jawab", "Lainnya", "⬅️ Pertanyaan"]
    assert "Dinilai 4 dari 5" in shown.text
    assert "sedang diblokir" in shown.text


def test_what_was_asked_without_words_has_a_name_and_numbers_have_four_digits() -> None:
    voice = WORDS.voice("id", "WITA")
    wordless = replace(TICKET, id=217, title="")

    shown = own.mine(voice, OwnPage(items=(wordless,), page=1, pages=1, total=1))

    assert "<b>1. T-0217</b> · foto atau dokumen · menunggu jawaban" in shown.text
    assert number_of(12345) == "T-12345"


def test_long_threads_are_paged_from_the_latest() -> None:
    voice, entries = WORDS.voice("id", "WITA"), [entry(number) for number in range(ENTRIES_SHOWN * 2 + 1)]

    latest, pages = thread(voice, TICKET, entries, 1, team=True)
    first, _ = thread(voice, TICKET, entries, 99, team=True)

    assert pages == 3
    assert f"Kata <b>{len(entries) - 1}</b>" in latest
    assert "Kata <b>0</b>" in first
    assert latest.count("Kata") == ENTRIES_SHOWN


def test_long_words_lose_their_form_and_never_their_escaping() -> None:
    assert shortened("<b>ya</b> &lt;3") == "<b>ya</b> &lt;3"
    long = shortened(f"<b>{'x' * 500}</b> &lt;b")
    assert "<b>" not in long
    assert long.endswith("…")
    assert shortened("&lt;" * 500).startswith("&lt;&lt;")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_longest_names_leave_room_under_a_picture(language: str) -> None:
    long = " ".join(["Panjanglebar"] * 16)[:200]
    ticket = replace(TICKET, training=long, holder=long, rating=4, agency=replace(DKI, short_name="B" * 60))
    asked = entry(1, body="👍" * 900, media={"kind": "photo", "file_id": "f", "name": None})
    shown = view(ticket, name=long, province=None, agency=long, entries=(asked,), is_blocked=True, is_held=True)

    for key in ("new", "added", "handed"):
        screen, media = team.told(WORDS.voice(language, "WITA"), shown, key, asked.id)
        assert media is not None
        assert length(screen.text) <= 1024


def test_every_colleague_can_be_reached() -> None:
    voice, colleagues = WORDS.voice("id", "WITA"), [replace(RINA, id=number) for number in range(1, 13)]
    pages = [handing.choose(voice, TICKET.id, colleagues, page) for page in (1, 2, 3, 9)]

    offered = [[one.callback_data for row in page.rows for one in row] for page in pages]
    reached = [HandTo.unpack(data).role for page in offered[:3] for data in page if data and data.startswith("qhc:")]
    assert reached == [one.id for one in colleagues]
    assert HandOn(ticket=TICKET.id, page=2).pack() in offered[0]
    assert offered[2] == offered[3]
    assert all(len(page) <= 9 for page in offered)


def test_who_left_holds_nothing() -> None:
    left = view(replace(TICKET, holder_id=9, holder="Rina Teladan"))
    labels = [
        [one.text for row in team.one(WORDS.voice("id", "WITA"), shown).rows for one in row]
        for shown in (left, replace(left, is_held=True))
    ]

    assert ["Ambil pertanyaan" in one for one in labels] == [True, False]
    assert "Dipegang" not in team.one(WORDS.voice("id", "WITA"), left).text
