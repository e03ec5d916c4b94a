"""Articles: their form, what is checked in them, and the library they make up."""

from knowledge.articles.faults import Fault, KnowledgeFaults
from knowledge.articles.loader import check, load_library, load_sound
from knowledge.articles.model import Article, Library, Module, Passage, Source
from knowledge.articles.writing import make_article, written

__all__ = [
    "Article",
    "Fault",
    "KnowledgeFaults",
    "Library",
    "Module",
    "Passage",
    "Source",
    "check",
    "load_library",
    "load_sound",
    "make_article",
    "written",
]
