"""Seats and enrolments: pools, places in batches with their history, offers, and what a batch says about its seats."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.base

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

LIVE = sa.text("state NOT IN ('declined', 'expired', 'cancelled')")
OPEN = sa.text("state = 'open'")


def moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, storage.base.UtcDateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.add_column("batches", sa.Column("seat_plan", storage.base.JsonText(), nullable=True))
    op.add_column("batches", sa.Column("offer_hours", sa.Integer(), server_default="48", nullable=False))
    op.add_column("batches", moment("seats_release_at"))
    op.add_column("batches", moment("seats_released_at"))
    op.add_column("batches", moment("cancel_until"))
    op.create_table(
        "seat_pools",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("who", storage.base.JsonText(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("taken >= 0 AND taken <= size", name=op.f("ck_seat_pools_taken")),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_seat_pools_batch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat_pools")),
        sa.UniqueConstraint("batch_id", "key", name=op.f("uq_seat_pools_batch_id_key")),
    )
    op.create_table(
        "enrolments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("pool_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        moment("submitted_at", nullable=False),
        moment("changed_at", nullable=False),
        moment("letter_due_at"),
        sa.Column("letter_file", sa.String(length=200), nullable=True),
        moment("letter_at"),
        sa.CheckConstraint(
            "state IN ('submitted', 'recommended', 'confirmed', 'attended', 'passed', 'failed', 'waitlisted', 'offered', 'declined', 'expired', 'cancelled', 'exempted')",
            name=op.f("ck_enrolments_state"),
        ),
        sa.ForeignKeyConstraint(["batch_id"], ["batches.id"], name=op.f("fk_enrolments_batch_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_enrolments_person_id")),
        sa.ForeignKeyConstraint(["pool_id"], ["seat_pools.id"], name=op.f("fk_enrolments_pool_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolments")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_enrolments_live",
        "enrolments",
        ["person_id", "batch_id"],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )
    op.create_index(op.f("ix_enrolments_person_id"), "enrolments", ["person_id"])
    op.create_index(
        op.f("ix_enrolments_batch_id_state_submitted_at_id"),
        "enrolments",
        ["batch_id", "state", "submitted_at", "id"],
    )
    op.create_index(
        op.f("ix_enrolments_pool_id_state_submitted_at_id"),
        "enrolments",
        ["pool_id", "state", "submitted_at", "id"],
    )
    op.create_table(
        "enrolment_moves",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("from_state", sa.String(length=12), nullable=True),
        sa.Column("to_state", sa.String(length=12), nullable=False),
        sa.Column("actor", sa.String(length=10), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("agency_id", sa.Integer(), nullable=True),
        moment("at", nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("details", storage.base.JsonText(), nullable=False),
        sa.CheckConstraint(
            "actor IN ('person', 'superior', 'organizer', 'clock')", name=op.f("ck_enrolment_moves_actor")
        ),
        sa.ForeignKeyConstraint(["actor_id"], ["people.id"], name=op.f("fk_enrolment_moves_actor_id")),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_enrolment_moves_agency_id")),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_enrolment_moves_enrolment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment_moves")),
    )
    op.create_index(op.f("ix_enrolment_moves_enrolment_id_id"), "enrolment_moves", ["enrolment_id", "id"])
    op.create_index(op.f("ix_enrolment_moves_actor_id"), "enrolment_moves", ["actor_id"])
    op.create_table(
        "offers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("pool_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=10), server_default="open", nullable=False),
        moment("offered_at", nullable=False),
        moment("deadline_at", nullable=False),
        moment("closed_at"),
        sa.CheckConstraint(
            "state IN ('open', 'accepted', 'declined', 'expired', 'withdrawn')", name=op.f("ck_offers_state")
        ),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_offers_enrolment_id")),
        sa.ForeignKeyConstraint(["pool_id"], ["seat_pools.id"], name=op.f("fk_offers_pool_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offers")),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_offers_open", "offers", ["enrolment_id"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN)
    op.create_index("ix_offers_due", "offers", ["deadline_at"], sqlite_where=OPEN, postgresql_where=OPEN)
    op.create_index(op.f("ix_offers_enrolment_id"), "offers", ["enrolment_id"])
    op.create_index(op.f("ix_offers_pool_id_state"), "offers", ["pool_id", "state"])


def downgrade() -> None:
    op.drop_table("offers")
    op.drop_table("enrolment_moves")
    op.drop_table("enrolments")
    op.drop_table("seat_pools")
    for column in ("cancel_until", "seats_released_at", "seats_release_at", "offer_hours", "seat_plan"):
        op.drop_column("batches", column)
