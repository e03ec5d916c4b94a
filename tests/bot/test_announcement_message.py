"""An announcement as its recipients get it."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from bot.announcing.message import message
from bot.delivery import Media, Rendered
from bot.words import Words
from services.broadcasts.content import LONGEST_TEXT, Body, Button, length
from services.broadcasts.message import MessageView
from storage.repositories.announcements import Named
from storage.repositories.broadcasts import Audience

BODY: dict[str, Any] = {
    "text": {"id": "Kelas pindah ke <b>Aula</b>.", "en": None},
    "media": None,
    "buttons": [
        {"kind": "link", "label": "Buka denah", "url": "https://example.org/denah"},
        {"kind": "card", "label": "Lihat pelatihan", "batch": 7},
        {"kind": "answer", "label": "Sudah saya baca"},
    ],
}
NAMED = Named(agencies=(), trainings=(), batches=())


def view(body: dict[str, Any] | None = None, **changes: Any) -> MessageView:
    values: dict[str, Any] = {"audience": Audience(), "named": NAMED, "general": False, "agency": "BPSDM <DKI>"}
    return MessageView(id=9, body=Body.read(BODY | (body or {})), **(values | changes))


def sent(language: str = "id", **changes: Any) -> Rendered:
    return message(Words().voice(language, "WIB"), view(**changes))


def buttons(rendered: Rendered) -> list[tuple[str, str | None]]:
    assert rendered.keyboard
    return [(one.text, one.url or one.callback_data) for row in rendered.keyboard.inline_keyboard for one in row]


def test_the_agency_and_the_readers_stand_above_the_text() -> None:
    named = Named(agencies=(), trainings=("Analisis Pangan",), batches=(("Analisis Pangan", 2),))

    rendered = sent(audience=Audience(trainings=(3,), batches=(4,)), named=named)

    assert rendered.text == (
        "📣 <b>BPSDM &lt;DKI&gt;</b> untuk peserta Analisis Pangan\n\nKelas pindah ke <b>Aula</b>."
    )
    assert rendered.media is None
    assert buttons(rendered) == [
        ("Buka denah", "https://example.org/denah"),
        ("Lihat pelatihan", "c:::0::0:1:7:0"),
        ("Sudah saya baca", "zp:9:2"),
    ]


@pytest.mark.parametrize(
    ("audience", "named", "said"),
    [
        pytest.param({}, {}, "untuk ASN", id="everybody"),
        pytest.param({"provinces": ("NTT", "NTB")}, {}, "untuk ASN NTT, NTB", id="provinces"),
        pytest.param({"provinces": ("NTT", "NTB", "DKI", "DIY")}, {}, "untuk ASN 4 provinsi", id="many provinces"),
        pytest.param({"agencies": (1,)}, {"agencies": ("Dinas Pangan",)}, "untuk pegawai Dinas Pangan", id="agency"),
        pytest.param({"states": ("passed",), "provinces": ("NTT",)}, {}, "untuk peserta pelatihan", id="a state"),
        pytest.param({"roles": ("organizer",)}, {}, "untuk tim penyelenggara", id="roles"),
        pytest.param({"trainings": (1, 2)}, {"trainings": ("A", "B")}, "untuk peserta 2 pelatihan", id="trainings"),
    ],
)
def test_whom_it_is_for_is_said_shortly(audience: dict[str, Any], named: dict[str, Any], said: str) -> None:
    names: dict[str, Any] = {"agencies": (), "trainings": (), "batches": ()}

    text = sent(audience=Audience(**audience), named=Named(**(names | named))).text

    assert text.splitlines()[0].endswith(said)


def test_what_is_not_about_oneself_can_be_switched_off() -> None:
    assert buttons(sent(general=True))[-1] == ("Atur pengumuman", "ms")
    assert sent(body={"buttons": []}).keyboard is None


def test_everybody_reads_their_language_and_indonesian_where_there_is_none() -> None:
    both = {"text": {"id": "Kelas pindah.", "en": "The class moves."}}

    assert sent("en", body=both).text.endswith("for civil servants\n\nThe class moves.")
    assert sent("en").text.endswith("for civil servants\n\nKelas pindah ke <b>Aula</b>.")


@pytest.mark.parametrize("kind", ["photo", "document"])
def test_a_picture_or_document_carries_the_text(kind: Literal["photo", "document"]) -> None:
    rendered = sent(body={"media": {"kind": kind, "file_id": "F1", "name": "contoh.xlsx"}})

    assert rendered.media == Media(kind, "F1")


@pytest.mark.parametrize(
    ("html", "counted"),
    [
        pytest.param("<b>Halo</b> &lt;3", 7, id="without tags"),
        pytest.param('<a href="https://example.org/?a&amp;b">ini</a>', 3, id="without addresses"),
        pytest.param("📣", 2, id="in UTF-16"),
    ],
)
def test_a_text_is_as_long_as_telegram_counts_it(html: str, counted: int) -> None:
    assert length(html) == counted


def test_the_longest_names_leave_room_for_the_longest_text() -> None:
    named = Named(agencies=(), trainings=("T" * 200,), batches=())
    body = {"text": {"id": "x" * LONGEST_TEXT, "en": None}}

    for language in ("id", "en"):
        rendered = sent(language, agency="A" * 60, audience=Audience(trainings=(1,)), named=named, body=body)
        assert length(rendered.text) <= 4096


def test_what_is_kept_is_read_again_as_it_was() -> None:
    media = {"kind": "photo", "file_id": "F1", "name": None}

    assert Body.read(BODY | {"media": media}).kept == BODY | {"media": media}
    assert Body(texts={}, buttons=(Button(kind="answer", label="Ya"),)).kept["buttons"] == [
        {"kind": "answer", "label": "Ya"}
    ]
