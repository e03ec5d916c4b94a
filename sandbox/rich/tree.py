"""Rich HTML as a tree: tags, their attributes and what stands between them."""

import re
from dataclasses import dataclass, field

from sandbox.errors import Refusal, bad_request

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)"
    r"(?P<attributes>(?:\s+[^\s=>\"'/<]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>=]+))?)*)\s*(?P<closed>/?)>"
)
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LIKE_A_TAG = re.compile(r"</?[A-Za-z]")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]+));")
_NAMED = {
    "lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'", "nbsp": "\u00a0", "hellip": "…", "mdash": "—",
    "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
}  # fmt: skip
_DEEPEST = 64  # no message may go half as deep; the reader minds how deep blocks and marks go
_ALONE = ("br", "hr", "img", "input", "tg-map")


@dataclass(slots=True)
class Node:
    """A tag with what stands in it: texts and other tags."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def all(self, *tags: str) -> list["Node"]:
        """The children of these tags."""
        return [child for child in self.children if isinstance(child, Node) and child.tag in tags]

    def without(self, *tags: str) -> list["Node | str"]:
        return [child for child in self.children if isinstance(child, str) or child.tag not in tags]


def parse(source: str) -> Node:
    """The tree of an HTML source; refuses tags that are cut, not closed or closed in the wrong order."""
    source = _COMMENT.sub("", source)
    root = Node("")
    path, at = [root], 0
    while (sign := source.find("<", at)) >= 0:
        _say(path[-1], source[at:sign])
        match = _TAG.match(source, sign)
        if match is None:
            at = _literal(path[-1], source, sign)
        else:
            _take(path, match)
            at = match.end()
    _say(path[-1], source[at:])
    if len(path) > 1:
        raise invalid()
    return root


def _literal(node: Node, source: str, sign: int) -> int:
    if _LIKE_A_TAG.match(source, sign):
        raise invalid()
    _say(node, "<")
    return sign + 1


def _take(path: list[Node], match: re.Match[str]) -> None:
    name = match["name"].lower()
    if match["end"]:
        if len(path) > 1 and path[-1].tag == name:
            path.pop()
        elif name not in _ALONE:
            raise invalid()
        return
    node = Node(name, _attributes(match["attributes"]))
    path[-1].children.append(node)
    if not match["closed"] and name not in _ALONE:
        path.append(node)
    if len(path) > _DEEPEST:
        raise bad_request("RICH_MESSAGE_DEPTH_INVALID")


def _attributes(source: str) -> dict[str, str]:
    return {match[1].lower(): _decoded(match[2] or match[3] or match[4] or "") for match in _ATTRIBUTE.finditer(source)}


def _say(node: Node, text: str) -> None:
    if text:
        node.children.append(_decoded(text))


def _decoded(text: str) -> str:
    return _REFERENCE.sub(_sign, text)


def _sign(match: re.Match[str]) -> str:
    if match[3]:
        return _NAMED.get(match[3], match[0])
    code = int(match[1], 16) if match[1] else int(match[2])
    return match[0] if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF else chr(code)


def invalid() -> Refusal:
    return bad_request("RICH_MESSAGE_HTML_INVALID")
