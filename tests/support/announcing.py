"""Announcements that are being written: an office of organizers, and all use cases."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any

from bot.toolbox.announcing import AnnouncingTools, build
from bot.toolbox.parts import Parts
from services.broadcasts.content import Media
from services.errors import Refusal
from storage.database import Database
from storage.tables import AuditRow, BroadcastRow, DeliveryRow
from tests.support.clock import Clock
from tests.support.staff import Staff

DEWI, RATNA, RINA, SEKAR, ADMIN = 700000002, 700000012, 700000001, 700000003, 700000099
"""Dewi and Ratna of BPSDM NTT, Rina alone at BPSDM DKI Jakarta, Sekar of the secretariat."""
FIRST = {"html": "Kelas pindah ke <b>Aula</b>."}
PICTURE = Media(kind="photo", file_id="F1")


@dataclass(slots=True)
class Office:
    """The staff, and the use cases with a limit of two recipients."""

    staff: Staff
    tools: AnnouncingTools
    now: Clock

    def agency(self, code: str = "bpsdm-ntt") -> int:
        """An agency's number."""
        return self.staff.agencies[code].id

    async def begin(self, who: int = DEWI, agency: str = "bpsdm-ntt", **content: Any) -> int:
        """A draft."""
        return await self.tools.begin(actor_telegram_id=who, agency_id=self.agency(agency), **(content or FIRST))

    async def row(self, number: int) -> dict[str, Any]:
        """How it stands."""
        return next(row for row in await self.staff.rows(BroadcastRow) if row["id"] == number)

    async def hand_in(self, number: int, who: int = DEWI) -> str:
        """Send it, or ask for approval; the state it has then."""
        version = (await self.row(number))["version"]
        done = await self.tools.hand_in(broadcast_id=number, actor_telegram_id=who, version=version)
        return done.state

    async def waiting(self, **content: Any) -> int:
        """One of Dewi's that waits for approval: it goes to five people."""
        await self.people(5)
        number = await self.begin(**content)
        assert await self.hand_in(number) == "waiting"
        return number

    async def people(self, count: int, agency: str = "dinas-pangan-ntt") -> None:
        """So many who agreed."""
        for number in range(count):
            await self.staff.welcome(8000 + 100 * len(agency) + number, agency=agency)

    async def owed(self, kind: str) -> list[int]:
        """To whom a message of this kind is owed."""
        return [row["person_id"] for row in await self.staff.rows(DeliveryRow) if row["kind"] == kind]

    async def audit(self) -> list[str]:
        """What was done, in order."""
        return [row["action"] for row in await self.staff.rows(AuditRow)]


async def open_office(database: Database, now: Clock, *, approval_above: int = 2) -> Office:
    """Everybody is there."""
    staff = Staff(database)
    await staff.found()
    await staff.appoint(DEWI, "Dewi Umpama")
    await staff.appoint(RATNA, "Ratna Ibarat")
    await staff.appoint(RINA, "Rina Teladan", agency="bpsdm-dki")
    await staff.appoint(SEKAR, "Sekar Umpama", agency="sekber", role="secretariat")
    parts = Parts(database=database, vault=staff.vault, now=now, admins=frozenset({ADMIN}))
    return Office(staff, build(parts, 25, approval_above), now)


async def refused(act: Awaitable[object]) -> str:
    """The key of the no."""
    try:
        await act
    except Refusal as refusal:
        return refusal.key
    return "done"
