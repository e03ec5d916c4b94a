"""What tests and benches order: raw updates, settings, faults, a reset; and the ledger they read."""

from aiohttp import web

from sandbox import acts
from sandbox.api import WORLD
from sandbox.control.common import answer, number, read_body
from sandbox.errors import ControlError


async def raw_update(request: web.Request) -> web.Response:
    world, body = request.app[WORLD], await read_body(request)
    update = body.get("update")
    if not isinstance(update, dict) or not isinstance(update.get("update_id", 1), int):
        raise ControlError("update must be an object with a whole number as its update_id, or none.")
    return answer({"update_id": acts.find_bot(world, body.get("bot")).queue.put_raw(update)})


async def settings(request: web.Request) -> web.Response:
    world, body = request.app[WORLD], await read_body(request)
    world.limits.change(body.get("limits") or {})
    world.limits.strict = bool(body.get("strict", world.limits.strict))
    world.webhook_pause = float(body.get("webhook_pause", world.webhook_pause))
    world.callbacks.lifetime = float(body.get("callback_seconds", world.callbacks.lifetime))
    world.inline.lifetime = float(body.get("inline_seconds", world.inline.lifetime))
    world.inline.caches = bool(body.get("inline_cache", world.inline.caches))
    world.inline.feedback = bool(body.get("inline_feedback", world.inline.feedback))
    limits = world.limits
    rates = {name: getattr(limits, name) for name in ("global_per_second", "chat_per_second", "group_per_minute")}
    more = {"webhook_pause": world.webhook_pause, "callback_seconds": world.callbacks.lifetime}
    more |= {"inline_seconds": world.inline.lifetime, "inline_cache": world.inline.caches}
    more |= {"inline_feedback": world.inline.feedback}
    return answer({"strict": limits.strict, "limits": rates} | more)


async def arm_fault(request: web.Request) -> web.Response:
    return answer({"id": request.app[WORLD].faults.arm(await read_body(request)).id})


async def armed_faults(request: web.Request) -> web.Response:
    return answer({"faults": request.app[WORLD].faults.rows()})


async def clear_faults(request: web.Request) -> web.Response:
    request.app[WORLD].faults.clear()
    return answer({"faults": []})


async def ledger(request: web.Request) -> web.Response:
    query = request.query
    entries = request.app[WORLD].ledger.read(
        after=number(query, "after") or 0,
        bot=number(query, "bot"),
        chat=number(query, "chat"),
        method=query.get("method") or None,
    )
    return answer({"entries": [entry.row() for entry in entries]})


async def reset(request: web.Request) -> web.Response:
    request.app[WORLD].reset()
    return answer({"reset": True})
