"""All tables; importing this module fills `Base.metadata`."""

from storage.base import Base
from storage.tables.agencies import AgencyRow, InvitationRow, RoleRow, RosterRow
from storage.tables.audit import AuditRow
from storage.tables.broadcasts import BroadcastPressRow, BroadcastRow
from storage.tables.enrolments import EnrolmentMoveRow, EnrolmentRow, OfferRow
from storage.tables.fsm import FsmRow
from storage.tables.helpdesk import (
    AskerBlockRow,
    HelpdeskRow,
    ReadyAnswerRow,
    TicketEntryRow,
    TicketMessageRow,
    TicketRow,
)
from storage.tables.inbox import InboxRow
from storage.tables.knowledge import ArticleReadingRow, ArticleViewRow, ArticleVoteRow, FaqRow, MissRow
from storage.tables.outbox import DeliveryRow, SenderRow
from storage.tables.people import PersonRow, VerificationRow
from storage.tables.planning import MergeProposalRow, NeedRow, SeatCommitmentRow, TrainingMoveRow
from storage.tables.practice import PracticeCardRow, PracticeDayRow, PracticeHabitRow, QuizAnswerRow, QuizRow
from storage.tables.reminders import HeldKindRow, ReminderRow, WatchRow
from storage.tables.seats import SeatPoolRow
from storage.tables.trainings import BatchProvinceRow, BatchRow, TrainingRow

__all__ = [
    "AgencyRow",
    "ArticleReadingRow",
    "ArticleViewRow",
    "ArticleVoteRow",
    "AskerBlockRow",
    "AuditRow",
    "Base",
    "BatchProvinceRow",
    "BatchRow",
    "BroadcastPressRow",
    "BroadcastRow",
    "DeliveryRow",
    "EnrolmentMoveRow",
    "EnrolmentRow",
    "FaqRow",
    "FsmRow",
    "HeldKindRow",
    "HelpdeskRow",
    "InboxRow",
    "InvitationRow",
    "MergeProposalRow",
    "MissRow",
    "NeedRow",
    "OfferRow",
    "PersonRow",
    "PracticeCardRow",
    "PracticeDayRow",
    "PracticeHabitRow",
    "QuizAnswerRow",
    "QuizRow",
    "ReadyAnswerRow",
    "ReminderRow",
    "RoleRow",
    "RosterRow",
    "SeatCommitmentRow",
    "SeatPoolRow",
    "SenderRow",
    "TicketEntryRow",
    "TicketMessageRow",
    "TicketRow",
    "TrainingMoveRow",
    "TrainingRow",
    "VerificationRow",
    "WatchRow",
]
