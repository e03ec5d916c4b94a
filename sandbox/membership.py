"""Who is in a group, as what, with which rights; and what the bots hear when it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.chats import MEMBER, Chat, Group
from sandbox.errors import ControlError
from sandbox.service import put_update, tell_bots

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.world import Account, World

STATUSES = (*MEMBER, "left", "kicked")
USUAL = frozenset(
    (
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_change_info",
        "can_invite_users",
        "can_pin_messages",
        "can_manage_topics",
    )
)
_OTHERS = (
    "is_anonymous",
    "can_promote_members",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_manage_tags",
    "can_send_welcome_messages",
)
RIGHTS = (*sorted(USUAL), *_OTHERS)


def member(chat: Chat, user: dict[str, Any], status: str, rights: frozenset[str] = USUAL) -> dict[str, Any]:
    """A `ChatMember` of the Bot API."""
    data: dict[str, Any] = {"user": user, "status": status}
    if status == "kicked":
        data["until_date"] = 0
    if status == "administrator":
        data["can_be_edited"] = False
        data |= {right: right in rights for right in RIGHTS if right != "can_manage_topics" or _has_topics(chat)}
    if status == "creator":
        data["is_anonymous"] = False
    return data


def _has_topics(chat: Chat) -> bool:
    return isinstance(chat, Group) and chat.kind == "supergroup"


def member_of(group: Group, user: dict[str, Any]) -> dict[str, Any]:
    return member(group, user, group.status(user["id"]), group.rights.get(user["id"], USUAL))


def read_rights(given: Any) -> frozenset[str]:
    """The rights an administrator is given: the usual ones, or those that are named."""
    if given is None or given is True:
        return USUAL
    if not isinstance(given, list) or not set(given) <= set(RIGHTS):
        raise ControlError(f"rights is a list of some of {', '.join(RIGHTS)}.")
    return frozenset((*given, "can_manage_chat"))


def user_of(world: World, user_id: Any) -> dict[str, Any]:
    account = world.accounts.get(user_id)
    return account.bot.user() if account else world.person(user_id).user()


def set_status(
    world: World,
    group: Group,
    user: dict[str, Any],
    status: str,
    *,
    actor: dict[str, Any],
    rights: frozenset[str] = USUAL,
) -> list[int]:
    """Somebody joins, is put in, promoted, demoted, thrown out, or leaves: the ids of the updates that tell of it."""
    was, before = group.status(user["id"]), member_of(group, user)
    seats = group.bots if user["is_bot"] else group.members
    seats[user["id"]] = status
    group.rights.pop(user["id"], None)
    if status == "administrator":
        group.rights[user["id"]] = rights
    after = member_of(group, user)
    if after == before:
        return []
    world.hub.publish("state")
    told = _tell(world, group, actor, before, after)
    return told + _tell_coming_and_going(world, group, actor, user, was, status)


def _tell(
    world: World, group: Group, actor: dict[str, Any], before: dict[str, Any], after: dict[str, Any]
) -> list[int]:
    """The bot itself hears my_chat_member; bots that are administrators hear chat_member of the others."""
    subject = after["user"]["id"]
    body = {"chat": group.fields(), "from": actor, "date": int(world.now())}
    body |= {"old_chat_member": before, "new_chat_member": after}
    told = []
    for account in _accounts(world, group.bots):
        if account.bot.id == subject:
            told.append(put_update(world, account, "my_chat_member", body))
        elif group.bots[account.bot.id] in MEMBER[1:]:
            told.append(put_update(world, account, "chat_member", body))
    return [update_id for update_id in told if update_id is not None]


def _accounts(world: World, bots: Iterable[int]) -> list[Account]:
    return [world.accounts[bot] for bot in bots]


def _tell_coming_and_going(
    world: World, group: Group, actor: dict[str, Any], user: dict[str, Any], was: str, status: str
) -> list[int]:
    """The group's own line of it, which the bots that are there hear as well."""
    if (was in MEMBER) == (status in MEMBER):
        return []
    content = {"new_chat_members": [user]} if status in MEMBER else {"left_chat_member": user}
    return tell_bots(world, group, world.post(group, actor, content), "message")


def bot_membership(world: World, group: Group, account: Account, actor: dict[str, Any], status: str) -> list[int]:
    """The same of a bot."""
    return set_status(world, group, account.bot.user(), status, actor=actor)
