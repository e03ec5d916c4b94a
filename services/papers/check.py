"""Checking a call letter: a code on it that only we can make, and whether its seat is still sure."""

from __future__ import annotations

import base64
import hmac
import re
from dataclasses import dataclass
from datetime import datetime

from services.vault import Vault
from storage.database import Database
from storage.repositories.papers import Papers
from storage.repositories.seats import SEATED
from storage.repositories.trainings import PUBLISHED

PAYLOAD = re.compile(r"sp_([1-9][0-9]{0,8})_([A-Z2-7]{10})", re.ASCII)
CODE_LENGTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a letter is about; `stands` is False once its seat was given back, or the batch was cancelled."""

    name: str
    title: str
    host_short_name: str
    starts_at: datetime
    ends_at: datetime
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCallLetter:
    """Whose letter carries this number and code; None: none of ours does, or the person erased their data."""

    database: Database
    vault: Vault

    async def __call__(self, *, enrolment_id: int, code: str) -> Checked | None:
        if not hmac.compare_digest(code, code_of(enrolment_id, self.vault)):
            return None
        async with self.database.read() as connection:
            paper = await Papers(connection).find(enrolment_id)
        if paper is None:
            return None
        return Checked(
            name=paper.name or "",
            title=paper.title,
            host_short_name=paper.host_short_name,
            starts_at=paper.starts_at,
            ends_at=paper.ends_at,
            stands=paper.state in SEATED and paper.batch_state == PUBLISHED,
        )


def code_of(enrolment_id: int, vault: Vault) -> str:
    """The code of an enrolment's call letter: always the same, and not to be guessed."""
    return base64.b32encode(vault.lookup(f"call-letter:{enrolment_id}")).decode()[:CODE_LENGTH]


def check_payload(enrolment_id: int, code: str) -> str:
    """What stands after `start=` in the link on the letter."""
    return f"sp_{enrolment_id}_{code}"


def read_check(payload: str) -> tuple[int, str] | None:
    """The number and code of a payload, or None where it is none of ours."""
    match = PAYLOAD.fullmatch(payload)
    return (int(match[1]), match[2]) if match else None
