"""What the buttons under knowledge answers carry: articles by a short sign of their id, which no release changes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

BETWEEN = "-"
ShelfKind = Literal["modules", "module", "letters", "between", "read", "asked", "rated"]
Sign = Annotated[str, Field(pattern=r"^[0-9a-f]{10}$")]
Page = Annotated[int, Field(ge=1, le=999)]
Signs = Annotated[str, Field(pattern=r"^([0-9a-f]{10}(-[0-9a-f]{10}){0,2})?$")]


class Topic(CallbackData, prefix="k"):
    """An article, and what to show of it; `others` are further results of the same question."""

    show: Literal["card", "full", "related", "others"]
    sign: Sign
    others: Signs = ""
    anew: bool = False
    """As a new message: what stands in this one is still wanted."""


class NoneOfThem(CallbackData, prefix="kn"):
    """None of the offered topics was meant."""


class Helped(CallbackData, prefix="kv"):
    """Whether an article helped: it did (1), it did not (-1), or neither any more (0). A double tap changes nothing."""

    sign: Sign
    value: Annotated[int, Field(ge=-1, le=1)]


class AskOrganizers(CallbackData, prefix="kq"):
    """Ask the organizers: about an article, with the other results beside it, or where nothing was found."""

    sign: Sign | Literal[""] = ""
    others: Signs = ""


class Shelf(CallbackData, prefix="ks"):
    """A list of articles and its page; `which` is a module's sign, or the first and last letter of titles."""

    kind: ShelfKind
    which: Annotated[str, Field(pattern=r"^([0-9a-f]{10}|[a-z0]{2})?$")] = ""
    page: Page = 1


class OnShelf(Shelf, prefix="kf"):
    """An article's card, from a list to which it leads back."""

    sign: Sign

    @property
    def shelf(self) -> Shelf:
        """The list."""
        return Shelf(kind=self.kind, which=self.which, page=self.page)


class Tend(CallbackData, prefix="kt"):
    """What organizers look after in the knowledge base."""


class SeeMisses(CallbackData, prefix="km"):
    """What was looked for in vain."""

    page: Page = 1


class SeeMiss(CallbackData, prefix="ki"):
    """One of them, and the page of the list that it stands on."""

    miss: Annotated[int, Field(ge=1, le=LARGEST_ID)]
    page: Page = 1


class Settle(SeeMiss, prefix="kd"):
    """Take it off the list."""


@cache
def sign_of(article_id: str) -> str:
    """Ten letters and digits that stand for an article's id."""
    return blake2b(article_id.encode(), digest_size=5).hexdigest()


def signs(text: str) -> tuple[str, ...]:
    """The signs that `others` holds."""
    return tuple(text.split(BETWEEN)) if text else ()


def joined(ids: Iterable[str]) -> str:
    """The signs of articles, as `others` holds them."""
    return BETWEEN.join(sign_of(article_id) for article_id in ids)
