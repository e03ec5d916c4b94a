"""Refusals: what the product says no to, as a key and values; the bot finds the words."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a failure of the program
    """Something a person may not or cannot do now. `key` names the sentence, `values` fill it."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class NotAllowed(Refusal):
    """The person's roles do not reach this action."""

    def __init__(self, **values: Any) -> None:
        super().__init__("not-allowed", **values)
