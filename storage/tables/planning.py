"""Trainings while agencies plan them together: their history, committed seats, proposals to merge, what people need."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, JsonText, UtcDateTime

OPEN = text("state = 'open'")


class TrainingMoveRow(Base):
    """One step of a training's history; nothing changes it."""

    __tablename__ = "training_moves"
    __table_args__ = (Index(None, "training_id", "id"), Index(None, "actor_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    training_id: Mapped[int] = mapped_column(ForeignKey("trainings.id"))
    what: Mapped[str] = mapped_column(String(20))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agencies.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    remark: Mapped[str | None] = mapped_column(Text)
    details: Mapped[dict[str, Any]] = mapped_column(JsonText)


class SeatCommitmentRow(Base):
    """How many seats an agency takes in a training, and whether it is to host it."""

    __tablename__ = "seat_commitments"
    __table_args__ = (CheckConstraint("seats > 0", name="seats"),)

    training_id: Mapped[int] = mapped_column(ForeignKey("trainings.id"), primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id"), primary_key=True)
    seats: Mapped[int]
    is_host: Mapped[bool] = mapped_column(default=False, server_default=false())
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class MergeProposalRow(Base):
    """The secretariat's proposal to make one training of two drafts; both agencies answer."""

    __tablename__ = "merge_proposals"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'agreed', 'refused', 'withdrawn')", name="state"),
        CheckConstraint("kept_id <> merged_id", name="two"),
        Index("uq_merge_proposals_open", "kept_id", "merged_id", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
        Index(None, "merged_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kept_id: Mapped[int] = mapped_column(ForeignKey("trainings.id"))
    merged_id: Mapped[int] = mapped_column(ForeignKey("trainings.id"))
    state: Mapped[str] = mapped_column(String(10), default="open", server_default="open")
    kept_agrees: Mapped[bool | None]
    merged_agrees: Mapped[bool | None]
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class NeedRow(Base):
    """A topic that one person would like to learn. `key` is the topic in its folded form."""

    __tablename__ = "needs"
    __table_args__ = (
        UniqueConstraint("person_id", "key"),
        Index(None, "key", "province"),
        # The number of a wish that was taken back is never given again: old buttons still name it.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    key: Mapped[str] = mapped_column(String(200))
    topic: Mapped[str] = mapped_column(String(200))
    competency: Mapped[str | None] = mapped_column(String(30))
    province: Mapped[str | None] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
