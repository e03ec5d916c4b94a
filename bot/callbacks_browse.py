"""What the buttons around the list of trainings carry; `Browse` and `Card` themselves are in `bot.callbacks`."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID, Sought

Facet = Literal["competency", "mode", "host", "month"]
"""What one can filter by, as the fields of `Sought` are called."""


class Sift(Sought, prefix="bs"):
    """The filter as it is set."""


class Choose(Sought, prefix="bc"):
    """The values one facet can be set to; `choices` is the page of them."""

    facet: Facet
    choices: Annotated[int, Field(ge=1, le=999)] = 1


class Alike(CallbackData, prefix="bl"):
    """Open batches like this one."""

    batch: Annotated[int, Field(ge=1, le=LARGEST_ID)]


class FindByName(CallbackData, prefix="bn"):
    """Ask for a name to look for."""
