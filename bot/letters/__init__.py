"""Draft letters, for Bantuan Kedinasan and for a superior: composed by `text` and `superior`, made by `paper`."""

from bot.letters.paper import document
from bot.letters.superior import superior_letter
from bot.letters.text import BLANK, Draft, Item, letter_of

__all__ = ["BLANK", "Draft", "Item", "document", "letter_of", "superior_letter"]
