"""An enrolment with everything that a paper about it says: the person, their office, the batch, the host."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.repositories.people import VERIFIED
from storage.tables.agencies import AgencyRow, RosterRow
from storage.tables.enrolments import EnrolmentRow
from storage.tables.people import PersonRow
from storage.tables.trainings import BatchRow, TrainingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What is known for a paper. The NIP is encrypted; the unit is the person's own word, else the staff list's."""

    enrolment_id: int
    telegram_id: int
    state: str
    submitted_at: datetime
    name: str | None
    nip_cipher: bytes | None
    unit: str | None
    superior: str | None
    agency_name: str | None
    batch_id: int
    batch_state: str
    number: int
    title: str
    mode: str
    lesson_hours: int
    funding: str
    funding_note: str
    host_name: str
    host_short_name: str
    host_zone: str
    place: str | None
    access: str | None
    starts_at: datetime
    ends_at: datetime


_host = aliased(AgencyRow)
_PAPER: tuple[Any, ...] = (
    EnrolmentRow.id.label("enrolment_id"),
    PersonRow.telegram_id,
    EnrolmentRow.state,
    EnrolmentRow.submitted_at,
    PersonRow.name,
    PersonRow.nip_cipher,
    func.coalesce(PersonRow.unit, RosterRow.unit).label("unit"),
    PersonRow.superior,
    AgencyRow.name.label("agency_name"),
    EnrolmentRow.batch_id,
    BatchRow.state.label("batch_state"),
    BatchRow.number,
    TrainingRow.title,
    TrainingRow.mode,
    TrainingRow.lesson_hours,
    TrainingRow.funding,
    TrainingRow.funding_note,
    _host.name.label("host_name"),
    _host.short_name.label("host_short_name"),
    _host.zone.label("host_zone"),
    BatchRow.place,
    BatchRow.access,
    BatchRow.starts_at,
    BatchRow.ends_at,
)
# Who merely typed a NIP must not learn where its holder works.
_LISTED = and_(RosterRow.nip_lookup == PersonRow.nip_lookup, PersonRow.identity == VERIFIED)
_PAPERS: Select[Any] = (
    select(*_PAPER)
    .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
    .outerjoin(AgencyRow, AgencyRow.id == PersonRow.agency_id)
    .outerjoin(RosterRow, _LISTED)
    .join(BatchRow, BatchRow.id == EnrolmentRow.batch_id)
    .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
    .join(_host, _host.id == BatchRow.host_id)
)


class Papers:
    """Reads for papers, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, enrolment_id: int) -> Paper | None:
        """What a paper about an enrolment says."""
        row = (await self._connection.execute(_PAPERS.where(EnrolmentRow.id == enrolment_id))).one_or_none()
        return Paper(**row._asdict()) if row else None
