"""What a draft is made of, what may stand in it, and what is missing before it can be submitted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from services.errors import Refusal
from services.identity.decisions import mask_nips
from services.imports.columns import COMPETENCIES, FUNDINGS, MODES
from storage.repositories.planning import Plan

FIELDS: Final = (
    "title",
    "lesson_hours",
    "competency",
    "mode",
    "funding",
    "funding_note",
    "programme",
    "planned_month",
    "summary",
    "objectives",
    "materials",
)
"""In the order in which they are asked."""
OPTIONAL: Final = frozenset({"programme"})
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "competency": tuple(COMPETENCIES),
    "mode": tuple(MODES),
    "funding": tuple(FUNDINGS),
}
LONGEST: Final[Mapping[str, int]] = {
    "title": 200,
    "programme": 200,
    "funding_note": 300,
    "summary": 300,
    "objectives": 700,
    "materials": 700,
}
SHORTEST: Final = 3
MOST_HOURS: Final = 2000
_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")


def tidy(field: str, text: str) -> str | int | None:
    """A field's value as it is kept; raises a Refusal that says what was expected. Nothing empties a field.

    Refusals: draft-hours, draft-choice, draft-short, draft-long.
    """
    text = text.strip()
    if field == "lesson_hours":
        return _hours(text)
    if field in CHOICES or field == "planned_month":
        known = text in CHOICES[field] if field in CHOICES else bool(_MONTH.fullmatch(text))
        if not known:
            raise Refusal("draft-choice")
        return text
    if field == "programme" and not text:
        return None
    prose = mask_nips(text if field in {"objectives", "materials"} else " ".join(text.split()))
    if len(prose) < SHORTEST:
        raise Refusal("draft-short", count=len(prose), least=SHORTEST)
    if len(prose) > LONGEST[field]:
        raise Refusal("draft-long", count=len(prose), most=LONGEST[field])
    return prose


def missing(plan: Plan) -> tuple[str, ...]:
    """What must still be filled in before the draft can be submitted, in the order of asking."""
    return tuple(field for field in FIELDS if field not in OPTIONAL and not getattr(plan, field))


def _hours(text: str) -> int:
    digits = re.sub(r"(?i)\s*jp$", "", text).replace(".", "")
    if not re.fullmatch(r"\d{1,6}", digits) or not 1 <= int(digits) <= MOST_HOURS:
        raise Refusal("draft-hours", least=1, most=MOST_HOURS)
    return int(digits)
