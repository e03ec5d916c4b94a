"""What people are told unasked about their seats. Each looks again before it says anything."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.callbacks_browse import Alike
from bot.callbacks_enrolment import AskToEnrol, Mine, ShowEnrolment
from bot.callbacks_recommendation import SendToSuperior, UploadLetter
from bot.delivery import Kind, Recipient, Rendered
from bot.enrolment import offers, standing
from bot.enrolment.opening import is_open, lapsed_screen, table_of
from bot.enrolment.phrases import days_told
from bot.places import go
from bot.recommendation.letters import is_awaited
from bot.screens import Screen, button
from bot.toolbox import Tools
from bot.words import Html, Voice
from services.enrolment import EnrolmentView, State, notices
from services.enrolment.mine import Step
from services.errors import Refusal
from services.outbox import Policy


@dataclass(frozen=True, slots=True)
class Told:
    """One message about one enrolment, as far as it is needed to say it."""

    tools: Tools
    voice: Voice
    view: EnrolmentView
    recipient: Recipient
    payload: dict[str, Any]


Say = Callable[[Told], Awaitable[Screen | None]]


@dataclass(frozen=True, slots=True)
class AboutEnrolment:
    """Finds the enrolment as it is now; None where it is gone, or is no longer in the state that is told."""

    tools: Tools
    state: State
    say: Say

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        try:
            view = await self.tools.enrolment.own(telegram_id=recipient.telegram_id, enrolment_id=payload["enrolment"])
        except Refusal:  # the person erased their data meanwhile
            return None
        if view.line.state != self.state:
            return None
        voice = self.tools.words.voice(recipient.language, recipient.zone)
        screen = await self.say(Told(self.tools, voice, view, recipient, payload))
        return Rendered(screen.text, screen.keyboard) if screen else None


async def confirmed(told: Told) -> Screen:
    """The seat is sure."""
    return standing.arrived(told.voice, told.view, None, told.tools.now())


async def waitlisted(told: Told) -> Screen:
    """Approved, but the seats are full."""
    table = await table_of(told.view.line.batch_id, told.recipient.telegram_id, told.tools)
    screen = standing.arrived(told.voice, told.view, table, told.tools.now())
    last = told.view.steps[-1] if told.view.steps else None
    if last is not None and last.details.get("nominated"):
        why = told.voice.html("told-waitlisted-nominated")
    else:
        why = told.voice.html("told-waitlisted-approved", host=told.view.line.host_short_name)
    return Screen(told.voice.paragraphs(screen.text, why), screen.rows)


async def offered(told: Told) -> Screen | None:
    """A seat is held for the person; nothing to say once this offer is answered or over."""
    now = told.tools.now()
    offer = await told.tools.enrolment.own_offer(telegram_id=told.recipient.telegram_id, offer_id=told.payload["offer"])
    if offer is None or offer.state != "open" or now >= offer.deadline_at:
        return None
    return offers.offer(told.voice, told.view, offer, now)


async def expired(told: Told) -> Screen | None:
    """Nobody answered: the seat went on, and how to come back."""
    offer = await told.tools.enrolment.own_offer(telegram_id=told.recipient.telegram_id, offer_id=told.payload["offer"])
    return await lapsed_screen(told.voice, offer, told.recipient.telegram_id, told.tools) if offer else None


async def recommended(told: Told) -> Screen:
    """The superior said yes; the host decides next."""
    line = told.view.line
    return _plain(told, told.voice.html("told-recommended", title=line.title, host=line.host_short_name))


async def approved(told: Told) -> Screen | None:
    """The host said yes, and the person's agency sets the order; untrue once the seats are given."""
    if told.view.nominate_until is None:
        return None
    return _plain(told, standing.told(told.voice, told.view, None, told.tools.now()))


async def not_recommended(told: Told) -> Screen | None:
    """The superior said no; untrue once somebody has said anything since."""
    return _returned(told, "superior", told.voice.html("told-not-recommended", title=told.view.line.title))


async def misdirected(told: Told) -> Screen | None:
    """Whoever opened the link is not the asker's superior; untrue once something was handed in or time is over."""
    line = told.view.line
    if line.letter_at is not None or not is_awaited(line, told.tools.now()):
        return None
    screen = _plain(told, told.voice.html("told-misdirected", title=line.title))
    send = button(told.voice.plain("button-send-to-superior"), SendToSuperior(enrolment=line.id))
    return Screen(screen.text, ([send], *screen.rows))


