"""The library as drafts were made from it, and clauses in the ministry's own words, published by a second officer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ONLY_GROW = ("library_shelf", "house_clause", "house_decision")


def upgrade() -> None:
    """Make the three tables and their guards."""
    _tables()
    _index()
    if op.get_bind().dialect.name == "sqlite":
        _guards_of_sqlite()
    else:
        _guards_of_postgresql()


def downgrade() -> None:
    """Refuse: the way back is to restore the copy that was made before."""
    raise NotImplementedError("restore the copy that was made before the migration")


def _tables() -> None:
    op.create_table(
        "library_shelf",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_library_shelf")),
    )
    op.create_table(
        "house_clause",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("clause_id", sa.String(length=160), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("author", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["author"], ["user_account.id"], name=op.f("fk_house_clause_author")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_house_clause")),
    )
    op.create_table(
        "house_decision",
        sa.Column("house_clause_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.CheckConstraint("kind IN ('published', 'declined')", name=op.f("ck_house_decision_kind")),
        sa.ForeignKeyConstraint(["author"], ["user_account.id"], name=op.f("fk_house_decision_author")),
        sa.ForeignKeyConstraint(["house_clause_id"], ["house_clause.id"], name=op.f("fk_house_decision_house_clause_id")),
        sa.PrimaryKeyConstraint("house_clause_id", name=op.f("pk_house_decision")),
    )


def _index() -> None:
    op.create_index(op.f("ix_house_clause_clause_id"), "house_clause", ["clause_id"], unique=False)


def _guards_of_sqlite() -> None:
    for table in ONLY_GROW:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            )
    op.execute(
        "CREATE TRIGGER house_decision_other_eyes BEFORE INSERT ON house_decision WHEN EXISTS ("
        "SELECT 1 FROM house_clause h WHERE h.id = NEW.house_clause_id AND h.author = NEW.author) "
        "BEGIN SELECT RAISE(ABORT, 'a clause of the house is decided on by somebody else'); END"
    )


def _guards_of_postgresql() -> None:
    for table in ONLY_GROW:
        op.execute(
            f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION ssc_only_grows()"
        )
    op.execute(
        "CREATE FUNCTION ssc_house_eyes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS ("
        "SELECT 1 FROM house_clause h WHERE h.id = NEW.house_clause_id AND h.author = NEW.author) "
        "THEN RAISE EXCEPTION 'a clause of the house is decided on by somebody else' "
        "USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER house_decision_other_eyes BEFORE INSERT ON house_decision "
        "FOR EACH ROW EXECUTE FUNCTION ssc_house_eyes()"
    )
