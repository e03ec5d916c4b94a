"""What is said in a team's group about a question: its topic, its card, and what follows; and alarms everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.callbacks_helpdesk import SeeQuestion
from bot.delivery import Document, Erasure, Kind, Media, Recipient, Rendered, Topic, TopicChange
from bot.helpdesk import own
from bot.helpdesk.phrases import number_of, title_told
from bot.helpdesk_group import card
from bot.organizing.desk import wait_told
from bot.screens import Screen, button
from bot.toolbox import Tools
from bot.words import Html, Voice
from services.errors import Refusal
from services.helpdesk.alarms import ALARM, WAITING
from services.helpdesk.copies import KeepCopy
from services.helpdesk.desks import Helpdesk, working_time
from services.helpdesk.erasing import ERASED, Erase
from services.helpdesk.group_endings import AfterCard, AfterLine, AfterTopic, AfterTopicState
from services.helpdesk.group_view import GroupView
from services.helpdesk.in_group import CARD, FILE, LINE, STATE, TOPIC, TOPIC_STATE
from services.helpdesk.message import read
from services.outbox import Policy
from storage.repositories.tickets import TicketState


@dataclass(frozen=True, slots=True)
class InGroup:
    """What the renderers below share. A team speaks Indonesian, and lives by its agency's clock."""

    tools: Tools

    async def view(self, payload: dict[str, Any]) -> GroupView | None:
        """The question as it is now; None: the group is not its team's any more."""
        chat, entry = payload["chat"], payload.get("entry")
        return await self.tools.desk.view(ticket_id=payload["ticket"], chat_id=chat, entry_id=entry)

    def voice(self, desk: Helpdesk) -> Voice:
        """The team's."""
        return self.tools.words.voice(None, desk.agency.zone)


class OpenTopic(InGroup):
    """Where a topic was opened already, there is none to open."""

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Topic | None:
        view = await self.view(payload)
        if view is None or view.left or view.ticket.state is TicketState.CLOSED:
            return None
        return Topic(card.topic_name(self.voice(view.desk), view.ticket))


class ChangeTopic(InGroup):
    """Closed with its question, open with it: as it is now, whatever happened since. None: it is not its topic now."""

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> TopicChange | None:
        view = await self.view(payload)
        if view is None or view.left or view.ticket.thread_id != payload["thread"]:
            return None
        return TopicChange(payload["thread"], closed=view.ticket.state is TicketState.CLOSED)


class ShowCard(InGroup):
    """The question with its buttons, in the topic that was opened for it."""

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        view = await self.view(payload)
        if view is None or view.left:
            return None
        screen = card.card(self.voice(view.desk), view)
        return Rendered(screen.text, screen.keyboard, thread=payload.get("thread"))


class ChangeCard(InGroup):
    """The card in its place."""

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        view = await self.view(payload)
        if view is None or view.left or view.card is None:
            return None
        screen = card.card(self.voice(view.desk), view)
        return Rendered(screen.text, screen.keyboard, edits=view.card)


class SayLine(InGroup):
    """In the topic, or as a reply to the card."""

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        view, what = await self.view(payload), payload["what"]
        if view is None or view.left != (what == "left"):
            return None
        if what == "answered" and (view.entry is None or view.entry.withdrawn_at is not None):
            return None
        screen = card.line(self.voice(view.desk), view, what)
        return Rendered(screen.text, screen.keyboard, **_place(view, payload))


class SendFile(InGroup):
    """A picture or document of the asker's, as Telegram keeps it."""

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        view = await self.view(payload)
        media = read(view.entry.media) if view and view.entry else None
        if view is None or view.left or media is None:
            return None
        voice = self.voice(view.desk)
        # The words of an album's first part stand in the card, or in the line above.
        words = Html(view.entry.body) if view.entry and view.is_part and view.entry.body else None
        text = voice.paragraphs(voice.html("group-file", number=number_of(view.ticket.id)), words)
        return Rendered(
            text, media=Media("photo" if media.kind == "photo" else "document", media.file_id), **_place(view, payload)
        )


