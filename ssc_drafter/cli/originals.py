"""`originals`: each Party's own copy for signature, in each language, and two languages side by side."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ssc_drafter.cli.drafting import marked, refuse_open
from ssc_drafter.cli.libraries import kind_of, library_of, library_option
from ssc_drafter.cli.output import put_json, read_bytes, working, write_whole
from ssc_drafter.cli.reading import json_option
from ssc_drafter.errors import Problem
from ssc_drafter.words import say

if TYPE_CHECKING:
    from ssc_drafter.tree.nodes import Agreement

FORMATS = ("docx", "pdf")


@click.command()
@library_option
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", "formats", default="docx", show_default=True, help="docx, pdf, or both with a comma.")
@click.option("-o", "out", type=click.Path(path_type=Path), required=True, help="The folder to write to.")
@click.option("--lang", "langs", multiple=True, help="A language (repeatable); those of the answers unless given.")
@click.option("--beside", is_flag=True, help="Two languages side by side in one file, the Party's own on the left.")
@click.option("--final", is_flag=True, help="For signature; blanks and brackets are refused with their list.")
@click.option("--reference", type=click.Path(path_type=Path), help="The ministry's own .docx: its letterhead is taken.")
@json_option
def originals(
    file: Path,
    formats: str,
    out: Path,
    langs: tuple[str, ...],
    beside: bool,
    final: bool,
    reference: Path | None,
    as_json: bool,
) -> None:
    """Write each Party's original from an answers file: it is named first and signs on the left, and nothing else differs."""
    from ssc_drafter.writers.formats import ahead

    names = formats_of(formats)
    ahead(names)
    letterhead = read_bytes(reference) if reference else None
    made: list[tuple[Path, dict[str, Any], bytes]] = []
    for party, agreements in _made(file, langs, final):
        if beside and len(agreements) < 2:
            raise Problem("cli.one_language", str(file))
        for group in [agreements[:2]] if beside else [[one] for one in agreements]:
            tongues = [one.lang for one in group]
            for name in names:
                path = out / f"{file.stem}-{party.lower()}-{'-'.join(tongues)}.{name}"
                with working(say("drafting.writing", file=path.name)):
                    data = _rendered(group, name, letterhead)
                made.append((path, {"format": name, "party": party, "languages": tongues}, data))
    for path, _, data in made:
        write_whole(path, data)
    if as_json:
        rows = [{**facts, "path": str(path), "sha256": hashlib.sha256(data).hexdigest()} for path, facts, data in made]
        put_json({"written": rows})
    else:
        click.echo("\n".join(str(path) for path, _, _ in made))


def formats_of(given: str) -> list[str]:
    """Return the formats of a list with commas. Raises Problem for one that is not Word or PDF."""
    names = [name.strip().lower() for name in given.split(",") if name.strip()]
    for name in names:
        if name not in FORMATS:
            raise Problem("cli.unknown_format", format=name, known=", ".join(FORMATS))
    return names


def _made(file: Path, langs: tuple[str, ...], final: bool) -> list[tuple[str, list[Agreement]]]:
    """Return for each Party its code and its agreements, its own language first."""
    from ssc_drafter.answers.files import read_file
    from ssc_drafter.assemble.originals import originals as each
    from ssc_drafter.assemble.whole import assemble
    from ssc_drafter.library.changes import read_changes

    read_bytes(file)
    answers = read_file(file, str(file))
    library = library_of()
    kind = kind_of(library, answers.kind or "")
    changes = read_changes(answers.changes, str(file))
    found = each(kind.id, answers.answers, answers.lang or "en")
    if not found:
        raise Problem("cli.no_alternat", str(file), kind=kind.id)
    known = library.languages_of(kind)
    made = []
    for one in found:
        wanted = langs or tuple(dict.fromkeys((one.lang, *map(str, one.answers.get("languages") or ()))))
        agreements = []
        for lang in (one.lang, *(lang for lang in wanted if lang != one.lang)) if one.lang in wanted else wanted:
            if lang not in known:
                raise Problem("cli.unknown_lang", kind=kind.id, lang=lang, known=", ".join(known))
            agreement = marked(assemble(library, kind.id, one.answers, lang, changes, not final, answers.date), final)
            if final:
                refuse_open(agreement)
            agreements.append(agreement)
        made.append((one.country or f"party{one.place + 1}", agreements))
    return made


def _rendered(group: list[Agreement], name: str, letterhead: bytes | None) -> bytes:
    from ssc_drafter.writers import beside
    from ssc_drafter.writers.formats import render

    if len(group) == 1:
        return render(group[0], name, reference=letterhead if name == "docx" else None)
    return beside.render(group[0], group[1], name)
