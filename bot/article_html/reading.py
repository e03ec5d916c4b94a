"""Markdown as blocks of runs. Headings are bold, tables are lines that a phone can show, and words are never lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.tree import SyntaxTreeNode

from bot.article_html.inline import Inline, Resolve, parsed, within
from bot.article_html.runs import Block, Run, Tags, joined

BULLET = "• "
INDENT = "   "

Cell = tuple[Run, ...]


def blocks(markdown: str, resolve: Resolve) -> list[Block]:
    """The blocks of a Markdown text; what Telegram cannot show stays as its plain words."""
    found: list[Block] = []
    reader = _Reader(Inline(resolve))
    for child in parsed(markdown).children:
        for block in reader.read(child, ()):
            if block.text.strip():
                under_heading = bool(found) and found[-1].leads
                found.append(replace(block, tight=block.tight or under_heading))
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    inline: Inline

    def read(self, node: SyntaxTreeNode, tags: Tags, indent: str = "") -> Iterator[Block]:
        match node.type:
            case "heading":
                level = ("b",) if node.tag in ("h1", "h2") else ("b", "i")
                yield Block(tuple(self.inline.runs(node, within(tags, *level))), leads=True)
            case "paragraph":
                yield Block(tuple(self.inline.runs(node, tags)))
            case "bullet_list" | "ordered_list":
                yield from self._list(node, tags, indent)
            case "blockquote":
                yield joined(list(self._inside(node, within(tags, "blockquote"))))
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
        head, *body = ([tuple(self.inline.runs(cell, tags)) for cell in line.children] for line in lines)
        if len(head) > 2:
            for row in body:
                yield from _record(head, row)
            return
        named = [cell for cell in head if _says(cell)]
        if named:
            yield Block(_all_within(_with_between(named, " · "), "i"), leads=True)
        for place, row in enumerate(body):
            yield _pair(row, tight=place > 0 or bool(named))


def _all_within(runs: Iterable[Run], tag: str) -> tuple[Run, ...]:
    return tuple(Run(run.text, within(run.tags, tag)) for run in runs)


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
