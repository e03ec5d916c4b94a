"""Markdown of an article as the HTML of one rich message: headings, tables, lists, parts that open."""

from bot.article_rich.limits import fits
from bot.article_rich.writing import Frame, rich_html

__all__ = ["Frame", "fits", "rich_html"]
