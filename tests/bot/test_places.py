"""The fixed screens, without a chat: who sees what, and that all of it fits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot import places
from bot.callbacks_rich import SetRichTo
from bot.knowledge.home import home
from bot.screens import Screen
from bot.visitor import Visitor
from bot.words import Words
from storage.repositories.agencies import Agency
from storage.repositories.people import Person

WORDS = Words()
DINAS = Agency(2, "dinas-pangan-ntt", "Dinas Pangan Provinsi NTT", "Dinas Pangan NTT", "office", "NTT", "WITA")
YOHANA = Person(
    id=1,
    telegram_id=600000001,
    language="id",
    zone=None,
    consented=True,
    name="Yohana Contoh",
    identity="verified",
    unreachable=False,
    agency=DINAS,
)
LANGUAGES = ("id", "en")


def visit(person: Person | None = YOHANA, language: str = "id", **changes: Any) -> Visitor:
    """Yohana, verified, or changed, or a guest."""
    person = replace(person, **changes) if person else None
    zone = person.effective_zone if person else None
    return Visitor(600000001, person, WORDS.voice(language, zone))


def labels(screen: Screen) -> list[str]:
    return [button.text for row in screen.rows for button in row]


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [
        pytest.param(3, "Selamat malam", id="before dawn"),
        pytest.param(4, "Selamat pagi", id="from 4"),
        pytest.param(10, "Selamat pagi", id="until 10"),
        pytest.param(11, "Selamat siang", id="from 11"),
        pytest.param(14, "Selamat siang", id="until 14"),
        pytest.param(15, "Selamat sore", id="from 15"),
        pytest.param(17, "Selamat sore", id="until 17"),
        pytest.param(18, "Selamat malam", id="from 18"),
        pytest.param(0, "Selamat malam", id="midnight"),
    ],
)
def test_the_menu_greets_by_the_persons_clock(hour: int, greeting: str) -> None:
    assert places.menu(visit(), hour).text.startswith(f"{greeting}, Yohana Contoh.")


def test_the_menu_greets_nobody_by_a_clock_it_does_not_know() -> None:
    assert places.menu(visit(None), 9).text.startswith("Halo.")
    assert places.menu(visit(agency=None, identity="unknown"), 9).text.startswith("Halo.")


def test_a_name_that_nobody_has_confirmed_is_not_used() -> None:
    menu = places.menu(visit(identity="waiting"), 9)

    assert menu.text.startswith("Selamat pagi.\n")
    assert "Yohana" not in menu.text


@pytest.mark.parametrize(
    ("visitor", "first"),
    [
        pytest.param(visit(None), "Mulai perkenalan", id="a guest"),
        pytest.param(visit(consented=False, identity="unknown"), "Mulai perkenalan", id="consent withdrawn"),
        pytest.param(visit(identity="unknown"), "Lanjutkan perkenalan", id="on the way"),
        pytest.param(visit(identity="rejected"), "Lanjutkan perkenalan", id="not vouched for"),
        pytest.param(visit(identity="waiting"), "Lihat permintaan", id="waiting"),
        pytest.param(visit(), "Pelatihan", id="verified"),
    ],
)
def test_the_menu_begins_with_what_is_next_for_this_person(visitor: Visitor, first: str) -> None:
    menu = places.menu(visitor, 9)

    assert labels(menu)[0] == first
    rest = labels(menu)[labels(menu).index("Pelatihan") :]
    own = ["Pendaftaran saya"] if visitor.has_agreed else []
    assert rest == ["Pelatihan", *own, "Kuis hari ini", "Cari pengetahuan", "Tanya penyelenggara", "Lainnya"]


def test_what_waits_for_an_organizer_comes_first_with_its_number() -> None:
    assert labels(places.menu(visit(), 9, waiting=3))[0] == "Kelola · 3 menunggu"
    assert "Kelola" not in "".join(labels(places.menu(visit(), 9)))


def test_only_organizers_find_their_room_under_more() -> None:
    assert labels(places.more(visit(), organizes=True))[0] == "Kelola"
    assert "Kelola" not in labels(places.more(visit(), organizes=False))


def test_consent_names_the_training_one_comes_back_to_and_escapes_it() -> None:
    with_title = places.consent(visit(None).voice, "Pangan <& Gizi>").text

    assert with_title.endswith("Setelah ini Anda kembali ke <b>Pangan &lt;&amp; Gizi&gt;</b>.")
    assert "Setelah ini" not in places.consent(visit(None).voice).text


def test_taking_something_away_is_never_the_first_button() -> None:
    assert labels(places.consent(visit(None).voice)) == ["Setuju dan lanjutkan", "Rincian", "Tidak setuju"]


def test_the_first_words_are_offered_in_the_other_language() -> None:
    assert labels(places.hello(visit(None).voice))[-1] == "English"
    assert labels(places.hello(visit(None, "en").voice))[-1] == "Bahasa Indonesia"


def test_details_lead_back_to_where_one_came_from() -> None:
    def goal(visitor: Visitor) -> str | None:
        return places.details(visitor).rows[-1][0].callback_data

    assert goal(visit()) == "go:privacy"
    assert goal(visit(None)) == "go:consent"


def test_the_chosen_language_and_zone_are_ticked() -> None:
    assert labels(places.language(visit(language="en").voice))[:2] == ["⬜ Bahasa Indonesia", "✅ English"]
    assert labels(places.zone(visit()))[:3] == ["⬜ WIB", "✅ WITA", "⬜ WIT"]


def test_the_switch_of_the_settings_says_how_articles_look_and_turns_it_round() -> None:
    on, off, guest = places.settings(visit(rich_articles=True)), places.settings(visit()), places.settings(visit(None))

    assert labels(on)[2] == "✅ Tampilan kaya"
    assert labels(off)[2] == labels(guest)[2] == "⬜ Tampilan kaya"
    assert on.rows[2][0].callback_data == SetRichTo(on=False).pack()
    assert off.rows[2][0].callback_data == SetRichTo(on=True).pack()
    assert "hanya menampilkan tulisan pengganti" in off.text


def test_a_guest_is_told_when_a_zone_can_be_chosen() -> None:
    assert labels(places.zone(visit(None)))[0] == "Baca persetujuan"
    assert "WITA" not in "".join(labels(places.zone(visit(None))))


def test_data_rights_are_one_tap_away_and_erasing_is_not_the_first() -> None:
    assert labels(places.privacy(visit())) == ["Lihat data saya", "Rincian", "Hapus data saya", "⬅️ Menu"]
    assert labels(places.privacy(visit(None))) == ["Baca persetujuan", "Rincian", "⬅️ Menu"]


def test_who_has_a_role_is_not_told_that_nothing_is_kept() -> None:
    page = places.privacy(visit(None), has_role=True)

    assert "tidak ada data Anda yang disimpan" not in page.text
    assert labels(page)[0] == "Lihat data saya"


@pytest.mark.parametrize(
    ("visitor", "said", "first"),
    [
        pytest.param(visit(None), "NIP cukup ditulis di perkenalan", "Mulai perkenalan", id="a guest"),
        pytest.param(visit(identity="unknown"), "NIP cukup ditulis", "Lanjutkan perkenalan", id="on the way"),
        pytest.param(visit(identity="waiting"), "NIP Anda sudah tersimpan", "Lihat permintaan", id="waiting"),
        pytest.param(visit(), "NIP Anda sudah tersimpan", "⬅️ Menu", id="verified"),
    ],
)
def test_a_nip_among_questions_is_led_to_where_it_belongs(visitor: Visitor, said: str, first: str) -> None:
    shown = places.nip_elsewhere(visitor, deleted=True)

    assert shown.text.startswith(said)
    assert "sudah dihapus dari obrolan" in shown.text
    assert labels(shown)[0] == first
    assert "⚠️" in places.nip_elsewhere(visitor, deleted=False).text


SCREENS: dict[str, Callable[[Visitor], Screen]] = {
    "hello": lambda visitor: places.hello(visitor.voice),
    "consent": lambda visitor: places.consent(visitor.voice, "Analisis Ketahanan Pangan"),
    "not agreed": lambda visitor: places.not_agreed(visitor.voice),
    "details": places.details,
    "privacy": places.privacy,
    "privacy with a role": lambda visitor: places.privacy(visitor, has_role=True),
    "a NIP elsewhere": lambda visitor: places.nip_elsewhere(visitor, deleted=False),
    "menu": lambda visitor: places.menu(visitor, 9, waiting=99),
    "more": lambda visitor: places.more(visitor, organizes=True),
    "ask": lambda visitor: home(visitor.voice, has_read=True, has_asked=True),
    "help": lambda visitor: places.help_(visitor.voice),
    "language": lambda visitor: places.language(visitor.voice),
    "settings": places.settings,
    "zone": places.zone,
}


@pytest.mark.parametrize("person", [YOHANA, None], ids=["Yohana", "a guest"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_a_screen_fits_on_a_phone(screen: Callable[[Visitor], Screen], language: str, person: Person | None) -> None:
    shown = screen(visit(person, language))

    assert 1 <= len([line for line in shown.text.splitlines() if line]) <= 8
    assert 1 <= len(labels(shown)) <= 8
    assert all(len(label) <= 22 for label in labels(shown))
    data = [button.callback_data or "" for row in shown.rows for button in row]
    assert all(0 < len(each.encode()) <= 64 for each in data)
    assert len(set(data)) == len(data)
