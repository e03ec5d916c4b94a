"""Rich HTML into blocks, as a bot might have given them: the reader checks both alike."""

from collections.abc import Callable, Iterable
from typing import Any

from sandbox.errors import bad_request
from sandbox.rich.inline import Inliner
from sandbox.rich.tree import Node, parse

_HEADINGS = {f"h{size}": size for size in range(1, 7)}
_NOT_HERE = ("img", "video", "audio", "figure", "tg-map", "tg-collage", "tg-slideshow", "tg-document", "tg-button-row")
_SILENT = ("script", "style")
_INLINE = (
    "a", "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "mark", "sub", "sup", "tg-spoiler",
    "tg-reference", "tg-emoji", "tg-time", "tg-math", "br", "input",
)  # fmt: skip

Given = dict[str, Any]
Child = Node | str


def read(source: str, warn: Callable[[str], None]) -> list[Given]:
    """The blocks of an HTML source; a tag that Telegram does not know is passed over, what stands in it stays."""
    root = parse(source)
    return _Markup(root, warn).flow(root.children)


class _Markup:
    def __init__(self, root: Node, warn: Callable[[str], None]) -> None:
        self._warn = warn
        self._inliner = Inliner(root)
        self._makers: dict[str, Callable[[Node], Given]] = {
            "p": lambda node: {"type": "paragraph", "text": self._text(node.children)},
            "footer": lambda node: {"type": "footer", "text": self._text(node.children)},
            "hr": lambda node: {"type": "divider"},
            "pre": self._pre,
            "ul": self._list,
            "ol": self._list,
            "blockquote": self._quote,
            "aside": lambda node: {"type": "pullquote"} | self._credited(node),
            "table": self._table,
            "details": self._details,
            "tg-math-block": lambda node: {"type": "mathematical_expression", "expression": raw(node).strip()},
        }
        self._makers |= dict.fromkeys(_HEADINGS, self._heading)

    def flow(self, children: Iterable[Child]) -> list[Given]:
        """Blocks as they stand; texts between them are paragraphs of their own."""
        blocks: list[Given] = []
        loose: list[Child] = []
        for child in self._opened(children):
            if isinstance(child, Node) and child.tag in self._makers:
                blocks += self._paragraph(loose)
                loose = []
                blocks.append(self._makers[child.tag](child))
            else:
                loose.append(child)
        return blocks + self._paragraph(loose)

    def _opened(self, children: Iterable[Child]) -> list[Child]:
        """The children, with what stands in tags that nobody knows in their place."""
        opened: list[Child] = []
        for child in children:
            if isinstance(child, str) or child.tag in self._makers or child.tag in _INLINE:
                opened.append(child)
            elif child.tag in _NOT_HERE:
                raise bad_request(f"the sandbox knows no <{child.tag}> in rich messages")
            else:
                self._warn(f"<{child.tag}> is not known")
                opened += [] if child.tag in _SILENT else self._opened(child.children)
        return opened

    def _text(self, children: Iterable[Child]) -> Any:
        return self._inliner.text(self._opened(children))

    def _paragraph(self, loose: list[Child]) -> list[Given]:
        marks = [child for child in loose if not isinstance(child, str) or child.strip()]
        if len(marks) == 1 and isinstance(marks[0], Node) and marks[0].tag == "a" and "name" in marks[0].attributes:
            return [{"type": "anchor", "name": marks[0].attributes["name"]}]
        text = self._text(loose)
        return [{"type": "paragraph", "text": text}] if text else []

    def _heading(self, node: Node) -> Given:
        return {"type": "heading", "text": self._text(node.children), "size": _HEADINGS[node.tag]}

    def _pre(self, node: Node) -> Given:
        code = node.all("code")
        inner = code[0] if len(code) == 1 and not any(str(child).strip() for child in node.without("code")) else node
        kind = inner.attributes.get("class", "") if inner is not node else ""
        language = {"language": kind.removeprefix("language-")} if kind.startswith("language-") else {}
        return {"type": "pre", "text": raw(inner)} | language

    def _named(self, name: str, node: Node, tag: str) -> Given:
        """The text of a tag that stands at most once in a node, by the name that the Bot API has for it."""
        found = node.all(tag)
        return {name: self._text(found[0].children)} if found else {}

    def _credited(self, node: Node) -> Given:
        return {"text": self._text(node.without("cite"))} | self._named("credit", node, "cite")

    def _quote(self, node: Node) -> Given:
        if {"expandable", "collapsed"} & node.attributes.keys():
            return {"type": "expandable_blockquote"} | self._credited(node)
        quote = {"type": "blockquote", "blocks": self.flow(node.without("cite"))}
        return quote | self._named("credit", node, "cite")

    def _details(self, node: Node) -> Given:
        summary = [self._text(inner.children) for inner in node.all("summary")]
        opened = {"is_open": True} if "open" in node.attributes else {}
        blocks = self.flow(node.without("summary"))
        return {"type": "details", "summary": summary[0] if summary else "", "blocks": blocks} | opened

    def _list(self, node: Node) -> Given:
        items = [self._item(item) for item in node.all("li")]
        if node.tag == "ol":
            start = _number(node.attributes.get("start"), len(items) if "reversed" in node.attributes else 1)
            step = -1 if "reversed" in node.attributes else 1
            for at, item in enumerate(items):
                kind, value = item.get("type", node.attributes.get("type", "1")), item.get("value", start + at * step)
                start = value - at * step
                item |= {"type": kind, "value": value}
        return {"type": "list", "items": items}

    def _item(self, node: Node) -> Given:
        boxes = [box for box in node.all("input") if box.attributes.get("type") == "checkbox"]
        item: Given = {"blocks": self.flow(node.without("input"))}
        if boxes:
            item |= {"has_checkbox": True, "is_checked": "checked" in boxes[0].attributes}
        if "value" in node.attributes:
            item["value"] = _number(node.attributes["value"], 1)
        return item | ({"type": node.attributes["type"]} if "type" in node.attributes else {})

    def _table(self, node: Node) -> Given:
        groups = node.all("thead", "tbody", "tfoot")
        for group in groups:
            self._warn(f"<{group.tag}> is not known")
        rows = [row for part in [*groups, node] for row in part.all("tr")]
        cells = [[self._cell(cell) for cell in row.all("td", "th")] for row in rows]
        flags = {f"is_{name}": True for name in ("bordered", "striped", "compact") if name in node.attributes}
        return {"type": "table", "cells": cells} | flags | self._named("caption", node, "caption")

    def _cell(self, node: Node) -> Given:
        cell: Given = {"text": self._text(node.children)} | ({"is_header": True} if node.tag == "th" else {})
        cell |= {name: node.attributes[name] for name in ("align", "valign") if name in node.attributes}
        return cell | {
            name: _number(node.attributes[name], 1) for name in ("colspan", "rowspan") if name in node.attributes
        }


def raw(node: Node) -> str:
    """The words in a node as they stand, spaces and line breaks included."""
    return "".join(child if isinstance(child, str) else raw(child) for child in node.children)


def _number(given: str | None, usual: int) -> int:
    try:
        return int(given) if given is not None else usual
    except ValueError:
        return usual
