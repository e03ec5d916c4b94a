"""What organizers do about messages that were not sent."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.outbox import GetParked, ListParked, SendAgain


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryTools:
    """What organizers do about messages that were not sent."""

    list_parked: ListParked
    get_parked: GetParked
    send_again: SendAgain


def build(parts: Parts) -> DeliveryTools:
    """Give each use case what it needs."""
    return DeliveryTools(
        list_parked=ListParked(database=parts.database, admin_ids=parts.admins),
        get_parked=GetParked(database=parts.database, admin_ids=parts.admins),
        send_again=SendAgain(database=parts.database, now=parts.now, admin_ids=parts.admins),
    )
