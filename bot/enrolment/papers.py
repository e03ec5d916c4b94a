"""The buttons that bring papers about an own enrolment, and what is said with them. Pure."""

from __future__ import annotations

from aiogram.types import InlineKeyboardMarkup

from bot.callbacks_enrolment import ShowEnrolment
from bot.callbacks_papers import GetPaper
from bot.places import go, trainings
from bot.screens import Row, Screen, button
from bot.words import Voice
from services.enrolment import State
from services.enrolment.mine import EnrolmentLine
from services.papers import Checked


def rows(voice: Voice, line: EnrolmentLine) -> tuple[Row, ...]:
    """For a sure seat: into the calendar, and the call letter."""
    if line.state != State.CONFIRMED:
        return ()
    return (
        [button(voice.plain("button-calendar"), GetPaper(enrolment=line.id, kind="calendar"))],
        [button(voice.plain("button-call-letter"), GetPaper(enrolment=line.id, kind="call"))],
    )


def below(voice: Voice, enrolment_id: int) -> InlineKeyboardMarkup | None:
    """The way back, under a paper."""
    back = button(voice.plain("button-see-enrolment"), ShowEnrolment(enrolment=enrolment_id))
    return Screen("", ([back], [go(voice, "menu", "button-menu")])).keyboard


def checked(voice: Voice, found: Checked | None) -> Screen:
    """Whether a call letter is ours and still stands, for whoever scanned it."""
    rows = ([trainings(voice, "button-see-trainings")], [go(voice, "menu", "button-menu")])
    if found is None:
        return Screen(voice.html("check-letter-unknown"), rows)
    key = "check-letter-stands" if found.stands else "check-letter-over"
    days = voice.span(found.starts_at, found.ends_at)
    return Screen(voice.html(key, name=found.name, title=found.title, days=days, host=found.host_short_name), rows)
