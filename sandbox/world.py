"""Everything the sandbox knows: bots, people, chats, messages. All in memory, one event loop, so nothing is locked."""

import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from sandbox import people as casting
from sandbox.callbacks import Callbacks
from sandbox.chats import Bot, Chat, Dialogue, Group, Message, Private, Topic
from sandbox.checks import Checker
from sandbox.errors import ControlError, bad_request, unauthorized
from sandbox.events import Hub
from sandbox.faults import Faults
from sandbox.files import FileStore
from sandbox.inline import Inline
from sandbox.ledger import Ledger
from sandbox.limits import Floods, Limits
from sandbox.membership import USUAL, read_rights, set_status
from sandbox.people import Cast, Person
from sandbox.polls import Polls
from sandbox.shown import shown
from sandbox.updates import UpdateQueue, first_number
from sandbox.webhooks import Webhook

MESSAGES_KEPT = 200_000
_NUMBER = re.compile(r"-?[0-9]{1,19}")
_TOKEN = re.compile(r"(\d{1,15}):[A-Za-z0-9_-]{20,80}")
_WARNINGS_KEPT = 200
_KEPT_WHOLE = 1_000
_FIRST_ALBUM = 14_000_000_000_000_000
_FIRST_DIALOGUE = 1 << 41  # above every person's id, so that a chat id tells what it names


@dataclass(slots=True, eq=False)
class Account:
    """A bot with what runs for it: its updates, its webhook, its floods."""

    bot: Bot
    queue: UpdateQueue
    webhook: Webhook
    floods: Floods


