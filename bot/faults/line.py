"""The line between the bot and the sandbox: it can be down, or answer in the sandbox's place."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
from aiohttp import web

UNREADABLE = "<html>502 Bad Gateway</html>"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer in the sandbox's place; `after`: the sandbox gets the request all the same."""

    status: int
    text: str
    after: bool = False


def refusal(code: int, description: str, **parameters: int) -> Answer:
    """An answer that says why not."""
    told = f', "parameters": {{{", ".join(f"{chr(34)}{k}{chr(34)}: {v}" for k, v in parameters.items())}}}'
    body = f'{{"ok": false, "error_code": {code}, "description": "{description}"{told if parameters else ""}}}'
    return Answer(code, body)


@dataclass
class Line:
    """`answers`: for a chat's next message, once."""

    to: str
    http: aiohttp.ClientSession
    url: str = ""
    answers: dict[int, Answer] = field(default_factory=dict)
    _app: web.AppRunner | None = None
    _port: int = 0

    async def open(self) -> None:
        """Put it up, at the same address each time."""
        app = web.Application()
        app.router.add_post("/{path:.*}", self._pass)
        self._app = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
        await self._app.setup()
        await web.TCPSite(self._app, "127.0.0.1", self._port, reuse_address=True).start()
        self._port = self._app.addresses[0][1]
        self.url = f"http://127.0.0.1:{self._port}"

    async def close(self) -> None:
        """Take it down: whoever calls is refused."""
        if self._app is not None:
            await self._app.cleanup()
            self._app = None

    async def _pass(self, request: web.Request) -> web.Response:
        chat, body = int(str((await request.post()).get("chat_id", 0))), await request.read()
        answer = self.answers.pop(chat, None)
        if answer is not None and not answer.after:
            return web.Response(status=answer.status, text=answer.text, content_type="application/json")
        headers = {"Content-Type": request.headers["Content-Type"]}
        try:
            async with self.http.post(f"{self.to}{request.path}", data=body, headers=headers) as response:
                text, status = await response.text(), response.status
        except aiohttp.ClientError:  # cut on the far side: cut here too
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=502)
        return web.Response(status=status, text=answer.text if answer else text, content_type="application/json")


@asynccontextmanager
async def line_to(url: str) -> AsyncIterator[Line]:
    """One that is up, while the context is open."""
    async with aiohttp.ClientSession() as http:
        line = Line(url, http)
        await line.open()
        try:
            yield line
        finally:
            await line.close()
