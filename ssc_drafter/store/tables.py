"""The tables, in types that SQLite and PostgreSQL both take. Times are ISO 8601 text in UTC, so that they sort as text.

Order is by version and by number, never by time. A change here needs a migration; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0003"  # the newest migration: opening a store reads this without loading Alembic
LARGEST_NUMBER = 2**31 - 1  # that an Integer holds in both databases
FILE_MARK = 0x53534344  # "SSCD", SQLite's application_id of our files

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

meta = Table("meta", metadata, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))

user = Table(
    "user_account",  # `user` is a reserved word in PostgreSQL
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("name_key", String(120), nullable=False, unique=True),  # how the name is compared: folded
    Column("roles", String(120), nullable=False),  # one or more, a space between
    Column("team", String(80), nullable=False, default=""),
    Column("lang", String(8), nullable=False, default=""),
    Column("password", String(200), nullable=False),  # argon2id, or empty until a link has been used
    Column("disabled", Integer, nullable=False, default=0),
    Column("created", String(32), nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("user_id", String(32), ForeignKey("user_account.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("began", String(32), nullable=False),
    Column("seen", String(32), nullable=False),
)

link = Table(
    "link",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("purpose", String(20), nullable=False),  # first, password
    Column("user_id", String(32), ForeignKey("user_account.id", ondelete="CASCADE"), nullable=True),
    Column("until", String(32), nullable=False),
)

throttle = Table(
    "throttle",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last", String(32), nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("kind", String(80), nullable=False),
    Column("lang", String(8), nullable=False),
    Column("title", Text, nullable=False),
    Column("team", String(80), nullable=False, default=""),
    Column("archived", Integer, nullable=False, default=0),
    Column("created", String(32), nullable=False),
    Column("changed", String(32), nullable=False),
    CheckConstraint("version >= 1", name="version"),
)

revision = Table(
    "revision",
    metadata,
    Column("draft_id", String(32), ForeignKey("draft.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("op", String(64), nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("author", String(32), ForeignKey("user_account.id"), nullable=True),
    Column("at", String(32), nullable=False),
)

signoff = Table(
    "signoff",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("draft_id", String(32), ForeignKey("draft.id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("reviewer", String(32), ForeignKey("user_account.id"), nullable=False),
    Column("at", String(32), nullable=False),
)

finding_answer = Table(
    "finding_answer",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("draft_id", String(32), ForeignKey("draft.id"), nullable=False),
    Column("finding_id", String(80), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("reason", Text, nullable=False, default=""),
    Column("author", String(32), ForeignKey("user_account.id"), nullable=True),
    Column("at", String(32), nullable=False),
    Column("finding_type", String(20), nullable=False, server_default=""),  # limit, forum ...; "" for answers of old
    CheckConstraint("kind IN ('accepted', 'waived', 'no_conflict', 'withdrawn')", name="kind"),
    Index("ix_finding_answer_draft_finding", "draft_id", "finding_id"),
)

report = Table(
    "report",
    metadata,
    Column("draft_id", String(32), ForeignKey("draft.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("key", String(64), primary_key=True),  # what it was checked against
    Column("body", LargeBinary, nullable=False),
    Column("at", String(32), nullable=False),
)

instrument = Table(
    "instrument",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("title", Text, nullable=False),
    Column("country", String(2), nullable=False, default=""),
    Column("lang", String(8), nullable=False, default=""),
    Column("file", Text, nullable=False, default=""),
    Column("provisions", Integer, nullable=False, default=0),
    Column("body", LargeBinary, nullable=False),  # the instrument as JSON: text, facts, provisions
    Column("sha256", String(64), nullable=False),
    Column("source_file", String(32), ForeignKey("file.id"), nullable=True),
    Column("author", String(32), ForeignKey("user_account.id"), nullable=True),
    Column("at", String(32), nullable=False),
    Index("ix_instrument_country", "country"),
)

file = Table(
    "file",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("purpose", String(20), nullable=False),
    Column("draft_id", String(32), ForeignKey("draft.id"), nullable=True, index=True),
    Column("name", Text, nullable=False),
    Column("media", String(120), nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("author", String(32), ForeignKey("user_account.id"), nullable=True),
    Column("at", String(32), nullable=False),
    CheckConstraint("purpose IN ('draft', 'reference', 'policy')", name="purpose"),
)

shelf = Table(  # the library as a draft was made from it, so that it can be made again
    "library_shelf",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("at", String(32), nullable=False),
)

house_clause = Table(  # a clause in the ministry's own words: each row one proposed version
    "house_clause",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("clause_id", String(160), nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),  # the clause's files as JSON; empty: the ministry's own is withdrawn
    Column("sha256", String(64), nullable=False),
    Column("note", Text, nullable=False, default=""),
    Column("author", String(32), ForeignKey("user_account.id"), nullable=False),
    Column("at", String(32), nullable=False),
)

house_decision = Table(  # what somebody else decided on it
    "house_decision",
    metadata,
    Column("house_clause_id", Integer, ForeignKey("house_clause.id"), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("reason", Text, nullable=False, default=""),
    Column("author", String(32), ForeignKey("user_account.id"), nullable=False),
    Column("at", String(32), nullable=False),
    CheckConstraint("kind IN ('published', 'declined')", name="kind"),
)

house_position = Table(  # a rule that the house sets itself: each row one wording or state; the last one of a name stands
    "house_position",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("name", String(80), nullable=False, index=True),
    Column("state", String(10), nullable=False),
    Column("body", LargeBinary, nullable=False),  # the position as JSON of the caller's; empty for a shipped one
    Column("author", String(32), ForeignKey("user_account.id"), nullable=True),
    Column("at", String(32), nullable=False),
    CheckConstraint("state IN ('on', 'off', 'removed')", name="state"),
)

verified_norm = Table(  # what an officer says of a provision: each row one saying; the last one of a provision stands
    "verified_norm",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("provision", String(64), nullable=False, index=True),  # a hash of its State, address and words
    Column("policy_id", String(80), nullable=False),  # where it was said; the law may be gone
    Column("address", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),  # JSON of the caller's; empty: taken back
    Column("author", String(32), ForeignKey("user_account.id"), nullable=True),
    Column("at", String(32), nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("prev", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("hash"),
)
