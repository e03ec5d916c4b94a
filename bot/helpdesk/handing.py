"""To whom a question is handed, and answers that are ready. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from bot.callbacks_helpdesk import (
    ChooseReady,
    DropReady,
    FindAgencyForQuestion,
    HandOn,
    HandTo,
    KeepReady,
    MoveTo,
    PreviewReady,
    SendReady,
)
from bot.helpdesk.own import turning
from bot.helpdesk.phrases import number_of
from bot.helpdesk.team import to_question
from bot.screens import Screen, button, in_rows
from bot.words import Html, Voice
from services.helpdesk.look import TicketView
from services.helpdesk.routes import Route
from storage.repositories.helpdesk_lists import ReadyAnswer
from storage.repositories.roles import Member

PAGE_SIZE = 5
Part = TypeVar("Part")
TITLE_SHOWN = 50


def choose(voice: Voice, ticket_id: int, colleagues: Sequence[Member], page: int = 1) -> Screen:
    """Colleagues by number, or another agency."""
    shown, page, pages = part_of(colleagues, page)
    lines = [
        voice.html("hand-line", number=place, name=one.name or voice.plain("question-somebody"))
        for place, one in enumerate(shown, 1)
    ]
    text = voice.paragraphs(voice.html("hand-ask" if shown else "hand-alone"), voice.lines(*lines))
    numbers = [button(str(place), HandTo(ticket=ticket_id, role=one.id)) for place, one in enumerate(shown, 1)]
    other = [button(voice.plain("button-hand-agency"), FindAgencyForQuestion(ticket=ticket_id))]
    turns = turning(voice, page, pages, lambda number: HandOn(ticket=ticket_id, page=number))
    return Screen(text, (numbers, turns, other, to_question(voice, ticket_id)))


def part_of(found: Sequence[Part], page: int) -> tuple[Sequence[Part], int, int]:
    """A page of them, which that is, and how many there are."""
    pages = max(1, -(-len(found) // PAGE_SIZE))
    page = min(page, pages)
    return found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE], page, pages


def agencies(voice: Voice, ticket_id: int, routes: Sequence[Route]) -> Screen:
    """Agencies by number, and what handing on means."""
    lines = [
        voice.html("question-route", number=place, agency=one.agency.short_name) for place, one in enumerate(routes, 1)
    ]
    key = "hand-agency-means" if routes else "hand-agency-none"
    text = voice.paragraphs(voice.html(key, number=number_of(ticket_id)), voice.lines(*lines))
    numbers = [
        button(str(place), MoveTo(ticket=ticket_id, agency=one.agency.id)) for place, one in enumerate(routes, 1)
    ]
    again = [button(voice.plain("button-hand-agency-again"), FindAgencyForQuestion(ticket=ticket_id))]
    return Screen(text, (numbers, again, to_question(voice, ticket_id)))


def ready(voice: Voice, ticket_id: int, answers: Sequence[ReadyAnswer], page: int) -> Screen:
    """Answers that are ready, by number."""
    shown, page, pages = part_of(answers, page)
    lines = [voice.html("ready-line", number=place, title=one.title) for place, one in enumerate(shown, 1)]
    text = voice.paragraphs(voice.html("ready-ask" if answers else "ready-none"), voice.lines(*lines))
    numbers = [button(str(place), PreviewReady(ticket=ticket_id, ready=one.id)) for place, one in enumerate(shown, 1)]
    turns = turning(voice, page, pages, lambda number: ChooseReady(ticket=ticket_id, page=number))
    keep = [button(voice.plain("button-ready-keep"), KeepReady(ticket=ticket_id))]
    return Screen(text, (*in_rows(numbers, PAGE_SIZE), turns, keep, to_question(voice, ticket_id)))


def preview(voice: Voice, view: TicketView, answer: ReadyAnswer) -> Screen:
    """One of them as the asker would get it."""
    ticket_id, last = view.ticket.id, view.entries[-1].id
    send = [button(voice.plain("button-ready-send"), SendReady(ticket=ticket_id, ready=answer.id, after=last))]
    drop = button(voice.plain("button-ready-drop"), DropReady(ticket=ticket_id, ready=answer.id))
    back = button(voice.plain("button-back"), ChooseReady(ticket=ticket_id))
    text = voice.paragraphs(voice.html("ready-preview", number=number_of(ticket_id)), Html(answer.body))
    return Screen(text, (send, [drop, back]))
