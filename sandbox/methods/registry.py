"""The register of methods, and what a method is given."""

import inspect
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

import telegram

from sandbox.chats import Bot, Chat
from sandbox.checks import NotOfTelegram
from sandbox.errors import bad_request
from sandbox.params import Params
from sandbox.world import Account, World

Handler = Callable[["Call"], Any | Awaitable[Any]]
H = TypeVar("H", bound=Handler)

_CAPITAL = re.compile(r"(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Method:
    """A method: its name as Telegram writes it, what does it, and the parameters python-telegram-bot knows of it."""

    name: str
    handler: Handler
    known: frozenset[str]


METHODS: dict[str, Method] = {}


def method(*names: str, newer: Iterable[str] = ()) -> Callable[[H], H]:
    """Registers a handler under these names; `newer` are parameters that python-telegram-bot does not know yet."""

    def register(handler: H) -> H:
        for name in names:
            METHODS[name.lower()] = Method(name, handler, _known_parameters(name).union(newer))
        return handler

    return register


def _known_parameters(name: str) -> frozenset[str]:
    """The parameters as python-telegram-bot reads the Bot API; empty when it does not have the method."""
    function = getattr(telegram.Bot, _CAPITAL.sub("_", name).lower(), None)
    return frozenset(inspect.signature(function).parameters) if function else frozenset()


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method by a bot."""

    world: World
    account: Account
    method: str
    params: Params

    @property
    def bot(self) -> Bot:
        return self.account.bot

    def chat(self) -> Chat:
        """The chat that `chat_id` names."""
        return self.world.find_chat(self.bot, self.params.text("chat_id").strip())

    def known(self, kind: type[telegram.TelegramObject], data: dict[str, Any], what: str) -> dict[str, Any]:
        """What a bot gave, without unknown fields: Telegram passes over them, the sandbox warns."""
        data = {key: value for key, value in data.items() if value is not None}
        try:
            unknown = self.world.checker.unknown_fields(kind, data)
        except NotOfTelegram as error:
            raise bad_request(f"Can't parse {what} JSON object: {error}") from error
        for name in unknown:
            self.world.warn(f"{self.method}: {name} is not known")
        return dict(_without(data, {name.split(".")[-1] for name in unknown})) if unknown else data

    def accepted(self, chat: Chat | None, message_id: int | None) -> None:
        """Writes the call into the ledger: from here on it has happened."""
        world = self.world
        params = self.params.for_ledger()
        world.ledger.write(world.now(), self.bot.id, self.method, chat.id if chat else None, message_id, params)


def _without(value: Any, names: set[str]) -> Any:
    if isinstance(value, list):
        return [_without(inner, names) for inner in value]
    if isinstance(value, dict):
        return {key: _without(inner, names) for key, inner in value.items() if key not in names}
    return value
