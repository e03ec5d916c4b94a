"""The screens of the guide to Bantuan Kedinasan: every one of them short, with few buttons, that carry all answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.callbacks import Go
from bot.callbacks_guides import Assist, ReadOn
from bot.callbacks_knowledge import sign_of
from bot.guides.assistance import ARTICLES, screen_of
from bot.guides.links import ASSISTANCE, guide_button, guide_of_payload, payload_of
from bot.screens import Screen
from bot.words import Voice, Words
from knowledge import MODULES, load_library
from services.guides.assistance import (
    Answers,
    Clause,
    Ground,
    Kind,
    Obstacle,
    Purpose,
    Question,
    Side,
    Urgency,
    next_question,
    outcome,
)
from tests.support.guides import REFUSING, finished, walked

WORDS = Words()
LANGUAGES = ("id", "en")
LINES, BUTTONS, LABEL = 8, 8, 22
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def voice(language: str = "id") -> Voice:
    return WORDS.voice(language, "WITA")


def shown(answers: Answers, show: str = "", language: str = "id") -> Screen:
    return screen_of(voice(language), Assist.of(answers, show), "jalin_bot")  # type: ignore[arg-type]


def labels(screen: Screen) -> list[list[str]]:
    return [[button.text for button in row] for row in screen.rows]


def pressed(screen: Screen, label: str) -> Answers:
    """The answers that a button carries."""
    found = next(button for row in screen.rows for button in row if button.text == label)
    assert found.callback_data is not None
    return Assist.unpack(found.callback_data).answers


def everything(language: str) -> Iterator[Screen]:
    for answers in walked():
        yield shown(answers, "", language)
        if next_question(answers) is None:
            for show in ("change", "law", "closed"):
                yield shown(answers, show, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_short_and_has_few_buttons(language: str) -> None:
    for screen in everything(language):
        buttons = [button for row in screen.rows for button in row]
        lines = [line for line in screen.text.splitlines() if line]
        assert len(lines) <= LINES, screen.text
        assert 0 < len(buttons) <= BUTTONS, labels(screen)
        assert all(len(button.text) <= LABEL for button in buttons)


def test_a_question_says_where_one_is_and_how_far_it_is() -> None:
    first, fourth = shown(Answers()), shown(Answers(side=Side.ASKING, purpose=Purpose.DUTY, ground=Ground.MEANS))

    assert first.text == "<b>Bantuan Kedinasan</b> · 1 dari 6\n\nPosisi instansi Anda?"
    assert labels(first) == [["Kami dimintai bantuan"], ["Kami meminta bantuan"], ["Tutup"]]
    assert fourth.text.startswith("<b>Bantuan Kedinasan</b> · 4 dari 5")


def test_the_first_question_closes_and_every_other_goes_back_one() -> None:
    first = shown(Answers())
    close = first.rows[-1][0].callback_data
    third = shown(Answers(side=Side.ASKED, purpose=Purpose.SERVICE))

    assert close == Go(place="menu").pack()
    assert pressed(third, "⬅️ Kembali") == Answers(side=Side.ASKED)


def test_in_an_emergency_only_limits_of_other_rules_are_asked_for() -> None:
    urgent = Answers(side=Side.ASKED, purpose=Purpose.SERVICE, ground=Ground.STAFF, urgency=Urgency.EMERGENCY)

    screen = shown(urgent)

    assert labels(screen) == [["b", "c"], ["Tidak ada"], ["⬅️ Kembali"]]
    assert "tidak menjadi alasan menolak" in screen.text


def test_a_refusal_says_why_what_is_next_and_on_what_it_rests() -> None:
    screen = shown(REFUSING)

    assert screen.text.splitlines() == [
        "<b>Boleh menolak, dengan alasan tertulis</b>",
        "",
        "Sebab: tugas instansi Anda akan sangat terganggu. Gangguan kecil belum cukup.",
        "",
        "• Kirim penolakan tertulis yang memuat alasannya.",
        "• Bila jadi membantu: sepakati biaya yang wajar, jangan dibiayai dua kali.",
        "",
        "Dasar: UU 30/2014 Pasal 35 dan 36. Ini panduan, bukan pendapat hukum.",
    ]
    assert labels(screen) == [["Buat surat penolakan"], ["Baca pasalnya", "Ubah jawaban"], ["Bagikan", "Tutup"]]


def test_an_emergency_does_not_by_itself_open_what_is_secret() -> None:
    urgent = REFUSING.but(Question.URGENCY, Urgency.EMERGENCY).but(Question.OBSTACLE, Obstacle.SECRET)

    text = shown(urgent).text

    assert text.startswith("⚠️ <b>Wajib membantu, dalam batas aturan</b>")
    assert "tidak otomatis membuka yang dirahasiakan aturan lain" in text
    assert "mintakan keputusan pejabat yang berwenang" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_outcome_says_that_it_is_a_guide(language: str) -> None:
    said = {"id": "Ini panduan, bukan pendapat hukum.", "en": "This is a guide, not a legal opinion."}[language]

    outcomes = [shown(answers, "", language) for answers in finished()]

    assert all(screen.text.endswith(said) for screen in outcomes)


def test_an_answer_can_be_changed_and_the_others_stay() -> None:
    screen = shown(REFUSING, "change")

    assert "5. Tugas sendiri akan sangat terganggu" in screen.text
    assert pressed(screen, "2") == REFUSING.but(Question.PURPOSE, None)
    assert pressed(screen, "⬅️ Kembali") == REFUSING


def test_the_clauses_lead_to_their_cards() -> None:
    screen = shown(REFUSING, "law")
    data = [button.callback_data for button in screen.rows[0]]

    assert "3. Pasal 36 ayat (1): tiga alasan menolak" in screen.text
    assert data[2] == ReadOn(sign=sign_of("bantuan-kedinasan-menolak")).pack()


def test_every_clause_has_an_article() -> None:
    library = load_library(MODULES)

    assert set(ARTICLES) == set(Clause)
    assert all(library.find(article) for article in ARTICLES.values())


def test_closing_leaves_the_outcome_to_be_read() -> None:
    assert shown(REFUSING, "closed").text == shown(REFUSING).text
    assert labels(shown(REFUSING, "closed")) == [["Buka menu"]]


@pytest.mark.parametrize("show", ["change", "law", "letter", "closed"])
def test_a_button_with_an_open_question_asks_it(show: str) -> None:
    assert shown(Answers(side=Side.ASKED), show) == shown(Answers(side=Side.ASKED))


def test_all_answers_fit_on_a_button_and_into_a_link() -> None:
    for answers in walked():
        packed = Assist.of(answers, "closed").pack()
        payload = payload_of(Assist.of(answers))
        assert len(packed.encode()) <= 64
        assert PAYLOAD.fullmatch(payload)
        assert guide_of_payload(payload) == Assist.of(answers)


@pytest.mark.parametrize(
    ("payload", "opens"),
    [
        pytest.param(ASSISTANCE, Assist(), id="the beginning"),
        pytest.param("g_bk_nonsense", Assist(), id="answers nobody gave"),
        pytest.param("g_bk_-asked-service-z----", Assist(), id="an answer that there is not"),
        pytest.param("a_bantuan-kedinasan", None, id="an article"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_link_leads_into_the_guide(payload: str, opens: Assist | None) -> None:
    assert guide_of_payload(payload) == opens


def test_a_shared_outcome_leads_to_the_same_outcome() -> None:
    url = next(button.url for row in shown(REFUSING).rows for button in row if button.text == "Bagikan")
    assert url is not None
    query = parse_qs(urlsplit(url).query)
    payload = parse_qs(urlsplit(query["url"][0]).query)["start"][0]

    opened = guide_of_payload(payload)

    assert query["text"] == ["Panduan Bantuan Kedinasan: boleh menolak, dengan alasan tertulis."]
    assert isinstance(opened, Assist)
    assert outcome(opened.answers).kind is Kind.MAY_REFUSE


def test_cards_of_the_subject_lead_to_the_guide_and_others_do_not() -> None:
    assert [button.text for button in guide_button(voice(), "bantuan-kedinasan-biaya")] == ["Panduan bantuan dinas"]
    assert guide_button(voice(), "whole-of-government") == []
