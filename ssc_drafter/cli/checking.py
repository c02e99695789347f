"""`check`: a draft held against laws."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ssc_drafter.cli.output import leave, note, put_json, warn, working, write_whole
from ssc_drafter.cli.reading import data_option, json_option
from ssc_drafter.cli.sources import country_code, draft_agreement, draft_text, laws, positions
from ssc_drafter.errors import Problem
from ssc_drafter.words import say

if TYPE_CHECKING:
    from ssc_drafter.check.reader import Reader

POSITIONS = "positions/"  # ahead of a position of the house, as if it were a file
VERIFIED = ", verified_norms"  # behind the file of a law, for entries of its file of facts that cannot be used
RANK = {"low": 0, "medium": 1, "high": 2}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--country", "countries", multiple=True, help="A State whose law is held against the draft (two letters; repeatable)."
)
@click.option("--policies", "paths", multiple=True, help="A file, a folder or @LIST instead of the store (repeatable).")
@click.option("--root", type=click.Path(path_type=Path), help="The folder that the paths of a list are relative to.")
@click.option(
    "--candidates", "candidates_out", type=click.Path(path_type=Path), help="Write the provisions thought of for each clause."
)
@click.option("--fits", is_flag=True, help="Add what was looked at and found to fit: all candidates of every clause.")
@click.option(
    "--positions",
    "own",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Positions of the house: a .toml, or a .txt with one position a paragraph (repeatable).",
)
@click.option(
    "--report",
    "reports",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Write the report: .docx (the draft with comments at the words), .pdf, .xlsx or .json (repeatable).",
)
@click.option("--reader", help="The address of a second reader that you run yourself (OpenAI-compatible; this machine only).")
@click.option(
    "--fail-on", type=click.Choice(list(RANK)), default="high", show_default=True, help="End with 1 from this severity on."
)
@data_option
@json_option
def check(
    file: Path,
    countries: tuple[str, ...],
    paths: tuple[str, ...],
    root: Path | None,
    candidates_out: Path | None,
    fits: bool,
    own: tuple[Path, ...],
    reports: tuple[Path, ...],
    reader: str | None,
    fail_on: str,
    data: Path | None,
    as_json: bool,
) -> None:
    """Hold a draft (a tree, or anything that `import` reads) against laws and policies."""
    from ssc_drafter import api

    second = reader_of(reader)
    wanted = tuple(country_code(country) for country in countries)
    draft = draft_text(file)
    policies = laws(paths, root, wanted, data)
    rules = positions(own, data, kept=not paths)
    report = api.check(draft, policies, wanted, library=api.Library.load(), fits=fits, progress=_Progress(), positions=rules)
    if second:
        from ssc_drafter.check.reader import reviewed

        with working(say("reading.second_reader", model=second.model)):
            report = reviewed(report, draft, policies.instruments, second)
    if candidates_out:
        write_whole(candidates_out, lines(report.candidate_rows()))
    document = report.to_json()
    _write_reports(reports, document, file)
    if as_json:
        _say_unused(document)
        put_json(document)
    else:
        _show(document)
        _show_far([one.number for one in report.candidates if not one.candidates] if fits else [])
    if not document["read"] and not own:
        raise Problem("cli.nothing_read", countries=", ".join(wanted) or say("cli.any_country"))
    leave(int(any(RANK[one["severity"]] >= RANK[fail_on] for one in document["findings"])))


def _write_reports(paths: tuple[Path, ...], document: dict[str, Any], draft: Path) -> None:
    """Make every report before any is written: a refusal leaves nothing behind."""
    from ssc_drafter.writers.report import render

    made: list[tuple[Path, bytes]] = []
    for path in paths:
        with working(say("drafting.writing", file=path.name)):
            agreement = draft_agreement(draft) if path.suffix.lower() == ".docx" else None
            made.append((path, render(document, path.suffix.lower().lstrip("."), agreement)))
    for path, data in made:
        write_whole(path, data)
        note(say("reading.written", file=path))


def reader_of(address: str | None) -> Reader | None:
    """Return the second reader at an address, if one was named."""
    from ssc_drafter.check.reader import opened

    return opened(address) if address else None


class _Progress:
    """Says once a second how far the check is, once it has taken longer than one."""

    def __init__(self) -> None:
        self.last = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        if (now := time.monotonic()) - self.last > 1:
            self.last = now
            note(f"{say('reading.checking')}: {done} / {total}")


def _say_unused(document: dict[str, Any]) -> None:
    """Say beside the JSON too which entries of a file of facts nothing came of: an officer's own words were passed over."""
    for one in document["not_read"]:
        if one["file"].endswith(VERIFIED) or one["file"].startswith(POSITIONS):
            note(say("reading.not_read", file=one["file"], reason=one["reason"]))


