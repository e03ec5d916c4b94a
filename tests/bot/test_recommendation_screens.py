"""What is taken for a letter, and what organizers read before and after they decide, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.recommendation import screens
from bot.recommendation.files import MEGABYTE, is_large, is_letter
from bot.screens import Screen
from bot.words import Voice, Words
from services.enrolment import Effect, Enrolled, PoolFigures, RecommendationView, State
from services.enrolment.mine import EnrolmentLine
from tests.support.locale import LANGUAGES

NOON = datetime(2026, 11, 17, 5, tzinfo=UTC)
WORDS = Words()


def voice(language: str = "id") -> Voice:
    return WORDS.voice(language, "WIB")


def view(state: str = "submitted", **changes: Any) -> RecommendationView:
    line = EnrolmentLine(
        id=7,
        person_id=1,
        telegram_id=1,
        state=state,
        submitted_at=NOON,
        changed_at=NOON,
        letter_due_at=NOON,
        letter_at=NOON,
        letter_file="file",
        batch_id=3,
        number=1,
        title="Pangan <1>",
        mode="klasikal",
        lesson_hours=40,
        host_short_name="BPSDM DKI",
        place=None,
        access=None,
        starts_at=NOON,
        ends_at=NOON,
        pool_key=None,
        pool_taken=None,
        pool_size=None,
        offer_id=None,
        offer_deadline_at=None,
    )
    values: dict[str, Any] = {
        "line": line,
        "name": "Yohana <Contoh>",
        "nip": "1990…014",
        "agency": "Dinas Pangan NTT",
        "province": "NTT",
        "mark": 5,
        "effect": Effect.SEAT,
        "pool": PoolFigures("NTT", 2, 2),
        "decided_by": None,
        "decided_at": None,
        "position": 2,
        "total": 6,
    }
    return RecommendationView(**(values | changes))


def labels(screen: Screen) -> list[str]:
    return [button.text for row in screen.rows for button in row]


@pytest.mark.parametrize(
    ("beginning", "taken"),
    [
        pytest.param(b"%PDF-1.7\n", True, id="a PDF"),
        pytest.param(b"\xef\xbb\xbf\r\n%PDF-1.4", True, id="a PDF behind signs that nobody sees"),
        pytest.param(b"\xff\xd8\xff\xe0\x00\x10JFIF", True, id="a JPEG"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", True, id="a PNG"),
        pytest.param(b"PK\x03\x04", False, id="a Word document"),
        pytest.param(b"MZ%PDF-", False, id="a program"),
        pytest.param(b"", False, id="nothing"),
    ],
)
def test_a_letter_is_known_by_its_first_bytes(beginning: bytes, taken: bool) -> None:
    assert is_letter(beginning) is taken


def test_ten_megabytes_are_taken_and_one_byte_more_is_not() -> None:
    assert [is_large(size) for size in (None, 10 * MEGABYTE, 10 * MEGABYTE + 1)] == [False, False, True]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "changes",
    [{}, {"pool": None}, {"effect": Effect.LINE, "pool": None}, {"effect": Effect.SWAP}],
    ids=["a seat", "no limit", "the line", "a swap"],
)
def test_what_approving_does_stands_on_the_screen(language: str, changes: dict[str, Any]) -> None:
    screen = screens.request(voice(language), view(**changes))

    assert "1990…014" in screen.text
    assert "Yohana &lt;Contoh&gt;" in screen.text
    assert "Pangan &lt;1&gt;" in screen.text
    assert ("2/2" in screen.text) == (changes == {})
    assert len(labels(screen)) == 5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", [State.CONFIRMED, State.WAITLISTED, State.OFFERED])
def test_what_approving_did_is_said_with_the_name(language: str, state: State) -> None:
    done = Enrolled(enrolment_id=7, batch_id=3, state=state, again=False, pool=None, place=4, letter_due_at=None)

    screen = screens.approved(voice(language), view(str(state), mark=0, total=0), done)

    assert "Yohana &lt;Contoh&gt;" in screen.text
    assert len(labels(screen)) == 1
    assert ("4" in screen.text) == (state is State.WAITLISTED)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"decided_at": NOON, "decided_by": "Rina"}, "Sudah diputuskan Rina, Sel, 17 Nov 2026 pukul 12.00 WIB."),
        ({"decided_at": NOON}, "Sudah diputuskan rekan Anda, Sel, 17 Nov 2026 pukul 12.00 WIB."),
        ({}, "Pendaftaran ini sudah tidak menunggu keputusan."),
        ({"state": "cancelled", "decided_at": NOON}, "Pendaftaran ini sudah tidak menunggu keputusan."),
    ],
    ids=["a colleague", "an admin", "nothing there", "the person left"],
)
def test_what_waits_no_more_says_why(changes: dict[str, Any], text: str) -> None:
    assert screens.request(voice(), view(**changes, mark=0)).text == text
