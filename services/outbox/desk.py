"""The use cases of the delivery worker, made together."""

from __future__ import annotations

from services.clock import Clock
from services.outbox.claiming import ClaimDeliveries
from services.outbox.halting import FindHalt, HaltSender
from services.outbox.recording import RecordResults, RecoverLeases
from services.outbox.rules import Rules
from storage.database import Database


class Desk:
    """All that the worker does with the outbox: on one database, under one set of rules."""

    def __init__(self, *, database: Database, now: Clock, rules: Rules, default_zone: str = "WIB") -> None:
        self.claim = ClaimDeliveries(database=database, now=now, rules=rules, default_zone=default_zone)
        self.record = RecordResults(database=database, now=now, rules=rules)
        self.recover = RecoverLeases(database=database, now=now, rules=rules)
        self.halt = HaltSender(database=database, now=now)
        self.find_halt = FindHalt(database=database, now=now)
