"""What happens around messages: who joins, leaves, blocks; which commands a person is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import telegram

from sandbox.chats import Bot, Chat, Group, Message, Private
from sandbox.people import Person

if TYPE_CHECKING:
    from sandbox.world import Account, World

_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
_NO_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_promote_members",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


def member(user: dict[str, Any], status: str) -> dict[str, Any]:
    """A `ChatMember` of the Bot API."""
    data: dict[str, Any] = {"user": user, "status": status}
    if status == "kicked":
        data["until_date"] = 0
    if status == "administrator":
        data |= dict.fromkeys(_RIGHTS, True) | dict.fromkeys(_NO_RIGHTS, False)
    if status == "creator":
        data["is_anonymous"] = False
    return data


def put_update(world: World, account: Account, kind: str, body: dict[str, Any]) -> int | None:
    """Queues an update, checked as a whole, and tells its id; None when the bot does not want this kind."""
    world.checker.check(telegram.Update, {"update_id": 1, kind: body})
    return account.queue.put(kind, body)


def set_blocked(world: World, chat: Private, account: Account, blocked: bool) -> int | None:
    """A person blocks the bot or takes it back; None when nothing changes."""
    if chat.blocked == blocked:
        return None
    chat.blocked = blocked
    old, new = ("member", "kicked") if blocked else ("kicked", "member")
    world.hub.publish("blocked", chat.id, chat.bot_id, blocked=blocked)
    return _tell_membership(world, chat, account, chat.person.user(), old, new)


def bot_membership(world: World, group: Group, account: Account, actor: dict[str, Any], status: str) -> int | None:
    """A bot is put into a group, made administrator, thrown out, or leaves; None when nothing changes."""
    old = group.bots.get(account.bot.id, "left")
    if old == status:
        return None
    group.bots[account.bot.id] = status
    world.hub.publish("state")
    if status in ("left", "kicked"):
        world.post(group, actor, {"left_chat_member": account.bot.user()})
    return _tell_membership(world, group, account, actor, old, status)


def _tell_membership(
    world: World, chat: Chat, account: Account, actor: dict[str, Any], old: str, new: str
) -> int | None:
    user = account.bot.user()
    body = {"chat": chat.fields(), "from": actor, "date": int(world.now())}
    body |= {"old_chat_member": member(user, old), "new_chat_member": member(user, new)}
    return put_update(world, account, "my_chat_member", body)


def hears(bot: Bot, group: Group, message: Message) -> bool:
    """Whether a bot gets a group's message: in privacy mode what is meant for it (and service messages)."""
    if not bot.privacy or group.bots.get(bot.id) == "administrator":
        return True
    if "new_chat_members" in message.content or "left_chat_member" in message.content:
        return True
    if message.content.get("via_bot", {}).get("id") == bot.id:
        return True
    replied = group.messages.get(message.reply_to) if message.reply_to is not None else None
    text = str(message.content.get("text") or message.content.get("caption") or "")
    return (replied is not None and replied.sender["id"] == bot.id) or _calls(bot, text)


def _calls(bot: Bot, text: str) -> bool:
    """A command for this bot (or for any), or its name."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    is_command = first.startswith("/") and ("@" not in first or first.lower().endswith(f"@{bot.username}".lower()))
    return is_command or f"@{bot.username}".lower() in text.lower()


def commands_for(bot: Bot, chat: Chat, person: Person | None = None) -> list[dict[str, Any]]:
    """The commands a person is offered in a chat, the narrowest scope first, as Telegram picks them."""
    private = isinstance(chat, Private)
    kind = "all_private_chats" if private else "all_group_chats"
    scopes = [f"chat:{chat.id}", kind, "default"]
    if person is not None and not private:
        scopes.insert(0, f"chat_member:{chat.id}:{person.id}")
    language = (person.language_code if person else "") or ""
    for scope in scopes:
        for spoken in (language, ""):
            if (scope, spoken) in bot.commands:
                return bot.commands[scope, spoken]
    return []
