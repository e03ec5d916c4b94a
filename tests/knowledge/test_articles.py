"""Loading articles: what a good folder gives."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from knowledge import MODULES
from knowledge.articles import Source, check, load_library
from tests.support.knowledge import COSTS, WOG, sample_library, write_library


def test_an_article_holds_its_fields_its_place_and_its_module(tmp_path: Path) -> None:
    article = sample_library(tmp_path).get("menolak-bantuan")

    assert (article.id, article.module) == ("menolak-bantuan", "kolaborasi")
    assert article.title == "Kapan bantuan kedinasan boleh ditolak"
    assert article.answer.startswith("Boleh ditolak, secara tertulis")
    assert "\n" not in article.answer
    assert article.aliases[2] == "pasal 36 uu 30/2014"
    assert article.tags == ("bantuan kedinasan", "hukum")
    assert article.sources == (Source("UU 30/2014 tentang Administrasi Pemerintahan", "Pasal 36"),)
    assert article.related == ("biaya-bantuan",)
    assert article.body.startswith("## Tiga alasan")


def test_sources_may_be_written_over_several_lines(tmp_path: Path) -> None:
    article = sample_library(tmp_path).get("biaya-bantuan")

    assert article.sources == (Source("UU 30/2014 tentang Administrasi Pemerintahan", "Pasal 35 ayat (2)"),)


def test_passages_are_plain_text_under_their_headings_with_lists_whole(tmp_path: Path) -> None:
    before, history, principles = sample_library(tmp_path).get("wog").passages

    assert (before.heading, before.text) == ("", "Pendekatan ini menjawab ego sektoral antarinstansi.")
    assert history.heading == "Sejarah WoG"
    assert not history.is_list
    assert principles.text == "- kolaborasi\n- kebersamaan\n- kesatuan tujuan"
    assert principles.is_list


def test_markup_leaves_no_trace_in_passages(tmp_path: Path) -> None:
    body = (
        "## Bagian **tebal**\nIni *miring* dan [tautan](biaya-bantuan.md)\npada baris baru.\n\n> Kutipan.\n\n"
        "1. satu\n   - dalam\n2. dua\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n"
        "| D | E | F |\n|---|---|---|\n| 3 | 4 | 5 |\n"
    )
    write_library(tmp_path)
    write_library(tmp_path, {"wog": WOG.split("Pendekatan ini")[0] + body})

    (passage,) = load_library(tmp_path).get("wog").passages

    assert passage.heading == "Bagian tebal"
    assert passage.text == (
        "Ini miring dan tautan pada baris baru.\nKutipan.\n1. satu\n  - dalam\n2. dua\n- 1: 2\n- 3. E: 4; F: 5"
    )


def test_long_sections_are_split_and_a_list_keeps_its_lead_in(tmp_path: Path) -> None:
    long = "Kalimat yang panjang sekali. " * 20
    listing = "\n".join(f"- butir nomor {number} dengan isi" for number in range(9))
    write_library(tmp_path)
    write_library(tmp_path, {"wog": WOG.split("Pendekatan ini")[0] + f"## Isi\n{long}\n\nDaftarnya:\n\n{listing}\n"})

    first, second = load_library(tmp_path).get("wog").passages

    assert first.text == long.strip()
    assert second.text.startswith("Daftarnya:\n- butir nomor 0")
    assert second.text.endswith("butir nomor 8 dengan isi")


def test_modules_come_in_their_order_and_articles_by_id(tmp_path: Path) -> None:
    write_library(tmp_path, {"menolak-bantuan": COSTS.replace("menolak-bantuan", "wog"), "wog": WOG_ALONE}, "zeta")
    (tmp_path / "zeta" / "module.yaml").write_text("title: Hukum\ntitle_en: Law\norder: 1\n", encoding="utf-8")
    write_library(tmp_path, {"alfa-satu": COSTS_ELSEWHERE}, "alfa")

    library = load_library(tmp_path)

    assert [(module.id, module.title, module.title_en) for module in library.modules] == [
        ("zeta", "Hukum", "Law"),
        ("alfa", "Alfa", "Alfa"),
    ]
    assert [article.id for article in library] == ["menolak-bantuan", "wog", "alfa-satu"]
    assert [article.id for article in library.in_module("alfa")] == ["alfa-satu"]


WOG_ALONE = WOG.replace("[menolak-bantuan, biaya-bantuan]", "[menolak-bantuan]")
COSTS_ELSEWHERE = (
    COSTS.replace("[menolak-bantuan]", "[wog]")
    .replace("ongkos bantuan dinas", "ongkos lain")
    .replace("siapa menanggung biaya bantuan", "siapa menanggung ongkos lain")
    .replace("pembiayaan ganda\n  - cost", "pembiayaan lain\n  - another cost")
)


def test_an_unknown_id_is_found_to_be_missing(tmp_path: Path) -> None:
    library = sample_library(tmp_path)

    assert library.find("tidak-ada") is None
    with pytest.raises(KeyError):
        library.get("tidak-ada")


def test_an_alias_may_be_shared_when_both_articles_admit_it(tmp_path: Path) -> None:
    shared = "aliases:\n  - Bantuan\n"
    write_library(tmp_path)
    for name, text in {"wog": WOG, "biaya-bantuan": COSTS}.items():
        admitting = text.replace("aliases:\n", shared).replace("tags:", "ambiguous: [bantuan]\ntags:")
        write_library(tmp_path, {name: admitting})

    assert check(tmp_path) == []


def test_the_articles_that_come_with_jalin_have_no_faults() -> None:
    assert [str(fault) for fault in check(MODULES)] == []


def test_what_a_source_only_suspects_is_not_told_as_certain() -> None:
    """Wacana Kinerja 11(4), 2008: "ditengarai sebagai salah satu faktor", "faktor lain yang bisa jadi"."""
    article = load_library(MODULES).get("sebab-kerja-sama-daerah-lemah")

    assert "menduga beberapa faktor, antara lain" in article.answer
    assert "suspects several factors, among them" in (article.answer_en or "")
    assert "sebab utama" not in article.body
    assert "Penulis menduga" in article.body


def test_two_hundred_articles_load_within_a_second(tmp_path: Path) -> None:
    numbered = {
        f"artikel-{number}": COSTS.replace("ongkos bantuan dinas", f"ongkos {number}")
        .replace("siapa menanggung biaya bantuan", f"siapa {number}")
        .replace("pembiayaan ganda\n  - cost", f"ganda {number}\n  - cost {number}")
        .replace("[menolak-bantuan]", f"[artikel-{(number + 1) % 200}]")
        for number in range(200)
    }
    write_library(tmp_path, numbered)

    begun = time.perf_counter()
    library = load_library(tmp_path)

    assert len(library) == 200
    assert time.perf_counter() - begun < 1.0
