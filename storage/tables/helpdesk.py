"""Questions to the organizers, with their threads, and the groups in which organizers answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, JsonText, UtcDateTime

ALARMED = text("alarm_at IS NOT NULL")


class TicketRow(Base):
    """One question; its number for people is T-<id>.

    `waiting_since` is when the asker began to wait for the team, `alarm_at` when that has been too long; both are empty
    while nothing is owed to the asker. `chat_id` and `thread_id` are where its team talks about it.
    """

    __tablename__ = "tickets"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'answered', 'closed')", name="state"),
        CheckConstraint("closed_by IN ('asker', 'team')", name="closed_by"),
        CheckConstraint("rating BETWEEN 1 AND 5", name="rating"),
        Index(None, "agency_id", "state", "closed_at"),
        Index(None, "person_id"),
        Index(None, "holder_id"),
        Index(None, "chat_id", "thread_id"),
        Index("ix_tickets_alarm", "alarm_at", sqlite_where=ALARMED, postgresql_where=ALARMED),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    training_id: Mapped[int | None] = mapped_column(ForeignKey("trainings.id"))
    title: Mapped[str] = mapped_column(String(80))
    state: Mapped[str] = mapped_column(String(10), default="open", server_default="open")
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    waiting_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    alarm_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    alarms: Mapped[int] = mapped_column(default=0, server_default="0")
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_by: Mapped[str | None] = mapped_column(String(10))
    rating: Mapped[int | None] = mapped_column(SmallInteger)
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger)


class TicketEntryRow(Base):
    """One thing said about a question: by the asker, by the team, or within the team (`note`).

    `body` is Telegram's HTML, `media` one picture or document that Telegram keeps. `chat_id` and `message_id` name the
    message it came from: a message is taken once, and its later edits are found by it.
    """

    __tablename__ = "ticket_entries"
    __table_args__ = (
        CheckConstraint("side IN ('asker', 'team', 'note')", name="side"),
        UniqueConstraint("chat_id", "message_id"),
        Index(None, "ticket_id", "id"),
        Index(None, "author_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    side: Mapped[str] = mapped_column(String(10))
    body: Mapped[str] = mapped_column(Text)
    media: Mapped[dict[str, Any] | None] = mapped_column(JsonText)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    message_id: Mapped[int] = mapped_column(BigInteger)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    edited_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class TicketMessageRow(Base):
    """A message of the bot's about a question, in the asker's chat or the team's: a reply to it means that question.

    With an entry it is that entry's copy, which later edits and [Tarik] reach.
    """

    __tablename__ = "ticket_messages"
    __table_args__ = (Index(None, "ticket_id"), Index(None, "entry_id"))

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    message_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("ticket_entries.id"))


class HelpdeskRow(Base):
    """How one agency answers: its group, if it has one, and its working time.

    `days` are the digits of ISO weekdays (1 is Monday); `opens` and `closes` are `HH:MM` on the agency's clock; a
    question alarms after `alarm_hours` hours of working time. `trouble` names what is wrong with the group.
    """

    __tablename__ = "helpdesks"

    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id"), primary_key=True)
    chat_id: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    title: Mapped[str | None] = mapped_column(String(128))
    topics: Mapped[str] = mapped_column(String(10), default="none", server_default="none")
    trouble: Mapped[str | None] = mapped_column(String(20))
    linked_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    days: Mapped[str] = mapped_column(String(7), default="12345", server_default="12345")
    opens: Mapped[str] = mapped_column(String(5), default="08:00", server_default="08:00")
    closes: Mapped[str] = mapped_column(String(5), default="16:00", server_default="16:00")
    alarm_hours: Mapped[int] = mapped_column(default=8, server_default="8")


class AskerBlockRow(Base):
    """A person whose questions an agency does not take for now."""

    __tablename__ = "asker_blocks"

    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    blocked_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class ReadyAnswerRow(Base):
    """An answer that an agency keeps ready, to be sent with a tap."""

    __tablename__ = "ready_answers"
    __table_args__ = (Index(None, "agency_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id"))
    title: Mapped[str] = mapped_column(String(60))
    body: Mapped[str] = mapped_column(Text)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
