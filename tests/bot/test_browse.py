from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.browse import card, listing, sifting
from bot.browse.phrases import clipped, time_left
from bot.browse.sought import COMPETENCIES, MODES, filter_of
from bot.callbacks import LARGEST_ID, Browse, Card, Sought
from bot.callbacks_browse import Choose, Sift
from bot.screens import Screen
from bot.words import Voice, Words
from services.catalogue import BatchCard, BatchLine, Choices, Filter, Host, Page, Registration, Seats
from services.imports.columns import COMPETENCIES as IMPORTED_COMPETENCIES
from services.imports.columns import MODES as IMPORTED_MODES

NOW = datetime(2026, 11, 17, 4, 0, tzinfo=UTC)
CLOSES = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
WORDS = Words()
LANGUAGES = ("id", "en")


def voice(language: str = "id", zone: str = "WITA") -> Voice:
    return WORDS.voice(language, zone)


def registration(opens: datetime = NOW - timedelta(days=9), closes: datetime = CLOSES) -> Registration:
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
    lines = tuple(make_line(id=number, title=f"Pelatihan {number}") for number in range(1, count + 1))
    return Page(lines, count if total is None else total, page, pages)


def labels(screen: Screen) -> list[list[str]]:
    return [[button.text for button in row] for row in screen.rows if row]


def data_of(screen: Screen, label: str) -> str:
    found = [button.callback_data for row in screen.rows for button in row if button.text == label]
    assert len(found) == 1
    assert found[0] is not None
    return found[0]


def size(screen: Screen) -> int:
    return sum(map(len, screen.rows))


def test_the_list_says_for_whom_when_and_how_many_seats() -> None:
    lines = (
        make_line(),
        make_line(id=2, title="Kolaborasi Pemerintahan", mode="mandiri", capacity=None, seats=Seats.of(None, 0)),
    )

    screen = listing.page(voice(), Page(lines, 2, 1, 1), Sought(), "NTT", NOW)

    assert screen.text == (
        "<b>2 pelatihan dibuka untuk NTT</b>\n\n"
        "1. Analisis Ketahanan Pangan · 7–11 Des · 30 kursi\n"
        "2. Kolaborasi Pemerintahan · belajar mandiri · tanpa batas kursi"
    )
    assert labels(screen) == [["1", "2"], ["Saring", "Cari nama"], ["⬅️ Menu"]]


def test_english_mirrors_the_list() -> None:
    screen = listing.page(voice("en"), Page((make_line(),), 1, 1, 1), Sought(), None, NOW)

    assert screen.text == "<b>1 training open</b>\n\n1. Analisis Ketahanan Pangan · 7–11 Dec · 30 seats"


@pytest.mark.parametrize(
    ("changes", "ending"),
    [
        pytest.param(
            {"registration": registration(NOW + timedelta(days=14), CLOSES + timedelta(days=30))},
            "7–11 Des · pendaftaran mulai 1 Des",
            id="opens later",
        ),
        pytest.param({"registration": registration(closes=NOW)}, "7–11 Des · pendaftaran ditutup", id="closed"),
        pytest.param(
            {
                "starts_at": datetime(2027, 1, 4, 1, 0, tzinfo=UTC),
                "ends_at": datetime(2027, 1, 8, 9, 0, tzinfo=UTC),
            },
            "4–8 Jan 2027 · 30 kursi",
            id="next year",
        ),
        pytest.param({"seats": Seats.of(0, 0)}, "7–11 Des · kursi belum ditetapkan", id="no seat yet"),
    ],
)
def test_a_line_says_what_matters_now(changes: dict[str, Any], ending: str) -> None:
    screen = listing.page(voice(), Page((make_line(**changes),), 1, 1, 1), Sought(), None, NOW)

    assert screen.text.endswith(f"1. Analisis Ketahanan Pangan · {ending}")


