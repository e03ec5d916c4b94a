"""People who chat with the bot, and their requests to be verified by a human."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, JsonText, UtcDateTime

VERIFIED = text("identity = 'verified'")
OPEN = text("state = 'open'")


class PersonRow(Base):
    """Someone who chats with the bot. Before consent nothing but the Telegram id, language and zone is kept."""

    __tablename__ = "people"
    __table_args__ = (
        CheckConstraint("identity IN ('unknown', 'waiting', 'verified', 'rejected')", name="identity"),
        # One NIP, one Telegram account: whoever is verified holds the NIP alone.
        Index("uq_people_verified_nip", "nip_lookup", unique=True, sqlite_where=VERIFIED, postgresql_where=VERIFIED),
        # The number of a row that was erased is never given again: old buttons and records still name it.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    language: Mapped[str | None] = mapped_column(String(5))
    zone: Mapped[str | None] = mapped_column(String(4))
    consent_version: Mapped[str | None] = mapped_column(String(20))
    consent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    nip_lookup: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    nip_cipher: Mapped[bytes | None] = mapped_column(LargeBinary)
    name: Mapped[str | None] = mapped_column(String(200))
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agencies.id"))
    # As the person wrote them when enrolling; an agency's staff list knows the unit too.
    unit: Mapped[str | None] = mapped_column(String(200))
    superior: Mapped[str | None] = mapped_column(String(200))
    identity: Mapped[str] = mapped_column(String(10), default="unknown", server_default="unknown")
    verified_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # Whether articles come as rich messages; None: the choice was never offered.
    rich_articles: Mapped[bool | None]
    # Kinds of reminders and announcements that the person switched off, and hours of quiet (None: 20-06).
    muted: Mapped[list[str] | None] = mapped_column(JsonText)
    quiet: Mapped[str | None] = mapped_column(String(5))
    unreachable_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class VerificationRow(Base):
    """A request to an agency's organizers: is this person who they say they are?"""

    __tablename__ = "verifications"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'confirmed', 'rejected', 'withdrawn')", name="state"),
        Index("uq_verifications_open", "person_id", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
        Index(None, "agency_id", "state"),
        # The number of a row that was erased is never given again, as above.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id"))
    reason: Mapped[str] = mapped_column(String(20))
    nip_lookup: Mapped[bytes] = mapped_column(LargeBinary(32))
    nip_cipher: Mapped[bytes] = mapped_column(LargeBinary)
    name: Mapped[str] = mapped_column(String(200))
    claimed_agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id"))
    state: Mapped[str] = mapped_column(String(10), default="open", server_default="open")
    note: Mapped[str | None] = mapped_column(Text)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
