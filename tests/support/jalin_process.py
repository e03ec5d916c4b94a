"""`jalin run` as a process of its own, as an operator runs it: started, killed, stopped."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.sandbox import TOKEN

ROOT = Path(__file__).parents[2]
KEY = "a2V5LWtleS1rZXkta2V5LWtleS1rZXkta2V5LWtleS0="
READY_SECONDS = 60.0
STOP_SECONDS = 10.0


@dataclass(slots=True)
class Jalin:
    """One process after another on the same database."""

    api_url: str
    database_url: str
    token: str = TOKEN
    more: dict[str, str] = field(default_factory=dict)
    errors: str = ""
    _process: Process | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What the process is given; nothing of ours leaks in but the path."""
        return {
            "PATH": os.environ["PATH"],
            "BOT_TOKEN": self.token,
            "TELEGRAM_API_URL": self.api_url,
            "DATABASE_URL": self.database_url,
            "DATA_KEY": KEY,
            "LOOKUP_KEY": KEY,
            "LOG_LEVEL": "DEBUG",
        } | self.more

    async def start(self) -> None:
        """Start, and wait for `ready`."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.cli", "run", cwd=ROOT, env=self.environment, stdout=PIPE, stderr=PIPE
        )
        assert self._process.stdout is not None
        line = await asyncio.wait_for(self._process.stdout.readline(), READY_SECONDS)
        if line != b"ready\n":
            await self._collect()
            raise AssertionError(f"not ready but {line!r}: {self.errors[-2000:]}")

    async def kill(self) -> None:
        """`kill -9`: no word of farewell."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        await self._collect()

    async def stop(self) -> int:
        """SIGTERM; the exit code, within the promised ten seconds."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(self._collect(), STOP_SECONDS)
        assert self._process.returncode is not None
        return self._process.returncode

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def _collect(self) -> None:
        assert self._process is not None
        _, errors = await self._process.communicate()
        self.errors += errors.decode(errors="replace")


@asynccontextmanager
async def jalin_running(api_url: str, database_url: str, **more: str) -> AsyncIterator[Jalin]:
    """A started process; whatever became of it, none is left behind."""
    jalin = Jalin(api_url, database_url, more=more)
    await jalin.start()
    try:
        yield jalin
    finally:
        if jalin.is_running:
            await jalin.kill()
