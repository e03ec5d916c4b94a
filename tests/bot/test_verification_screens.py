"""What organizers read about people who ask to be verified."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from bot import verification_screens as screens
from bot.callbacks import LARGEST_ID
from bot.callbacks_verification import DoNotVouch, ShowVerification, SkipVerification, Vouch
from bot.screens import Screen
from bot.words import Voice, Words
from services.errors import NotAllowed, Refusal
from services.identity import Decision, VerificationView
from services.identity.requests import REASONS
from storage.repositories.agencies import Agency

ASKED = datetime(2026, 11, 17, 0, 20, tzinfo=UTC)
DECIDED = datetime(2026, 11, 17, 1, 2, tzinfo=UTC)
DINAS = Agency(2, "dinas-pangan-ntt", "Dinas Pangan Provinsi NTT", "Dinas Pangan NTT", "office", "NTT", "WITA")
BPSDM = Agency(3, "bpsdm-ntt", "BPSDM Provinsi Nusa Tenggara Timur", "BPSDM NTT", "bpsdm", "NTT", "WITA")
WORDS = Words()
LANGUAGES = ("id", "en")
LONGEST = 700


def voice(language: str = "id") -> Voice:
    return WORDS.voice(language, "WITA")


def make_view(**changes: Any) -> VerificationView:
    """Yohana's open request, not in any staff list, or another."""
    view = VerificationView(
        id=7,
        name="Yohana Contoh",
        nip="19900315 201503 2 014",
        nip_is_whole=True,
        claimed_agency=DINAS,
        agency=BPSDM,
        listed_name=None,
        listed_agency=None,
        held_elsewhere=False,
        reason="not-found",
        created_at=ASKED,
        state="open",
        note=None,
        decided_by=None,
        decided_at=None,
        position=1,
        total=1,
    )
    return replace(view, **changes)


def make_decision(**changes: Any) -> Decision:
    decision = Decision(
        request_id=7,
        state="confirmed",
        changed=False,
        by="Dewi Umpama",
        at=DECIDED,
        note=None,
        agency=BPSDM,
    )
    return replace(decision, **changes)


def labels(screen: Screen) -> list[list[str]]:
    return [[button.text for button in row] for row in screen.rows if row]


def pressed(screen: Screen) -> list[str | None]:
    return [button.callback_data for row in screen.rows for button in row]


def test_what_was_typed_stands_next_to_what_the_staff_list_says() -> None:
    view = make_view(listed_name="Yohana Misal", listed_agency=DINAS, reason="name-differs")

    screen = screens.request(voice(), view)

    assert screen.text == (
        "<b>Verifikasi 1 dari 1</b>\n\n"
        "Nama: <b>Yohana Contoh</b>\nNIP: 19900315 201503 2 014\nInstansi: Dinas Pangan Provinsi NTT\n\n"
        'Daftar pegawai: NIP sama, nama "Yohana Misal", Dinas Pangan NTT\n'
        "Sebab: nama berbeda\n"
        "Diajukan Sel, 17 Nov 2026 pukul 08.20 WITA"
    )
    assert labels(screen) == [["Benar"], ["Bukan"], ["⬅️ Kelola"]]


def test_that_nobody_is_listed_is_said_once() -> None:
    screen = screens.request(voice(), make_view(reason="not-found"))

    assert "Daftar pegawai: NIP ini belum ada\nDiajukan" in screen.text
    assert "Sebab" not in screen.text


def test_a_nip_that_is_held_elsewhere_is_warned_of() -> None:
    screen = screens.request(voice(), make_view(held_elsewhere=True, reason="taken"))

    assert "⚠️ NIP ini sudah terhubung ke akun Telegram lain." in screen.text


def test_one_may_skip_only_where_another_waits() -> None:
    screen = screens.request(voice(), make_view(position=2, total=3))

    assert screen.text.startswith("<b>Verifikasi 2 dari 3</b>")
    assert labels(screen)[-1] == ["Lewati", "⬅️ Kelola"]
    assert SkipVerification(request=7).pack() in pressed(screen)


