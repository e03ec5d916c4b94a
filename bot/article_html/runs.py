"""Runs: stretches of characters with the tags around them.

They can be cut anywhere and still be written as well-formed HTML, which a finished string cannot.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import takewhile

LIMIT = 4096
"""Telegram's, in UTF-16 units after the tags are read."""
MOST_ENTITIES = 100
"""Telegram leaves out the formatting beyond these."""

Tags = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that stand in the same tags, outermost first."""

    text: str
    tags: Tags = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a line of a list or of a table."""

    runs: tuple[Run, ...]
    tight: bool = False
    """Follows the block before on the next line, without an empty one between."""
    leads: bool = False
    """Belongs to the block after it, and never stands last in a message."""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def fits(self) -> bool:
        """Whether it can be one message."""
        return utf16(self.text) <= LIMIT and entities(self.runs) <= MOST_ENTITIES


def render(runs: Iterable[Run]) -> str:
    """Well-formed HTML; neighbours in the same tags share them."""
    written: list[str] = []
    open_tags: Tags = ()
    for run in runs:
        shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(open_tags, run.tags, strict=False))))
        written += [f"</{tag.split()[0]}>" for tag in reversed(open_tags[shared:])]
        written += [f"<{tag}>" for tag in run.tags[shared:]]
        written.append(escape(run.text, quote=False))
        open_tags = run.tags
    return "".join([*written, *(f"</{tag.split()[0]}>" for tag in reversed(open_tags))])


def utf16(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text) + sum(char > "\uffff" for char in text)


def joined(found: Sequence[Block]) -> Block:
    """Several blocks as one."""
    runs = list(found[0].runs) if found else []
    for block in found[1:]:
        between = "\n" if block.tight else "\n\n"
        # The break belongs to a quote that goes on, or Telegram would show two.
        outer = runs[-1].tags[:1] if runs and block.runs else ()
        goes_on = outer == ("blockquote",) and block.runs[0].tags[:1] == outer
        runs += [Run(between, outer if goes_on else ()), *block.runs]
    return Block(tuple(runs), tight=bool(found) and found[0].tight)


def entities(runs: Iterable[Run]) -> int:
    """How many entities these runs can make at most."""
    return sum(len(run.tags) for run in runs)
