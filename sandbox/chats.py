"""Messages and the chats that hold them."""

import json
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any

from sandbox.people import Person

ACTION_SECONDS = 5.0
MEMBER = ("member", "administrator", "creator")

Body = tuple[dict[str, Any], dict[str, Any], dict[str, Any] | None]


class Message:
    """One message. `content` holds the fields of its kind as the Bot API names them (text, entities, photo ...).

    So a new kind of message needs a method that makes its content, and nothing here. `changed` is the number of its
    last change; these numbers rise over all chats. Content and markup are replaced, never changed in place: of a
    message that is not new any more they are kept as JSON, which takes a third of the memory.
    """

    __slots__ = (
        "_body",
        "_packed",
        "changed",
        "date",
        "edited",
        "id",
        "inline_id",
        "keyboard_shown",
        "reply_to",
        "thread",
    )

    def __init__(
        self,
        id: int,
        sender: dict[str, Any],
        date: int,
        content: dict[str, Any],
        *,
        markup: dict[str, Any] | None = None,
        reply_to: int | None = None,
        thread: int | None = None,
        keyboard_shown: bool = False,
    ) -> None:
        self.id = id
        self.date = date
        self.reply_to = reply_to
        self.thread = thread
        self.keyboard_shown = keyboard_shown
        self.edited: int | None = None
        self.inline_id: str | None = None
        self.changed = 0
        self._body: Body | None = (sender, content, markup)
        self._packed = b""

    @property
    def body(self) -> Body:
        return self._body if self._body is not None else json.loads(self._packed)

    @property
    def sender(self) -> dict[str, Any]:
        return self.body[0]

    @property
    def content(self) -> dict[str, Any]:
        return self.body[1]

    @property
    def markup(self) -> dict[str, Any] | None:
        return self.body[2]

    def rewrite(self, content: dict[str, Any], markup: dict[str, Any] | None, edited: int) -> None:
        self._body = (self.sender, content, markup)
        self.edited = edited

    def refresh(self, content: dict[str, Any], markup: dict[str, Any] | None) -> None:
        """Another content that is no edit: the counts of a poll."""
        self._body = (self.sender, content, markup)

    def pack(self) -> None:
        if self._body is not None:
            self._packed, self._body = json.dumps(self._body).encode(), None

    def wire(self) -> dict[str, Any]:
        """Its own fields as the Bot API has them; the chat adds itself and what is replied to."""
        sender, content, markup = self.body
        data = {"message_id": self.id, "from": sender, "date": self.date} | content
        if markup is not None:
            data["reply_markup"] = markup
        if self.edited is not None:
            data["edit_date"] = self.edited
        if self.thread is not None:
            data["message_thread_id"] = self.thread
        return data


@dataclass(slots=True, eq=False)
class Bot:
    """What the sandbox knows of a bot besides its updates."""

    id: int
    token: str
    username: str
    first_name: str
    privacy: bool = True
    inline: bool = True
    commands: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)
    profile: dict[str, str] = field(default_factory=dict)

    def user(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}

    def row(self) -> dict[str, Any]:
        return {"id": self.id, "username": self.username, "first_name": self.first_name}


@dataclass(slots=True, eq=False)
class Chat(ABC):
    """What private chats and groups share; `changed` is the number of the last change in it."""

    id: int
    messages: dict[int, Message] = field(default_factory=dict)
    reply_keyboard: dict[str, Any] | None = None
    changed: int = 0
    _action: tuple[str, float] = ("", 0.0)

    @property
    def bot_id(self) -> int | None:
        """The bot of a private chat; a group has many."""
        return None

    @abstractmethod
    def fields(self) -> dict[str, Any]:
        """The `Chat` of the Bot API."""

    def wire(self, message: Message) -> dict[str, Any]:
        """A `Message` of the Bot API, what it replies to included when that is still there."""
        data = self.alone(message)
        number = self.replied_by(message)
        replied = self.messages.get(number) if number is not None else None
        if replied is not None:
            data["reply_to_message"] = self.alone(replied)
        return data

    def alone(self, message: Message) -> dict[str, Any]:
        """A `Message` of the Bot API without what it replies to."""
        return message.wire() | {"chat": self.fields()}

    def replied_by(self, message: Message) -> int | None:
        """The number of the message that this one answers."""
        return message.reply_to

    def acts(self, action: str, now: float) -> None:
        self._action = (action, now + ACTION_SECONDS)

    def action(self, now: float) -> str | None:
        return self._action[0] if now < self._action[1] else None


