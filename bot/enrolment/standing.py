"""Where one own enrolment stands, how it came there, and how one leaves it. Pure: values in, screens out."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

from aiogram.types import InlineKeyboardButton

from bot.browse.phrases import pool_name, safe, time_left
from bot.callbacks import Card
from bot.callbacks_browse import Alike
from bot.callbacks_enrolment import AskToEnrol, AskToLeave, Leave, Mine, ShowEnrolment, ShowOffer, ShowSeats, Why
from bot.callbacks_reminders import Agenda
from bot.enrolment import papers
from bot.enrolment.phrases import days_told, history_told, mark_of, release_told, state_told, time_told
from bot.helpdesk.buttons import ask_button
from bot.places import Urgent, go, trainings
from bot.recommendation import letters
from bot.screens import Row, Screen, button, in_rows
from bot.words import Html, Voice
from services.enrolment import Cancelled, EnrolmentView, SeatTable, State

REASONS = tuple(why for why in get_args(Why) if why)
PAGE_SIZE = 4
AGAIN = frozenset({State.EXPIRED, State.DECLINED, State.CANCELLED})
"""After these one may enrol once more, while registration is open."""


def mine(voice: Voice, views: tuple[EnrolmentView, ...], now: datetime, *, ended: bool, page: int) -> Screen:
    """The own enrolments, a line each; the ended ones are a list of their own."""
    other = button(voice.plain("button-mine-current" if ended else "button-mine-ended"), Mine(ended=not ended))
    if not views:
        empty = voice.html("mine-none-ended" if ended else "mine-none")
        return Screen(empty, ([trainings(voice, "button-find-trainings")], [other], [go(voice, "menu", "button-menu")]))
    pages = -(-len(views) // PAGE_SIZE)
    page = min(page, pages)
    shown = views[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    lines = (
        voice.html(
            "mine-line",
            number=str(number),
            mark=mark_of(voice, view.line.state),
            title=view.line.title,
            state=state_told(voice, view, now),
        )
        for number, view in enumerate(shown, 1)
    )
    text = voice.paragraphs(voice.html("mine-ended" if ended else "mine"), voice.lines(*lines))
    numbers = [button(str(number), ShowEnrolment(enrolment=view.line.id)) for number, view in enumerate(shown, 1)]
    turns = [
        button(voice.plain(key), Mine(ended=ended, page=to))
        for key, to in (("button-previous", page - 1), ("button-next", page + 1))
        if 1 <= to <= pages
    ]
    ahead = [] if ended or page > 1 else [button(voice.plain("button-agenda"), Agenda())]
    return Screen(text, (numbers, turns, [*ahead, other], [go(voice, "menu", "button-menu-back")]))


def mine_guest(voice: Voice) -> Screen:
    """For guests: nothing is kept about them, so there is nothing to show."""
    start = go(voice, "consent", "button-introduce")
    return Screen(voice.html("mine-guest"), ([start], [go(voice, "menu", "button-menu-back")]))


def arrived(voice: Voice, view: EnrolmentView, table: SeatTable | None, now: datetime) -> Screen:
    """What just came of enrolling or of accepting: the state, and what follows."""
    return Screen(told(voice, view, table, now), (*_hand_rows(voice, view, now), *_ways_on(voice, view)))


def one(voice: Voice, view: EnrolmentView, table: SeatTable | None, now: datetime) -> Screen:
    """One enrolment with its history and what can still be done."""
    history = voice.lines(voice.html("history", zone=voice.zone), history_told(voice, view.steps))
    card = button(voice.plain("button-see-training"), Card(batch=view.line.batch_id))
    rows = (
        *_hand_rows(voice, view, now),
        *_acts(voice, view),
        [card, ask_button(voice, view.line.batch_id)],
        *_ways_out(voice, view),
        [button(voice.plain("button-back-to-mine"), Mine())],
    )
    return Screen(voice.paragraphs(told(voice, view, table, now), history), rows)


def _hand_rows(voice: Voice, view: EnrolmentView, now: datetime) -> tuple[Row, ...]:
    """What is handed in or handed out: letters and papers."""
    return (*letters.rows(voice, view.line, now), *papers.rows(voice, view.line))


def told(voice: Voice, view: EnrolmentView, table: SeatTable | None, now: datetime) -> Html:
    """The state in a sentence, when and where, and what happens next."""
    line = view.line
    head = voice.html(f"enrolled-{line.state}", title=line.title, host=line.host_short_name)
    if line.state == State.CONFIRMED:
        place = voice.html("enrolled-place", when=time_told(voice, line), place=line.place) if line.place else None
        when = place or safe(time_told(voice, line))
        until = voice.html("enrolled-cancel-until", moment=voice.moment(view.cancel_until))
        left = until if now < view.cancel_until else None
        return voice.paragraphs(head, voice.lines(when, _access(voice, view), left))
    if line.state == State.WAITLISTED:
        return voice.paragraphs(
            Html(f"{head} {_place(voice, view)}"),
            voice.lines(voice.html("enrolled-offer-comes", hours=view.offer_hours), release_told(voice, table)),
        )
    if line.state == State.OFFERED and line.offer_deadline_at is not None:
        return offered(voice, view, line.offer_deadline_at, now)
    nomination = _nomination(voice, view)
    if line.state == State.SUBMITTED and line.letter_due_at is None:
        return voice.paragraphs(voice.html("enrolled-applied", title=line.title), nomination)
    if line.state == State.SUBMITTED:
        return voice.paragraphs(letters.told(voice, view, now), nomination)
    if view.is_approved:
        return voice.paragraphs(
            voice.html("enrolled-approved", title=line.title, host=line.host_short_name), nomination
        )
    days = None if line.state in AGAIN else safe(days_told(voice, line))
    return voice.paragraphs(head, voice.lines(days, _access(voice, view) if line.state == State.ATTENDED else None))


def _nomination(voice: Voice, view: EnrolmentView) -> Html | None:
    """Until when the agencies rank, where seats are given in their order."""
    return voice.html("enrolled-nomination", moment=voice.moment(view.nominate_until)) if view.nominate_until else None


def offered(voice: Voice, view: EnrolmentView, deadline: datetime, now: datetime) -> Html:
    """An offered seat: what, until when, and what silence means."""
    line = view.line
    head = voice.html("offer", title=line.title, days=days_told(voice, line), host=line.host_short_name)
    left = time_left(voice, deadline - now)
    return voice.paragraphs(
        head,
        voice.lines(voice.html("offer-until", moment=voice.moment(deadline), left=left), voice.html("offer-held")),
    )


def urgent(voice: Voice, view: EnrolmentView, deadline: datetime, now: datetime) -> Urgent:
    """An offered seat, as the menu reminds of it."""
    left, moment = time_left(voice, deadline - now), voice.moment(deadline)
    text = voice.html("menu-offer", title=view.line.title, moment=moment, left=left)
    return Urgent(text, button(voice.plain("button-answer-offer"), ShowOffer(offer=view.line.offer_id or 1)))


def ask_why(voice: Voice, view: EnrolmentView) -> Screen:
    """A sure seat is given back for a reason."""
    reasons = (
        button(voice.plain(f"button-reason-{why}"), AskToLeave(enrolment=view.line.id, why=why)) for why in REASONS
    )
    return Screen(
        voice.html("leave-why", title=view.line.title),
        (*in_rows(reasons, 2), [button(voice.plain("button-stay"), ShowEnrolment(enrolment=view.line.id))]),
    )


def ask(voice: Voice, view: EnrolmentView, why: Why) -> Screen:
    """What leaving means; staying is the first button."""
    id_, state = view.line.id, view.line.state
    kind = "waitlisted" if state == State.WAITLISTED else "confirmed" if state == State.CONFIRMED else "submitted"
    reason = voice.html("leave-reason", reason=voice.plain(f"reason-{why}")) if why else None
    place = str(view.place or 1)
    values = {"place": place} if kind == "waitlisted" else {}
    text = voice.paragraphs(reason, voice.html(f"leave-{kind}", title=view.line.title, **values))
    in_line = state == State.WAITLISTED
    stay = button(voice.plain("button-keep-waiting" if in_line else "button-stay"), ShowEnrolment(enrolment=id_))
    go_ = button(voice.plain("button-leave-line" if in_line else "button-cancel-seat"), Leave(enrolment=id_, why=why))
    return Screen(text, ([stay], [go_]))


def too_late(voice: Voice, view: EnrolmentView) -> Screen:
    """The cut-off is over: the seat stays."""
    back = button(voice.plain("button-back"), ShowEnrolment(enrolment=view.line.id))
    text = voice.html("leave-too-late", moment=voice.moment(view.cancel_until), host=view.line.host_short_name)
    return Screen(text, ([back],))


def left(voice: Voice, view: EnrolmentView, done: Cancelled) -> Screen:
    """It is done; a second press says the same."""
    was = "waitlisted" if done.was == State.WAITLISTED else "cancelled"
    text = voice.html(f"left-{was}", title=view.line.title, moment=voice.moment(view.line.changed_at))
    return Screen(
        text, ([trainings(voice, "button-find-another")], [_to_mine(voice), go(voice, "menu", "button-menu")])
    )


def _access(voice: Voice, view: EnrolmentView) -> Html | None:
    """How to get in: said to people whose seat is sure, and to nobody else."""
    return voice.html("enrolled-access", access=view.line.access) if view.line.access else None


def _place(voice: Voice, view: EnrolmentView) -> Html:
    line, place = view.line, str(view.place or 1)
    if line.pool_key is None:
        return voice.html("enrolled-place-in-line", place=place)
    pool = pool_name(voice, line.pool_key)
    return voice.html(
        "enrolled-place-in-pool", pool=pool, taken=str(line.pool_taken), size=str(line.pool_size), place=place
    )


def _ways_on(voice: Voice, view: EnrolmentView) -> tuple[Row, ...]:
    line, menu = view.line, go(voice, "menu", "button-menu")
    if line.state != State.WAITLISTED:
        return ([_to_mine(voice)], [menu])
    return (
        [button(voice.plain("button-find-alike"), Alike(batch=line.batch_id))],
        [button(voice.plain("button-see-seats"), ShowSeats(batch=line.batch_id))],
        [button(voice.plain("button-leave-line"), AskToLeave(enrolment=line.id))],
        [_to_mine(voice), menu],
    )


def _acts(voice: Voice, view: EnrolmentView) -> tuple[Row, ...]:
    line = view.line
    match line.state:
        case State.OFFERED if line.offer_id is not None:
            return ([button(voice.plain("button-answer-offer"), ShowOffer(offer=line.offer_id))],)
        case State.WAITLISTED:
            return ([button(voice.plain("button-see-seats"), ShowSeats(batch=line.batch_id))],)
        case state if state in AGAIN:
            return ([button(voice.plain("button-enrol-again"), AskToEnrol(batch=line.batch_id))],)
    return ()


def _ways_out(voice: Voice, view: EnrolmentView) -> tuple[Row, ...]:
    """What takes something away is never the first button."""
    if view.line.state not in {State.WAITLISTED, State.CONFIRMED, State.SUBMITTED, State.RECOMMENDED}:
        return ()
    key = "button-leave-line" if view.line.state == State.WAITLISTED else "button-cancel-seat"
    return ([button(voice.plain(key), AskToLeave(enrolment=view.line.id))],)


def _to_mine(voice: Voice) -> InlineKeyboardButton:
    return button(voice.plain("button-mine"), Mine())