def _show(document: dict[str, Any]) -> None:
    lang = document["draft"]["lang"]
    for one in document["not_read"]:
        note(say("reading.not_read", file=one["file"], reason=one["reason"]))
    for one in document["read"]:
        if "note" in one:
            warn(one["note"], one["file"])
    figures = {"read": len(document["read"]), "provisions": document["checked"]["provisions"]}
    if not document["findings"]:
        click.echo(say("reading.nothing_found", **figures))
    else:
        click.echo(say("reading.found", count=len(document["findings"]), clauses=document["checked"]["clauses"], **figures))
    if document["reader"]:
        click.echo(by_reader(document))
    for place, finding in enumerate(document["findings"], 1):
        _show_finding(document, place, finding)
    _show_steps(document["steps"], lang)
    _show_fits(document["fits"], lang)


def _show_finding(document: dict[str, Any], place: int, finding: dict[str, Any]) -> None:
    lang, clause, policy = document["draft"]["lang"], finding["clause"], finding["policy"]
    found_by = f", {by_reader(document, finding)}" if finding["by"] != "rules" else ""
    click.echo(f"\n{place}. {finding['title']} [{finding['severity']}, {finding['type']}{found_by}]")
    if clause:
        click.echo(f"   {clause['number']}: « {clause['quote']} »")
    click.echo(f"   {_cited(policy, lang)}: « {policy['quote']} »")
    click.echo(f"   {finding['reason']}")
    _show_together(finding["together"], lang)
    for law in finding["also"]:
        if all(law != part["policy"] for part in finding["together"]):
            click.echo(f"   + {_cited(law, lang)}: « {law['quote']} »")
    for cure in finding["cure"]:
        click.echo(f"   → {cure['text']}{_tried(cure, lang)}")


def _cited(policy: dict[str, Any], lang: str) -> str:
    from ssc_drafter.writers.report.said import cited

    return cited(policy, lang)


def by_reader(document: dict[str, Any], finding: dict[str, Any] | None = None) -> str:
    """Return what came of a second reader, or which part it has in a finding."""
    from ssc_drafter.writers.report.said import by_reader, second_reader

    return by_reader(document, finding) if finding else second_reader(document)


def _tried(cure: dict[str, Any], lang: str) -> str:
    from ssc_drafter.writers.report.said import tried

    return tried(cure, lang)


def _show_together(parts: list[dict[str, Any]], lang: str) -> None:
    """Print what a finding has to be read together with: both places, and which of two laws goes first."""
    for part in parts:
        if part["how"] == "prevails":
            click.echo(f"   + {part['text']}")
        elif part["policy"]:
            click.echo(f"   + {_cited(part['policy'], lang)}: « {part['policy']['quote']} »")
        else:
            click.echo(f"   + {part['clause']['number']}: « {part['clause']['quote']} »")


def _show_steps(steps: list[dict[str, Any]], lang: str) -> None:
    """Print the steps that the States' own laws ask for before an agreement binds."""
    if steps:
        click.echo(f"\n{say('reading.steps')}")
    for one in steps:
        policy = one["policy"]
        click.echo(f"   {_cited(policy, lang)}: « {policy['quote']} »")
        click.echo(f"   → {one['text']}")


def _show_far(numbers: list[str]) -> None:
    """Name the clauses that no provision came near: that nothing was held against them is no sign that they fit."""
    told = [one for one in dict.fromkeys(numbers) if one]
    if told:
        click.echo(f"\n{say('reading.fits_far', numbers=', '.join(told))}")


def _show_fits(fits: list[dict[str, Any]], lang: str) -> None:
    """Print what was looked at and found to fit, clause by clause."""
    if fits:
        click.echo(f"\n{say('reading.fits', count=len(fits))}")
    for address, rows in groupby(fits, key=lambda one: one["clause"]["address"]):
        click.echo("")
        for number, one in enumerate(rows):
            clause, policy = one["clause"], one["policy"]
            if number == 0:
                click.echo(f"{clause['number'] or address}: « {clause['quote']} »")
            click.echo(f"   {_cited(policy, lang)}: {one['why']}")
            _show_together(one["together"], lang)


def lines(rows: Iterable[Any]) -> bytes:
    """Return rows as JSON, one a line."""
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)
