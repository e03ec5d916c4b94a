"""The organizer's side: which requests wait, what one shows, and deciding it. The first decision holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import Grant, Reach, grants_of, may, reach
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.identity.names import same_person
from services.identity.nip import Nip
from services.identity.requests import verification_subject
from services.outbox import post
from services.vault import Vault
from storage.database import Database
from storage.repositories.agencies import Agency
from storage.repositories.audit import Audit
from storage.repositories.people import REJECTED as REJECTED_PERSON
from storage.repositories.people import People
from storage.repositories.roster import Roster
from storage.repositories.verifications import CONFIRMED, REJECTED, Verification, Verifications

VIEW: Final = "verification.view"
DECIDE: Final = "verification.decide"
RESULT_KIND: Final = "verification-result"
LONGEST_NOTE: Final = 500
_NIP_LIKE = re.compile(r"\d(?:[\s.\-]*\d){17}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What holds for a request: who decided it (None: an admin without a name) and when. `changed`: just now."""

    request_id: int
    state: str
    """confirmed, rejected, or withdrawn when the person corrected their data meanwhile."""
    changed: bool
    by: str | None
    at: datetime | None
    note: str | None
    agency: Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationView:
    """What an organizer sees of a request."""

    id: int
    name: str
    nip: str
    """Grouped for organizers of the person's own agency, else masked."""
    nip_is_whole: bool
    claimed_agency: Agency
    agency: Agency
    listed_name: str | None
    """The name the staff lists hold for this NIP; None: the NIP is not in them."""
    listed_agency: Agency | None
    held_elsewhere: bool
    """Another account is verified with this NIP."""
    reason: str
    created_at: datetime
    state: str
    note: str | None
    decided_by: str | None
    decided_at: datetime | None
    position: int | None
    """Place in the organizer's queue from 1; None when it is open no more."""
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationQueue:
    """The ids of the open requests an organizer may decide, oldest first; raises NotAllowed for anyone else."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> tuple[int, ...]:
        async with self.database.read() as connection:
            within = reach(VIEW, await grants_of(connection, actor_telegram_id, self.admin_ids))
            if not within:
                raise NotAllowed
            return await _queue(connection, within, actor_telegram_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetVerification:
    """A request next to what the staff lists say; raises NotAllowed, or Refusal("verification-unknown")."""

    database: Database
    vault: Vault
    admin_ids: frozenset[int]

    async def __call__(self, *, request_id: int, actor_telegram_id: int) -> VerificationView:
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            request = await _find(connection, request_id, VIEW, grants)
            queue = await _queue(connection, reach(VIEW, grants), actor_telegram_id)
            employee = await Roster(connection).find(request.nip_lookup)
            held = await People(connection).has_verified(request.nip_lookup, but=request.person_id)
        nip, whole = Nip(self.vault.decrypt(request.nip_cipher)), _sees_whole_nip(request, grants)
        return VerificationView(
            id=request.id,
            name=request.name,
            nip=nip.grouped if whole else nip.masked,
            nip_is_whole=whole,
            claimed_agency=request.claimed_agency,
            agency=request.agency,
            listed_name=employee.name if employee else None,
            listed_agency=employee.agency if employee else None,
            held_elsewhere=held,
            reason=request.reason,
            created_at=request.created_at,
            state=request.state,
            note=request.note,
            decided_by=request.decided_by,
            decided_at=request.decided_at,
            position=queue.index(request.id) + 1 if request.id in queue else None,
            total=len(queue),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideVerification:
    """Vouch for a person or not, once; the person is owed the result. Later decisions get the one that holds.

    Raises NotAllowed, or a Refusal: "verification-unknown", "verification-own" (nobody vouches for oneself), or
    "nip-taken" (another account is verified with the NIP: the request stays open).
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(
        self, *, request_id: int, actor_telegram_id: int, confirmed: bool, note: str | None = None
    ) -> Decision:
        try:
            async with self.database.write() as connection:
                return await self._decide(connection, request_id, actor_telegram_id, confirmed, tidy_note(note))
        except IntegrityError:
            # Another account was verified with the NIP at the same moment, on a database with several writers.
            raise Refusal("nip-taken") from None

    async def _decide(
        self, connection: AsyncConnection, request_id: int, actor: int, confirmed: bool, note: str | None
    ) -> Decision:
        request = await _find(connection, request_id, DECIDE, await grants_of(connection, actor, self.admin_ids))
        if request.telegram_id == actor:
            raise Refusal("verification-own")
        # The person first, as everywhere: two orders of locking would wait for each other.
        await People(connection).lock(request.person_id)
        person, at = await People(connection).find(actor), self.now()
        state = CONFIRMED if confirmed else REJECTED
        changed = await Verifications(connection).set_decided(
            request_id, state, note=note, decided_by=person.id if person else None, at=at
        )
        if changed:
            await _carry_out(connection, request, confirmed, at)
            await _record(connection, request, state, at, actor_id=person.id if person else None, actor=actor)
        # Between the look and the lock the person may have erased their data, and the request with it.
        held = await Verifications(connection).find(request_id)
        if held is None:
            raise Refusal("verification-unknown")
        return _decision(held, changed)


