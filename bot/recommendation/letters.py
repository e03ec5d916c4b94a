"""The person's side of a recommendation: what is awaited, the question for the letter, what became of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.browse.phrases import time_left
from bot.callbacks_enrolment import Mine, ShowEnrolment
from bot.callbacks_papers import GetPaper
from bot.callbacks_recommendation import SeeOwnLetter, SendToSuperior, UploadLetter
from bot.places import go
from bot.recommendation.files import MOST_MEGABYTES
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.enrolment import EnrolmentView, State
from services.enrolment.mine import EnrolmentLine
from services.errors import Refusal


def is_awaited(line: EnrolmentLine, now: datetime) -> bool:
    """Whether a letter can be handed in now, a first one or another."""
    return line.state == State.SUBMITTED and line.letter_due_at is not None and now < line.letter_due_at


def told(voice: Voice, view: EnrolmentView, now: datetime) -> Html:
    """Where a submitted enrolment stands: the letter is awaited, is looked at, or came to an end."""
    line = view.line
    if line.letter_at is not None:
        moment = voice.moment(line.letter_at)
        return voice.html("enrolled-letter-in", title=line.title, host=line.host_short_name, moment=moment)
    head = voice.html("enrolled-submitted", title=line.title)
    due = line.letter_due_at
    if due is None or due <= now:
        return voice.paragraphs(head, voice.html("enrolled-letter-decides", host=line.host_short_name))
    left = time_left(voice, due - now)
    until = voice.html("enrolled-letter-due", host=line.host_short_name, moment=voice.moment(due), left=left)
    return voice.paragraphs(head, until)


def rows(voice: Voice, line: EnrolmentLine, now: datetime) -> tuple[Row, ...]:
    """What can be done about the letter, or instead of one."""
    if line.state != State.SUBMITTED:
        return ()
    upload = UploadLetter(enrolment=line.id)
    if line.letter_at is None:
        draft = GetPaper(enrolment=line.id, kind="draft")
        if not is_awaited(line, now):
            return ()
        return (
            [button(voice.plain("button-upload-letter"), upload)],
            [button(voice.plain("button-send-to-superior"), SendToSuperior(enrolment=line.id))],
            [button(voice.plain("button-letter-draft"), draft)],
        )
    change = [button(voice.plain("button-change-letter"), upload)] if is_awaited(line, now) else []
    return ([button(voice.plain("button-see-letter"), SeeOwnLetter(enrolment=line.id)), *change],)


def question(voice: Voice, line: EnrolmentLine, problem: dict[str, int] | None) -> Html:
    """The question for the letter; after a file that was not taken, why not."""
    if problem is not None:
        size = problem["large"]
        if size:
            return voice.html("letter-too-large", size=voice.number(size), limit=voice.number(MOST_MEGABYTES))
        return voice.html("letter-not-one")
    due = line.letter_due_at
    return voice.paragraphs(
        voice.html("letter-ask", title=line.title, limit=voice.number(MOST_MEGABYTES)),
        voice.html("letter-ask-until", moment=voice.moment(due)) if due else None,
    )


def not_asked_for(voice: Voice, lines: Sequence[EnrolmentLine]) -> Screen:
    """A file came without the question: which enrolment it is for is said with a button first."""
    if len(lines) > 1:
        return Screen(voice.html("letter-for-which"), ([button(voice.plain("button-mine"), Mine())],))
    (line,) = lines
    key = "button-change-letter" if line.letter_at else "button-upload-letter"
    first = button(voice.plain(key), UploadLetter(enrolment=line.id))
    return Screen(voice.html("letter-button-first", title=line.title), ([first], [go(voice, "menu")]))


def refused(voice: Voice, refusal: Refusal, enrolment_id: int) -> Screen:
    """The letter came too late, or is not awaited any more."""
    own = button(voice.plain("button-see-enrolment"), ShowEnrolment(enrolment=enrolment_id))
    return Screen(voice.html(f"refusal-{refusal.key}", **refusal.values), ([own],))
