"""Drafts of articles: of an answered question, or of what was looked for in vain; changed part by part."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.faq.acting import Actor, Stage, author_of, hold, list_speakers
from services.faq.striking import holds_nip, strike
from services.faq.wording import (
    LONGEST_ALIAS,
    LONGEST_ANSWER,
    LONGEST_BODY,
    LONGEST_TITLE,
    MOST_ALIASES,
    Proposal,
    mark_of,
    propose,
    title_of,
)
from services.letters import count
from storage.database import Database
from storage.repositories.agencies import Agency
from storage.repositories.faqs import Faq, Faqs

TITLE, ANSWER, BODY, ALIASES = PARTS = ("title", "answer", "body", "aliases")
_EMPTY_LINES: Final = re.compile(r"\n\s*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What an article of a ticket would say, or the number of the one that was made of it before."""

    ticket_id: int
    proposal: Proposal | None
    faq_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeFromTicket:
    """What an article made of a ticket would say; nothing is kept.

    Raises NotAllowed, or a Refusal: faq-start-first, faq-ticket-unknown, faq-not-answered.
    """

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, ticket_id: int, actor_telegram_id: int) -> Proposed:
        async with self.database.read() as connection:
            actor, _ = await author_of(connection, actor_telegram_id, self.admin_ids)
            agency_id = await _agency_of_ticket(connection, ticket_id, actor)
            before = await Faqs(connection).find_of_ticket(ticket_id, agency_id)
            if before is not None:
                return Proposed(ticket_id=ticket_id, proposal=None, faq_id=before.id)
            return Proposed(ticket_id=ticket_id, proposal=await _proposal(connection, ticket_id), faq_id=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepFromTicket:
    """Keep the draft that was looked at; returns its number. Of one ticket there is one, however often it is pressed.

    Raises as ProposeFromTicket does, and Refusal("faq-moved-on"): question or answer have changed since.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, ticket_id: int, mark: int, actor_telegram_id: int) -> int:
        async with self.database.write() as connection:
            actor, author_id = await author_of(connection, actor_telegram_id, self.admin_ids)
            agency_id = await _agency_of_ticket(connection, ticket_id, actor, held=True)
            before = await Faqs(connection).find_of_ticket(ticket_id, agency_id)
            if before is not None:
                return before.id
            proposal = await _proposal(connection, ticket_id)
            if proposal.mark != mark:
                raise Refusal("faq-moved-on")
            words: dict[str, Any] = {TITLE: proposal.title, ANSWER: proposal.answer, BODY: proposal.body}
            words |= {ALIASES: list(proposal.aliases), "ticket_id": ticket_id}
            return await _keep(connection, actor, agency_id, author_id, words, self.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpeakers:
    """In whose name somebody may write; empty for who may not."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> tuple[Agency, ...]:
        async with self.database.read() as connection:
            actor, _ = await author_of(connection, actor_telegram_id, self.admin_ids)
            return await list_speakers(connection, actor)


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginFromMiss:
    """A draft of what was looked for in vain, without an answer yet; its number. An agency makes one of it.

    Raises NotAllowed, or a Refusal: faq-start-first, miss-gone.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, miss_id: int, agency_id: int, actor_telegram_id: int) -> int:
        async with self.database.write() as connection:
            actor, author_id = await author_of(connection, actor_telegram_id, self.admin_ids)
            if agency_id not in {one.id for one in await list_speakers(connection, actor)}:
                raise NotAllowed
            query = await Faqs(connection).hold_miss(miss_id)
            if query is None:
                raise Refusal("miss-gone")
            before = await Faqs(connection).find_of_miss(miss_id, agency_id)
            if before is not None:
                return before.id
            title = title_of(strike(query, ()).text)
            words = {TITLE: title, ANSWER: "", BODY: "", ALIASES: [], "miss_id": miss_id}
            return await _keep(connection, actor, agency_id, author_id, words, self.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPart:
    """Other words for one part of a draft, whose author one becomes; the same again changes nothing.

    With `seen` (a mark of the part as it was looked at) nobody writes over what a colleague wrote meanwhile.
    Raises NotAllowed, or a Refusal: faq-start-first, faq-unknown, faq-moved-on, faq-nip, faq-title, faq-answer,
    faq-body, faq-aliases, faq-wordless.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(
        self, *, faq_id: int, part: str, text: str, actor_telegram_id: int, seen: int | None = None
    ) -> None:
        if holds_nip(text):
            raise Refusal("faq-nip")
        value = read_part(part, text)
        async with self.database.write() as connection:
            actor, author_id, found = await hold(connection, faq_id, actor_telegram_id, self.admin_ids)
            now, before = self.now(), getattr(found, part)
            if found.state != Stage.DRAFT or seen not in {None, mark_of_part(found, part)}:
                raise Refusal("faq-moved-on")
            if value == (list(before) if part == ALIASES else before):
                return
            values = {part: value, "author_id": author_id, "version": found.version + 1}
            await Faqs(connection).set(found.id, at=now, **values)
            await actor.record(connection, "edited", found, now, part=part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """Delete a draft that was never shown; take anything else out of the search. Returns whether it was deleted.

    Raises NotAllowed, or a Refusal: faq-unknown, faq-moved-on.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, faq_id: int, version: int, actor_telegram_id: int) -> bool:
        now = self.now()
        async with self.database.write() as connection:
            actor, _, found = await hold(connection, faq_id, actor_telegram_id, self.admin_ids, version=version)
            if found.state == Stage.RETIRED:
                return False
            if found.state == Stage.WAITING:
                raise Refusal("faq-moved-on")
            if found.approved_at is None:
                await Faqs(connection).delete(found.id)
                await actor.record(connection, "deleted", found, now)
                return True
            await Faqs(connection).set(found.id, at=now, state=Stage.RETIRED, remark=None)
            await actor.record(connection, "retired", found, now)
            return False


def mark_of_part(found: Faq, part: str) -> int:
    """Names how a part reads now."""
    return mark_of(*found.aliases) if part == ALIASES else mark_of(getattr(found, part))


def read_part(part: str, text: str) -> Any:
    """What is kept of what was typed; raises a Refusal that says what is too long, not there, or no words."""
    text = "".join(letter for letter in text if letter in "\n\t\r" or unicodedata.category(letter) != "Cc")
    match part:
        case "title":
            return _line("faq-title", text, LONGEST_TITLE)
        case "answer":
            return _line("faq-answer", text, LONGEST_ANSWER)
        case "body":
            body = _EMPTY_LINES.sub("\n\n", "\n".join(line.rstrip() for line in text.strip().splitlines()))
            if count(body) > LONGEST_BODY:
                raise Refusal("faq-body", count=count(body), longest=LONGEST_BODY)
            return body
        case _:
            return _aliases(text)


def _line(key: str, text: str, longest: int) -> str:
    line = " ".join(text.split())
    if not 1 <= count(line) <= longest:
        raise Refusal(key, count=count(line), longest=longest)
    _check_words(line)
    return line


def _check_words(line: str) -> None:
    """Nobody finds, and no file takes, what has neither letters nor digits; raises Refusal("faq-wordless")."""
    if not any(letter.isalnum() for letter in line):
        raise Refusal("faq-wordless")


def _aliases(text: str) -> list[str]:
    """One a line; the same twice is once."""
    found: dict[str, str] = {}
    for line in (" ".join(line.split()) for line in text.splitlines()):
        found.setdefault(line.casefold(), line)
    aliases = [line for line in found.values() if line]
    longest = max((count(one) for one in aliases), default=0)
    if longest > LONGEST_ALIAS or len(aliases) > MOST_ALIASES:
        raise Refusal("faq-aliases", most=MOST_ALIASES, longest=LONGEST_ALIAS)
    for line in aliases:
        _check_words(line)
    return aliases


async def _agency_of_ticket(connection: AsyncConnection, ticket_id: int, actor: Actor, *, held: bool = False) -> int:
    ticket = await Faqs(connection).find_ticket(ticket_id, held=held)
    if ticket is None:
        raise Refusal("faq-ticket-unknown")
    if not actor.may_write(ticket.agency_id):
        raise NotAllowed
    return ticket.agency_id


async def _proposal(connection: AsyncConnection, ticket_id: int) -> Proposal:
    faqs = Faqs(connection)
    ticket = await faqs.find_ticket(ticket_id)
    title = ticket.title if ticket else ""
    return propose(title, await faqs.list_said(ticket_id), await faqs.list_names(ticket_id))


async def _keep(
    connection: AsyncConnection,
    actor: Actor,
    agency_id: int,
    author_id: int,
    words: Mapping[str, Any],
    clock: Clock,
) -> int:
    """A new row. Its article id is made of its number; words follow when it is first approved."""
    now, faqs = clock(), Faqs(connection)
    number = await faqs.add(slug=f"draft-{uuid4().hex}", agency_id=agency_id, author_id=author_id, at=now, **words)
    await faqs.set_slug(number, f"tj{number}")
    found = await faqs.find(number)
    assert isinstance(found, Faq)
    await actor.record(connection, "drafted", found, now)
    return number