def test_batches_of_one_training_are_told_apart() -> None:
    lines = (make_line(), make_line(id=2, number=3))

    screen = listing.page(voice(), Page(lines, 2, 1, 1), Sought(), None, NOW)

    assert "1. Analisis Ketahanan Pangan angkatan 2 ·" in screen.text
    assert "2. Analisis Ketahanan Pangan angkatan 3 ·" in screen.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [1, 2, 3])
def test_a_full_page_keeps_to_eight_buttons_and_eight_lines(language: str, page: int) -> None:
    sought = Sought(competency="m", mode="b", host=4, month="2026-12", page=page)

    screen = listing.page(voice(language), make_page(listing.PAGE_SIZE, 12, page, 3), sought, "NTT", NOW)

    assert size(screen) <= 8
    assert len([line for line in screen.text.splitlines() if line]) <= 8


def test_pages_lead_to_one_another_under_the_same_filter() -> None:
    sought = Sought(competency="m", page=2)

    screen = listing.page(voice(), make_page(4, 12, 2, 3), sought, None, NOW)

    assert Browse.unpack(data_of(screen, "⬅️ Sebelumnya")) == Browse(competency="m", page=1)
    assert Browse.unpack(data_of(screen, "Berikutnya")) == Browse(competency="m", page=3)
    assert Card.unpack(data_of(screen, "3")) == Card(competency="m", page=2, batch=3)
    assert "halaman 2 dari 3" in screen.text


def test_nothing_fits_names_the_filter_and_leads_to_the_nearest_month() -> None:
    sought = Sought(competency="m", month="2027-01", page=2)

    screen = listing.nothing(voice(), sought, "NTT", None, "2027-02")

    assert screen.text == "Belum ada pelatihan yang cocok: manajerial · Januari 2027.\n\nYang terdekat: Februari 2027."
    assert labels(screen) == [["Lihat Februari 2027"], ["Ubah saringan", "Kosongkan"], ["⬅️ Menu"]]
    assert Browse.unpack(data_of(screen, "Lihat Februari 2027")) == Browse(
        competency="m", month="2027-02", unopened=True, page=1
    )


def test_an_empty_catalogue_offers_no_month_and_nothing_to_clear() -> None:
    screen = listing.nothing(voice(), Sought(), "NTT", None, None)

    assert screen.text == "Belum ada pelatihan yang pendaftarannya dibuka untuk NTT."
    assert labels(screen) == [["Ubah saringan"], ["⬅️ Menu"]]


def test_a_name_that_finds_nothing_is_repeated_and_escaped() -> None:
    screen = listing.found_by_name(voice(), "<b>panggan</b> &", (), NOW)

    assert '"&lt;b&gt;panggan&lt;/b&gt; &amp;"' in screen.text
    assert labels(screen) == [["Cari nama lain"], ["⬅️ Daftar pelatihan"]]


def test_found_trainings_are_numbered_and_keep_to_eight_buttons() -> None:
    lines = make_page(8).items

    screen = listing.found_by_name(voice(), "pelatihan", lines, NOW)

    assert labels(screen)[0] == ["1", "2", "3", "4", "5"]
    assert size(screen) <= 8


CHOICES = Choices(
    competencies=("manajerial", "teknis-fungsional"),
    modes=("klasikal", "mandiri"),
    hosts=tuple(Host(number, f"BPSDM Provinsi {number}") for number in range(1, 11)),
    months=("2026-12", "2027-01"),
)


def test_the_filter_shows_what_is_set_and_how_many_it_leaves() -> None:
    screen = sifting.sifting(voice(), Sift(mode="k", host=3, month="2026-12"), CHOICES, 3)

    assert screen.text == (
        "<b>Saring pelatihan</b>\n\nKompetensi: semua\nCara belajar: klasikal\nTuan rumah: BPSDM Provinsi 3\n"
        "Bulan: Desember 2026\nPendaftaran: yang sedang dibuka"
    )
    assert labels(screen) == [
        ["Lihat 3 pelatihan"],
        ["Kompetensi", "Cara belajar"],
        ["Tuan rumah", "Bulan"],
        ["✅ Yang dibuka saja", "Kosongkan"],
        ["⬅️ Menu"],
    ]


