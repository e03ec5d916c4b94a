"""What readers make of articles: votes, readings, views, misses, and whether articles come as rich messages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.base

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "article_votes",
        sa.Column("article", sa.String(length=80), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint("value IN (-1, 1)", name=op.f("ck_article_votes_value")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_article_votes_person_id")),
        sa.PrimaryKeyConstraint("article", "person_id", name=op.f("pk_article_votes")),
    )
    op.create_index(op.f("ix_article_votes_person_id"), "article_votes", ["person_id"])
    op.create_table(
        "article_readings",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("article", sa.String(length=80), nullable=False),
        sa.Column("at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_article_readings_person_id")),
        sa.PrimaryKeyConstraint("person_id", "article", name=op.f("pk_article_readings")),
    )
    op.create_index(op.f("ix_article_readings_person_id_at"), "article_readings", ["person_id", "at"])
    op.create_table(
        "article_views",
        sa.Column("article", sa.String(length=80), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("article", "day", name=op.f("pk_article_views")),
    )
    op.create_index(op.f("ix_article_views_day"), "article_views", ["day"])
    op.create_table(
        "misses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("query", sa.String(length=200), nullable=False),
        sa.Column("count", sa.Integer(), server_default="1", nullable=False),
        sa.Column("last_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("settled_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_misses")),
        sa.UniqueConstraint("key", name=op.f("uq_misses_key")),
    )
    op.create_index(op.f("ix_misses_last_at"), "misses", ["last_at"])
    op.add_column("people", sa.Column("rich_articles", sa.Boolean(), nullable=True))


def downgrade() -> None:
    op.drop_column("people", "rich_articles")
    op.drop_table("misses")
    op.drop_table("article_views")
    op.drop_table("article_readings")
    op.drop_table("article_votes")
