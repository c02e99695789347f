"""Which addresses may be called: this machine, and those that the administrator names. Never another."""

from __future__ import annotations

import os
from ipaddress import ip_address
from urllib.parse import urlsplit

from ssc_drafter.errors import Problem

ALLOWED = "SSC_DRAFTER_READER_ALLOW"  # addresses with a comma between, as scheme://host:port


def allowed(address: str) -> str:
    """Return an address without a slash at its end. Raises Problem for one that is none or that may not be called."""
    parts = urlsplit(address.strip())
    try:
        port = parts.port
    except ValueError:
        port = None
        parts = parts._replace(scheme="")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise Problem("check.reader_address", where=address[:120])
    named = {one.strip().rstrip("/") for one in os.environ.get(ALLOWED, "").split(",") if one.strip()}
    origin = f"{parts.scheme}://{parts.hostname}" + (f":{port}" if port else "")
    if not _here(parts.hostname) and origin not in named:
        raise Problem("check.reader_not_allowed", where=address[:120], variable=ALLOWED, origin=origin)
    return address.strip().rstrip("/")


def _here(host: str) -> bool:
    """Say whether a host is this machine by its number or by the one name that always is."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
