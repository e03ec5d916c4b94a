"""Announcements: who is meant, a copy for each of them in the outbox, and all that follows from sending on."""

from services.broadcasts.again import SendUnknownAgain
from services.broadcasts.changing import Reword, Withdraw
from services.broadcasts.copying import GetCopy, GetDeletion, GetEdit
from services.broadcasts.fan_out import QueueCopies, QueueDue
from services.broadcasts.looking import GetRun, ListSent, RunView, SentPage
from services.broadcasts.pressing import PressButton
from services.broadcasts.progress import KeepProgress, ListProgress
from services.broadcasts.reach import CountAudience
from services.broadcasts.reporting import GetReport, Report, make_workbook
from services.broadcasts.settling import SettleBroadcasts
from services.broadcasts.steering import CancelBroadcast, PauseBroadcast, ResumeBroadcast
from storage.repositories.broadcasts import KIND, Audience, BroadcastState, Counted
from storage.repositories.copies import DELETE, EDIT, Tally
from storage.repositories.runs import Run

__all__ = [
    "DELETE",
    "EDIT",
    "KIND",
    "Audience",
    "BroadcastState",
    "CancelBroadcast",
    "CountAudience",
    "Counted",
    "GetCopy",
    "GetDeletion",
    "GetEdit",
    "GetReport",
    "GetRun",
    "KeepProgress",
    "ListProgress",
    "ListSent",
    "PauseBroadcast",
    "PressButton",
    "QueueCopies",
    "QueueDue",
    "Report",
    "ResumeBroadcast",
    "Reword",
    "Run",
    "RunView",
    "SendUnknownAgain",
    "SentPage",
    "SettleBroadcasts",
    "Tally",
    "Withdraw",
    "make_workbook",
]
