"""Where a training stands while it is planned, and what can be done with it there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["ACTS", "Act", "Rule", "State", "What"]


class State(StrEnum):
    """A loaded training that is not published is a draft too."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    MERGED = "merged"
    PUBLISHED = "published"


class What(StrEnum):
    """A step of the history."""

    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    RECALLED = "recalled"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    PROPOSED = "proposed"
    AGREED = "agreed"
    KEPT = "kept"
    MERGED = "merged"
    COMMITTED = "committed"
    WITHDREW = "withdrew"
    OFFERED = "host-offered"
    HOST = "host"
    PUBLISHED = "published"


class Act(StrEnum):
    """Something that can be done with a training."""

    EDIT = "edit"
    SUBMIT = "submit"
    RECALL = "recall"
    ACCEPT = "accept"
    RETURN = "return"
    PROPOSE = "propose"
    COMMIT = "commit"
    OFFER = "offer"
    HOST = "host"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Rule:
    """Which right an act needs, and in which states it makes sense."""

    action: str
    states: frozenset[State]
    any_agency: bool = False
    """It is done for an agency of the actor's, not for the owner of the training."""


_DRAFT, _SYNCHRONISE, _SEATS = "training.draft", "training.synchronise", "seats.commit"
_OWN = frozenset({State.DRAFT, State.RETURNED})
_SUBMITTED, _ACCEPTED = frozenset({State.SUBMITTED}), frozenset({State.ACCEPTED})
ACTS = {
    Act.EDIT: Rule(_DRAFT, _OWN),
    Act.SUBMIT: Rule(_DRAFT, _OWN),
    Act.RECALL: Rule(_DRAFT, _SUBMITTED),
    Act.ACCEPT: Rule(_SYNCHRONISE, _SUBMITTED),
    Act.RETURN: Rule(_SYNCHRONISE, _SUBMITTED),
    Act.PROPOSE: Rule(_SYNCHRONISE, _SUBMITTED),
    Act.COMMIT: Rule(_SEATS, _ACCEPTED, any_agency=True),
    Act.OFFER: Rule(_SEATS, _ACCEPTED, any_agency=True),
    Act.HOST: Rule(_SYNCHRONISE, _ACCEPTED),
    Act.PUBLISH: Rule("training.publish", _ACCEPTED),
}
