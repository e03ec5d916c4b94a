"""Markdown tokens as plain text: blocks under their headings, grouped into passages that can answer on their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from knowledge.articles.model import Passage

# A passage stands under a short answer of at most 300 characters in a card of at most 1,000.
PASSAGE_LIMIT = 680


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a quote, a whole list or a whole table, and the heading above it."""

    heading: str
    text: str
    is_list: bool


def blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    heading = ""
    at = 0
    while at < len(tokens):
        end = _end(tokens, at)
        group = tokens[at:end]
        if tokens[at].type == "heading_open":
            heading = inline_text(group[1])
        else:
            text = _text(group)
            if text:
                yield Block(heading, text, "list" in tokens[at].type or tokens[at].type == "table_open")
        at = end


def passages(found: Sequence[Block]) -> Iterator[Passage]:
    """Blocks under one heading, together while they fit; a list keeps the paragraph that leads to it."""
    group: list[Block] = []
    for block in found:
        same = bool(group) and group[0].heading == block.heading
        leads = same and block.is_list and not group[-1].is_list
        if group and not (same and (_size(group) + len(block.text) <= PASSAGE_LIMIT or leads)):
            yield _passage(group)
            group = []
        elif leads and len(group) > 1 and _size(group) + len(block.text) > PASSAGE_LIMIT:
            yield _passage(group[:-1])
            group = group[-1:]
        group.append(block)
    if group:
        yield _passage(group)


def _passage(group: list[Block]) -> Passage:
    return Passage(group[0].heading, "\n".join(block.text for block in group), any(block.is_list for block in group))


def _size(group: list[Block]) -> int:
    return sum(len(block.text) + 1 for block in group)


def _end(tokens: Sequence[Token], start: int) -> int:
    depth = 0
    for at in range(start, len(tokens)):
        depth += tokens[at].nesting
        if depth == 0:
            return at + 1
    return len(tokens)


def _text(group: Sequence[Token]) -> str:
    if group[0].type == "table_open":
        return "\n".join(_rows(group))
    return "\n".join(_lines(group))


def _rows(group: Sequence[Token]) -> Iterator[str]:
    """A table as a list, since a phone has no room for columns: `- name: value`, or each value with its heading."""
    head, *rows = _cells(group)
    for name, *values in rows:
        if len(values) == 1:
            yield f"- {name}: {values[0]}"
        else:
            yield f"- {name}. " + "; ".join(f"{of}: {value}" for of, value in zip(head[1:], values, strict=True))


def _cells(group: Sequence[Token]) -> list[list[str]]:
    rows: list[list[str]] = []
    for token in group:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(inline_text(token))
    return rows


def _lines(group: Sequence[Token]) -> Iterator[str]:
    """The lines of paragraphs, quotes and lists; items of inner lists are indented under their own."""
    lists: list[bool] = []
    mark = ""
    for token in group:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(token.type == "ordered_list_open")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            mark = f"{token.info}. " if lists[-1] else "- "
        elif token.type == "inline":
            yield "  " * max(len(lists) - 1, 0) + mark + inline_text(token)
            mark = ""


def inline_text(token: Token) -> str:
    """The words of an inline token; a line break in the source is a space."""
    parts = (" " if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ())
    return "".join(parts).strip()
