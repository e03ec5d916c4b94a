"""Methods about the topics of a forum, and the topic that a call that sends names."""

from typing import Any

import telegram

from sandbox import topics
from sandbox.chats import Chat, Group, Message, Topic
from sandbox.errors import bad_request
from sandbox.methods.access import check_member
from sandbox.methods.registry import Call, method

_GENERAL = 1


@method("createForumTopic")
def create_forum_topic(call: Call) -> dict[str, Any]:
    group = _forum(call)
    if not group.may(call.bot.id, topics.RIGHT):
        raise bad_request("Not enough rights to create a topic")
    emoji = call.params.text("icon_custom_emoji_id") or None
    color = call.params.integer("icon_color")
    topic, message = topics.create(call.world, group, call.bot.user(), call.params.text("name"), color, emoji)
    call.accepted(group, message.id)
    return call.world.checker.check(telegram.ForumTopic, topic.icon() | {"message_thread_id": topic.id})


@method("editForumTopic")
def edit_forum_topic(call: Call) -> bool:
    group, topic = _manageable(call, "edit")
    name = topics.clean_name(call.params.text("name")) if call.params.text("name") else None
    emoji = call.params.text("icon_custom_emoji_id") if "icon_custom_emoji_id" in call.params else None
    if name is not None or emoji is not None:
        call.accepted(group, topics.edit(call.world, group, call.bot.user(), topic, name, emoji).id)
    return True


@method("closeForumTopic")
def close_forum_topic(call: Call) -> bool:
    return _set_closed(call, closed=True)


@method("reopenForumTopic")
def reopen_forum_topic(call: Call) -> bool:
    return _set_closed(call, closed=False)


def _set_closed(call: Call, *, closed: bool) -> bool:
    group, topic = _manageable(call, "close or open")
    call.accepted(group, topics.set_closed(call.world, group, call.bot.user(), topic, closed).id)
    return True


@method("deleteForumTopic")
def delete_forum_topic(call: Call) -> bool:
    group = _forum(call)
    topic = topics.find(group, call.params.integer("message_thread_id"))
    if not (group.may(call.bot.id, "can_delete_messages") or topic.creator == call.bot.id):
        raise bad_request("Not enough rights to delete the topic")
    topics.delete(call.world, group, topic)
    call.accepted(group, topic.id)
    return True


def _forum(call: Call) -> Group:
    chat = call.chat()
    check_member(call, chat)
    return topics.check_forum(chat)


def _manageable(call: Call, what: str) -> tuple[Group, Topic]:
    group = _forum(call)
    topic = topics.find(group, call.params.integer("message_thread_id"))
    if not topics.may_manage(group, topic, call.bot.id):
        raise bad_request(f"Not enough rights to {what} the topic")
    return group, topic


def read_thread(call: Call, chat: Chat) -> int | None:
    """The topic that `message_thread_id` names. In a group without topics it is passed over, as Telegram does."""
    number = call.params.integer("message_thread_id")
    if not number or (isinstance(chat, Group) and not chat.is_forum):
        return None
    if number == _GENERAL or not isinstance(chat, Group) or number not in chat.topics:
        raise bad_request("message thread not found")
    return number


def place(call: Call, chat: Chat, named: int | None, replied: Message | None) -> int | None:
    """Where a bot's message goes: into the topic that is named, or into that of what it answers."""
    if not isinstance(chat, Group):
        return None
    thread = named or topics.thread_of(chat, replied)
    topic = chat.topics.get(thread) if thread is not None else None
    if topic is not None and topic.closed and not topics.may_manage(chat, topic, call.bot.id):
        raise bad_request("TOPIC_CLOSED")
    return thread
