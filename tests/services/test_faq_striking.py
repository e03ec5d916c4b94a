"""What is personal is struck out of a question and its answer; what is not stays. All numbers are made up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.faq.striking import STRUCK, holds_nip, strike

NAMES = ("Yohana Contoh", "Dewi Umpama, S.Sos., M.Si.", "Drs. Bagus Misal")
NIP = "199003152015032014"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("Saya Yohana Contoh dari Kupang.", f"Saya {STRUCK} dari Kupang.", id="a full name"),
        pytest.param("saya yohana  contoh", f"saya {STRUCK}", id="in small letters"),
        pytest.param("Terima kasih Bu Dewi", f"Terima kasih Bu {STRUCK}", id="one part, with a capital"),
        pytest.param("makasih bu dewi", f"makasih bu {STRUCK}", id="one part in small letters, after bu"),
        pytest.param("BAGUS MISAL, silakan", f"{STRUCK}, silakan", id="in capitals"),
        pytest.param("hasilnya bagus sekali, misal nilai 90", "hasilnya bagus sekali, misal nilai 90", id="words"),
        pytest.param("NIP 19900315 201503 2 014 ya", f"NIP {STRUCK} ya", id="a NIP in groups"),
        pytest.param("NIP 199003152015032014", f"NIP {STRUCK}", id="a NIP"),
        pytest.param("NIP 1990.0315.2015.0320.14!", f"NIP {STRUCK}!", id="a NIP in other groups"),
        pytest.param("nip 1990…014 itu", f"nip {STRUCK} itu", id="a masked NIP"),
        pytest.param("nip 19900315******014", f"nip {STRUCK}", id="a NIP masked with stars"),
        pytest.param("nip 1990....014", f"nip {STRUCK}", id="a NIP masked with dots"),
        pytest.param("WA 0812-9990-0001 saja", f"WA {STRUCK} saja", id="a mobile number"),
        pytest.param("telepon (0380) 833 1234", f"telepon {STRUCK}", id="an office's number"),
        pytest.param("+62 812 9990 0001", STRUCK, id="an international number"),
        pytest.param("surel yohana.c@contoh.go.id.", f"surel {STRUCK}.", id="mail"),
        pytest.param("chat @yohana_c atau t.me/yohana_c", f"chat {STRUCK} atau {STRUCK}", id="handles"),
        pytest.param("Hubungi Bu Ratna Ibarat, ya", f"Hubungi Bu {STRUCK}, ya", id="somebody whom nobody knows"),
        pytest.param("nama saya Siti Aminah dari", f"nama saya {STRUCK} dari", id="who introduces themselves"),
        pytest.param("Saya Budi Santoso dari Kupang", f"Saya {STRUCK} dari Kupang", id="who just says so"),
        pytest.param("Saya ASN, saya Kepala Bidang", "Saya ASN, saya Kepala Bidang", id="what somebody is"),
        pytest.param("Surat dari Bapak Gubernur", "Surat dari Bapak Gubernur", id="an office"),
        pytest.param("Bapak/Ibu peserta, Ibu Kepala Dinas", "Bapak/Ibu peserta, Ibu Kepala Dinas", id="offices"),
        pytest.param("pukul 08.00-16.00, 6–11 Des 2026", "pukul 08.00-16.00, 6–11 Des 2026", id="hours and days"),
        pytest.param("17/11/2026 09.00 sampai 16.30", "17/11/2026 09.00 sampai 16.30", id="a moment"),
        pytest.param("pada 17-11-2026 09.00-12.00", "pada 17-11-2026 09.00-12.00", id="moments beside one another"),
        pytest.param("biaya Rp1.373.198.800", "biaya Rp1.373.198.800", id="an amount"),
        pytest.param("UU 30/2014 Pasal 35 ayat (2)", "UU 30/2014 Pasal 35 ayat (2)", id="a law"),
        pytest.param(
            "lihat https://contoh.go.id/denah", "lihat https://contoh.go.id/denah", id="an address of the web"
        ),
    ],
)
def test_what_is_personal_goes_and_the_rest_stays(text: str, left: str) -> None:
    assert strike(text, NAMES).text == left


def test_it_says_in_how_many_places_and_joins_neighbours() -> None:
    struck = strike(f"Yohana Contoh, {NIP}, surel a@contoh.go.id. Ya.", NAMES)

    assert (struck.text, struck.count) == (f"{STRUCK}, surel {STRUCK}. Ya.", 3)


@given(
    gaps=st.lists(st.sampled_from(["", "", " ", ".", "-", " - ", "\n", "/", "–", "\u200b"]), min_size=17, max_size=17),
    before=st.sampled_from(["", "nip ", "NIP: ", "pukul 08.00 ", "("]),
)
@settings(max_examples=30)
def test_no_grouping_saves_a_nip(gaps: list[str], before: str) -> None:
    grouped = "".join(digit + gap for digit, gap in zip(NIP, [*gaps, ""], strict=True))

    left = strike(f"{before}{grouped} selesai", ()).text

    assert sum(letter.isdigit() for letter in left.replace("08.00", "")) == 0
    assert left.endswith("selesai")


def test_a_nip_is_noticed_where_somebody_types_one() -> None:
    assert holds_nip("hubungi 19900315 201503 2 014")
    assert not holds_nip("hubungi 0380 833123, 17 Nov 2026 pukul 09.00")
