"""Markdown of an article as Telegram HTML, in parts that each fit into one message."""

from bot.article_html.packing import parts
from bot.article_html.reading import Resolve, blocks
from bot.article_html.runs import Block, Run

__all__ = ["Block", "Resolve", "Run", "blocks", "parts"]
