from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from bot.callbacks_knowledge import BETWEEN, AskOrganizers, Helped, Topic, sign_of
from bot.handlers.knowledge import IsFree
from bot.knowledge import cards, voting
from bot.screens import Screen
from bot.words import Voice, Words
from knowledge import MODULES, Answer, Article, Index, Library, Near, Passage, Result, Source, load_library
from sandbox.html import parse

WORDS = Words()


@cache
def library() -> Library:
    return load_library(MODULES)


@cache
def index() -> Index:
    return Index.build(library())


def voice(language: str = "id") -> Voice:
    return WORDS.voice(language, "WITA")


def make_article(**changes: Any) -> Article:
    """An article about WoG, or another."""
    values: dict[str, Any] = {
        "id": "wog",
        "module": "kolaborasi",
        "title": "Whole of Government (WoG)",
        "title_en": "Whole of Government",
        "answer": "Seluruh bagian pemerintah bekerja sebagai satu kesatuan.",
        "answer_en": "All of government works as one.",
        "aliases": (),
        "tags": (),
        "sources": (Source("Modul Kolaboratif, LAN, 2021", "Bab II huruf C"),),
        "related": ("cg",),
        "body": "## Mengapa\nSupaya [tata kelola](cg.md) dan [lain](tiada.md) < cepat.",
        "passages": (),
    }
    return Article(**(values | changes))


WOG = make_article()
CG = make_article(id="cg", title="Collaborative governance", related=("wog", "hilang"))
NPM = make_article(id="npm", title="Ego <sektoral>", related=())
SMALL = Library((), (WOG, CG, NPM))
BELOW_A_CARD = [["👍", "👎"], ["Tanya penyelenggara", "⬅️ Menu"]]


def make_result(article: Article, passage: Passage | None = None, text: str | None = None) -> Result:
    return Result(article.id, article.title, text or article.answer, 0.9, article.answer, passage)


def answer_of(*articles: Article, sure: bool = False, near: tuple[Article, ...] = (), query: str = "apa?") -> Answer:
    topics = tuple(Near(article.id, article.title) for article in near)
    results = tuple(make_result(article) for article in articles)
    return Answer(query, answered=bool(articles), sure=sure, results=results, near=topics)


def labels(screen: Screen) -> list[list[str]]:
    return [[button.text for button in row] for row in screen.rows if row]


def topic_of(screen: Screen, label: str) -> Topic:
    (data,) = [button.callback_data for row in screen.rows for button in row if button.text == label]
    return Topic.unpack(str(data))


def test_a_sure_answer_is_one_card_with_its_source() -> None:
    screen = cards.answered(voice(), answer_of(WOG, CG, sure=True), SMALL)

    assert screen.text == (
        "📘 <b>Whole of Government (WoG)</b>\n\nSeluruh bagian pemerintah bekerja sebagai satu kesatuan.\n\n"
        "Sumber: Modul Kolaboratif, LAN, 2021, Bab II huruf C"
    )
    assert labels(screen) == [["Baca selengkapnya"], ["Terkait", "Bukan ini"], *BELOW_A_CARD]
    assert topic_of(screen, "Bukan ini") == Topic(show="others", sign=sign_of("wog"), others=sign_of("cg"))


def test_the_passage_that_answers_this_question_stands_below() -> None:
    passage = Passage("Syarat <dan> contoh", "Ada tiga:\n- satu\n- dua & tiga\nA | B", is_list=True)
    result = make_result(WOG, passage, f"{WOG.answer}\n\n{passage.heading}\n{passage.text}")

    screen = cards.card(voice(), WOG, result)

    assert "<b>Syarat &lt;dan&gt; contoh</b>\nAda tiga:\n• satu\n• dua &amp; tiga\nA · B\n\nSumber:" in screen.text


