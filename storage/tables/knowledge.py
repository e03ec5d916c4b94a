"""What readers make of the knowledge base. Articles live in files, so they are named by id alone."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, JsonText, UtcDateTime

ARTICLE_ID = String(80)


class ArticleVoteRow(Base):
    """Whether an article helped one person. Who has not agreed to anything being kept has no row."""

    __tablename__ = "article_votes"
    __table_args__ = (CheckConstraint("value IN (-1, 1)", name="value"), Index(None, "person_id"))

    article: Mapped[str] = mapped_column(ARTICLE_ID, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    value: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class ArticleReadingRow(Base):
    """The last time one person opened an article, for their own list of what they read."""

    __tablename__ = "article_readings"
    __table_args__ = (Index(None, "person_id", "at"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    article: Mapped[str] = mapped_column(ARTICLE_ID, primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class ArticleViewRow(Base):
    """How often an article was shown on one day (UTC), to nobody in particular."""

    __tablename__ = "article_views"
    __table_args__ = (Index(None, "day"),)

    article: Mapped[str] = mapped_column(ARTICLE_ID, primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    count: Mapped[int]


class MissRow(Base):
    """What was looked for and is not there; never who looked. `key` is the query in its folded form."""

    __tablename__ = "misses"
    __table_args__ = (Index(None, "last_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(200), unique=True)
    query: Mapped[str] = mapped_column(String(200))
    count: Mapped[int] = mapped_column(default=1, server_default="1")
    last_at: Mapped[datetime] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class FaqRow(Base):
    """An article that organizers made of a question and its answer, or of something that was looked for in vain.

    It stands beside the files: `slug` is its article id, and it is found by the search while it is `shown`. `version`
    names what was looked at, so that nobody approves something else.
    """

    __tablename__ = "faqs"
    __table_args__ = (
        CheckConstraint("state IN ('draft', 'waiting', 'shown', 'retired')", name="state"),
        Index(None, "agency_id", "state"),
        Index(None, "state", "changed_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(ARTICLE_ID, unique=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id"))
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("tickets.id"), index=True)
    miss_id: Mapped[int | None] = mapped_column(ForeignKey("misses.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    state: Mapped[str] = mapped_column(String(10), default="draft", server_default="draft")
    title: Mapped[str] = mapped_column(String(120))
    answer: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text, default="", server_default="")
    aliases: Mapped[list[str]] = mapped_column(JsonText)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    remark: Mapped[str | None] = mapped_column(String(500))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
