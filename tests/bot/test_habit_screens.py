"""The screens around habits of practice: short, few buttons, and nothing shown that is not to be seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.callbacks_habits import OpenExercise
from bot.habits import board, exercises, settings
from bot.knowledge import cards
from bot.screens import Screen
from bot.visitor import Visitor
from bot.words import Words
from knowledge import MODULES, load_exercises, load_library
from services.people import Agency, Person
from services.practice.habits import HIDDEN, HOURS, NAMED, OFF, Board, Habits, Placed, Ranked
from tests.support.clock import NOON

WORDS, LIBRARY, EXERCISES = Words(), load_library(MODULES), load_exercises(MODULES)
LANGUAGES = ("id", "en")
NTT = Agency(id=1, code="ntt", name="BPSDM NTT", short_name="BPSDM NTT", kind="bpsdm", province="NTT", zone="WITA")
PEOPLE = tuple(Placed(number, 9, 60 - number, f"Orang {number}") for number in range(1, 6))
RANKED = tuple(
    Ranked(code, at, 30 + at, 21.5 - at) for at, code in enumerate(("Jatim", "DKI", "Bali", "NTB", "NTT"), 1)
)
FULL = Board(
    monday=date(2026, 11, 16),
    joined=NAMED,
    province="NTT",
    ranked=RANKED,
    few=2,
    people=PEOPLE,
    own=Placed(7, 9, 12),
)


def visitor(language: str = "id", **changes: Any) -> Visitor:
    values: dict[str, Any] = {
        "id": 7,
        "telegram_id": 5007,
        "language": language,
        "zone": "WITA",
        "consented": True,
        "name": "Yohana Contoh",
        "identity": "verified",
        "unreachable": False,
        "agency": NTT,
    }
    return Visitor(5007, Person(**values | changes), WORDS.voice(language, "WITA"))


def labels(screen: Screen) -> list[str]:
    return [button.text for row in screen.rows for button in row]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_short_and_has_few_buttons(language: str) -> None:
    one, voice = visitor(language), WORDS.voice(language, "WITA")
    few = replace(FULL, ranked=RANKED[:4], people=(), own=None, right=12)
    unheard = visitor(language, quiet="19-07")
    screens = [
        settings.habits_set(one, Habits(quiz_at="07:30"), NOON),
        settings.habits_set(one, Habits(weekly=False), NOON),
        settings.habits_set(unheard, Habits(quiz_at="19:00"), NOON),
        *(board.provinces(one, replace(shown, joined=how)) for shown in (FULL, few) for how in (OFF, HIDDEN, NAMED)),
        board.provinces(one, replace(FULL, ranked=(), people=(), own=None)),
        board.people(one, FULL),
        board.people(one, few),
        exercises.listed(voice, EXERCISES),
        exercises.listed(voice, EXERCISES * 2, 2),
        *(exercises.reading(voice, each, LIBRARY, 0) for each in EXERCISES),
    ]

    for screen in screens:
        assert len([line for line in screen.text.splitlines() if line]) <= 8, screen.text
        assert len(screen.text) <= 600
    for screen in (*screens, *(exercises.check(voice, each, 5) for each in EXERCISES)):
        assert 0 < len(labels(screen)) <= 8
        assert all(len(label) <= 22 for label in labels(screen))
        assert len(screen.text) <= 800


@pytest.mark.parametrize(
    ("quiet", "chosen", "offered"),
    [
        pytest.param(None, None, HOURS, id="the usual quiet hours hide none"),
        pytest.param("19-07", None, HOURS[1:4], id="hours of quiet are not offered"),
        pytest.param("19-07", "19:00", HOURS[1:], id="what was chosen before stays to be seen"),
    ],
)
def test_hours_within_quiet_hours_are_not_offered(
    quiet: str | None, chosen: str | None, offered: tuple[str, ...]
) -> None:
    screen = settings.habits_set(visitor(quiet=quiet), Habits(quiz_at=chosen), NOON)

    hours = [label[2:].replace(".", ":") for label in labels(screen) if label[2:4].isdigit()]
    assert tuple(hours) == offered
    assert ("kuis datang belakangan atau tidak datang" in screen.text) == (quiet is not None and chosen is not None)


def test_the_own_province_is_shown_wherever_it_stands() -> None:
    lines = board.provinces(visitor(), FULL).text.splitlines()

    assert lines[0] == "<b>Papan provinsi</b> · 16–22 Nov 2026"
    assert lines[3] == "1. Jatim · 20,5 (31 peserta)"
    assert "<b>5. NTT · 16,5</b> (35 peserta)" in lines
    assert lines[-1] == "Anda urutan ke-7 dari 9 peserta NTT, dengan 12 jawaban benar."


def test_who_is_not_named_is_told_that_their_place_is_theirs_alone() -> None:
    text = board.provinces(visitor(), replace(FULL, joined=HIDDEN)).text

    assert text.endswith("Hanya Anda yang melihat baris ini.")


def test_a_place_among_few_is_not_told_and_what_counts_is() -> None:
    few = replace(FULL, ranked=RANKED[:4], people=(), own=None, right=12)

    lines = board.provinces(visitor(), few).text.splitlines()

    assert lines[-3:] == [
        "NTT tampil setelah ada 3 peserta.",
        "",
        "Anda ikut di papan, dengan 12 jawaban benar minggu ini.",
    ]
    assert not [label for label in labels(board.provinces(visitor(), few)) if label.startswith("Peserta")]


def test_the_longest_province_fits_every_screen_of_the_board() -> None:
    of_it = replace(NTT, province="Kalimantan Selatan 2")
    shown = replace(FULL, province=of_it.province)

    assert all(len(label) <= 22 for label in labels(board.provinces(visitor(agency=of_it), shown)))


def test_a_week_over_two_months_or_years_names_both() -> None:
    voice = WORDS.voice("id", "WITA")

    assert board.dates_of(voice, date(2026, 11, 30)) == "30 Nov – 6 Des 2026"
    assert board.dates_of(voice, date(2026, 12, 28)) == "28 Des 2026 – 3 Jan 2027"


def test_who_is_not_verified_joins_without_a_name_and_who_has_no_province_not_at_all() -> None:
    unverified = board.provinces(visitor(identity="unknown"), replace(FULL, joined=HIDDEN))
    nowhere = board.provinces(visitor(agency=None, identity="unknown"), replace(FULL, province=None, own=None))

    assert "⬜ Tampilkan nama saya" not in labels(unverified)
    assert "✅ Ikut di papan" in labels(unverified)
    assert labels(nowhere) == ["Lanjutkan perkenalan", "Mulai kuis", "⬅️ Menu"]


def test_what_is_ticked_goes_from_screen_to_screen_in_the_buttons() -> None:
    screen = exercises.check(WORDS.voice("id", "WITA"), EXERCISES[0], 0b101)

    first = screen.rows[0][0].callback_data
    read = next(button for row in screen.rows for button in row if button.text == "Baca artikelnya").callback_data
    assert labels(screen)[:3] == ["✅ 1", "⬜ 2", "✅ 3"]
    assert OpenExercise.unpack(first or "").ticked == 0b100
    assert OpenExercise.unpack(read or "").ticked == 0b101
    assert "2 dari 6 sudah ada." in screen.text


def test_in_english_the_title_is_told_and_that_the_rest_is_not() -> None:
    voice = WORDS.voice("en", "WITA")

    text = exercises.task(voice, EXERCISES[3]).text

    assert text.startswith("📘 <b>Three regions along the toll road</b>")
    assert text.endswith("The exercise itself is in Indonesian.")
    assert exercises.named(voice, replace(EXERCISES[3], title_en="")) == "Tiga daerah di tepi tol pantura"


def test_the_article_about_the_exercises_leads_to_them() -> None:
    card = cards.card(WORDS.voice("id", "WITA"), LIBRARY.get("modul-kolaboratif-soal-evaluasi"))

    assert "Latihan terbuka" in labels(card)
