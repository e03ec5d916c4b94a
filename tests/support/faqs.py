"""Articles made of answers: an office of organizers, tickets as rows, and all use cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert

from bot.toolbox.faq import FaqTools, build
from bot.toolbox.parts import Parts
from storage.database import Database
from storage.tables import AuditRow, DeliveryRow, FaqRow, MissRow, TicketEntryRow, TicketRow
from tests.support.clock import NOON, Clock
from tests.support.staff import Staff

DEWI, RATNA, RINA, SEKAR, ADMIN = 700000002, 700000012, 700000001, 700000003, 700000099
"""Dewi and Ratna of BPSDM NTT, Rina alone at BPSDM DKI Jakarta, Sekar of the secretariat."""
YOHANA = 600000001
QUESTION = "Halo, saya Yohana Contoh. Apakah peserta dari luar Jakarta dapat penginapan?"
ANSWER = "Ya, asrama tersedia 6–11 Des 2026 bagi peserta dari luar daerah."


async def add_ticket(
    database: Database,
    agency_id: int,
    person_id: int,
    said: Sequence[tuple[str, str]] = (("asker", QUESTION), ("team", ANSWER)),
    *,
    title: str = "Penginapan peserta",
    author_id: int | None = None,
) -> int:
    """A question with what was said about it: (side, HTML); its number."""
    ticket = {"agency_id": agency_id, "person_id": person_id, "title": title, "opened_at": NOON, "state": "answered"}
    async with database.write() as connection:
        added = await connection.execute(insert(TicketRow).values(**ticket).returning(TicketRow.id))
        number = int(added.scalar_one())
        rows = [
            {
                "ticket_id": number,
                "author_id": person_id if side == "asker" else author_id,
                "side": side.removesuffix("-withdrawn"),
                "body": body,
                "chat_id": number,
                "message_id": at,
                "at": NOON,
                "withdrawn_at": NOON if side.endswith("-withdrawn") else None,
            }
            for at, (side, body) in enumerate(said, 1)
        ]
        await connection.execute(insert(TicketEntryRow), rows)
    return number


@dataclass(slots=True)
class FaqOffice:
    """The staff, the asker, and the use cases."""

    staff: Staff
    tools: FaqTools
    now: Clock
    yohana: int

    def agency(self, code: str = "bpsdm-ntt") -> int:
        """An agency's number."""
        return self.staff.agencies[code].id

    async def ticket(self, *said: tuple[str, str], agency: str = "bpsdm-ntt", title: str = "Penginapan peserta") -> int:
        """A question of Yohana's, answered by Dewi."""
        dewi = await self.staff.person_id(DEWI)
        more: dict[str, Any] = {"said": said} if said else {}
        return await add_ticket(
            self.staff.database, self.agency(agency), self.yohana, title=title, author_id=dewi, **more
        )

    async def miss(self, query: str = "cuti besar") -> int:
        """Something that was looked for in vain."""
        async with self.staff.database.write() as connection:
            row = {"key": query, "query": query, "last_at": self.now()}
            return int((await connection.execute(insert(MissRow).values(**row).returning(MissRow.id))).scalar_one())

    async def draft(self, who: int = DEWI, agency: str = "bpsdm-ntt") -> int:
        """A draft of a ticket."""
        ticket = await self.ticket(agency=agency)
        proposed = await self.tools.propose(ticket_id=ticket, actor_telegram_id=who)
        assert proposed.proposal
        return await self.tools.keep(ticket_id=ticket, mark=proposed.proposal.mark, actor_telegram_id=who)

    async def waiting(self, who: int = DEWI, agency: str = "bpsdm-ntt") -> int:
        """One that waits for approval."""
        number = await self.draft(who, agency)
        await self.hand_in(number, who)
        return number

    async def shown(self) -> int:
        """One that everybody finds."""
        number = await self.waiting()
        await self.tools.approve(faq_id=number, version=1, actor_telegram_id=RATNA)
        return number

    async def hand_in(self, number: int, who: int = DEWI) -> bool:
        """As it is now."""
        version = (await self.row(number))["version"]
        return await self.tools.hand_in(faq_id=number, version=version, actor_telegram_id=who)

    async def row(self, number: int) -> dict[str, Any]:
        """How it stands."""
        return next(row for row in await self.staff.rows(FaqRow) if row["id"] == number)

    async def owed(self, kind: str) -> list[int]:
        """To whom a message of this kind is owed."""
        return [row["person_id"] for row in await self.staff.rows(DeliveryRow) if row["kind"] == kind]

    async def audit(self) -> list[str]:
        """What was done, in order."""
        return [row["action"] for row in await self.staff.rows(AuditRow)]


async def open_faq_office(database: Database, now: Clock) -> FaqOffice:
    """Everybody is there."""
    staff = Staff(database)
    await staff.found()
    await staff.appoint(DEWI, "Dewi Umpama")
    await staff.appoint(RATNA, "Ratna Ibarat")
    await staff.appoint(RINA, "Rina Teladan", agency="bpsdm-dki")
    await staff.appoint(SEKAR, "Sekar Umpama", agency="sekber", role="secretariat")
    yohana = await staff.welcome_yohana(YOHANA)
    parts = Parts(database=database, vault=staff.vault, now=now, admins=frozenset({ADMIN}))
    return FaqOffice(staff, build(parts), now, yohana)
