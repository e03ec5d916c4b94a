"""How each agency answers: its group, if it has one, and its working time. Without a row the defaults hold."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialect import insert_for
from storage.repositories.agencies import AGENCY_COLUMNS, Agency
from storage.tables.agencies import AgencyRow
from storage.tables.helpdesk import HelpdeskRow


class Topics(StrEnum):
    """Whether the group has topics, and whether the bot may open one for a question."""

    NONE = "none"
    OPEN = "open"
    REFUSED = "refused"


class Trouble(StrEnum):
    """What is wrong with a group."""

    REMOVED = "removed"
    """The bot is not in it any more."""
    MUTED = "muted"
    """The bot may not write."""
    TOPICS = "topics"
    """The group has topics, and the bot may not open any."""


LOST = frozenset({Trouble.REMOVED, Trouble.MUTED})
"""Nothing gets into the group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Helpdesk:
    """One agency's."""

    agency: Agency
    chat_id: int | None = None
    title: str | None = None
    topics: Topics = Topics.NONE
    trouble: Trouble | None = None
    days: str = "12345"
    opens: str = "08:00"
    closes: str = "16:00"
    alarm_hours: int = 8

    @property
    def group(self) -> int | None:
        """The group in which the team can be spoken to now."""
        return None if self.trouble in LOST else self.chat_id


_KEPT: tuple[Any, ...] = (
    HelpdeskRow.chat_id,
    HelpdeskRow.title,
    HelpdeskRow.topics,
    HelpdeskRow.trouble,
    HelpdeskRow.days,
    HelpdeskRow.opens,
    HelpdeskRow.closes,
    HelpdeskRow.alarm_hours,
)
_NAMES = tuple(column.key for column in _KEPT)
_DESKS: Select[Any] = select(*_KEPT, *AGENCY_COLUMNS).outerjoin_from(
    AgencyRow, HelpdeskRow, HelpdeskRow.agency_id == AgencyRow.id
)


class Helpdesks:
    """Rows of helpdesks, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, agency_id: int) -> Helpdesk | None:
        """An agency's; None: there is no such agency."""
        row = (await self._connection.execute(_DESKS.where(AgencyRow.id == agency_id))).first()
        return _desk(tuple(row)) if row else None

    async def find_by_chat(self, chat_id: int) -> Helpdesk | None:
        """The one whose group this is."""
        row = (await self._connection.execute(_DESKS.where(HelpdeskRow.chat_id == chat_id))).first()
        return _desk(tuple(row)) if row else None

    async def list(self, agency_ids: Collection[int] | None) -> tuple[Helpdesk, ...]:
        """Those of these agencies (None: of all that keep something), by name."""
        query = _DESKS.order_by(AgencyRow.short_name, AgencyRow.id)
        query = query.where(HelpdeskRow.agency_id.is_not(None) if agency_ids is None else AgencyRow.id.in_(agency_ids))
        return tuple(_desk(tuple(row)) for row in await self._connection.execute(query))

    async def hold(self, agency_id: int) -> Helpdesk | None:
        """The same as `find`, kept as a row from now on, and held to the end of the transaction."""
        statement = insert_for(self._connection, HelpdeskRow).values(agency_id=agency_id)
        exists = select(AgencyRow.id).where(AgencyRow.id == agency_id)
        if await self._connection.scalar(exists) is None:
            return None
        await self._connection.execute(statement.on_conflict_do_nothing(index_elements=["agency_id"]))
        held = select(HelpdeskRow.agency_id).where(HelpdeskRow.agency_id == agency_id).with_for_update()
        await self._connection.execute(held)
        return await self.find(agency_id)

    async def set(self, agency_id: int, **values: Any) -> None:
        """Change columns of a row that is held."""
        await self._connection.execute(update(HelpdeskRow).where(HelpdeskRow.agency_id == agency_id).values(**values))


def _desk(row: tuple[Any, ...]) -> Helpdesk:
    kept, agency = dict(zip(_NAMES, row, strict=False)), Agency(*row[len(_NAMES) :])
    if kept["days"] is None:
        return Helpdesk(agency=agency)
    trouble = Trouble(kept["trouble"]) if kept["trouble"] else None
    return Helpdesk(**kept | {"topics": Topics(kept["topics"]), "trouble": trouble}, agency=agency)
