"""Bantuan Kedinasan: a question a screen, what follows, the clauses it rests on, the answers to be changed."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.callbacks import Go
from bot.callbacks_guides import Assist, ReadOn, View
from bot.guides.links import payload_of, share
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.guides.assistance import (
    Answers,
    Because,
    Choice,
    Clause,
    Kind,
    Outcome,
    Question,
    Side,
    choices,
    kept,
    next_question,
    outcome,
    path,
)

ARTICLES = {
    Clause.GROUNDS: "bantuan-kedinasan-syarat",
    Clause.COST: "bantuan-kedinasan-biaya",
    Clause.REFUSING: "bantuan-kedinasan-menolak",
    Clause.REASONS: "bantuan-kedinasan-alasan-tertulis",
    Clause.EMERGENCY: "bantuan-kedinasan-darurat",
    Clause.ANSWERABLE: "bantuan-kedinasan-tanggung-jawab",
}
"""Where the knowledge base tells of a clause."""


def screen_of(voice: Voice, data: Assist, username: str) -> Screen:
    """What a button asks for; while a question is open, that question."""
    answers = kept(data.answers)
    question = next_question(answers)
    if question is not None:
        return ask(voice, answers, question)
    match data.show:
        case "change":
            return change(voice, answers)
        case "law":
            return law(voice, answers)
        case _:
            return concluded(voice, answers, username, closed=data.show == "closed")


def ask(voice: Voice, answers: Answers, question: Question) -> Screen:
    """One question, what it can be answered with, and the way back."""
    asked = path(answers)
    number = asked.index(question) + 1
    head = voice.html("assist-title", number=number, total=len(asked))
    text = voice.paragraphs(head, _question(voice, answers, question))
    return Screen(text, (*_choices(voice, answers, question), [_back(voice, answers, asked[: number - 1])]))


def concluded(voice: Voice, answers: Answers, username: str, *, closed: bool = False) -> Screen:
    """What follows from the answers: the outcome first, why, what is next, and where it stands in the law."""
    found = outcome(answers)
    text = voice.paragraphs(
        voice.html(f"assist-{found.kind}"),
        _because(voice, answers, found),
        voice.lines(*_duties(voice, answers, found)),
        voice.html("assist-basis", articles=_articles(voice, found)),
    )
    if closed:
        return Screen(text, ([button(voice.plain("button-open-menu"), Go(place="menu"))],))
    return Screen(text, tuple(_ways_on(voice, answers, found, username)))


def law(voice: Voice, answers: Answers) -> Screen:
    """The clauses that the outcome rests on, each with its card."""
    clauses = outcome(answers).clauses
    told = [f"{number}. {voice.html(f'assist-clause-{clause}')}" for number, clause in enumerate(clauses, 1)]
    numbers = [button(str(number), ReadOn.of(ARTICLES[clause])) for number, clause in enumerate(clauses, 1)]
    text = voice.paragraphs(voice.html("assist-law"), voice.lines(*told))
    return Screen(text, (numbers, [_go(voice, "button-back", answers)]))


def change(voice: Voice, answers: Answers) -> Screen:
    """What was answered, each answer with a button that asks again."""
    asked = path(answers)
    told = [
        f"{number}. {voice.html(f'assist-said-{question}-{answers.get(question)}')}"
        for number, question in enumerate(asked, 1)
    ]
    numbers = [button(str(number), Assist.of(answers.but(question, None))) for number, question in enumerate(asked, 1)]
    text = voice.paragraphs(voice.html("assist-change"), voice.lines(*told))
    return Screen(text, (numbers, [_go(voice, "button-back", answers)]))


def letter_note(voice: Voice, answers: Answers) -> Html:
    """The words under the letter."""
    return voice.html(f"assist-letter-{outcome(answers).letter}")


def _question(voice: Voice, answers: Answers, question: Question) -> Html:
    match question:
        case Question.GROUND:
            side = answers.side or Side.ASKED
            letters = [voice.html(f"assist-ground-{choice}") for choice in "abcde"]
            return voice.paragraphs(voice.html(f"assist-ask-ground-{side}"), voice.lines(*letters))
        case Question.OBSTACLE:
            urgency = answers.urgency
            letters = [voice.html(f"assist-obstacle-{choice}") for choice in choices(question, answers)[:-1]]
            return voice.paragraphs(voice.html(f"assist-ask-obstacle-{urgency}"), voice.lines(*letters))
        case _:
            return voice.html(f"assist-ask-{question}")


def _choices(voice: Voice, answers: Answers, question: Question) -> list[Row]:
    buttons = [
        button(_label(voice, question, choice), Assist.of(answers.but(question, choice)))
        for choice in choices(question, answers)
    ]
    match question:
        case Question.GROUND | Question.OBSTACLE:
            return [buttons[:-1], buttons[-1:]]
        case Question.COST:
            return [buttons[:1], buttons[1:]]
        case _:
            return [[one] for one in buttons]


def _label(voice: Voice, question: Question, choice: Choice) -> str:
    """Letters of the law stand in the text; everything else says itself."""
    value = str(choice)
    return value if len(value) == 1 else voice.plain(f"button-assist-{question}-{value}")


def _back(voice: Voice, answers: Answers, before: Sequence[Question]) -> InlineKeyboardButton:
    """The question before; from the first one out of the guide."""
    if not before:
        return button(voice.plain("button-close"), Go(place="menu"))
    return _go(voice, "button-back", answers.but(before[-1], None))


def _because(voice: Voice, answers: Answers, found: Outcome) -> Html:
    kinds = {Kind.MUST_HELP_LAWFULLY: "lawfully-", Kind.MAY_ASK: "asking-"}
    told = voice.html(f"assist-because-{kinds.get(found.kind, '')}{found.because}")
    if found.kind is Kind.MAY_ASK or found.because is Because.NO_OBSTACLE:
        ground = voice.html("assist-ground-met", letter=str(answers.ground))
        return Html(f"{ground} {told}")
    return told


def _duties(voice: Voice, answers: Answers, found: Outcome) -> list[Html]:
    side = str(answers.side)
    return [Html(f"• {voice.html(f'assist-duty-{duty}', side=side)}") for duty in found.duties]


def _articles(voice: Voice, found: Outcome) -> str:
    numbers = sorted({clause.split("-")[0] for clause in found.clauses})
    key = f"assist-articles-{len(numbers)}"
    return voice.plain(key, **dict(zip(("first", "second", "third"), numbers, strict=False)))


def _ways_on(voice: Voice, answers: Answers, found: Outcome, username: str) -> list[Row]:
    rows: list[Row] = []
    if found.letter is not None:
        rows.append([_go(voice, f"button-letter-{found.letter}", answers, "letter")])
    title = voice.plain(f"assist-share-{found.kind}")
    rows.append([_go(voice, "button-law", answers, "law"), _go(voice, "button-change-answers", answers, "change")])
    shared = share(voice, title, payload_of(Assist.of(answers)), username)
    rows.append([shared, _go(voice, "button-close", answers, "closed")])
    return rows


def _go(voice: Voice, key: str, answers: Answers, show: View = "") -> InlineKeyboardButton:
    return button(voice.plain(key), Assist.of(answers, show))
