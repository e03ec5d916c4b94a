"""Searching: what is found, how sure it is, what is refused, and what the card says."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from knowledge import MODULES
from knowledge.articles import load_library
from knowledge.search import Index
from knowledge.search.answer import cut
from tests.support.knowledge import COSTS, REFUSING, WOG, sample_index, write_library


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return sample_index(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def real() -> Index:
    return Index.build(load_library(MODULES))


FOUND = {
    "title": ("biaya bantuan kedinasan", "biaya-bantuan"),
    "question": ("Kapan bantuan kedinasan boleh ditolak?", "menolak-bantuan"),
    "another form of the word": ("penolakannya bagaimana", "menolak-bantuan"),
    "chat": ("klo nolak bantuan gmn sih", "menolak-bantuan"),
    "slang synonym": ("duit bantuan dari siapa", "biaya-bantuan"),
    "misspelt": ("bantaun kedinsan ditoalk", "menolak-bantuan"),
    "short form": ("wog", "wog"),
    "long form": ("whole of government", "wog"),
    "long form misspelt": ("whole of goverment", "wog"),
    "joined long form": ("whole-of-government itu apa", "wog"),
    "English": ("who pays the costs of assistance", "biaya-bantuan"),
    "English word for it": ("refusal of assistance", "menolak-bantuan"),
    "article of law": ("pasal 36", "menolak-bantuan"),
    "article of law in chat": ("ps 35 uu 30/2014", "biaya-bantuan"),
    "written as one": ("pemerintahanterpadu", "wog"),
    "only in the body": ("tony blair", "wog"),
    "capitals": ("WHOLE OF GOVERNMENT", "wog"),
}


@pytest.mark.parametrize(("query", "expected"), FOUND.values(), ids=FOUND.keys())
def test_the_right_article_comes_first(index: Index, query: str, expected: str) -> None:
    answer = index.search(query)

    assert answer.answered
    assert answer.results[0].id == expected


@pytest.mark.parametrize(
    "query",
    [
        "resep rendang padang",
        "harga tiket pesawat murah",
        "lowongan kerja bantuan",
        "how to fix a flat tyre",
        "apa itu",
        "",
        "???",
        "12345",
        "xyzzy blorp",
    ],
)
def test_what_the_library_does_not_hold_is_refused(index: Index, query: str) -> None:
    answer = index.search(query)

    assert not answer.answered
    assert not answer.sure
    assert answer.results == ()


def test_a_refusal_names_at_most_three_near_topics(index: Index) -> None:
    near = index.search("wisata murah di dekat kantor wog").near

    assert near[0].id == "wog"
    assert near[0].title == "Whole of Government (WoG)"
    assert len(near) <= 3


def test_a_question_that_shares_nothing_is_refused_without_topics(real: Index) -> None:
    answer = real.search(
        "saya mau liburan bersama keluarga bulan depan, sebaiknya menginap di mana dan sewa mobil apa?"
    )

    assert (answer.answered, answer.near) == (False, ())


@pytest.mark.parametrize("said", ["terima kasih", "makasih ya", "halo selamat pagi", "assalamualaikum"])
def test_a_courtesy_is_no_question(real: Index, said: str) -> None:
    assert not real.search(said).answered


def test_the_word_of_a_question_is_not_what_it_is_about(tmp_path: Path) -> None:
    dated = COSTS.replace("- ongkos bantuan dinas", "- tahun anggaran bantuan")
    index = Index.build(load_library(write_library(write_library(tmp_path), {"biaya-bantuan": dated})))

    assert index.search("wog tahun berapa").results[0].id == "wog"
    assert index.search("tahun anggaran").results[0].id == "biaya-bantuan"


def test_a_work_that_all_articles_share_does_not_hide_the_article_about_it(tmp_path: Path) -> None:
    about = WOG.replace("- wog\n", "- modul kolaboratif\n")
    shared = {
        name: text.replace("UU 30/2014 tentang Administrasi Pemerintahan", "Modul Kolaboratif")
        for name, text in {"menolak-bantuan": REFUSING, "biaya-bantuan": COSTS}.items()
    }
    index = Index.build(load_library(write_library(tmp_path, {**shared, "wog": about})))

    answer = index.search("modul kolaboratif")

    assert answer.results[0].id == "wog"
    assert answer.sure


def test_a_law_of_another_number_or_year_is_another_law(tmp_path: Path) -> None:
    other = WOG.replace("- wog\n", "- uu 23/2014\n").replace("Modul Kolaboratif, LAN, 2021", "UU 23/2014")
    write_library(tmp_path)
    index = Index.build(load_library(write_library(tmp_path, {"wog": other})))

    assert index.search("uu 23/2014").results[0].id == "wog"
    assert index.search("uu 30 tahun 2014").results[0].id != "wog"
    assert not index.search("32/2014").answered


def test_an_article_of_law_of_another_number_is_not_taken_for_it(index: Index) -> None:
    assert not index.search("pasal 38").answered
    assert not index.search("pasal 63").answered


def test_kerjasama_and_kerja_sama_find_the_same(tmp_path: Path) -> None:
    joint = WOG.replace("Pendekatan ini", "Para instansi bekerja sama. Pendekatan ini")
    index = Index.build(load_library(write_library(write_library(tmp_path), {"wog": joint})))

    assert [index.search(query).results[0].id for query in ("kerjasama", "kerja sama", "bekerjasama")] == ["wog"] * 3


def test_a_clear_lead_is_sure_and_a_close_race_is_not(tmp_path: Path) -> None:
    twin = WOG.replace("- wog\n", "- wog kembar\n").replace("title: Whole of Government (WoG)", "title: WoG kembar")
    twin = twin.replace("pendekatan interagency", "x satu").replace("pemerintahan terpadu", "x dua")
    twin = twin.replace("whole-of-government approach", "x tiga")
    index = Index.build(load_library(write_library(write_library(tmp_path), {"kembar": twin})))

    assert index.search("biaya bantuan").sure
    assert not index.search("tony blair").sure


def test_results_are_limited_and_come_best_first(real: Index) -> None:
    answer = real.search("bantuan kedinasan", limit=5)

    assert len(answer.results) == 5
    assert [result.score for result in answer.results] == sorted((r.score for r in answer.results), reverse=True)
    assert all(0 < result.score <= 1 for result in answer.results)


def test_the_card_adds_the_passage_that_answers_where_the_short_answer_does_not(index: Index) -> None:
    (result, *_) = index.search("wog di inggris tahun berapa").results

    assert result.text == (
        "WoG menyatukan upaya kolaboratif seluruh sektor pemerintahan untuk tujuan bersama.\n\nSejarah WoG\n"
        "Di Inggris gagasan ini tumbuh pada 1990-an di bawah Tony Blair. Di Australia laporannya terbit tahun 2004."
    )
    assert result.passage is not None
    assert result.passage.heading == "Sejarah WoG"
    assert result.answer == result.text.split("\n\n")[0]


def test_the_card_is_the_short_answer_where_that_says_it(index: Index) -> None:
    (result, *_) = index.search("apa itu wog").results

    assert result.passage is None
    assert result.text == result.answer


def test_who_names_no_more_than_a_topic_is_shown_what_it_lists(index: Index) -> None:
    (result, *_) = index.search("wog").results

    assert result.passage is not None
    assert result.text.endswith("- kolaborasi\n- kebersamaan\n- kesatuan tujuan")


def test_a_question_for_a_list_gets_the_list_whole(index: Index) -> None:
    (result, *_) = index.search("apa saja prinsip wog").results

    assert result.text.endswith("- kolaborasi\n- kebersamaan\n- kesatuan tujuan")


def test_a_card_has_at_most_a_thousand_characters_and_ends_with_a_sentence(tmp_path: Path) -> None:
    sentences = " ".join(f"Kalimat nomor {number} tentang zirafah menambah isi." for number in range(60))
    long = WOG.split("Pendekatan ini")[0] + f"## Zirafah\n{sentences}\n"
    index = Index.build(load_library(write_library(write_library(tmp_path), {"wog": long})))

    text = index.search("zirafah").results[0].text

    assert 900 < len(text) <= 1_000
    assert text.endswith(" isi.")


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Satu. Dua.", 20, "Satu. Dua."),
        ("Satu. Dua tiga.", 10, "Satu."),
        ("- a\n- b\n- cc", 8, "- a\n- b"),
        ("tanpa titik sama sekali", 12, "tanpa titik"),
    ],
    ids=["short", "sentence", "list item", "word"],
)
def test_cutting_ends_with_a_sentence_a_line_or_a_word(text: str, limit: int, expected: str) -> None:
    assert cut(text, limit) == expected


def test_threads_get_the_answers_that_one_thread_gets(tmp_path: Path) -> None:
    queries = [query for query, _ in FOUND.values()] * 4
    alone = [sample_index(tmp_path).search(query) for query in queries]
    shared = sample_index(tmp_path)

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(shared.search, queries))

    assert together == alone


def test_equal_articles_come_in_the_order_of_the_library(tmp_path: Path) -> None:
    def copy(number: int) -> str:
        text = COSTS.replace("[menolak-bantuan]", f"[salinan-{(number + 1) % 4}]")
        return text.replace(
            "aliases:\n",
            "ambiguous: [ongkos bantuan dinas, siapa menanggung biaya bantuan, pembiayaan ganda, "
            "cost of assistance]\naliases:\n",
        )

    index = Index.build(load_library(write_library(tmp_path, {f"salinan-{n}": copy(n) for n in range(4)})))

    assert [result.id for result in index.search("biaya bantuan").results] == ["salinan-0", "salinan-1", "salinan-2"]


def test_a_long_story_is_answered_by_the_few_words_that_matter(index: Index) -> None:
    story = (
        "Tadi pagi teman sekantor cerita, minggu depan kepala kami mau menolak permintaan bantuan dari dinas sebelah, "
        "katanya kinerja kami bisa terganggu. Memangnya itu boleh?"
    )

    assert index.search(story).results[0].id == "menolak-bantuan"


STORIES = {
    "asks at the end": (
        "Kemarin ambulans rumah sakit mogok lalu direktur menelepon kepala kami. Semua panik dan gerimis pula. "
        "Boleh tidak kami menolak bantuan kedinasan?",
        "menolak-bantuan",
    ),
    "asks in the middle": (
        "Halo kak. Siapa yang menanggung biaya bantuan? Soalnya bendahara kami marah, genset rusak, solar habis, sopir "
        "cuti dan gudang terkunci.",
        "biaya-bantuan",
    ),
}


@pytest.mark.parametrize(("story", "expected"), STORIES.values(), ids=STORIES.keys())
def test_what_a_story_tells_around_its_question_does_not_drown_it(index: Index, story: str, expected: str) -> None:
    assert index.search(story).results[0].id == expected


def test_a_story_of_everyday_life_is_refused_though_its_question_shares_words(index: Index) -> None:
    story = (
        "Kemarin ban motor saya bocor di jalan tol, dompet tertinggal di hotel, dan hujan turun deras sekali. "
        "Bolehkah minta bantuan bengkel?"
    )

    assert not index.search(story).answered


def test_another_article_answers_where_the_one_named_best_does_not(real: Index) -> None:
    (result, *_) = real.search("Siapa perdana menteri di balik joined-up government?").results

    assert result.id == "wog-sejarah"
