"""What the buttons under knowledge answers carry: articles by a short sign of their id, which no release changes."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

BETWEEN = "-"


class Topic(CallbackData, prefix="k"):
    """An article, and what to show of it; `others` are further results of the same question."""

    show: Literal["card", "full", "related", "others"]
    sign: Annotated[str, Field(pattern=r"^[0-9a-f]{10}$")]
    others: Annotated[str, Field(pattern=r"^([0-9a-f]{10}(-[0-9a-f]{10}){0,2})?$")] = ""
    anew: bool = False
    """As a new message: what stands in this one is still wanted."""


class NoneOfThem(CallbackData, prefix="kn"):
    """None of the offered topics was meant."""


@cache
def sign_of(article_id: str) -> str:
    """Ten letters and digits that stand for an article's id."""
    return blake2b(article_id.encode(), digest_size=5).hexdigest()


def signs(text: str) -> tuple[str, ...]:
    """The signs that `others` holds."""
    return tuple(text.split(BETWEEN)) if text else ()
