"""Files and events: what is not JSON."""

import asyncio

from aiohttp import web

from sandbox.api import WORLD
from sandbox.control.common import number

_HEARTBEAT_SECONDS = 15.0


async def file(request: web.Request) -> web.Response:
    stored = request.app[WORLD].files.by_number(int(request.match_info["file"]))
    if stored is None or stored.content is None:
        raise web.HTTPNotFound
    inline = stored.kind == "photo" and stored.mime.startswith("image/") and "svg" not in stored.mime
    headers = {"Content-Disposition": "inline" if inline else "attachment", "X-Content-Type-Options": "nosniff"}
    return web.Response(body=stored.content, content_type=stored.mime, headers=headers)


async def events(request: web.Request) -> web.StreamResponse:
    hub = request.app[WORLD].hub
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
    subscriber = hub.subscribe(number(request.query, "chat"), number(request.query, "bot"))
    try:
        await response.prepare(request)
        await response.write(b": listening\n\n")
        while (event := await _next(subscriber.queue)) is not None:
            await response.write(event.encode())
    except ConnectionResetError:
        return response
    finally:
        hub.leave(subscriber)
    return response


async def _next(queue: asyncio.Queue[str | None]) -> str | None:
    try:
        return await asyncio.wait_for(queue.get(), _HEARTBEAT_SECONDS)
    except TimeoutError:
        return ": still here\n\n"
