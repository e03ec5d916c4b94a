"""What counts as a NIP where none is asked for."""

from __future__ import annotations

import pytest

from bot.nip_messages import holds_nip


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("199003152015032014", id="in one piece"),
        pytest.param("19900315 201503 2 014", id="in groups"),
        pytest.param("NIP saya 19900315.201503.2.014, terima kasih", id="in a sentence"),
        pytest.param("1990031520150320", id="two digits missing"),
        pytest.param("1990.03.15.2015.03.2.014", id="in groups that look like hours"),
        pytest.param("1990-03-15 2015-03 2 014", id="with a date"),
        pytest.param("08.00-10.00 19900315 201503 2 014", id="beside hours"),
    ],
)
def test_a_nip_is_seen_however_it_is_written(text: str) -> None:
    assert holds_nip(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("apa itu wog?", id="words"),
        pytest.param("pasal 35 dan 36 UU 30/2014", id="articles of law"),
        pytest.param("hubungi 0840 0000 0001 atau 0840 0000 0002", id="two phone numbers"),
        pytest.param("08.00-10.00\n10.15-12.00\n13.00 – 15.00", id="a timetable"),
        pytest.param("2026-12-07 2026-12-08, 7/12/2026 - 11/12/2026", id="days"),
        pytest.param("9" * 40, id="far too long"),
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not holds_nip(text)
