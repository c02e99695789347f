"""Passwords: argon2id, at most two at once so that sign-ins cannot starve the machine, and none that is easy to guess."""

from __future__ import annotations

import threading
from functools import lru_cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from ssc_drafter.errors import Problem

# OWASP Password Storage Cheat Sheet, argon2id: m = 47104 KiB, t = 1, p = 1.
HASHER = PasswordHasher(time_cost=1, memory_cost=47_104, parallelism=1)
SHORTEST, LONGEST = 12, 128
KNOWN = Path(__file__).with_name("known_passwords.txt")
_AT_ONCE = threading.BoundedSemaphore(2)


def hashed(password: str) -> str:
    """Return the argon2id hash of a password."""
    with _AT_ONCE:
        return HASHER.hash(password)


@lru_cache(maxsize=2)
def _nobody(_hasher: PasswordHasher) -> str:
    return hashed("nobody has this password, it costs the same time")


def fits(kept: str, password: str) -> bool:
    """Say whether a password fits a hash. An empty hash (no such account) takes the same time and never fits."""
    against = kept or _nobody(HASHER)
    with _AT_ONCE:
        try:
            HASHER.verify(against, password[: LONGEST + 1])
        except (VerificationError, InvalidHashError):
            return False
    return bool(kept)


def is_stale(kept: str) -> bool:
    """Say whether a hash was made with other costs than today's, and should be made anew at this sign-in."""
    return HASHER.check_needs_rehash(kept)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    lines = KNOWN.read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def accept(password: str, name: str) -> None:
    """Raise Problem when a new password is too short, too long or easy to guess."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Problem("store.password_short", length=len(password))
    plain = "".join(char for char in password.casefold() if char.isalnum())
    few = len(set(password.casefold())) < 5
    own = [part for part in name.casefold().replace("@", " ").replace(".", " ").split() if len(part) >= 3]
    left = plain
    for part in sorted((*own, *_known()), key=len, reverse=True):
        left = left.replace(part, "")
    if few or len(left.strip("0123456789")) < 4:
        raise Problem("store.password_known")
