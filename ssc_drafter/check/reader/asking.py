"""Putting pairs to a second reader over an OpenAI-compatible address: one at a time, with budget, time limit and memory."""

from __future__ import annotations

import hashlib
import json
import math
import os
import time
import tomllib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.check import kept
from ssc_drafter.check.finding import ReaderUse
from ssc_drafter.check.reader.address import allowed
from ssc_drafter.check.reader.answer import Opinion, believed
from ssc_drafter.errors import Problem

MODEL, KEY = "SSC_DRAFTER_READER_MODEL", "SSC_DRAFTER_READER_KEY"
PAIRS, SECONDS, MINUTES = "SSC_DRAFTER_READER_PAIRS", "SSC_DRAFTER_READER_SECONDS", "SSC_DRAFTER_READER_MINUTES"
LARGEST = 200_000  # bytes of an answer that are read
LONGEST = 6_000  # signs of a clause or provision that are sent
GIVEN_UP = 3  # failures in a row after which it is not asked again
MOST = 1_000_000  # above this a limit is none, and surely a slip


class Limits(Struct, frozen=True):
    """How much is asked of a reader: pairs, seconds for one and for all."""

    pairs: int = 200
    seconds: float = 30.0
    whole: float = 900.0


def limits() -> Limits:
    """Return the limits that the administrator set, else the usual ones. Raises Problem for what is no amount."""
    usual = Limits()
    return Limits(
        int(_amount(PAIRS, usual.pairs)), _amount(SECONDS, usual.seconds), 60.0 * _amount(MINUTES, usual.whole / 60.0)
    )


def _amount(name: str, usual: float) -> float:
    given = os.environ.get(name, "").strip()
    try:
        amount = float(given) if given else usual
    except ValueError:
        amount = math.nan
    if not 0 < amount < MOST:
        raise Problem("check.reader_limit", where=name, given=given[:40])
    return amount


@lru_cache(maxsize=1)
def instructions() -> tuple[int, str]:
    """Return the version and the text of what a reader is told (law/reader/instructions.toml)."""
    raw = tomllib.loads((places.LAW / "reader" / "instructions.toml").read_text("utf-8"))
    return int(raw["version"]), str(raw["text"]).strip()


class Reader:
    """A reader at an address. It counts what it was asked, and is silent once its budget or its luck is spent."""

    def __init__(self, address: str, model: str, limits: Limits, post: Callable[[str, dict[str, Any], float], Any]) -> None:
        self.address, self.model, self.limits, self._post = address, model, limits, post
        self.asked = self.answered = self.refused = self._failures = 0
        self.ended = ""
        self._end = time.monotonic() + limits.whole

    def use(self) -> ReaderUse:
        """Return what came of it so far."""
        return ReaderUse(self.model, self.asked, self.answered, self.refused, self.ended)

    def opinion(self, state: str, clause: str, provision: str) -> Opinion | None:
        """Return the reader's verdict on a pair, or None: not asked any more, no answer, or one that is not believed."""
        clause, provision = clause[:LONGEST], provision[:LONGEST]
        key = self._key(state, clause, provision)
        raw = _remembered(key)
        if raw is None:
            if not self._may_ask():
                return None
            raw = self._ask(state, clause, provision)
            if raw is None:
                return None
        found = believed(raw, clause, provision)
        if found is None:
            self.refused += 1
            return None
        self.answered += 1
        _remember(key, raw)
        return found

    def _may_ask(self) -> bool:
        if not self.ended:
            spent, late = self.asked >= self.limits.pairs, time.monotonic() > self._end
            self.ended = "budget" if spent else "time" if late else "silent" if self._failures >= GIVEN_UP else ""
        return not self.ended

    def _ask(self, state: str, clause: str, provision: str) -> str | None:
        """Put one pair; the texts are data beside the instructions, so that their words can command nothing."""
        self.asked += 1
        given = json.dumps({"state": state, "clause": clause, "provision": provision}, ensure_ascii=False)
        messages = [{"role": "system", "content": instructions()[1]}, {"role": "user", "content": given}]
        body = {"model": self.model, "messages": messages, "temperature": 0, "max_tokens": 500}
        try:
            answer = self._post(f"{self.address}/chat/completions", body, self.limits.seconds)
            raw = answer["choices"][0]["message"]["content"]
        except (OSError, ValueError, KeyError, IndexError, TypeError):
            self._failures += 1
            return None
        self._failures = 0
        return raw if isinstance(raw, str) else ""

    def _key(self, state: str, clause: str, provision: str) -> str:
        version = str(instructions()[0])
        return hashlib.sha256("\x1f".join((self.model, version, state, clause, provision)).encode()).hexdigest()


def _place(key: str) -> Path | None:
    base = kept.folder()
    return base / "reader" / f"{key}.json" if base else None


def _remembered(key: str) -> str | None:
    path = _place(key)
    try:
        return path.read_text("utf-8") if path else None
    except OSError:
        return None


def _remember(key: str, raw: str) -> None:
    path = _place(key)
    try:
        if path:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            path.write_text(raw, "utf-8")
    except OSError:
        return


def opened(address: str, by: Limits | None = None) -> Reader:
    """Return a reader at an address. Raises Problem where the address may not be called or nobody answers there."""
    here = allowed(address)
    model = os.environ.get(MODEL, "") or _model(here)
    return Reader(here, model, by or limits(), post)


def _model(address: str) -> str:
    """Return the first model that an address offers."""
    try:
        return str(_call(f"{address}/models", None, 10.0)["data"][0]["id"])
    except (OSError, ValueError, KeyError, IndexError, TypeError) as why:
        raise Problem("check.reader_silent", where=address, detail=type(why).__name__, variable=MODEL) from None


def post(url: str, body: dict[str, Any], seconds: float) -> Any:
    """Send JSON and return the JSON that comes back. Raises OSError, ValueError."""
    return _call(url, json.dumps(body).encode(), seconds)


def _call(url: str, data: bytes | None, seconds: float) -> Any:
    import urllib.request

    class NoRedirect(urllib.request.HTTPRedirectHandler):
        """An answer that leads elsewhere is a failure: no other address is ever called."""

        def redirect_request(self, *_parts: Any, **_more: Any) -> None:
            return None

    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), NoRedirect())
    headers = {"Content-Type": "application/json", "User-Agent": "ssc-drafter"}
    if key := os.environ.get(KEY, ""):
        headers["Authorization"] = f"Bearer {key}"
    request = urllib.request.Request(url, data=data, headers=headers)  # noqa: S310 - allowed() has looked at the scheme
    end = time.monotonic() + seconds
    with opener.open(request, timeout=seconds) as answer:
        raw = b""
        while chunk := answer.read1(65_536):
            raw += chunk
            if len(raw) > LARGEST or time.monotonic() > end:
                raise ValueError("too much or too slow")
    return json.loads(raw)
