"""Agencies, the people they employ (roster) and what people may do for them (roles)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, UtcDateTime


class AgencyRow(Base):
    """A province training agency, a ministry, a regional office, or the joint secretariat."""

    __tablename__ = "agencies"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    short_name: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(20))
    province: Mapped[str | None] = mapped_column(String(20), index=True)
    zone: Mapped[str] = mapped_column(String(4))
    pns_count: Mapped[int | None]


class RosterRow(Base):
    """One employee as the agency imported them. NIP encrypted and by HMAC; the phone number by HMAC only."""

    __tablename__ = "roster"

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id"), index=True)
    nip_lookup: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    nip_cipher: Mapped[bytes] = mapped_column(LargeBinary)
    name: Mapped[str] = mapped_column(String(200))
    unit: Mapped[str] = mapped_column(String(200))
    phone_lookup: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)


class RoleRow(Base):
    """What a Telegram account may do, for one agency or (agency empty) for all."""

    __tablename__ = "roles"
    __table_args__ = (UniqueConstraint("telegram_id", "role", "agency_id"), Index(None, "agency_id", "role"))

    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_id: Mapped[int] = mapped_column(BigInteger, index=True)
    role: Mapped[str] = mapped_column(String(20))
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agencies.id"))
    name: Mapped[str | None] = mapped_column(Text)
    granted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # A role that was taken away is kept, so that the next load of the same file does not give it back.
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class InvitationRow(Base):
    """A link that lets whoever opens it first do one thing, once: take a role, or recommend somebody.

    Only the hash of its secret is kept.
    """

    __tablename__ = "invitations"
    __table_args__ = (
        CheckConstraint("purpose IN ('role', 'recommendation')", name="purpose"),
        Index(None, "agency_id"),
        Index(None, "enrolment_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    purpose: Mapped[str] = mapped_column(String(20))
    role: Mapped[str | None] = mapped_column(String(20))
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agencies.id"))
    enrolment_id: Mapped[int | None] = mapped_column(ForeignKey("enrolments.id"))
    invited_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    used_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
