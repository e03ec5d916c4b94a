"""What a test sees of the sandbox: messages, chats, answers to presses, lines of the ledger."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


class SandboxError(AssertionError):
    """The sandbox refused an act of a test, or the bot did not do in time what was waited for."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as its reader sees it; `raw` is the *shown* message of docs/sandbox.md."""

    raw: Json

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        """Text or caption, of a rich message all its words, of a poll its question; empty without any."""
        asked = (self.poll or {}).get("question")
        return str(self.raw["text"] or self.raw["caption"] or self._rich.get("text") or asked or "")

    @property
    def poll(self) -> Json | None:
        """A poll of the Bot API, with `votes` (options by person)."""
        return dict(self.raw["poll"]) if self.raw["poll"] else None

    @property
    def html(self) -> str:
        return str(self.raw["html"] or self.raw["caption_html"] or "")

    @property
    def _rich(self) -> Json:
        return self.raw["rich"] or {}

    @property
    def is_rich(self) -> bool:
        """Whether it is a rich message."""
        return self.raw["rich"] is not None

    @property
    def headings(self) -> list[str]:
        """The headings of a rich message, of every size."""
        return [heading["text"] for heading in self._rich.get("headings", [])]

    @property
    def tables(self) -> list[list[list[str]]]:
        """The tables of a rich message, rows of cells."""
        return [table["rows"] for table in self._rich.get("tables", [])]

    @property
    def details(self) -> dict[str, str]:
        """What a rich message folds away: text by summary."""
        return {block["summary"]: block["text"] for block in self._rich.get("details", [])}

    @property
    def from_bot(self) -> bool:
        return bool(self.raw["from"]["is_bot"])

    @property
    def edited(self) -> bool:
        return bool(self.raw["edited"])

    @property
    def changed(self) -> int:
        return int(self.raw["changed"])

    @property
    def reply_to(self) -> int | None:
        return int(self.raw["reply_to"]["message_id"]) if self.raw["reply_to"] else None

    @property
    def topic(self) -> int | None:
        """The topic it is in, or in a supergroup without topics the first of the answers it belongs to."""
        return int(self.raw["thread"]) if self.raw["thread"] is not None else None

    @property
    def service(self) -> str:
        """What a line of the chat itself says ("Topik ditutup"); empty for what somebody wrote."""
        return str(self.raw["service"] or "")

    @property
    def via_bot(self) -> str | None:
        """The name of the bot by way of which a person sent it."""
        return str(self.raw["via_bot"]) if self.raw["via_bot"] else None

    @property
    def rows(self) -> list[list[Json]]:
        """The inline keyboard, rows of the Bot API's buttons."""
        return self.raw["inline_keyboard"] or []

    @property
    def labels(self) -> list[str]:
        """What stands on the inline buttons, row by row."""
        return [button["text"] for row in self.rows for button in row]

    def button(self, label: str) -> Json:
        """The inline button with this text (an emoji may stand before it)."""
        for row in self.rows:
            for button in row:
                if button["text"] == label or button["text"].split(" ", 1)[-1] == label:
                    return dict(button)
        raise SandboxError(f"No button {label!r} on {self.text!r}; there are {self.labels}")


@dataclass(frozen=True, slots=True)
class Answer:
    """The bot's answer to a press; `times` counts its tries."""

    answered: bool
    text: str | None
    show_alert: bool
    url: str | None
    times: int


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of something a person did: its message, and the updates the bots got."""

    message_id: int
    update_ids: list[int]


@dataclass(frozen=True, slots=True)
class Result:
    """One result of an inline query, as the list shows it; `text` is what would be sent."""

    raw: Json

    @property
    def id(self) -> str:
        return str(self.raw["id"])

    @property
    def title(self) -> str:
        return str(self.raw["title"])

    @property
    def description(self) -> str:
        return str(self.raw["description"] or "")

    @property
    def text(self) -> str:
        return str(self.raw["text"] or "")


@dataclass(frozen=True, slots=True)
class Results:
    """A bot's answer to an inline query; `cached` when the bot was not asked again, `times` counts its tries."""

    answered: bool
    results: list[Result]
    button: Json | None
    next_offset: str
    cache_time: int | None
    is_personal: bool | None
    cached: bool
    times: int

    @property
    def titles(self) -> list[str]:
        return [result.title for result in self.results]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What became of a result that a person picked."""

    message_id: int
    inline_message_id: str | None
    update_ids: list[int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger."""

    n: int
    time: float
    bot: int
    method: str
    chat: int | None
    message_id: int | None
    params: Json


@dataclass(slots=True)
class View:
    """A chat as its person sees it."""

    messages: list[Message]
    reply_keyboard: Json | None
    commands: list[Json]
    blocked: bool
    chat_action: str | None
    changed: int
    topics: list[Json] | None = None

    @property
    def keyboard_labels(self) -> list[str]:
        """What stands on the reply keyboard, row by row; empty without one."""
        return [button["text"] for row in (self.reply_keyboard or {}).get("keyboard", []) for button in row]
