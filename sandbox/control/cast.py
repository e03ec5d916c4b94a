"""Bots, people and dialogues: who there is."""

from aiohttp import web

from sandbox import acts
from sandbox.api import WORLD
from sandbox.chats import Private
from sandbox.control.common import answer, number, read_body
from sandbox.errors import ControlError
from sandbox.service import set_blocked


async def state(request: web.Request) -> web.Response:
    world = request.app[WORLD]
    return answer(
        {
            "bots": [account.bot.row() for account in world.accounts.values()],
            "people": [person.row() for person in world.people.values()],
            "groups": [group.row() for group in world.groups.values() if group.migrated_to is None],
            "dialogues": [dialogue.row() for dialogue in world.dialogues.values()],
            "warnings": list(world.warnings),
        }
    )


async def add_bot(request: web.Request) -> web.Response:
    world, body = request.app[WORLD], await read_body(request)
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
    bot.inline = bool(body.get("inline", bot.inline))
    world.hub.publish("state")
    return answer({"bot": bot.row()})


async def add_person(request: web.Request) -> web.Response:
    return answer({"person": request.app[WORLD].add_person(await read_body(request)).row()})


async def add_dialogue(request: web.Request) -> web.Response:
    body = await read_body(request)
    people = body.get("people")
    if not isinstance(people, list):
        raise ControlError("people must be a list of one person or two.")
    return answer({"dialogue": request.app[WORLD].dialogue(people).row()})


async def block(request: web.Request) -> web.Response:
    world, body = request.app[WORLD], await read_body(request)
    place = acts.find_place(world, int(request.match_info["person"]), None, number(body, "bot"))
    if not isinstance(place.chat, Private) or place.account is None:
        raise ControlError("People block bots in private chats.")
    blocked = bool(body.get("blocked", True))
    return answer({"blocked": blocked, "update_id": set_blocked(world, place.chat, place.account, blocked)})
