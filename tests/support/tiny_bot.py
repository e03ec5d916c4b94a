"""A bot that a test plays by hand over the Bot API, and the sandbox it lives in as a process of its own."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

BOT = 4242
TOKEN = f"{BOT}:" + "w" * 35


@contextmanager
def serving(people: Path, port: int = 0) -> Iterator[str]:
    """The address of a sandbox with these people, running as a process of its own."""
    command = [sys.executable, "-m", "sandbox", "--port", str(port), "--people", str(people)]
    with subprocess.Popen(command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True) as process:
        try:
            yield _address(process)
        finally:
            process.terminate()


def _address(process: subprocess.Popen[str]) -> str:
    for line in process.stdout or ():
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if found:
            return found.group()
    raise AssertionError("the sandbox ended without saying its address")


@dataclass
class TinyBot:
    """Just enough of a bot: calls, and the updates one by one."""

    base: str
    session: aiohttp.ClientSession
    offset: int = 0

    async def call(self, method: str, **params: Any) -> Any:
        async with self.session.post(f"{self.base}/bot{TOKEN}/{method}", json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **params: Any) -> str:
        async with self.session.post(f"{self.base}/bot{TOKEN}/{method}", json=params) as response:
            return str((await response.json())["description"])

    async def upload(self, method: str, field: str, name: str, content: bytes, **params: str) -> Any:
        form = aiohttp.FormData(params)
        form.add_field(field, content, filename=name)
        async with self.session.post(f"{self.base}/bot{TOKEN}/{method}", data=form) as response:
            return (await response.json())["result"]

    async def say(self, chat: int, text: str, *rows: list[dict[str, Any]], **params: Any) -> Any:
        markup = {"reply_markup": {"inline_keyboard": list(rows)}} if rows else {}
        return await self.call("sendMessage", chat_id=chat, text=text, parse_mode="HTML", **markup, **params)

    async def next(self, kind: str) -> dict[str, Any]:
        """What comes next; it must be of this kind."""
        updates = await self.call("getUpdates", offset=self.offset, timeout=10, limit=1)
        assert updates, f"no {kind} came within ten seconds"
        self.offset = updates[0]["update_id"] + 1
        assert kind in updates[0], updates[0]
        return dict(updates[0][kind])

    async def control(self, path: str, **body: Any) -> Any:
        async with self.session.post(f"{self.base}/api/{path}", json=body) as response:
            assert response.status == 200, await response.text()
            return await response.json()
