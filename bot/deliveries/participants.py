"""What people are told when an organizer added, moved or took them out. Each looks again before it says anything."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.callbacks_browse import Alike
from bot.callbacks_enrolment import Mine
from bot.delivery import Kind, Recipient, Rendered
from bot.enrolment import standing
from bot.enrolment.opening import table_of
from bot.enrolment.phrases import days_told
from bot.places import go
from bot.screens import Screen, button
from bot.toolbox import Tools
from bot.words import Html, Voice
from services.enrolment import EnrolmentView, State
from services.errors import Refusal
from services.outbox import Policy
from services.participants.placing import ADDED, MOVED, REMOVED

ARRIVED = frozenset({State.CONFIRMED, State.WAITLISTED, State.SUBMITTED})
Say = Callable[[Tools, Voice, EnrolmentView, Recipient], Awaitable[Screen | None]]


@dataclass(frozen=True, slots=True)
class News:
    """Finds the enrolment as it is now; None where it is gone, or what would be said is no longer true."""

    tools: Tools
    say: Say

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        try:
            view = await self.tools.enrolment.own(telegram_id=recipient.telegram_id, enrolment_id=payload["enrolment"])
        except Refusal:  # the person erased their data meanwhile
            return None
        voice = self.tools.words.voice(recipient.language, recipient.zone)
        screen = await self.say(self.tools, voice, view, recipient)
        return Rendered(screen.text, screen.keyboard) if screen else None


async def added(tools: Tools, voice: Voice, view: EnrolmentView, recipient: Recipient) -> Screen | None:
    """A seat or a place in line, and who gave it."""
    return await _arrived(tools, voice, view, recipient, voice.html("told-added", host=view.line.host_short_name))


async def moved(tools: Tools, voice: Voice, view: EnrolmentView, recipient: Recipient) -> Screen | None:
    """The same in another batch."""
    line = view.line
    said = voice.html("told-moved", host=line.host_short_name, batch=str(line.number))
    return await _arrived(tools, voice, view, recipient, said)


async def removed(_: Tools, voice: Voice, view: EnrolmentView, __: Recipient) -> Screen | None:
    """The place is gone, and why."""
    line, last = view.line, view.steps[-1] if view.steps else None
    if line.state != State.CANCELLED or last is None or not last.details.get("removed"):
        return None
    text = voice.paragraphs(
        voice.html("told-removed", title=line.title, days=days_told(voice, line), host=line.host_short_name),
        voice.html("told-reason", reason=last.reason or ""),
    )
    alike = button(voice.plain("button-find-alike"), Alike(batch=line.batch_id))
    return Screen(text, ([alike], [button(voice.plain("button-mine"), Mine())], [go(voice, "menu", "button-menu")]))


def kinds(tools: Tools) -> list[Kind]:
    """All of them. Nobody may miss one, so each is sent again when it perhaps did not arrive."""
    says: dict[str, Say] = {ADDED: added, MOVED: moved, REMOVED: removed}
    return [Kind(name, Policy.AT_LEAST_ONCE, News(tools, say)) for name, say in says.items()]


async def _arrived(tools: Tools, voice: Voice, view: EnrolmentView, recipient: Recipient, who: Html) -> Screen | None:
    if view.line.state not in ARRIVED:
        return None
    table = await table_of(view.line.batch_id, recipient.telegram_id, tools)
    screen = standing.arrived(voice, view, table, tools.now())
    return Screen(voice.paragraphs(screen.text, who), screen.rows)
