"""What a team sees of its questions in an organizer's own chat: the queue, one question, what can be done. Pure."""

from __future__ import annotations

from bot.browse.phrases import clipped
from bot.callbacks_helpdesk import (
    AnswerQuestion,
    AskToBlock,
    ChooseReady,
    ChooseWithdraw,
    CloseQuestion,
    HandOn,
    MoreOfQuestion,
    NextQuestion,
    Questions,
    SeeFiles,
    SeeQuestion,
    SetBlocked,
    TakeQuestion,
    WithdrawEntry,
)
from bot.helpdesk.own import turning
from bot.helpdesk.phrases import entry_told, media_told, number_of, shortened, state_told, thread, title_told
from bot.organizing.desk import clock
from bot.organizing.faq.buttons import make_article_button
from bot.organizing.home import back
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.errors import Refusal
from services.helpdesk.albums import is_later_part, together
from services.helpdesk.answer import Answered
from services.helpdesk.look import TicketView
from services.helpdesk.message import Media, read
from services.helpdesk.queue import QueuePage, Which
from storage.repositories.ticket_entries import Entry, Side
from storage.repositories.tickets import Ticket, TicketState

PAGE_SIZE = 5
FACT_SHOWN = 80
"""A name of 200 letters would leave no room for the question under a picture."""
NOT_ARRIVED = frozenset({"failed", "unknown"})


def queue(voice: Voice, found: QueuePage) -> Screen:
    """A page of questions: who waits longest comes first; the other parts are a tap away."""
    other = [
        button(voice.plain(f"button-questions-{which}"), Questions(which=which.value))
        for which in Which
        if which != found.which
    ]
    if not found.items:
        return Screen(voice.html(f"questions-team-none-{found.which}"), (other, back(voice)))
    page = voice.html("browse-page", page=found.page, pages=found.pages) if found.pages > 1 else None
    lines = [_line(voice, place, one) for place, one in enumerate(found.items, 1)]
    numbers = [button(str(place), SeeQuestion(ticket=one.id)) for place, one in enumerate(found.items, 1)]
    turns = turning(voice, found.page, found.pages, lambda number: Questions(which=found.which.value, page=number))
    text = voice.paragraphs(voice.lines(voice.html(f"questions-team-{found.which}"), page), voice.lines(*lines))
    return Screen(text, (numbers, turns, other, back(voice)))


def _line(voice: Voice, place: int, ticket: Ticket) -> Html:
    values = {"place": place, "number": number_of(ticket.id), "title": title_told(voice, ticket)}
    if ticket.waiting_since is not None:
        since = voice.local(ticket.waiting_since)
        told = {"date": voice.date(since, year=False), "clock": clock(voice, since.time())}
        return voice.html("questions-line-waiting", **values, **told)
    return voice.html("questions-line", **values, state=state_told(voice, ticket))


def one(voice: Voice, view: TicketView, page: int = 1, *, done: str | None = None) -> Screen:
    """A question: who asks, what was said, and what can be done."""
    ticket = view.ticket
    said, pages = thread(voice, ticket, view.entries, page, team=True)
    text = voice.paragraphs(done, head_of(voice, view), said, _not_arrived(voice, view))
    turns = turning(voice, page, pages, lambda number: SeeQuestion(ticket=ticket.id, page=number), latest_first=True)
    return Screen(text, (*_acts(voice, view), turns, [*_last(voice)]))


def _acts(voice: Voice, view: TicketView) -> tuple[Row, ...]:
    ticket = view.ticket
    answer = [button(voice.plain("button-question-answer"), AnswerQuestion(ticket=ticket.id))]
    more = button(voice.plain("button-more"), MoreOfQuestion(ticket=ticket.id))
    if ticket.state == TicketState.CLOSED:
        return (answer, [more])
    take = [] if view.is_held else [button(voice.plain("button-question-take"), TakeQuestion(ticket=ticket.id))]
    hand = button(voice.plain("button-question-hand"), HandOn(ticket=ticket.id))
    ready = button(voice.plain("button-question-ready"), ChooseReady(ticket=ticket.id))
    close = button(voice.plain("button-question-close-team"), CloseQuestion(ticket=ticket.id))
    return (answer, [*take, hand], [ready, more], [close])


def _last(voice: Voice) -> Row:
    return [button(voice.plain("button-questions-back"), Questions())]


def head_of(voice: Voice, view: TicketView) -> Html:
    """The number, who asks (by a masked NIP), what about, and who looks after it."""
    ticket = view.ticket
    facts = [view.name or voice.plain("question-somebody"), view.nip, view.province or view.agency, ticket.training]
    shown = " · ".join(clipped(fact, FACT_SHOWN) for fact in facts if fact)
    head = voice.html("question-team", number=number_of(ticket.id), facts=shown)
    held = (
        voice.html("question-held", name=clipped(ticket.holder, FACT_SHOWN)) if ticket.holder and view.is_held else None
    )
    rated = voice.html("question-team-rated", stars=ticket.rating) if ticket.rating else None
    state = voice.html("question-state-line", state=state_told(voice, ticket))
    return voice.lines(head, state, held, rated, voice.html("question-asker-blocked") if view.is_blocked else None)


