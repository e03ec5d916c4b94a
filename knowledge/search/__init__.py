"""Search over a library of articles."""

from knowledge.search.answer import Answer, Near, Result
from knowledge.search.index import Index

__all__ = ["Answer", "Index", "Near", "Result"]
