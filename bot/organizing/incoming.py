"""Files that organizers send in: fetched when they are needed, told apart by what is in them, and kept nowhere."""

from __future__ import annotations

import asyncio
import hashlib
import tempfile
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.recommendation.files import MEGABYTE, MOST_MEGABYTES, TOO_BIG, is_large

ZIP = b"PK\x03\x04"
MOST_UNPACKED = 300 * MEGABYTE
"""An XLSX is a packed file: this much of it at most is unpacked in memory."""
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file on this machine for a moment; `sha` tells whether it is the one that was looked at."""

    path: Path
    sha: str

    @property
    def mark(self) -> int:
        """A number that stands for the content."""
        return mark_of(self.sha)


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is not taken, and why."""

    why: Literal["large", "kind", "gone"]


def mark_of(sha: str) -> int:
    """A number that stands for the content with this hash."""
    return int(sha[:13], 16)


@asynccontextmanager
async def fetched(bot: Bot, file_id: str, name: str) -> AsyncIterator[Fetched | Refused]:
    """The file under its name, and gone again afterwards."""
    with tempfile.TemporaryDirectory(prefix="jalin-file-") as folder:
        yield await _fetch(bot, file_id, name, Path(folder))


async def _fetch(bot: Bot, file_id: str, name: str, folder: Path) -> Fetched | Refused:
    try:
        stored = await bot.get_file(file_id)
    except TelegramBadRequest as error:
        return Refused("large" if TOO_BIG in error.message else "gone")
    if is_large(stored.file_size):
        return Refused("large")
    raw = folder / "raw"
    if stored.file_path is None:
        return Refused("gone")
    await bot.download_file(stored.file_path, raw)
    return await asyncio.to_thread(_named, raw, Path(name).stem[:LONGEST_NAME] or "berkas")


def _named(raw: Path, stem: str) -> Fetched | Refused:
    content = raw.read_bytes()
    if len(content) > MOST_MEGABYTES * MEGABYTE:
        return Refused("large")
    suffix = _suffix(raw, content)
    if suffix is None:
        return Refused("kind")
    path = raw.with_name(stem.replace("/", " ") + suffix)
    raw.rename(path)
    return Fetched(path, hashlib.sha256(content).hexdigest())


def _suffix(raw: Path, content: bytes) -> str | None:
    """What the content shows, whatever the name says; None: neither a workbook nor text."""
    if content.startswith(ZIP):
        try:
            with zipfile.ZipFile(raw) as packed:
                parts = packed.infolist()
        except zipfile.BadZipFile:
            return None
        is_book = any(part.filename == "xl/workbook.xml" for part in parts)
        return ".xlsx" if is_book and sum(part.file_size for part in parts) <= MOST_UNPACKED else None
    return None if not content.strip() or b"\x00" in content else ".csv"
