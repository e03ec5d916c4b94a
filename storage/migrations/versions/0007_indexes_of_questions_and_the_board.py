"""Indexes for the lists of closed questions, for what one person holds or wrote, and for the board."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ON_BOARD = sa.text("board != 'off'")


def upgrade() -> None:
    op.drop_index(op.f("ix_tickets_agency_id_state"), table_name="tickets")
    op.create_index(
        op.f("ix_tickets_agency_id_state_closed_at"), "tickets", ["agency_id", "state", "closed_at"], unique=False
    )
    op.create_index(op.f("ix_tickets_holder_id"), "tickets", ["holder_id"], unique=False)
    op.create_index(op.f("ix_ticket_entries_author_id"), "ticket_entries", ["author_id"], unique=False)
    op.create_index(
        "ix_practice_habits_board",
        "practice_habits",
        ["board"],
        unique=False,
        sqlite_where=ON_BOARD,
        postgresql_where=ON_BOARD,
    )


def downgrade() -> None:
    op.drop_index(
        "ix_practice_habits_board", table_name="practice_habits", sqlite_where=ON_BOARD, postgresql_where=ON_BOARD
    )
    op.drop_index(op.f("ix_ticket_entries_author_id"), table_name="ticket_entries")
    op.drop_index(op.f("ix_tickets_holder_id"), table_name="tickets")
    op.drop_index(op.f("ix_tickets_agency_id_state_closed_at"), table_name="tickets")
    op.create_index(op.f("ix_tickets_agency_id_state"), "tickets", ["agency_id", "state"], unique=False)
