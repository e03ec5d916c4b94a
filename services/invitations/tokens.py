"""What stands in a one-time link, `t.me/<bot>?start=i_<token>`: 128 random bits, of which only the hash is kept."""

from __future__ import annotations

import re
import secrets
from hashlib import sha256
from typing import Final

BYTES: Final = 16
TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{22}", re.ASCII)
PREFIX: Final = "i_"


def new_token() -> str:
    """One that nobody can guess, in letters that a link may hold."""
    return secrets.token_urlsafe(BYTES)


def hash_of(token: str) -> bytes:
    """What is kept of it. Without a salt: 128 random bits are not to be found by trying."""
    return sha256(token.encode()).digest()


def link_payload(token: str) -> str:
    """What stands after `start=` in the link."""
    return PREFIX + token


def token_of_payload(payload: str) -> str | None:
    """What a payload holds after our prefix, be it a token or not; None where it is no such link."""
    return payload.removeprefix(PREFIX) if payload.startswith(PREFIX) else None
