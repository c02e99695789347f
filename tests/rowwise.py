"""A table in one test: every row is run, and each that fails is named with its values, its place and what it says.

    @each_row(("lang", "clause", "found"), ROWS)
    def test_a_thing(lang: str, clause: str, found: bool) -> None: ...

stands for `pytest.mark.parametrize` with the same arguments where a row takes next to no time. `pytest --row TEXT` runs the
rows alone that have the text in their name. `apart="lang"` makes one test of each language.
"""

from __future__ import annotations

import functools
import inspect
import itertools
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import pytest

ONLY = [""]  # set from `--row`
OF_ONE_TEST = {"monkeypatch", "tmp_path", "capsys", "capfd", "caplog", "recwarn", "request"}  # one row would find another's
PARAM = type(pytest.param())
SHOWN = 300  # signs of a value


class Row(NamedTuple):
    """The values of a row by name, and how it is called in the report."""

    values: dict[str, Any]
    name: str


def each_row(
    names: str | Sequence[str], table: Iterable[Any], *, ids: Callable[[Any], object] | None = None, apart: str = ""
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that runs a test once for each row. Two above one another run every pair of their rows."""
    keys = [one.strip() for one in names.split(",")] if isinstance(names, str) else list(names)
    alone = isinstance(names, str) and len(keys) == 1
    rows = [
        _row(keys, (one,) if alone and not isinstance(one, PARAM) else one, ids, number) for number, one in enumerate(table, 1)
    ]

    def decorated(function: Callable[..., None]) -> Callable[..., None]:
        inner, below = getattr(function, "of_rows", (function, None))
        whole = rows if below is None else [Row(a.values | b.values, f"{b.name}, {a.name}") for b in below for a in rows]
        made = _joined(inner, whole, apart or getattr(function, "apart", ""))
        kept = [mark for mark in getattr(function, "pytestmark", []) if mark.args[:1] != ("apart",)]
        made.pytestmark = kept + [mark for mark in getattr(made, "pytestmark", []) if mark not in kept]
        return made

    return decorated


def _row(keys: list[str], given: Any, ids: Callable[[Any], object] | None, number: int) -> Row:
    named = isinstance(given, PARAM)
    if named and given.marks:
        raise TypeError("a row with a mark of its own stays with pytest.mark.parametrize")
    values = tuple(given.values if named else given)
    if len(values) != len(keys):
        raise TypeError(f"row {number} has {len(values)} values for {len(keys)} names: {values!r}")
    shown = [str(ids(one)) if ids else _shown(one) for one in values]
    name = str(given.id) if named and given.id else " | ".join(shown)
    return Row(dict(zip(keys, values, strict=True)), f"row {number} [{name}]")


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else getattr(value, "__name__", None) or repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]} …"


def _joined(function: Callable[..., None], rows: list[Row], apart: str) -> Callable[..., None]:
    left = [one for one in inspect.signature(function).parameters.values() if not rows or one.name not in rows[0].values]
    wrong = OF_ONE_TEST & {one.name for one in left}
    if wrong or not rows:
        raise TypeError(f"{function.__name__}: " + (f"rows would share {sorted(wrong)}" if wrong else "there is no row"))
    groups = list(dict.fromkeys(one.values[apart] for one in rows)) if apart else [None]

    def run(group: Any, given: dict[str, Any]) -> None:
        mine = [one for one in rows if (not apart or one.values[apart] == group) and ONLY[0] in one.name]
        if not mine:
            pytest.skip(f"no row has “{ONLY[0]}” in its name")
        _run(function, mine, given)

    @functools.wraps(function)
    def test(**given: Any) -> None:
        run(given.pop("apart", None), given)

    parameters = [inspect.Parameter(one.name, inspect.Parameter.KEYWORD_ONLY) for one in left]
    asked = [inspect.Parameter("apart", inspect.Parameter.KEYWORD_ONLY)] if apart else []
    test.__signature__ = inspect.Signature([*parameters, *asked])
    test.of_rows, test.apart = (function, rows), apart
    return pytest.mark.parametrize("apart", groups)(test) if apart else test


def _run(function: Callable[..., None], rows: list[Row], given: dict[str, Any]) -> None:
    """Run all the rows; raise one AssertionError that names each row that failed."""
    failed: list[tuple[Row, BaseException]] = []
    for row in rows:
        try:
            function(**given, **row.values)
        except (Exception, pytest.fail.Exception) as error:
            failed.append((row, error))
        except pytest.skip.Exception as error:
            failed.append((row, TypeError(f"a row that may be skipped stays with pytest.mark.parametrize: {error}")))
    if failed:
        told = "\n\n".join("\n".join(_told(row, error)) for row, error in failed)
        raise AssertionError(f"{len(failed)} of {len(rows)} rows failed\n\n{told}") from failed[0][1]


def _told(row: Row, error: BaseException) -> Iterator[str]:
    """Yield the row, the lines of the call that led to the fault and what the fault says."""
    yield row.name
    frames = traceback.extract_tb(error.__traceback__)[1:]  # the first is this file's own
    for frame in itertools.islice(reversed(frames), 4):
        yield f"  {frame.filename}:{frame.lineno}: {frame.line}"
    yield f"  {type(error).__name__}: {error}"
