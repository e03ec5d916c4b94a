"""Which agency's organizers look into a person's claim, and who they are."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.agencies import Agencies, Agency
from storage.repositories.roles import Roles


@dataclass(frozen=True, slots=True)
class Responsible:
    """The agency that answers, and the person ids of its organizers (perhaps none)."""

    agency: Agency
    organizers: tuple[int, ...]


async def responsible_for(connection: AsyncConnection, claimed: Agency, telegram_id: int) -> Responsible:
    """The claimed agency if it has organizers beside the person, else its province's BPSDM, else the claimed one."""
    roles = Roles(connection)
    organizers = await roles.list_organizers(claimed.id, but=telegram_id)
    if organizers or claimed.province is None:
        return Responsible(claimed, organizers)
    training_agency = await Agencies(connection).find_training_agency(claimed.province)
    if training_agency is None:
        return Responsible(claimed, ())
    return Responsible(training_agency, await roles.list_organizers(training_agency.id, but=telegram_id))
