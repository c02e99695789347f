"""`draft`, `render`: from answers to files."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ssc_drafter.cli.libraries import kind_of, known_language, lang_option, library_of, library_option
from ssc_drafter.cli.output import note, put_json, read_bytes, working, write_whole
from ssc_drafter.cli.reading import json_option
from ssc_drafter.cli.sources import draft_agreement, is_tree, refuse_set_text
from ssc_drafter.errors import Problem
from ssc_drafter.words import say

if TYPE_CHECKING:
    from ssc_drafter.answers.files import AnswersFile
    from ssc_drafter.tree.nodes import Agreement


def _answers(path: Path, lang: str | None, kind: str | None = None) -> tuple[AnswersFile, str, str]:
    """Return the answers of a file with its kind and language; the command line wins."""
    from ssc_drafter.answers.files import read_file

    read_bytes(path)
    answers = read_file(path, str(path))
    chosen = kind or answers.kind
    if not chosen:
        raise Problem("cli.no_kind", str(path))
    return answers, chosen, lang or answers.lang or "en"


parent_option = click.option(
    "--parent", type=click.Path(path_type=Path), help="The parent instrument: the terms that it defines are not defined again."
)


def _assembled(path: Path, kind: str | None, lang: str | None, blanks: bool, parent: Path | None = None) -> Agreement:
    from ssc_drafter.assemble.whole import assemble
    from ssc_drafter.library.changes import read_changes

    answers, chosen, here = _answers(path, lang, kind)
    library = library_of(here)
    known_language(library, kind_of(library, chosen), here)
    changes = read_changes(answers.changes, str(path))
    above = draft_agreement(parent) if parent else None
    return assemble(library, chosen, answers.answers, here, changes, blanks, answers.date, above)


@click.command()
@library_option
@click.argument("kind")
@click.option("--answers", "answers", type=click.Path(path_type=Path), required=True, help="A YAML or JSON file of answers.")
@lang_option
@click.option("--blanks", is_flag=True, help="Leave marked gaps where answers are missing.")
@parent_option
@click.option("-o", "out", type=click.Path(path_type=Path), required=True, help="The file to write (.json).")
def draft(kind: str, answers: Path, lang: str | None, blanks: bool, parent: Path | None, out: Path) -> None:
    """Make an agreement from an answers file."""
    from ssc_drafter.tree.codec import to_json

    write_whole(out, to_json(_assembled(answers, kind, lang, blanks, parent)))
    note(say("reading.written", file=out))


@click.command()
@library_option
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", "formats", required=True, help="Formats, separated by commas: docx,pdf,html,md,akn,json.")
@click.option("-o", "out", type=click.Path(path_type=Path), required=True, help="The folder to write to.")
@click.option("--lang", help="The language, where FILE is an answers file.")
@click.option("--final", is_flag=True, help="The original, no draft; blanks and brackets are refused with their list.")
@click.option(
    "--reference", type=click.Path(path_type=Path), help="The ministry's own .docx: its letterhead and styles are taken."
)
@json_option
def render(file: Path, formats: str, out: Path, lang: str | None, final: bool, reference: Path | None, as_json: bool) -> None:
    """Write a tree or an answers file as Word, PDF, HTML, Markdown, Akoma Ntoso or JSON."""
    from ssc_drafter.writers.formats import FORMATS, ahead
    from ssc_drafter.writers.formats import render as rendered

    names = [name.strip().lower() for name in formats.split(",") if name.strip()]
    for name in names:
        if name not in FORMATS:
            raise Problem("cli.unknown_format", format=name, known=", ".join(FORMATS))
    ahead(names)
    agreement = marked(_agreement(file, lang, blanks=not final), final)
    if final:
        refuse_open(agreement)
    letterhead = read_bytes(reference) if reference else None
    # everything is made before anything is written: a refusal leaves nothing behind
    made: list[tuple[str, bytes]] = []
    for name in names:
        with working(say("drafting.writing", file=f"{file.stem}{FORMATS[name].suffix}")):
            made.append((name, rendered(agreement, name, reference=letterhead)))
    written: list[dict[str, Any]] = []
    for name, data in made:
        path = out / f"{file.stem}{FORMATS[name].suffix}"
        write_whole(path, data)
        written.append({"format": name, "path": str(path), "sha256": hashlib.sha256(data).hexdigest()})
    if as_json:
        put_json({"written": written})
    else:
        click.echo("\n".join(one["path"] for one in written))


def _agreement(file: Path, lang: str | None, blanks: bool) -> Agreement:
    from ssc_drafter.tree.codec import from_json

    data = read_bytes(file)
    if is_tree(file):
        return from_json(data, str(file))
    refuse_set_text(file, data)
    return _assembled(file, None, lang, blanks)


def marked(agreement: Agreement, final: bool) -> Agreement:
    """Return the original, or a draft that says so on every page (one that says so already stays as it is)."""
    from datetime import date

    from msgspec.structs import replace

    from ssc_drafter.language.numbers import day
    from ssc_drafter.language.own_words import of_draft

    if final or agreement.draft_mark:
        return replace(agreement, draft_mark="") if final else agreement
    try:
        mark = of_draft("mark_dated", agreement.lang, date=day(date.fromisoformat(agreement.date), agreement.lang))
    except ValueError:  # no date, or one without its day
        mark = of_draft("mark", agreement.lang)
    return replace(agreement, draft_mark=mark)


def refuse_open(agreement: Agreement) -> None:
    """Raise Problem with the list of blanks and brackets that are left."""
    from ssc_drafter.tree.walk import open_points

    points = open_points(agreement)
    if points:
        raise Problem("cli.not_final", points="; ".join(f"{one.number}: [{one.text}]" for one in points))
