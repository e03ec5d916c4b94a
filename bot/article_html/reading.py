"""Markdown as blocks of runs. Headings are bold, tables are lines that a phone can show, and words are never lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from bot.article_html.runs import Block, Run, Tags, joined

BULLET = "• "
INDENT = "   "

Resolve = Callable[[str], str | None]
"""From a link's target in the article to the address to open; None leaves the words without a link."""
Cell = tuple[Run, ...]


def blocks(markdown: str, resolve: Resolve) -> list[Block]:
    """The blocks of a Markdown text; what Telegram cannot show stays as its plain words."""
    root = SyntaxTreeNode(_parser().parse(markdown))
    found: list[Block] = []
    for child in root.children:
        for block in _Reader(resolve).read(child, ()):
            if block.text.strip():
                under_heading = bool(found) and found[-1].leads
                found.append(replace(block, tight=block.tight or under_heading))
    return found


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True, slots=True)
class _Reader:
    resolve: Resolve

    def read(self, node: SyntaxTreeNode, tags: Tags, indent: str = "") -> Iterator[Block]:
        match node.type:
            case "heading":
                level = ("b",) if node.tag in ("h1", "h2") else ("b", "i")
                yield Block(tuple(self._runs(node, _within(tags, *level))), leads=True)
            case "paragraph":
                yield Block(tuple(self._runs(node, tags)))
            case "bullet_list" | "ordered_list":
                yield from self._list(node, tags, indent)
            case "blockquote":
                yield joined(list(self._inside(node, _within(tags, "blockquote"))))
            case "table":
                yield from self._table(node, tags)
            case "fence" | "code_block":
                yield Block((Run(node.content.strip("\n"), tags),))

    def _inside(self, node: SyntaxTreeNode, tags: Tags) -> Iterator[Block]:
        for child in node.children:
            for block in self.read(child, tags):
                yield replace(block, tight=True, leads=False)

    def _list(self, node: SyntaxTreeNode, tags: Tags, indent: str) -> Iterator[Block]:
        first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        for place, item in enumerate(node.children):
            mark = BULLET if first is None else f"{first + place}. "
            yield from self._item(item, tags, indent, mark, tight=place > 0 or bool(indent))

    def _item(self, item: SyntaxTreeNode, tags: Tags, indent: str, mark: str, *, tight: bool) -> Iterator[Block]:
        lead: tuple[Run, ...] = (Run(indent + mark, tags),)
        for child in item.children:
            for block in self.read(child, tags, indent + INDENT):
                yield Block((*lead, *block.runs), tight=tight)
                lead, tight = (), True

    def _table(self, node: SyntaxTreeNode, tags: Tags) -> Iterator[Block]:
        lines = [row for part in node.children for row in part.children]
        head, *body = ([tuple(self._runs(cell, tags)) for cell in line.children] for line in lines)
        if len(head) > 2:
            for row in body:
                yield from _record(head, row)
            return
        named = [cell for cell in head if _says(cell)]
        if named:
            yield Block(_all_within(_with_between(named, " · "), "i"), leads=True)
        for place, row in enumerate(body):
            yield _pair(row, tight=place > 0 or bool(named))

    def _runs(self, node: SyntaxTreeNode, tags: Tags) -> Iterator[Run]:
        match node.type:
            case "softbreak":
                yield Run(" ", tags)
            case "hardbreak":
                yield Run("\n", tags)
            case "strong" | "em" | "link":
                tags = self._tags_of(node, tags)
                yield from (run for child in node.children for run in self._runs(child, tags))
            case _ if node.children:
                yield from (run for child in node.children for run in self._runs(child, tags))
            case _ if node.content:
                yield Run(node.content, tags)

    def _tags_of(self, node: SyntaxTreeNode, tags: Tags) -> Tags:
        if node.type != "link":
            return _within(tags, "b" if node.type == "strong" else "i")
        url = self.resolve(str(node.attrs.get("href", "")))
        if url is None or any(tag.startswith("a ") for tag in tags):
            return tags
        return (*tags, f'a href="{escape(url)}"')


def _within(tags: Tags, *more: str) -> Tags:
    return (*tags, *(tag for tag in more if tag not in tags))


def _all_within(runs: Iterable[Run], tag: str) -> tuple[Run, ...]:
    return tuple(Run(run.text, _within(run.tags, tag)) for run in runs)


def _says(cell: Iterable[Run]) -> bool:
    return any(run.text.strip() for run in cell)


def _with_between(cells: Sequence[Cell], text: str) -> tuple[Run, ...]:
    runs = tuple(run for cell in cells for run in (Run(text), *cell))
    return runs[1:]


def _pair(row: Sequence[Cell], *, tight: bool) -> Block:
    """A row of two columns: the term, then what it is."""
    told = [cell for cell in (_all_within(row[0], "b"), *row[1:]) if _says(cell)]
    return Block((Run(BULLET), *_with_between(told, ": ")), tight=tight)


def _record(head: Sequence[Cell], row: Sequence[Cell]) -> Iterator[Block]:
    """A row of many columns: its first cell as a small heading, then a line for each column."""
    named = _says(row[0])
    if named:
        yield Block(_all_within(row[0], "b"), leads=True)
    for place, (name, cell) in enumerate(zip(head[1:], row[1:], strict=False)):
        if _says(cell):
            told = [part for part in (name, cell) if _says(part)]
            yield Block((Run(BULLET), *_with_between(told, ": ")), tight=named or place > 0)
