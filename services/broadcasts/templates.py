"""Templates: an announcement kept under a name, for all who write in the name of the same agency."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from services.access import may
from services.broadcasts.audience import is_general
from services.broadcasts.drafting import AGAIN
from services.broadcasts.writing import WRITE, author_of, bounds, hold_own
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from storage.database import Database
from storage.repositories.announcements import Announcements

LONGEST_NAME: Final = 40
MOST: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveTemplate:
    """Keep what an announcement says and to whom it goes; under a name that is taken it replaces what was there.

    Raises NotAllowed, or a Refusal: announce-unknown, announce-template-name, announce-templates-full.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int, name: str) -> str:
        name = " ".join(name.split())
        if not name or len(name) > LONGEST_NAME:
            raise Refusal("announce-template-name", count=len(name), longest=LONGEST_NAME)
        async with self.database.write() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            found, announcements = await hold_own(connection, broadcast_id, author), Announcements(connection)
            assert author.person_id is not None
            others = await announcements.list_templates([found.agency_id])
            for same in (one for one in others if (one.template or "").casefold() == name.casefold()):
                await announcements.delete(same.id)
                others = tuple(one for one in others if one.id != same.id)
            if len(others) >= MOST:
                raise Refusal("announce-templates-full", most=MOST)
            await announcements.add(
                found.agency_id,
                author.person_id,
                body=found.body,
                audience=found.audience,
                general=found.general,
                at=self.now(),
                template=name,
            )
            await author.record(connection, "template-saved", found, self.now())
            return name


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginFromTemplate:
    """A new draft from a template; returns its id. The same twice within a minute is one.

    Raises NotAllowed, or a Refusal: announce-start-first, announce-unknown.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, template_id: int, actor_telegram_id: int) -> int:
        now = self.now()
        async with self.database.write() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            template, announcements = await Announcements(connection).find(template_id), Announcements(connection)
            if template is None or not template.template:
                raise Refusal("announce-unknown")
            assert author.person_id is not None
            if not may(WRITE, author.grants, template.agency_id):
                raise NotAllowed
            audience = replace(template.audience, within=bounds(author.grants, template.agency_id))
            for recent in await announcements.list_drafts(author.person_id, since=now - AGAIN):
                if (recent.body, recent.audience) == (template.body, audience):
                    return recent.id
            number = await announcements.add(
                template.agency_id,
                author.person_id,
                body=template.body,
                audience=audience,
                general=is_general(audience),
                at=now,
            )
            found = await announcements.find(number)
            assert found is not None
            await author.record(connection, "drafted", found, now, template=template.id)
            return number


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteTemplate:
    """Forget a template; returns whether it was still there. Raises NotAllowed."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, template_id: int, actor_telegram_id: int) -> bool:
        async with self.database.write() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            found = await Announcements(connection).lock(template_id)
            if found is None or not found.template:
                return False
            if not may(WRITE, author.grants, found.agency_id):
                raise NotAllowed
            await Announcements(connection).delete(found.id)
            await author.record(connection, "template-deleted", found, self.now())
            return True
