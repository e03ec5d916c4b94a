"""An announcement as its recipients get it: from whom, for whom, and what it says."""

from __future__ import annotations

from dataclasses import dataclass

from services.broadcasts.content import Body
from storage.database import Database
from storage.repositories.announcements import Announcement, Announcements, Named
from storage.repositories.broadcasts import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageView:
    """What every copy of it is made from. `general`: not about the recipients' own enrolment."""

    id: int
    agency: str
    body: Body
    general: bool
    audience: Audience
    named: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class GetMessage:
    """What is sent; None where there is no such announcement. Rights are the caller's to ask."""

    database: Database

    async def __call__(self, *, broadcast_id: int) -> MessageView | None:
        async with self.database.read() as connection:
            announcements = Announcements(connection)
            found = await announcements.find(broadcast_id)
            return message_of(found, await announcements.name(found.audience)) if found else None


def message_of(found: Announcement, named: Named) -> MessageView:
    """What is sent of an announcement."""
    return MessageView(
        id=found.id,
        agency=found.agency,
        body=Body.read(found.body),
        general=found.general,
        audience=found.audience,
        named=named,
    )
