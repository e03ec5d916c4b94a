"""What people are told unasked about their enrolments, by kind. The bot looks again before it says it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.outbox import post

CONFIRMED: Final = "seat.confirmed"
WAITLISTED: Final = "seat.waitlisted"
OFFERED: Final = "seat.offered"
OFFER_EXPIRED: Final = "offer.expired"
RECOMMENDED: Final = "recommendation.given"
NOT_RECOMMENDED: Final = "recommendation.refused"
MISDIRECTED: Final = "recommendation.misdirected"
APPROVED: Final = "recommendation.approved"
REJECTED: Final = "recommendation.rejected"
LETTER_MISSING: Final = "recommendation.missing"
BATCH_CANCELLED: Final = "batch.cancelled"
KINDS: Final = (
    CONFIRMED,
    WAITLISTED,
    OFFERED,
    OFFER_EXPIRED,
    RECOMMENDED,
    NOT_RECOMMENDED,
    MISDIRECTED,
    APPROVED,
    REJECTED,
    LETTER_MISSING,
    BATCH_CANCELLED,
)
URGENCY: Final = {OFFERED: 2, BATCH_CANCELLED: 3}
USUAL: Final = 4


async def tell(
    connection: AsyncConnection,
    kind: str,
    *,
    person_id: int,
    enrolment_id: int,
    now: datetime,
    occasion: object = "",
    due_at: datetime | None = None,
    **values: Any,
) -> None:
    """Owe a person a message about one of their enrolments; `occasion` tells apart what may happen again."""
    await post(
        connection,
        person_id=person_id,
        kind=kind,
        subject=f"enrolment:{enrolment_id}",
        occasion=str(occasion),
        payload={"enrolment": enrolment_id} | values,
        due_at=due_at or now,
        now=now,
        urgency=URGENCY.get(kind, USUAL),
    )
