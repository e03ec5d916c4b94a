"""Chats: how they look, and what people do in them."""

import asyncio
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from aiohttp import web

from sandbox import acts, albums, polls
from sandbox.api import WORLD, read_params
from sandbox.chats import Chat, Group, Message, Private
from sandbox.control.common import answer, number, read_body, seconds
from sandbox.errors import ControlError
from sandbox.params import Params
from sandbox.service import commands_for
from sandbox.shown import shown
from sandbox.topics import rows
from sandbox.world import World


def _chat(request: web.Request) -> Chat:
    world, chat_id = request.app[WORLD], int(request.match_info["chat"])
    circle = world.groups.get(chat_id) or world.dialogues.get(chat_id)
    if circle is not None:
        return circle
    return acts.find_place(world, chat_id, chat_id, number(request.query, "bot")).chat


async def chat_view(request: web.Request) -> web.Response:
    world, chat = request.app[WORLD], _chat(request)
    after = number(request.query, "after")
    if after is not None:
        await _changed(world, chat, after, seconds(request.query, "wait"))
    limit = number(request.query, "limit") or 200
    bot = chat.bot if isinstance(chat, Private) else None
    person = chat.person if isinstance(chat, Private) else None
    messages = list(islice(_newest_first(chat, request.query.get("topic")), limit))[::-1]
    return answer(
        {
            "chat": chat.fields(),
            "bot": bot.row() if bot else None,
            "topics": rows(chat) if isinstance(chat, Group) and chat.is_forum else None,
            "messages": [shown(world.files, world.polls, chat, message) for message in messages],
            "reply_keyboard": chat.reply_keyboard,
            "commands": commands_for(bot, chat, person) if bot else _group_commands(world, chat),
            "blocked": isinstance(chat, Private) and chat.blocked,
            "chat_action": chat.action(world.now()),
            "changed": chat.changed,
        }
    )


def _newest_first(chat: Chat, topic: str | None) -> Iterator[Message]:
    """All messages of a chat, or those of one topic of a forum; `general` is what is in none."""
    newest = reversed(chat.messages.values())
    if topic is None:
        return newest
    if not isinstance(chat, Group) or not chat.is_forum:
        raise ControlError("This chat has no topics.")
    if topic == "general":
        return (message for message in newest if message.thread not in chat.topics)
    return (message for message in newest if message.thread == int(topic))


async def _changed(world: World, chat: Chat, after: int, longest: float) -> None:
    """Waits until something in a chat has changed after the change of that number, or the time is up."""
    listener = world.hub.subscribe(chat.id, chat.bot_id)
    try:
        async with asyncio.timeout(longest):
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
    place = place_of(request, params.values)
    content = _content(place, params)
    reply_to, topic = number(params.values, "reply_to"), number(params.values, "topic")
    message, updates = acts.write(place, content, reply_to, topic=topic)
    return answer({"message_id": message.id, "update_ids": updates, "changed": place.chat.changed})


async def send_album(request: web.Request) -> web.Response:
    """Every file of the form is a part, in the order given; `captions` is a list in JSON, of the first parts first."""
    params = await read_params(request)
    place = place_of(request, params.values)
    captions = params.json("captions", "captions") or []
    if not isinstance(captions, list) or not all(isinstance(one, str) for one in captions):
        raise ControlError("captions must be a list of texts.")
    reply_to, topic = number(params.values, "reply_to"), number(params.values, "topic")
    uploads = list(params.files.values())
    parts, told = albums.send(place, uploads, captions, _kind(params.values), reply_to=reply_to, topic=topic)
    ids = [part.id for part in parts]
    return answer({"message_ids": ids, "update_ids": told, "changed": place.chat.changed})


def _kind(values: Mapping[str, Any]) -> str | None:
    kind = values.get("as")
    if kind not in (None, "photo", "document"):
        raise ControlError("A file goes as photo or document.")
    return None if kind is None else str(kind)


def place_of(request: web.Request, values: Mapping[str, Any]) -> acts.Place:
    chat_id = int(request.match_info["chat"])
    return acts.find_place(request.app[WORLD], chat_id, number(values, "from"), number(values, "bot"))


def _content(place: acts.Place, params: Params) -> dict[str, Any]:
    values = params.values
    if "file" in params.files:
        return acts.file_of(place.world, params.files["file"], params.text("caption"), _kind(values))
    if values.get("contact"):
        return acts.contact_of(place.person, values["contact"])
    if values.get("sticker"):
        return acts.sticker()
    if values.get("voice"):
        return acts.voice()
    return acts.text_of(params.text("text"))


async def press(request: web.Request) -> web.Response:
    body = await read_body(request)
    place = place_of(request, body)
    message = place.message(body.get("message_id"))
    return answer(acts.press(place, message.id, acts.find_button(message, body)) | {"changed": place.chat.changed})


async def edit(request: web.Request) -> web.Response:
    params = await read_params(request)
    place, upload = place_of(request, params.values), params.files.get("file")
    updates = acts.edit(place, number(params.values, "message_id"), params.values.get("text", ""), upload)
    return answer({"update_ids": updates, "changed": place.chat.changed})


async def vote(request: web.Request) -> web.Response:
    body = await read_body(request)
    place = place_of(request, body)
    message = place.message(number(body, "message_id"))
    told = polls.vote(place.world, place.chat, message, place.person, body.get("options"))
    return answer({"update_ids": told, "changed": place.chat.changed})


async def delete(request: web.Request) -> web.Response:
    body = await read_body(request)
    place = place_of(request, body)
    place.world.delete(place.chat, place.message(body.get("message_id")).id)
    return answer({"deleted": True})


async def callback(request: web.Request) -> web.Response:
    found = request.app[WORLD].callbacks.find(request.match_info["callback"])
    if found is None:
        raise ControlError("There is no such press.")
    wait = seconds(request.query, "wait")
    if wait and not found.answered.is_set():
        try:
            await asyncio.wait_for(found.answered.wait(), wait)
        except TimeoutError:
            return answer(found.row())
    return answer(found.row())
