"""Articles made of answers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.faq import (
    Approve,
    BeginFromMiss,
    CountFaqs,
    Drop,
    FindName,
    GetFaq,
    HandIn,
    KeepFromTicket,
    ListFaqs,
    ListSpeakers,
    ListToApprove,
    ProposeFromTicket,
    Return,
    Revise,
    SetPart,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqTools:
    """Articles made of answers."""

    propose: ProposeFromTicket
    keep: KeepFromTicket
    speakers: ListSpeakers
    begin: BeginFromMiss
    set_part: SetPart
    drop: Drop
    hand_in: HandIn
    revise: Revise
    approve: Approve
    return_: Return
    get: GetFaq
    count: CountFaqs
    list: ListFaqs
    to_approve: ListToApprove
    name: FindName


def build(parts: Parts) -> FaqTools:
    """Give each use case what it needs."""
    database, now, admins = parts.database, parts.now, parts.admins
    return FaqTools(
        propose=ProposeFromTicket(database=database, admin_ids=admins),
        keep=KeepFromTicket(database=database, now=now, admin_ids=admins),
        speakers=ListSpeakers(database=database, admin_ids=admins),
        begin=BeginFromMiss(database=database, now=now, admin_ids=admins),
        set_part=SetPart(database=database, now=now, admin_ids=admins),
        drop=Drop(database=database, now=now, admin_ids=admins),
        hand_in=HandIn(database=database, now=now, admin_ids=admins),
        revise=Revise(database=database, now=now, admin_ids=admins),
        approve=Approve(database=database, now=now, admin_ids=admins),
        return_=Return(database=database, now=now, admin_ids=admins),
        get=GetFaq(database=database, admin_ids=admins),
        count=CountFaqs(database=database, admin_ids=admins),
        list=ListFaqs(database=database, admin_ids=admins),
        to_approve=ListToApprove(database=database, admin_ids=admins),
        name=FindName(database=database),
    )
