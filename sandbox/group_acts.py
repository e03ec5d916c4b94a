"""What people do with groups: seats, rights, topics, and the move to a supergroup."""

from typing import Any

from sandbox import topics
from sandbox.acts import Place
from sandbox.chats import Group, Topic
from sandbox.errors import ControlError
from sandbox.membership import STATUSES, read_rights, set_status, user_of
from sandbox.service import tell_bots
from sandbox.world import World


def group_of(world: World, number: int) -> Group:
    group = world.groups.get(number)
    if group is None:
        raise ControlError(f"There is no group {number}.")
    if group.migrated_to is not None:
        raise ControlError(f"The group {group.title} has the number {group.migrated_to} now.")
    return group


def seat(world: World, group: Group, order: dict[str, Any]) -> list[int]:
    """Somebody gets a status: put in, promoted with rights, demoted, thrown out, gone."""
    if order.get("status") not in STATUSES:
        raise ControlError(f"A status is one of {', '.join(STATUSES)}.")
    user = user_of(world, order.get("user"))
    actor = user_of(world, order["from"]) if order.get("from") else _usual_actor(world, group, user)
    return set_status(world, group, user, order["status"], actor=actor, rights=read_rights(order.get("rights")))


def _usual_actor(world: World, group: Group, user: dict[str, Any]) -> dict[str, Any]:
    """People come and go by themselves; a bot is put in by the first person of the group."""
    first = next(iter(group.members), None)
    return world.people[first].user() if user["is_bot"] and first is not None else user


def change_topic(place: Place, order: dict[str, Any]) -> tuple[Topic, list[int]]:
    """A person makes, renames, closes, opens or deletes a topic."""
    group, actor = topics.check_forum(place.chat), place.person.user()
    if order.get("topic") is None:
        topic, message = topics.create(place.world, group, actor, str(order.get("name") or ""))
        return topic, tell_bots(place.world, group, message, "message")
    topic = topics.find(group, order["topic"])
    if order.get("deleted"):
        topics.delete(place.world, group, topic)
        return topic, []
    told = []
    if order.get("name"):
        told.append(topics.edit(place.world, group, actor, topic, topics.clean_name(str(order["name"])), None))
    if order.get("is_closed") is not None:
        told.append(topics.set_closed(place.world, group, actor, topic, bool(order["is_closed"])))
    return topic, [number for message in told for number in tell_bots(place.world, group, message, "message")]


def migrate(place: Place) -> tuple[Group, list[int]]:
    """A group becomes a supergroup, as it does when its settings want one: it has another number from then on."""
    old, world, actor = place.chat, place.world, place.person.user()
    if not isinstance(old, Group) or old.kind != "group":
        raise ControlError("Only a basic group becomes a supergroup.")
    new = world.make_group({"title": old.title})
    new.members, new.bots, new.rights = dict(old.members), dict(old.bots), dict(old.rights)
    told = tell_bots(world, old, world.post(old, actor, {"migrate_to_chat_id": new.id}), "message")
    old.migrated_to = new.id
    told += tell_bots(world, new, world.post(new, actor, {"migrate_from_chat_id": old.id}), "message")
    world.hub.publish("state")
    return new, told
