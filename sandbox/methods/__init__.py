"""The methods of the Bot API, one small file a group.

A new method is a function with `@method("name")` in one of these files (a new file is named in `load`). It takes a
`Call` and returns what stands under `result`, or raises a `Refusal`.
"""

from sandbox.methods.registry import METHODS, Call, Method, method

__all__ = ["METHODS", "Call", "Method", "load", "method"]


def load() -> dict[str, Method]:
    """All methods by their name in small letters."""
    from sandbox.methods import callbacks, chats, edits, files, inline, polls, profile, receiving, rich, sending, topics

    assert all((callbacks, chats, edits, files, inline, polls, profile, receiving, rich, sending, topics))
    return METHODS
