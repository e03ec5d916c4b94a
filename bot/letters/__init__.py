"""Draft letters for Bantuan Kedinasan: composed by `text`, made into a document by `paper`."""

from bot.letters.paper import document
from bot.letters.text import BLANK, Draft, Item, letter_of

__all__ = ["BLANK", "Draft", "Item", "document", "letter_of"]
