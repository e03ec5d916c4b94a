"""Announcements under way: an office that steers them, and a worker without Telegram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from services.broadcasts import DELETE, EDIT, KIND, GetRun, QueueCopies, QueueDue, SettleBroadcasts
from services.outbox import Desk, Policy, Result, Rule, Verdict
from storage.database import Database
from storage.tables import AuditRow, PersonRow, RoleRow
from tests.support.broadcasts import add_broadcast, add_rows
from tests.support.catalogue import add_agency
from tests.support.clock import NOON, Clock
from tests.support.deliveries import add_people

DKI, NTT = 1, 2
RINA, DEWI, ADMIN = 5091, 5092, 5099
PEOPLE = tuple(range(1, 13))
RULES = {
    KIND: Rule(Policy.AT_MOST_ONCE),
    EDIT: Rule(Policy.AT_LEAST_ONCE, urgent=True),
    DELETE: Rule(Policy.AT_LEAST_ONCE, urgent=True),
}
BODY = {
    "text": {"id": "<b>Kelas</b> pindah", "en": None},
    "media": None,
    "buttons": [{"kind": "answer", "label": "Sudah saya baca"}, {"kind": "link", "label": "Peta", "url": "https://x"}],
}


@dataclass(slots=True)
class Office:
    """The use cases, and a worker without Telegram."""

    database: Database
    now: Clock

    @property
    def with_rights(self) -> dict[str, Any]:
        return {"database": self.database, "now": self.now, "admin_ids": frozenset({ADMIN})}

    @property
    def desk(self) -> Desk:
        return Desk(database=self.database, now=self.now, rules=RULES)

    async def tick(self, slice_size: int = 5) -> None:
        """What the scheduler does each second."""
        queue = QueueCopies(database=self.database, now=self.now, slice_size=slice_size)
        await QueueDue(database=self.database, now=self.now, queue=queue)()
        await SettleBroadcasts(database=self.database, now=self.now, slice_size=slice_size)()

    async def send(self, limit: int = 99, verdict: Verdict = Verdict.SENT, reason: str | None = None) -> list[int]:
        """Claim and record; the people who were served."""
        claimed = await self.desk.claim(limit=limit)
        await self.desk.record([Result(owed, verdict, 1000 + owed.person_id, reason) for owed in claimed])
        return [owed.person_id for owed in claimed]

    async def view(self, number: int, actor: int = RINA) -> Any:
        return await GetRun(**self.with_rights)(broadcast_id=number, actor_telegram_id=actor)

    async def sent_to_all(self, **changes: Any) -> int:
        """An announcement that everybody has."""
        number = await add_broadcast(self.database, DKI, **({"body": BODY} | changes))
        await self.tick()
        await self.send()
        await self.tick()
        return number


async def open_office(database: Database, now: Clock) -> Office:
    """Two agencies, an organizer of each, and twelve people of the first."""
    for id_, code in ((DKI, "dki"), (NTT, "ntt")):
        await add_agency(database, code, id=id_, name=f"Badan {code.upper()}")
    await add_people(database, *PEOPLE, consent_version="1", agency_id=DKI)
    roles = [(RINA, DKI), (DEWI, NTT)]
    await add_rows(
        database,
        RoleRow,
        *[{"telegram_id": id_, "role": "organizer", "agency_id": agency, "granted_at": NOON} for id_, agency in roles],
    )
    return Office(database, now)


async def set_person(database: Database, person: int, **values: Any) -> None:
    """Change somebody."""
    async with database.write() as connection:
        await connection.execute(update(PersonRow).where(PersonRow.id == person).values(**values))


async def audited(database: Database) -> list[str]:
    """What was kept of what organizers did, in order."""
    async with database.read() as connection:
        return list(await connection.scalars(select(AuditRow.action).order_by(AuditRow.id)))
