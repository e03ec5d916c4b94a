"""People's places in batches: where each stands, how it came there, and the seats that are offered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, JsonText, UtcDateTime

LIVE = text("state NOT IN ('declined', 'expired', 'cancelled')")
OPEN = text("state = 'open'")


class EnrolmentRow(Base):
    """One person's place in one batch. What ended stays as history; joining again is another row."""

    __tablename__ = "enrolments"
    __table_args__ = (
        CheckConstraint(
            "state IN ('submitted', 'recommended', 'confirmed', 'attended', 'passed', 'failed', 'waitlisted', "
            "'offered', 'declined', 'expired', 'cancelled', 'exempted')",
            name="state",
        ),
        Index("uq_enrolments_live", "person_id", "batch_id", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
        Index(None, "person_id"),
        # The line of a batch, and of a pool: by the moment of joining, then by number.
        Index(None, "batch_id", "state", "submitted_at", "id"),
        Index(None, "pool_id", "state", "submitted_at", "id"),
        # The number of a row that was erased is never given again: old buttons and records still name it.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id"))
    # The pool of the seat or, in line, the person's own pool. Batches without a capacity have none.
    pool_id: Mapped[int | None] = mapped_column(ForeignKey("seat_pools.id"))
    state: Mapped[str] = mapped_column(String(12))
    submitted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # The recommendation: until when it is awaited, and the letter as Telegram keeps it.
    letter_due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    letter_file: Mapped[str | None] = mapped_column(String(200))
    letter_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # Among the applicants of the own agency, from 1, where seats are given by nomination.
    rank: Mapped[int | None]
    # When the person said that they will come.
    coming_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class EnrolmentMoveRow(Base):
    """One step of an enrolment's history; nothing changes it. `actor` says in which part somebody acted."""

    __tablename__ = "enrolment_moves"
    __table_args__ = (
        CheckConstraint("actor IN ('person', 'superior', 'organizer', 'clock')", name="actor"),
        Index(None, "enrolment_id", "id"),
        Index(None, "actor_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"))
    from_state: Mapped[str | None] = mapped_column(String(12))
    to_state: Mapped[str] = mapped_column(String(12))
    actor: Mapped[str] = mapped_column(String(10))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agencies.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str | None] = mapped_column(Text)
    details: Mapped[dict[str, Any]] = mapped_column(JsonText)


class OfferRow(Base):
    """A seat held for one person until a deadline. Without a pool the batch has no capacity."""

    __tablename__ = "offers"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'accepted', 'declined', 'expired', 'withdrawn')", name="state"),
        Index("uq_offers_open", "enrolment_id", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
        Index("ix_offers_due", "deadline_at", sqlite_where=OPEN, postgresql_where=OPEN),
        Index(None, "enrolment_id"),
        Index(None, "pool_id", "state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"))
    pool_id: Mapped[int | None] = mapped_column(ForeignKey("seat_pools.id"))
    state: Mapped[str] = mapped_column(String(10), default="open", server_default="open")
    offered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    deadline_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
