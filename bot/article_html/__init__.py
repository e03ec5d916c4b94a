"""Markdown of an article as Telegram HTML, in parts that each fit into one message."""

from bot.article_html.inline import Inline, Resolve, parsed
from bot.article_html.packing import parts
from bot.article_html.reading import blocks
from bot.article_html.runs import Block, Run, render

__all__ = ["Block", "Inline", "Resolve", "Run", "blocks", "parsed", "parts", "render"]
