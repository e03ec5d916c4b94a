"""The control API: what the web chat and the tests do to the sandbox. `docs/sandbox.md` is its contract."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import web

from sandbox import acts
from sandbox.api import WORLD, read_params
from sandbox.chats import Chat, Group, Private
from sandbox.errors import ControlError, Refusal
from sandbox.params import Params
from sandbox.service import bot_membership, commands_for, set_blocked
from sandbox.shown import shown
from sandbox.world import World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HEARTBEAT_SECONDS = 15.0
_LONGEST_WAIT = 60.0


def answer(data: Any) -> web.Response:
    return web.Response(body=json.dumps(data).encode(), content_type="application/json")


@web.middleware
async def told_in_a_sentence(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Mistakes of the control API's callers: 400 with a sentence."""
    try:
        return await handler(request)
    except ControlError as error:
        problem = str(error)
    except Refusal as refusal:
        problem = refusal.description
    return web.json_response({"error": problem}, status=400)


async def _body(request: web.Request) -> dict[str, Any]:
    return dict((await read_params(request)).values)


def _number(values: Mapping[str, Any], name: str) -> int | None:
    value = values.get(name)
    if value in (None, ""):
        return None
    try:
        return int(str(value))
    except ValueError:
        raise ControlError(f"{name} must be a whole number.") from None


def _seconds(values: Mapping[str, str], name: str) -> float:
    try:
        return min(max(float(values.get(name) or 0), 0.0), _LONGEST_WAIT)
    except ValueError:
        raise ControlError(f"{name} must be a number of seconds.") from None


# Bots, people, groups


async def state(request: web.Request) -> web.Response:
    world = request.app[WORLD]
    return answer(
        {
            "bots": [account.bot.row() for account in world.accounts.values()],
            "people": [person.row() for person in world.people.values()],
            "groups": [group.row() for group in world.groups.values()],
            "warnings": list(world.warnings),
        }
    )


async def add_bot(request: web.Request) -> web.Response:
    world, body = request.app[WORLD], await _body(request)
    token = str(body.get("token", ""))
    known = world.accounts.get(int(token.split(":")[0])) if token.split(":")[0].isdigit() else None
    if body.get("revoked"):
        world.revoke(token)
        return answer({"bot": known.bot.row() if known else None})
    if known is not None:
        world.renew_token(known, token)
    bot = world.account(token).bot
    bot.username = str(body.get("username") or bot.username)
    bot.first_name = str(body.get("first_name") or bot.first_name)
    bot.privacy = bool(body.get("privacy", bot.privacy))
    world.hub.publish("state")
    return answer({"bot": bot.row()})


async def add_person(request: web.Request) -> web.Response:
    return answer({"person": request.app[WORLD].add_person(await _body(request)).row()})


async def add_group(request: web.Request) -> web.Response:
    world, body = request.app[WORLD], await _body(request)
    group = world.make_group(body)
    bots = [acts.find_bot(world, bot_id) for bot_id in body.get("bots", [])]
    owner = next(iter(group.members), None)
    actor = world.people[owner].user() if owner else {"id": 1, "is_bot": False, "first_name": "Pemilik grup"}
    for account in bots:
        status = "administrator" if account.bot.id in body.get("admins", []) else "member"
        bot_membership(world, group, account, actor, status)
    return answer({"group": group.row()})


async def kick_bot(request: web.Request) -> web.Response:
    world, body = request.app[WORLD], await _body(request)
    place = acts.find_place(world, int(request.match_info["chat"]), body.get("from"))
    if not isinstance(place.chat, Group):
        raise ControlError("A bot is removed from groups only.")
    update_id = bot_membership(world, place.chat, acts.find_bot(world, body.get("bot")), place.person.user(), "kicked")
    return answer({"update_id": update_id})


# Chats


def _chat(request: web.Request) -> Chat:
    world, chat_id = request.app[WORLD], int(request.match_info["chat"])
    if chat_id in world.groups:
        return world.groups[chat_id]
    return acts.find_place(world, chat_id, chat_id, _number(request.query, "bot")).chat


async def chat_view(request: web.Request) -> web.Response:
    world, chat = request.app[WORLD], _chat(request)
    after = _number(request.query, "after")
    if after is not None:
        await _changed(world, chat, after, _seconds(request.query, "wait"))
    limit = _number(request.query, "limit") or 200
    bot = chat.bot if isinstance(chat, Private) else None
    person = chat.person if isinstance(chat, Private) else None
    messages = list(chat.messages.values())[-limit:]
    return answer(
        {
            "chat": chat.fields(),
            "bot": bot.row() if bot else None,
            "messages": [shown(world.files, chat, message) for message in messages],
            "reply_keyboard": chat.reply_keyboard,
            "commands": commands_for(bot, chat, person) if bot else _group_commands(world, chat),
            "blocked": isinstance(chat, Private) and chat.blocked,
            "chat_action": chat.action(world.now()),
            "changed": chat.changed,
        }
    )


async def _changed(world: World, chat: Chat, after: int, seconds: float) -> None:
    """Waits until something in a chat has changed after the change of that number, or the time is up."""
    listener = world.hub.subscribe(chat.id, chat.bot_id)
    try:
        async with asyncio.timeout(seconds):
            while chat.changed <= after and await listener.queue.get() is not None:
                continue
    except TimeoutError:
        return
    finally:
        world.hub.leave(listener)


def _group_commands(world: World, chat: Chat) -> list[dict[str, Any]]:
    bots = chat.row()["bots"] if isinstance(chat, Group) else []
    return [command for bot in bots for command in commands_for(world.accounts[bot].bot, chat)]