def tidy_note(note: str | None) -> str | None:
    """An organizer's note of at most 500 characters, without a NIP in it; None when nothing is left."""
    if note is None:
        return None
    return mask_nips(note.strip())[:LONGEST_NOTE] or None


def mask_nips(text: str) -> str:
    """The text with everything in it that reads as a NIP masked."""
    return _NIP_LIKE.sub(lambda found: Nip(re.sub(r"\D", "", found[0])).masked, text)


async def _find(connection: AsyncConnection, request_id: int, action: str, grants: tuple[Grant, ...]) -> Verification:
    if not reach(action, grants):
        raise NotAllowed
    request = await Verifications(connection).find(request_id)
    if request is None:
        raise Refusal("verification-unknown")
    if not may(action, grants, request.agency.id):
        raise NotAllowed(agency=request.agency.short_name)
    return request


async def _queue(connection: AsyncConnection, within: Reach, actor: int) -> tuple[int, ...]:
    return await Verifications(connection).list_open(None if within.everywhere else within.agencies, but=actor)


def _sees_whole_nip(request: Verification, grants: tuple[Grant, ...]) -> bool:
    # A role for all agencies (or an admin) is nobody's own agency: the agency must be named in the role.
    return request.agency.id in reach("nip.view", grants).agencies


async def _carry_out(connection: AsyncConnection, request: Verification, confirmed: bool, at: datetime) -> None:
    people = People(connection)
    if not confirmed:
        return await people.set_identity(request.person_id, REJECTED_PERSON)
    if await people.has_verified(request.nip_lookup, but=request.person_id):
        raise Refusal("nip-taken")
    name, agency_id = await _confirmed_as(connection, request)
    return await people.set_verified(request.person_id, name=name, agency_id=agency_id, at=at)


async def _confirmed_as(connection: AsyncConnection, request: Verification) -> tuple[str, int]:
    """The staff list's name and agency where it plainly means this person, else what they said themselves."""
    employee = await Roster(connection).find(request.nip_lookup)
    if (
        employee is None
        or employee.left
        or not employee.agency.answers_for(request.claimed_agency)
        or not same_person(request.name, employee.name)
    ):
        return request.name, request.claimed_agency.id
    return employee.name, employee.agency.id


async def _record(
    connection: AsyncConnection, request: Verification, state: str, at: datetime, *, actor_id: int | None, actor: int
) -> None:
    """The audit entry, and the message to the person."""
    await Audit(connection).add(
        f"verification.{state}",
        subject="verification",
        subject_id=request.id,
        at=at,
        actor_id=actor_id,
        agency_id=request.agency.id,
        person=request.person_id,
        account=actor,
    )
    await post(
        connection,
        person_id=request.person_id,
        kind=RESULT_KIND,
        subject=verification_subject(request.id),
        payload={"verification": request.id},
        due_at=at,
        now=at,
    )


def _decision(request: Verification, changed: bool) -> Decision:
    return Decision(
        request_id=request.id,
        state=request.state,
        changed=changed,
        by=request.decided_by,
        at=request.decided_at,
        note=request.note,
        agency=request.agency,
    )
