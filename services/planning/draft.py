"""A draft: begun with its title and lesson hours, then filled in field by field."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from services.access import may
from services.clock import Clock
from services.errors import NotAllowed
from services.planning.acting import hold, planner_of
from services.planning.fields import tidy
from services.planning.states import Act, State, What
from storage.database import Database
from storage.repositories.planning import Planning

DRAFT_CODE: Final = "rancangan-"
"""How the codes of drafts begin, until they are published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginDraft:
    """Keep a new draft of an agency; the same key again gives the draft that it began. Returns its id.

    Raises NotAllowed, or the Refusals of `tidy`.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, agency_id: int, title: str, lesson_hours: str, key: str) -> int:
        code, name, hours = _code(key), tidy("title", title), tidy("lesson_hours", lesson_hours)
        async with self.database.write() as connection:
            planner = await planner_of(connection, actor_telegram_id, self.admin_ids)
            if not may("training.draft", planner.grants, agency_id):
                raise NotAllowed
            planning = Planning(connection)
            await planning.add(code, agency_id, title=str(name), lesson_hours=int(hours or 0), state=State.DRAFT)
            plan = await planning.find_by_code(code)
            if plan is None or plan.agency.id != agency_id:
                raise NotAllowed
            if not await planning.list_moves(plan.id):
                await planner.record(connection, plan, What.DRAFTED, self.now(), agency_id=agency_id)
            return plan.id


def _code(key: str) -> str:
    """The code of a draft; what the key was made of does not show in it."""
    return f"{DRAFT_CODE}{sha256(key.encode()).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditDraft:
    """Fill in or change one field of a draft that is not with the secretariat.

    Raises NotAllowed, Refusal("plan-unknown"), Refusal("plan-moved-on"), or the Refusals of `tidy`.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, training_id: int, actor_telegram_id: int, field: str, text: str) -> None:
        value = tidy(field, text)
        async with self.database.write() as connection:
            planner = await planner_of(connection, actor_telegram_id, self.admin_ids)
            plan = await hold(connection, training_id, Act.EDIT, planner)
            if getattr(plan, field) == value:
                return
            await Planning(connection).set(training_id, **{field: value})
            agency_id = planner.agency_for(Act.EDIT, plan)
            await planner.audit(
                connection, "training.edited", training_id, self.now(), agency_id=agency_id, field=field
            )