async def send(request: web.Request) -> web.Response:
    params = await read_params(request)
    place = _place(request, params.values)
    content = _content(place, params)
    message, updates = acts.write(place, content, _number(params.values, "reply_to"))
    return answer({"message_id": message.id, "update_ids": updates, "changed": place.chat.changed})


def _place(request: web.Request, values: Mapping[str, Any]) -> acts.Place:
    chat_id = int(request.match_info["chat"])
    return acts.find_place(request.app[WORLD], chat_id, _number(values, "from"), _number(values, "bot"))


def _content(place: acts.Place, params: Params) -> dict[str, Any]:
    values = params.values
    if "file" in params.files:
        kind = values.get("as")
        if kind not in (None, "photo", "document"):
            raise ControlError("A file goes as photo or document.")
        return acts.file_of(place.world, params.files["file"], params.text("caption"), kind)
    if values.get("contact"):
        return acts.contact_of(place.person, values["contact"])
    if values.get("sticker"):
        return acts.sticker()
    if values.get("voice"):
        return acts.voice()
    return acts.text_of(params.text("text"))


async def press(request: web.Request) -> web.Response:
    body = await _body(request)
    place = _place(request, body)
    message = place.message(body.get("message_id"))
    return answer(acts.press(place, message.id, acts.find_button(message, body)) | {"changed": place.chat.changed})


async def edit(request: web.Request) -> web.Response:
    body = await _body(request)
    return answer({"update_ids": acts.edit(_place(request, body), body.get("message_id"), body.get("text", ""))})


async def delete(request: web.Request) -> web.Response:
    body = await _body(request)
    place = _place(request, body)
    place.world.delete(place.chat, place.message(body.get("message_id")).id)
    return answer({"deleted": True})


async def block(request: web.Request) -> web.Response:
    world, body = request.app[WORLD], await _body(request)
    place = acts.find_place(world, int(request.match_info["person"]), None, _number(body, "bot"))
    if not isinstance(place.chat, Private) or place.account is None:
        raise ControlError("People block bots in private chats.")
    blocked = bool(body.get("blocked", True))
    return answer({"blocked": blocked, "update_id": set_blocked(world, place.chat, place.account, blocked)})


async def callback(request: web.Request) -> web.Response:
    found = request.app[WORLD].callbacks.find(request.match_info["callback"])
    if found is None:
        raise ControlError("There is no such press.")
    wait = _seconds(request.query, "wait")
    if wait and not found.answered.is_set():
        try:
            await asyncio.wait_for(found.answered.wait(), wait)
        except TimeoutError:
            return answer(found.row())
    return answer(found.row())


# Updates, settings, faults, the ledger


async def raw_update(request: web.Request) -> web.Response:
    world, body = request.app[WORLD], await _body(request)
    update = body.get("update")
    if not isinstance(update, dict) or not isinstance(update.get("update_id", 1), int):
        raise ControlError("update must be an object with a whole number as its update_id, or none.")
    return answer({"update_id": acts.find_bot(world, body.get("bot")).queue.put_raw(update)})


async def settings(request: web.Request) -> web.Response:
    world, body = request.app[WORLD], await _body(request)
    world.limits.change(body.get("limits") or {})
    world.limits.strict = bool(body.get("strict", world.limits.strict))
    world.webhook_pause = float(body.get("webhook_pause", world.webhook_pause))
    world.callbacks.lifetime = float(body.get("callback_seconds", world.callbacks.lifetime))
    limits = world.limits
    rates = {name: getattr(limits, name) for name in ("global_per_second", "chat_per_second", "group_per_minute")}
    more = {"webhook_pause": world.webhook_pause, "callback_seconds": world.callbacks.lifetime}
    return answer({"strict": limits.strict, "limits": rates} | more)


async def arm_fault(request: web.Request) -> web.Response:
    return answer({"id": request.app[WORLD].faults.arm(await _body(request)).id})


async def armed_faults(request: web.Request) -> web.Response:
    return answer({"faults": request.app[WORLD].faults.rows()})


async def clear_faults(request: web.Request) -> web.Response:
    request.app[WORLD].faults.clear()
    return answer({"faults": []})


async def ledger(request: web.Request) -> web.Response:
    query = request.query
    entries = request.app[WORLD].ledger.read(
        after=_number(query, "after") or 0,
        bot=_number(query, "bot"),
        chat=_number(query, "chat"),
        method=query.get("method") or None,
    )
    return answer({"entries": [entry.row() for entry in entries]})


async def reset(request: web.Request) -> web.Response:
    request.app[WORLD].reset()
    return answer({"reset": True})


# Files and events


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
    subscriber = hub.subscribe(_number(request.query, "chat"), _number(request.query, "bot"))
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


def application(world: World) -> web.Application:
    """The control API as an application of its own, to stand under `/api`."""
    app = web.Application(middlewares=[told_in_a_sentence], client_max_size=64 * 1024 * 1024)
    app[WORLD] = world
    chat = r"/chats/{chat:-?\d+}"
    app.router.add_routes(
        [
            web.get("/state", state),
            web.post("/bots", add_bot),
            web.post("/people", add_person),
            web.post("/groups", add_group),
            web.get(chat, chat_view),
            web.post(f"{chat}/send", send),
            web.post(f"{chat}/press", press),
            web.post(f"{chat}/edit", edit),
            web.post(f"{chat}/delete", delete),
            web.post(f"{chat}/kick", kick_bot),
            web.post(r"/people/{person:\d+}/block", block),
            web.get("/callbacks/{callback}", callback),
            web.post("/updates", raw_update),
            web.post("/settings", settings),
            web.post("/faults", arm_fault),
            web.get("/faults", armed_faults),
            web.delete("/faults", clear_faults),
            web.get("/ledger", ledger),
            web.get("/events", events),
            web.get(r"/files/{file:\d+}", file),
            web.post("/reset", reset),
        ]
    )
    return app
