"""Where a person works, in their own words: their unit and their superior."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.people import VERIFIED
from storage.tables.agencies import RosterRow
from storage.tables.people import PersonRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The unit as the person wrote it, else as the staff list has it; the superior's name and position."""

    unit: str | None
    superior: str | None


# Who merely typed a NIP must not learn where its holder works.
_LISTED = and_(RosterRow.nip_lookup == PersonRow.nip_lookup, PersonRow.identity == VERIFIED)
_WORK = (
    select(PersonRow.unit, RosterRow.unit.label("listed"), PersonRow.superior)
    .outerjoin(RosterRow, _LISTED)
    .where(PersonRow.telegram_id == bindparam("telegram_id"))
)


class Works:
    """Reads and changes where people work, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, telegram_id: int) -> Work | None:
        """Where the person works; None: they are unknown."""
        row = (await self._connection.execute(_WORK, {"telegram_id": telegram_id})).first()
        return Work(unit=row.unit or row.listed, superior=row.superior) if row else None

    async def set_unit(self, telegram_id: int, unit: str) -> bool:
        """Keep the unit of a person who agreed; False: there is none such."""
        return await self._set(telegram_id, unit=unit)

    async def set_superior(self, telegram_id: int, superior: str) -> bool:
        """Keep the superior of a person who agreed; False: there is none such."""
        return await self._set(telegram_id, superior=superior)

    async def _set(self, telegram_id: int, **values: str) -> bool:
        agreed = (PersonRow.telegram_id == telegram_id) & PersonRow.consent_version.is_not(None)
        return (await self._connection.execute(update(PersonRow).where(agreed).values(**values))).rowcount == 1
