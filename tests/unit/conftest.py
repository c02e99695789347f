"""What several folders of tests share."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Return a function that puts an empty store into a folder: made once, copied for each test (making one takes half a second)."""
    from ssc_drafter.store import Store

    made = tmp_path_factory.mktemp("empty") / "data"
    Store.open(made).close()

    def put(folder: Path) -> Path:
        folder.mkdir(mode=0o700)
        for name in ("store.db", "secret.key"):
            shutil.copy(made / name, folder / name)
        return folder

    return put
