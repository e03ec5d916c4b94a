"""The control API: what the web chat and the tests do to the sandbox. `docs/sandbox.md` is its contract."""

from aiohttp import web

from sandbox.api import LARGEST_REQUEST, WORLD
from sandbox.control import cast, groups, inline, orders, streams, talk
from sandbox.control.common import told_in_a_sentence
from sandbox.world import World


def application(world: World) -> web.Application:
    """The control API as an application of its own, to stand under `/api`."""
    app = web.Application(middlewares=[told_in_a_sentence], client_max_size=LARGEST_REQUEST)
    app[WORLD] = world
    chat = r"/chats/{chat:-?\d+}"
    app.router.add_routes(
        [
            web.get("/state", cast.state),
            web.post("/bots", cast.add_bot),
            web.post("/people", cast.add_person),
            web.post("/groups", groups.add_group),
            web.post("/dialogues", cast.add_dialogue),
            web.get(chat, talk.chat_view),
            web.post(f"{chat}/send", talk.send),
            web.post(f"{chat}/album", talk.send_album),
            web.post(f"{chat}/press", talk.press),
            web.post(f"{chat}/edit", talk.edit),
            web.post(f"{chat}/vote", talk.vote),
            web.post(f"{chat}/delete", talk.delete),
            web.post(f"{chat}/kick", groups.kick_bot),
            web.post(f"{chat}/member", groups.seat),
            web.post(f"{chat}/topic", groups.topic),
            web.post(f"{chat}/migrate", groups.migrate),
            web.post(r"/people/{person:\d+}/block", cast.block),
            web.get("/callbacks/{callback}", talk.callback),
            web.post(f"{chat}/inline", inline.ask),
            web.post(f"{chat}/choose", inline.choose),
            web.get("/inline/{query}", inline.results),
            web.post("/updates", orders.raw_update),
            web.post("/settings", orders.settings),
            web.post("/faults", orders.arm_fault),
            web.get("/faults", orders.armed_faults),
            web.delete("/faults", orders.clear_faults),
            web.get("/ledger", orders.ledger),
            web.get("/events", streams.events),
            web.get(r"/files/{file:\d+}", streams.file),
            web.post("/reset", orders.reset),
        ]
    )
    return app
