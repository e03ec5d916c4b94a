"""Starts a sandbox for the tests, and tells its address."""

import asyncio
import json
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.support.sandbox_views import Json, SandboxError


@asynccontextmanager
async def in_this_loop(cast: Json, strict: bool) -> AsyncIterator[str]:
    """In the event loop of the test."""
    from sandbox.limits import Limits
    from sandbox.people import Cast
    from sandbox.server import serving
    from sandbox.world import World

    async with serving(World(cast=Cast(**cast), limits=Limits(strict=strict))) as url:
        yield url


@asynccontextmanager
async def in_process(cast: Json, strict: bool) -> AsyncIterator[str]:
    """As `python -m sandbox`, a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        people = Path(folder) / "people.json"
        people.write_text(json.dumps(cast), encoding="utf-8")
        flags = ["--strict"] if strict else []
        command = [sys.executable, "-m", "sandbox", "--port", "0", "--people", str(people), *flags]
        server = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        try:
            assert server.stdout is not None
            ready = (await asyncio.wait_for(server.stdout.readline(), 30)).decode()
            if not ready.startswith("sandbox ready "):
                raise SandboxError(f"The sandbox did not start: {ready!r}")
            yield ready.removeprefix("sandbox ready ").strip()
        finally:
            if server.returncode is None:
                server.terminate()
            await server.wait()
