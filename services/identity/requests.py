"""Asking an agency's organizers to vouch for a person, and what the person sees of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.errors import Refusal
from services.identity.check import CheckKind, FullClaim, complete
from services.identity.claims import lock_consenting
from services.identity.nip import Nip
from services.identity.responsible import Responsible, responsible_for
from services.outbox import post
from services.vault import Vault
from storage.database import Database
from storage.repositories.agencies import Agency
from storage.repositories.people import VERIFIED, WAITING, People
from storage.repositories.verifications import NewVerification, Verification, Verifications

REQUEST_KIND: Final = "verification-request"
PHONE_SKIPPED: Final = "phone-skipped"
"""The reason of who would rather not share a number."""
REASONS: Final = frozenset({*CheckKind, PHONE_SKIPPED} - {CheckKind.VERIFIED, CheckKind.INCOMPLETE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Requested:
    """A request on its way: to which agency, since when."""

    request_id: int
    agency: Agency
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestVerification:
    """Ask the responsible agency's organizers; each of them is owed a message. Asking again gives the open request.

    `reason` is a kind of check or "phone-skipped".
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, reason: str) -> Requested:
        if reason not in REASONS:
            raise ValueError(f"no reason to ask an organizer: {reason}")
        async with self.database.write() as connection:
            claim = await lock_consenting(connection, telegram_id)
            if claim.identity == VERIFIED:
                raise Refusal("identity-verified")
            full = complete(claim)
            if isinstance(full, str):
                raise Refusal("identity-incomplete", missing=full)
            return await self._request(connection, full, reason)

    async def _request(self, connection: AsyncConnection, claim: FullClaim, reason: str) -> Requested:
        earlier = await Verifications(connection).find_open(claim.person_id)
        if earlier is not None:
            return _requested(earlier)
        at = self.now()
        responsible = await responsible_for(connection, claim.agency, claim.telegram_id)
        request_id = await Verifications(connection).add(_new(claim, responsible.agency, str(reason), at))
        await People(connection).set_identity(claim.person_id, WAITING)
        await _tell_organizers(connection, responsible, request_id, at)
        return Requested(request_id=request_id, agency=responsible.agency, at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnIdentity:
    """What a person may see of themselves: the whole NIP, and the request that is open."""

    nip: Nip | None
    name: str | None
    agency: Agency | None
    identity: str
    request: Requested | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GetOwnIdentity:
    """A person's own claim; None for who is unknown."""

    database: Database
    vault: Vault

    async def __call__(self, *, telegram_id: int) -> OwnIdentity | None:
        async with self.database.read() as connection:
            claim = await People(connection).find_claim(telegram_id)
            if claim is None:
                return None
            request = await Verifications(connection).find_open(claim.person_id)
        return OwnIdentity(
            nip=Nip(self.vault.decrypt(claim.nip_cipher)) if claim.nip_cipher else None,
            name=claim.name,
            agency=claim.agency,
            identity=claim.identity,
            request=_requested(request) if request else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnVerification:
    """How a person's request ended, for the message that tells them."""

    id: int
    agency: Agency
    state: str
    note: str | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GetOwnVerification:
    """A person's own request, for the message about its result; None when it is not theirs."""

    database: Database

    async def __call__(self, *, request_id: int, telegram_id: int) -> OwnVerification | None:
        async with self.database.read() as connection:
            request = await Verifications(connection).find(request_id)
        if request is None or request.telegram_id != telegram_id:
            return None
        return OwnVerification(
            id=request.id,
            agency=request.agency,
            state=request.state,
            note=request.note,
            decided_at=request.decided_at,
        )


def verification_subject(request_id: int) -> str:
    """The subject under which messages about a request are owed."""
    return f"verification:{request_id}"


def _requested(request: Verification) -> Requested:
    return Requested(request_id=request.id, agency=request.agency, at=request.created_at)


def _new(claim: FullClaim, agency: Agency, reason: str, at: datetime) -> NewVerification:
    return NewVerification(
        person_id=claim.person_id,
        agency_id=agency.id,
        reason=reason,
        nip_lookup=claim.nip_lookup,
        nip_cipher=claim.nip_cipher,
        name=claim.name,
        claimed_agency_id=claim.agency.id,
        created_at=at,
    )


async def _tell_organizers(
    connection: AsyncConnection, responsible: Responsible, request_id: int, at: datetime
) -> None:
    for person_id in responsible.organizers:
        await post(
            connection,
            person_id=person_id,
            kind=REQUEST_KIND,
            subject=verification_subject(request_id),
            payload={"verification": request_id},
            due_at=at,
            now=at,
        )
