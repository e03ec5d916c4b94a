"""From a draft to what everybody finds: a second person agrees to exactly what they looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import reach
from services.catalogue.words import fold
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.faq.acting import Actor, Stage, hold
from services.faq.approvers import APPROVE, list_approvers, may_approve
from services.faq.drafting import ANSWER, TITLE, read_part
from services.faq.striking import holds_nip
from services.outbox import post
from storage.database import Database
from storage.repositories.faqs import Faq, Faqs
from storage.repositories.knowledge import Misses

REQUEST: Final = "faq-request"
DECISION: Final = "faq-decision"
LONGEST_REMARK: Final = 300
LONGEST_WORDS: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class HandIn:
    """Ask a second person; returns False where they are asked already.

    Raises NotAllowed, or a Refusal: faq-start-first, faq-unknown, faq-moved-on, faq-answer-none, faq-title,
    faq-wordless, faq-no-second.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, faq_id: int, version: int, actor_telegram_id: int) -> bool:
        now = self.now()
        async with self.database.write() as connection:
            actor, _, found = await hold(connection, faq_id, actor_telegram_id, self.admin_ids, version=version)
            if found.state == Stage.WAITING:
                return False
            if found.state != Stage.DRAFT:
                raise Refusal("faq-moved-on")
            if not found.answer:
                raise Refusal("faq-answer-none")
            for part in (TITLE, ANSWER):  # a draft of what had no words holds none, until somebody writes them
                read_part(part, getattr(found, part))
            asked = await list_approvers(connection, found)
            if not asked and not self.admin_ids - {actor_telegram_id}:
                raise Refusal("faq-no-second")
            await Faqs(connection).set(found.id, at=now, state=Stage.WAITING, remark=None)
            await actor.record(connection, "requested", found, now)
            for person_id in asked:
                await _tell(connection, REQUEST, person_id, found, now)
            return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Revise:
    """Back to a draft, whose author one becomes; what was shown is found no more until it is approved again.

    Returns False where it is one already. Raises NotAllowed, or a Refusal: faq-start-first, faq-unknown, faq-moved-on.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, faq_id: int, version: int, actor_telegram_id: int) -> bool:
        now = self.now()
        async with self.database.write() as connection:
            actor, author_id, found = await hold(connection, faq_id, actor_telegram_id, self.admin_ids)
            if found.state == Stage.DRAFT:
                return False
            if found.version != version:
                raise Refusal("faq-moved-on")
            await _to_draft(connection, found, now, author_id=author_id)
            await actor.record(connection, "recalled", found, now)
            return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve:
    """A second person agrees: from now on it is found. Returns False where they had agreed before.

    Raises NotAllowed, or a Refusal: faq-unknown, faq-moved-on, faq-own.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, faq_id: int, version: int, actor_telegram_id: int) -> bool:
        now = self.now()
        async with self.database.write() as connection:
            actor, found = await _hold_to_approve(connection, faq_id, actor_telegram_id, self.admin_ids)
            if found.state == Stage.SHOWN and found.version == version:
                return False
            if found.state != Stage.WAITING or found.version != version:
                raise Refusal("faq-moved-on")
            faqs = Faqs(connection)
            if found.approved_at is None:
                await faqs.set_slug(found.id, slug_of(found))
            await faqs.set(found.id, at=now, state=Stage.SHOWN, approved_by=actor.person_id, approved_at=now)
            if found.miss_id is not None:
                await Misses(connection).set_settled(found.miss_id, at=now)
            await actor.record(connection, "approved", found, now)
            await _tell_author(connection, found, "approved", now, by=actor.person_id)
            return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A second person gives it back with a remark. Raises as Approve does, and Refusals: faq-remark, faq-nip."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, faq_id: int, version: int, remark: str, actor_telegram_id: int) -> None:
        remark = " ".join(remark.split())
        if not 1 <= len(remark) <= LONGEST_REMARK:
            raise Refusal("faq-remark", count=len(remark), longest=LONGEST_REMARK)
        if holds_nip(remark):
            raise Refusal("faq-nip")
        now = self.now()
        async with self.database.write() as connection:
            actor, found = await _hold_to_approve(connection, faq_id, actor_telegram_id, self.admin_ids)
            if found.state != Stage.WAITING or found.version != version:
                raise Refusal("faq-moved-on")
            await _to_draft(connection, found, now, remark=remark)
            await actor.record(connection, "returned", found, now)
            await _tell_author(connection, found, "returned", now, by=actor.person_id)


def slug_of(found: Faq) -> str:
    """Its article id for ever: no file begins like this, and the words are those that were approved."""
    words = ""
    for word in fold(found.title).split():
        if len(f"{words}-{word}") > LONGEST_WORDS:
            break
        words = f"{words}-{word}"
    return f"tj{found.id}{words}"


async def _hold_to_approve(
    connection: AsyncConnection, faq_id: int, telegram_id: int, admin_ids: frozenset[int]
) -> tuple[Actor, Faq]:
    actor = await Actor.find(connection, telegram_id, admin_ids)
    if not reach(APPROVE, actor.grants):
        raise NotAllowed
    found = await Faqs(connection).lock(faq_id)
    if found is None:
        raise Refusal("faq-unknown")
    if not may_approve(actor, found):
        if actor.may_write(found.agency_id):
            raise Refusal("faq-own")
        raise NotAllowed
    return actor, found


async def _to_draft(connection: AsyncConnection, found: Faq, now: datetime, **values: object) -> None:
    values = {"remark": None, **values, "state": Stage.DRAFT, "version": found.version + 1}
    await Faqs(connection).set(found.id, at=now, **values)


async def _tell_author(connection: AsyncConnection, found: Faq, what: str, now: datetime, *, by: int | None) -> None:
    if found.author_id is not None:
        await _tell(connection, DECISION, found.author_id, found, now, what=what, by=by)


async def _tell(
    connection: AsyncConnection, kind: str, person_id: int, found: Faq, now: datetime, **values: str | int | None
) -> None:
    await post(
        connection,
        person_id=person_id,
        kind=kind,
        subject=f"faq:{found.id}",
        occasion=":".join(str(part) for part in (values.get("what"), found.version) if part),
        payload={"faq": found.id, "version": found.version, **values},
        due_at=now,
        now=now,
    )
