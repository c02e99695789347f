"""Alembic's folder: one straight line of migrations, shipped inside the package."""
