"""The time as the store writes it, and random names. One place, so that a test can move the clock."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


def now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


def written(moment: datetime) -> str:
    """Return a moment as ISO 8601 text of fixed length, so that texts sort as times do."""
    return moment.astimezone(UTC).strftime(FORM)


def stamp(later: timedelta = timedelta(0)) -> str:
    """Return now, or a while from now, as text."""
    return written(now() + later)


def parsed(text: str) -> datetime:
    """Return the moment that a text of `written` names."""
    return datetime.strptime(text, FORM).replace(tzinfo=UTC)


def new_id() -> str:
    """Return a random identifier: 24 hexadecimal digits, 96 bits. Nobody guesses another team's draft."""
    return secrets.token_hex(12)


def sha256(body: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(body).hexdigest()
