"""What organizers see of a person: the name, the NIP whole or masked, the agency; and in which group they stand."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from services.enrolment.moves import State
from services.identity import Nip
from services.identity.nip import NipFaults, read_nip
from services.vault import Vault
from storage.repositories.participants import Candidate, Participant

VIEW: Final = "participants.view"
MOST_WORDS = 5


class Group(StrEnum):
    """How the people of a batch are told apart at a glance."""

    SEATED = "seated"
    LINE = "line"
    ASKED = "asked"
    ENDED = "ended"


GROUPS: Final[dict[Group, tuple[State, ...]]] = {
    Group.SEATED: (State.CONFIRMED, State.ATTENDED, State.PASSED, State.FAILED, State.EXEMPTED),
    Group.LINE: (State.WAITLISTED, State.OFFERED),
    Group.ASKED: (State.SUBMITTED, State.RECOMMENDED),
    Group.ENDED: (State.CANCELLED, State.DECLINED, State.EXPIRED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A person as organizers see them."""

    name: str
    nip: str | None
    """Grouped for organizers of the person's own agency, else masked."""
    agency: str | None
    province: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed to find somebody: a NIP in full, or words of a name."""

    nip_lookup: bytes | None = None
    words: tuple[str, ...] = ()


def wanted(vault: Vault, text: str, today: date) -> Wanted:
    """A NIP where all 18 digits stand there, else the words of a name in lower case."""
    try:
        return Wanted(nip_lookup=vault.lookup(read_nip(text, today).digits))
    except NipFaults:
        return Wanted(words=tuple(text.casefold().split()[:MOST_WORDS]))


def line_of(vault: Vault, person: Participant | Candidate, own: Collection[int]) -> PersonLine:
    """How somebody is shown to organizers of the agencies `own`."""
    nip = None
    if person.nip_cipher is not None:
        read = Nip(vault.decrypt(person.nip_cipher))
        nip = read.grouped if person.agency_id in own else read.masked
    return PersonLine(name=person.name or "", nip=nip, agency=person.agency, province=person.province)
