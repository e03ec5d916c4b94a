"""Objects of the Bot API, checked with python-telegram-bot's types.

Reading an object costs python-telegram-bot 0.3 ms, and what it can find wrong (a field that is missing, a field that it
does not know) depends on the object's shape alone. So every shape is checked once.
"""

import warnings
from typing import Any, TypeVar

import telegram
from telegram.warnings import PTBDeprecationWarning

T = TypeVar("T", bound=telegram.TelegramObject)
Shape = Any

_SHAPES_KEPT = 5_000
_NEWER = ("rich_message", "can_send_welcome_messages")


class NotOfTelegram(Exception):  # noqa: N818 - read as a sentence: "this object is not of Telegram"
    """An object that python-telegram-bot cannot read, or that has fields it does not know."""


def shape_of(value: Any) -> Shape:
    """What of a JSON value decides whether it fits a type: its keys all the way down, not its texts and numbers."""
    if isinstance(value, dict):
        return tuple(
            [(key, shape_of(inner)) if isinstance(inner, dict | list) else key for key, inner in value.items()]
        )
    return ("list", *dict.fromkeys(shape_of(inner) for inner in value)) if isinstance(value, list) else None


class Checker:
    """Reads objects with the types of python-telegram-bot, each shape once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Shape], tuple[str, ...]] = {}

    def check(self, kind: type[T], data: dict[str, Any]) -> dict[str, Any]:
        """The object itself when it is whole; NotOfTelegram when a field is missing or unknown."""
        unknown = self.unknown_fields(kind, _older(data))
        if unknown:
            raise NotOfTelegram(f"{kind.__name__} has no field {', '.join(unknown)}")
        return data

    def unknown_fields(self, kind: type[T], data: dict[str, Any]) -> tuple[str, ...]:
        """Fields that the type does not know, at any depth; NotOfTelegram when it cannot read the object at all."""
        key = (kind.__name__, shape_of(data))
        if key not in self._known:
            if len(self._known) >= _SHAPES_KEPT:
                self._known.clear()
            self._known[key] = tuple(sorted(_unknown(_read(kind, data))))
        return self._known[key]


def _older(data: dict[str, Any]) -> dict[str, Any]:
    """Without what python-telegram-bot does not know yet and the sandbox describes itself, at any depth."""
    return {
        key: _older(value) if isinstance(value, dict) else value for key, value in data.items() if key not in _NEWER
    }


def _read(kind: type[T], data: dict[str, Any]) -> T:
    try:
        # Telegram still says what python-telegram-bot would rather not hear any more (correct_option_id).
        with warnings.catch_warnings(action="ignore", category=PTBDeprecationWarning):
            return kind.de_json(data, None)
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise NotOfTelegram(f"{kind.__name__}: {error}") from error


def _unknown(value: object) -> set[str]:
    if isinstance(value, list | tuple):
        return set().union(*(_unknown(inner) for inner in value))
    if not isinstance(value, telegram.TelegramObject):
        return set()
    here = {f"{type(value).__name__}.{name}" for name in value.api_kwargs}
    return here.union(*(_unknown(getattr(value, name, None)) for name in _field_names(type(value))))


def _field_names(kind: type) -> list[str]:
    return [name for base in kind.__mro__ for name in getattr(base, "__slots__", ()) if not name.startswith("_")]
