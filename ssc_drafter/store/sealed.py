"""Sealed backups (the age format, age-encryption.org/v1): written for a public key, opened with the secret one alone.

The secret key is made once, kept away from the server, and is not needed to make a backup (trust.md T35).
"""

from __future__ import annotations

import os
from pathlib import Path

from ssc_drafter.errors import Problem
from ssc_drafter.store import clock

MARK = b"age-encryption.org/v1"


def new_key(target: Path) -> str:
    """Write a new secret key to a file that only its owner reads, and return the public key. Raises Problem."""
    from pyrage import x25519

    made = x25519.Identity.generate()
    public = str(made.to_public())
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Problem("store.key_exists", where=str(target)) from None
    except OSError as why:
        raise Problem("store.backup_folder", where=str(target), detail=why.strerror or "") from why
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"# {clock.stamp()} {public}\n{made}\n")
    return public


def is_sealed(source: Path) -> bool:
    """Say whether a file is sealed."""
    with source.open("rb") as file:
        return file.read(len(MARK)) == MARK


def seal(plain: Path, target: Path, public: str) -> None:
    """Write a file sealed for a public key. Raises Problem where that is none."""
    from pyrage import RecipientError, encrypt_file, x25519

    try:
        recipient = x25519.Recipient.from_str(public.strip())
    except RecipientError:
        raise Problem("store.no_public_key", where=public[:80]) from None
    encrypt_file(str(plain), str(target), [recipient])


def unseal(source: Path, target: Path, key: Path | None) -> None:
    """Write what a sealed file holds. Raises Problem where the key is missing, is none, or is another's, or bytes changed."""
    from pyrage import DecryptError, IdentityError, decrypt_file, x25519

    if key is None:
        raise Problem("store.key_wanted", where=str(source))
    try:
        lines = key.read_text("ascii").splitlines()
        secret = next(line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-"))
        identity = x25519.Identity.from_str(secret)
    except (OSError, UnicodeDecodeError, StopIteration, IdentityError):
        raise Problem("store.not_a_key", where=str(key)) from None
    try:
        decrypt_file(str(source), str(target), [identity])
    except (DecryptError, OSError):
        raise Problem("store.key_of_another", where=str(source), file=key.name) from None
