"""Who may write where, in Telegram's words."""

from sandbox.chats import Chat, Group, Private
from sandbox.errors import forbidden
from sandbox.methods.registry import Call

MEMBER = ("member", "administrator", "creator")


def check_member(call: Call, chat: Chat) -> None:
    """Refuses a group that the bot has left or was thrown out of."""
    if isinstance(chat, Group):
        status = chat.bots.get(call.bot.id, "left")
        if status == "kicked":
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        if status not in MEMBER:
            raise forbidden(f"bot is not a member of the {chat.kind} chat")


def check_reachable(chat: Chat) -> None:
    """Refuses a person who blocked the bot or never wrote to it."""
    if isinstance(chat, Private):
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