class EraseWords(InGroup):
    """What an asker who erased their data left there. Numbers of a group that moved mean other messages: left alone."""

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Erasure | TopicChange | None:
        if payload.get("chat") != payload.get("stood"):
            return None
        voice, message = self.tools.words.voice(recipient.language, recipient.zone), payload["message"]
        number = number_of(payload["ticket"])
        match Erase(payload["what"]):
            case Erase.NAME:
                return TopicChange(message, name=voice.plain("group-topic-erased", number=number))
            case Erase.TOPIC:
                return TopicChange(message)
            case what:
                text = voice.html("group-erased", number=number)
                file = Document(voice.plain("group-erased", number=number).encode(), voice.plain("group-erased-file"))
                return Erasure(message, text, file, stays=what is Erase.FIRST)


@dataclass(frozen=True, slots=True)
class StillWaiting:
    """To the asker: it is not lost. Untrue once somebody answered."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        if await self.tools.desk.alarm(ticket_id=payload["ticket"], since=payload["since"]) is None:
            return None
        voice, ticket = self.tools.words.voice(recipient.language, recipient.zone), payload["ticket"]
        text = voice.html("ticket-waiting", number=number_of(ticket))
        rows = ([own.add_button(voice, ticket)], [own.close_button(voice, ticket)])
        return Rendered(text, Screen(text, rows).keyboard)


class Alarm(InGroup):
    """To the holder, the group, or each organizer; untrue once somebody answered, or who reads may not answer."""

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        found = await self.tools.desk.alarm(ticket_id=payload["ticket"], since=payload["since"])
        if found is None:
            return None
        ticket, desk = found
        place: dict[str, Any] = {}
        if "chat" in payload:
            view = await self.view(payload)
            if view is None or view.left:
                return None
            voice, place = self.voice(desk), _place(view, payload)
        else:
            try:
                await self.tools.helpdesk.look(ticket_id=ticket.id, actor_telegram_id=recipient.telegram_id)
            except Refusal:
                return None
            voice = self.tools.words.voice(recipient.language, recipient.zone)
            see = [button(voice.plain("button-question-see"), SeeQuestion(ticket=ticket.id))]
            place["keyboard"] = Screen("", (see,)).keyboard
        after = wait_told(voice, desk.alarm_hours, working_time(desk))
        text = voice.html("ticket-alarm", number=number_of(ticket.id), title=title_told(voice, ticket), after=after)
        return Rendered(text, **place)


def _place(view: GroupView, payload: dict[str, Any]) -> dict[str, Any]:
    if view.ticket.thread_id is not None and not payload.get("flat") and not view.left:
        return {"thread": view.ticket.thread_id}
    return {"reply_to": view.card}


def kinds(tools: Tools) -> list[Kind]:
    """A team is not woken by them: what is asked at night is owed for the morning, the rest belongs to a talk."""
    now, sure = tools.now, Policy.AT_LEAST_ONCE
    return [
        Kind(TOPIC, sure, OpenTopic(tools), urgent=True, after=AfterTopic(now=now)),
        Kind(CARD, sure, ShowCard(tools), urgent=True, after=AfterCard(now=now)),
        Kind(STATE, sure, ChangeCard(tools), urgent=True),
        Kind(LINE, sure, SayLine(tools), urgent=True, after=AfterLine(now=now)),
        Kind(FILE, sure, SendFile(tools), urgent=True, after=AfterLine(now=now)),
        Kind(TOPIC_STATE, sure, ChangeTopic(tools), urgent=True, after=AfterTopicState(now=now)),
        Kind(ERASED, sure, EraseWords(tools), urgent=True),
        Kind(WAITING, sure, StillWaiting(tools), after=KeepCopy(now=now)),
        Kind(ALARM, sure, Alarm(tools), after=KeepCopy(now=now)),
    ]
