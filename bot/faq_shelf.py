"""The knowledge base of one bot: the articles of the files, and beside them what its organizers made of answers.

The files' shelf may be shared by several bots of a process; what stands beside them is each bot's own.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.faq_articles import FaqArticles
from bot.shelf import Shelf
from knowledge import Index
from services.faq import ListShown, StampShown
from storage.repositories.faqs import Faq, Stamp

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class FaqShelf:
    """Holds the index of both. Always ask it for `index` anew: `refresh` puts another one in its place."""

    shelf: Shelf
    articles: FaqArticles
    stamp: StampShown
    shown: ListShown
    index: Index = field(init=False)
    _seen: tuple[Index, Stamp | None] = field(init=False)
    _lock: asyncio.Lock = field(init=False, default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        self.index = self.shelf.index
        self._seen = (self.shelf.index, None)

    async def refresh(self) -> None:
        """Take in what was approved, changed or taken back, here or in another process, and other files.

        Answers go on meanwhile from the old articles; trouble with the database is the next look's chance.
        """
        async with self._lock:
            files = self.shelf.index
            try:
                stamp = await self.stamp()
                if self._seen == (files, stamp):
                    return
                found = await self.shown() if stamp[0] else ()
                self.index = await asyncio.to_thread(self._build, files, found) if found else files
            except (SQLAlchemyError, OSError) as error:
                log.warning("answers_not_read", error=type(error).__name__)
                return
            self._seen = (files, stamp)
            if found:
                log.info("answers_read", articles=len(found))

    def _build(self, files: Index, found: tuple[Faq, ...]) -> Index:
        library = self.articles.add_to(files.library, found)
        return files if library is files.library else Index.build(library)

    async def look(self) -> None:
        """The files first, then what stands beside them: what the clock does every few seconds."""
        await self.shelf.refresh()
        await self.refresh()