@pytest.mark.parametrize(
    ("vote", "shown", "values"),
    [
        pytest.param(None, ["👍", "👎"], [1, -1], id="not voted"),
        pytest.param(1, ["✅ 👍", "👎"], [0, -1], id="it helped"),
        pytest.param(-1, ["👍", "✅ 👎"], [1, 0], id="it did not"),
    ],
)
def test_the_own_vote_is_ticked_and_takes_itself_back(vote: int | None, shown: list[str], values: list[int]) -> None:
    screen = cards.card(voice(), WOG, vote=vote)

    (row,) = [row for row in screen.rows if row and "👍" in row[0].text]
    assert [choice.text for choice in row] == shown
    assert [Helped.unpack(str(choice.callback_data)) for choice in row] == [
        Helped(sign=sign_of("wog"), value=value) for value in values
    ]


def test_a_vote_changes_no_other_button() -> None:
    before = cards.card(voice(), WOG, others=[CG])

    after = voting.marked(voice(), before.rows, sign_of("wog"), 1)

    assert after == cards.card(voice(), WOG, others=[CG], vote=1).rows
    assert voting.marked(voice(), after, sign_of("wog"), 0) == before.rows


@pytest.mark.parametrize(("language", "vote"), [(language, vote) for language in ("id", "en") for vote in (1, -1, 0)])
def test_a_vote_is_thanked_for_in_a_toast_that_telegram_takes(language: str, vote: int) -> None:
    for kept in (True, False):
        assert 0 < len(voting.thanks(voice(language), vote, kept=kept)) <= 200


def test_the_longest_buttons_fit() -> None:
    signs = BETWEEN.join([sign_of("a"), sign_of("b"), sign_of("c")])

    for data in (Helped(sign=sign_of("a"), value=-1), AskOrganizers(sign=sign_of("a"), others=signs)):
        assert type(data).unpack(data.pack()) == data


def test_english_visitors_get_english_and_a_note() -> None:
    screen = cards.card(voice("en"), WOG)

    assert screen.text == (
        "📘 <b>Whole of Government</b>\n\nAll of government works as one.\n\n"
        "Source: Modul Kolaboratif, LAN, 2021, Bab II huruf C\nThe article itself is in Indonesian."
    )


def test_unsure_asks_which_one_is_meant() -> None:
    screen = cards.answered(voice(), answer_of(WOG, CG, NPM), SMALL)

    assert screen.text == (
        "Maksud Anda yang mana?\n\n1. Whole of Government (WoG)\n2. Collaborative governance\n3. Ego &lt;sektoral&gt;"
    )
    assert labels(screen) == [["1", "2", "3"], ["Bukan ketiganya"]]
    assert topic_of(screen, "2") == Topic(show="card", sign=sign_of("cg"), others=f"{sign_of('wog')}-{sign_of('npm')}")


def test_an_only_result_is_shown_even_where_it_is_not_sure() -> None:
    screen = cards.answered(voice(), answer_of(NPM), SMALL)

    assert screen.text.startswith("📘 <b>Ego &lt;sektoral&gt;</b>")
    assert labels(screen) == [["Baca selengkapnya"], ["Bukan ini"], *BELOW_A_CARD]


def test_no_answer_is_said_plainly_with_the_nearest_topics() -> None:
    screen = cards.answered(voice(), answer_of(near=(CG,), query="wisata\n<b>"), SMALL)

    assert screen.text == ('Belum ada jawaban untuk "wisata &lt;b&gt;". Topik terdekat:\n\n1. Collaborative governance')
    assert labels(screen) == [["1"], ["Tanya penyelenggara"], ["⬅️ Menu"]]


def test_without_even_a_near_topic_other_words_are_suggested() -> None:
    screen = cards.answered(voice(), answer_of(query="x" * 400), SMALL)

    assert f'"{"x" * 99}…"' in screen.text
    assert "Coba tulis dengan kata lain" in screen.text


def test_not_this_shows_the_other_results_and_leads_back() -> None:
    screen = cards.not_this(voice(), WOG, [CG, NPM], SMALL)

    assert labels(screen) == [["1", "2"], ["Bukan keduanya"], ["⬅️ Kembali"]]
    back = topic_of(screen, "⬅️ Kembali")
    assert back == Topic(show="card", sign=sign_of("wog"), others=f"{sign_of('cg')}-{sign_of('npm')}")


def test_not_this_without_other_results_shows_what_is_related() -> None:
    screen = cards.not_this(voice(), WOG, [], SMALL)

    assert "1. Collaborative governance" in screen.text


