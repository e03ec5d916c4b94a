"""What holds for all deliveries of a kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Policy(StrEnum):
    """What to do with a message that perhaps arrived: Telegram cannot be asked, and takes the same message twice."""

    AT_LEAST_ONCE = "at_least_once"
    AT_MOST_ONCE = "at_most_once"


@dataclass(frozen=True, slots=True)
class Rule:
    """`urgent` kinds do not wait for the morning."""

    policy: Policy
    urgent: bool = False


Rules = Mapping[str, Rule]
"""The rule of each kind that this process can render; rows of other kinds are left to a process that can."""
