"""Seats: taking one, waiting for one, giving it back."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.enrolment import (
    AcceptOffer,
    Cancel,
    DeclineOffer,
    Enrol,
    GetOwnEnrolment,
    GetOwnOffer,
    GetSeats,
    MyEnrolments,
    OwnSeats,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentTools:
    """Seats: taking one, waiting for one, giving it back."""

    enrol: Enrol
    mine: MyEnrolments
    own: GetOwnEnrolment
    own_offer: GetOwnOffer
    seats: GetSeats
    own_seats: OwnSeats
    cancel: Cancel
    accept: AcceptOffer
    decline: DeclineOffer


def build(parts: Parts) -> EnrolmentTools:
    """Give each use case what it needs."""
    return EnrolmentTools(
        enrol=Enrol(database=parts.database, now=parts.now),
        mine=MyEnrolments(database=parts.database, now=parts.now),
        own=GetOwnEnrolment(database=parts.database, now=parts.now),
        own_offer=GetOwnOffer(database=parts.database),
        seats=GetSeats(database=parts.database),
        own_seats=OwnSeats(database=parts.database),
        cancel=Cancel(database=parts.database, now=parts.now),
        accept=AcceptOffer(database=parts.database, now=parts.now),
        decline=DeclineOffer(database=parts.database, now=parts.now),
    )
