"""To whom a question may go, as the asker chooses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from services.agencies import rank_agencies
from services.identity.responsible import responsible_for
from storage.database import Database
from storage.repositories.agencies import Agency
from storage.repositories.people import People
from storage.repositories.ticket_routes import BatchRoute, TicketRoutes

MOST: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """An agency; with a batch its host, about its training."""

    agency: Agency
    batch_id: int | None = None
    training: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRoutes:
    """Whom somebody most probably means: hosts of what they take part in, then the agency that answers for theirs."""

    database: Database

    async def __call__(self, *, telegram_id: int) -> tuple[Route, ...]:
        async with self.database.read() as connection:
            person = await People(connection).find(telegram_id)
            if person is None:
                return ()
            routes = TicketRoutes(connection)
            answering = {agency.id for agency in await routes.list_answering(but=telegram_id)}
            own = await routes.list_own(person.id, limit=MOST * 2)
            found: dict[tuple[int, int | None], Route] = {}
            for one in own:
                if one.agency.id in answering:
                    found.setdefault((one.agency.id, one.training_id), _about(one))
            last = None
            if person.agency is not None:
                responsible = (await responsible_for(connection, person.agency, telegram_id)).agency
                last = Route(agency=responsible) if responsible.id in answering else None
        kept = list(found.values())[: MOST - 1 if last else MOST]
        return tuple([*kept, last] if last else kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindRoutes:
    """Agencies where somebody answers, by what people call them, best first."""

    database: Database

    async def __call__(self, *, telegram_id: int, text: str, limit: int = 5) -> tuple[Route, ...]:
        async with self.database.read() as connection:
            answering = await TicketRoutes(connection).list_answering(but=telegram_id)
        return tuple(Route(agency=agency) for agency in rank_agencies(text, answering)[:limit])


@dataclass(frozen=True, slots=True, kw_only=True)
class GetRoute:
    """The route of a batch or an agency; None where there is none."""

    database: Database

    async def __call__(self, *, batch_id: int | None = None, agency_id: int | None = None) -> Route | None:
        async with self.database.read() as connection:
            routes = TicketRoutes(connection)
            if batch_id is not None:
                found = await routes.find_batch(batch_id)
                return _about(found) if found else None
            agencies = await routes.list_answering(but=0)
        return next((Route(agency=agency) for agency in agencies if agency.id == agency_id), None)


def _about(found: BatchRoute) -> Route:
    return Route(agency=found.agency, batch_id=found.batch_id, training=found.training)
