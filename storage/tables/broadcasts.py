"""Announcements. Each copy is a delivery of the outbox: kind `broadcast`, subject the broadcast's number."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, JsonText, UtcDateTime


class BroadcastRow(Base):
    """One announcement: what it says, to whom, who approved it, and how far it is.

    `body` holds the text as Telegram's HTML by language, one picture or document, and buttons; `audience` the chosen
    filters, looked up live until the fan-out starts; `cursor` the person up to whom copies are queued.
    """

    __tablename__ = "broadcasts"
    __table_args__ = (
        CheckConstraint(
            "state IN ('draft', 'waiting', 'scheduled', 'queueing', 'sending', 'paused', 'done', 'cancelled')",
            name="state",
        ),
        CheckConstraint("changing IN ('edit', 'delete')", name="changing"),
        Index(None, "agency_id", "state"),
        Index(None, "state", "send_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    state: Mapped[str] = mapped_column(String(10), default="draft", server_default="draft")
    template: Mapped[str | None] = mapped_column(String(60))
    body: Mapped[dict[str, Any]] = mapped_column(JsonText)
    audience: Mapped[dict[str, Any]] = mapped_column(JsonText)
    # Not about the recipients' own enrolment: people may opt out.
    general: Mapped[bool] = mapped_column(default=False, server_default=false())
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    send_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    remark: Mapped[str | None] = mapped_column(String(500))
    cursor: Mapped[int] = mapped_column(default=0, server_default="0")
    # What is done to the copies that were sent, and the person up to whom that is queued (NULL: for everybody).
    changing: Mapped[str | None] = mapped_column(String(6))
    change_cursor: Mapped[int | None]
    # The author's message that shows how far it is, and the last state that it said for good.
    progress_message: Mapped[int | None] = mapped_column(BigInteger)
    progress_said: Mapped[str | None] = mapped_column(String(10))
    total: Mapped[int] = mapped_column(default=0, server_default="0")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class BroadcastPressRow(Base):
    """That somebody pressed a button of an announcement, once counted."""

    __tablename__ = "broadcast_presses"

    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    button: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
