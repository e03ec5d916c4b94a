"""The knowledge base as it is now: changes are live a few seconds later, and no mistake takes the bot down."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import structlog

from knowledge import Fault, Index, load_sound

log = structlog.get_logger(__name__)

Stamp = frozenset[tuple[str, int, int]]


class Shelf:
    """Holds the index. Always ask it for `index` anew: `refresh` puts another one in its place."""

    def __init__(self, folder: Path) -> None:
        """Raises `KnowledgeFaults` where not one article can be read."""
        self._folder = folder
        self._stamp = _stamp(folder)
        library, faults = load_sound(folder)
        _tell(faults)
        self.index = Index.build(library)

    async def refresh(self) -> bool:
        """Read the articles again if a file has changed; whether one had. Answers go on meanwhile from the old ones."""
        stamp = await asyncio.to_thread(_stamp, self._folder)
        if stamp == self._stamp:
            return False
        self._stamp = stamp  # also when it fails: the same mistake is told once
        try:
            library, faults = await asyncio.to_thread(load_sound, self._folder, self.index.library)
            index = await asyncio.to_thread(Index.build, library)
        except Exception as error:  # whatever it is, yesterday's articles are better than none
            log.exception("articles_not_read", error=type(error).__name__)
            return False
        _tell(faults)
        self.index = index
        log.info("articles_read", articles=len(library.articles), faults=len(faults))
        return True


def _stamp(folder: Path) -> Stamp:
    """What tells that a file was changed, added or taken away."""
    return frozenset(_stamps(folder))


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    for pattern in ("*/*.md", "*/module.yaml"):
        for file in folder.glob(pattern):
            try:
                told = file.stat()
            except OSError:  # gone meanwhile
                continue
            yield str(file), told.st_mtime_ns, told.st_size


def _tell(faults: list[Fault]) -> None:
    for fault in faults:
        log.error("article_fault", file=str(fault.file), line=fault.line, fault=fault.message)
