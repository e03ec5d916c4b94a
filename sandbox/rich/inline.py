"""Texts of rich HTML: what stands in one line, with its marks and links. White space counts as one space."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from sandbox.rich.tree import Node

_MARKS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "mark": "marked",
    "sub": "subscript", "sup": "superscript", "tg-spoiler": "spoiler",
}  # fmt: skip
_SPACE = re.compile(r"[ \t\n\r\f]+")

Child = Node | str


class Inliner:
    """Makes texts; it knows the whole document, because links lead to references anywhere in it."""

    def __init__(self, root: Node) -> None:
        self._references = set(_references(root))
        self._after_space = True

    def text(self, children: Iterable[Child]) -> list[Any]:
        """A RichText without white space at its ends."""
        self._after_space = True
        parts = self._parts(children)
        return _trimmed(parts)

    def _parts(self, children: Iterable[Child]) -> list[Any]:
        parts = [self._part(child) for child in children]
        return [part for part in parts if part != ""]

    def _part(self, child: Child) -> Any:
        if isinstance(child, str):
            return self._plain(child)
        if child.tag == "br":
            self._after_space = True
            return "\n"
        if child.tag in _MARKS:
            inner = self._parts(child.children)
            return {"type": _MARKS[child.tag], "text": inner} if inner else ""
        return self._special(child)

    def _plain(self, text: str) -> str:
        text = _SPACE.sub(" ", text)
        if self._after_space:
            text = text.removeprefix(" ")
        self._after_space = text.endswith(" ") if text else self._after_space
        return text

    def _special(self, node: Node) -> Any:
        match node.tag:
            case "a":
                return self._link(node)
            case "tg-reference":
                return {
                    "type": "reference",
                    "text": self._parts(node.children),
                    "name": node.attributes.get("name", ""),
                }
            case "tg-math":
                self._after_space = False
                return {"type": "mathematical_expression", "expression": "".join(map(str, node.children))}
            case "tg-emoji":
                words = "".join(map(str, self._parts(node.children)))
                emoji = {"custom_emoji_id": node.attributes.get("emoji-id", ""), "alternative_text": words}
                return {"type": "custom_emoji"} | emoji
            case "tg-time":
                moment = node.attributes.get("unix", "")
                named = {"unix_time": int(moment) if moment.isdecimal() else 0}
                named["date_time_format"] = node.attributes.get("format", "")  # type: ignore[assignment]
                return {"type": "date_time", "text": self._parts(node.children)} | named
        return self._parts(node.children)

    def _link(self, node: Node) -> Any:
        text = self._parts(node.children)
        href = node.attributes.get("href")
        if href is None:
            return {"type": "anchor", "name": node.attributes["name"]} if "name" in node.attributes else text
        if href.startswith("#"):
            return self._within(text, unquote(href[1:]))
        for start, kind in (("mailto:", "email_address"), ("tel:", "phone_number")):
            if href.startswith(start):
                return {"type": kind, "text": text, kind: href.removeprefix(start)}
        person = parse_qs(urlsplit(href).query).get("id", [""])[0] if href.startswith("tg://user?") else ""
        if person.isdecimal():
            return {"type": "text_mention", "text": text, "user": {"id": int(person)}}
        return {"type": "url", "text": text, "url": href}

    def _within(self, text: Any, name: str) -> Any:
        if name in self._references:
            return {"type": "reference_link", "text": text, "reference_name": name}
        return {"type": "anchor_link", "text": text, "anchor_name": name}


def _references(node: Node) -> Iterable[str]:
    if node.tag == "tg-reference":
        yield node.attributes.get("name", "")
    for child in node.children:
        if isinstance(child, Node):
            yield from _references(child)


def _trimmed(parts: list[Any]) -> list[Any]:
    """Without white space at the end; a mark that was around nothing else goes with it."""
    while parts:
        last = parts[-1]
        if isinstance(last, list):
            parts = parts[:-1] + last
        elif isinstance(last, str):
            if last.rstrip(" \n"):
                return [*parts[:-1], last.rstrip(" \n")]
            parts = parts[:-1]
        elif isinstance(last.get("text"), list) and last["type"] in _MARKS.values():
            inner = _trimmed(last["text"])
            if inner:
                return [*parts[:-1], last | {"text": inner}]
            parts = parts[:-1]
        else:
            return parts
    return parts
