"""What happens around messages: who joins, leaves, blocks; which commands a person is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import telegram

from sandbox.chats import MEMBER, Bot, Chat, Group, Message, Private
from sandbox.people import Person

if TYPE_CHECKING:
    from sandbox.world import Account, World

_HEARD_BY_ALL = (
    "new_chat_members",
    "left_chat_member",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
)


def put_update(world: World, account: Account, kind: str, body: dict[str, Any]) -> int | None:
    """Queues an update, checked as a whole, and tells its id; None when the bot does not want this kind."""
    world.checker.check(telegram.Update, {"update_id": 1, kind: body})
    return account.queue.put(kind, body)


def set_blocked(world: World, chat: Private, account: Account, blocked: bool) -> int | None:
    """A person blocks the bot or takes it back; None when nothing changes."""
    if chat.blocked == blocked:
        return None
    chat.blocked = blocked
    world.hub.publish("blocked", chat.id, chat.bot_id, blocked=blocked)
    there = {"user": account.bot.user(), "status": "member"}
    gone = {"user": account.bot.user(), "status": "kicked", "until_date": 0}
    old, new = (there, gone) if blocked else (gone, there)
    body = {"chat": chat.fields(), "from": chat.person.user(), "date": int(world.now())}
    return put_update(world, account, "my_chat_member", body | {"old_chat_member": old, "new_chat_member": new})


def tell_bots(world: World, group: Group, message: Message, kind: str) -> list[int]:
    """The ids of the updates by which the bots of a group hear of a message that is not theirs."""
    there = [world.accounts[bot] for bot, status in group.bots.items() if status in MEMBER]
    body = group.wire(message)
    told = [
        put_update(world, account, kind, body)
        for account in there
        if account.bot.id != message.sender["id"] and hears(account.bot, group, message)
    ]
    return [update_id for update_id in told if update_id is not None]


def hears(bot: Bot, group: Group, message: Message) -> bool:
    """Whether a bot gets a group's message: in privacy mode what is meant for it (and service messages)."""
    if not bot.privacy or group.bots.get(bot.id) in MEMBER[1:]:
        return True
    if not message.content.keys().isdisjoint(_HEARD_BY_ALL):
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
