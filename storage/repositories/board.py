"""The board of provinces: what people who joined it answered in a week, added up where it stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, bindparam, case, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.habits import NAMED
from storage.repositories.people import VERIFIED
from storage.tables.agencies import AgencyRow
from storage.tables.people import PersonRow
from storage.tables.practice import PracticeDayRow, PracticeHabitRow


@dataclass(frozen=True, slots=True)
class Province:
    """One province's people who joined and learnt this week, and what they answered right together."""

    code: str
    participants: int
    right: int


@dataclass(frozen=True, slots=True)
class Participant:
    """One of them."""

    person_id: int
    right: int


_JOINED = (
    select(PracticeDayRow.person_id)
    .join(PracticeHabitRow, PracticeHabitRow.person_id == PracticeDayRow.person_id)
    .join(PersonRow, PersonRow.id == PracticeDayRow.person_id)
    .join(AgencyRow, AgencyRow.id == PersonRow.agency_id)
    .where(PracticeHabitRow.board != literal_column("'off'"), PracticeDayRow.day.in_(bindparam("days", expanding=True)))
)
_RIGHT = func.sum(PracticeDayRow.right)
_PROVINCES = (
    _JOINED.with_only_columns(AgencyRow.province, func.count(PracticeDayRow.person_id.distinct()), _RIGHT)
    .where(AgencyRow.province.is_not(None))
    .group_by(AgencyRow.province)
)
_PEOPLE = (
    _JOINED.with_only_columns(PracticeDayRow.person_id, _RIGHT)
    .where(AgencyRow.province == bindparam("province"))
    .group_by(PracticeDayRow.person_id)
    .order_by(_RIGHT.desc(), PracticeDayRow.person_id)
)
_NAME = case((and_(PracticeHabitRow.board == NAMED, PersonRow.identity == VERIFIED), PersonRow.name), else_=None)
_NAMES = (
    select(PersonRow.id, _NAME)
    .join(PracticeHabitRow, PracticeHabitRow.person_id == PersonRow.id)
    .where(PersonRow.id.in_(bindparam("people", expanding=True)), PracticeHabitRow.board != literal_column("'off'"))
)


class BoardRows:
    """What the board shows, within one transaction of the caller's. It reads much, so it keeps nobody waiting."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list_provinces(self, days: Collection[date]) -> tuple[Province, ...]:
        """Every province of which somebody learnt on these days, in no order."""
        rows = await self._read(_PROVINCES, {"days": list(days)})
        return tuple(Province(code, participants, right) for code, participants, right in rows if code)

    async def list_people(self, province: str, days: Collection[date]) -> tuple[Participant, ...]:
        """Everybody of a province who joined and learnt on these days, the most right answers first."""
        rows = await self._read(_PEOPLE, {"days": list(days), "province": province})
        return tuple(Participant(*row) for row in rows)

    async def map_names(self, people: Collection[int]) -> dict[int, str | None]:
        """Those of them who are on the board now; a name where it may show and an agency vouched for it."""
        return dict(iter(await self._read(_NAMES, {"people": list(people)})))

    async def _read(self, query: Any, asked: dict[str, Any]) -> Sequence[Any]:
        return await self._connection.run_sync(lambda connection: connection.execute(query, asked).all())