def test_the_switch_adds_what_opens_later_and_back() -> None:
    closed = sifting.sifting(voice(), Sift(mode="k", page=3), CHOICES, 3)

    opened = Sift.unpack(data_of(closed, "✅ Yang dibuka saja"))

    assert opened == Sift(mode="k", unopened=True)
    again = sifting.sifting(voice(), opened, CHOICES, 3)
    assert Sift.unpack(data_of(again, "⬜ Yang dibuka saja")) == Sift(mode="k")


def test_choosing_marks_what_is_set_and_keeps_the_rest() -> None:
    screen = sifting.choosing(voice(), Choose(competency="m", month="2026-12", facet="competency", page=2), CHOICES)

    assert labels(screen) == [["Teknis-fungsional"], ["✅ Manajerial"], ["Semua"], ["⬅️ Kembali"]]
    chosen = Sift.unpack(data_of(screen, "Teknis-fungsional"))
    assert chosen == Sift(competency="t", month="2026-12", page=1)
    assert Sift.unpack(data_of(screen, "Semua")) == Sift(month="2026-12")


def test_many_choices_come_in_pages_that_go_round() -> None:
    first = sifting.choosing(voice(), Choose(facet="host"), CHOICES)
    second = sifting.choosing(voice(), Choose.unpack(data_of(first, "Pilihan lain")), CHOICES)

    shown = [label for row in labels(first) + labels(second) for label in row if label.startswith("BPSDM")]

    assert shown == [host.short_name for host in CHOICES.hosts]
    assert size(first) <= 8
    assert Choose.unpack(data_of(second, "Pilihan lain")).choices == 1


@pytest.mark.parametrize("facet", ["competency", "mode", "host", "month"])
def test_without_any_choice_the_screen_says_so(facet: Any) -> None:
    screen = sifting.choosing(voice(), Choose(facet=facet, choices=9), Choices((), (), (), ()))

    assert screen.text == "Belum ada pilihan di sini, karena belum ada pelatihan yang dibuka."
    assert labels(screen) == [["✅ Semua"], ["⬅️ Kembali"]]


def test_the_card_says_all_one_has_to_know_in_the_persons_zone() -> None:
    screen = card.card(voice(), make_card(), Sought(competency="t", page=2), "NTT", "jalin_bot", NOW)

    assert screen.text.splitlines() == [
        "<b>Analisis Ketahanan Pangan</b> · Angkatan 2",
        "",
        "Sen, 7 Des 2026 pukul 09.00 WITA sampai Jum, 11 Des 2026",
        "BPSDM DKI Jakarta (tuan rumah) · klasikal · 40 JP",
        "Membaca rantai pasok pangan lintas provinsi, dari dan ke Jakarta.",
        "Dana APBD. Tuan rumah menanggung pelatihan; instansi pengirim menanggung perjalanan dan uang harian.",
        "30 kursi untuk DKI, NTT. Perlu rekomendasi atasan.",
        "Pendaftaran ditutup Sen, 30 Nov 2026 pukul 17.00 WITA.",
        "Program prioritas: Ketahanan pangan",
    ]
    assert labels(screen) == [["Rincian", "Bagikan"], ["⬅️ Daftar pelatihan"]]
    assert Browse.unpack(data_of(screen, "⬅️ Daftar pelatihan")) == Browse(competency="t", page=2)


def test_another_zone_tells_other_hours() -> None:
    screen = card.card(voice(zone="WIB"), make_card(), Sought(), "DKI", "jalin_bot", NOW)

    assert "pukul 08.00 WIB sampai" in screen.text
    assert "pukul 16.00 WIB." in screen.text


