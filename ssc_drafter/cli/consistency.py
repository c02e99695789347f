"""`lint` and `concord`: is a text at peace with itself, and do its language versions say the same?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ssc_drafter.cli.output import leave, note, put_json, read_bytes
from ssc_drafter.cli.reading import json_option
from ssc_drafter.cli.sources import draft_text, is_tree
from ssc_drafter.errors import Problem
from ssc_drafter.words import TOLD, at_hand, say

if TYPE_CHECKING:
    from ssc_drafter.tree.nodes import Agreement
    from ssc_drafter.tree.running import RunningText

RANK = ("note", "warning", "error")


def _draft(path: Path) -> Agreement | RunningText:
    """Return a draft: the tree where the file is one of ours, else the text as it was read."""
    from ssc_drafter.tree.codec import from_json

    return from_json(read_bytes(path), str(path)) if is_tree(path) else draft_text(path)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--fail-on", type=click.Choice(RANK), default="error", show_default=True, help="End with 1 from this severity on."
)
@click.option("--parent", type=click.Path(path_type=Path), help="The parent instrument: say too where FILE goes beyond it.")
@click.option("--ui", type=click.Choice(TOLD), help="The language of the sentences; that of the text unless given.")
@json_option
def lint(file: Path, fail_on: str, parent: Path | None, ui: str | None, as_json: bool) -> None:
    """Find what a text (a tree, or anything that `import` reads) says against itself."""
    from ssc_drafter import api

    child = _draft(file)
    document = api.lint(child, ui=ui or "").to_json()
    if parent:
        from ssc_drafter.lint.parent import against_parent

        beyond = against_parent(child, _draft(parent)).to_json()
        document["findings"] += beyond["findings"]
        document["not_read"] += beyond["not_read"]
    for one in document["not_read"]:
        one["file"] = str(file)
    if as_json:
        put_json(document)
    else:
        _show(document, ui or child.lang)
    leave(int(any(RANK.index(one["severity"]) >= RANK.index(fail_on) for one in document["findings"])))


def _show(document: dict[str, Any], ui: str) -> None:
    for one in document["not_read"]:
        note(say("reading.not_read", file=one["file"], reason=one["reason"]))
    found = document["findings"]
    counts = {name: sum(one["severity"] == name for one in found) for name in RANK}
    click.echo(say("lint.summary", ui, errors=counts["error"], warnings=counts["warning"], notes=counts["note"]))
    for one in found:
        place = one["number"] or one["address"] or say("lint.whole_text", ui)
        click.echo(f"\n{place} [{one['severity']}, {one['rule']}] {one['message']}")
        if one["quote"]:
            quote = " ".join(one["quote"].split())
            click.echo(f"   « {quote if len(quote) < 160 else quote[:157] + '…'} »")
        if one["proposal"]:
            click.echo(f"   → {one['proposal']}")


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--ui", type=click.Choice(TOLD), default=at_hand, show_default="en", help="The language of the sentences.")
@json_option
def concord(files: tuple[Path, ...], ui: str, as_json: bool) -> None:
    """Compare the language versions of one text: articles, points, numbers, dates, amounts, references, terms and force."""
    from ssc_drafter import api

    if len(files) < 2:
        raise Problem("cli.two_versions")
    report = api.concord({str(file): draft_text(file) for file in files}, ui=ui)
    document = report.to_json()
    if as_json:
        put_json(document)
    else:
        _show_differences(document, ui)
    leave(int(bool(document["differences"])))


def _show_differences(document: dict[str, Any], ui: str) -> None:
    for one in document["not_read"]:
        note(say("reading.not_read", file=one["file"], reason=one["reason"]))
    click.echo(say("concord.summary", ui, count=len(document["differences"])))
    for place, one in enumerate(document["differences"], 1):
        click.echo(f"\n{place}. {one['message']} [{one['what']}]")
        for side in one["in"]:
            quote = " ".join(side["quote"].split()) or "–"
            click.echo(f"   {side['file']}: « {quote if len(quote) < 240 else quote[:237] + '…'} »")
