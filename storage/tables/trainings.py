"""Trainings and their batches."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, JsonText, UtcDateTime


class TrainingRow(Base):
    """A course: what it teaches, how, for how many lesson hours, and who pays."""

    __tablename__ = "trainings"
    __table_args__ = (CheckConstraint("lesson_hours > 0", name="lesson_hours"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    title: Mapped[str] = mapped_column(String(200))
    competency: Mapped[str] = mapped_column(String(30))
    mode: Mapped[str] = mapped_column(String(20))
    lesson_hours: Mapped[int]
    funding: Mapped[str] = mapped_column(String(10))
    funding_note: Mapped[str] = mapped_column(Text)
    programme: Mapped[str | None] = mapped_column(String(200))
    summary: Mapped[str] = mapped_column(Text)
    requirements: Mapped[str | None] = mapped_column(Text)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id"), index=True)
    state: Mapped[str] = mapped_column(String(20), default="published", server_default="published")
    # While it is planned: what it aims at, with what, and in which month (YYYY-MM).
    objectives: Mapped[str | None] = mapped_column(Text)
    materials: Mapped[str | None] = mapped_column(Text)
    planned_month: Mapped[str | None] = mapped_column(String(7))


class BatchRow(Base):
    """One run of a training. Without a capacity it takes everyone (SMART trainings)."""

    __tablename__ = "batches"
    __table_args__ = (
        CheckConstraint("capacity IS NULL OR capacity >= 0", name="capacity"),
        CheckConstraint("ends_at >= starts_at", name="ends_after_start"),
        CheckConstraint("registration_closes_at >= registration_opens_at", name="closes_after_opening"),
        Index(None, "state", "registration_closes_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    training_id: Mapped[int] = mapped_column(ForeignKey("trainings.id"), index=True)
    number: Mapped[int]
    host_id: Mapped[int] = mapped_column(ForeignKey("agencies.id"), index=True)
    place: Mapped[str | None] = mapped_column(String(200))
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    registration_opens_at: Mapped[datetime] = mapped_column(UtcDateTime)
    registration_closes_at: Mapped[datetime] = mapped_column(UtcDateTime)
    capacity: Mapped[int | None]
    needs_recommendation: Mapped[bool]
    state: Mapped[str] = mapped_column(String(20), default="published", server_default="published")
    # The rule of the seat plan, and what was changed by hand. None: all seats are open, first come, first served.
    seat_plan: Mapped[dict[str, Any] | None] = mapped_column(JsonText)
    offer_hours: Mapped[int] = mapped_column(default=48, server_default="48")
    # When seats that provinces did not use become open to all, and when they did.
    seats_release_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seats_released_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # Until when a sure seat can be given back; None: three days before the start.
    cancel_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # How to get in (meeting link, address details): for people with a sure seat only.
    access: Mapped[str | None] = mapped_column(Text)
    # By nomination agencies rank their applicants until a moment, and seats are given then.
    fill: Mapped[str] = mapped_column(String(12), default="first-come", server_default="first-come")
    nominate_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    nominated_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class BatchProvinceRow(Base):
    """A province whose people may join the batch; a batch without rows here is open to all."""

    __tablename__ = "batch_provinces"

    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id", ondelete="CASCADE"), primary_key=True)
    province: Mapped[str] = mapped_column(String(20), primary_key=True)
