"""From answer to article: drafts, a second person's look at them, and what everybody finds."""

from services.faq.approval import Approve, HandIn, Return, Revise
from services.faq.drafting import (
    BeginFromMiss,
    Drop,
    KeepFromTicket,
    ListSpeakers,
    Proposed,
    ProposeFromTicket,
    SetPart,
)
from services.faq.look import CountFaqs, FaqView, FindName, GetFaq, ListFaqs, ListShown, ListToApprove, StampShown
from services.faq.wording import Proposal

__all__ = [
    "Approve",
    "BeginFromMiss",
    "CountFaqs",
    "Drop",
    "FaqView",
    "FindName",
    "GetFaq",
    "HandIn",
    "KeepFromTicket",
    "ListFaqs",
    "ListShown",
    "ListSpeakers",
    "ListToApprove",
    "Proposal",
    "ProposeFromTicket",
    "Proposed",
    "Return",
    "Revise",
    "SetPart",
    "StampShown",
]
