"""Saving files that were confirmed, one after the other, beside everything else: no update waits for it.

What is under way when the process stops is told about at the next start; the same file again finishes it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter
from sqlalchemy.exc import SQLAlchemyError

from bot.organizing import files, rollcall
from bot.organizing.incoming import Fetched, Refused, fetched
from bot.screens import Screen
from bot.session import LastMessages
from bot.toolbox.files import FilesTools
from bot.waiting import either, sleep_or
from bot.words import Voice
from services.errors import Refusal

log = structlog.get_logger(__name__)

EDIT_EVERY = 3.0
"""Seconds between two edits of the message that shows how far it is."""


@dataclass(slots=True)
class Job:
    """A file to be saved: who sent it, where it is, and the message that shows how far it is."""

    telegram_id: int
    voice: Voice
    table: str
    file_id: str
    sha: str
    name: str
    message_id: int
    batch: int | None = None
    """Whose people the file names."""
    done: int = 0
    total: int = 0


@dataclass(slots=True)
class Saving:
    """The files of one process; one a person, one at a time."""

    bot: Bot
    tools: FilesTools
    last: LastMessages
    wake: Callable[[], object]
    edit_every: float = EDIT_EVERY
    _jobs: deque[Job] = field(default_factory=deque)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def start(self, job: Job) -> bool:
        """Put a file in line; False while one of this person's is there."""
        if self.is_busy(job.telegram_id):
            return False
        self._jobs.append(job)
        self._news.set()
        return True

    def is_busy(self, telegram_id: int) -> bool:
        """Whether a file of this person is being saved, or waits."""
        return any(job.telegram_id == telegram_id for job in self._jobs)

    async def run(self, stop: asyncio.Event) -> None:
        """Save until `stop`; a file under way then is left where it is, and finished when it is sent again."""
        try:
            if await self.tools.owe_interrupted():
                self.wake()
        except (SQLAlchemyError, OSError) as error:
            log.warning("interrupted_files_not_looked_for", error=type(error).__name__)
        while await either(self._news, stop) and not stop.is_set():
            self._news.clear()
            while self._jobs and not stop.is_set():
                await self._until(stop, self._jobs[0])
                self._jobs.popleft()

    async def _until(self, stop: asyncio.Event, job: Job) -> None:
        async with asyncio.TaskGroup() as tasks:
            work = tasks.create_task(self._work(job))
            watch = tasks.create_task(_cancel_at(stop, work))
            over = asyncio.Event()
            work.add_done_callback(lambda _: over.set())
            while not over.is_set():
                await sleep_or(over, self.edit_every)
                if not over.is_set():
                    await self._edit(job, files.progress(job.voice, job.name, job.done, job.total))
            watch.cancel()

    async def _work(self, job: Job) -> None:
        try:
            screen = await self._save(job)
        except (SQLAlchemyError, OSError, TelegramAPIError) as error:
            log.warning("file_not_saved", error=type(error).__name__)
            screen = files.not_saved(job.voice, "file-stopped", job.batch, name=job.name)
        except Exception as error:
            log.exception("file_not_saved", error=type(error).__name__)
            screen = files.not_saved(job.voice, "file-stopped", job.batch, name=job.name)
        await self._finish(job, screen)

    async def _save(self, job: Job) -> Screen:
        async with fetched(self.bot, job.file_id, job.name) as file:
            if isinstance(file, Refused) or file.sha != job.sha:
                return files.not_saved(job.voice, "file-other", job.batch, name=job.name)
            try:
                screen = await self._write(job, file)
            except Refusal as refusal:
                screen = files.not_saved(job.voice, f"refusal-{refusal.key}", job.batch, **refusal.values)
        self.wake()  # who stood in line may be offered a seat now, and who was added is told
        return screen

    async def _write(self, job: Job, file: Fetched) -> Screen:
        how: dict[str, Any] = {
            "path": file.path,
            "actor_telegram_id": job.telegram_id,
            "mark": file.mark,
            "progress": lambda _, done, total: _note(job, done, total),
        }
        if job.batch is None:
            return files.saved(job.voice, job.name, await self.tools.save(table=job.table, **how))
        report = await self.tools.save_people(batch_id=job.batch, **how)
        return rollcall.saved(job.voice, job.name, report, job.batch)

    async def _finish(self, job: Job, screen: Screen) -> None:
        """In place of the progress; below what was said since, so that it is not missed."""
        for _ in range(3):
            try:
                if self.last.is_last(job.telegram_id, job.message_id) and await self._edit(job, screen):
                    return
                await self.bot.send_message(job.telegram_id, screen.text, reply_markup=screen.keyboard)
            except TelegramRetryAfter as error:
                await asyncio.sleep(error.retry_after)
            except TelegramAPIError as error:
                log.warning("file_result_not_told", error=type(error).__name__)
                return
            else:
                return

    async def _edit(self, job: Job, screen: Screen) -> bool:
        try:
            await self.bot.edit_message_text(
                screen.text, chat_id=job.telegram_id, message_id=job.message_id, reply_markup=screen.keyboard
            )
        except TelegramAPIError:  # not changed, gone, or too many edits: the next one tells more
            return False
        return True


def _note(job: Job, done: int, total: int) -> None:
    job.done, job.total = done, total


async def _cancel_at(stop: asyncio.Event, work: asyncio.Task[None]) -> None:
    await stop.wait()
    work.cancel()
