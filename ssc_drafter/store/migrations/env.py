"""What Alembic runs: the migrations on the connection, and inside the transaction, that migrate.py holds open."""

from __future__ import annotations

from alembic import context

from ssc_drafter.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
