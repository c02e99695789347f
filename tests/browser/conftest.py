"""A server of its own on a free port, Debian's Chromium, and a watch on what a page may never do: break the policy or log an error."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
AXE = Path(__file__).parent / "vendor" / "axe-4.14.1.min.js"
WIDTHS = {1440: 1000, 390: 844}
PATIENCE = 120_000  # milliseconds: what a page waits for comes sooner or later, how soon is the machine's affair


class Served:
    """A running server: its address, and what it said when it started."""

    def __init__(self, data: Path, *more: str) -> None:
        call = [sys.executable, "-m", "ssc_drafter", "serve", "--port", "0", "--data", str(data), *more]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(call, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environment)
        self.said: list[str] = []
        self.address = self._address()
        self.rest = threading.Thread(target=self._read_on, daemon=True)
        self.rest.start()

    def _address(self) -> str:
        assert self.process.stderr
        for line in self.process.stderr:
            self.said.append(line)
            found = re.search(r"ssc-drafter is at (http://\S+?)/ ", line)
            if found:
                return found[1]
        raise AssertionError(f"the server did not start: {''.join(self.said)}")

    def _read_on(self) -> None:
        assert self.process.stderr
        self.said.extend(self.process.stderr)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(5)
        self.rest.join(5)
        assert self.process.stderr
        self.process.stderr.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The demonstration, a demo officer signed in."""
    served = Served(tmp_path_factory.mktemp("demo"), "--demo")
    yield served
    served.stop()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An office's own server at its first start: empty, with a link for the first administrator."""
    served = Served(tmp_path_factory.mktemp("office"))
    yield served
    served.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """The browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


class Watched:
    """A page that is watched: `faults` are errors of the console, of scripts, and reports of the content policy."""

    def __init__(self, browser: object, width: int = 1440, **more: object) -> None:
        size = {"width": width, "height": WIDTHS.get(width, 800)}
        self.context = browser.new_context(viewport=size, accept_downloads=True, **more)  # type: ignore[attr-defined]
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _heard(self, message: Any) -> None:
        refused = re.search(r"status of (409|422) ", message.text)  # an answer of ours, which the page shows
        left = message.text.startswith(("htmx:sendAbort", "htmx:afterRequest"))  # the page was left while it waited for one
        if message.type in ("error", "warning") and not refused and not left:
            self.faults.append(message.text)

    def axe(self) -> list[str]:
        """Return what axe finds wrong with the page as it stands."""
        self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{one['id']}: {one['nodes'][0]['html'][:160]} ({one['nodes'][0]['failureSummary'][:300]})"
            for one in found["violations"]
        ]


@pytest.fixture
def watched(chromium: object) -> Iterator[type[Watched] | object]:
    """Make watched pages; at the end of the test none of them may have had a fault."""
    made: list[Watched] = []

    def open_page(width: int = 1440, **more: object) -> Watched:
        one = Watched(chromium, width, **more)
        made.append(one)
        return one

    yield open_page
    faults = [fault for one in made for fault in one.faults]
    for one in made:
        one.context.close()
    assert not faults, faults
