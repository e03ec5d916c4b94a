"""The knowledge base as it is now: changes are live a few seconds later, and no mistake takes the bot down."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import structlog

from knowledge import Bank, Fault, Index, load_sound, load_sound_questions

log = structlog.get_logger(__name__)

Stamp = frozenset[tuple[str, int, int]]


class Shelf:
    """Holds the index, and the bank of questions. Always ask for them anew: `refresh` puts others in their place."""

    def __init__(self, folder: Path) -> None:
        """Raises `KnowledgeFaults` where not one article can be read."""
        self._folder = folder
        self._stamp = _stamp(folder)
        library, faults = load_sound(folder)
        _tell(faults)
        self.index = Index.build(library)
        self._bank: Bank | None = None

    @property
    def bank(self) -> Bank:
        """The questions. They are read on first use, or with the first look at the folder: a start is in a hurry."""
        if self._bank is None:
            self._bank = _read_bank(self._folder)
        return self._bank

    async def refresh(self) -> bool:
        """Read everything again if a file has changed; whether one had. Answers go on meanwhile from the old ones."""
        if self._bank is None:
            self._bank = await asyncio.to_thread(_read_bank, self._folder)
        stamp = await asyncio.to_thread(_stamp, self._folder)
        if stamp == self._stamp:
            return False
        self._stamp = stamp  # also when it fails: the same mistake is told once
        try:
            library, faults = await asyncio.to_thread(load_sound, self._folder, self.index.library)
            index = await asyncio.to_thread(Index.build, library)
            bank = await asyncio.to_thread(_read_bank, self._folder)
        except Exception as error:  # whatever it is, yesterday's articles are better than none
            log.exception("articles_not_read", error=type(error).__name__)
            return False
        _tell(faults)
        self.index, self._bank = index, bank
        log.info("articles_read", articles=len(library.articles), questions=len(bank), faults=len(faults))
        return True


def _read_bank(folder: Path) -> Bank:
    bank, faults = load_sound_questions(folder)
    _tell(faults)
    return bank


def _stamp(folder: Path) -> Stamp:
    """What tells that a file was changed, added or taken away."""
    return frozenset(_stamps(folder))


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    for pattern in ("*/*.md", "*/module.yaml", "*/questions.yaml"):
        for file in folder.glob(pattern):
            try:
                told = file.stat()
            except OSError:  # gone meanwhile
                continue
            yield str(file), told.st_mtime_ns, told.st_size


def _tell(faults: list[Fault]) -> None:
    for fault in faults:
        log.error("article_fault", file=str(fault.file), line=fault.line, fault=fault.message)
