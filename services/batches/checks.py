"""What keeps a batch from being published, or would put a published one out of order. All of it at once. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from storage.repositories.batch_desk import DeskBatch
from storage.repositories.trainings import PUBLISHED

NOMINATION = "nomination"


class Problem(StrEnum):
    """Something that is missing or does not fit together; the sentence is `batch-problem-<value>`."""

    TRAINING = "training"
    """The training itself is not published."""
    PAST = "past"
    ENDS_EARLY = "ends-early"
    PLACE = "place"
    CLOSES_BEFORE_OPENING = "closes-before-opening"
    OPENS_AFTER_END = "opens-after-end"
    CLOSES_AFTER_END = "closes-after-end"
    CLOSED = "closed"
    """Registration is over before anybody could read of it."""
    NO_SEATS = "no-seats"
    NO_PLAN = "no-plan"
    RELEASE_LATE = "release-late"
    CANCEL_LATE = "cancel-late"
    NOMINATE_WHEN = "nominate-when"
    NOMINATE_LATE = "nominate-late"
    NOMINATE_UNLIMITED = "nominate-unlimited"


def before_publishing(batch: DeskBatch, now: datetime) -> tuple[Problem, ...]:
    """Everything that has to be put right first."""
    return (*_against_the_clock(batch, now), *out_of_order(batch))


def out_of_order(batch: DeskBatch) -> tuple[Problem, ...]:
    """What does not fit together, whatever the hour."""
    return (*_dates(batch), *_seats(batch), *_nomination(batch))


def _against_the_clock(batch: DeskBatch, now: datetime) -> Iterator[Problem]:
    if batch.training_state != PUBLISHED:
        yield Problem.TRAINING
    if (batch.ends_at if batch.is_self_paced else batch.starts_at) <= now:
        yield Problem.PAST
    if batch.registration_opens_at < batch.registration_closes_at <= now:
        yield Problem.CLOSED


def _dates(batch: DeskBatch) -> Iterator[Problem]:
    if batch.ends_at <= batch.starts_at:
        yield Problem.ENDS_EARLY
    if not batch.is_self_paced and not batch.place and not batch.access:
        yield Problem.PLACE
    if batch.registration_closes_at <= batch.registration_opens_at:
        yield Problem.CLOSES_BEFORE_OPENING
    if batch.registration_opens_at >= batch.ends_at:
        yield Problem.OPENS_AFTER_END
    if batch.registration_closes_at > batch.ends_at:
        yield Problem.CLOSES_AFTER_END
    if batch.cancel_until is not None and batch.cancel_until > batch.ends_at:
        yield Problem.CANCEL_LATE


def _seats(batch: DeskBatch) -> Iterator[Problem]:
    if batch.capacity is None:
        return
    if batch.capacity == 0:
        yield Problem.NO_SEATS
    if not batch.has_plan:
        yield Problem.NO_PLAN
    if batch.seats_release_at is not None and batch.seats_release_at >= batch.starts_at:
        yield Problem.RELEASE_LATE


def _nomination(batch: DeskBatch) -> Iterator[Problem]:
    if batch.fill != NOMINATION:
        return
    if batch.capacity is None:
        yield Problem.NOMINATE_UNLIMITED
    if batch.nominate_until is None:
        yield Problem.NOMINATE_WHEN
    elif not batch.registration_opens_at < batch.nominate_until < batch.starts_at:
        yield Problem.NOMINATE_LATE
