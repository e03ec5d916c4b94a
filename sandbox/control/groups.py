"""Groups: who is in them and as what, their topics, and their move to a supergroup."""

from aiohttp import web

from sandbox import acts, group_acts
from sandbox.api import WORLD
from sandbox.chats import Group
from sandbox.control.common import answer, read_body
from sandbox.control.talk import place_of
from sandbox.errors import ControlError
from sandbox.membership import bot_membership, read_rights, set_status


async def add_group(request: web.Request) -> web.Response:
    world, body = request.app[WORLD], await read_body(request)
    rights = read_rights(body.get("rights"))
    group = world.make_group(body)
    owner = next(iter(group.members), None)
    actor = world.people[owner].user() if owner else {"id": 1, "is_bot": False, "first_name": "Pemilik grup"}
    for account in [acts.find_bot(world, bot_id) for bot_id in body.get("bots", [])]:
        status = "administrator" if account.bot.id in body.get("admins", []) else "member"
        set_status(world, group, account.bot.user(), status, actor=actor, rights=rights)
    return answer({"group": group.row()})


async def seat(request: web.Request) -> web.Response:
    world = request.app[WORLD]
    group = group_acts.group_of(world, int(request.match_info["chat"]))
    return answer({"update_ids": group_acts.seat(world, group, await read_body(request)), "changed": group.changed})


async def kick_bot(request: web.Request) -> web.Response:
    world, body = request.app[WORLD], await read_body(request)
    place = acts.find_place(world, int(request.match_info["chat"]), body.get("from"))
    if not isinstance(place.chat, Group):
        raise ControlError("A bot is removed from groups only.")
    told = bot_membership(world, place.chat, acts.find_bot(world, body.get("bot")), place.person.user(), "kicked")
    return answer({"update_id": next(iter(told), None)})


async def topic(request: web.Request) -> web.Response:
    body = await read_body(request)
    place = place_of(request, body)
    made, told = group_acts.change_topic(place, body)
    return answer({"message_thread_id": made.id, "update_ids": told, "changed": place.chat.changed})


async def migrate(request: web.Request) -> web.Response:
    group, told = group_acts.migrate(place_of(request, await read_body(request)))
    return answer({"group": group.row(), "update_ids": told, "changed": group.changed})
