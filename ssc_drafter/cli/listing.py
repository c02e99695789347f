"""`kinds`, `clauses`, `clause`, `questions`: what the library holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ssc_drafter.cli.libraries import kind_of, known_language, lang_option, library_of, library_option, spoken
from ssc_drafter.cli.output import put_json, table
from ssc_drafter.cli.reading import json_option
from ssc_drafter.errors import Problem
from ssc_drafter.words import in_language, say

if TYPE_CHECKING:
    from ssc_drafter.library.kind import Kind
    from ssc_drafter.library.load import Library


@click.command()
@library_option
@lang_option
@json_option
def kinds(lang: str | None, as_json: bool) -> None:
    """List the kinds of instrument."""
    from ssc_drafter.library.listing import kinds as listed

    rows, here = listed(library_of()), spoken(lang)
    if as_json:
        put_json({"kinds": rows})
    else:
        table(
            [
                (row["id"], in_language(row["title"], here), " ".join(row["registers"]), " ".join(row["languages"]))
                for row in rows
            ]
        )


@click.command()
@library_option
@click.option("--family", help="Only the clauses of this family.")
@click.option("--search", default="", help="Only the clauses that have all of these words.")
@lang_option
@json_option
def clauses(family: str | None, search: str, lang: str | None, as_json: bool) -> None:
    """List the clauses of the library."""
    from ssc_drafter.library.listing import clauses as listed
    from ssc_drafter.library.searching import matching

    library, here = library_of(), spoken(lang)
    rows = listed(library)
    families = sorted({row["family"] for row in rows})
    if family is not None and family not in families:
        raise Problem("cli.unknown_family", family=family, known=", ".join(families))
    wanted = {one.id for one in matching(library, search, here)}
    rows = [row for row in rows if family in (None, row["family"]) and row["id"] in wanted]
    if as_json:
        put_json({"clauses": rows})
    else:
        table([(row["id"], in_language(row["title"], here), row["version"], " ".join(row["languages"])) for row in rows])


@click.command()
@library_option
@click.argument("name", metavar="ID")
@click.option("--compare", nargs=2, metavar="VARIANT VARIANT", help="Show the words in which two variants differ.")
@click.option("--with", "other", type=click.Path(path_type=Path), help="Compare with the clause of another library folder.")
@lang_option
@json_option
def clause(name: str, compare: tuple[str, str] | None, other: Path | None, lang: str | None, as_json: bool) -> None:
    """Show a clause with its variants, their reasons and wordings; or what differs between two variants or versions."""
    from ssc_drafter.library.listing import clause as described

    library, here = library_of(), spoken(lang)
    if name not in library.clauses:
        raise Problem("cli.unknown_clause", clause=name)
    if compare or other:
        _compared(library, name, compare, other, here)
        return
    shown = described(library, name)
    if as_json:
        put_json(shown)
        return
    click.echo(f"{in_language(shown['title'], here)} ({name}, {shown['version']})")
    for variant in shown["variants"]:
        click.echo(f"\n{variant['id']} [{variant['position']}] {variant['why'].get(here, '')}".rstrip())
        for name in ("approver", "effect"):
            if words := variant[name].get(here):
                click.echo(say(f"drafting.{name}", here, words=words))
        for wording in variant["wordings"]:
            if wording["lang"] == here:
                click.echo(f"--- {wording['register'] or say('drafting.any_register', here)}\n{wording['text'].rstrip()}")


def _compared(library: Library, name: str, variants: tuple[str, str] | None, other: Path | None, lang: str) -> None:
    """Print two wordings as a difference, line by line: of two variants, or of one clause in two libraries."""
    import difflib

    from ssc_drafter.library.load import Library

    here = library.clauses[name]
    there = Library.load(other, strict=False).clauses.get(name) if other else here
    if there is None:
        raise Problem("cli.unknown_clause", str(other), clause=name)
    pairs = [variants] if variants else [(one, one) for one in here.variants if one in there.variants]
    for one, two in pairs:
        for missing in [v for v, clause in ((one, there), (two, here)) if v not in clause.variants]:
            raise Problem("cli.unknown_variant", clause=name, variant=missing, known=", ".join(here.variants))
        for register in here.registers:
            before, after = there.wordings.get((one, register, lang)), here.wordings.get((two, register, lang))
            if before and after and before.source != after.source:
                lines = (before.source.splitlines(), after.source.splitlines())
                click.echo("\n".join(difflib.unified_diff(*lines, f"{one} {register}", f"{two} {register}", lineterm="", n=1)))


@click.command()
@library_option
@click.argument("kind")
@lang_option
@click.option("--template", is_flag=True, help="Print an answers file to fill in, with comments.")
@click.option("--sample", help="Print a shipped sample of answers.")
@json_option
def questions(kind: str, lang: str | None, template: bool, sample: str | None, as_json: bool) -> None:
    """Show the questionnaire of a kind."""
    from ssc_drafter.library import listing

    library = library_of()
    found, here = kind_of(library, kind), lang or "en"
    known_language(library, found, here)
    if sample is not None:
        click.echo(_sample(found, sample), nl=False)
    elif template:
        click.echo(listing.template(library, kind, here), nl=False)
    else:
        document = listing.questions(library, kind, here)
        if as_json:
            put_json(document)
            return
        for group in document["groups"]:
            click.echo(f"\n{group['title']}")
            table([(f"  {one['id']}", one["type"], one["label"]) for one in group["questions"]])


def _sample(kind: Kind, name: str) -> str:
    for path in kind.samples:
        if path.stem == name:
            return path.read_text("utf-8")
    raise Problem("cli.unknown_sample", kind=kind.id, sample=name, known=", ".join(path.stem for path in kind.samples))
