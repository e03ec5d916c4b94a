"""What both sides of a question are told unasked. Each looks again before it says anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.delivery import Deletion, Kind, Media, Recipient, Rendered
from bot.helpdesk import own, team
from bot.helpdesk.phrases import number_of
from bot.screens import Screen
from bot.toolbox import Tools
from bot.words import Html, Voice
from services.errors import Refusal
from services.helpdesk.albums import is_later_part
from services.helpdesk.copies import AnswerCopy, KeepCopy
from services.helpdesk.look import TicketView
from services.helpdesk.message import read
from services.helpdesk.telling import ADDED_KIND, ANSWERED, CLOSED, EDITED, HANDED, MOVED, NEW_KIND, WITHDRAWN
from services.outbox import Policy
from storage.repositories.tickets import TicketState


@dataclass(frozen=True, slots=True)
class Answer:
    """To the asker: what the team says now, as a reply to the message with the number; untrue once taken back."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        copy = await _copy(self.tools, payload, recipient)
        if copy is None or copy.entry.withdrawn_at is not None:
            return None
        return _answer(self.tools.words.voice(recipient.language, recipient.zone), copy)


@dataclass(frozen=True, slots=True)
class Edit:
    """The words of now in the message of then; an answer that waits still will have them anyway."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        copy = await _copy(self.tools, payload, recipient)
        if copy is None or copy.entry.withdrawn_at is not None or not copy.copies:
            return None
        voice = self.tools.words.voice(recipient.language, recipient.zone)
        return _answer(voice, copy, edits=copy.copies[0])


@dataclass(frozen=True, slots=True)
class Taking:
    """The message of then goes."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Deletion | None:
        copy = await _copy(self.tools, payload, recipient)
        return Deletion(copy.copies[0]) if copy is not None and copy.copies else None


@dataclass(frozen=True, slots=True)
class ToAsker:
    """That the question went to another agency, or that the team closed it; untrue once it is otherwise."""

    tools: Tools
    closed: bool

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        try:
            view = await self.tools.helpdesk.own(telegram_id=recipient.telegram_id, ticket_id=payload["ticket"])
        except Refusal:  # erased meanwhile
            return None
        voice, ticket = self.tools.words.voice(recipient.language, recipient.zone), view.ticket
        if self.closed:
            if ticket.state != TicketState.CLOSED or ticket.closed_by != "team":
                return None
            screen = own.closed(voice, ticket, by_team=True)
        else:
            if ticket.agency.id != payload["agency"]:
                return None
            text = voice.html("question-moved", number=number_of(ticket.id), agency=ticket.agency.short_name)
            screen = Screen(text, ([own.see_button(voice, ticket.id)],))
        return Rendered(screen.text, screen.keyboard)


@dataclass(frozen=True, slots=True)
class ToTeam:
    """To an organizer: a question waits; not said any more once it does not, or is another agency's."""

    tools: Tools
    key: str

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        try:
            view = await self.tools.helpdesk.look(ticket_id=payload["ticket"], actor_telegram_id=recipient.telegram_id)
        except Refusal:  # erased, handed on, or the role was taken away
            return None
        if view.ticket.agency.id != payload.get("agency", view.ticket.agency.id):
            return None
        if view.ticket.waiting_since is None and self.key != "handed" and not _continues(view, payload.get("entry")):
            return None
        return self._said(self.tools.words.voice(recipient.language, recipient.zone), view, payload.get("entry"))

    def _said(self, voice: Voice, view: TicketView, entry_id: int | None) -> Rendered:
        screen, media = team.told(voice, view, self.key, entry_id)
        return Rendered(screen.text, screen.keyboard, media=Media(media.kind, media.file_id) if media else None)  # type: ignore[arg-type]


def _continues(view: TicketView, entry_id: int | None) -> bool:
    """A part of an album follows the others, though somebody was quick to answer."""
    return any(is_later_part(view.entries, entry) for entry in view.entries if entry.id == entry_id)


async def _copy(tools: Tools, payload: dict[str, Any], recipient: Recipient) -> AnswerCopy | None:
    return await tools.helpdesk.copy(entry_id=payload["entry"], telegram_id=recipient.telegram_id)


def _answer(voice: Voice, copy: AnswerCopy, edits: int | None = None) -> Rendered:
    ticket, media = copy.ticket, read(copy.entry.media)
    if copy.is_part:
        head, screen = voice.html("question-part", number=number_of(ticket.id)), Screen("")
    else:
        head = voice.html("question-answer", number=number_of(ticket.id), agency=ticket.agency.short_name)
        close = [own.close_button(voice, ticket.id, "button-question-clear")]
        screen = Screen("", (close, [own.add_button(voice, ticket.id, "button-question-reply")]))
    return Rendered(
        voice.paragraphs(head, Html(copy.entry.body)),
        screen.keyboard,
        media=Media(media.kind, media.file_id) if media else None,  # type: ignore[arg-type]
        edits=edits,
        reply_to=copy.reply_to,
    )


def kinds(tools: Tools) -> list[Kind]:
    """Nobody may miss one. A change or a deletion makes no sound, and so need not wait for the morning."""
    sure, keep = Policy.AT_LEAST_ONCE, KeepCopy(now=tools.now)
    return [
        Kind(ANSWERED, sure, Answer(tools), after=keep),
        Kind(EDITED, sure, Edit(tools), urgent=True),
        Kind(WITHDRAWN, sure, Taking(tools), urgent=True),
        Kind(MOVED, sure, ToAsker(tools, closed=False), after=keep),
        Kind(CLOSED, sure, ToAsker(tools, closed=True), after=keep),
        Kind(NEW_KIND, sure, ToTeam(tools, "new"), after=keep),
        Kind(ADDED_KIND, sure, ToTeam(tools, "added"), after=keep),
        Kind(HANDED, sure, ToTeam(tools, "handed"), after=keep),
    ]
