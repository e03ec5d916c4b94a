"""Methods about chats: who is in them, what the bot is doing there."""

from typing import Any

import telegram
from telegram.constants import ChatAction

from sandbox.chats import Chat, Group, Private
from sandbox.errors import bad_request
from sandbox.methods.access import MEMBER, check_member, check_reachable
from sandbox.methods.registry import Call, method
from sandbox.service import bot_membership, member

_ACTIONS = {action.value for action in ChatAction}


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    action = call.params.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("Wrong parameter action in request")
    chat = call.chat()
    check_member(call, chat)
    check_reachable(chat)
    chat.acts(action, call.world.now())
    call.world.hub.publish("action", chat.id, chat.bot_id, action=action)
    return True


@method("getChat")
def get_chat(call: Call) -> dict[str, Any]:
    chat = call.chat()
    check_member(call, chat)
    accepted = dict.fromkeys(("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription"), False)
    accepted["gifts_from_channels"] = False
    full = {"accent_color_id": chat.id % 7, "max_reaction_count": 11, "accepted_gift_types": accepted}
    return call.world.checker.check(telegram.ChatFullInfo, chat.fields() | full)


@method("getChatMember")
def get_chat_member(call: Call) -> dict[str, Any]:
    chat = call.chat()
    user_id = call.params.integer("user_id")
    if user_id <= 0:
        raise bad_request("Invalid user_id specified")
    status = _status(chat, user_id)
    user = _user(call, user_id)
    if status is None or user is None:
        raise bad_request("PARTICIPANT_ID_INVALID" if user is None else "user not found")
    return call.world.checker.check(telegram.ChatMember, member(user, status))


def _status(chat: Chat, user_id: int) -> str | None:
    if isinstance(chat, Group):
        return chat.members.get(user_id) or chat.bots.get(user_id) or "left"
    return "member" if isinstance(chat, Private) and user_id in (chat.person.id, chat.bot.id) else None


def _user(call: Call, user_id: int) -> dict[str, Any] | None:
    account = call.world.accounts.get(user_id)
    person = call.world.people.get(user_id)
    return account.bot.user() if account else person.user() if person else None


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[dict[str, Any]]:
    chat = call.chat()
    check_member(call, chat)
    if not isinstance(chat, Group):
        raise bad_request("there are no administrators in the private chat")
    named = [(user_id, status) for user_id, status in chat.members.items() if status in MEMBER[1:]]
    users = [(_user(call, user_id), status) for user_id, status in named]
    return [call.world.checker.check(telegram.ChatMember, member(user, status)) for user, status in users if user]


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> int:
    chat = call.chat()
    check_member(call, chat)
    return len(chat.row()["members"]) + len(chat.row()["bots"]) if isinstance(chat, Group) else 2


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    chat = call.chat()
    check_member(call, chat)
    if not isinstance(chat, Group):
        raise bad_request("chat member status can't be changed in private chats")
    bot_membership(call.world, chat, call.account, call.bot.user(), "left")
    return True
