"""Reminders by their moments, announcements, and what people want to hear of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.base

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "held_kinds",
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_held_kinds_agency_id")),
        sa.PrimaryKeyConstraint("agency_id", "kind", name=op.f("pk_held_kinds")),
    )
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=10), server_default="draft", nullable=False),
        sa.Column("template", sa.String(length=60), nullable=True),
        sa.Column("body", storage.base.JsonText(), nullable=False),
        sa.Column("audience", storage.base.JsonText(), nullable=False),
        sa.Column("general", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("send_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("approved_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("remark", sa.String(length=500), nullable=True),
        sa.Column("cursor", sa.Integer(), server_default="0", nullable=False),
        sa.Column("changing", sa.String(length=6), nullable=True),
        sa.Column("change_cursor", sa.Integer(), nullable=True),
        sa.Column("progress_message", sa.BigInteger(), nullable=True),
        sa.Column("progress_said", sa.String(length=10), nullable=True),
        sa.Column("total", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("started_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("done_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('draft', 'waiting', 'scheduled', 'queueing', 'sending', 'paused', 'done', 'cancelled')",
            name=op.f("ck_broadcasts_state"),
        ),
        sa.CheckConstraint("changing IN ('edit', 'delete')", name=op.f("ck_broadcasts_changing")),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_broadcasts_agency_id")),
        sa.ForeignKeyConstraint(["approved_by"], ["people.id"], name=op.f("fk_broadcasts_approved_by")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_broadcasts_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_broadcasts_agency_id_state"), "broadcasts", ["agency_id", "state"], unique=False)
    op.create_index(op.f("ix_broadcasts_state_send_at"), "broadcasts", ["state", "send_at"], unique=False)
    op.create_table(
        "watches",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("training_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_watches_person_id")),
        sa.ForeignKeyConstraint(["training_id"], ["trainings.id"], name=op.f("fk_watches_training_id")),
        sa.PrimaryKeyConstraint("person_id", "training_id", name=op.f("pk_watches")),
    )
    op.create_index(op.f("ix_watches_training_id"), "watches", ["training_id"], unique=False)
    op.create_table(
        "broadcast_presses",
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("button", sa.Integer(), nullable=False),
        sa.Column("at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["broadcast_id"], ["broadcasts.id"], name=op.f("fk_broadcast_presses_broadcast_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_broadcast_presses_person_id")),
        sa.PrimaryKeyConstraint("broadcast_id", "person_id", "button", name=op.f("pk_broadcast_presses")),
    )
    op.create_index(op.f("ix_broadcast_presses_person_id"), "broadcast_presses", ["person_id"], unique=False)
    op.create_table(
        "reminders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("about", sa.Integer(), nullable=False),
        sa.Column("offset", sa.String(length=10), nullable=False),
        sa.Column("base_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("due_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("until_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=10), server_default="planned", nullable=False),
        sa.Column("created_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('planned', 'posted', 'dropped', 'withdrawn')", name=op.f("ck_reminders_state")),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_reminders_batch_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_reminders_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint(
            "person_id", "kind", "batch_id", "about", "offset", "base_at", name="uq_reminders_owed_once"
        ),
    )
    op.create_index(
        "ix_reminders_planned",
        "reminders",
        ["due_at", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'planned'"),
        postgresql_where=sa.text("state = 'planned'"),
    )
    op.add_column("enrolments", sa.Column("coming_at", storage.base.UtcDateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_outbox_parked",
        "outbox",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state IN ('failed', 'unknown')"),
        postgresql_where=sa.text("state IN ('failed', 'unknown')"),
    )
    op.create_index(
        "ix_outbox_copies",
        "outbox",
        ["subject", "kind", "state", "due_at"],
        unique=False,
        sqlite_where=sa.text("urgency = 8"),
        postgresql_where=sa.text("urgency = 8"),
    )
    op.add_column("people", sa.Column("muted", storage.base.JsonText(), nullable=True))
    op.add_column("people", sa.Column("quiet", sa.String(length=5), nullable=True))


def downgrade() -> None:
    op.drop_column("people", "quiet")
    op.drop_column("people", "muted")
    op.drop_index(
        "ix_outbox_copies",
        table_name="outbox",
        sqlite_where=sa.text("urgency = 8"),
        postgresql_where=sa.text("urgency = 8"),
    )
    op.drop_index(
        "ix_outbox_parked",
        table_name="outbox",
        sqlite_where=sa.text("state IN ('failed', 'unknown')"),
        postgresql_where=sa.text("state IN ('failed', 'unknown')"),
    )
    op.drop_column("enrolments", "coming_at")
    op.drop_index(
        "ix_reminders_planned",
        table_name="reminders",
        sqlite_where=sa.text("state = 'planned'"),
        postgresql_where=sa.text("state = 'planned'"),
    )
    op.drop_table("reminders")
    op.drop_index(op.f("ix_broadcast_presses_person_id"), table_name="broadcast_presses")
    op.drop_table("broadcast_presses")
    op.drop_index(op.f("ix_watches_training_id"), table_name="watches")
    op.drop_table("watches")
    op.drop_index(op.f("ix_broadcasts_state_send_at"), table_name="broadcasts")
    op.drop_index(op.f("ix_broadcasts_agency_id_state"), table_name="broadcasts")
    op.drop_table("broadcasts")
    op.drop_table("held_kinds")
