"""Messages owed to people, and how the sender stands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Integer, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, JsonText, UtcDateTime

QUEUED = text("state = 'queued'")
SENDING = text("state = 'sending'")
PARKED = text("state IN ('failed', 'unknown')")
TO_THOUSANDS = text("urgency = 8")


class DeliveryRow(Base):
    """One message owed to one person; unique by person, kind, subject and occasion, so that it is owed once."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("person_id", "kind", "subject", "occasion"),
        CheckConstraint("state IN ('queued', 'sending', 'sent', 'failed', 'unknown', 'skipped')", name="state"),
        Index("ix_outbox_queued", "urgency", "due_at", "id", sqlite_where=QUEUED, postgresql_where=QUEUED),
        Index("ix_outbox_sending", "lease_until", sqlite_where=SENDING, postgresql_where=SENDING),
        Index("ix_outbox_parked", "id", sqlite_where=PARKED, postgresql_where=PARKED),
        # How far an announcement is, without walking through what else is owed.
        Index(
            "ix_outbox_copies",
            "subject",
            "kind",
            "state",
            "due_at",
            sqlite_where=TO_THOUSANDS,
            postgresql_where=TO_THOUSANDS,
        ),
        # The number of a row that was erased is never given again: a worker may still hold it.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    # Where it goes, if not to the person's own chat: the group of a team that talks about them.
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(60))
    occasion: Mapped[str] = mapped_column(String(60), default="", server_default="")
    payload: Mapped[dict[str, Any]] = mapped_column(JsonText)
    urgency: Mapped[int] = mapped_column(default=5, server_default="5")
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(10), default="queued", server_default="queued")
    attempt: Mapped[int] = mapped_column(default=0, server_default="0")
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    reason: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class SenderRow(Base):
    """The sender's one row: until when Telegram told it to wait. Kept here so that a restart waits too."""

    __tablename__ = "sender"

    id: Mapped[int] = mapped_column(primary_key=True)
    halted_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
