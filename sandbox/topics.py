"""Topics of a forum: made, renamed, closed, opened again, deleted, each told by a service message of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.constants import ForumIconColor, ForumTopicLimit

from sandbox.chats import Group, Message, Topic
from sandbox.errors import bad_request

if TYPE_CHECKING:
    from sandbox.world import World

COLORS = tuple(color.value for color in ForumIconColor)
RIGHT = "can_manage_topics"
_NOT_MODIFIED = "TOPIC_NOT_MODIFIED"


def check_forum(group: Any) -> Group:
    if not isinstance(group, Group) or not group.is_forum:
        raise bad_request("The chat is not a forum")
    return group


def find(group: Group, number: int) -> Topic:
    topic = group.topics.get(number)
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic


def may_manage(group: Group, topic: Topic, user: int) -> bool:
    """Whoever made a topic, and administrators with the right."""
    return topic.creator == user or group.may(user, RIGHT)


def clean_name(name: str) -> str:
    """The name of a topic: white space counts once, what is too long is cut off, as Telegram does."""
    cleaned = " ".join(name.split())[: int(ForumTopicLimit.MAX_NAME_LENGTH)].strip()
    if not cleaned:
        raise bad_request("Title must be non-empty")
    return cleaned


def create(
    world: World, group: Group, actor: dict[str, Any], name: str, color: int = 0, emoji: str | None = None
) -> tuple[Topic, Message]:
    """A new topic, and the message that tells of it: its number is the topic's."""
    name = clean_name(name)
    if color and color not in COLORS:
        raise bad_request("the sandbox knows the six colors of the documentation only")
    topic = Topic(0, name, actor["id"], color or COLORS[len(group.topics) % len(COLORS)], emoji)
    content = {"forum_topic_created": topic.icon()}
    message = world.post(group, actor, content, starts=topic)
    publish(world, group)
    return topic, message


def edit(
    world: World, group: Group, actor: dict[str, Any], topic: Topic, name: str | None, emoji: str | None
) -> Message:
    """A topic gets another name or icon (an empty one takes it away); what stays the same is refused."""
    changed: dict[str, Any] = {}
    if name is not None and name != topic.name:
        changed["name"] = topic.name = name
    if emoji is not None and emoji != (topic.icon_custom_emoji_id or ""):
        changed["icon_custom_emoji_id"] = emoji
        topic.icon_custom_emoji_id = emoji or None
    if not changed:
        raise bad_request(_NOT_MODIFIED)
    return _told(world, group, actor, topic, {"forum_topic_edited": changed})


def set_closed(world: World, group: Group, actor: dict[str, Any], topic: Topic, closed: bool) -> Message:
    if topic.closed == closed:
        raise bad_request(_NOT_MODIFIED)
    topic.closed = closed
    return _told(world, group, actor, topic, {"forum_topic_closed" if closed else "forum_topic_reopened": {}})


def _told(world: World, group: Group, actor: dict[str, Any], topic: Topic, content: dict[str, Any]) -> Message:
    message = world.post(group, actor, content, thread=topic.id)
    publish(world, group)
    return message


def delete(world: World, group: Group, topic: Topic) -> None:
    """A topic goes with everything in it."""
    for number in [message.id for message in group.messages.values() if message.thread == topic.id]:
        world.delete(group, number)
    del group.topics[topic.id]
    publish(world, group)


def rows(group: Group) -> list[dict[str, Any]]:
    """The topics of a forum, the one that was written in last first."""
    last = {message.thread: message.id for message in group.messages.values() if message.thread is not None}
    found = sorted(group.topics.values(), key=lambda topic: last.get(topic.id, topic.id), reverse=True)
    return [topic.icon() | {"message_thread_id": topic.id, "is_closed": topic.closed} for topic in found]


def publish(world: World, group: Group) -> None:
    if world.hub.listens(group.id, None):
        world.hub.publish("topics", group.id, topics=rows(group))


def thread_of(group: Group, replied: Message | None) -> int | None:
    """Where an answer goes: into the topic of what it answers; in a group without topics it is a thread of its own."""
    if replied is None:
        return None
    if group.is_forum:
        return replied.thread if replied.thread in group.topics else None
    return (replied.thread or replied.id) if group.kind == "supergroup" else None
