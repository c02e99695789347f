"""`kinds`, `clauses`, `clause`, `questions`, `draft`, `render`: from the library to files."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ssc_drafter.cli.output import note, put_json, read_bytes, table, working, write_whole
from ssc_drafter.cli.reading import json_option
from ssc_drafter.cli.sources import draft_agreement, is_tree, refuse_set_text
from ssc_drafter.errors import Problem
from ssc_drafter.words import TOLD, in_language, say

if TYPE_CHECKING:
    from ssc_drafter.answers.files import AnswersFile
    from ssc_drafter.library.kind import Kind
    from ssc_drafter.library.load import Library
    from ssc_drafter.tree.nodes import Agreement

lang_option = click.option("--lang", help="The language (en, fr, es, pt).")


OVER = "ssc_drafter.library"  # in the call's own memory: the folder that lies over the shipped library


def _over(context: click.Context, _option: click.Parameter, value: Path | None) -> Path | None:
    context.meta[OVER] = value
    return value


library_option = click.option(
    "--library", type=click.Path(path_type=Path), envvar="SSC_DRAFTER_LIBRARY", expose_value=False, callback=_over,
    help="A folder of your own clauses and kinds, laid over the shipped ones.",
)  # fmt: skip


def library_of(lang: str = "") -> Library:
    """Return the shipped library with the folder of the call over it; for a draft in one language, that one's wordings."""
    from ssc_drafter import places
    from ssc_drafter.library.load import Library

    over = click.get_current_context().meta.get(OVER)
    return Library.load(*((places.ROOT, over) if over else ()), lang=lang)


def kind_of(library: Library, name: str) -> Kind:
    """Return a kind. Raises Problem naming those there are."""
    if name not in library.kinds:
        raise Problem("cli.unknown_kind", kind=name, known=", ".join(sorted(library.kinds)))
    return library.kinds[name]


@click.command()
@library_option
@lang_option
@json_option
def kinds(lang: str | None, as_json: bool) -> None:
    """List the kinds of instrument."""
    from ssc_drafter.library.listing import kinds as listed

    rows, here = listed(library_of()), _spoken(lang)
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

    library, here = library_of(), _spoken(lang)
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

    library, here = library_of(), _spoken(lang)
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
    _known_language(library, found, here)
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


def _spoken(lang: str | None) -> str:
    """Return the language to list in: English unless another was asked for. Raises Problem for one that drafts do not speak."""
    if lang and lang not in TOLD:
        raise Problem("cli.no_such_lang", found=lang, known=", ".join(TOLD))
    return lang or "en"


def _known_language(library: Library, kind: Kind, lang: str) -> None:
    known = library.languages_of(kind)
    if lang not in known:
        raise Problem("cli.unknown_lang", kind=kind.id, lang=lang, known=", ".join(known))


def _sample(kind: Kind, name: str) -> str:
    for path in kind.samples:
        if path.stem == name:
            return path.read_text("utf-8")
    raise Problem("cli.unknown_sample", kind=kind.id, sample=name, known=", ".join(path.stem for path in kind.samples))


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
    _known_language(library, kind_of(library, chosen), here)
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
