"""Inline mode: a person asks a bot from a chat, looks at what it offers, and picks something."""

import asyncio
import contextlib

from aiohttp import web

from sandbox import acts, inline_acts
from sandbox.api import WORLD
from sandbox.control.common import answer, number, read_body, seconds
from sandbox.control.talk import place_of
from sandbox.errors import ControlError
from sandbox.inline import Query
from sandbox.world import World


async def ask(request: web.Request) -> web.Response:
    body = await read_body(request)
    place = place_of(request, body)
    asked = number(body, "via")
    account = place.account if asked is None else None
    text = str(body.get("query", ""))
    query, update_id = inline_acts.ask(
        place, account or acts.find_bot(place.world, asked), text, str(body.get("offset", ""))
    )
    return answer({"inline_query_id": query.id, "update_id": update_id, "cached": query.cached})


def _query(world: World, query_id: object) -> Query:
    query = world.inline.find(str(query_id))
    if query is None:
        raise ControlError("There is no such inline query.")
    return query


async def results(request: web.Request) -> web.Response:
    """What the bot offers; with `wait` once it has answered."""
    query = _query(request.app[WORLD], request.match_info["query"])
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds(request.query, "wait")):
            await query.answered.wait()
    return answer(inline_acts.answer_row(query))


async def choose(request: web.Request) -> web.Response:
    body = await read_body(request)
    place = place_of(request, body)
    query = _query(place.world, body.get("inline_query_id"))
    made = inline_acts.choose(place, query, str(body.get("result_id", "")))
    return answer(made | {"changed": place.chat.changed})
