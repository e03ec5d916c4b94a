"""Methods about chats: who is in them, what the bot is doing there."""

from typing import Any

import telegram
from telegram.constants import ChatAction

from sandbox.chats import MEMBER, Chat, Group, Private
from sandbox.errors import bad_request
from sandbox.membership import bot_membership, member, member_of
from sandbox.methods.access import check_member, check_reachable
from sandbox.methods.registry import Call, method
from sandbox.methods.topics import read_thread

_ACTIONS = {action.value for action in ChatAction}


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    action = call.params.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("Wrong parameter action in request")
    chat = call.chat()
    check_member(call, chat)
    read_thread(call, chat)
    check_reachable(chat)
    chat.acts(action, call.world.now())
    call.world.hub.publish("action", chat.id, chat.bot_id, action=action)
    return True


@method("getChat")
def get_chat(call: Call) -> dict[str, Any]:
    chat = call.chat()
    check_member(call, chat, only_reads=True)
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
    user = _user(call, user_id)
    if user is None or not _may_be_in(chat, user_id):
        raise bad_request("PARTICIPANT_ID_INVALID" if user is None else "user not found")
    found = member_of(chat, user) if isinstance(chat, Group) else member(chat, user, "member")
    return call.world.checker.check(telegram.ChatMember, found)


def _may_be_in(chat: Chat, user_id: int) -> bool:
    return isinstance(chat, Group) or (isinstance(chat, Private) and user_id in (chat.person.id, chat.bot.id))


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
    # Other bots are left out unless asked for; the one that asks is not.
    others = call.params.flag("return_bots")
    seats = chat.members | {bot: status for bot, status in chat.bots.items() if others or bot == call.bot.id}
    users = [_user(call, user_id) for user_id, status in seats.items() if status in MEMBER[1:]]
    return [call.world.checker.check(telegram.ChatMember, member_of(chat, user)) for user in users if user]


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
