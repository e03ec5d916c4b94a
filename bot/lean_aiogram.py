"""aiogram without the three seconds and the hundred megabytes that its start costs.

It has pydantic build a validator for each of its several hundred types and methods when it is imported. A bot uses a
few of them. Here each is built when it is first used, which pydantic calls `defer_build`. Where aiogram was imported
before, or does this itself one day, nothing is lost but the time.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel

NAME = re.compile(r"[A-Za-z_]\w*")


def import_aiogram() -> None:
    """Import it, to be built piece by piece as it is used. Call this before any other import of it."""
    if "aiogram" in sys.modules:
        return
    with _built_at_first_use() as names:
        from aiogram.methods import EditMessageText, SendMessage
        from aiogram.types import Message, TelegramObject, Update

    def let_know(cls: type[TelegramObject], /, **_: Any) -> None:
        _let_know(cls, names)

    # A type that is derived later, by aiogram_dialog or by us, inherits fields whose names its module does not have.
    TelegramObject.__pydantic_init_subclass__ = classmethod(let_know)  # type: ignore[method-assign, assignment]
    # No bot is without them, and the first person to come must not wait for them. Updates and most answers hold a
    # message: built first, it is built once and not in each of them.
    for model in (Message, Update, SendMessage, EditMessageText):
        model.model_rebuild()


@contextmanager
def _built_at_first_use() -> Iterator[Mapping[str, Any]]:
    """Models that are made meanwhile are built later; aiogram's call to build them now only notes what they name."""
    build: Any = BaseModel.__dict__["model_rebuild"]
    names: dict[str, Any] = {}

    def note(cls: type[BaseModel], /, *, _types_namespace: Mapping[str, Any] | None = None, **more: Any) -> bool | None:
        if _types_namespace is None or not cls.__module__.startswith("aiogram."):
            return build.__func__(cls, _types_namespace=_types_namespace, **more)  # type: ignore[no-any-return]
        names.update(() if names else _types_namespace)  # the same each time
        _let_know(cls, names)
        return None

    config = BaseModel.model_config
    BaseModel.model_rebuild = classmethod(note)  # type: ignore[method-assign, assignment]
    BaseModel.model_config = {**config, "defer_build": True}
    try:
        yield names
    finally:
        BaseModel.model_rebuild = build  # type: ignore[method-assign]
        BaseModel.model_config = config


def _let_know(cls: type[BaseModel], names: Mapping[str, Any]) -> None:
    """Put what the fields' types name into the module, where pydantic looks: aiogram imports it for checkers only."""
    known = vars(sys.modules[cls.__module__])
    for base in cls.__mro__:
        for annotation in vars(base).get("__annotations__", {}).values():
            for name in NAME.findall(str(annotation)):
                if name in names:
                    known.setdefault(name, names[name])
