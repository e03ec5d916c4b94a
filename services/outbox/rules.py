"""What holds for all deliveries of a kind."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.outbox import Owed, State


class Policy(StrEnum):
    """What to do with a message that perhaps arrived: Telegram cannot be asked, and takes the same message twice."""

    AT_LEAST_ONCE = "at_least_once"
    AT_MOST_ONCE = "at_most_once"


@dataclass(frozen=True, slots=True)
class Over:
    """How a delivery ended for good; `message_id` as which message Telegram took it, or the topic it made."""

    owed: Owed
    state: State
    message_id: int | None


After = Callable[[AsyncConnection, Over], Awaitable[None]]
"""What follows from the end of a delivery, in the transaction that writes it down. It may come twice."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`urgent` kinds do not wait for the morning."""

    policy: Policy
    urgent: bool = False
    after: After | None = None


Rules = Mapping[str, Rule]
"""The rule of each kind that this process can render; rows of other kinds are left to a process that can."""
