"""Who may write where, in Telegram's words."""

from sandbox.chats import MEMBER, Chat, Group, Private
from sandbox.errors import Refusal, forbidden
from sandbox.methods.registry import Call

_UPGRADED = "Bad Request: group chat was upgraded to a supergroup chat"


def check_member(call: Call, chat: Chat, *, only_reads: bool = False) -> None:
    """Refuses a group that the bot has left or was thrown out of, or that has another number now."""
    if isinstance(chat, Group):
        if chat.migrated_to is not None and not only_reads:
            raise Refusal(400, _UPGRADED, migrate_to_chat_id=chat.migrated_to)
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
