"""Where a training stands: a file may put it on the list, but takes back nothing that was decided in the chat."""

from __future__ import annotations

from typing import Final

DRAFT: Final = "draft"
MERGED: Final = "merged"


def standing(stored: str | None, asked: str) -> str:
    """The state of a training after a file asked for one: the stored one, where the file would take a step back.

    Only a draft can become a draft, and what went into another training is over.
    """
    if stored is None or (asked != DRAFT and stored != MERGED):
        return asked
    return stored
