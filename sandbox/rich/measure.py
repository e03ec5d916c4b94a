"""Telegram's limits for rich messages. How deep they may go, the reader minds."""

from collections.abc import Iterator
from typing import Any

from sandbox.errors import bad_request
from sandbox.rich.view import text_of_block

MOST_SIGNS = 32_768
MOST_BLOCKS = 500
MOST_COLUMNS = 20


def check(blocks: list[dict[str, Any]]) -> None:
    """Refuses what is empty, too long, of too many blocks, or has too wide a table."""
    every = list(every_block(blocks))
    if sum(map(_weight, every)) > MOST_BLOCKS:
        raise bad_request("RICH_MESSAGE_BLOCKS_TOO_MANY")
    if any(_columns(block) > MOST_COLUMNS for block in every if block["type"] == "table"):
        raise bad_request("RICH_MESSAGE_TABLE_COLS_TOO_MANY")
    said = "".join(map(text_of_block, every))
    if len(said) > MOST_SIGNS:
        raise bad_request("RICH_MESSAGE_TEXT_TOO_LONG")
    if not said.strip():
        raise bad_request("RICH_MESSAGE_EMPTY")


def every_block(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Blocks with those that stand in them, in reading order."""
    for block in blocks:
        yield block
        yield from every_block(block.get("blocks", []))
        for item in block.get("items", []):
            yield from every_block(item["blocks"])


def _weight(block: dict[str, Any]) -> int:
    """Items of a list and rows of a table count as blocks."""
    return 1 + len(block.get("items", [])) + len(block.get("cells", []))


def _columns(table: dict[str, Any]) -> int:
    return max((sum(cell.get("colspan", 1) for cell in row) for row in table["cells"]), default=0)
