"""aiogram built piece by piece is the same aiogram, and is no longer the better part of a start."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import get_type_hints

import pytest
from aiogram import Bot
from aiogram.methods.base import Response, TelegramMethod
from aiogram.types import ChatFullInfo, Message, TelegramObject, Update
from aiogram_dialog.api.entities.update_event import DialogUpdate
from aiogram_dialog.api.internal.fake_data import FakeChat, ReplyCallbackQuery
from pydantic import BaseModel

ROOT = Path(__file__).parents[2]
PERSON = {"id": 7, "is_bot": False, "first_name": "Andai"}
MESSAGE = {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}, "from": PERSON, "text": "/menu"}

# In a process of its own: here, what other tests have used is built already.
FRESH = """
import json
from bot.lean_aiogram import import_aiogram
import_aiogram()
from aiogram import methods, types
from aiogram.methods.base import Response, TelegramMethod

def of(kind):
    return [model for one in kind.__subclasses__() for model in (one, *of(one))]

def built():
    both = of(types.TelegramObject) + of(TelegramMethod)
    return sorted(model.__name__ for model in both if model.__pydantic_complete__)

class Derived(types.Message):
    pass

told = [built()]
types.Chat.model_validate({"id": 7, "type": "private"})
told.append(built())
methods.SetMyName(name="a")
told.append(built())
Response[bool | types.Message].model_validate_json('{"ok": true, "result": true}')
told.append(built())
Derived.model_validate({"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}})
told.append(built())
print(json.dumps(told))
"""


def models(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """All kinds of this kind."""
    for model in kind.__subclasses__():
        yield model
        yield from models(model)


def test_only_what_is_used_is_built() -> None:
    done = subprocess.run([sys.executable, "-c", FRESH], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    told = [set(names) for names in json.loads(done.stdout)]
    assert told[0] == {"Message", "Update", "SendMessage", "EditMessageText"}
    assert [after - before for before, after in pairwise(told)] == [{"Chat"}, {"SetMyName"}, set(), {"Derived"}]


@pytest.mark.parametrize("kind", [TelegramObject, TelegramMethod])
def test_every_name_in_every_field_is_known(kind: type[BaseModel]) -> None:
    found = list(models(kind))

    assert len(found) > 150
    for model in found:
        get_type_hints(model, localns={"Bot": Bot})  # which no field is, but what each hides


@pytest.mark.parametrize("model", [ChatFullInfo, DialogUpdate, ReplyCallbackQuery, FakeChat])
def test_a_model_is_built_of_fields_that_others_declare(model: type[BaseModel]) -> None:
    assert model.model_rebuild() is not False
    assert model.__pydantic_complete__


def test_what_is_nested_is_of_its_own_type() -> None:
    update = Update.model_validate({"update_id": 1, "message": MESSAGE | {"reply_to_message": MESSAGE}})
    answer = Response[Message].model_validate({"ok": True, "result": MESSAGE})

    assert isinstance(update.message, Message)
    assert isinstance(update.message.reply_to_message, Message)
    assert isinstance(answer.result, Message)
    assert answer.result.from_user == update.message.from_user


def test_models_of_others_are_built_as_ever() -> None:
    class Ours(BaseModel):
        number: int

    assert Ours.__pydantic_complete__
    assert "defer_build" not in BaseModel.model_config