@dataclass(slots=True)
class World:
    """The state behind both APIs."""

    cast: Cast = field(default_factory=lambda: casting.DEFAULT)
    now: Callable[[], float] = time.time
    webhook_pause: float = 1.0
    limits: Limits = field(default_factory=Limits)
    messages_kept: int = MESSAGES_KEPT
    hub: Hub = field(default_factory=Hub)
    ledger: Ledger = field(default_factory=Ledger)
    faults: Faults = field(default_factory=Faults)
    files: FileStore = field(default_factory=FileStore)
    checker: Checker = field(default_factory=Checker)
    warnings: deque[str] = field(default_factory=lambda: deque(maxlen=_WARNINGS_KEPT))
    accounts: dict[int, Account] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)
    private: dict[tuple[int, int], Private] = field(default_factory=dict)
    dialogues: dict[int, Dialogue] = field(default_factory=dict)
    start_webhook: Callable[[Account], None] = lambda account: None
    callbacks: Callbacks = field(init=False)
    inline: Inline = field(init=False)
    polls: Polls = field(init=False)
    _first_limits: Limits = field(init=False)
    changes: int = 0
    _last_message: int = 0
    _new: deque[Message] = field(default_factory=deque)
    _order: deque[tuple[Chat, int]] = field(default_factory=deque)
    _revoked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.callbacks = Callbacks(self.now)
        self.inline = Inline(self.now)
        self.polls = Polls(self.now)
        self._first_limits = replace(self.limits)
        self._last_message = first_number(self.now())
        self._seat_cast()

    def _seat_cast(self) -> None:
        for person in self.cast.people:
            self.add_person(person)
        for group in self.cast.groups:
            self.make_group(group)
        for pair in self.cast.pairs():
            self.dialogue(pair)

    # Bots

    def account(self, token: str) -> Account:
        """The bot of a token, made when first seen; 401 for a token that is malformed, revoked or of another secret."""
        match = _TOKEN.fullmatch(token)
        if match is None:
            raise unauthorized("invalid token specified")
        account = self.accounts.get(int(match.group(1)))
        if token in self._revoked or (account is not None and account.bot.token != token):
            raise unauthorized()
        return account or self._new_account(int(match.group(1)), token)

    def _new_account(self, bot_id: int, token: str) -> Account:
        first = {} if self.accounts else self.cast.bot
        username = first.get("username") or f"sandbox_{bot_id}_bot"
        bot = Bot(bot_id, token, username, first.get("first_name") or f"Bot {bot_id}")
        queue = UpdateQueue(self.now)
        account = Account(bot, queue, Webhook(queue, self.now), Floods(self.limits))
        self.accounts[bot_id] = account
        self.hub.publish("state")
        for group in self.cast.groups:
            if bot_id in group.get("bots", [bot_id]) and group.get("id") in self.groups:
                self._join(self.groups[group["id"]], account, group.get("admins", []), group.get("rights"))
        return account

    def _join(self, group: Group, account: Account, admins: list[int], rights: Any) -> None:
        """A bot that appears finds itself in the groups of the people file that name it, or name no bots."""
        owner = next((self.people[member].user() for member in group.members), account.bot.user())
        administers = rights is not None or account.bot.id in admins
        status = "administrator" if administers else "member"
        set_status(self, group, account.bot.user(), status, actor=owner, rights=read_rights(rights))

    def revoke(self, token: str) -> None:
        self._revoked.add(token)
        match = _TOKEN.fullmatch(token)
        if match and int(match.group(1)) in self.accounts:
            self.accounts[int(match.group(1))].queue.close()

    def renew_token(self, account: Account, token: str) -> None:
        """The bot has a new secret; the old one is revoked."""
        if account.bot.token != token:
            self.revoke(account.bot.token)
            account.bot.token = token

    # People and groups

    def add_person(self, data: dict[str, Any]) -> Person:
        person_id = data.get("id") or max(self.people, default=7000) + 1
        known = self.people.get(person_id)
        base = known.row() if known else {}
        person = casting.make(base | data, int(person_id))
        if known is not None:
            for name, value in person.row().items():
                setattr(known, name, value)
        else:
            self.people[person.id] = person
        self.hub.publish("state")
        return self.people[person.id]

    def person(self, person_id: Any) -> Person:
        person = self.people.get(person_id)
        if person is None:
            raise ControlError(f"There is no person {person_id}.")
        return person

    def make_group(self, data: dict[str, Any]) -> Group:
        """A group with its people; bots join through `acts`, which tells them."""
        group_id = data.get("id") or self._new_group_id(data.get("type") == "group")
        if not isinstance(group_id, int) or group_id >= 0:
            raise ControlError("A group's id is a negative number.")
        if not isinstance(data.get("title"), str) or not data["title"]:
            raise ControlError("A group needs a title.")
        group = self.groups.get(group_id) or Group(group_id, title=data["title"])
        group.title = data["title"]
        group.is_forum = bool(data.get("is_forum", group.is_forum))
        if group.is_forum and group.kind != "supergroup":
            raise ControlError("Only a supergroup has topics.")
        admins = data.get("admins", [])
        for member in data.get("members", []):
            group.members[self.person(member).id] = "administrator" if member in admins else "member"
            if member in admins:
                group.rights[member] = USUAL
        self.groups[group_id] = group
        self.hub.publish("state")
        return group

    def _new_group_id(self, basic: bool) -> int:
        """Ids of supergroups begin with -100, those of basic groups do not."""
        first = -4_000_000 if basic else -1_001_000_000_000
        return min([first, *(known for known in self.groups if basic == (known > -1_000_000_000_000))]) - 1

    def dialogue(self, people: list[Any]) -> Dialogue:
        """The chat of two people, or of one with themself; made when first asked for."""
        there = tuple(self.person(person) for person in dict.fromkeys(people))
        if not 0 < len(there) < 3:
            raise ControlError("A dialogue has one person or two.")
        for known in self.dialogues.values():
            if set(known.row()["people"]) == {person.id for person in there}:
                return known
        dialogue = Dialogue(_FIRST_DIALOGUE + len(self.dialogues), people=there)
        self.dialogues[dialogue.id] = dialogue
        self.hub.publish("state")
        return dialogue

    # Chats

    def private_chat(self, bot: Bot, person: Person) -> Private:
        key = (bot.id, person.id)
        if key not in self.private:
            self.private[key] = Private(person.id, bot=bot, person=person)
        return self.private[key]

    def find_chat(self, bot: Bot, chat_id: str) -> Chat:
        """The chat a bot means; refuses with Telegram's `chat not found`."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        if not _NUMBER.fullmatch(chat_id):
            raise bad_request("chat not found")
        number = int(chat_id)
        group = self.groups.get(number)
        if group is not None and bot.id in group.bots:
            return group
        if number in self.people:
            return self.private_chat(bot, self.people[number])
        raise bad_request("chat not found")

    # Messages

    def post(
        self, chat: Chat, sender: dict[str, Any], content: dict[str, Any], *, starts: Topic | None = None, **more: Any
    ) -> Message:
        """A new message in a chat; numbers rise over all chats. One that starts a topic gives it its number."""
        self._last_message += 1
        message = Message(self._last_message, sender, int(self.now()), content, **more)
        if starts is not None and isinstance(chat, Group):
            starts.id = message.thread = message.id
            chat.topics[starts.id] = starts
        chat.messages[message.id] = message
        self._order.append((chat, message.id))
        if len(self._order) > self.messages_kept:
            old, number = self._order.popleft()
            old.messages.pop(number, None)
        self.tell("message", chat, message)
        return message

    def new_album(self) -> str:
        """The `media_group_id` of what is sent next; it grows with the numbers of messages."""
        return str(_FIRST_ALBUM + self._last_message)

    def tell(self, event: str, chat: Chat, message: Message) -> None:
        """Tells the listeners of a message that is new or edited."""
        message.changed = self.change(chat)
        self._new.append(message)
        if len(self._new) > _KEPT_WHOLE:
            self._new.popleft().pack()
        if self.hub.listens(chat.id, chat.bot_id):
            self.hub.publish(event, chat.id, chat.bot_id, message=shown(self.files, self.polls, chat, message))

    def change(self, chat: Chat) -> int:
        """Counts a change in a chat, and tells its number."""
        self.changes += 1
        chat.changed = self.changes
        return self.changes

    def delete(self, chat: Chat, message_id: int) -> bool:
        if chat.messages.pop(message_id, None) is None:
            return False
        self.change(chat)
        self.hub.publish("deleted", chat.id, chat.bot_id, message_id=message_id)
        return True

    def set_keyboard(self, chat: Chat, keyboard: dict[str, Any] | None) -> None:
        if chat.reply_keyboard != keyboard:
            self.change(chat)
            chat.reply_keyboard = keyboard
            self.hub.publish("keyboard", chat.id, chat.bot_id, reply_keyboard=keyboard)

    def warn(self, text: str) -> None:
        """Remembers something the Bot API would pass over, but a developer wants to know."""
        if text not in self.warnings:
            self.warnings.append(text)

    def reset(self) -> None:
        """Forgets everything but the people file. Numbers go on: no bot sees one again."""
        for account in self.accounts.values():
            account.queue.clear()
            account.webhook.forget()
            account.bot.commands.clear()
        for store in (self.people, self.groups, self.private, self.dialogues, self.warnings, self._order, self._new):
            store.clear()
        for memory in (self.ledger, self.faults, self.files, self.callbacks, self.inline, self.polls):
            memory.clear()
        self.limits.become(self._first_limits)
        self._seat_cast()
        self.hub.publish("state")
