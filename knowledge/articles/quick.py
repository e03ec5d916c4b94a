"""A fast reader for the plain manner of YAML that articles are written in.

It knows `key: text`, `key: >` with indented text, `key: [a, b]`, and lists of `- text`, of `- {key: text, ...}` and of
`- key: text` with more keys below, in plain or simply quoted text. Whatever else it meets, it says None, and the caller
asks a full YAML parser. It must never read a text differently from that parser: when in doubt, None.
"""

import re

from knowledge.articles.spot import Spot

KEY = re.compile(r"([a-z_]+):(?: (.*))?")
QUOTED = re.compile(r""""([^"\\]*)"|'([^']*)'""")
PLAIN = re.compile(r"""[^\s"'\[\]{}>|*&!%#@`,?:=~<.+-][^"\[\]{}]*""")
FLOW_PART = re.compile(
    r"""\s*((?:[a-z_]+: )?)("[^"\\]*"|'[^']*'|[^\s"'\[\]{}>|*&!%#@`,?:=~<.+-][^,"'\[\]{}#:]*)\s*(,|$)"""
)
# What YAML 1.2 reads as something other than text, and a little more.
NOT_TEXT = re.compile(
    r"(?i)null|true|false|yes|no|on|off|y|n|[\d_.,:+-]+|0[xob][\da-f_]+|[\d.]+e[+-]?\d+|\d{4}-\d\d?-\d\d?.*"
)


class _UnusualError(Exception):
    """Not in the plain manner."""


def read(text: str, first_line: int) -> Spot | None:
    """The mapping that `text` writes in the plain manner, or None."""
    lines = text.split("\n")
    try:
        return Spot(_keys(lines, first_line), first_line)
    except _UnusualError:
        return None


def read_list(text: str, first_line: int) -> Spot | None:
    """The list of mappings that `text` writes in the plain manner, each `- key: value` with its other keys below."""
    lines = text.rstrip().split("\n")
    starts = [at for at, line in enumerate(lines) if line.startswith("- ")]
    if not starts or starts[0] != 0:
        return None
    try:
        blocks = [(at, lines[at:end]) for at, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
        return Spot([_list_item(block, first_line + at) for at, block in blocks], first_line)
    except _UnusualError:
        return None


def _list_item(block: list[str], line: int) -> Spot:
    if any(written.strip() and not written.startswith("  ") for written in block[1:]):
        raise _UnusualError
    return Spot(_keys([written[2:] for written in block], line), line)


def _keys(lines: list[str], first_line: int) -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        key, rest = _key(lines[at])
        end = _block_end(lines, at + 1)
        if key in found:
            raise _UnusualError
        found[key] = _value(rest, lines[at + 1 : end], first_line + at)
        at = end
    return found


def _key(line: str) -> tuple[str, str]:
    match = KEY.fullmatch(line)
    if match is None:
        raise _UnusualError
    return match[1], (match[2] or "").strip()


def _block_end(lines: list[str], at: int) -> int:
    while at < len(lines) and (not lines[at].strip() or lines[at][0] in " -"):
        at += 1
    return at


def _value(rest: str, block: list[str], line: int) -> Spot:
    if rest == ">":
        return Spot(_folded(block), line)
    if any(part.strip() for part in block):
        if rest:
            raise _UnusualError
        return Spot(_items(block, line + 1), line)
    if rest.startswith("[") and rest.endswith("]"):
        return Spot(_words(_flow(rest[1:-1]), line), line)
    return Spot(_text(rest), line)


def _words(parts: list[tuple[str, str]], line: int) -> list[Spot]:
    if any(key for key, _ in parts):
        raise _UnusualError
    return [Spot(_text(written), line) for _, written in parts]


def _folded(block: list[str]) -> str:
    """Folded text of one paragraph; paragraphs and deeper indentation fold in ways that are left to the parser."""
    while block and not block[-1].strip():
        block = block[:-1]
    indents = {len(line) - len(line.lstrip(" ")) for line in block}
    if len(indents) != 1 or 0 in indents or not all(line.strip() for line in block):
        raise _UnusualError
    return " ".join(line[min(indents) :] for line in block).strip()


def _items(block: list[str], line: int) -> list[Spot]:
    """The items of a list; a line without dash goes on with the mapping that the item began."""
    items: list[list[tuple[str, int]]] = []
    margin = block[0].find("-")
    for offset, written in enumerate(block):
        if not written.strip():
            continue
        if written.startswith(" " * margin + "- "):
            items.append([])
        elif not items or not written.startswith(" " * (margin + 2)):
            raise _UnusualError
        items[-1].append((written[margin + 2 :].rstrip(), line + offset))
    return [_item(item) for item in items]


def _item(lines: list[tuple[str, int]]) -> Spot:
    text, line = lines[0]
    if text.startswith("{") and text.endswith("}") and len(lines) == 1:
        return Spot(_mapping([(key, part, line) for key, part in _flow(text[1:-1])]), line)
    if len(lines) == 1 and not KEY.fullmatch(text):
        return Spot(_text(text), line)
    return Spot(_mapping([(*_key(written), at) for written, at in lines]), line)


def _mapping(parts: list[tuple[str, str, int]]) -> dict[str, Spot]:
    mapping = {key: Spot(_text(written), line) for key, written, line in parts}
    if "" in mapping or len(mapping) != len(parts):
        raise _UnusualError
    return mapping


def _flow(inside: str) -> list[tuple[str, str]]:
    """The parts of `a, b` or `key: a, key: b` between brackets; a part without key has the key ""."""
    parts = []
    at = 0
    while at < len(inside):
        match = FLOW_PART.match(inside, at)
        if match is None:
            raise _UnusualError
        parts.append((match[1][:-2], match[2].strip()))
        at = match.end()
    if not parts or inside.rstrip().endswith(","):
        raise _UnusualError
    return parts


def _text(written: str) -> str:
    quoted = QUOTED.fullmatch(written)
    if quoted:
        return (quoted[1] if quoted[1] is not None else quoted[2]).strip()
    unsafe = ": " in written or " #" in written or written.endswith(":")
    if unsafe or not PLAIN.fullmatch(written) or NOT_TEXT.fullmatch(written):
        raise _UnusualError
    return written
