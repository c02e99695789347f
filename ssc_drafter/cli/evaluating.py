"""`evaluate`: verdicts on pairs of a clause and a provision."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
import msgspec

from ssc_drafter.cli.checking import by_reader, lines, reader_of
from ssc_drafter.cli.output import note, progress, put_json, read_bytes, table, working, write_whole
from ssc_drafter.cli.reading import json_option
from ssc_drafter.errors import Problem
from ssc_drafter.words import at_hand, say

NEEDED = {"id", "clause", "provision"}  # of a pair


@click.command()
@click.argument("items", type=click.Path(path_type=Path))
@click.option("--predictions", type=click.Path(path_type=Path), help="Write one prediction a line to this file.")
@click.option("--reader", help="The address of a second reader that you run yourself (OpenAI-compatible; this machine only).")
@json_option
def evaluate(items: Path, predictions: Path | None, reader: str | None, as_json: bool) -> None:
    """Give a verdict for each pair of clause and provision; where the pairs are labelled, print a score."""
    from ssc_drafter.check.evaluate import predict, score

    second = reader_of(reader)
    rows = _rows(items)
    _say_what_is_not_read(rows)
    found = list(progress(say("reading.checking"), (predict([row])[0] for row in rows), len(rows)))
    if second:
        from ssc_drafter.check.reader import predicted

        with working(say("reading.second_reader", model=second.model)):
            found = predicted(rows, found, second)
        use = msgspec.to_builtins(second.use())
        note(by_reader({"reader": use, "draft": {"lang": at_hand()}}))
    answers = [msgspec.to_builtins(one) for one in found]
    figures = score(rows, found) if any(row.get("verdict") for row in rows) else None
    if predictions:
        write_whole(predictions, lines(answers))
        note(say("reading.predicted", count=len(answers), file=predictions))
    if as_json:
        put_json((figures if figures is not None else {"n": len(answers)}) | ({"reader": use} if second else {}))
    elif figures is not None:
        plain = {name: value for name, value in figures.items() if not isinstance(value, dict)}
        table([(name, f"{value:.3f}" if isinstance(value, float) else str(value)) for name, value in plain.items()])
    elif not predictions:
        for one in answers:
            click.echo(json.dumps(one, ensure_ascii=False))


def _rows(path: Path) -> list[dict[str, Any]]:
    rows = []
    for line, text in enumerate(read_bytes(path).decode("utf-8-sig", "replace").split("\n"), 1):
        if not text.strip():
            continue
        try:
            row = json.loads(text)
        except ValueError as error:
            raise Problem("cli.line_not_item", f"{path}:{line}", detail=error) from None
        missing = NEEDED - set(row) if isinstance(row, dict) else NEEDED
        if missing:
            raise Problem("cli.line_not_item", f"{path}:{line}", detail=", ".join(sorted(missing)))
        _refuse_no_text(row, f"{path}:{line}")
        rows.append(row)
    if not rows:
        raise Problem("cli.no_items", str(path))
    return rows


def _refuse_no_text(row: dict[str, Any], where: str) -> None:
    """Raise Problem where a field that verdicts rest on is no text; what is not needed may be null."""
    from ssc_drafter.check.evaluate import FIELDS

    for name in FIELDS:
        found = row.get(name)
        if not isinstance(found, str) and (found is not None or name in NEEDED):
            raise Problem("cli.field_not_text", where, field=name, found=json.dumps(found, ensure_ascii=False)[:60])


def _say_what_is_not_read(rows: Iterable[dict[str, Any]]) -> None:
    """Say once for each language that no verdict is made for: its pairs are read with the English words."""
    from ssc_drafter.check.law import LANGUAGES

    stated = {row.get(name) or "" for row in rows for name in ("clause_lang", "provision_lang")}
    for language in sorted(stated - {"", *LANGUAGES}):
        note(say("reading.language_not_read", language=language, known=", ".join(LANGUAGES)))
