"""The screens of the data rights, and the document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.types import InlineKeyboardButton

from bot import rights
from bot.callbacks import Go
from bot.callbacks_privacy import Erase
from bot.screens import Screen
from bot.words import Voice, Words
from services.access import ROLES
from services.identity import DecideVerification, RequestVerification
from services.identity.requests import REASONS
from services.people import SetRichArticles
from services.privacy import ExportData
from storage.database import Database
from storage.repositories.outbox import State
from tests.support.clock import Clock
from tests.support.personal import practise
from tests.support.staff import Staff

WORDS = Words()
LANGUAGES = ("id", "en")
NOON = datetime(2026, 11, 17, 4, 0, tzinfo=UTC)
YOHANA, DEWI = 101, 500


def voice(language: str = "id") -> Voice:
    return WORDS.voice(language, "WITA")


def buttons(screen: Screen) -> list[InlineKeyboardButton]:
    return [button for row in screen.rows for button in row]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("has_role", [False, True])
def test_keeping_is_the_first_button_erasing_the_last_and_neither_says_yes(has_role: bool, language: str) -> None:
    first, *_, last = buttons(rights.ask(voice(language), has_role=has_role))

    assert first.callback_data == Go(place="privacy").pack()
    assert last.callback_data == Erase().pack()
    assert not {first.text.lower(), last.text.lower()} & {"ya", "yes"}


def test_the_question_says_what_goes_and_what_stays() -> None:
    text = rights.ask(voice(), has_role=False).text

    assert text == (
        "<b>Hapus data Anda dari Jalin?</b>\n\n"
        "<b>Terhapus:</b> nama, NIP, instansi, pilihan Anda, permintaan verifikasi, pertanyaan Anda dengan jawabannya "
        "dan kartunya di tim, artikel yang Anda buka dan nilai, hasil kuis, pesan yang belum terkirim, "
        "dan persetujuan Anda.\n"
        "<b>Tetap ada:</b> daftar pegawai, karena milik instansi Anda; yang ditulis atau dibuka tim tentang pertanyaan "
        "Anda, dan nama awal topiknya di grup mereka; dan obrolan ini, yang bisa Anda hapus di Telegram.\n\n"
        "Yang terhapus tidak bisa dikembalikan. Untuk mendaftar lagi, perkenalan diulang dari awal."
    )


def test_who_has_a_role_hears_that_it_stays() -> None:
    text = rights.ask(voice(), has_role=True).text

    assert "Peran Anda juga tetap ada, sampai dicabut instansi yang memberinya." in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "show",
    [
        pytest.param(rights.nothing_kept, id="guest"),
        pytest.param(lambda voice: rights.document_note(voice, has_nip=True), id="document"),
        pytest.param(lambda voice: rights.ask(voice, has_role=True), id="question"),
        pytest.param(rights.erased, id="erased"),
    ],
)
def test_screens_are_short(show: Any, language: str) -> None:
    screen = show(voice(language))

    assert len(screen.text.splitlines()) <= 8
    assert 1 <= len(buttons(screen)) <= 8


def test_only_a_document_that_holds_a_nip_warns_of_it() -> None:
    assert "NIP tertulis utuh" in rights.document_note(voice(), has_nip=True).text
    assert "NIP" not in rights.document_note(voice(), has_nip=False).text


def test_the_document_speaks_to_a_person() -> None:
    export = {
        "profile": {"nip": "19900315 201503 2 014", "identity": "verified", "consent_at": NOON},
        "requests": [{"id": 7, "reason": "name-differs", "state": "open"}],
        "deliveries": [{"kind": "verification-result", "state": "sent"}],
    }

    document = json.loads(rights.document(voice(), export))

    assert document == {
        "Profil": {
            "NIP": "19900315 201503 2 014",
            "Status": "sudah dipastikan",
            "Disetujui pada": "2026-11-17T12:00:00+08:00",
        },
        "Permintaan verifikasi": [{"Nomor": 7, "Sebab": "nama berbeda", "Keadaan": "menunggu"}],
        "Pesan dari Jalin": [{"Jenis": "hasil verifikasi", "Keadaan": "terkirim"}],
    }


def test_the_document_shows_names_as_they_are_written() -> None:
    document = rights.document(voice(), {"profile": {"name": 'Ni Luh "Ayu" Sañjaya'}}).decode()

    assert 'Ni Luh \\"Ayu\\" Sañjaya' in document


def test_what_a_conversation_holds_is_shown_as_it_is() -> None:
    kept = {"conversation": [{"state": "IntroductionSG:nip", "data": {"state": "open", "name": None}}]}

    document = json.loads(rights.document(voice("en"), kept))

    assert document["Conversation under way"] == [
        {"State": "IntroductionSG:nip", "Content": {"state": "open", "name": None}}
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kind_of_a_later_release_is_shown_as_it_is(language: str) -> None:
    document = rights.document(voice(language), {"deliveries": [{"kind": "quiz-reminder"}]}).decode()

    assert "quiz-reminder" in document


@pytest.mark.parametrize(("language", "told"), [("id", ["ya", "tidak"]), ("en", ["yes", "no"])])
def test_a_choice_is_told_in_words(language: str, told: list[str]) -> None:
    documents = [json.loads(rights.document(voice(language), {"rich_articles": choice})) for choice in (True, False)]

    assert [value for document in documents for value in document.values()] == told


@pytest.mark.parametrize("language", LANGUAGES)
async def test_everything_that_is_kept_has_a_name(database: Database, now: Clock, language: str) -> None:
    staff = Staff(database)
    await staff.found()
    await staff.employ()
    await staff.appoint(DEWI, "Dewi Umpama")
    await staff.welcome_yohana(YOHANA, zone="WITA", language="id")
    await SetRichArticles(database=database)(telegram_id=YOHANA, on=True)
    await RequestVerification(database=database, now=now)(telegram_id=YOHANA, reason="no-phone")
    await DecideVerification(database=database, now=now, admin_ids=frozenset())(
        request_id=1, actor_telegram_id=DEWI, confirmed=True, note="Sesuai SK."
    )
    await practise(staff, YOHANA)
    export = ExportData(database=database, vault=staff.vault)

    documents = [
        json.loads(rights.document(voice(language), await export(telegram_id=id_) or {})) for id_ in (YOHANA, DEWI)
    ]

    names = {name for document in documents for name in names_in(document)}
    assert len(names) > 20
    assert [name for name in sorted(names) if not name[0].isupper() or "_" in name] == []


@pytest.mark.parametrize(
    ("key", "values"),
    [
        pytest.param("role", ROLES, id="roles"),
        pytest.param("reason", REASONS, id="reasons"),
        pytest.param("state", State, id="deliveries"),
        pytest.param("state", ("open", "confirmed", "rejected", "withdrawn"), id="requests"),
        pytest.param("identity", ("unknown", "waiting", "verified", "rejected"), id="identities"),
    ],
)
def test_every_value_that_is_a_word_of_ours_has_words(key: str, values: Any) -> None:
    assert [value for value in values if not voice().has(f"kept-{key}-{value}")] == []


def names_in(value: Any) -> Iterator[str]:
    """The keys of a document, at every depth."""
    if isinstance(value, dict):
        yield from value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from names_in(item)
