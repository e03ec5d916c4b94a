"""Finding an agency, training or batch for an audience by part of its name."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from services.agencies import rank_agencies
from services.broadcasts.audience import PAGE_SIZE, Choice
from services.broadcasts.writing import author_of, find_draft
from services.catalogue.words import GOOD_ENOUGH, likeness
from services.errors import Refusal
from storage.database import Database
from storage.repositories.agencies import Agencies
from storage.repositories.audience_choices import AudienceChoices, Found
from storage.repositories.broadcasts import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class FindChoices:
    """What a field can be narrowed to that is called like this, best first; only what the author may choose anyway.

    Raises NotAllowed, or a Refusal: announce-start-first, announce-unknown, announce-moved-on, announce-choice.
    """

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int, field: str, text: str) -> tuple[Choice, ...]:
        async with self.database.read() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            found = await find_draft(connection, broadcast_id, author)
            near = await _near(connection, found.audience, field, text)
        chosen = {str(value) for value in getattr(found.audience, field)}
        return tuple(
            Choice(
                value=str(value),
                name=name,
                number=number if field == "batches" else None,
                chosen=str(value) in chosen,
            )
            for value, name, number in near[:PAGE_SIZE]
        )


async def _near(connection: AsyncConnection, audience: Audience, field: str, text: str) -> list[Found]:
    choices = AudienceChoices(connection)
    match field:
        case "agencies":
            _, within = await choices.agencies(audience.within, limit=None)
            own = {found[0]: found for found in within}
            agencies = [one for one in await Agencies(connection).list() if one.id in own]
            return [own[one.id] for one in rank_agencies(text, agencies)] if text.strip() else []
        case "trainings":
            _, within = await choices.trainings(audience.within, limit=None)
        case "batches":
            _, within = await choices.batches(audience.within, limit=None)
        case _:
            raise Refusal("announce-choice")
    scored = [(likeness(text, found[1]), found) for found in within]
    near = [(score, found) for score, found in scored if score >= GOOD_ENOUGH]
    return [found for _, found in sorted(near, key=lambda pair: -pair[0])]
