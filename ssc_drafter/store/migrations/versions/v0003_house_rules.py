"""Positions of the house, what officers verified of provisions, and the type of a finding beside its answer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ONLY_GROW = ("house_position", "verified_norm")


def upgrade() -> None:
    """Make the two tables with their guards, and the column. A column is added in place, so that the table keeps its guards."""
    _positions()
    _verified()
    op.add_column("finding_answer", sa.Column("finding_type", sa.String(length=20), nullable=False, server_default=""))
    sqlite = op.get_bind().dialect.name == "sqlite"
    for table in ONLY_GROW:
        if sqlite:
            _guard_of_sqlite(table)
        else:
            op.execute(
                f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION ssc_only_grows()"
            )


def downgrade() -> None:
    """Refuse: the way back is to restore the copy that was made before."""
    raise NotImplementedError("restore the copy that was made before the migration")


def _positions() -> None:
    op.create_table(
        "house_position",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("author", sa.String(length=32), nullable=True),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.CheckConstraint("state IN ('on', 'off', 'removed')", name=op.f("ck_house_position_state")),
        sa.ForeignKeyConstraint(["author"], ["user_account.id"], name=op.f("fk_house_position_author")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_house_position")),
    )
    op.create_index(op.f("ix_house_position_name"), "house_position", ["name"], unique=False)


def _verified() -> None:
    op.create_table(
        "verified_norm",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("provision", sa.String(length=64), nullable=False),
        sa.Column("policy_id", sa.String(length=80), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("author", sa.String(length=32), nullable=True),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["author"], ["user_account.id"], name=op.f("fk_verified_norm_author")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verified_norm")),
    )
    op.create_index(op.f("ix_verified_norm_provision"), "verified_norm", ["provision"], unique=False)


def _guard_of_sqlite(table: str) -> None:
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
        )