@pytest.mark.parametrize(
    ("opens", "closes", "line"),
    [
        pytest.param(
            NOW + timedelta(hours=1), CLOSES, "Pendaftaran dibuka Sel, 17 Nov 2026 pukul 13.00 WITA.", id="later"
        ),
        pytest.param(
            NOW - timedelta(days=1),
            NOW + timedelta(days=1, hours=4, minutes=9),
            "⏰ Pendaftaran ditutup Rab, 18 Nov 2026 pukul 16.09 WITA (sisa 1 hari 4 jam).",
            id="soon over",
        ),
        pytest.param(
            NOW - timedelta(days=1), NOW, "Pendaftaran sudah ditutup Sel, 17 Nov 2026 pukul 12.00 WITA.", id="over"
        ),
    ],
)
def test_the_card_says_when_one_can_register(opens: datetime, closes: datetime, line: str) -> None:
    batch = make_card(registration=registration(opens, closes))

    screen = card.card(voice(), batch, Sought(), "NTT", "jalin_bot", NOW)

    assert line in screen.text.splitlines()


@pytest.mark.parametrize(
    ("provinces", "capacity", "line"),
    [
        pytest.param((), None, "Tanpa batas kursi untuk semua provinsi.", id="for everybody"),
        pytest.param(("Bali", "NTB"), 30, "30 kursi untuk Bali, NTB. NTT belum termasuk.", id="not for this one"),
        pytest.param(tuple("ABCDEFGHIJ"), 30, "30 kursi untuk 10 provinsi. NTT belum termasuk.", id="many"),
    ],
)
def test_the_card_says_for_whom_the_seats_are(provinces: tuple[str, ...], capacity: int | None, line: str) -> None:
    batch = make_card(
        provinces=provinces, seats=Seats.of(capacity, len(provinces)), needs_recommendation=False, programme=None
    )

    screen = card.card(voice(), batch, Sought(), "NTT", "jalin_bot", NOW)

    assert line in screen.text.splitlines()


def test_a_self_paced_training_has_a_span_instead_of_hours() -> None:
    batch = make_card(mode="mandiri", ends_at=datetime(2027, 3, 31, 9, 0, tzinfo=UTC))

    screen = card.card(voice(), batch, Sought(), None, "jalin_bot", NOW)

    assert "Bisa diikuti 7 Des 2026 – 31 Mar 2027" in screen.text.splitlines()


def test_sharing_opens_telegrams_choice_with_a_link_that_leads_back() -> None:
    screen = card.card(voice(), make_card(id=42, title="Pangan & Gizi"), Sought(), None, "jalin_bot", NOW)

    urls = [button.url for row in screen.rows for button in row if button.text == "Bagikan"]

    query = parse_qs(urlsplit(str(urls[0])).query)
    assert str(urls[0]).startswith("https://t.me/share/url?")
    assert query == {"url": ["https://t.me/jalin_bot?start=p_42"], "text": ["Pangan & Gizi"]}


