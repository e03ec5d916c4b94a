"""A Bot API server that answers sendMessage as told: what the sandbox has no fault for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


def message(chat: int, message_id: int = 1) -> str:
    """An answer that says it was sent."""
    return f'{{"ok":true,"result":{{"message_id":{message_id},"date":1,"chat":{{"id":{chat},"type":"private"}}}}}}'


def refusal(code: int, description: str, parameters: str = "null") -> tuple[int, str]:
    """An answer that says why not."""
    return code, f'{{"ok":false,"error_code":{code},"description":"{description}","parameters":{parameters}}}'


@dataclass
class Script:
    """Answers to give, first to last, and the requests that came."""

    answers: list[tuple[int, str]]
    url: str = ""
    requests: list[dict[str, Any]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        """The next answer."""
        self.requests.append({name: _kept(value) for name, value in (await request.post()).items()})
        status, text = self.answers.pop(0)
        return web.Response(status=status, text=text, content_type="application/json")


def _kept(value: str | bytes | bytearray | web.FileField) -> Any:
    """A file's name and content; it is closed with its request."""
    return (value.filename, value.file.read()) if isinstance(value, web.FileField) else value


@asynccontextmanager
async def scripted(*answers: tuple[int, str]) -> AsyncIterator[Script]:
    """The server on loopback, while the context is open."""
    script = Script(list(answers))
    app = web.Application()
    app.router.add_post("/{token}/{method}", script.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    script.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield script
    await runner.cleanup()
