"""Updates as Telegram handed them over."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, Index, Integer, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, UtcDateTime

WAITING = text("state = 'waiting'")


class InboxRow(Base):
    """One update. `seq` keeps the order of arrival: update ids may restart at random after a quiet week.

    The body is erased once handled (it may hold a NIP); a quarantined body is kept encrypted for 30 days.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'done', 'quarantined')", name="state"),
        Index("ix_inbox_waiting", "seq", sqlite_where=WAITING, postgresql_where=WAITING),
        Index(None, "reference"),
        Index(None, "received_at"),
    )

    seq: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    update_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    lane: Mapped[int] = mapped_column(BigInteger)
    body: Mapped[str | None] = mapped_column(Text)
    cipher: Mapped[bytes | None] = mapped_column(LargeBinary)
    state: Mapped[str] = mapped_column(String(12), default="waiting", server_default="waiting")
    attempts: Mapped[int] = mapped_column(default=0, server_default="0")
    reference: Mapped[str | None] = mapped_column(String(10))
    error: Mapped[str | None] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
