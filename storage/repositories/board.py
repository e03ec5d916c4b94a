"""The board of provinces: what people who joined it answered in a week, added up where it stands."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, bindparam, case, func, literal_column, or_, select
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
    """One of them; the name only where they said that it may show, and an agency vouched for it."""

    person_id: int
    name: str | None
    right: int
    place: int
    of: int


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
_NAME = case(
    (and_(PracticeHabitRow.board == NAMED, PersonRow.identity == VERIFIED), PersonRow.name),
    else_=None,
)
_RANKED = (
    _JOINED.with_only_columns(
        PracticeDayRow.person_id,
        _NAME.label("name"),
        _RIGHT.label("right"),
        func.rank().over(order_by=_RIGHT.desc()).label("place"),
        func.count().over().label("of"),
    )
    .where(AgencyRow.province == bindparam("province"))
    .group_by(PracticeDayRow.person_id, PersonRow.name, PersonRow.identity, PracticeHabitRow.board)
    .subquery("ranked")
)
_PEOPLE = (
    select(_RANKED)
    .where(or_(_RANKED.c.place <= bindparam("most"), _RANKED.c.person_id == bindparam("own")))
    .order_by(_RANKED.c.place, _RANKED.c.person_id)
)


class BoardRows:
    """What the board shows, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list_provinces(self, days: Collection[date]) -> tuple[Province, ...]:
        """Every province of which somebody learnt on these days, in no order."""
        rows = await self._connection.execute(_PROVINCES, {"days": list(days)})
        return tuple(Province(code, participants, right) for code, participants, right in rows if code)

    async def list_people(
        self, province: str, days: Collection[date], *, own: int, most: int
    ) -> tuple[Participant, ...]:
        """Who of a province answered most right on these days, up to a place, and the own place in any case."""
        asked = {"days": list(days), "province": province, "own": own, "most": most}
        return tuple(Participant(*row) for row in await self._connection.execute(_PEOPLE, asked))
