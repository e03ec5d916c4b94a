"""A pleasant client of the sandbox, for tests of the bot and of the sandbox itself.

    async with running_sandbox() as sandbox:
        yohana = sandbox.person(7001)
        await yohana.send("/start")
        welcome = await yohana.until("Sebelum mulai")
        await yohana.press("Baca, lalu mulai")
        consent = await yohana.until(lambda message: "Setuju" in message.labels)

A person remembers the last thing they did, and `until` looks only at what the bot has said or changed since.
Everything goes over HTTP; `running_sandbox(process=True)` starts `python -m sandbox` as a process of its own.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.support import sandbox_server
from tests.support.sandbox_forms import File, form
from tests.support.sandbox_views import (
    Answer,
    Chosen,
    Entry,
    Json,
    Message,
    Result,
    Results,
    SandboxError,
    Sent,
    View,
)

__all__ = [
    "PEOPLE",
    "TOKEN",
    "Answer",
    "Asked",
    "Chosen",
    "Entry",
    "Message",
    "Person",
    "Press",
    "Result",
    "Results",
    "Sandbox",
    "SandboxError",
    "Sent",
    "View",
    "running_sandbox",
]

TOKEN = "4242:" + "sandbox-token-for-tests-only-000000"

PEOPLE: list[Json] = [
    {"id": 7001, "first_name": "Yohana", "last_name": "Contoh", "phone": "+6280000000001", "note": "ASN di NTT"},
    {"id": 7002, "first_name": "Bagus", "last_name": "Misal", "phone": "+6280000000002", "note": "ASN di Jatim"},
    {"id": 7003, "first_name": "Rina", "last_name": "Teladan", "phone": "+6280000000003", "note": "BPSDM DKI"},
]

Wanted = str | Callable[[Message], bool]


@dataclass(frozen=True, slots=True)
class Press:
    """A press under way; `answer` waits for the bot."""

    sandbox: "Sandbox"
    id: str
    update_id: int

    async def answer(self, timeout: float = 5.0) -> Answer:
        found = await self.sandbox.callback(self.id, wait=timeout)
        if not found.answered:
            raise SandboxError(f"The press was not answered within {timeout} s.")
        return found


@dataclass(frozen=True, slots=True)
class Asked:
    """An inline query under way; `results` waits for the bot."""

    sandbox: "Sandbox"
    id: str
    update_id: int | None
    cached: bool

    async def results(self, timeout: float = 5.0) -> Results:
        found = await self.sandbox.control("GET", f"inline/{self.id}?wait={timeout}")
        if not found["answered"]:
            raise SandboxError(f"The inline query was not answered within {timeout} s.")
        return Results(**found | {"results": [Result(raw) for raw in found["results"]]})


@dataclass(slots=True)
class Person:
    """Somebody who chats: in private with a bot (`bot` None is the first one), or in a group or dialogue (`chat`)."""

    sandbox: "Sandbox"
    id: int
    chat: int
    bot: int | None = None
    topic: int | None = None
    _mark: int = field(default=0)

    def with_bot(self, bot: int) -> "Person":
        """The same person in the private chat with another bot."""
        return Person(self.sandbox, self.id, self.id, bot)

    def in_group(self, group: int, topic: int | None = None) -> "Person":
        """The same person in a group, or in a topic of it: they write there and see what is in it."""
        return Person(self.sandbox, self.id, group, topic=topic)

    async def open_topic(self, name: str) -> "Person":
        """Makes a topic in this group; the same person in it."""
        return self.in_group(self.chat, (await self._act("topic", {"name": name}))["message_thread_id"])

    async def change_topic(self, **changes: Any) -> list[int]:
        """Renames (`name`), closes or opens (`is_closed`) or deletes (`deleted`) the topic this person is in."""
        return list((await self._act("topic", {"topic": self.topic} | changes))["update_ids"])

    async def migrate(self) -> int:
        """Makes a supergroup of this basic group; its new number."""
        return int((await self._act("migrate", {}))["group"]["id"])

    async def beside(self, *others: int) -> "Person":
        """The same person in the chat with somebody else, or alone in Saved Messages: no bot is there."""
        made = await self.sandbox.control("POST", "dialogues", {"people": [self.id, *others]})
        return Person(self.sandbox, self.id, made["dialogue"]["id"])

    async def inline(self, query: str, *, via: int | None = None, offset: str = "") -> Asked:
        """Types `@bot query` here; `via` is the bot that is asked (the chat's own, or the first)."""
        made = await self._act("inline", {"query": query, "via": via, "offset": offset})
        return Asked(self.sandbox, made["inline_query_id"], made["update_id"], made["cached"])

    async def choose(self, asked: Asked, result_id: str) -> Chosen:
        """Picks a result: its message appears in this chat."""
        made = await self._act("choose", {"inline_query_id": asked.id, "result_id": result_id})
        return Chosen(made["message_id"], made["inline_message_id"], made["update_ids"])

    async def send(self, text: str, *, reply_to: int | None = None) -> Sent:
        """Writes a text."""
        return await self._send({"text": text, "reply_to": reply_to})

    async def reply(self, text: str, message: Message) -> Sent:
        """Answers a message."""
        return await self.send(text, reply_to=message.id)

    async def ask(self, text: str, timeout: float = 5.0) -> Message:
        """Writes a text and waits for the bot's next message or edit."""
        await self.send(text)
        return await self.until(timeout=timeout)

    async def share_contact(self, phone: str | None = None, *, user_id: int | None = None) -> Sent:
        """Taps the contact button: the own number; with `phone` (and `user_id`) any contact from the address book."""
        contact = True if phone is None else {"phone_number": phone, "user_id": user_id}
        return await self._send({"contact": contact})

    async def send_sticker(self) -> Sent:
        return await self._send({"sticker": True})

    async def send_voice(self) -> Sent:
        return await self._send({"voice": True})

    async def send_file(
        self, name: str, content: bytes, mime: str, caption: str = "", *, reply_to: int | None = None
    ) -> Sent:
        """Attaches a file; a picture goes as a picture."""
        made = await self._attach("send", {"reply_to": reply_to, "caption": caption}, (name, content, mime))
        return Sent(made["message_id"], made["update_ids"])

    async def send_album(self, *files: File, captions: tuple[str, ...] = (), **more: Any) -> list[int]:
        """Attaches several files as one album; the numbers of its messages. More: `reply_to`, `as` (document)."""
        return list((await self._attach("album", {"captions": list(captions)} | more, *files))["message_ids"])

    async def press(self, label: str, *, on: int | None = None) -> Press:
        """Presses the inline button with this text: on the message `on`, or on the newest one that has it."""
        message = await (self._message(on) if on is not None else self._newest_with(label))
        button = message.button(label)
        if "callback_data" not in button:
            raise SandboxError(f"The button {label!r} has no callback data: {button}")
        return await self.press_data(button["callback_data"], on=message.id)

    async def press_data(self, data: str, *, on: int) -> Press:
        """Presses a button by its data, also one that has gone since (a stale button)."""
        made = await self._act("press", {"message_id": on, "data": data})
        return Press(self.sandbox, made["callback_query_id"], made["update_id"])

    async def tap(self, label: str, timeout: float = 5.0) -> Message:
        """Presses a button and waits for the bot's next message or edit."""
        await self.press(label)
        return await self.until(timeout=timeout)

    async def edit(self, message_id: int, text: str, *files: File) -> list[int]:
        """Edits an own message: its text, or the caption of its picture or document; with a file that as well."""
        return list((await self._attach("edit", {"message_id": message_id, "text": text}, *files))["update_ids"])

    async def vote(self, message: int | Message, *options: int) -> list[int]:
        """Votes in a poll by the numbers of options, from 0; without any the vote is taken back."""
        number = message.id if isinstance(message, Message) else message
        return list((await self._act("vote", {"message_id": number, "options": options}))["update_ids"])

    async def delete(self, message_id: int) -> None:
        await self._act("delete", {"message_id": message_id})

    async def block(self, blocked: bool = True) -> None:
        body = {"bot": self.bot, "blocked": blocked}
        await self.sandbox.control("POST", f"people/{self.id}/block", body)

    async def unblock(self) -> None:
        await self.block(False)

    async def view(self, *, after: int | None = None, wait: float = 0.0, limit: int = 200) -> View:
        """The chat as it stands; with `after` and `wait` once something has changed after that change."""
        query = {"limit": limit, "bot": self.bot, "topic": self.topic, "after": after, "wait": wait}
        asked = "&".join(f"{name}={value}" for name, value in query.items() if value is not None)
        seen = await self.sandbox.control("GET", f"chats/{self.chat}?{asked}")
        names = ("reply_keyboard", "commands", "blocked", "chat_action", "changed", "topics")
        return View([Message(raw) for raw in seen["messages"]], *(seen[name] for name in names))

    async def messages(self) -> list[Message]:
        """Everything in the chat, oldest first."""
        return (await self.view()).messages

    async def last(self) -> Message:
        """The bot's newest message."""
        said = [message for message in await self.messages() if message.from_bot and not message.service]
        if not said:
            raise SandboxError("The bot has said nothing yet.")
        return said[-1]

    async def until(self, wanted: Wanted = "", timeout: float = 5.0) -> Message:
        """The newest message of a bot that is new or edited since this person's last act and is as wanted.

        `wanted` is a part of its text or a question about the message. SandboxError after `timeout` seconds.
        """
        deadline = asyncio.get_running_loop().time() + timeout
        view = await self.view()
        while True:
            for message in sorted(view.messages, key=lambda message: -message.changed):
                if message.from_bot and message.changed > self._mark and _fits(message, wanted):
                    return message
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                said = [message.text for message in view.messages if message.from_bot and message.changed > self._mark]
                raise SandboxError(f"Not within {timeout} s: {wanted!r}. Since then the bot said {said}")
            view = await self.view(after=view.changed, wait=left)

    async def silence(self, seconds: float = 0.05) -> None:
        """Fails when the bot says something within this time."""
        view = await self.view(after=self._mark, wait=seconds)
        said = [message.text for message in view.messages if message.from_bot and message.changed > self._mark]
        if said:
            raise SandboxError(f"The bot was expected to be silent, and said {said}")

    async def _send(self, body: Json) -> Sent:
        made = await self._act("send", {"topic": self.topic} | body)
        return Sent(made["message_id"], made["update_ids"])

    async def _attach(self, act: str, fields: Json, *files: File) -> Json:
        fields = {"from": self.id, "bot": self.bot, "topic": self.topic} | fields
        made = await self.sandbox.control("POST", f"chats/{self.chat}/{act}", form(fields, *files))
        self._mark = made["changed"]
        return made

    async def _act(self, act: str, body: Json) -> Json:
        made = await self.sandbox.control("POST", f"chats/{self.chat}/{act}", {"from": self.id, "bot": self.bot} | body)
        self._mark = made.get("changed", self._mark)
        return made

    async def _message(self, message_id: int) -> Message:
        for message in await self.messages():
            if message.id == message_id:
                return message
        raise SandboxError(f"There is no message {message_id} in this chat.")

    async def _newest_with(self, label: str) -> Message:
        for message in reversed(await self.messages()):
            if any(label in (text, text.split(" ", 1)[-1]) for text in message.labels):
                return message
        raise SandboxError(f"No message in this chat has a button {label!r}.")


def _fits(message: Message, wanted: Wanted) -> bool:
    if callable(wanted):
        return wanted(message)
    # A bot that makes a topic has said nothing yet.
    return wanted in (message.text or message.service) if wanted else not message.service


@dataclass(slots=True)
class Sandbox:
    """A running sandbox, by its control API and its Bot API."""

    url: str
    http: aiohttp.ClientSession
    token: str = TOKEN

    def person(self, person_id: int, bot: int | None = None) -> Person:
        return Person(self, person_id, person_id, bot)

    async def control(self, verb: str, path: str, body: Any = None) -> Json:
        """A call of the control API; SandboxError with its sentence when it is refused."""
        given = {"data": body} if isinstance(body, aiohttp.FormData) else {"json": body} if body is not None else {}
        async with self.http.request(verb, f"{self.url}/api/{path}", **given) as response:
            answer: Json = await response.json()
            if response.status != 200:
                raise SandboxError(answer.get("error", answer))
            return answer

    async def call(self, method: str, token: str | None = None, **params: Any) -> Json:
        """A call of the Bot API with a JSON body; the whole answer, `ok` false included."""
        async with self.http.post(f"{self.url}/bot{token or self.token}/{method}", json=params) as response:
            answer: Json = await response.json()
            return answer

    async def add_bot(self, token: str | None = None, **names: Any) -> int:
        """Makes a bot known before it calls, so that people can write to it; its id."""
        return int((await self.control("POST", "bots", {"token": token or self.token} | names))["bot"]["id"])

    async def pending(self, token: str | None = None) -> int:
        """How many updates a bot has not confirmed yet."""
        return int((await self.call("getWebhookInfo", token))["result"]["pending_update_count"])

    async def add_person(self, **data: Any) -> Person:
        return self.person((await self.control("POST", "people", data))["person"]["id"])

    async def add_group(self, title: str, members: list[int], bots: list[int], **more: Any) -> int:
        """A group with people and bots, its id. More: `admins` (ids), `rights` of the bots among them (all the usual
        ones by default), `is_forum`, `type="group"` for a basic one."""
        body = {"title": title, "members": members, "bots": bots} | more
        return int((await self.control("POST", "groups", body))["group"]["id"])

    async def seat(
        self, group: int, user: int, status: str, *, by: int | None = None, rights: list[str] | None = None
    ) -> list[int]:
        """Somebody becomes member, administrator (with rights), creator, left or kicked; the updates of it."""
        body = {"user": user, "status": status, "from": by, "rights": rights}
        return list((await self.control("POST", f"chats/{group}/member", body))["update_ids"])

    async def callback(self, callback_id: str, *, wait: float = 0.0) -> Answer:
        return Answer(**await self.control("GET", f"callbacks/{callback_id}?wait={wait}"))

    async def queue_update(self, update: Json, bot: int | None = None) -> int:
        """Queues a raw update as it is, for replays."""
        return int((await self.control("POST", "updates", {"bot": bot, "update": update}))["update_id"])

    async def fault(self, kind: str, method: str | None = None, **more: Any) -> int:
        """Orders a fault: latency (seconds), 429 (retry_after), 5xx (status), reset_before/_after; times, chat."""
        return int((await self.control("POST", "faults", {"kind": kind, "method": method} | more))["id"])

    async def faults(self) -> list[Json]:
        """Those still armed."""
        return list((await self.control("GET", "faults"))["faults"])

    async def clear_faults(self) -> None:
        await self.control("DELETE", "faults")

    async def settings(self, **settings: Any) -> Json:
        """strict, limits, webhook_pause, callback_seconds, inline_seconds, inline_cache, inline_feedback."""
        return await self.control("POST", "settings", settings)

    async def ledger(
        self, *, after: int = 0, bot: int | None = None, chat: int | None = None, method: str | None = None
    ) -> list[Entry]:
        """Every accepted send, edit and deletion, in order."""
        query = {"after": after, "bot": bot, "chat": chat, "method": method}
        asked = "&".join(f"{name}={value}" for name, value in query.items() if value is not None)
        return [Entry(**row) for row in (await self.control("GET", f"ledger?{asked}"))["entries"]]

    async def warnings(self) -> list[str]:
        """What the bots said that the Bot API does not know; a healthy bot leaves it empty."""
        return list((await self.control("GET", "state"))["warnings"])

    async def reset(self) -> None:
        await self.control("POST", "reset")


@asynccontextmanager
async def running_sandbox(
    *,
    people: list[Json] | None = None,
    groups: list[Json] | None = None,
    strict: bool = False,
    process: bool = False,
    token: str = TOKEN,
) -> AsyncIterator[Sandbox]:
    """A sandbox on a free port of loopback: in this event loop, or with `process` as a process of its own."""
    cast = {
        "bot": {"username": "jalin_bot", "first_name": "Jalin"},
        "people": PEOPLE if people is None else people,
        "groups": groups or [],
    }
    start = sandbox_server.in_process if process else sandbox_server.in_this_loop
    async with start(cast, strict) as url, aiohttp.ClientSession() as http:
        yield Sandbox(url, http, token)
