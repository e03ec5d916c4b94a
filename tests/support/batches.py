"""Batches as the catalogue tells them, and screens as a test reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.screens import Screen
from bot.words import Voice, Words
from services.catalogue import BatchCard, BatchLine, Host, Page, Registration, Seats

NOW = datetime(2026, 11, 17, 4, 0, tzinfo=UTC)
CLOSES = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
WORDS = Words()
LANGUAGES = ("id", "en")


def voice(language: str = "id", zone: str = "WITA") -> Voice:
    """How to speak to somebody in that zone."""
    return WORDS.voice(language, zone)


def registration(opens: datetime = NOW - timedelta(days=9), closes: datetime = CLOSES) -> Registration:
    """Open from nine days ago to 30 November, or another."""
    return Registration.at(NOW, opens_at=opens, closes_at=closes)


def make_line(**changes: Any) -> BatchLine:
    """An open batch from 7 to 11 December, or another."""
    values: dict[str, Any] = {
        "id": 1,
        "training_code": "akp",
        "title": "Analisis Ketahanan Pangan",
        "competency": "teknis-fungsional",
        "mode": "klasikal",
        "number": 2,
        "host": "BPSDM DKI Jakarta",
        "starts_at": datetime(2026, 12, 7, 1, 0, tzinfo=UTC),
        "ends_at": datetime(2026, 12, 11, 9, 0, tzinfo=UTC),
        "capacity": 30,
        "seats": Seats.of(30, 0),
        "registration": registration(),
    }
    return BatchLine(**(values | changes))


def make_card(**changes: Any) -> BatchCard:
    """The card of the same batch, or another."""
    values: dict[str, Any] = {
        "id": 1,
        "code": "akp-2",
        "number": 2,
        "training_id": 1,
        "training_code": "akp",
        "title": "Analisis Ketahanan Pangan",
        "competency": "teknis-fungsional",
        "mode": "klasikal",
        "lesson_hours": 40,
        "funding": "APBD",
        "funding_note": "Tuan rumah menanggung pelatihan; instansi pengirim menanggung perjalanan dan uang harian.",
        "programme": "Ketahanan pangan",
        "summary": "Membaca rantai pasok pangan lintas provinsi, dari dan ke Jakarta.",
        "requirements": "Bertugas di bidang pangan.",
        "host": Host(4, "BPSDM DKI Jakarta"),
        "host_name": "Badan Pengembangan Sumber Daya Manusia Provinsi DKI Jakarta",
        "host_zone": "WIB",
        "place": "Kampus BPSDM, Jakarta",
        "starts_at": datetime(2026, 12, 7, 1, 0, tzinfo=UTC),
        "ends_at": datetime(2026, 12, 11, 9, 0, tzinfo=UTC),
        "registration": registration(),
        "seats": Seats.of(30, 2),
        "needs_recommendation": True,
        "provinces": ("DKI", "NTT"),
    }
    return BatchCard(**(values | changes))


def make_page(count: int, total: int | None = None, page: int = 1, pages: int = 1) -> Page:
    """So many lines as one page of a list."""
    lines = tuple(make_line(id=number, title=f"Pelatihan {number}") for number in range(1, count + 1))
    return Page(lines, count if total is None else total, page, pages)


def labels(screen: Screen) -> list[list[str]]:
    """What stands on the buttons, row by row."""
    return [[button.text for button in row] for row in screen.rows if row]


def data_of(screen: Screen, label: str) -> str:
    """What the one button with this label carries."""
    found = [button.callback_data for row in screen.rows for button in row if button.text == label]
    assert len(found) == 1
    assert found[0] is not None
    return found[0]


def size(screen: Screen) -> int:
    """How many buttons there are."""
    return sum(map(len, screen.rows))
