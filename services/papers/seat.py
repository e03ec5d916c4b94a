"""What a paper about one own enrolment says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.enrolment.dates import cancel_until
from services.errors import Refusal
from services.identity import Nip
from services.papers.check import code_of
from services.vault import Vault
from storage.database import Database
from storage.repositories.batches import Batches
from storage.repositories.papers import Paper, Papers
from storage.repositories.seats import SEATED


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatPaper:
    """An enrolment as its person's papers show it: theirs alone, so the NIP is whole and the access data is told."""

    enrolment_id: int
    submitted_at: datetime
    name: str
    nip: str | None
    """Grouped."""
    unit: str | None
    superior: str | None
    agency: str | None
    batch_id: int
    number: int
    title: str
    mode: str
    lesson_hours: int
    funding: str
    funding_note: str
    host: str
    host_short_name: str
    zone: str
    """The host's."""
    place: str | None
    access: str | None
    """How to get in; None for who has no sure seat."""
    starts_at: datetime
    ends_at: datetime
    cancel_until: datetime
    code: str
    """By which the call letter can be checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSeatPaper:
    """The papers of a sure seat. Raises a Refusal: enrolment-unknown, paper-needs-seat."""

    database: Database
    vault: Vault

    async def __call__(self, *, telegram_id: int, enrolment_id: int) -> SeatPaper:
        async with self.database.read() as connection:
            paper, until = await own_paper(connection, telegram_id, enrolment_id)
        if paper.state not in SEATED:
            raise Refusal("paper-needs-seat")
        return seat_paper(paper, until, self.vault)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTemplate:
    """What a superior's letter for an enrolment would say. Raises a Refusal: enrolment-unknown."""

    database: Database
    vault: Vault

    async def __call__(self, *, telegram_id: int, enrolment_id: int) -> SeatPaper:
        async with self.database.read() as connection:
            paper, until = await own_paper(connection, telegram_id, enrolment_id)
        return seat_paper(paper, until, self.vault)


async def own_paper(connection: AsyncConnection, telegram_id: int, enrolment_id: int) -> tuple[Paper, datetime]:
    """What is another's is as unknown as what is not there."""
    paper = await Papers(connection).find(enrolment_id)
    batch = await Batches(connection).find(paper.batch_id) if paper else None
    if paper is None or batch is None or paper.telegram_id != telegram_id:
        raise Refusal("enrolment-unknown")
    return paper, cancel_until(batch)


def seat_paper(paper: Paper, until: datetime, vault: Vault) -> SeatPaper:
    """What was found, as the person may read it."""
    return SeatPaper(
        enrolment_id=paper.enrolment_id,
        submitted_at=paper.submitted_at,
        name=paper.name or "",
        nip=Nip(vault.decrypt(paper.nip_cipher)).grouped if paper.nip_cipher else None,
        unit=paper.unit,
        superior=paper.superior,
        agency=paper.agency_name,
        batch_id=paper.batch_id,
        number=paper.number,
        title=paper.title,
        mode=paper.mode,
        lesson_hours=paper.lesson_hours,
        funding=paper.funding,
        funding_note=paper.funding_note,
        host=paper.host_name,
        host_short_name=paper.host_short_name,
        zone=paper.host_zone,
        place=paper.place,
        access=paper.access if paper.state in SEATED else None,
        starts_at=paper.starts_at,
        ends_at=paper.ends_at,
        cancel_until=until,
        code=code_of(paper.enrolment_id, vault),
    )
