"""What the bot owes people: messages nobody asked for at this moment, written where their cause is written.

`post` owes one, `post_all` many; the rest is the worker's side, which `Desk` holds together.
"""

from services.outbox.claiming import ClaimDeliveries
from services.outbox.desk import Desk
from services.outbox.halting import FindHalt, HaltSender
from services.outbox.parked import GetParked, ListParked, ParkedPage, ParkedView, SendAgain
from services.outbox.posting import Due, post, post_all
from services.outbox.recording import RecordResults, RecoverLeases, Result, Verdict
from services.outbox.rules import After, Over, Policy, Rule, Rules
from storage.repositories.outbox import Owed, State

__all__ = [
    "After",
    "ClaimDeliveries",
    "Desk",
    "Due",
    "FindHalt",
    "GetParked",
    "HaltSender",
    "ListParked",
    "Over",
    "Owed",
    "ParkedPage",
    "ParkedView",
    "Policy",
    "RecordResults",
    "RecoverLeases",
    "Result",
    "Rule",
    "Rules",
    "SendAgain",
    "State",
    "Verdict",
    "post",
    "post_all",
]