def test_details_tell_the_rest_and_lead_back_to_the_card() -> None:
    batch = make_card(summary="Rantai pasok. " * 20)

    screen = card.details(voice(), batch, Sought(mode="k"), "jalin_bot")

    assert "<b>Syarat:</b> Bertugas di bidang pangan." in screen.text
    assert "<b>Isi:</b> Rantai pasok." in screen.text
    assert "<b>Tempat:</b> Kampus BPSDM, Jakarta" in screen.text
    assert "<b>Untuk ASN:</b> DKI, NTT" in screen.text
    assert Card.unpack(data_of(screen, "⬅️ Kembali")) == Card(mode="k", batch=1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_texts_fit_in_a_message_and_hostile_ones_are_escaped(language: str) -> None:
    long = "<script>&" * 250
    batch = make_card(
        title="<i>" * 60, summary=long, requirements=long, funding_note=long, place="<" * 200, programme="&" * 200
    )

    screens = [
        card.card(voice(language), batch, Sought(), "NTT", "jalin_bot", NOW),
        card.details(voice(language), batch, Sought(), "jalin_bot"),
    ]

    for screen in screens:
        assert "<script>" not in screen.text
        assert len(screen.text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")) <= 4096


def test_a_shared_training_greets_who_is_new() -> None:
    new = card.shared(voice(), make_card(), "NTT", "jalin_bot", NOW, new=True)
    known = card.shared(voice(), make_card(), "NTT", "jalin_bot", NOW, new=False)

    assert new.text.startswith("Halo! Pelatihan ini dibagikan kepada Anda.\n<b>Analisis Ketahanan Pangan</b>")
    assert ["Kenali Jalin dulu"] in labels(new)
    assert known.text.startswith("<b>Analisis")
    assert ["Kenali Jalin dulu"] not in labels(known)


def test_a_shared_training_that_is_gone_offers_similar_ones() -> None:
    screen = card.shared_gone(voice(), 7)

    assert screen.text == "Pelatihan yang dibagikan ini sudah tidak dibuka."
    assert labels(screen) == [["Cari yang serupa"], ["Buka menu"]]


def test_every_button_fits_into_telegrams_64_bytes() -> None:
    fullest: dict[str, Any] = {
        "competency": "t",
        "mode": "f",
        "host": LARGEST_ID,
        "month": "2026-12",
        "unopened": True,
        "page": 9999,
    }

    packed = [
        Browse(**fullest).pack(),
        Sift(**fullest).pack(),
        Card(**fullest, batch=LARGEST_ID, details=True).pack(),
        Choose(**fullest, facet="competency", choices=999).pack(),
    ]

    assert max(map(len, packed)) <= 64


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("b:x::0::0:1", id="unknown competency"),
        pytest.param("b:::99999999999::0:1", id="host past the database's integers"),
        pytest.param("b:::0:2026-13:0:1", id="month 13"),
        pytest.param("b:::0:0000-12:0:1", id="year 0"),
        pytest.param("b:::0::0:0", id="page 0"),
        pytest.param("b:::0", id="too short"),
    ],
)
def test_forged_buttons_are_not_ours(data: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        Browse.unpack(data)


def test_letters_on_buttons_stand_for_every_key_there_is() -> None:
    assert set(COMPETENCIES.values()) == set(IMPORTED_COMPETENCIES)
    assert set(MODES.values()) == set(IMPORTED_MODES)
    for code in COMPETENCIES:
        assert Browse.unpack(Browse(competency=code).pack()).competency == code  # type: ignore[arg-type]
    for code in MODES:
        assert Browse.unpack(Browse(mode=code).pack()).mode == code  # type: ignore[arg-type]


def test_a_button_becomes_a_filter() -> None:
    sought = Browse(competency="s", mode="f", host=3, month="2026-12", unopened=True)

    assert filter_of(sought, "NTT") == Filter(
        competency="sosio-kultural", mode="fasilitasi", host_id=3, month="2026-12", province="NTT", open_only=False
    )
    assert filter_of(Browse(), None) == Filter()


@pytest.mark.parametrize(
    ("left", "told"),
    [
        pytest.param(timedelta(days=1, hours=4, minutes=50), "1 hari 4 jam", id="days and hours"),
        pytest.param(timedelta(days=2), "2 hari", id="whole days"),
        pytest.param(timedelta(hours=3, minutes=5), "3 jam 5 menit", id="hours and minutes"),
        pytest.param(timedelta(seconds=5), "1 menit", id="never nothing"),
    ],
)
def test_time_left_has_two_units_at_most(left: timedelta, told: str) -> None:
    assert time_left(voice(), left) == told


@pytest.mark.parametrize(
    ("text", "short"),
    [
        pytest.param("satu dua tiga", "satu dua tiga", id="short enough"),
        pytest.param("satu dua, tiga empat", "satu dua…", id="at the end of a word"),
        pytest.param("a" * 30, "a" * 11 + "…", id="one long word"),
        pytest.param("satu\n\ndua", "satu dua", id="on one line"),
    ],
)
def test_long_texts_are_clipped(text: str, short: str) -> None:
    assert clipped(text, 13 if " " in text or "\n" in text else 12) == short


def test_a_letter_for_a_mode_that_has_no_words_yet_shows_its_key() -> None:
    screen = card.card(voice(), replace(make_card(), mode="hibrida"), Sought(), None, "jalin_bot", NOW)

    assert "· hibrida ·" in screen.text
