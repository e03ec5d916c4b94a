"""A question as its team's group sees it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.helpdesk_group import card
from bot.screens import Screen
from bot.words import Voice, Words
from services.helpdesk.desks import Helpdesk
from services.helpdesk.group_view import GroupView
from services.helpdesk.in_group import LINES
from storage.repositories.agencies import Agency
from storage.repositories.helpdesk_lists import ReadyAnswer
from storage.repositories.roles import Member
from storage.repositories.ticket_entries import Entry, Side
from storage.repositories.tickets import Ticket, TicketState
from tests.support.clock import NOON

AGENCY = Agency(1, "bpsdm-dki", "BPSDM Provinsi DKI Jakarta", "BPSDM DKI Jakarta", "bpsdm", "DKI", "WIB")
NOBODY: dict[str, Any] = dict.fromkeys(
    ("holder_id", "holder", "alarm_at", "answered_at", "closed_at", "closed_by", "rating", "chat_id", "thread_id")
)
TICKET = Ticket(
    id=217,
    person_id=1,
    telegram_id=2,
    training_id=3,
    training="Analisis Ketahanan Pangan",
    title="Ada penginapan?",
    state=TicketState.OPEN,
    opened_at=NOON,
    waiting_since=NOON,
    alarms=0,
    agency=AGENCY,
    **NOBODY,
)
ENTRY = Entry(
    id=5,
    ticket_id=217,
    author_id=1,
    author="Rina Teladan",
    side=Side.ASKER,
    body="Ada <b>penginapan</b> &lt;di sana&gt;?",
    media=None,
    chat_id=2,
    message_id=3,
    version=1,
    at=NOON,
    edited_at=None,
    withdrawn_at=None,
)
VIEW = GroupView(
    ticket=TICKET,
    desk=Helpdesk(agency=AGENCY, chat_id=-100),
    first=ENTRY,
    entry=ENTRY,
    is_part=False,
    last=5,
    name="Yohana <Contoh>",
    nip="1990…014",
    province="NTT",
    card=7,
    left=False,
)
WORDS = Words()
VOICES = (WORDS.voice("id", "WIB"), WORDS.voice("en", "WIB"))
ID = VOICES[0]


def labels(screen: Screen) -> list[str]:
    return [one.text for row in screen.rows for one in row]


def with_ticket(**changes: Any) -> GroupView:
    return replace(VIEW, ticket=replace(TICKET, **changes))


def test_the_card_says_who_asks_what_and_how_to_answer() -> None:
    screen = card.card(ID, VIEW)

    assert screen.text.split("\n\n") == [
        "🎫 <b>T-0217</b> · Yohana &lt;Contoh&gt; · 1990…014 · NTT · Analisis Ketahanan Pangan",
        "Ada <b>penginapan</b> &lt;di sana&gt;?",
        "Balas pesan ini untuk menjawab; awali dengan // untuk catatan dalam tim.",
    ]
    assert labels(screen) == ["Ambil pertanyaan", "Serahkan", "Jawaban siap pakai", "Tutup"]
    assert card.topic_name(ID, TICKET) == "T-0217 Ada penginapan?"


@pytest.mark.parametrize(
    ("changes", "said", "offered"),
    [
        ({"holder_id": 4, "holder": "Rina"}, "Dipegang Rina.", ["Serahkan", "Jawaban siap pakai", "Tutup"]),
        ({"state": TicketState.CLOSED}, "Sudah ditutup.", ["Buka lagi", "Jadikan artikel"]),
        ({"thread_id": 9, "holder_id": 4, "answered_at": NOON}, "Tulis di topik ini", None),
    ],
)
def test_the_card_follows_its_question(changes: dict[str, Any], said: str, offered: list[str] | None) -> None:
    screen = card.card(ID, with_ticket(**changes))

    assert said in screen.text
    assert labels(screen) == (offered or ["Serahkan", "Jawaban siap pakai", "Jadikan artikel", "Tutup"])


@pytest.mark.parametrize("voice", VOICES, ids=("id", "en"))
def test_all_that_is_said_fits(voice: Voice) -> None:
    member = Member(
        id=1,
        telegram_id=2,
        role="organizer",
        name="Nama Panjang Sekali Seorang Rekan",
        agency_id=1,
        agency="B",
        granted_at=NOON,
    )
    ready = ReadyAnswer(id=1, agency_id=1, title="Penginapan dan konsumsi selama pelatihan", body="Ya.")
    screens = [
        *[card.line(voice, VIEW, what) for what in LINES],
        card.answered(voice, 5),
        card.closed(voice, TICKET),
        *[card.topic_alone(voice, TICKET, closed=closed) for closed in (True, False)],
        Screen("x", tuple(card.colleagues(voice, 217, [member] * 9))),
        Screen("x", tuple(card.ready(voice, VIEW, [ready] * 9))),
        card.card(voice, replace(VIEW, name=None, nip=None, province=None, first=None)),
    ]

    for screen in screens:
        assert screen.text
        assert len(labels(screen)) <= 8
        assert all(0 < len(label) <= 22 for label in labels(screen)), labels(screen)


def test_a_line_shows_what_was_written_unless_it_was_taken_back() -> None:
    assert (
        card.line(ID, VIEW, "answered").text
        == "🎫 T-0217 · dijawab Rina Teladan:\n\nAda <b>penginapan</b> &lt;di sana&gt;?"
    )
    assert labels(card.line(ID, VIEW, "answered")) == ["Tarik jawaban"]
    gone = replace(VIEW, entry=replace(ENTRY, withdrawn_at=NOON))
    assert card.line(ID, gone, "withdrawn").text == "🎫 T-0217 · jawaban Rina Teladan ditarik."
    assert labels(card.line(ID, VIEW, "closed")) == ["Buka lagi"]
