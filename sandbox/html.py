"""Telegram's HTML: read into text and entities, refused in Telegram's words.

Follows the public rules and the observable behaviour of the Bot API server: offsets in refusals are bytes of UTF-8,
offsets of entities are UTF-16 units.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from sandbox.errors import Refusal, bad_request
from sandbox.text import Entity, Formatted, utf16

_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
    "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_STOP = re.compile(r"[&<]")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([A-Za-z]*));?")
_SPACES = re.compile(r"[ \t\r\n\v\0]*")
_TAG_NAME = re.compile(r"[^ \t\r\n\v\0>]*")
_ATTRIBUTE = re.compile(r"""[^ \t\r\n\v\0=>/"']*""")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_HOST = re.compile(r"[\w\-.~:\[\]@]+")


def parse(source: str) -> Formatted:
    """Text and entities of an HTML source; refuses with `can't parse entities: ...`."""
    return _Reader(source).read()


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    start: int


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.length = 0
        self.said: list[str] = []
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def read(self) -> Formatted:
        while (stop := _STOP.search(self.source, self.at)) is not None:
            self._say(self.source[self.at : stop.start()])
            self.at = stop.start()
            self._mark()
        self._say(self.source[self.at :])
        if self.open:
            raise _refusal(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return Formatted("".join(self.said), [_public(entity) for entity in self.entities])

    def _say(self, text: str) -> None:
        if text:
            self.said.append(text)
            self.length += utf16(text)

    def _mark(self) -> None:
        if self.source[self.at] == "&":
            sign, self.at = _reference(self.source, self.at)
            self._say(sign)
        elif self.source.startswith("</", self.at):
            self._end_tag()
        else:
            self._start_tag()

    def _char(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else "\0"

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.source, self.at)
        self.at = match.end() if match else self.at
        return match.group() if match else ""

    def _bytes_before(self, index: int) -> int:
        return len(self.source[:index].encode())

    def _unclosed(self, begin: int, tag: str = "") -> Refusal:
        named = f'"{tag}" ' if tag else ""
        return _refusal(f"Unclosed start tag {named}at byte offset {self._bytes_before(begin)}")

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self._take(_TAG_NAME).lower()
        if self._char() == "\0":
            raise self._unclosed(begin)
        if tag not in _KINDS:
            raise _refusal(f'Unsupported start tag "{tag}" at byte offset {self._bytes_before(begin)}')
        argument = self._attributes(tag, begin)
        if tag == "span" and argument != "spoiler":
            raise _refusal(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes_before(begin)}')
        self.open.append(_Open(tag, argument, self.length, len(self.said)))
        self.at += 1

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while self._char() != ">":
            self._take(_SPACES)
            if self._char() == ">":
                break
            name = self._take(_ATTRIBUTE)
            if not name:
                where = self._bytes_before(begin)
                raise _refusal(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
            self._take(_SPACES)
            value = self._value(tag, begin) if self._char() == "=" else None
            if self._char() == "\0":
                raise self._unclosed(begin, tag if value is None else "")
            argument = _argument(tag, name, value, argument)
        return argument

    def _value(self, tag: str, begin: int) -> str:
        self.at += 1
        self._take(_SPACES)
        quote = self._char()
        if quote == "\0":
            raise self._unclosed(begin, tag)
        if quote in "'\"":
            return self._quoted(quote)
        start = self.at
        token = self._take(_TOKEN).lower()
        if self._char() not in " \t\r\n\v\0>":
            raise _refusal(f"Unexpected end of name token at byte offset {self._bytes_before(start)}")
        return token

    def _quoted(self, quote: str) -> str:
        end = self.source.find(quote, self.at + 1)
        stop = end if end >= 0 else len(self.source)
        raw = self.source[self.at + 1 : stop]
        self.at = stop + 1
        return _REFERENCE.sub(lambda match: _sign(match) or match.group(), raw)

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise _refusal(f"Unexpected end tag at byte offset {self._bytes_before(begin)}")
        self.at += 2
        name = self._take(_TAG_NAME).lower()
        self._take(_SPACES)
        if self._char() != ">":
            raise _refusal(f"Unclosed end tag at byte offset {self._bytes_before(begin)}")
        last = self.open.pop()
        if name and name != last.tag:
            where = self._bytes_before(begin)
            raise _refusal(f'Unmatched end tag at byte offset {where}, expected "</{last.tag}>", found "</{name}>"')
        self.at += 1
        if self.length > last.offset:
            self._close(last)

    def _close(self, tag: _Open) -> None:
        entity: Entity = {"type": _KINDS[tag.tag], "offset": tag.offset, "length": self.length - tag.offset}
        before = self.entities[-1] if self.entities else {}
        same = before.get("offset") == entity["offset"] and before.get("length") == entity["length"]
        if tag.tag == "pre" and same and before["type"] == "code" and before["language"]:
            before["type"] = "pre"
        elif tag.tag == "code" and same and before["type"] == "pre" and tag.argument:
            before["language"] = tag.argument
        else:
            self._add(entity, tag)

    def _add(self, entity: Entity, tag: _Open) -> None:
        extra: Entity | None = {}
        if tag.tag == "a":
            extra = _link(tag.argument or "".join(self.said[tag.start :]))
        elif tag.tag == "code":
            extra = {"language": tag.argument}
        elif tag.tag == "blockquote" and tag.argument:
            extra = {"type": "expandable_blockquote"}
        elif tag.tag == "tg-emoji":
            extra = {"custom_emoji_id": _emoji_id(tag.argument)}
        elif tag.tag == "tg-time":
            extra = None  # newer than the types the sandbox checks with: the text stays, plain
        if extra is not None:
            self.entities.append(entity | extra)


def _public(entity: Entity) -> Entity:
    """`code` has no language of its own; only a `pre` around it does."""
    keep = entity["type"] == "pre" and entity.get("language")
    return entity if keep else {key: value for key, value in entity.items() if key != "language"}


def _argument(tag: str, name: str, value: str | None, before: str) -> str:
    match tag, name:
        case "blockquote", "expandable":
            return "1"
        case ("a", "href") | ("tg-emoji", "emoji-id") if value is not None:
            return value
        case "code", "class" if value and value.startswith("language-"):
            return value.removeprefix("language-")
        case "span", "class" if value and value.startswith("tg-"):
            return value.removeprefix("tg-")
    return before


def _reference(source: str, at: int) -> tuple[str, int]:
    match = _REFERENCE.match(source, at)
    sign = _sign(match) if match else None
    return (sign, match.end()) if match and sign is not None else ("&", at + 1)


def _sign(match: re.Match[str]) -> str | None:
    """The sign a reference stands for; None when it is text like any other."""
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return _NAMED.get(name)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal or "0")
    too_long = len(match.group().rstrip(";")) >= 10
    return None if code == 0 or code >= 0x10FFFF or too_long or 0xD800 <= code <= 0xDFFF else chr(code)


def _link(url: str) -> Entity | None:
    parts = urlsplit(url)
    if parts.scheme == "tg" and parts.netloc == "user":
        person = parse_qs(parts.query).get("id", [""])[0]
        return {"type": "text_mention", "user_id": int(person)} if person.isdecimal() else None
    checked = checked_url(url)
    return {"url": checked} if checked else None


def checked_url(url: str) -> str | None:
    """The URL as Telegram keeps it; None where Telegram sees no URL."""
    url = url.strip()
    if "://" not in url:
        url = f"http://{url}"
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme in ("tg", "ton", "tonsite") and parts.netloc:
        return url
    if parts.scheme not in ("http", "https") or "." not in parts.netloc or not _HOST.fullmatch(parts.netloc):
        return None
    return url if parts.path or parts.query else f"{url}/"


def _emoji_id(value: str) -> str:
    if not value.isdecimal() or int(value) == 0:
        raise _refusal("Invalid custom emoji identifier specified")
    return value


def _refusal(reason: str) -> Refusal:
    return bad_request(f"Can't parse entities: {reason}")
