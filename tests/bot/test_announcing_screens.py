"""What authors and approvers of announcements read: short, with a way back, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.announcing import audience, preview, screens
from bot.screens import Screen
from bot.words import Voice, Words
from services.broadcasts.audience import COMPETENCIES, FIELDS, ROLES, STATES, Choice, ChoicesPage
from services.broadcasts.content import Body, Button, Media
from services.broadcasts.look import DraftView, Forecast, Shelf
from services.broadcasts.message import MessageView
from storage.repositories.announcements import Named
from storage.repositories.broadcasts import Audience, Counted
from tests.support.clock import NOON

LANGUAGES = ("id", "en")
LONG = "Pelatihan Pengawasan Pangan Terpadu Lintas Daerah Bersama Mitra Praja Utama Angkatan Khusus"
FULL = Body(
    texts={"id": "<b>Kelas</b> pindah &amp; mulai. " * 20, "en": "The class moves. " * 20},
    media=Media(kind="document", file_id="F1", name="contoh-data-pangan-daerah.xlsx"),
    buttons=(
        Button(kind="link", label="Buka denah", url="https://contoh.go.id/denah"),
        Button(kind="card", label="Lihat pelatihan", batch=7),
        Button(kind="answer", label="Sudah saya baca"),
    ),
)
WIDE = Audience(
    provinces=("DKI", "NTB", "NTT", "Jatim"),
    trainings=(1,),
    batches=(2,),
    agencies=(3,),
    states=("confirmed",),
    competencies=("manajerial",),
    roles=("organizer",),
)


def voice(language: str = "id") -> Voice:
    return Words().voice(language, "WIB")


def seen(**changes: Any) -> DraftView:
    body, chosen = changes.pop("body", FULL), changes.pop("audience", WIDE)
    named = Named(agencies=("BPSDM NTT",), trainings=(LONG,), batches=((LONG, 3),)) if chosen is WIDE else NOBODY
    message = MessageView(id=9, agency="BPSDM DKI Jakarta", body=body, general=True, audience=chosen, named=named)
    values: dict[str, Any] = {"id": 9, "agency": "BPSDM DKI Jakarta", "zone": "WIB", "state": "draft", "version": 3}
    values |= {"message": message, "send_at": NOON, "remark": "Tanggalnya keliru.", "by": "Rina Teladan"}
    return DraftView(**(values | {"is_own": True, "may_approve": False} | changes))


NOBODY = Named(agencies=(), trainings=(), batches=())
COUNTED = Counted(reachable=4212, unreachable=96)


def foreseen(**changes: Any) -> Forecast:
    values: dict[str, Any] = {"counted": COUNTED, "seconds": 169, "is_quiet": False, "needs_approval": True}
    return Forecast(**(values | {"above": 500} | changes))


def all_screens(voice: Voice) -> Iterator[Screen]:
    """Each at its fullest."""
    view, found = seen(), [(number, LONG, number) for number in range(1, 6)]
    shelf = Shelf(drafts=(view,) * 12, templates=tuple((n, f"Templat {n}") for n in range(1, 13)), pending=(view,) * 12)
    yield screens.room(voice, shelf)
    for which in ("drafts", "pending", "templates"):
        yield screens.listed(voice, shelf, which, 2)
        yield screens.listed(voice, Shelf(drafts=(), templates=(), pending=()), which, 9)
    for state in ("draft", "waiting", "scheduled", "sending"):
        yield screens.draft(voice, seen(state=state))
    yield screens.draft(voice, seen(body=Body(texts={}), audience=Audience(), remark=None, send_at=None))
    yield screens.buttons(voice, view)
    yield screens.buttons(voice, seen(body=Body(texts={}, buttons=FULL.buttons[:2])))
    yield screens.cards(voice, 9, found, 2, 3)
    yield screens.cards(voice, 9, [], 1, 1)
    yield screens.ask_to_delete(voice, view)
    yield screens.template(voice, 1, "Kelas pindah")
    for more in (False, True):
        yield audience.audience(voice, view, COUNTED, more=more)
    values = {"states": STATES, "competencies": COMPETENCIES, "roles": ROLES, "provinces": ("Jateng", "Lampung")}
    for field in FIELDS:
        named = values.get(field)
        items = [Choice(value=one, name="", number=None, chosen=True) for one in named[:5]] if named else []
        items = items or [Choice(value=str(n), name=LONG, number=n, chosen=n == 1) for n in range(1, 5)]
        page = ChoicesPage(broadcast_id=9, field=field, items=tuple(items), page=2, pages=3)
        yield audience.choices(voice, view, COUNTED, page)
    for language in LANGUAGES:
        yield preview.preview(voice, view, foreseen(is_quiet=True), language)
    yield preview.times(voice, view, NOON)
    for state in ("waiting", "scheduled"):
        yield preview.handed_in(voice, seen(state=state), 4212)
    for moment in (None, NOON):
        yield preview.request(voice, seen(state="waiting", send_at=moment, by=None), foreseen())
    yield preview.who(voice, view, foreseen())
    yield preview.approved(voice, view, 4212)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_short_and_has_few_buttons_of_few_letters(language: str) -> None:
    faults = []
    for screen in all_screens(voice(language)):
        labels = [one.text for row in screen.rows for one in row]
        lines = [line for line in screen.text.splitlines() if line]
        if len(lines) > 9 or not labels or len(labels) > 8 or any(len(label) > 22 for label in labels):
            faults.append((len(lines), labels, screen.text))

    assert faults == []


def test_an_audience_is_told_as_alternatives_and_conditions() -> None:
    few = seen(audience=Audience(provinces=("NTT", "NTB"), states=("confirmed",)))

    text = audience.audience(voice(), few, COUNTED).text

    assert text.startswith("<b>Penerima</b>: NTT atau NTB · kursi pasti · dapat dihubungi\n\nSaat ini 4.212")
    assert "orang.\n96 lainnya sedang" in text
    wide = audience.audience(voice(), seen(), COUNTED).text
    assert "DKI, NTB, NTT, atau 1 lainnya · BPSDM NTT" in wide


def test_the_preview_says_how_many_how_long_and_who_has_to_agree() -> None:
    screen = preview.preview(voice(), seen(send_at=None), foreseen(), "id")

    assert screen.text.startswith(
        "4.212 penerima · sekitar 3 menit · di luar jam tenang · perlu persetujuan orang kedua (lebih dari 500)"
    )
    assert screen.rows[0][0].text == "Minta persetujuan"
    alone = preview.preview(voice(), seen(), foreseen(needs_approval=False, is_quiet=True, seconds=9000), "id")
    assert alone.rows[0][0].text == "Kirim"
    assert "sekitar 3 jam · yang kena jam tenang menunggu pagi" in alone.text


def test_nobody_can_be_sent_to_nobody() -> None:
    nobody = foreseen(counted=Counted(reachable=0, unreachable=5), needs_approval=False)

    screen = preview.preview(voice(), seen(), nobody, "id")

    assert screen.rows[0] == []
    assert screen.text.startswith("belum ada penerima")


@pytest.mark.parametrize(
    ("now", "first"),
    [
        pytest.param(NOON, "2026-11-17T13:00", id="later today"),
        pytest.param(NOON + timedelta(days=3, hours=9), "2026-11-23T08:00", id="after the weekend"),
    ],
)
def test_proposed_times_are_working_hours_of_the_agency(now: datetime, first: str) -> None:
    proposed = preview.proposals(now, "WIB")

    assert f"{proposed[0]:%Y-%m-%dT%H:%M}" == first
    assert all(one.astimezone(UTC) > now for one in proposed)
    assert len(proposed) == 4
