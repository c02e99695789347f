"""`steps` and `papers`: what each State still has to do at home, and the papers that go with an agreement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ssc_drafter.cli.libraries import kind_of, library_of, library_option
from ssc_drafter.cli.output import note, put_json, read_bytes, write_whole
from ssc_drafter.cli.reading import json_option
from ssc_drafter.cli.sources import country_code, is_tree
from ssc_drafter.errors import Problem
from ssc_drafter.words import TOLD, at_hand, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ssc_drafter.assemble.papers import Source
    from ssc_drafter.tree.nodes import Agreement


def _read(file: Path, lang: str | None) -> tuple[Agreement, Mapping[str, Any], dict[str, str]]:
    """Return the tree of a file (a tree of ours or answers), its answers, and what their questions ask."""
    data = read_bytes(file)
    if is_tree(file):
        from ssc_drafter.tree.codec import from_json

        return from_json(data, str(file)), {}, {}
    from ssc_drafter.answers.files import read_file
    from ssc_drafter.assemble import draft
    from ssc_drafter.library.changes import read_changes

    answers = read_file(file, str(file))
    library = library_of()
    kind = kind_of(library, answers.kind or "")
    here = lang or answers.lang or "en"
    made = draft(library, kind.id, answers.answers, here, read_changes(answers.changes, str(file)), answers.date)
    return made.agreement, made.values, {one.id: one.words(one.ask, here) for one in made.questions}


@click.command()
@library_option
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--country", "countries", multiple=True, help="A State by its two letters (repeatable); else the Parties.")
@click.option("--touches", multiple=True, help="What the agreement also touches (repeatable): territory, loan, peace ...")
@click.option("--ui", type=click.Choice(TOLD), default=at_hand, show_default="en", help="The language of the checklist.")
@click.option("-o", "out", type=click.Path(path_type=Path), help="Write the checklists to this file (.docx, .pdf, .html, .md).")
@json_option
def steps(file: Path, countries: tuple[str, ...], touches: tuple[str, ...], ui: str, out: Path | None, as_json: bool) -> None:
    """List the steps at home of each State before an agreement (a tree or an answers file) binds it."""
    from ssc_drafter.policies.domestic_steps import checklist, subject_of
    from ssc_drafter.policies.steps_told import told

    agreement, values, asks = _read(file, ui)
    subject = subject_of(agreement, values, touches)
    wanted = tuple(dict.fromkeys(country_code(one) for one in countries)) or subject.countries
    if not wanted:
        raise Problem("steps.cli_no_country", str(file))
    names = {party.country: party.short for party in agreement.parties if party.short}
    rows = [told(checklist(subject, one), ui, asks, names.get(one, "")) for one in wanted]
    if out:
        _write(rows, agreement, ui, out)
    elif as_json:
        put_json({"kind": subject.kind, "register": subject.register, "checklists": rows})
    else:
        _show(rows)


def _write(rows: list[dict[str, Any]], agreement: Agreement, ui: str, out: Path) -> None:
    from ssc_drafter.policies.steps_told import sheet
    from ssc_drafter.tree.nodes import plain
    from ssc_drafter.writers.formats import BY_SUFFIX, render

    if out.suffix not in BY_SUFFIX:
        raise Problem("cli.unknown_format", format=out.suffix, known=", ".join(BY_SUFFIX))
    title = " ".join(plain(line.content) for line in agreement.title)
    write_whole(out, render(sheet(rows, title, ui, agreement.date), BY_SUFFIX[out.suffix]))
    note(say("reading.written", file=out))


def _show(rows: list[dict[str, Any]]) -> None:
    for one in rows:
        click.echo(f"\n{one['state']}")
        for remark in one["remarks"]:
            click.echo(f"  ! {remark}")
        for row in one["steps"]:
            click.echo(f"\n  {row['stage_text']} [{row['standing_text']}]\n    {row['who_does']}")
            if row["note"]:
                click.echo(f"    {row['note']}")
            click.echo("\n".join(f"    · {why}" for why in row["why"]))
            click.echo(f"    {row['basis']} ({row['status_text']})")


@click.command()
@library_option
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "out", type=click.Path(path_type=Path), required=True, help="The folder to write to.")
@click.option("--paper", "names", multiple=True, help="full_powers, instrument, notification, registration or memorandum.")
@click.option("--lang", help="The language of the papers: en, fr, es or pt; that of the answers unless given.")
@click.option("--country", help="The Party whose papers they are, by its two letters; the first unless given.")
@click.option("--to", "formats", default="docx", show_default=True, help="docx, pdf, or both with a comma.")
@json_option
def papers(
    file: Path, out: Path, names: tuple[str, ...], lang: str | None, country: str | None, formats: str, as_json: bool
) -> None:
    """Write the papers that go with an agreement, from its answers file: drafts for the ministry, with blanks."""
    from ssc_drafter.assemble import papers as made
    from ssc_drafter.cli.originals import formats_of
    from ssc_drafter.writers.formats import ahead, render

    suffixes = formats_of(formats)
    ahead(suffixes)
    here, source = _source(file, lang)
    place = _place(source.answers, country, file)
    written = []
    for name in names or made.offered(source.agreement):
        paper = made.paper(source, name, place, here)
        for suffix in suffixes:
            path = out / f"{file.stem}-{name}-{here}.{suffix}"
            write_whole(path, render(paper, suffix))
            written.append({"paper": name, "lang": here, "format": suffix, "path": str(path)})
    if as_json:
        put_json({"written": written})
    else:
        click.echo("\n".join(one["path"] for one in written))


def _source(file: Path, lang: str | None) -> tuple[str, Source]:
    """Return the language of the papers and what they are made from."""
    from ssc_drafter.answers.files import read_file
    from ssc_drafter.assemble import papers as made
    from ssc_drafter.library.changes import read_changes

    read_bytes(file)
    if is_tree(file):
        raise Problem("steps.papers_need_answers", str(file))
    answers = read_file(file, str(file))
    own = answers.lang or "en"
    here = lang or own
    if here not in made.LANGUAGES:
        raise Problem("cli.unknown_lang", kind="papers", lang=here, known=", ".join(made.LANGUAGES))
    library = library_of()
    kind = kind_of(library, answers.kind or "")
    changes = read_changes(answers.changes, str(file))
    return here, made.source(library, kind.id, answers.answers, (here, own), changes, answers.date)


def _place(answers: Mapping[str, Any], country: str | None, file: Path) -> int:
    codes = [str(one.get("country") or "").upper() for one in answers.get("parties") or ()]
    if country is None:
        return 0
    if country.upper() not in codes:
        raise Problem("steps.no_such_party", str(file), country=country.upper(), known=", ".join(filter(None, codes)))
    return codes.index(country.upper())
