"""Reads the blocks of a rich message as a bot gave them into what Telegram gives back."""

import re
from collections.abc import Callable
from typing import Any

from sandbox.errors import bad_request
from sandbox.html import checked_url
from sandbox.rich import lists
from sandbox.rich.detect import detected
from sandbox.rich.shapes import BLOCKS, CELL, FOUND, ITEM, NOT_HERE, TEXTS, Shape

DEEPEST = 16
_ARRAYS_DEEP = 64
_OPAQUE = ("code", "url", "email_address", "phone_number", "text_mention", "anchor_link", "reference_link")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TYPES = {"string": (str, "String"), "number": (int, "Number"), "object": (dict, "Object")}
_ALIGN, _VALIGN = ("left", "center", "right"), ("top", "middle", "bottom")

Block = dict[str, Any]
Text = Any


class Reader:
    """Reads blocks and texts. `user` finds a person by id, `warn` is told what is not known."""

    def __init__(
        self, user: Callable[[int], dict[str, Any] | None], warn: Callable[[str], None], *, detect: bool
    ) -> None:
        self._user = user
        self._warn = warn
        self._detect = detect

    def blocks(self, given: Any, level: int = 1) -> list[Block]:
        """A list of blocks, each as Telegram tells it; refuses what it cannot read."""
        if not isinstance(given, list):
            raise bad_request('Field "blocks" must be of type Array')
        return [self._block(block, level) for block in given]

    def _block(self, given: Any, level: int) -> Block:
        if level > DEEPEST:
            raise bad_request("RICH_MESSAGE_DEPTH_INVALID")
        kind = _kind(given)
        if kind in NOT_HERE:
            raise bad_request(f'the sandbox knows no blocks of type "{kind}"')
        if kind not in BLOCKS:
            raise bad_request(f'type "{kind}" is unsupported')
        find = self._detect and kind != "pre"
        block = {"type": kind} | self._fields(given, BLOCKS[kind], level, kind, find=find)
        if kind == "heading" and not 1 <= block["size"] <= 6:
            raise bad_request("Invalid section heading size specified")
        return block

    def _fields(self, given: dict[str, Any], shape: Shape, level: int, what: str, *, find: bool) -> dict[str, Any]:
        for name in given.keys() - shape.keys() - {"type"}:
            self._warn(f"{what}.{name} is not known")
        read: dict[str, Any] = {}
        for name, kind in shape.items():
            value = given.get(name)
            if value is None and not kind.endswith("?"):
                raise bad_request(f'Can\'t find field "{name}"')
            if value is not None:
                read[name] = self._value(name, kind.rstrip("?"), value, level, find=find)
        return {name: value for name, value in read.items() if value is not False}

    def _value(self, name: str, kind: str, value: Any, level: int, *, find: bool) -> Any:
        match kind:
            case "text":
                return self.text(value, level + 1, find=find)
            case "blocks":
                return self.blocks(value, level + 1)
            case "items":
                return self._items(value, level)
            case "cells":
                return self._cells(value, level)
            case "flag":
                return value is True
        wanted, called = _TYPES[kind]
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise bad_request(f'Field "{name}" must be of type {called}')
        return value

    # Lists and tables

    def _items(self, given: Any, level: int) -> list[Block]:
        if not isinstance(given, list) or not given:
            raise bad_request("List must be non-empty")
        return lists.labelled([self._item(item, level) for item in given])

    def _item(self, given: Any, level: int) -> Block:
        if not isinstance(given, dict):
            raise bad_request("List item must be non-empty")
        return self._fields(given, ITEM, level, "list item", find=self._detect)

    def _cells(self, given: Any, level: int) -> list[list[Block]]:
        if not isinstance(given, list) or not all(isinstance(row, list) for row in given):
            raise bad_request('Field "cells" must be an Array of Arrays')
        return [[self._cell(cell, level) for cell in row] for row in given]

    def _cell(self, given: Any, level: int) -> Block:
        if not isinstance(given, dict):
            raise bad_request("Table cell must be non-empty")
        cell = self._fields(given, CELL, level, "table cell", find=self._detect)
        for name in ("colspan", "rowspan"):
            if cell.get(name, 0) < 0:
                raise bad_request(f"Invalid table cell {name} specified")
            if cell.get(name, 0) < 2:
                cell.pop(name, None)
        usual = {"align": "center" if cell.get("is_header") else "left", "valign": "middle"}
        for name, known in (("align", _ALIGN), ("valign", _VALIGN)):
            if cell.get(name, usual[name]) not in known:
                raise bad_request(f"Invalid table cell {name} specified")
        return usual | cell

    # Texts

    def text(self, given: Any, level: int, *, find: bool, arrays: int = 0) -> Text:
        """A RichText: a string, a list of them, or an object; joined where Telegram joins."""
        if arrays > _ARRAYS_DEEP:
            raise bad_request("RICH_MESSAGE_DEPTH_INVALID")
        if isinstance(given, str):
            _check_signs(given)
            return detected(given) if find else given
        if isinstance(given, list):
            return joined([self.text(inner, level, find=find, arrays=arrays + 1) for inner in given])
        return self._formatted(given, level, find=find)

    def _formatted(self, given: Any, level: int, *, find: bool) -> Text:
        if level > DEEPEST:
            raise bad_request("RICH_MESSAGE_DEPTH_INVALID")
        kind = _kind(given)
        if kind == "button":
            raise bad_request("the sandbox knows no buttons in a text")
        if kind not in TEXTS:
            raise bad_request("Unsupported rich text type")
        read = self._fields(given, TEXTS[kind], level, kind, find=find and kind not in _OPAQUE)
        if kind in FOUND:
            return read["text"]
        return self._checked({"type": kind} | read)

    def _checked(self, text: dict[str, Any]) -> Text:
        """What a link leads to must be what it says; Telegram refuses the whole message otherwise."""
        match text["type"]:
            case "url":
                url = checked_url(text["url"])
                if url is None or " " in url:
                    raise bad_request("RICH_MESSAGE_URL_INVALID")
                return text | {"url": url}
            case "email_address" if not _EMAIL.fullmatch(text["email_address"]):
                raise bad_request("RICH_MESSAGE_EMAIL_INVALID")
            case "custom_emoji" if not text["custom_emoji_id"].isdecimal():
                raise bad_request("Invalid custom emoji identifier specified")
            case "date_time":
                return {"date_time_format": ""} | text
            case "text_mention":
                user = self._user(text["user"].get("id", 0))
                return text | {"user": user} if user else text["text"]
        return text


def _kind(given: Any) -> str:
    if not isinstance(given, dict):
        raise bad_request("Object expected as InputRichBlock")
    if not isinstance(given.get("type"), str):
        raise bad_request('Can\'t find field "type"')
    return str(given["type"])


def _check_signs(text: str) -> None:
    if not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text):
        raise bad_request("Rich text must be encoded in UTF-8")


def joined(parts: list[Text]) -> Text:
    """Parts in a row as one RichText: lists opened, plain neighbours one, a single part by itself."""
    flat: list[Text] = []
    for part in parts:
        for inner in part if isinstance(part, list) else [part]:
            if isinstance(inner, str) and flat and isinstance(flat[-1], str):
                flat[-1] += inner
            elif inner != "":
                flat.append(inner)
    return flat[0] if len(flat) == 1 else flat or ""