def _not_arrived(voice: Voice, view: TicketView) -> Html | None:
    """Answers that the asker did not get, or perhaps did not."""
    lost = [
        parts for parts in together(view.entries) if any(view.deliveries.get(part.id) in NOT_ARRIVED for part in parts)
    ]
    return voice.html("question-not-arrived", count=len(lost)) if lost else None


def more(voice: Voice, view: TicketView) -> Screen:
    """What is done less often."""
    ticket = view.ticket
    rows: list[Row] = []
    if any(read(entry.media) for entry in view.entries):
        rows.append([button(voice.plain("button-question-files"), SeeFiles(ticket=ticket.id))])
    if answers_of(view):
        rows.append([make_article_button(voice, ticket.id)])
        rows.append([button(voice.plain("button-question-withdraw"), ChooseWithdraw(ticket=ticket.id))])
    if view.is_blocked:
        rows.append([button(voice.plain("button-asker-unblock"), SetBlocked(ticket=ticket.id, blocked=False))])
    else:
        rows.append([button(voice.plain("button-asker-block"), AskToBlock(ticket=ticket.id))])
    return Screen(head_of(voice, view), (*rows, to_question(voice, ticket.id)))


def withdraw(voice: Voice, view: TicketView) -> Screen:
    """Which of the answers is taken back; what becomes of it."""
    answers = answers_of(view)
    if not answers:
        return Screen(voice.html("question-nothing-to-withdraw"), (to_question(voice, view.ticket.id),))
    alone = len(answers) == 1
    told = [
        voice.lines(None if alone else Html(f"{place}."), entry_told(voice, view.ticket, parts, team=True))
        for place, parts in enumerate(answers, 1)
    ]
    key = "button-question-withdraw" if alone else "button-question-withdraw-number"
    rows = [
        [button(voice.plain(key, number=place), WithdrawEntry(ticket=view.ticket.id, entry=parts[0].id))]
        for place, parts in enumerate(answers, 1)
    ]
    keep = [button(voice.plain("button-question-keep-answer"), SeeQuestion(ticket=view.ticket.id))]
    return Screen(voice.paragraphs(voice.html("question-withdraw-ask"), *told), (keep, *rows))


def answers_of(view: TicketView, most: int = 3) -> list[tuple[Entry, ...]]:
    """The latest answers that were not taken back, an album as one."""
    return together(entry for entry in view.entries if entry.side == Side.TEAM and entry.withdrawn_at is None)[-most:]


def block(voice: Voice, view: TicketView) -> Screen:
    """What blocking means, before it is done."""
    ticket = view.ticket
    name = view.name or voice.plain("question-somebody")
    text = voice.html("asker-block-ask", name=name, agency=ticket.agency.short_name)
    yes = [button(voice.plain("button-asker-block"), SetBlocked(ticket=ticket.id, blocked=True))]
    return Screen(text, (to_question(voice, ticket.id), yes))


def told(voice: Voice, view: TicketView, key: str, entry_id: int | None) -> tuple[Screen, Media | None]:
    """The message to an organizer: that one came, that something was added, or that a colleague handed it over."""
    ticket = view.ticket
    entry = next((one for one in view.entries if one.id == entry_id), None)
    media = read(entry.media) if entry else None
    words = shortened(entry.body) if entry and entry.body else None
    if entry is not None and is_later_part(view.entries, entry):
        return Screen(voice.paragraphs(voice.html("question-part", number=number_of(ticket.id)), words)), media
    text = voice.paragraphs(
        voice.html(f"question-told-{key}"),
        head_of(voice, view),
        words or media_told(voice, [media] if media else []),
        voice.html("question-how-to-answer") if key != "handed" else None,
    )
    answer = [button(voice.plain("button-question-answer"), AnswerQuestion(ticket=ticket.id))]
    return Screen(text, (answer, [button(voice.plain("button-question-see"), SeeQuestion(ticket=ticket.id))])), media


def said_by_team(voice: Voice, done: Answered) -> Screen:
    """What became of a message of the team's."""
    key = "question-noted" if done.side == Side.NOTE else "question-answered"
    text = voice.html(key, number=number_of(done.ticket.id))
    see = [button(voice.plain("button-question-see"), SeeQuestion(ticket=done.ticket.id))]
    return Screen(text, (see, [button(voice.plain("button-next-question"), NextQuestion())]))


def to_question(voice: Voice, ticket_id: int) -> Row:
    """The way back to it."""
    return [button(voice.plain("button-back"), SeeQuestion(ticket=ticket_id))]


def refused(voice: Voice, refusal: Refusal) -> Screen:
    """Why not, and the way to the queue."""
    return Screen(voice.html(f"refusal-{refusal.key}", **refusal.values), (_last(voice),))
