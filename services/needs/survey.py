"""What organizers see of the wishes: topics and counts, never who asked."""

from __future__ import annotations

from dataclasses import dataclass

from services.access import grants_of, reach
from services.errors import NotAllowed
from services.needs.wishes import ALIKE
from services.planning.likeness import topics_alike
from storage.database import Database
from storage.repositories.agencies import Agencies
from storage.repositories.needs import Needs, Topic


@dataclass(frozen=True, slots=True)
class Survey:
    """The topics; in `province`, that of the organizer's agency, are counted those of its people."""

    province: str | None
    topics: tuple[Topic, ...]
    like: int
    """How many people ask for something like the title that was asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyNeeds:
    """The topics that most people ask for; `own` only those that the own province asks for, most of it first.

    Raises NotAllowed for who does not plan.
    """

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, title: str | None = None, own: bool = False) -> Survey:
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            if not reach("planning.open", grants):
                raise NotAllowed
            province = None
            for agency_id in sorted(reach("training.draft", grants).agencies):
                agency = await Agencies(connection).find(agency_id)
                province = province or (agency.province if agency else None)
            needs = Needs(connection)
            topics = await needs.list_topics(province)
            alike = tuple(one.key for one in topics if title and topics_alike(title, one.topic) >= ALIKE)
            like = await needs.count_people(alike) if alike else 0
        if own:
            topics = tuple(sorted((one for one in topics if one.own), key=lambda one: (-one.own, one.id)))
        return Survey(province, topics, like)
