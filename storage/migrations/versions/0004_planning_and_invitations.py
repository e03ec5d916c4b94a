"""Planning together, invitations, and what batches and people say of themselves for it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.base

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "merge_proposals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kept_id", sa.Integer(), nullable=False),
        sa.Column("merged_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), server_default="open", nullable=False),
        sa.Column("kept_agrees", sa.Boolean(), nullable=True),
        sa.Column("merged_agrees", sa.Boolean(), nullable=True),
        sa.Column("proposed_by", sa.Integer(), nullable=True),
        sa.Column("proposed_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("closed_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'agreed', 'refused', 'withdrawn')", name=op.f("ck_merge_proposals_state")
        ),
        sa.CheckConstraint("kept_id <> merged_id", name=op.f("ck_merge_proposals_two")),
        sa.ForeignKeyConstraint(["kept_id"], ["trainings.id"], name=op.f("fk_merge_proposals_kept_id")),
        sa.ForeignKeyConstraint(["merged_id"], ["trainings.id"], name=op.f("fk_merge_proposals_merged_id")),
        sa.ForeignKeyConstraint(["proposed_by"], ["people.id"], name=op.f("fk_merge_proposals_proposed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge_proposals")),
    )
    op.create_index(op.f("ix_merge_proposals_merged_id"), "merge_proposals", ["merged_id"], unique=False)
    op.create_index(
        "uq_merge_proposals_open",
        "merge_proposals",
        ["kept_id", "merged_id"],
        unique=True,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_table(
        "needs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("topic", sa.String(length=200), nullable=False),
        sa.Column("competency", sa.String(length=30), nullable=True),
        sa.Column("province", sa.String(length=20), nullable=True),
        sa.Column("at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_needs_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_needs")),
        sa.UniqueConstraint("person_id", "key", name=op.f("uq_needs_person_id_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_needs_key_province"), "needs", ["key", "province"], unique=False)
    op.create_table(
        "seat_commitments",
        sa.Column("training_id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("is_host", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint("seats > 0", name=op.f("ck_seat_commitments_seats")),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_seat_commitments_agency_id")),
        sa.ForeignKeyConstraint(["training_id"], ["trainings.id"], name=op.f("fk_seat_commitments_training_id")),
        sa.PrimaryKeyConstraint("training_id", "agency_id", name=op.f("pk_seat_commitments")),
    )
    op.create_table(
        "training_moves",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("agency_id", sa.Integer(), nullable=True),
        sa.Column("at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("details", storage.base.JsonText(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["people.id"], name=op.f("fk_training_moves_actor_id")),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_training_moves_agency_id")),
        sa.ForeignKeyConstraint(["training_id"], ["trainings.id"], name=op.f("fk_training_moves_training_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_moves")),
    )
    op.create_index(op.f("ix_training_moves_actor_id"), "training_moves", ["actor_id"], unique=False)
    op.create_index(op.f("ix_training_moves_training_id_id"), "training_moves", ["training_id", "id"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=True),
        sa.Column("agency_id", sa.Integer(), nullable=True),
        sa.Column("enrolment_id", sa.Integer(), nullable=True),
        sa.Column("invited_by", sa.Integer(), nullable=True),
        sa.Column("created_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("expires_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("used_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("used_by", sa.Integer(), nullable=True),
        sa.Column("revoked_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.CheckConstraint("purpose IN ('role', 'recommendation')", name=op.f("ck_invitations_purpose")),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_invitations_agency_id")),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_invitations_enrolment_id")),
        sa.ForeignKeyConstraint(["invited_by"], ["people.id"], name=op.f("fk_invitations_invited_by")),
        sa.ForeignKeyConstraint(["used_by"], ["people.id"], name=op.f("fk_invitations_used_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitations_token_hash")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_invitations_agency_id"), "invitations", ["agency_id"], unique=False)
    op.create_index(op.f("ix_invitations_enrolment_id"), "invitations", ["enrolment_id"], unique=False)
    op.add_column("batches", sa.Column("access", sa.Text(), nullable=True))
    op.add_column("batches", sa.Column("fill", sa.String(length=12), server_default="first-come", nullable=False))
    op.add_column("batches", sa.Column("nominate_until", storage.base.UtcDateTime(timezone=True), nullable=True))
    op.add_column("batches", sa.Column("nominated_at", storage.base.UtcDateTime(timezone=True), nullable=True))
    op.add_column("enrolments", sa.Column("rank", sa.Integer(), nullable=True))
    op.add_column("people", sa.Column("unit", sa.String(length=200), nullable=True))
    op.add_column("people", sa.Column("superior", sa.String(length=200), nullable=True))
    op.add_column("roles", sa.Column("revoked_at", storage.base.UtcDateTime(timezone=True), nullable=True))
    op.add_column("trainings", sa.Column("objectives", sa.Text(), nullable=True))
    op.add_column("trainings", sa.Column("materials", sa.Text(), nullable=True))
    op.add_column("trainings", sa.Column("planned_month", sa.String(length=7), nullable=True))


def downgrade() -> None:
    op.drop_column("trainings", "planned_month")
    op.drop_column("trainings", "materials")
    op.drop_column("trainings", "objectives")
    op.drop_column("roles", "revoked_at")
    op.drop_column("people", "superior")
    op.drop_column("people", "unit")
    op.drop_column("enrolments", "rank")
    op.drop_column("batches", "nominated_at")
    op.drop_column("batches", "nominate_until")
    op.drop_column("batches", "fill")
    op.drop_column("batches", "access")
    op.drop_index(op.f("ix_invitations_enrolment_id"), table_name="invitations")
    op.drop_index(op.f("ix_invitations_agency_id"), table_name="invitations")
    op.drop_table("invitations")
    op.drop_index(op.f("ix_training_moves_training_id_id"), table_name="training_moves")
    op.drop_index(op.f("ix_training_moves_actor_id"), table_name="training_moves")
    op.drop_table("training_moves")
    op.drop_table("seat_commitments")
    op.drop_index(op.f("ix_needs_key_province"), table_name="needs")
    op.drop_table("needs")
    op.drop_index(
        "uq_merge_proposals_open",
        table_name="merge_proposals",
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.drop_index(op.f("ix_merge_proposals_merged_id"), table_name="merge_proposals")
    op.drop_table("merge_proposals")
