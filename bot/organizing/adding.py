"""The screens around adding somebody by hand. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.browse.phrases import clipped, pool_name, safe
from bot.callbacks_participants import AddCandidate, FindToAdd, Participants, SeeCandidate, ShowParticipant
from bot.organizing.participants import QUERY_SHOWN, told
from bot.screens import Screen, button
from bot.words import Html, Voice
from services.enrolment import State
from services.participants import PersonLine, Placed
from services.participants.add import Found
from storage.repositories.participants import HostedBatch


def found(voice: Voice, batch_id: int, people: Sequence[Found], query: str | None) -> Screen:
    """Who could be meant; without a query a NIP was typed, which is not repeated."""
    around = (
        [button(voice.plain("button-search-again"), FindToAdd(batch=batch_id))],
        [button(voice.plain("button-back-to-people"), Participants(batch=batch_id))],
    )
    if not people:
        nobody = voice.html("add-nobody", query=clipped(query, QUERY_SHOWN)) if query else voice.html("add-no-nip")
        return Screen(voice.paragraphs(nobody, voice.html("add-only-verified")), around)
    lines = (
        voice.html("person-line", number=str(number), who=told(one.person), state="")
        for number, one in enumerate(people, 1)
    )
    numbers = [
        button(str(number), SeeCandidate(batch=batch_id, person=one.person_id, mark=one.mark))
        for number, one in enumerate(people, 1)
    ]
    return Screen(voice.paragraphs(voice.html("add-which"), voice.lines(*lines)), (numbers, *around))


def candidate(voice: Voice, batch: HostedBatch, person: PersonLine, asked: SeeCandidate) -> Screen:
    """Whom, where, and what it will do."""
    text = voice.paragraphs(
        voice.html("add-ask", name=person.name, title=batch.title, batch=str(batch.number)),
        safe(told(person, but_name=True)),
        voice.html("add-then"),
    )
    add = AddCandidate(batch=asked.batch, person=asked.person, mark=asked.mark)
    return Screen(
        text,
        (
            [button(voice.plain("button-add-now"), add)],
            [button(voice.plain("button-back"), FindToAdd(batch=asked.batch))],
        ),
    )


def placed(voice: Voice, name: str, done: Placed) -> Html:
    """What adding or moving came to."""
    if done.again:
        return voice.html("add-again", name=name)
    match done.state:
        case State.CONFIRMED if done.pool is not None:
            pool = {"pool": pool_name(voice, done.pool.key), "taken": str(done.pool.taken), "size": str(done.pool.size)}
            return voice.html("placed-seat-pool", name=name, **pool)
        case State.CONFIRMED:
            return voice.html("placed-seat", name=name)
        case State.WAITLISTED:
            return voice.html("placed-line", name=name, place=str(done.place or 1))
    return voice.html("placed-asked", name=name)


def added(voice: Voice, name: str, done: Placed) -> Screen:
    """The person has a place, and is told."""
    return Screen(
        placed(voice, name, done),
        (
            [button(voice.plain("button-see-person"), ShowParticipant(enrolment=done.enrolment_id))],
            [button(voice.plain("button-add-another"), FindToAdd(batch=done.batch_id))],
            [button(voice.plain("button-back-to-people"), Participants(batch=done.batch_id))],
        ),
    )
