"""What a letter says: answers in, paragraphs out. In Indonesian whoever asks; blanks stand for what is not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from services.guides.assistance import Answers, Because, Kind, Letter, Outcome, Urgency, outcome

WORDS = Path(__file__).with_name("words.ftl")
PAPERS = WORDS.with_name("papers.ftl")
BLANK = re.compile(r"\[…[^\]]*\]")
"""A blank, with what belongs there."""
FILES = {
    Letter.REQUEST: "surat-permintaan.docx",
    Letter.REPLY: "surat-jawaban.docx",
    Letter.REFUSAL: "surat-penolakan.docx",
}


class Item(str):
    """A paragraph that stands in a numbered list."""

    __slots__ = ()


class Pair(str):
    """A paragraph of a label, a tab and what is known."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter: its head, whom it is for, what it says; the agency where it is known."""

    file: str
    nature: str
    about: str
    to: str
    body: tuple[str, ...]
    agency: str | None = None


def letter_of(answers: Answers) -> Draft | None:
    """The letter that fits the outcome, or None where none is called for."""
    found = outcome(answers)
    if found.letter is None:
        return None
    urgent = answers.urgency is Urgency.EMERGENCY
    return Draft(
        file=FILES[found.letter],
        nature=say("nature-urgent" if urgent else "nature-ordinary"),
        about=say(f"about-{found.letter}"),
        to=say("to-request" if found.letter is Letter.REQUEST else "to-answer"),
        body=(*_body(answers, found), say("closing")),
    )


def say(key: str, **values: str) -> str:
    """A sentence of the letters; one that is missing, or lacks a value, is an error."""
    message = _bundle().get_message(key)
    assert message.value is not None
    text, errors = _bundle().format_pattern(message.value, values)
    if errors:
        raise errors[0]
    return str(text)


@cache
def _bundle() -> FluentBundle:
    bundle = FluentBundle(["id"], use_isolating=False)
    for file in (WORDS, PAPERS):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


def _body(answers: Answers, found: Outcome) -> tuple[str, ...]:
    match found.letter:
        case Letter.REQUEST:
            return _request(answers)
        case Letter.REPLY:
            return _reply(answers, found)
        case _:
            return _refusal(answers, found)


def _request(answers: Answers) -> tuple[str, ...]:
    urgent = [say("request-emergency")] if answers.urgency is Urgency.EMERGENCY else []
    return (
        say("request-opening", purpose=_purpose(answers)),
        say("request-ground", **_ground(answers)),
        *urgent,
        say("request-list"),
        *_items("item-form", "item-time", "item-contact"),
        say(f"cost-{answers.cost}"),
        say("answerable-request"),
    )


def _reply(answers: Answers, found: Outcome) -> tuple[str, ...]:
    urgent = answers.urgency is Urgency.EMERGENCY
    duty = say("reply-emergency") if urgent else say("reply-duty", **_ground(answers))
    barred = [say(f"reply-{found.because}")] if found.kind is Kind.MUST_HELP_LAWFULLY else []
    return (
        say("answer-opening", purpose=_purpose(answers)),
        duty,
        *barred,
        say("reply-list"),
        *_items("item-form", "item-time", "item-contact"),
        say(f"cost-{answers.cost}"),
        say("answerable-reply"),
    )


def _refusal(answers: Answers, found: Outcome) -> tuple[str, ...]:
    grave = found.because is Because.GRAVE
    rest = _items("refusal-grave-budget", "refusal-grave-people", "refusal-grave-targets")
    return (
        say("answer-opening", purpose=_purpose(answers)),
        say(f"refusal-{found.because}"),
        *(rest if grave else (say("refusal-rest"),)),
        say("refusal-reasons"),
    )


def _purpose(answers: Answers) -> str:
    return say(f"purpose-{answers.purpose}")


def _ground(answers: Answers) -> dict[str, str]:
    return {"letter": str(answers.ground), "ground": say(f"ground-{answers.ground}")}


def _items(*keys: str) -> tuple[Item, ...]:
    return tuple(Item(say(key)) for key in keys)
