"""Looking through the knowledge base: where it begins, and its lists. No list holds more than a screen does."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from bot.callbacks import Go
from bot.callbacks_knowledge import OnShelf, Shelf, Topic, sign_of
from bot.knowledge import cards, shelves
from bot.knowledge.home import home
from bot.screens import Screen
from bot.words import Html, Voice, Words
from knowledge import MODULES, Article, Library, Module, load_library

WORDS = Words()
LANGUAGES = ("id", "en")
HEAD = Html("<b>Daftar</b>")


@cache
def library() -> Library:
    return load_library(MODULES)


def voice(language: str = "id") -> Voice:
    return WORDS.voice(language, "WITA")


def make_article(title: str, module: str = "m") -> Article:
    article_id = title.lower().replace(" ", "-")
    return Article(article_id, module, title, f"The {title}", "Ya.", "Yes.", (), (), (), (), "", ())


def library_of(*titles: str) -> Library:
    return Library((Module("m", "Modul <m>", "Module m", 1),), tuple(make_article(title) for title in titles))


def labels(screen: Screen) -> list[list[str]]:
    return [[button.text for button in row] for row in screen.rows if row]


def data(screen: Screen) -> list[str]:
    return [str(button.callback_data) for row in screen.rows for button in row]


def fits(screen: Screen) -> bool:
    """Rules 3 and 8 of the voice."""
    lines = [line for line in screen.text.splitlines() if line]
    buttons = [button for row in screen.rows for button in row]
    return (
        len(lines) <= 8
        and 1 <= len(buttons) <= 8
        and all(len(button.text) <= 22 for button in buttons)
        and all(len(str(button.callback_data).encode()) <= 64 for button in buttons)
    )


@pytest.mark.parametrize(
    ("has_read", "has_asked", "first"),
    [
        pytest.param(False, False, ["Menurut topik", "A–Z"], id="nothing read or asked yet"),
        pytest.param(True, False, ["Terakhir dibaca"], id="something read"),
        pytest.param(False, True, ["Sering dicari"], id="something asked"),
        pytest.param(True, True, ["Terakhir dibaca", "Sering dicari"], id="both"),
    ],
)
def test_empty_lists_are_left_out(has_read: bool, has_asked: bool, first: list[str]) -> None:
    screen = home(voice(), has_read=has_read, has_asked=has_asked)

    assert labels(screen)[0] == first
    assert labels(screen)[-5:] == [
        ["Menurut topik", "A–Z"],
        ["Panduan bantuan dinas"],
        ["Kesiapan kolaborasi"],
        ["Latihan terbuka"],
        ["⬅️ Menu"],
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_article_is_found_in_its_module_and_under_its_letter(language: str) -> None:
    said = voice(language)
    starts = [*shelves.letters(said, library()).rows, *shelves.modules(said, Shelf(kind="modules"), library()).rows]
    lists = [
        Shelf.unpack(str(choice.callback_data)) for row in starts for choice in row if is_list(choice.callback_data)
    ]

    found: Counter[str] = Counter()
    for each in lists:
        page: Shelf | None = each
        while page is not None:
            make = shelves.between if page.kind == "between" else shelves.module
            screen = make(said, page, library())
            assert fits(screen)
            found.update(OnShelf.unpack(sent).sign for sent in data(screen) if sent.startswith("kf:"))
            page = next_page(page, screen)

    assert found == {sign_of(article.id): 2 for article in library()}


def is_list(sent: str | None) -> bool:
    return sent is not None and sent.startswith("ks:")


def next_page(page: Shelf, screen: Screen) -> Shelf | None:
    turned = [Shelf.unpack(sent) for sent in data(screen) if sent.startswith("ks:")]
    return next((other for other in turned if other.kind == page.kind and other.page == page.page + 1), None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_modules_and_letters_fit_on_a_phone(language: str) -> None:
    assert fits(shelves.modules(voice(language), Shelf(kind="modules"), library()))
    assert fits(shelves.letters(voice(language), library()))


def test_modules_are_told_with_how_much_they_hold_and_empty_ones_are_left_out() -> None:
    full, empty = Module("m", "Modul <m>", "Module m", 1), Module("n", "Kosong", "Empty", 2)
    small = Library((full, empty), (make_article("Satu"),))

    indonesian = shelves.modules(voice(), Shelf(kind="modules"), small)
    english = shelves.modules(voice("en"), Shelf(kind="modules"), small)

    assert indonesian.text == "<b>Menurut topik</b>\n\n1. Modul &lt;m&gt; (1 artikel)"
    assert english.text == "<b>By topic</b>\n\n1. Module m (1 article)"
    assert labels(indonesian) == [["1"], ["⬅️ Kembali"]]
    assert Go.unpack(data(indonesian)[-1]) == Go(place="ask")


def test_a_page_has_five_numbers_and_leads_on_and_back() -> None:
    found = [make_article(f"Judul {number} & lain") for number in range(12)]

    second = shelves.articles(voice(), Shelf(kind="asked", page=2), HEAD, found)

    assert second.text == (
        "<b>Daftar</b>\nHalaman 2 dari 3\n\n"
        "1. Judul 5 &amp; lain\n2. Judul 6 &amp; lain\n3. Judul 7 &amp; lain\n"
        "4. Judul 8 &amp; lain\n5. Judul 9 &amp; lain"
    )
    assert labels(second) == [["1", "2", "3", "4", "5"], ["⬅️ Sebelumnya", "Berikutnya"], ["⬅️ Kembali"]]
    assert OnShelf.unpack(data(second)[1]) == OnShelf(kind="asked", page=2, sign=sign_of(found[6].id))
    assert OnShelf.unpack(data(second)[1]).shelf == Shelf(kind="asked", page=2)


def test_a_page_that_is_no_longer_there_is_the_last_one() -> None:
    screen = shelves.articles(voice(), Shelf(kind="read", page=9), HEAD, [make_article("Satu")])

    assert screen.text == "<b>Daftar</b>\n\n1. Satu"
    assert labels(screen) == [["1"], ["⬅️ Kembali"]]


@pytest.mark.parametrize(
    "shelf",
    [
        pytest.param(Shelf(kind="module", which="0123456789"), id="a module that is gone"),
        pytest.param(Shelf(kind="module"), id="no module"),
        pytest.param(Shelf(kind="module", which="ab"), id="letters for a module"),
    ],
)
def test_a_module_that_is_not_there_is_an_empty_list(shelf: Shelf) -> None:
    screen = shelves.module(voice(), shelf, library_of("Satu"))

    assert screen.text.startswith("Daftar ini sekarang kosong.")
    assert Shelf.unpack(data(screen)[0]) == Shelf(kind="modules")


@pytest.mark.parametrize("which", ["", "xz", "zx", "0123456789"])
def test_letters_without_articles_are_an_empty_list(which: str) -> None:
    screen = shelves.between(voice(), Shelf(kind="between", which=which), library_of("Satu"))

    assert screen.text.startswith("Daftar ini sekarang kosong.")


def test_articles_stand_in_the_order_of_their_titles_in_the_readers_language() -> None:
    small = library_of("cara B", "Cara a", "10 cara")

    indonesian = shelves.between(voice(), Shelf(kind="between", which="0z"), small)
    english = shelves.between(voice("en"), Shelf(kind="between", which="tt"), small)

    assert indonesian.text == "<b>0–9, A–Z</b>\n\n1. 10 cara\n2. Cara a\n3. cara B"
    assert english.text == "<b>T</b>\n\n1. The 10 cara\n2. The Cara a\n3. The cara B"


@pytest.mark.parametrize(
    ("counts", "spans"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param({"k": 9}, ["K"], id="one letter"),
        pytest.param({"0": 2, "a": 1}, ["0–9", "A"], id="digits first"),
        pytest.param(dict.fromkeys("abcdefghijkl", 2), ["A–B", "C–D", "E–F", "G–H", "I–J", "K–L"], id="evenly"),
        pytest.param({"a": 1, "b": 1, "k": 20, "z": 1}, ["A–K", "Z"], id="a letter that holds nearly all"),
        pytest.param(dict.fromkeys("abcdefg", 1), ["A–B", "C", "D", "E", "F", "G"], id="at most six"),
    ],
)
def test_the_alphabet_is_cut_into_spans_of_about_the_same_size(counts: dict[str, int], spans: list[str]) -> None:
    cut = shelves.spans(Counter(counts))

    assert [shelves.span_of(first + last) for first, last in cut] == spans


@pytest.mark.parametrize(
    ("title", "letter"),
    [("Kolaborasi", "k"), ('"Ego" sektoral', "e"), ("10:20:70", "0"), ("Élite", "e"), ("…", "0")],
)
def test_a_title_is_found_under_its_first_letter(title: str, letter: str) -> None:
    assert shelves.initial(title) == letter


def test_a_card_from_a_list_leads_back_to_it_instead_of_offering_something_else() -> None:
    article = next(iter(library()))
    shelf = Shelf(kind="module", which=sign_of(article.module), page=3)

    screen = cards.card(voice(), article, back=shelf)

    (row,) = [row for row in screen.rows if any(choice.text == "⬅️ Daftar" for choice in row)]
    assert [choice.text for choice in row] == ["Terkait", "⬅️ Daftar"]
    assert Topic.unpack(str(row[0].callback_data)).anew
    assert Shelf.unpack(str(row[1].callback_data)) == shelf
    assert sum(map(len, screen.rows)) <= 8


def test_the_longest_buttons_fit() -> None:
    longest = OnShelf(kind="modules", which=sign_of("a"), page=999, sign=sign_of("b"))

    assert OnShelf.unpack(longest.pack()) == longest
