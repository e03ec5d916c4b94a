"""The use cases of the delivery worker, made together."""

from __future__ import annotations

from dataclasses import dataclass

from services.clock import Clock
from services.outbox.claiming import ClaimDeliveries
from services.outbox.halting import FindHalt, HaltSender
from services.outbox.recording import RecordResults, RecoverLeases
from services.outbox.rules import Rules
from storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All that the worker does with the outbox."""

    claim: ClaimDeliveries
    record: RecordResults
    recover: RecoverLeases
    halt: HaltSender
    find_halt: FindHalt

    @classmethod
    def of(cls, *, database: Database, now: Clock, rules: Rules, default_zone: str = "WIB") -> Desk:
        """The use cases on one database, under one set of rules."""
        return cls(
            claim=ClaimDeliveries(database=database, now=now, rules=rules, default_zone=default_zone),
            record=RecordResults(database=database, now=now, rules=rules),
            recover=RecoverLeases(database=database, now=now, rules=rules),
            halt=HaltSender(database=database, now=now),
            find_halt=FindHalt(database=database, now=now),
        )
