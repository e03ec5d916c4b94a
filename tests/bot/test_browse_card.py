from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.browse import card
from bot.browse.phrases import clipped, time_left
from bot.callbacks import Browse, Card, Sought
from services.catalogue import Seats
from tests.support.batches import CLOSES, LANGUAGES, NOW, data_of, labels, make_card, registration, voice


def test_the_card_says_all_one_has_to_know_in_the_persons_zone() -> None:
    screen = card.card(voice(), make_card(), Sought(competency="t", page=2), "NTT", "jalin_bot", NOW)

    assert screen.text.splitlines() == [
        "<b>Analisis Ketahanan Pangan</b> · Angkatan 2",
        "",
        "Sen, 7 Des 2026 pukul 09.00 WITA sampai Jum, 11 Des 2026",
        "BPSDM DKI Jakarta (tuan rumah) · klasikal · 40 JP",
        "Membaca rantai pasok pangan lintas provinsi, dari dan ke Jakarta.",
        "",
        "30 kursi untuk DKI, NTT. Perlu rekomendasi atasan.",
        "Pendaftaran ditutup Sen, 30 Nov 2026 pukul 17.00 WITA.",
        "",
        "<b>Biaya:</b> APBD. Tuan rumah menanggung pelatihan; instansi pengirim menanggung perjalanan dan uang harian.",
        "<b>Program prioritas:</b> Ketahanan pangan",
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

    assert new.text.startswith("Halo! Pelatihan ini dibagikan kepada Anda.\n\n<b>Analisis Ketahanan Pangan</b>")
    assert ["Kenali Jalin dulu"] in labels(new)
    assert known.text.startswith("<b>Analisis")
    assert ["Kenali Jalin dulu"] not in labels(known)


def test_a_shared_training_that_is_gone_offers_similar_ones() -> None:
    screen = card.shared_gone(voice(), 7)

    assert screen.text == "Pelatihan yang dibagikan ini sudah tidak dibuka."
    assert labels(screen) == [["Cari yang serupa"], ["Buka menu"]]


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
