"""What who asks sees: the question on its way, all own questions, one with its thread, its end. Pure."""

from __future__ import annotations

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.callbacks_helpdesk import (
    AddToQuestion,
    CloseOwnQuestion,
    OwnQuestion,
    OwnQuestions,
    RateQuestion,
    ReopenQuestion,
    SeeOwnFiles,
)
from bot.helpdesk.buttons import ask_button, own_questions_button
from bot.helpdesk.phrases import number_of, state_told, thread, title_told
from bot.organizing.desk import office_hours, wait_told
from bot.places import go
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.errors import Refusal
from services.helpdesk.desks import Helpdesk, working_time
from services.helpdesk.message import read
from services.helpdesk.mine import OwnPage, OwnTicket
from storage.repositories.tickets import Ticket, TicketState

PAGE_SIZE = 5
FACES = ("😞", "🙁", "😐", "🙂", "😀")


def received(voice: Voice, ticket: Ticket, desk: Helpdesk | None) -> Screen:
    """The number, at once; and how long an answer usually takes, on the asker's clock."""
    text = voice.paragraphs(
        voice.html("question-received", number=number_of(ticket.id), agency=ticket.agency.short_name),
        voice.lines(
            _usually(voice, desk) if desk else None,
            voice.html("question-reply-adds"),
        ),
    )
    mine = [button(voice.plain("button-own-questions"), OwnQuestions(anew=True))]
    return Screen(text, (mine, [close_button(voice, ticket.id)]))


def _usually(voice: Voice, desk: Helpdesk) -> Html:
    work = working_time(desk)
    after = wait_told(voice, desk.alarm_hours, work)
    return voice.html("question-usually", after=after, hours=office_hours(voice, work, voice.zone))


def added(voice: Voice, ticket: Ticket) -> Screen:
    """What was written belongs to the question now."""
    text = voice.html("question-added", number=number_of(ticket.id), agency=ticket.agency.short_name)
    return Screen(text, ([see_button(voice, ticket.id)],))


def guest(voice: Voice) -> Screen:
    """A question is kept with its asker, so consent comes first."""
    rows = ([go(voice, "consent")], [go(voice, "ask")], [go(voice, "menu", "button-menu-back")])
    return Screen(voice.html("question-guest"), rows)


def mine(voice: Voice, found: OwnPage) -> Screen:
    """A page of all own questions."""
    menu = [go(voice, "menu", "button-menu-back")]
    new = [ask_button(voice)]
    if not found.items:
        return Screen(voice.html("questions-none"), (new, menu))
    page = voice.html("browse-page", page=found.page, pages=found.pages) if found.pages > 1 else None
    lines = [
        voice.html(
            "questions-line",
            place=place,
            number=number_of(one.id),
            title=title_told(voice, one),
            state=state_told(voice, one),
        )
        for place, one in enumerate(found.items, 1)
    ]
    numbers = [button(str(place), OwnQuestion(ticket=one.id)) for place, one in enumerate(found.items, 1)]
    turns = turning(voice, found.page, found.pages, lambda number: OwnQuestions(page=number))
    text = voice.paragraphs(voice.lines(voice.html("questions-own"), page), voice.lines(*lines))
    return Screen(text, (numbers, turns, new, menu))


def one(voice: Voice, view: OwnTicket, page: int = 1) -> Screen:
    """A question with what was said, and what can be done about it."""
    ticket = view.ticket
    said, pages = thread(voice, ticket, view.entries, page, team=False)
    head = voice.html(
        "question-own",
        number=number_of(ticket.id),
        about=ticket.training or ticket.agency.short_name,
        state=state_told(voice, ticket),
    )
    files = any(read(entry.media) for entry in view.entries)
    see = [button(voice.plain("button-question-files"), SeeOwnFiles(ticket=ticket.id))] if files else []
    back = [button(voice.plain("button-back"), OwnQuestions())]
    turns = turning(voice, page, pages, lambda number: OwnQuestion(ticket=ticket.id, page=number), latest_first=True)
    return Screen(voice.paragraphs(head, said), (*_acts(voice, ticket), see, turns, back))


def _acts(voice: Voice, ticket: Ticket) -> tuple[Row, ...]:
    if ticket.state == TicketState.CLOSED:
        reopen = [button(voice.plain("button-question-reopen"), ReopenQuestion(ticket=ticket.id))]
        return (reopen,) if ticket.rating else (faces(ticket.id), reopen)
    return ([add_button(voice, ticket.id)], [close_button(voice, ticket.id)])


def closed(voice: Voice, ticket: Ticket, *, by_team: bool = False) -> Screen:
    """It is over: how much it helped, and the way back."""
    key = "question-closed-by-team" if by_team else "question-closed"
    text = voice.html(key, number=number_of(ticket.id), agency=ticket.agency.short_name)
    reopen = [button(voice.plain("button-question-reopen"), ReopenQuestion(ticket=ticket.id))]
    return Screen(voice.lines(text, voice.html("question-did-it-help")), (faces(ticket.id), reopen))


def rated(voice: Voice, ticket: Ticket) -> Screen:
    """Thank you; the way back stays."""
    text = voice.html("question-rated", number=number_of(ticket.id), face=FACES[(ticket.rating or 1) - 1])
    reopen = button(voice.plain("button-question-reopen"), ReopenQuestion(ticket=ticket.id))
    return Screen(text, ([own_questions_button(voice)], [reopen]))


def reopened(voice: Voice, ticket: Ticket) -> str:
    """That it waits again, with its old number."""
    return voice.html("question-reopened", number=number_of(ticket.id))


def refused(voice: Voice, refusal: Refusal) -> Screen:
    """Why not, and where one's questions are."""
    text = voice.html(f"refusal-{refusal.key}", **refusal.values)
    own = [own_questions_button(voice)]
    return Screen(text, (own, [go(voice, "menu", "button-menu-back")]))


def faces(ticket_id: int) -> Row:
    """From not at all to very much."""
    return [button(face, RateQuestion(ticket=ticket_id, stars=stars)) for stars, face in enumerate(FACES, 1)]


def add_button(voice: Voice, ticket_id: int, key: str = "button-question-add") -> InlineKeyboardButton:
    """Write something more."""
    return button(voice.plain(key), AddToQuestion(ticket=ticket_id))


def close_button(voice: Voice, ticket_id: int, key: str = "button-question-close") -> InlineKeyboardButton:
    """It is over."""
    return button(voice.plain(key), CloseOwnQuestion(ticket=ticket_id))


def see_button(voice: Voice, ticket_id: int) -> InlineKeyboardButton:
    """The question with its thread."""
    return button(voice.plain("button-question-see"), OwnQuestion(ticket=ticket_id))


def turning(
    voice: Voice, page: int, pages: int, to: Callable[[int], CallbackData], *, latest_first: bool = False
) -> Row:
    """The ways to the pages beside this one."""
    before, after = ("button-next", "button-previous") if latest_first else ("button-previous", "button-next")
    row = []
    if page > 1:
        row.append(button(voice.plain(before), to(page - 1)))
    if page < pages:
        row.append(button(voice.plain(after), to(page + 1)))
    return list(reversed(row)) if latest_first else row