def test_what_people_typed_is_no_markup() -> None:
    screen = screens.request(voice(), make_view(name="<b>Ani</b> & co"))

    assert "&lt;b&gt;Ani&lt;/b&gt; &amp; co" in screen.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", sorted(REASONS))
def test_every_reason_has_its_words_and_the_screen_stays_short(reason: str, language: str) -> None:
    long = make_view(
        reason=str(reason), name="N" * 100, listed_name="M" * 100, listed_agency=DINAS, held_elsewhere=True
    )

    screen = screens.request(voice(language), long)

    assert len([line for line in screen.text.splitlines() if line]) <= 8
    assert len(screen.text) < LONGEST
    assert labels(screen)[0] != []


@pytest.mark.parametrize(
    ("state", "text"),
    [
        pytest.param(
            "confirmed", "✅ Sudah dipastikan oleh Dewi Umpama. Hasilnya dikabarkan kepada orangnya.", id="yes"
        ),
        pytest.param("rejected", 'Dijawab "bukan" oleh Dewi Umpama. Hasilnya dikabarkan kepada orangnya.', id="no"),
        pytest.param(
            "withdrawn",
            "Permintaan ini sudah tidak berlaku: orangnya memperbaiki data, atau sudah terverifikasi.",
            id="withdrawn",
        ),
    ],
)
def test_a_request_that_is_open_no_more_says_how_it_ended(state: str, text: str) -> None:
    screen = screens.request(voice(), make_view(state=state, decided_by="Dewi Umpama", total=0, position=None))

    assert screen.text == text
    assert labels(screen) == [["⬅️ Kelola"]]


@pytest.mark.parametrize(
    ("mine", "by"), [pytest.param(True, "Anda", id="oneself"), pytest.param(False, "rekan Anda", id="a colleague")]
)
def test_a_decision_without_a_name_still_says_whose_it_was(mine: bool, by: str) -> None:
    screen = screens.decided(voice(), "confirmed", None, more=0, mine=mine)

    assert screen.text.startswith(f"✅ Sudah dipastikan oleh {by}.")


def test_after_a_decision_the_next_one_is_a_tap_away() -> None:
    screen = screens.decided(voice(), "confirmed", "Dewi Umpama", more=2)

    assert labels(screen) == [["Berikutnya"], ["⬅️ Kelola"]]
    assert pressed(screen)[0] == ShowVerification().pack()


@pytest.mark.parametrize(
    ("decision", "toast"),
    [
        pytest.param(
            make_decision(), "Sudah diputuskan Dewi Umpama, Sel, 17 Nov 2026 pukul 09.02 WITA.", id="a colleague"
        ),
        pytest.param(make_decision(at=None), "Sudah diputuskan Dewi Umpama.", id="undated"),
        pytest.param(
            make_decision(by=None), "Sudah diputuskan rekan Anda, Sel, 17 Nov 2026 pukul 09.02 WITA.", id="nameless"
        ),
        pytest.param(
            make_decision(state="withdrawn", by=None),
            "Permintaan ini sudah tidak berlaku: orangnya memperbaiki data, atau sudah terverifikasi.",
            id="the person",
        ),
    ],
)
def test_who_comes_second_hears_who_was_first(decision: Decision, toast: str) -> None:
    assert screens.faster(voice(), decision) == toast


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("refusal", [Refusal("verification-unknown"), NotAllowed(agency="BPSDM NTT")], ids=str)
def test_a_question_without_use_says_why(refusal: Refusal, language: str) -> None:
    screen = screens.refused(voice(language), refusal)

    assert screen.text
    assert len(labels(screen)) == 1


@pytest.mark.parametrize("form", [Vouch, DoNotVouch, SkipVerification, ShowVerification])
@pytest.mark.parametrize("number", [-1, LARGEST_ID + 1, 10**30])
def test_a_number_that_no_request_can_have_is_no_button_of_ours(form: Any, number: int) -> None:
    with pytest.raises(ValidationError):
        form.unpack(f"{form.__prefix__}:{number}")
