"""What buttons carry of a filter, and what it means to the catalogue."""

from __future__ import annotations

from typing import Any, TypeVar

from bot.callbacks import Sought
from services.catalogue import Filter

COMPETENCIES = {"t": "teknis-fungsional", "m": "manajerial", "s": "sosio-kultural", "p": "pemerintahan"}
MODES = {
    "k": "klasikal",
    "b": "blended",
    "e": "e-learning",
    "m": "mandiri",
    "g": "magang",
    "i": "in-house",
    "f": "fasilitasi",
}
"""Letters instead of keys: a button holds 64 bytes. A letter never changes its meaning."""

Form = TypeVar("Form", bound=Sought)


def filter_of(sought: Sought, province: str | None) -> Filter:
    """The filter for the catalogue; people see what is for their province."""
    return Filter(
        competency=COMPETENCIES.get(sought.competency),
        mode=MODES.get(sought.mode),
        host_id=sought.host or None,
        month=sought.month or None,
        province=province,
        open_only=not sought.unopened,
    )


def along(form: type[Form], sought: Sought, **changes: Any) -> Form:
    """The same filter and page on another button, with changes."""
    return form(**({name: getattr(sought, name) for name in Sought.model_fields} | changes))


def refined(form: type[Form], sought: Sought, **changes: Any) -> Form:
    """The same with another filter, from its first page."""
    return along(form, sought, **({"page": 1} | changes))


def is_narrowed(sought: Sought) -> bool:
    """Whether anything is filtered at all."""
    return refined(Sought, sought) != Sought()
