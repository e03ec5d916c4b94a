"""A question in its team's group, and what is said about it there. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.browse.phrases import clipped
from bot.callbacks_group import (
    CardAgain,
    CloseHere,
    HandHere,
    HandHereTo,
    ReadyHere,
    ReopenHere,
    TakeHere,
    UseHere,
    WithdrawHere,
)
from bot.helpdesk.phrases import number_of, title_told
from bot.organizing.faq.buttons import make_article_button
from bot.screens import Row, Screen, button, in_rows
from bot.words import Html, Voice
from services.helpdesk.group_view import GroupView
from storage.repositories.helpdesk_lists import ReadyAnswer
from storage.repositories.roles import Member as RoleHolder
from storage.repositories.tickets import Ticket, TicketState

LABEL = 22
LONGEST_TOPIC = 60
MOST = 7
SHORT = 60


def topic_name(voice: Voice, ticket: Ticket) -> str:
    """`T-0217 Penginapan`."""
    return f"{number_of(ticket.id)} {title_told(voice, ticket, LONGEST_TOPIC)}"


def card(voice: Voice, view: GroupView) -> Screen:
    """Who asks, what, how to answer; below what can be done."""
    ticket = view.ticket
    about = [view.name or voice.plain("question-somebody"), view.nip, view.province, ticket.training]
    who = " · ".join(clipped(one, SHORT) for one in about if one)
    text = voice.paragraphs(
        voice.html("group-card", number=number_of(ticket.id), who=who),
        Html(view.first.body) if view.first and view.first.body else None,
        voice.lines(_state(voice, ticket), _how(voice, view)),
    )
    return Screen(text, tuple(buttons(voice, ticket)))


def buttons(voice: Voice, ticket: Ticket) -> list[Row]:
    """What can be done with it now."""
    article = [make_article_button(voice, ticket.id)]
    if ticket.state is TicketState.CLOSED:
        return [_reopen(voice, ticket), article]
    hand = button(voice.plain("button-hand-here"), HandHere(ticket=ticket.id))
    ready = button(voice.plain("button-ready-here"), ReadyHere(ticket=ticket.id))
    take = [] if ticket.holder_id else [button(voice.plain("button-take-here"), TakeHere(ticket=ticket.id))]
    close = [button(voice.plain("button-close-here"), CloseHere(ticket=ticket.id))]
    return [take, [hand, ready], [*(article if ticket.answered_at else []), *close]]


def colleagues(voice: Voice, ticket_id: int, found: Sequence[RoleHolder]) -> list[Row]:
    """To whom it can be handed."""
    names = [
        button(clipped(one.name or voice.plain("group-unnamed"), LABEL), HandHereTo(ticket=ticket_id, role=one.id))
        for one in found[:MOST]
    ]
    return [*in_rows(names, 2), _back(voice, ticket_id)]


def ready(voice: Voice, view: GroupView, found: Sequence[ReadyAnswer]) -> list[Row]:
    """Answers that are ready, by their first words."""
    named = [
        button(clipped(one.title, LABEL), UseHere(ticket=view.ticket.id, ready=one.id, after=view.last))
        for one in found[:MOST]
    ]
    return [*in_rows(named, 1), _back(voice, view.ticket.id)]


def line(voice: Voice, view: GroupView, what: str) -> Screen:
    """What else was said or done."""
    ticket, entry = view.ticket, view.entry
    told = {"number": number_of(ticket.id), "agency": ticket.agency.short_name, "rating": str(ticket.rating or 0)}
    told |= {
        "by": (entry.author if entry else None) or "-",
        "name": view.name or voice.plain("question-somebody"),
    }
    body = Html(entry.body) if entry and entry.body and entry.withdrawn_at is None else None
    text = voice.paragraphs(voice.html(f"group-line-{what}", **told), body)
    rows: tuple[Row, ...] = ()
    if what == "closed":
        rows = (_reopen(voice, ticket),)
    elif what == "answered" and entry is not None:
        rows = (_withdraw(voice, entry.id),)
    return Screen(text, rows)


def answered(voice: Voice, entry_id: int) -> Screen:
    """An answer is on its way."""
    return Screen(voice.html("group-answered"), (_withdraw(voice, entry_id),))


def closed(voice: Voice, ticket: Ticket) -> Screen:
    """What was written after the end is no answer."""
    return Screen(voice.html("group-closed", number=number_of(ticket.id)), (_reopen(voice, ticket),))


def topic_alone(voice: Voice, ticket: Ticket, *, closed: bool) -> Screen:
    """The topic was closed or opened by who may not do that with its question."""
    key = "group-topic-closed-alone" if closed else "group-topic-opened-alone"
    return Screen(voice.html(key, number=number_of(ticket.id), agency=ticket.agency.short_name))


def _state(voice: Voice, ticket: Ticket) -> Html | None:
    if ticket.state is TicketState.CLOSED:
        return voice.html("group-card-closed")
    if ticket.holder:
        return voice.html("group-card-held", by=ticket.holder)
    return None


def _how(voice: Voice, view: GroupView) -> Html | None:
    if view.ticket.state is TicketState.CLOSED:
        return None
    return voice.html("group-card-in-topic" if view.ticket.thread_id else "group-card-reply")


def _reopen(voice: Voice, ticket: Ticket) -> Row:
    return [button(voice.plain("button-reopen-here"), ReopenHere(ticket=ticket.id))]


def _withdraw(voice: Voice, entry_id: int) -> Row:
    return [button(voice.plain("button-withdraw-here"), WithdrawHere(entry=entry_id))]


def _back(voice: Voice, ticket_id: int) -> Row:
    return [button(voice.plain("button-back"), CardAgain(ticket=ticket_id))]
