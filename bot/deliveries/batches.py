"""What people are told about a batch they are in. It looks again before it says anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.callbacks_enrolment import AskToLeave, ShowEnrolment
from bot.callbacks_reminders import SayIAmComing
from bot.delivery import Kind, Recipient, Rendered
from bot.places import go
from bot.screens import Row, Screen, button
from bot.toolbox import Tools
from bot.words import Voice
from services.batches import MOVED
from services.enrolment import State
from services.enrolment.mine import EnrolmentView
from services.enrolment.moves import ENDED
from services.errors import Refusal
from services.outbox import Policy
from storage.repositories.trainings import SELF_PACED


@dataclass(frozen=True, slots=True)
class Moved:
    """The old and the new dates; no longer true once they moved again, or the person left."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        try:
            view = await self.tools.enrolment.own(telegram_id=recipient.telegram_id, enrolment_id=payload["enrolment"])
        except Refusal:  # the person erased their data meanwhile
            return None
        line, (was, until, starts, ends) = view.line, _moments(payload)
        if line.state in ENDED or (line.starts_at, line.ends_at) != (starts, ends):
            return None
        if (was, until) == (starts, ends):  # moved, and moved back before anybody read of it
            return None
        voice = self.tools.words.voice(recipient.language, recipient.zone)
        text = voice.paragraphs(
            voice.html("told-schedule", title=line.title),
            voice.html("told-schedule-dates", was=_told(voice, was, until), new=_told(voice, starts, ends)),
            voice.lines(
                voice.html("told-schedule-seat" if line.state == State.CONFIRMED else "told-schedule-place"),
                voice.html("told-schedule-cancel", moment=voice.moment(view.cancel_until)) if view.can_cancel else None,
            ),
        )
        begun = line.starts_at <= self.tools.now()
        return Rendered(text, Screen(text, _rows(voice, view, begun=begun)).keyboard)


def kinds(tools: Tools) -> list[Kind]:
    """All of them; nobody may miss one."""
    return [Kind(MOVED, Policy.AT_LEAST_ONCE, Moved(tools))]


def _moments(payload: dict[str, Any]) -> tuple[datetime, datetime, datetime, datetime]:
    was, until, starts, ends = (
        datetime.fromisoformat(payload[name]) for name in ("was_starts", "was_ends", "starts", "ends")
    )
    return was, until, starts, ends


def _told(voice: Voice, starts: datetime, ends: datetime) -> str:
    """The first hour, and the last day where that is another."""
    first, last = voice.local(starts).date(), voice.local(ends).date()
    if first == last:
        return voice.moment(starts)
    return voice.plain("card-time", start=voice.moment(starts), end=voice.day(last))


def _rows(voice: Voice, view: EnrolmentView, *, begun: bool) -> tuple[Row, ...]:
    """Who has a sure seat says whether they come on the new dates, or leaves it."""
    number, seated = view.line.id, view.line.state == State.CONFIRMED
    own = [button(voice.plain("button-see-enrolment"), ShowEnrolment(enrolment=number))]
    coming = [button(voice.plain("button-coming"), SayIAmComing(enrolment=number))]
    leave = [button(voice.plain("button-cancel-seat"), AskToLeave(enrolment=number))]
    menu = [go(voice, "menu", "button-menu")]
    return (
        *((coming,) if seated and not begun and view.line.mode != SELF_PACED else ()),
        own,
        *((leave,) if seated and view.can_cancel else ()),
        menu,
    )
