"""A sure seat as its papers tell it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from services.papers import SeatPaper
from tests.support.clock import NOON


def seat_paper(**changes: Any) -> SeatPaper:
    """Yohana's seat from 7 to 11 December 2026 in Jakarta, or another."""
    values: dict[str, Any] = {
        "enrolment_id": 7,
        "submitted_at": NOON,
        "name": "Yohana Contoh",
        "nip": "19900315 201503 2 014",
        "unit": "Bidang Distribusi",
        "superior": "Sri Andai, Kepala Bidang Distribusi",
        "agency": "Dinas Pangan Provinsi NTT",
        "batch_id": 3,
        "number": 2,
        "title": "Analisis Ketahanan Pangan",
        "mode": "klasikal",
        "lesson_hours": 40,
        "funding": "APBD",
        "funding_note": "Tuan rumah menanggung pelatihan.",
        "host": "BPSDM Provinsi DKI Jakarta",
        "host_short_name": "BPSDM DKI Jakarta",
        "zone": "WIB",
        "place": "Kampus BPSDM, Jakarta",
        "access": "Gedung B; lantai 3, ruang 2",
        "starts_at": datetime(2026, 12, 7, 1, 0, tzinfo=UTC),
        "ends_at": datetime(2026, 12, 11, 9, 0, tzinfo=UTC),
        "cancel_until": datetime(2026, 12, 4, 10, 0, tzinfo=UTC),
        "code": "ABCDEFGH23",
    }
    return SeatPaper(**(values | changes))
