"""The first tables, and the guards that the engine itself keeps: records only grow, nobody signs off their own words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ONLY_GROW = ("audit", "revision", "signoff", "finding_answer")


def upgrade() -> None:
    """Make every table and its guards."""
    _audit()
    _draft()
    _meta()
    _throttle()
    _user_account()
    _file()
    _finding_answer()
    _link()
    _report()
    _revision()
    _session()
    _signoff()
    _instrument()
    if op.get_bind().dialect.name == "sqlite":
        _guards_of_sqlite()
    else:
        _guards_of_postgresql()


def downgrade() -> None:
    """Refuse: the way back is to restore the copy that was made before."""
    raise NotImplementedError("restore the copy that was made before the migration")


def _guards_of_sqlite() -> None:
    for table in ONLY_GROW:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            )
    op.execute(
        "CREATE TRIGGER signoff_other_eyes BEFORE INSERT ON signoff WHEN NOT EXISTS ("
        "SELECT 1 FROM revision r JOIN draft d ON d.id = r.draft_id AND d.version = r.version "
        "WHERE r.draft_id = NEW.draft_id AND r.version = NEW.version AND r.sha256 = NEW.sha256 "
        "AND r.author IS NOT NEW.reviewer) "
        "BEGIN SELECT RAISE(ABORT, 'a sign-off needs other eyes and the words as they stand'); END"
    )


def _guards_of_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION ssc_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for table in ONLY_GROW:
        op.execute(
            f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION ssc_only_grows()"
        )
    op.execute(
        "CREATE FUNCTION ssc_other_eyes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS ("
        "SELECT 1 FROM revision r JOIN draft d ON d.id = r.draft_id AND d.version = r.version "
        "WHERE r.draft_id = NEW.draft_id AND r.version = NEW.version AND r.sha256 = NEW.sha256 "
        "AND r.author IS DISTINCT FROM NEW.reviewer) "
        "THEN RAISE EXCEPTION 'a sign-off needs other eyes and the words as they stand' "
        "USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
    )
    op.execute("CREATE TRIGGER signoff_other_eyes BEFORE INSERT ON signoff FOR EACH ROW EXECUTE FUNCTION ssc_other_eyes()")


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("prev", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_hash")),
    )


def _draft() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("lang", sa.String(length=8), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("team", sa.String(length=80), nullable=False),
        sa.Column("archived", sa.Integer(), nullable=False),
        sa.Column("created", sa.String(length=32), nullable=False),
        sa.Column("changed", sa.String(length=32), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_draft_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )


def _meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )


def _throttle() -> None:
    op.create_table(
        "throttle",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_throttle")),
    )


def _user_account() -> None:
    op.create_table(
        "user_account",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("name_key", sa.String(length=120), nullable=False),
        sa.Column("roles", sa.String(length=120), nullable=False),
        sa.Column("team", sa.String(length=80), nullable=False),
        sa.Column("lang", sa.String(length=8), nullable=False),
        sa.Column("password", sa.String(length=200), nullable=False),
        sa.Column("disabled", sa.Integer(), nullable=False),
        sa.Column("created", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_account")),
        sa.UniqueConstraint("name_key", name=op.f("uq_user_account_name_key")),
    )


def _file() -> None:
    op.create_table(
        "file",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("draft_id", sa.String(length=32), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media", sa.String(length=120), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("author", sa.String(length=32), nullable=True),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.CheckConstraint("purpose IN ('draft', 'reference', 'policy')", name=op.f("ck_file_purpose")),
        sa.ForeignKeyConstraint(["author"], ["user_account.id"], name=op.f("fk_file_author")),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_file_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file")),
    )
    op.create_index(op.f("ix_file_draft_id"), "file", ["draft_id"], unique=False)


def _finding_answer() -> None:
    op.create_table(
        "finding_answer",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("draft_id", sa.String(length=32), nullable=False),
        sa.Column("finding_id", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.String(length=32), nullable=True),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.CheckConstraint("kind IN ('accepted', 'waived', 'no_conflict', 'withdrawn')", name=op.f("ck_finding_answer_kind")),
        sa.ForeignKeyConstraint(["author"], ["user_account.id"], name=op.f("fk_finding_answer_author")),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_finding_answer_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding_answer")),
    )
    op.create_index("ix_finding_answer_draft_finding", "finding_answer", ["draft_id", "finding_id"], unique=False)


def _link() -> None:
    op.create_table(
        "link",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=True),
        sa.Column("until", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name=op.f("fk_link_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_link")),
    )


def _report() -> None:
    op.create_table(
        "report",
        sa.Column("draft_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_report_draft_id")),
        sa.PrimaryKeyConstraint("draft_id", "version", "key", name=op.f("pk_report")),
    )


def _revision() -> None:
    op.create_table(
        "revision",
        sa.Column("draft_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("op", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("author", sa.String(length=32), nullable=True),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["author"], ["user_account.id"], name=op.f("fk_revision_author")),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_revision_draft_id")),
        sa.PrimaryKeyConstraint("draft_id", "version", name=op.f("pk_revision")),
        sa.UniqueConstraint("op", name=op.f("uq_revision_op")),
    )


def _session() -> None:
    op.create_table(
        "session",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("began", sa.String(length=32), nullable=False),
        sa.Column("seen", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name=op.f("fk_session_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_session")),
    )
    op.create_index(op.f("ix_session_user_id"), "session", ["user_id"], unique=False)


def _signoff() -> None:
    op.create_table(
        "signoff",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("draft_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("reviewer", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_signoff_draft_id")),
        sa.ForeignKeyConstraint(["reviewer"], ["user_account.id"], name=op.f("fk_signoff_reviewer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signoff")),
    )
    op.create_index(op.f("ix_signoff_draft_id"), "signoff", ["draft_id"], unique=False)


def _instrument() -> None:
    op.create_table(
        "instrument",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("lang", sa.String(length=8), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("provisions", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("source_file", sa.String(length=32), nullable=True),
        sa.Column("author", sa.String(length=32), nullable=True),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["author"], ["user_account.id"], name=op.f("fk_instrument_author")),
        sa.ForeignKeyConstraint(["source_file"], ["file.id"], name=op.f("fk_instrument_source_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument")),
    )
    op.create_index("ix_instrument_country", "instrument", ["country"], unique=False)
