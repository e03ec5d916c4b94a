"""Until when something can be done: accepted, cancelled, handed in. Nights do not count against anybody."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from services.outbox.quiet import EVENING, MORNING, after_quiet_hours
from services.zones import ZONES
from storage.repositories.batches import Batch

OFFICE_CLOSES = time(17)
DAYS_TO_CANCEL = timedelta(days=3)
DAYS_FOR_LETTER = timedelta(days=3)
DEFAULT_ZONE = "WIB"


def offer_span(batch: Batch, zone: str, now: datetime) -> tuple[datetime, datetime] | None:
    """When an offer's clock starts and when it ends for somebody in this zone; None: the batch starts before that.

    It starts when the message may be sent. Whole days count as days, the hours after them as waking hours, so that
    48 hours are two days and 3 hours offered in the evening last into the morning.
    """
    start = after_quiet_hours(now, zone)
    end = min(after_waking_hours(start, batch.offer_hours, zone), last_waking_moment(batch.starts_at, zone))
    return (start, end) if start < end else None


def after_waking_hours(start: datetime, hours: int, zone: str) -> datetime:
    """So many hours after a moment by day, with the clock stopped from 20.00 to 06.00; never in that time itself."""
    days, rest = divmod(timedelta(hours=hours), timedelta(days=1))
    moment = after_quiet_hours(start, zone) + timedelta(days=days)
    while (left := _evening_of(moment, zone) - moment) <= rest:
        rest -= left
        moment = after_quiet_hours(moment + left, zone)
    return moment + rest


def last_waking_moment(moment: datetime, zone: str) -> datetime:
    """The moment itself when it is day in the zone, else a minute before the evening that came before it."""
    local = moment.astimezone(ZONES[zone])
    if MORNING <= local.time() < EVENING:
        return moment
    day = local.date() if local.time() >= EVENING else local.date() - timedelta(days=1)
    evening = datetime.combine(day, EVENING, tzinfo=ZONES[zone])
    return (evening - timedelta(minutes=1)).astimezone(moment.tzinfo)


def cancel_until(batch: Batch) -> datetime:
    """The cut-off for giving a sure seat back: as the batch says, else 17.00 three days before, at the host's."""
    if batch.cancel_until is not None:
        return batch.cancel_until
    if batch.is_self_paced:
        return batch.ends_at
    return _office_closes(batch.starts_at - DAYS_TO_CANCEL, batch.host_zone)


def letter_due(batch: Batch, zone: str, now: datetime) -> datetime:
    """Until when a recommendation is awaited: 17.00 three days on, at the latest when registration closes."""
    return min(_office_closes(now + DAYS_FOR_LETTER, zone), batch.registration_closes_at)


def _evening_of(moment: datetime, zone: str) -> datetime:
    return datetime.combine(moment.astimezone(ZONES[zone]).date(), EVENING, tzinfo=ZONES[zone])


def _office_closes(moment: datetime, zone: str) -> datetime:
    local = moment.astimezone(ZONES[zone])
    return datetime.combine(local.date(), OFFICE_CLOSES, tzinfo=ZONES[zone]).astimezone(moment.tzinfo)
