"""Where one works, as enrolling asks for it: what is missing, and the screen to change it. Pure."""

from __future__ import annotations

from typing import Literal

from bot.callbacks_enrolment import AskToEnrol
from bot.callbacks_work import ChangeWork
from bot.screens import Screen, button
from bot.words import Html, Voice
from services.identity import Work

What = Literal["superior", "unit"]


def missing(work: Work) -> tuple[What, ...]:
    """What a letter of recommendation needs and nobody knows yet."""
    asked: list[What] = []
    if work.superior is None:
        asked.append("superior")
    if work.unit is None:
        asked.append("unit")
    return tuple(asked)


def told(voice: Voice, work: Work, *, needed: bool) -> Html:
    """The unit and the superior; what is needed and not known says that it is not."""
    superior = voice.html("enrol-superior", superior=work.superior) if work.superior else None
    unit = voice.html("enrol-unit", unit=work.unit) if work.unit else None
    unknown = [voice.html("enrol-superior-unknown")] if needed and superior is None else []
    return voice.lines(unit, superior, *unknown)


def change(voice: Voice, work: Work, batch_id: int) -> Screen:
    """Which of the two is to be changed."""
    nothing = voice.plain("work-unknown")
    text = voice.html("work-change", unit=work.unit or nothing, superior=work.superior or nothing)
    return Screen(
        text,
        (
            [button(voice.plain("button-change-unit"), ChangeWork(batch=batch_id, what="unit"))],
            [button(voice.plain("button-change-superior"), ChangeWork(batch=batch_id, what="superior"))],
            [button(voice.plain("button-back"), AskToEnrol(batch=batch_id))],
        ),
    )


def question(voice: Voice, what: What, problem: Html | None, *, enrolling: bool) -> Html:
    """The question for one of them; after an answer that was not taken, why not."""
    before = voice.html("work-before-enrolling") if enrolling else None
    return voice.paragraphs(problem, voice.lines(before, voice.html(f"work-ask-{what}")))
