"""What a person says about themselves: NIP, name, agency. Whoever is verified may not change it alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.errors import Refusal
from services.identity.nip import Nip, read_nip
from services.vault import Vault
from storage.database import Database
from storage.repositories.agencies import Agencies, Agency
from storage.repositories.people import UNKNOWN, VERIFIED, Claim, People
from storage.repositories.verifications import Verifications

NAME_LENGTHS: Final = (2, 100)
MOST_NAME_DIGITS: Final = 4
"""More digits in a name are a number that was meant for another question, perhaps the NIP."""
EAST: Final = timezone(timedelta(hours=9))
"""WIT: where the year begins first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterNip:
    """Keep the NIP someone types, encrypted. Raises NipFaults with all that is wrong with it."""

    database: Database
    vault: Vault
    now: Clock

    async def __call__(self, *, telegram_id: int, text: str) -> Nip:
        async with self.database.write() as connection:
            claim = await lock_consenting(connection, telegram_id)
            nip = read_nip(text, self.now().astimezone(EAST).date())
            lookup = self.vault.lookup(nip.digits)
            if lookup != claim.nip_lookup:
                await open_for_change(connection, claim, self.now())
                cipher = self.vault.encrypt(nip.digits)
                await People(connection).set_nip(claim.person_id, lookup=lookup, cipher=cipher)
        return nip


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterName:
    """Keep the name someone types, with single spaces; gives it back as kept."""

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, text: str) -> str:
        async with self.database.write() as connection:
            claim = await lock_consenting(connection, telegram_id)
            name = read_name(text)
            if name != claim.name:
                await open_for_change(connection, claim, self.now())
                await People(connection).set_name(claim.person_id, name)
        return name


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseAgency:
    """Keep the agency someone says they work for."""

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, agency_id: int) -> Agency:
        async with self.database.write() as connection:
            claim = await lock_consenting(connection, telegram_id)
            agency = await Agencies(connection).find(agency_id)
            if agency is None:
                raise Refusal("agency-unknown")
            if agency != claim.agency:
                await open_for_change(connection, claim, self.now())
                await People(connection).set_agency(claim.person_id, agency.id)
        return agency


def read_name(text: str) -> str:
    """A name of 2 to 100 characters with letters, single spaces and hardly a digit; raises a Refusal."""
    name = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    shortest, longest = NAME_LENGTHS
    if len(re.findall(r"\d", name)) > MOST_NAME_DIGITS:
        raise Refusal("name-digits")
    if not any(char.isalpha() for char in name):
        raise Refusal("name-letters")
    if len(name) < shortest:
        raise Refusal("name-short", shortest=shortest)
    if len(name) > longest:
        raise Refusal("name-long", longest=longest, count=len(name))
    return name


async def lock_consenting(connection: AsyncConnection, telegram_id: int) -> Claim:
    """The claim of someone who has agreed that their data is kept; raises Refusal("consent-needed")."""
    claim = await People(connection).lock_claim(telegram_id)
    if claim is None or not claim.consented:
        raise Refusal("consent-needed")
    return claim


async def open_for_change(connection: AsyncConnection, claim: Claim, at: datetime) -> None:
    """Before a claim changes: refuse if it is verified, withdraw the request that was about the old one."""
    if claim.identity == VERIFIED:
        raise Refusal("identity-verified")
    if claim.identity != UNKNOWN:
        await Verifications(connection).set_withdrawn(claim.person_id, at=at)
        await People(connection).set_identity(claim.person_id, UNKNOWN)