def test_not_this_with_nothing_left_suggests_other_words() -> None:
    screen = cards.not_this(voice(), NPM, [], SMALL)

    assert screen == cards.none_of_them(voice())


def test_related_articles_that_are_gone_are_left_out() -> None:
    screen = cards.related(voice(), CG, SMALL)

    assert screen.text == "Terkait dengan <b>Collaborative governance</b>:\n\n1. Whole of Government (WoG)"
    assert labels(screen) == [["1"], ["⬅️ Ringkasan"]]


def test_the_full_article_links_to_articles_that_exist_and_ends_with_its_sources() -> None:
    (screen,) = cards.full(voice(), WOG, SMALL, "jalin_bot")

    assert screen.text == (
        "📘 <b>Whole of Government (WoG)</b>\n\nSeluruh bagian pemerintah bekerja sebagai satu kesatuan.\n\n"
        '<b>Mengapa</b>\nSupaya <a href="https://t.me/jalin_bot?start=a_cg">tata kelola</a> dan lain &lt; cepat.\n\n'
        "Sumber: Modul Kolaboratif, LAN, 2021, Bab II huruf C"
    )
    assert labels(screen) == [["Terkait", "⬅️ Ringkasan"]]
    assert topic_of(screen, "Terkait").anew


def test_the_full_article_begins_in_english_for_english_visitors() -> None:
    (screen,) = cards.full(voice("en"), WOG, SMALL, "jalin_bot")

    assert screen.text.startswith(
        "📘 <b>Whole of Government</b>\n\nAll of government works as one.\n\n"
        "<i>The article itself is in Indonesian.</i>\n\n<b>Mengapa</b>"
    )


def test_a_long_article_has_its_buttons_under_the_last_message_only() -> None:
    long = make_article(body="\n\n".join(["kata " * 300] * 6))

    screens = cards.full(voice(), long, SMALL, "jalin_bot")

    assert [bool(screen.rows) for screen in screens] == [False, False, True]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_article_of_the_library_makes_screens_that_telegram_takes(language: str) -> None:
    for article in library():
        screens = [
            cards.card(voice(language), article),
            cards.related(voice(language), article, library()),
            *cards.full(voice(language), article, library(), "jalin_bot"),
        ]
        for screen in screens:
            assert 0 < len(parse(screen.text).text) <= 4096
            assert sum(map(len, screen.rows)) <= 8


def test_every_article_has_a_sign_of_its_own_that_finds_it() -> None:
    assert len({sign_of(article.id) for article in library()}) == len(library())
    assert all(cards.article_of_sign(sign_of(article.id), library()) is article for article in library())


def test_a_sign_stays_the_same_in_every_release() -> None:
    assert sign_of("whole-of-government") == "7ae82455b5"
    assert cards.article_of_sign("0123456789", library()) is None


def test_every_article_can_be_linked_to() -> None:
    for article in library():
        payload = cards.deep_link(article.id, "jalin_bot").partition("?start=")[2]
        assert len(payload) <= 64
        assert cards.article_of_payload(payload) == article.id


@pytest.mark.parametrize("payload", ["", "p_1", "a_", "a_Besar", "a_ada spasi", "a_" + "x" * 63])
def test_other_payloads_name_no_article(payload: str) -> None:
    assert cards.article_of_payload(payload) is None


@pytest.mark.parametrize("question", ["apa itu wog?", "kapan bantuan dinas boleh ditolak", "pasal 36"])
def test_real_questions_get_a_card_that_a_phone_can_show(question: str) -> None:
    screen = cards.answered(voice(), index().search(question), library())

    assert screen.text.startswith("📘 <b>")
    assert len(parse(screen.text).text) <= 1400


async def test_text_is_a_question_unless_a_dialog_waits_for_it() -> None:
    class Context:
        def __init__(self, state: str) -> None:
            self.state = state

    is_free = IsFree(frozenset({"name"}))  # type: ignore[arg-type]

    assert await is_free(None, None)  # type: ignore[arg-type]
    assert await is_free(None, Context("menu"))  # type: ignore[arg-type]
    assert not await is_free(None, Context("name"))  # type: ignore[arg-type]
