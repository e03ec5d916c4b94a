"""What use cases are made of."""

from __future__ import annotations

from dataclasses import dataclass

from services.clock import Clock
from services.vault import Vault
from storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What every group of use cases is given; it takes what it needs."""

    database: Database
    vault: Vault
    now: Clock
    admins: frozenset[int]
