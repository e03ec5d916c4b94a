"""All that is kept about one person, to be handed out or to be erased."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Executable, and_, case, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.ticket_traces import TicketTraces
from storage.tables import (
    AgencyRow,
    ArticleReadingRow,
    ArticleVoteRow,
    AuditRow,
    BatchRow,
    BroadcastPressRow,
    BroadcastRow,
    DeliveryRow,
    EnrolmentMoveRow,
    EnrolmentRow,
    FaqRow,
    FsmRow,
    InboxRow,
    InvitationRow,
    MergeProposalRow,
    NeedRow,
    OfferRow,
    PersonRow,
    PracticeCardRow,
    PracticeDayRow,
    PracticeHabitRow,
    QuizAnswerRow,
    QuizRow,
    ReminderRow,
    RoleRow,
    RosterRow,
    TrainingMoveRow,
    TrainingRow,
    VerificationRow,
    WatchRow,
)

Kept = dict[str, Any]
OWN = (
    DeliveryRow,
    VerificationRow,
    NeedRow,
    ReminderRow,
    WatchRow,
    BroadcastPressRow,
    ArticleReadingRow,
    ArticleVoteRow,
    QuizAnswerRow,
    QuizRow,
    PracticeCardRow,
    PracticeDayRow,
    PracticeHabitRow,
)
"""Rows that are about one person alone."""
NOBODY = 0
"""The lane of updates that belong to no one."""


class PersonalData:
    """One person's rows in every table, within one transaction of the caller's. Columns keep their names."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find_profile(self, telegram_id: int) -> Kept | None:
        """The person's row, with their agency's name; the NIP is still encrypted."""
        columns = [column for column in PersonRow.__table__.c if column.key != "agency_id"]
        query = select(*columns, AgencyRow.name.label("agency")).outerjoin(
            AgencyRow, AgencyRow.id == PersonRow.agency_id
        )
        found = await self._list(query.where(PersonRow.telegram_id == telegram_id))
        return found[0] if found else None

    async def list_requests(self, person_id: int) -> list[Kept]:
        """Requests to be verified, oldest first; the NIP is still encrypted."""
        names = ("id", "reason", "nip_cipher", "name", "state", "note", "created_at", "decided_at")
        columns = [VerificationRow.__table__.c[name] for name in names]
        query = select(*columns, AgencyRow.name.label("agency")).join(
            AgencyRow, AgencyRow.id == VerificationRow.agency_id
        )
        return await self._list(query.where(VerificationRow.person_id == person_id).order_by(VerificationRow.id))

    async def list_enrolments(self, person_id: int) -> list[Kept]:
        """Enrolments with their batch, oldest first."""
        own = ("id", "state", "submitted_at", "changed_at", "letter_due_at", "letter_at", "letter_file", "rank")
        columns = [EnrolmentRow.__table__.c[name] for name in own]
        query = (
            select(*columns, BatchRow.code.label("batch"), TrainingRow.title.label("training"))
            .join(BatchRow, BatchRow.id == EnrolmentRow.batch_id)
            .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
        )
        return await self._list(query.where(EnrolmentRow.person_id == person_id).order_by(EnrolmentRow.id))

    async def list_enrolment_steps(self, person_id: int) -> list[Kept]:
        """The history of the person's enrolments; who else acted is named by their part only."""
        own = ("enrolment_id", "from_state", "to_state", "actor", "at", "reason", "details")
        columns = [EnrolmentMoveRow.__table__.c[name] for name in own]
        query = select(*columns).join(EnrolmentRow, EnrolmentRow.id == EnrolmentMoveRow.enrolment_id)
        return await self._list(query.where(EnrolmentRow.person_id == person_id).order_by(EnrolmentMoveRow.id))

    async def list_offers(self, person_id: int) -> list[Kept]:
        """Seats that were offered, oldest first."""
        own = ("enrolment_id", "state", "offered_at", "deadline_at", "closed_at")
        columns = [OfferRow.__table__.c[name] for name in own]
        query = select(*columns).join(EnrolmentRow, EnrolmentRow.id == OfferRow.enrolment_id)
        return await self._list(query.where(EnrolmentRow.person_id == person_id).order_by(OfferRow.id))

    async def list_deliveries(self, person_id: int) -> list[Kept]:
        """Messages owed and sent, oldest first."""
        names = ("kind", "subject", "state", "created_at", "due_at", "done_at")
        columns = [DeliveryRow.__table__.c[name] for name in names]
        query = select(*columns).where(DeliveryRow.person_id == person_id)
        return await self._list(query.order_by(DeliveryRow.id))

    async def list_roles(self, telegram_id: int) -> list[Kept]:
        """Roles with their agency (without one a role is for all of them), also those that were taken away."""
        columns = (
            RoleRow.role,
            RoleRow.name,
            RoleRow.granted_at,
            RoleRow.revoked_at,
            AgencyRow.name.label("agency"),
        )
        query = select(*columns).outerjoin(AgencyRow, AgencyRow.id == RoleRow.agency_id)
        return await self._list(query.where(RoleRow.telegram_id == telegram_id).order_by(RoleRow.id))

    async def list_actions(self, person_id: int) -> list[Kept]:
        """What the record says this person did, oldest first."""
        query = select(AuditRow.action, AuditRow.subject_id, AuditRow.at).where(AuditRow.actor_id == person_id)
        return await self._list(query.order_by(AuditRow.id))

    async def list_conversation(self, telegram_id: int) -> list[Kept]:
        """Where the person is in a conversation."""
        query = select(FsmRow.state, FsmRow.data, FsmRow.updated_at).where(FsmRow.lane == telegram_id)
        return await self._list(query.order_by(FsmRow.key))

    async def list_unhandled(self, telegram_id: int) -> list[Kept]:
        """Messages of the person that could not be handled; their bodies are encrypted."""
        query = select(InboxRow.reference, InboxRow.received_at)
        query = query.where(InboxRow.lane == telegram_id, InboxRow.state == "quarantined")
        return await self._list(query.order_by(InboxRow.seq))

    async def list_readings(self, person_id: int) -> list[Kept]:
        """The articles the person opened, the last one first."""
        query = select(ArticleReadingRow.article, ArticleReadingRow.at).where(ArticleReadingRow.person_id == person_id)
        return await self._list(query.order_by(ArticleReadingRow.at.desc(), ArticleReadingRow.article))

    async def list_votes(self, person_id: int) -> list[Kept]:
        """Whether articles helped the person, the latest first."""
        rating = case((ArticleVoteRow.value > 0, "helpful"), else_="unhelpful").label("rating")
        query = select(ArticleVoteRow.article, rating, ArticleVoteRow.at).where(ArticleVoteRow.person_id == person_id)
        return await self._list(query.order_by(ArticleVoteRow.at.desc(), ArticleVoteRow.article))

    async def list_needs(self, person_id: int) -> list[Kept]:
        """Topics the person would like to learn, oldest first."""
        query = select(NeedRow.topic, NeedRow.competency, NeedRow.at).where(NeedRow.person_id == person_id)
        return await self._list(query.order_by(NeedRow.id))

    async def list_plans(self, person_id: int) -> list[Kept]:
        """What the person did for trainings that are planned together, oldest first."""
        query = (
            select(TrainingRow.title.label("training"), TrainingMoveRow.what, TrainingMoveRow.at)
            .join(TrainingRow, TrainingRow.id == TrainingMoveRow.training_id)
            .where(TrainingMoveRow.actor_id == person_id)
        )
        return await self._list(query.order_by(TrainingMoveRow.id))

    async def list_invitations(self, person_id: int) -> list[Kept]:
        """Links the person made or used, oldest first."""
        columns = (InvitationRow.purpose, InvitationRow.role, InvitationRow.created_at, InvitationRow.used_at)
        query = select(*columns).where(or_(InvitationRow.invited_by == person_id, InvitationRow.used_by == person_id))
        return await self._list(query.order_by(InvitationRow.id))

    async def list_reminders(self, person_id: int) -> list[Kept]:
        """What the person is or was to be reminded of, in the order of its moments."""
        query = (
            select(ReminderRow.kind, BatchRow.code.label("batch"), ReminderRow.due_at, ReminderRow.state)
            .join(BatchRow, BatchRow.id == ReminderRow.batch_id)
            .where(ReminderRow.person_id == person_id)
        )
        return await self._list(query.order_by(ReminderRow.due_at, ReminderRow.id))

    async def list_watches(self, person_id: int) -> list[Kept]:
        """Trainings whose opening the person wants to hear of."""
        query = select(TrainingRow.title.label("training"), WatchRow.at).join(
            TrainingRow, TrainingRow.id == WatchRow.training_id
        )
        return await self._list(query.where(WatchRow.person_id == person_id).order_by(WatchRow.at))

    async def list_presses(self, person_id: int) -> list[Kept]:
        """Buttons of announcements that the person pressed."""
        query = select(BroadcastPressRow.broadcast_id.label("subject_id"), BroadcastPressRow.at)
        return await self._list(query.where(BroadcastPressRow.person_id == person_id).order_by(BroadcastPressRow.at))

    async def list_broadcasts(self, person_id: int) -> list[Kept]:
        """Announcements that the person wrote or approved, oldest first."""
        columns = (
            BroadcastRow.id,
            BroadcastRow.state,
            BroadcastRow.created_at,
            BroadcastRow.approved_at,
            BroadcastRow.done_at,
        )
        query = select(*columns).where(or_(BroadcastRow.author_id == person_id, BroadcastRow.approved_by == person_id))
        return await self._list(query.order_by(BroadcastRow.id))

    async def list_faqs(self, person_id: int) -> list[Kept]:
        """Articles made of answers that the person wrote or approved, oldest first."""
        told = (FaqRow.title.label("article"), FaqRow.state.label("standing"))
        columns = (*told, FaqRow.created_at, FaqRow.approved_at)
        query = select(*columns).where(or_(FaqRow.author_id == person_id, FaqRow.approved_by == person_id))
        return await self._list(query.order_by(FaqRow.id))

    async def find_listed(self, nip_lookup: bytes) -> Kept | None:
        """The line of an agency's staff list with this NIP."""
        columns = (RosterRow.name, RosterRow.unit, AgencyRow.name.label("agency"), RosterRow.updated_at)
        query = select(*columns).join(AgencyRow, AgencyRow.id == RosterRow.agency_id)
        found = await self._list(query.where(RosterRow.nip_lookup == nip_lookup))
        return found[0] if found else None

    async def delete_conversation(self, telegram_id: int) -> None:
        """Forget where the person is in a conversation."""
        await self._connection.execute(delete(FsmRow).where(FsmRow.lane == telegram_id))

    async def forget_updates(self, telegram_id: int) -> None:
        """Keep of handled updates only that they came; what is still to be handled stays as it is."""
        await self._connection.execute(
            update(InboxRow)
            .where(InboxRow.lane == telegram_id, InboxRow.state != "waiting")
            .values(lane=NOBODY, state="done", body=None, cipher=None, reference=None, error=None)
        )

    async def delete_person(self, person_id: int, telegram_id: int, *, is_owed: bool = False) -> None:
        """The person with their requests, messages, readings, votes and practice; their enrolments are gone already.

        Where a role or the record of decisions needs the row, or something will be owed to it (`is_owed`), it is
        emptied instead. Without a role the Telegram id goes too; those of people are positive, so what then stands
        there is nobody's.
        """
        await TicketTraces(self._connection).erase(person_id, telegram_id)
        for row in OWN:
            await self._connection.execute(delete(row).where(row.person_id == person_id))
        # Of a role that was taken away the account stays known, so that no file gives it back; the name goes.
        past = update(RoleRow).where(RoleRow.telegram_id == telegram_id, RoleRow.revoked_at.is_not(None))
        await self._connection.execute(past.values(name=None))
        if await self._any(and_(RoleRow.telegram_id == telegram_id, RoleRow.revoked_at.is_(None))):
            await self._empty(person_id, telegram_id)
        elif is_owed or await self._is_named_elsewhere(person_id):
            await self._empty(person_id, -person_id)
        else:
            await self._connection.execute(delete(PersonRow).where(PersonRow.id == person_id))

    async def _is_named_elsewhere(self, person_id: int) -> bool:
        acted = (
            AuditRow.actor_id == person_id,
            VerificationRow.decided_by == person_id,
            EnrolmentMoveRow.actor_id == person_id,
            TrainingMoveRow.actor_id == person_id,
            MergeProposalRow.proposed_by == person_id,
            or_(BroadcastRow.author_id == person_id, BroadcastRow.approved_by == person_id),
            or_(FaqRow.author_id == person_id, FaqRow.approved_by == person_id),
            or_(InvitationRow.invited_by == person_id, InvitationRow.used_by == person_id),
        )
        return any([await self._any(condition) for condition in acted])

    async def _any(self, condition: Any) -> bool:
        return bool(await self._connection.scalar(select(exists().where(condition))))

    async def _empty(self, person_id: int, telegram_id: int) -> None:
        kept = {"id", "telegram_id", "created_at", "identity", "zone"}
        blank = {column.key: None for column in PersonRow.__table__.c if column.key not in kept}
        zone = (
            select(AgencyRow.zone)
            .join(RoleRow, RoleRow.agency_id == AgencyRow.id)
            .where(RoleRow.telegram_id == telegram_id, RoleRow.revoked_at.is_(None))
            .order_by(RoleRow.id)
            .limit(1)
            .scalar_subquery()
        )
        await self._connection.execute(
            update(PersonRow)
            .where(PersonRow.id == person_id)
            .values(telegram_id=telegram_id, identity="unknown", zone=zone, **blank)
        )

    async def _list(self, query: Executable) -> list[Kept]:
        return [dict(row) for row in (await self._connection.execute(query)).mappings()]