@dataclass(slots=True, eq=False)
class Private(Chat):
    """The chat of one person with one bot; `started` once the person has written."""

    bot: Bot = field(kw_only=True)
    person: Person = field(kw_only=True)
    started: bool = False
    blocked: bool = False

    @property
    def bot_id(self) -> int | None:
        return self.bot.id

    def fields(self) -> dict[str, Any]:
        names = {"last_name": self.person.last_name, "username": self.person.username}
        chat = {"id": self.id, "type": "private", "first_name": self.person.first_name}
        return chat | {key: value for key, value in names.items() if value}


@dataclass(slots=True, eq=False)
class Topic:
    """A topic of a forum; its id is the number of the service message that tells of its making."""

    id: int
    name: str
    creator: int
    icon_color: int
    icon_custom_emoji_id: str | None = None
    closed: bool = False

    def icon(self) -> dict[str, Any]:
        emoji = {"icon_custom_emoji_id": self.icon_custom_emoji_id} if self.icon_custom_emoji_id else {}
        return {"name": self.name, "icon_color": self.icon_color} | emoji


@dataclass(slots=True, eq=False)
class Group(Chat):
    """A group; `members` and `bots` hold each one's status (member, administrator, creator, left, kicked).

    `rights` are those of administrators. In a forum `topics` are open or closed; what is in none of them is in General.
    """

    title: str = field(kw_only=True)
    members: dict[int, str] = field(default_factory=dict)
    bots: dict[int, str] = field(default_factory=dict)
    rights: dict[int, frozenset[str]] = field(default_factory=dict)
    is_forum: bool = False
    topics: dict[int, Topic] = field(default_factory=dict)
    migrated_to: int | None = None

    @property
    def kind(self) -> str:
        return "supergroup" if str(self.id).startswith("-100") else "group"

    def status(self, user: int) -> str:
        return self.members.get(user) or self.bots.get(user) or "left"

    def may(self, user: int, right: str) -> bool:
        """Whether somebody has a right of administrators here."""
        status = self.status(user)
        return status == "creator" or (status == "administrator" and right in self.rights.get(user, ()))

    def fields(self) -> dict[str, Any]:
        chat = {"id": self.id, "type": self.kind, "title": self.title}
        return chat | {"is_forum": True} if self.is_forum else chat

    def alone(self, message: Message) -> dict[str, Any]:
        # super() does not find its class here: dataclasses with slots are made anew.
        data = Chat.alone(self, message)
        return data | {"is_topic_message": True} if message.thread in self.topics else data

    def replied_by(self, message: Message) -> int | None:
        """In a topic whatever answers nothing else answers the message that tells of the topic's making."""
        if message.reply_to is not None or message.thread == message.id:
            return message.reply_to
        return message.thread if message.thread in self.topics else None

    def row(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "title": self.title,
            "type": self.kind,
            "is_forum": self.is_forum,
            "members": [member for member, status in self.members.items() if status in MEMBER],
            "bots": [bot for bot, status in self.bots.items() if status in MEMBER],
            "admins": [user for user, status in (self.members | self.bots).items() if status in MEMBER[1:]],
        }


@dataclass(slots=True, eq=False)
class Dialogue(Chat):
    """A chat that no bot is in: of two people, or of one with themself (Saved Messages)."""

    people: tuple[Person, ...] = field(kw_only=True)

    def fields(self) -> dict[str, Any]:
        return {"id": self.id, "type": "private", "first_name": " & ".join(person.name for person in self.people)}

    def row(self) -> dict[str, Any]:
        return {"id": self.id, "people": [person.id for person in self.people]}
