"""Writing down how deliveries went, and taking up what a dead worker left behind."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.outbox.rules import Over, Policy, Rule, Rules
from storage.database import Database
from storage.repositories.outbox import Ending, Outbox, Owed, State

ATTEMPTS = 5
FIRST_PAUSE = timedelta(seconds=5)
RECOVER_AT_ONCE = 500


class Verdict(Enum):
    """How an attempt ended."""

    SENT = auto()
    SKIPPED = auto()
    """Not sent, because it is no longer true."""
    FAILED = auto()
    """Not sent, and never will be."""
    IN_DOUBT = auto()
    """Perhaps sent: the kind's policy decides."""
    RETURNED = auto()
    """Not sent, for a reason that is not the message's: it goes back as if it had not been taken."""
    PUT_OFF = auto()
    """Not sent, for a reason of its own that may pass: tried again after a pause, in the end failed."""


@dataclass(frozen=True, slots=True)
class Result:
    """How one attempt of one delivery ended."""

    owed: Owed
    verdict: Verdict
    message_id: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordResults:
    """Write down how a group of attempts ended, in one transaction.

    A result counts only while its attempt is the one in flight: what a late worker brings changes nothing.
    """

    database: Database
    now: Clock
    rules: Rules

    async def __call__(self, results: Sequence[Result]) -> None:
        now = self.now()
        ended = [(result.owed, ending(result, self.rules[result.owed.kind], now)) for result in results]
        async with self.database.write() as connection:
            await end(connection, ended, self.rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverLeases:
    """Take up what a worker left *sending* past its lease: perhaps sent, so the kind's policy decides.

    Returns how many were taken up. Left as they are: kinds without a rule in this process, and the deliveries in
    `held`, whose results this process is about to write.
    """

    database: Database
    now: Clock
    rules: Rules

    async def __call__(self, *, held: AbstractSet[int] = frozenset()) -> int:
        now = self.now()
        async with self.database.read() as connection:
            if not await Outbox(connection).list_lapsed(now=now, kinds=self.rules, held=held, limit=1):
                return 0
        async with self.database.write() as connection:
            outbox = Outbox(connection)
            lapsed = await outbox.list_lapsed(now=now, kinds=self.rules, held=held, limit=RECOVER_AT_ONCE, lock=True)
            ended = [(left, doubtful(left, self.rules[left.kind], now, "lease-lapsed")) for left in lapsed]
            await end(connection, ended, self.rules)
        return len(lapsed)


async def end(connection: AsyncConnection, ended: Sequence[tuple[Owed, Ending]], rules: Rules) -> None:
    """Write the endings down, and do what follows from those that are for good."""
    await Outbox(connection).end(ending for _, ending in ended)
    for owed, ending in ended:
        after = rules[owed.kind].after
        if after and ending.state is not State.QUEUED:
            await after(connection, Over(owed, ending.state, ending.message_id))


def ending(result: Result, rule: Rule, now: datetime) -> Ending:
    """What becomes of the delivery."""
    owed, reason = result.owed, result.reason
    match result.verdict:
        case Verdict.IN_DOUBT:
            return doubtful(owed, rule, now, reason)
        case Verdict.RETURNED:
            return _again(owed, attempt=owed.attempt - 1, due_at=owed.due_at, reason=reason)
        case Verdict.PUT_OFF if owed.attempt < ATTEMPTS:
            return _again(owed, attempt=owed.attempt, due_at=now + pause(owed.attempt), reason=reason)
        case Verdict.SENT:
            return _over(owed, State.SENT, now, reason, result.message_id)
        case Verdict.SKIPPED:
            return _over(owed, State.SKIPPED, now, reason)
        case _:
            return _over(owed, State.FAILED, now, reason)


def doubtful(owed: Owed, rule: Rule, now: datetime, reason: str | None) -> Ending:
    """A message that perhaps arrived is sent again only where its kind asks for it, and not for ever."""
    if rule.policy is Policy.AT_MOST_ONCE or owed.attempt >= ATTEMPTS:
        return _over(owed, State.UNKNOWN, now, reason)
    return _again(owed, attempt=owed.attempt, due_at=now + pause(owed.attempt), reason=reason)


def pause(attempt: int) -> timedelta:
    """How long to wait after an attempt (the first is 1): 5 s, 10 s, 20 s, ..."""
    return FIRST_PAUSE * (1 << attempt - 1)


def _again(owed: Owed, *, attempt: int, due_at: datetime, reason: str | None) -> Ending:
    return Ending(
        id=owed.id, held_attempt=owed.attempt, state=State.QUEUED, attempt=attempt, due_at=due_at, reason=reason
    )


def _over(owed: Owed, state: State, now: datetime, reason: str | None, message_id: int | None = None) -> Ending:
    return Ending(
        id=owed.id,
        held_attempt=owed.attempt,
        state=state,
        attempt=owed.attempt,
        due_at=owed.due_at,
        done_at=now,
        message_id=message_id,
        reason=reason,
    )
