"""An agency's desk: who may look at it and change it, and what its organizers are told of trouble with its group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import may
from services.actors import Somebody
from services.errors import NotAllowed, Refusal
from services.helpdesk.working_time import WorkingTime
from services.outbox import post
from storage.repositories.helpdesks import Helpdesk, Helpdesks, Topics, Trouble
from storage.repositories.roles import Roles

__all__ = ["EDIT", "LINK", "TROUBLE_KIND", "Helpdesk", "Keeper", "Topics", "Trouble", "hold_desk", "note_trouble"]

EDIT: Final = "desk.edit"
LINK: Final = "desk.link"
TROUBLE_KIND: Final = "desk-trouble"
"""To each organizer of an agency: something is wrong with its group."""
URGENCY: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeper(Somebody):
    """Who changes a desk."""

    async def record(self, connection: AsyncConnection, what: str, agency_id: int, at: datetime, **more: Any) -> None:
        """An entry of the audit."""
        await self.put_on_record(connection, f"desk.{what}", "agency", agency_id, at, agency_id=agency_id, **more)


async def hold_desk(
    connection: AsyncConnection, action: str, agency_id: int, telegram_id: int, admin_ids: frozenset[int]
) -> tuple[Helpdesk, Keeper]:
    """The desk, held, and who acts. Raises NotAllowed or Refusal("agency-unknown")."""
    keeper = await Keeper.find(connection, telegram_id, admin_ids)
    if not may(action, keeper.grants, agency_id):
        raise NotAllowed
    desk = await Helpdesks(connection).hold(agency_id)
    if desk is None:
        raise Refusal("agency-unknown")
    return desk, keeper


def working_time(desk: Helpdesk) -> WorkingTime:
    """When the agency works."""
    return WorkingTime.read(days=desk.days, opens=desk.opens, closes=desk.closes, zone=desk.agency.zone)


async def note_trouble(connection: AsyncConnection, desk: Helpdesk, trouble: Trouble | None, now: datetime) -> bool:
    """Keep what is wrong with the group; whether that is news. Organizers are told of what is wrong since now."""
    if desk.trouble == trouble:
        return False
    await Helpdesks(connection).set(desk.agency.id, trouble=trouble)
    if trouble is not None:
        for person_id in await Roles(connection).list_organizers(desk.agency.id, but=0):
            await post(
                connection,
                person_id=person_id,
                kind=TROUBLE_KIND,
                subject=f"agency:{desk.agency.id}",
                occasion=f"{trouble}:{now.isoformat()}",
                payload={"agency": desk.agency.id, "trouble": trouble},
                due_at=now,
                now=now,
                urgency=URGENCY,
            )
    return True
