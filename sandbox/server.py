"""The sandbox as a running server."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from aiohttp import ClientSession, web

from sandbox import api, control, webhooks
from sandbox.world import Account, World

_WEB = Path(__file__).parent / "web"
_SHUTDOWN_SECONDS = 1.0


def application(world: World) -> web.Application:
    """The Bot API, the control API and the web chat in one application."""
    app = web.Application(client_max_size=api.LARGEST_REQUEST)
    app[api.WORLD] = world
    api.add_routes(app)
    app.add_subapp("/api", control.application(world))
    app.router.add_get("/", _page)
    app.router.add_static("/static/", _WEB)
    app.on_shutdown.append(_end_waiting)
    return app


async def _page(request: web.Request) -> web.FileResponse:
    return web.FileResponse(_WEB / "index.html")


async def _end_waiting(app: web.Application) -> None:
    """Lets those go who wait for an event or an update: the server is going down."""
    world = app[api.WORLD]
    world.hub.close()
    for account in world.accounts.values():
        account.queue.close()


@asynccontextmanager
async def serving(world: World, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serves while the context is open, and tells the address; port 0 takes a free one."""
    runner = web.AppRunner(application(world), access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS)
    await runner.setup()
    try:
        async with asyncio.TaskGroup() as tasks, webhooks.session() as session:
            world.start_webhook = partial(_start_webhook, world, tasks, session)
            site = web.TCPSite(runner, host, port)
            await site.start()
            yield f"http://{host}:{runner.addresses[0][1]}"
            for account in world.accounts.values():
                account.webhook.forget()
    finally:
        await runner.cleanup()


def _start_webhook(world: World, tasks: asyncio.TaskGroup, session: ClientSession, account: Account) -> None:
    reply = partial(api.execute_answer, world, account)
    account.webhook.task = tasks.create_task(account.webhook.run(session, reply, lambda: world.webhook_pause))
