"""Practice, questions to the organizers, and articles made of their answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import storage.base

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "asker_blocks",
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("blocked_by", sa.Integer(), nullable=True),
        sa.Column("at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_asker_blocks_agency_id")),
        sa.ForeignKeyConstraint(["blocked_by"], ["people.id"], name=op.f("fk_asker_blocks_blocked_by")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_asker_blocks_person_id")),
        sa.PrimaryKeyConstraint("agency_id", "person_id", name=op.f("pk_asker_blocks")),
    )
    op.create_index(op.f("ix_asker_blocks_person_id"), "asker_blocks", ["person_id"], unique=False)
    op.create_table(
        "helpdesks",
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("title", sa.String(length=128), nullable=True),
        sa.Column("topics", sa.String(length=10), server_default="none", nullable=False),
        sa.Column("trouble", sa.String(length=20), nullable=True),
        sa.Column("linked_by", sa.Integer(), nullable=True),
        sa.Column("days", sa.String(length=7), server_default="12345", nullable=False),
        sa.Column("opens", sa.String(length=5), server_default="08:00", nullable=False),
        sa.Column("closes", sa.String(length=5), server_default="16:00", nullable=False),
        sa.Column("alarm_hours", sa.Integer(), server_default="8", nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_helpdesks_agency_id")),
        sa.ForeignKeyConstraint(["linked_by"], ["people.id"], name=op.f("fk_helpdesks_linked_by")),
        sa.PrimaryKeyConstraint("agency_id", name=op.f("pk_helpdesks")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_helpdesks_chat_id")),
    )
    op.create_table(
        "practice_cards",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(length=80), nullable=False),
        sa.Column("state", sa.SmallInteger(), nullable=False),
        sa.Column("step", sa.SmallInteger(), nullable=True),
        sa.Column("stability", sa.Double(), nullable=True),
        sa.Column("difficulty", sa.Double(), nullable=True),
        sa.Column("due_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("last_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("right_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("wrong_count", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_practice_cards_person_id")),
        sa.PrimaryKeyConstraint("person_id", "question", name=op.f("pk_practice_cards")),
    )
    op.create_index(op.f("ix_practice_cards_person_id_due_at"), "practice_cards", ["person_id", "due_at"], unique=False)
    op.create_table(
        "practice_days",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("right", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_practice_days_person_id")),
        sa.PrimaryKeyConstraint("person_id", "day", name=op.f("pk_practice_days")),
    )
    op.create_index(op.f("ix_practice_days_day"), "practice_days", ["day"], unique=False)
    op.create_table(
        "practice_habits",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("quiz_at", sa.String(length=5), nullable=True),
        sa.Column("next_quiz_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("weekly", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("next_week_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("board", sa.String(length=10), server_default="off", nullable=False),
        sa.Column("changed_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint("board IN ('off', 'hidden', 'named')", name=op.f("ck_practice_habits_board")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_practice_habits_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_practice_habits")),
    )
    op.create_index(
        "ix_practice_habits_quiz",
        "practice_habits",
        ["next_quiz_at"],
        unique=False,
        sqlite_where=sa.text("next_quiz_at IS NOT NULL"),
        postgresql_where=sa.text("next_quiz_at IS NOT NULL"),
    )
    op.create_index(
        "ix_practice_habits_week",
        "practice_habits",
        ["next_week_at"],
        unique=False,
        sqlite_where=sa.text("next_week_at IS NOT NULL"),
        postgresql_where=sa.text("next_week_at IS NOT NULL"),
    )
    op.create_table(
        "quizzes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=100), server_default="", nullable=False),
        sa.Column("occasion", sa.String(length=10), server_default="asked", nullable=False),
        sa.Column("questions", storage.base.JsonText(), nullable=False),
        sa.Column("state", sa.String(length=10), server_default="open", nullable=False),
        sa.Column("started_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("done_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.CheckConstraint("occasion IN ('asked', 'daily')", name=op.f("ck_quizzes_occasion")),
        sa.CheckConstraint("state IN ('open', 'done', 'left')", name=op.f("ck_quizzes_state")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_quizzes_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quizzes")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_quizzes_person_id_started_at"), "quizzes", ["person_id", "started_at"], unique=False)
    op.create_index(
        "uq_quizzes_open",
        "quizzes",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_table(
        "ready_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=60), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_ready_answers_agency_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_ready_answers_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ready_answers")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_ready_answers_agency_id"), "ready_answers", ["agency_id"], unique=False)
    op.create_table(
        "tickets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("training_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=10), server_default="open", nullable=False),
        sa.Column("holder_id", sa.Integer(), nullable=True),
        sa.Column("opened_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("waiting_since", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("alarm_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("alarms", sa.Integer(), server_default="0", nullable=False),
        sa.Column("answered_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("closed_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.String(length=10), nullable=True),
        sa.Column("rating", sa.SmallInteger(), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("closed_by IN ('asker', 'team')", name=op.f("ck_tickets_closed_by")),
        sa.CheckConstraint("state IN ('open', 'answered', 'closed')", name=op.f("ck_tickets_state")),
        sa.CheckConstraint("rating BETWEEN 1 AND 5", name=op.f("ck_tickets_rating")),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_tickets_agency_id")),
        sa.ForeignKeyConstraint(["holder_id"], ["people.id"], name=op.f("fk_tickets_holder_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_tickets_person_id")),
        sa.ForeignKeyConstraint(["training_id"], ["trainings.id"], name=op.f("fk_tickets_training_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tickets")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_tickets_agency_id_state"), "tickets", ["agency_id", "state"], unique=False)
    op.create_index(
        "ix_tickets_alarm",
        "tickets",
        ["alarm_at"],
        unique=False,
        sqlite_where=sa.text("alarm_at IS NOT NULL"),
        postgresql_where=sa.text("alarm_at IS NOT NULL"),
    )
    op.create_index(op.f("ix_tickets_chat_id_thread_id"), "tickets", ["chat_id", "thread_id"], unique=False)
    op.create_index(op.f("ix_tickets_person_id"), "tickets", ["person_id"], unique=False)
    op.create_table(
        "faqs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=True),
        sa.Column("miss_id", sa.Integer(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=10), server_default="draft", nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("aliases", storage.base.JsonText(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("remark", sa.String(length=500), nullable=True),
        sa.Column("created_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("changed_at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("approved_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('draft', 'waiting', 'shown', 'retired')", name=op.f("ck_faqs_state")),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_faqs_agency_id")),
        sa.ForeignKeyConstraint(["approved_by"], ["people.id"], name=op.f("fk_faqs_approved_by")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_faqs_author_id")),
        sa.ForeignKeyConstraint(["miss_id"], ["misses.id"], name=op.f("fk_faqs_miss_id")),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name=op.f("fk_faqs_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faqs")),
        sa.UniqueConstraint("slug", name=op.f("uq_faqs_slug")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_faqs_agency_id_state"), "faqs", ["agency_id", "state"], unique=False)
    op.create_index(op.f("ix_faqs_state_changed_at"), "faqs", ["state", "changed_at"], unique=False)
    op.create_index(op.f("ix_faqs_ticket_id"), "faqs", ["ticket_id"], unique=False)
    op.create_table(
        "quiz_answers",
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(length=80), nullable=False),
        sa.Column("chosen", sa.SmallInteger(), nullable=True),
        sa.Column("right", sa.Boolean(), nullable=False),
        sa.Column("at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_quiz_answers_person_id")),
        sa.ForeignKeyConstraint(["quiz_id"], ["quizzes.id"], name=op.f("fk_quiz_answers_quiz_id")),
        sa.PrimaryKeyConstraint("quiz_id", "place", name=op.f("pk_quiz_answers")),
    )
    op.create_index(op.f("ix_quiz_answers_person_id_at"), "quiz_answers", ["person_id", "at"], unique=False)
    op.create_table(
        "ticket_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("media", storage.base.JsonText(), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("at", storage.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("edited_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", storage.base.UtcDateTime(timezone=True), nullable=True),
        sa.CheckConstraint("side IN ('asker', 'team', 'note')", name=op.f("ck_ticket_entries_side")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_ticket_entries_author_id")),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name=op.f("fk_ticket_entries_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_entries")),
        sa.UniqueConstraint("chat_id", "message_id", name=op.f("uq_ticket_entries_chat_id_message_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_ticket_entries_ticket_id_id"), "ticket_entries", ["ticket_id", "id"], unique=False)
    op.create_table(
        "ticket_messages",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["ticket_entries.id"], name=op.f("fk_ticket_messages_entry_id")),
        sa.ForeignKeyConstraint(["ticket_id"], ["tickets.id"], name=op.f("fk_ticket_messages_ticket_id")),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_ticket_messages")),
    )
    op.create_index(op.f("ix_ticket_messages_entry_id"), "ticket_messages", ["entry_id"], unique=False)
    op.create_index(op.f("ix_ticket_messages_ticket_id"), "ticket_messages", ["ticket_id"], unique=False)
    op.add_column("outbox", sa.Column("chat_id", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("outbox", "chat_id")
    op.drop_index(op.f("ix_ticket_messages_ticket_id"), table_name="ticket_messages")
    op.drop_index(op.f("ix_ticket_messages_entry_id"), table_name="ticket_messages")
    op.drop_table("ticket_messages")
    op.drop_index(op.f("ix_ticket_entries_ticket_id_id"), table_name="ticket_entries")
    op.drop_table("ticket_entries")
    op.drop_index(op.f("ix_quiz_answers_person_id_at"), table_name="quiz_answers")
    op.drop_table("quiz_answers")
    op.drop_index(op.f("ix_faqs_ticket_id"), table_name="faqs")
    op.drop_index(op.f("ix_faqs_state_changed_at"), table_name="faqs")
    op.drop_index(op.f("ix_faqs_agency_id_state"), table_name="faqs")
    op.drop_table("faqs")
    op.drop_index(op.f("ix_tickets_person_id"), table_name="tickets")
    op.drop_index(op.f("ix_tickets_chat_id_thread_id"), table_name="tickets")
    op.drop_index(
        "ix_tickets_alarm",
        table_name="tickets",
        sqlite_where=sa.text("alarm_at IS NOT NULL"),
        postgresql_where=sa.text("alarm_at IS NOT NULL"),
    )
    op.drop_index(op.f("ix_tickets_agency_id_state"), table_name="tickets")
    op.drop_table("tickets")
    op.drop_index(op.f("ix_ready_answers_agency_id"), table_name="ready_answers")
    op.drop_table("ready_answers")
    op.drop_index(
        "uq_quizzes_open",
        table_name="quizzes",
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.drop_index(op.f("ix_quizzes_person_id_started_at"), table_name="quizzes")
    op.drop_table("quizzes")
    op.drop_index(
        "ix_practice_habits_week",
        table_name="practice_habits",
        sqlite_where=sa.text("next_week_at IS NOT NULL"),
        postgresql_where=sa.text("next_week_at IS NOT NULL"),
    )
    op.drop_index(
        "ix_practice_habits_quiz",
        table_name="practice_habits",
        sqlite_where=sa.text("next_quiz_at IS NOT NULL"),
        postgresql_where=sa.text("next_quiz_at IS NOT NULL"),
    )
    op.drop_table("practice_habits")
    op.drop_index(op.f("ix_practice_days_day"), table_name="practice_days")
    op.drop_table("practice_days")
    op.drop_index(op.f("ix_practice_cards_person_id_due_at"), table_name="practice_cards")
    op.drop_table("practice_cards")
    op.drop_table("helpdesks")
    op.drop_index(op.f("ix_asker_blocks_person_id"), table_name="asker_blocks")
    op.drop_table("asker_blocks")
