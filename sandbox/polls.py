"""Polls: what was asked, who has voted for what, and what the bot that asked hears of it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sandbox.chats import Chat, Message
from sandbox.errors import ControlError, bad_request
from sandbox.service import put_update

if TYPE_CHECKING:
    from sandbox.people import Person
    from sandbox.world import World

_KEPT = 20_000


@dataclass(slots=True, eq=False)
class Poll:
    """One poll. `asked` holds the fields of the Bot API that never change, `votes` the options by person."""

    id: str
    bot: int
    asked: dict[str, Any]
    options: list[dict[str, Any]]
    votes: dict[int, list[int]] = field(default_factory=dict)
    closed: bool = False

    def wire(self) -> dict[str, Any]:
        """A `Poll` of the Bot API, as the bot that asked sees it."""
        counts = [sum(index in chosen for chosen in self.votes.values()) for index in range(len(self.options))]
        options = [
            {"persistent_id": str(index), **option, "voter_count": counts[index]}
            for index, option in enumerate(self.options)
        ]
        state = {"options": options, "total_voter_count": len(self.votes), "is_closed": self.closed}
        return {"id": self.id} | self.asked | state

    def shown(self) -> dict[str, Any]:
        """The same with everybody's votes, for the web chat and the tests."""
        return self.wire() | {"votes": {str(person): chosen for person, chosen in self.votes.items()}}

    def check(self, chosen: Any, person: Person) -> list[int]:
        """The options a person votes for, none to take a vote back; ControlError says why that is impossible."""
        if not isinstance(chosen, list) or not set(chosen) <= set(range(len(self.options))):
            raise ControlError(f"options are numbers from 0 to {len(self.options) - 1}.")
        if self.closed:
            raise ControlError("This poll is closed.")
        if len(chosen) > 1 and not self.asked["allows_multiple_answers"]:
            raise ControlError("This poll takes one answer only.")
        if person.id in self.votes and not self.asked["allows_revoting"]:
            raise ControlError("A vote in this poll cannot be changed.")
        return sorted(set(chosen))


class Polls:
    """Polls by the message they stand in; the oldest are forgotten and take no votes any more."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._next = int(now() * 1000) * 1000
        self._polls: OrderedDict[tuple[int, int], tuple[Poll, Chat]] = OrderedDict()

    def new_id(self) -> str:
        self._next += 1
        return str(self._next)

    def add(self, poll: Poll, chat: Chat, message_id: int) -> None:
        self._polls[chat.id, message_id] = (poll, chat)
        if len(self._polls) > _KEPT:
            self._polls.popitem(last=False)

    def find(self, chat: Chat, message_id: int) -> Poll | None:
        return self._polls.get((chat.id, message_id), (None, None))[0]

    def due(self) -> list[tuple[Poll, Chat, int]]:
        """The open polls whose time is up."""
        now = self._now()
        return [
            (poll, chat, number)
            for (_, number), (poll, chat) in self._polls.items()
            if not poll.closed and poll.asked.get("close_date", now + 1) <= now
        ]

    def clear(self) -> None:
        self._polls.clear()


def close_due(world: World) -> None:
    """Closes the polls whose time is up. A timer does it; whoever votes or stops a poll looks first."""
    for poll, chat, number in world.polls.due():
        message = chat.messages.get(number)
        if message is not None:
            close(world, chat, message, poll)


def close(world: World, chat: Chat, message: Message, poll: Poll) -> None:
    poll.closed = True
    _tell(world, chat, message, poll)


def stop(world: World, chat: Chat, message: Message, poll: Poll, markup: dict[str, Any] | None) -> None:
    """The bot ends its poll; the message keeps only the buttons that are given now."""
    if poll.closed:
        raise bad_request("Poll has already been closed")
    message.refresh(message.content, markup)
    close(world, chat, message, poll)


def vote(world: World, chat: Chat, message: Message, person: Person, chosen: Any) -> list[int]:
    """A person votes or takes the vote back: the bot hears the new counts and, unless it is anonymous, who it was."""
    close_due(world)
    poll = world.polls.find(chat, message.id)
    if poll is None:
        raise ControlError("There is no poll in this message.")
    options = poll.check(chosen, person)
    if options == poll.votes.get(person.id, []):
        return []
    if options:
        poll.votes[person.id] = options
    else:
        del poll.votes[person.id]
    told = [] if poll.asked["is_anonymous"] else [_tell_answer(world, poll, person, options)]
    told.append(_tell(world, chat, message, poll))
    return [number for number in told if number is not None]


def _tell_answer(world: World, poll: Poll, person: Person, options: list[int]) -> int | None:
    body = {"poll_id": poll.id, "user": person.user(), "option_ids": options}
    body["option_persistent_ids"] = [str(option) for option in options]
    return put_update(world, world.accounts[poll.bot], "poll_answer", body)


def _tell(world: World, chat: Chat, message: Message, poll: Poll) -> int | None:
    message.refresh(message.content | {"poll": poll.wire()}, message.markup)
    world.tell("edited", chat, message)
    return put_update(world, world.accounts[poll.bot], "poll", poll.wire())