async def rejected(told: Told) -> Screen | None:
    """The host said no for now; untrue once another letter was handed in."""
    line = told.view.line
    head = told.voice.html("told-rejected", title=line.title, host=line.host_short_name)
    return _returned(told, "organizer", head)


async def letter_missing(told: Told) -> Screen:
    """No recommendation came in time: the enrolment ended, and how to come back."""
    voice, line, steps = told.voice, told.view.line, told.view.steps
    may_enrol = await is_open(line.batch_id, told.tools)
    due = line.letter_due_at or line.changed_at
    rejected = next((step for step in reversed(steps) if step.actor == "organizer"), None)
    text = voice.paragraphs(
        voice.html("told-letter-missing", title=line.title, moment=voice.moment(due)),
        voice.lines(_reason(voice, rejected), voice.html("told-letter-missing-again") if may_enrol else None),
    )
    again = [button(voice.plain("button-enrol-again"), AskToEnrol(batch=line.batch_id))] if may_enrol else []
    alike = button(voice.plain("button-find-alike"), Alike(batch=line.batch_id))
    return Screen(
        text, (again, [alike], [button(voice.plain("button-mine"), Mine())], [go(voice, "menu", "button-menu")])
    )


async def batch_cancelled(told: Told) -> Screen:
    """The batch does not take place."""
    voice, line, steps = told.voice, told.view.line, told.view.steps
    text = voice.paragraphs(
        voice.html("told-batch-cancelled", title=line.title, days=days_told(voice, line), host=line.host_short_name),
        voice.lines(_reason(voice, steps[-1] if steps else None), voice.html("told-batch-cancelled-then")),
    )
    alike = button(voice.plain("button-find-alike"), Alike(batch=line.batch_id))
    return Screen(text, ([alike], [button(voice.plain("button-mine"), Mine())], [go(voice, "menu", "button-menu")]))


TOLD: dict[str, tuple[State, Say]] = {
    notices.CONFIRMED: (State.CONFIRMED, confirmed),
    notices.WAITLISTED: (State.WAITLISTED, waitlisted),
    notices.OFFERED: (State.OFFERED, offered),
    notices.OFFER_EXPIRED: (State.EXPIRED, expired),
    notices.RECOMMENDED: (State.RECOMMENDED, recommended),
    notices.NOT_RECOMMENDED: (State.SUBMITTED, not_recommended),
    notices.MISDIRECTED: (State.SUBMITTED, misdirected),
    notices.APPROVED: (State.RECOMMENDED, approved),
    notices.REJECTED: (State.SUBMITTED, rejected),
    notices.LETTER_MISSING: (State.CANCELLED, letter_missing),
    notices.BATCH_CANCELLED: (State.CANCELLED, batch_cancelled),
}
"""Each kind with the state in which it is still true."""


def kinds(tools: Tools) -> list[Kind]:
    """All of them. Nobody may miss one, so each is sent again when it perhaps did not arrive."""
    return [Kind(name, Policy.AT_LEAST_ONCE, AboutEnrolment(tools, state, say)) for name, (state, say) in TOLD.items()]


def _returned(told: Told, actor: str, head: Html) -> Screen | None:
    voice, line, steps = told.voice, told.view.line, told.view.steps
    last = steps[-1] if steps else None
    if last is None or last.actor != actor:
        return None
    due = line.letter_due_at
    open_ = due is not None and due > told.tools.now()
    letter = (
        voice.html("told-new-letter", host=line.host_short_name, moment=voice.moment(due)) if due and open_ else None
    )
    screen = _plain(told, voice.paragraphs(head, voice.lines(_reason(voice, last), voice.html("told-kept"), letter)))
    upload = button(voice.plain("button-upload-new-letter"), UploadLetter(enrolment=line.id))
    return Screen(screen.text, ([upload], *screen.rows)) if letter else screen


def _reason(voice: Voice, step: Step | None) -> Html | None:
    return voice.html("told-reason", reason=step.reason) if step and step.reason else None


def _plain(told: Told, text: Html) -> Screen:
    voice = told.voice
    one = button(voice.plain("button-see-enrolment"), ShowEnrolment(enrolment=told.view.line.id))
    return Screen(text, ([one], [go(voice, "menu", "button-menu")]))
