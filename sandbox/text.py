"""Texts with entities: offsets in UTF-16 units, as Telegram counts them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import bad_request

Entity = dict[str, Any]

_PRIORITY = {"blockquote": 0, "expandable_blockquote": 0, "pre": 11, "code": 20, "text_link": 49, "text_mention": 49}
_PRIORITY |= {"bold": 90, "italic": 91, "underline": 92, "strikethrough": 93, "spoiler": 94, "custom_emoji": 99}
_SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
_OPAQUE = {"code", "pre", "text_link", "text_mention"}
_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
FOUND = re.compile(
    r"(?P<url>(?:https?://|(?<![\w@.])www\.)[^\s<>\"]+[^\s<>\".,:;!?)'\]]"
    r"|(?<![\w@./])(?:[a-z0-9-]+\.)+(?:id|com|org|net|me)(?:/[^\s<>\"]*[^\s<>\".,:;!?)'\]])?(?![\w@]))"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<mention>(?<![\w/@])@[A-Za-z]\w{2,31}\b)"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d_]\w*)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Formatted:
    """A text and its entities."""

    text: str
    entities: list[Entity] = field(default_factory=list)


def utf16(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text) if text.isascii() else len(text) + sum(sign > "\uffff" for sign in text)


def from_utf16(text: str, offset: int) -> int:
    """The index into a Python text that belongs to an offset in UTF-16 units."""
    if text.isascii():
        return offset
    units = 0
    for index, sign in enumerate(text):
        if units >= offset:
            return index
        units += 2 if sign > "\uffff" else 1
    return len(text)


def cut(text: str, entity: Entity) -> str:
    """The part of a text that an entity covers."""
    start = from_utf16(text, entity["offset"])
    return text[start : from_utf16(text, entity["offset"] + entity["length"])]


def tidy(raw: Formatted, *, find: bool = True) -> Formatted:
    """As Telegram stores a text: trimmed, entities joined and in order, links and commands found in it."""
    text = _CONTROL.sub(" ", raw.text).replace("\r", "")
    entities = sort(_joined([entity for entity in raw.entities if entity["length"] > 0]))
    tidied = _trimmed(text, entities)
    if find and tidied.text:
        tidied.entities = sort([*tidied.entities, *_found(tidied)])
    return tidied


def sort(entities: Iterable[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda e: (e["offset"], -e["length"], _PRIORITY.get(e["type"], 50)))


def _joined(entities: list[Entity]) -> list[Entity]:
    """Entities of one simple kind that touch or overlap become one."""
    if len(entities) < 2:
        return entities
    result = [entity for entity in entities if entity["type"] not in _SPLITTABLE]
    for kind in _SPLITTABLE:
        last: Entity | None = None
        for entity in sort(entity for entity in entities if entity["type"] == kind):
            if last is not None and entity["offset"] <= last["offset"] + last["length"]:
                end = max(last["offset"] + last["length"], entity["offset"] + entity["length"])
                last["length"] = end - last["offset"]
            else:
                last = dict(entity)
                result.append(last)
    return result


def _trimmed(text: str, entities: list[Entity]) -> Formatted:
    """Without white space at the end, and at the start up to the first entity."""
    text = text.rstrip()
    end = utf16(text)
    limit = entities[0]["offset"] if entities else end
    lead = min(len(text) - len(text.lstrip(" \n")), limit)
    kept = [
        entity | {"offset": entity["offset"] - lead, "length": min(entity["length"], end - entity["offset"])}
        for entity in entities
        if entity["offset"] < end
    ]
    return Formatted(text[lead:], kept)


def _found(formatted: Formatted) -> list[Entity]:
    """Links, addresses, mentions, commands and hashtags that stand in the text itself."""
    text = formatted.text
    spans = [(e["offset"], e["offset"] + e["length"]) for e in formatted.entities if e["type"] in _OPAQUE]
    found = []
    for match in FOUND.finditer(text):
        offset, length = utf16(text[: match.start()]), utf16(match.group())
        if not any(start < offset + length and offset < end for start, end in spans):
            found.append({"type": match.lastgroup, "offset": offset, "length": length})
    return found


def given_entities(text: str, raw: Any) -> list[Entity]:
    """Entities as a bot gave them; those past the text, incomplete or of unknown kind are dropped, as Telegram does."""
    end = utf16(text)
    given = [_given(entity) for entity in raw] if isinstance(raw, list) else []
    return [e for e in given if _complete(e) and e["offset"] >= 0 < e["length"] and e["offset"] + e["length"] <= end]


def _given(entity: Any) -> Entity:
    if not isinstance(entity, dict):
        raise bad_request("Can't parse MessageEntity: expected an Object")
    for name, kind, called in (("offset", int, "Number"), ("length", int, "Number"), ("type", str, "String")):
        if not isinstance(entity.get(name), kind):
            raise bad_request(f'Can\'t parse MessageEntity: Field "{name}" must be of type {called}')
    return dict(entity)


def _complete(entity: Entity) -> bool:
    """Whether it is of a kind that bots may give, with what this kind needs."""
    needed = {"text_link": ("url", str), "text_mention": ("user", dict), "custom_emoji": ("custom_emoji_id", str)}
    name, kind = needed.get(entity["type"], ("type", str))
    return entity["type"] in _PRIORITY and isinstance(entity.get(name), kind)
