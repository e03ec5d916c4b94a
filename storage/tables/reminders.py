"""What people are to be reminded of, what they want to hear of, and which kinds organizers hold back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, UtcDateTime

PLANNED = text("state = 'planned'")


class ReminderRow(Base):
    """One thing to remind one person of at a moment, so long before another moment (`base_at`).

    A date that moves has another base, and so makes another reminder. `about` is the number of what it is about: an
    enrolment or an offer; 0 is the batch itself.
    """

    __tablename__ = "reminders"
    __table_args__ = (
        UniqueConstraint("person_id", "kind", "batch_id", "about", "offset", "base_at", name="uq_reminders_owed_once"),
        CheckConstraint("state IN ('planned', 'posted', 'dropped', 'withdrawn')", name="state"),
        Index("ix_reminders_planned", "due_at", "id", sqlite_where=PLANNED, postgresql_where=PLANNED),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[str] = mapped_column(String(20))
    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id"))
    about: Mapped[int]
    offset: Mapped[str] = mapped_column(String(10))
    base_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # Later than this it would be no help any more.
    until_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(10), default="planned", server_default="planned")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class WatchRow(Base):
    """A person who wants to hear when a training opens, and before it closes."""

    __tablename__ = "watches"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    training_id: Mapped[int] = mapped_column(ForeignKey("trainings.id"), primary_key=True, index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class HeldKindRow(Base):
    """A kind of reminder that an agency's organizers hold back for its batches."""

    __tablename__ = "held_kinds"

    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
