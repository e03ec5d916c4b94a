"""Comparing what a person claims with the staff list: verified at once, or why not.

Agencies fit when they are the same or of the same province: lists are often kept by the province's BPSDM for all of
its offices, and people name the office they sit in. The list's agency then counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.identity.claims import lock_consenting
from services.identity.names import same_person
from services.identity.responsible import responsible_for
from services.vault import Vault, fold_phone
from storage.database import Database
from storage.repositories.agencies import Agency
from storage.repositories.audit import Audit
from storage.repositories.people import VERIFIED, Claim, People
from storage.repositories.roster import Employee, Roster
from storage.repositories.verifications import Verifications


class CheckKind(StrEnum):
    """What a check came to."""

    VERIFIED = "verified"
    PHONE_WANTED = "phone-wanted"
    """The list holds a number, and the person has shared none of their own yet."""
    NOT_FOUND = "not-found"
    NAME_DIFFERS = "name-differs"
    PHONE_DIFFERS = "phone-differs"
    NO_PHONE = "no-phone"
    """The list holds no number to compare with."""
    TAKEN = "taken"
    """The NIP is verified on another account."""
    LEFT = "left"
    """The person has left the list."""
    OTHER_AGENCY = "other-agency"
    """The list has the person at an agency of another province."""
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The outcome. `agency` is the person's when verified, else the one that can look into it (None if incomplete)."""

    kind: CheckKind
    agency: Agency | None = None
    missing: str | None = None
    """Of an incomplete claim: nip, name or agency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FullClaim:
    """A claim with all three parts."""

    person_id: int
    telegram_id: int
    nip_lookup: bytes
    nip_cipher: bytes
    name: str
    agency: Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIdentity:
    """Verify a person who shares the phone number that the staff list holds for their NIP, under a close name.

    A number counts only when Telegram says that the contact is the sender's own. It is compared by its HMAC and not
    kept. Asked again, a verified person stays verified.
    """

    database: Database
    vault: Vault
    now: Clock

    async def __call__(self, *, telegram_id: int, phone: str | None = None, phone_is_own: bool = False) -> Check:
        shared = self.vault.lookup(fold_phone(phone)) if phone and phone_is_own else None
        try:
            async with self.database.write() as connection:
                return await self._check(connection, telegram_id, shared)
        except IntegrityError:
            # Two accounts at the same moment, on a database with several writers: the index let one of them pass.
            async with self.database.write() as connection:
                return await self._check(connection, telegram_id, shared)

    async def _check(self, connection: AsyncConnection, telegram_id: int, shared: bytes | None) -> Check:
        claim = await lock_consenting(connection, telegram_id)
        if claim.identity == VERIFIED:
            return Check(kind=CheckKind.VERIFIED, agency=claim.agency)
        full = complete(claim)
        if isinstance(full, str):
            return Check(kind=CheckKind.INCOMPLETE, missing=full)
        employee = await Roster(connection).find(full.nip_lookup)
        taken = await People(connection).has_verified(full.nip_lookup, but=full.person_id)
        kind = CheckKind.TAKEN if taken else compare(full, employee, shared)
        if kind is CheckKind.VERIFIED and employee is not None:
            await _verify(connection, full, employee, self.now())
            return Check(kind=kind, agency=employee.agency)
        return Check(kind=kind, agency=(await responsible_for(connection, full.agency, telegram_id)).agency)


def complete(claim: Claim) -> FullClaim | str:
    """The claim with all its parts, or the name of the first that is missing: nip, name, agency."""
    if claim.nip_lookup is None or claim.nip_cipher is None:
        return "nip"
    if claim.name is None:
        return "name"
    if claim.agency is None:
        return "agency"
    return FullClaim(
        person_id=claim.person_id,
        telegram_id=claim.telegram_id,
        nip_lookup=claim.nip_lookup,
        nip_cipher=claim.nip_cipher,
        name=claim.name,
        agency=claim.agency,
    )


def compare(claim: FullClaim, employee: Employee | None, shared_phone: bytes | None) -> CheckKind:
    """What the staff list says to a claim; what sends a person to a human anyway comes before the phone."""
    if employee is None:
        return CheckKind.NOT_FOUND
    if employee.left:
        return CheckKind.LEFT
    if not same_person(claim.name, employee.name):
        return CheckKind.NAME_DIFFERS
    if not employee.agency.answers_for(claim.agency):
        return CheckKind.OTHER_AGENCY
    if employee.phone_lookup is None:
        return CheckKind.NO_PHONE
    if shared_phone is None:
        return CheckKind.PHONE_WANTED
    return CheckKind.VERIFIED if shared_phone == employee.phone_lookup else CheckKind.PHONE_DIFFERS


async def _verify(connection: AsyncConnection, claim: FullClaim, employee: Employee, at: datetime) -> None:
    """The list's name and agency become the person's; a request that was open has become needless."""
    await People(connection).set_verified(claim.person_id, name=employee.name, agency_id=employee.agency.id, at=at)
    await Verifications(connection).set_withdrawn(claim.person_id, at=at)
    await Audit(connection).add(
        "person.verified",
        subject="person",
        subject_id=claim.person_id,
        at=at,
        actor_id=claim.person_id,
        agency_id=employee.agency.id,
        by="phone",
    )
