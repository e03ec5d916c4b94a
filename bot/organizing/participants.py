"""The screens of a batch's people: counted, listed, found, one by one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot.browse.phrases import clipped, held, safe
from bot.callbacks_batches import ShowBatch
from bot.callbacks_participants import (
    ChooseTarget,
    FindToAdd,
    ListPeople,
    MoveTo,
    Participants,
    PeopleFiles,
    SearchPeople,
    SeeParticipantLetter,
    ShowParticipant,
    TakeOut,
)
from bot.enrolment.phrases import history_told
from bot.screens import Row, Screen, button, in_rows
from bot.words import Html, Voice
from services.enrolment import State
from services.participants import Group, ParticipantPage, ParticipantView, PersonLine
from services.participants.listing import ListedParticipant
from services.participants.looking import Target
from storage.repositories.participants import HostedBatch

PAGE_SIZE = 5
TITLE_SHOWN = 60
QUERY_SHOWN = 40


def overview(voice: Voice, found: ParticipantPage, now: datetime) -> Screen:
    """How many stand where, each a button."""
    batch = found.batch
    counted = [(group, found.counts[group]) for group in Group if found.counts[group]]
    groups = [
        button(
            voice.plain(f"button-people-{group}", count=voice.number(count)),
            ListPeople(batch=batch.id, group=group.value),
        )
        for group, count in counted
    ]
    state = None
    if batch.capacity is not None:
        figures = {"taken": voice.number(found.counts[Group.SEATED]), "capacity": voice.number(batch.capacity)}
        state = voice.html("people-seats", **figures)
    text = voice.paragraphs(head(voice, batch, now), voice.lines(state, None if counted else voice.html("people-none")))
    search = [button(voice.plain("button-search-people"), SearchPeople(batch=batch.id))] if counted else []
    files = [button(voice.plain("button-people-files"), PeopleFiles(batch=batch.id))]
    add = [button(voice.plain("button-add-person"), FindToAdd(batch=batch.id))]
    back = [button(voice.plain("button-back-to-batch"), ShowBatch(batch=batch.id))]
    return Screen(text, (*in_rows(groups, 2), [*search, *add], files, back))


def people(voice: Voice, found: ParticipantPage, group: Group, now: datetime) -> Screen:
    """A page of one group."""
    batch = found.batch
    back = [button(voice.plain("button-back-to-people"), Participants(batch=batch.id))]
    title = voice.html(f"people-{group}", count=found.total)
    if not found.items:
        return Screen(voice.paragraphs(head(voice, batch, now), voice.html("people-none-here")), (back,))
    page = voice.html("browse-page", page=found.page, pages=found.pages) if found.pages > 1 else None
    text = voice.paragraphs(head(voice, batch, now), voice.lines(title, page), _lines(voice, found.items, group))
    turns = _turns(
        voice, found.page, found.pages, lambda page: ListPeople(batch=batch.id, group=group.value, page=page)
    )
    return Screen(text, (_numbers(found.items), turns, back))


def search_result(voice: Voice, found: ParticipantPage, query: str) -> Screen:
    """Whom a name or a NIP found; a NIP is not repeated."""
    batch = found.batch
    around = (
        [button(voice.plain("button-search-again"), SearchPeople(batch=batch.id))],
        [button(voice.plain("button-back-to-people"), Participants(batch=batch.id))],
    )
    if not found.items:
        return Screen(voice.html("people-not-found", query=clipped(query, QUERY_SHOWN)), around)
    more = voice.html("people-found-more", shown=len(found.items)) if found.total > len(found.items) else None
    head = voice.lines(voice.html("people-found", count=found.total), more)
    return Screen(voice.paragraphs(head, _lines(voice, found.items, None)), (_numbers(found.items), *around))


def one(voice: Voice, view: ParticipantView, now: datetime, said: Html | None = None) -> Screen:
    """One person, and what can be done; `said` is what was just done."""
    number = view.enrolment_id
    who = voice.html("people-who", name=view.person.name)
    facts = voice.lines(
        safe(told(view.person, but_name=True)),
        safe(view.unit) if view.unit else None,
        voice.html("people-state", state=state_of(voice, view), moment=voice.moment(view.submitted_at)),
    )
    acts = []
    if view.can_leave:
        acts = [
            [button(voice.plain("button-move-person"), ChooseTarget(enrolment=number))],
            [button(voice.plain("button-take-out"), TakeOut(enrolment=number))],
        ]
    letter = [button(voice.plain("button-see-letter"), SeeParticipantLetter(enrolment=number))]
    see = [
        button(voice.plain("button-person-history"), ShowParticipant(enrolment=number, history=True)),
        *(letter if view.letter_file else []),
    ]
    text = voice.paragraphs(said, voice.lines(head(voice, view.batch, now)), voice.lines(who, facts))
    return Screen(text, (*acts[:1], see, *acts[1:], _back_to_list(voice, view)))


def history(voice: Voice, view: ParticipantView) -> Screen:
    """How somebody came where they stand."""
    head = voice.html("history", zone=voice.zone)
    text = voice.paragraphs(
        voice.html("people-who", name=view.person.name), voice.lines(head, history_told(voice, view.steps))
    )
    return Screen(text, ([button(voice.plain("button-back"), ShowParticipant(enrolment=view.enrolment_id))],))


def targets(voice: Voice, view: ParticipantView, found: Sequence[Target], now: datetime) -> Screen:
    """Where somebody could be moved, and what that does."""
    back = [button(voice.plain("button-back"), ShowParticipant(enrolment=view.enrolment_id))]
    if not found:
        return Screen(voice.html("move-nowhere", title=view.batch.title), (back,))
    lines = (
        voice.html(
            "move-line",
            batch=str(target.batch.number),
            days=held(_days(voice, target.batch, now)),
            seats=_seats(voice, target.free),
        )
        for target in found
    )
    rows: list[Row] = [
        [
            button(
                voice.plain("button-move-to", batch=str(target.batch.number)),
                MoveTo(enrolment=view.enrolment_id, batch=target.batch.id),
            )
        ]
        for target in found
    ]
    ask = voice.html("move-ask", name=view.person.name, batch=str(view.batch.number))
    return Screen(voice.paragraphs(ask, voice.lines(*lines)), (*rows, back))


def refused(voice: Voice, text: Html, batch_id: int) -> Screen:
    """Why nothing was done, with the way back."""
    return Screen(text, ([button(voice.plain("button-back-to-people"), Participants(batch=batch_id))],))


def told(person: PersonLine, *, but_name: bool = False) -> str:
    """`Yohana Contoh · 1990…014 · Dinas Pangan NTT · NTT`."""
    parts = ("" if but_name else person.name, person.nip, person.agency, person.province)
    return " · ".join(part for part in parts if part)


def state_of(voice: Voice, view: ParticipantView) -> str:
    """Where somebody stands, with the place in line."""
    if view.state == State.WAITLISTED and view.place:
        return voice.plain("state-waitlisted-place", place=str(view.place))
    return voice.plain(f"person-state-{view.state}")


def head(voice: Voice, batch: HostedBatch, now: datetime) -> Html:
    """Which batch this is about."""
    days = held(_days(voice, batch, now))
    return voice.html("people-head", title=clipped(batch.title, TITLE_SHOWN), batch=str(batch.number), days=days)


def _days(voice: Voice, batch: HostedBatch, now: datetime) -> str:
    year = voice.local(batch.starts_at).year != voice.local(now).year
    return voice.span(batch.starts_at, batch.ends_at, year=year)


def _lines(voice: Voice, items: Iterable[ListedParticipant], group: Group | None) -> Html:
    named = {Group.SEATED: State.CONFIRMED, Group.LINE: State.WAITLISTED, Group.ASKED: State.SUBMITTED}
    usual = named.get(group) if group else None
    return voice.lines(
        *(
            voice.html(
                "person-line",
                number=str(number),
                who=told(item.person),
                state="" if item.state == usual else voice.plain("person-line-state", state=_short(voice, item.state)),
            )
            for number, item in enumerate(items, 1)
        )
    )


def _short(voice: Voice, state: str) -> str:
    return voice.plain(f"person-state-{state}")


def _numbers(items: Iterable[ListedParticipant]) -> Row:
    return [button(str(number), ShowParticipant(enrolment=item.enrolment_id)) for number, item in enumerate(items, 1)]


def _turns(voice: Voice, page: int, pages: int, to: object) -> list[InlineKeyboardButton]:
    assert callable(to)
    return [
        button(voice.plain(key), to(number))
        for key, number in (("button-previous", page - 1), ("button-next", page + 1))
        if 1 <= number <= pages
    ]


def _seats(voice: Voice, free: int | None) -> str:
    if free is None:
        return voice.plain("move-seats-unlimited")
    return voice.plain("move-seats", count=free)


def _back_to_list(voice: Voice, view: ParticipantView) -> Row:
    return [button(voice.plain("button-back-to-people"), Participants(batch=view.batch.id))]
