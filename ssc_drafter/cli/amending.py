"""`amend`: from a parent and its changed articles to the protocol and the consolidated text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ssc_drafter.cli.drafting import marked
from ssc_drafter.cli.libraries import library_of, library_option
from ssc_drafter.cli.output import note, put_json, read_bytes, working, write_whole
from ssc_drafter.cli.reading import json_option
from ssc_drafter.cli.sources import draft_agreement, is_tree
from ssc_drafter.errors import Problem
from ssc_drafter.words import say

if TYPE_CHECKING:
    from ssc_drafter.answers.files import AnswersFile
    from ssc_drafter.assemble.amendment import Change
    from ssc_drafter.tree.nodes import Agreement

FORMATS = ("json", "docx")


@click.command()
@library_option
@click.argument("parent", type=click.Path(path_type=Path))
@click.argument("changed", metavar="CHANGES", type=click.Path(path_type=Path))
@click.option("-o", "out", type=click.Path(path_type=Path), required=True, help="The folder to write to.")
@click.option(
    "--answers", type=click.Path(path_type=Path), help="Answers for the protocol's other clauses (kind amendment_protocol)."
)
@json_option
def amend(parent: Path, changed: Path, out: Path, answers: Path | None, as_json: bool) -> None:
    """Make the protocol that amends PARENT (a tree, or what `import` reads) and the consolidated text.

    CHANGES is an edited tree of the parent, or an answers file of the kind amendment_protocol with `instructions.changes`:
    article, op (replace, insert, delete), heading and text, each per language.
    """
    from ssc_drafter.assemble.amendment import consolidated, lost_references, protocol
    from ssc_drafter.assemble.protocol_frame import frame
    from ssc_drafter.library.changes import read_changes

    old = draft_agreement(parent)
    found, file = _changes(old, changed, answers)
    library = library_of(old.lang)
    given: dict[str, Any] = dict(file.answers) if file else {}
    drafted = frame(library, old, given, read_changes(file.changes if file else {}), file.date if file else old.date)
    made = protocol(old, found, drafted)
    whole = consolidated(old, made)
    if lost := lost_references(whole):
        note(say("amend.refers_to_deleted", names=", ".join(lost)))
    written = [
        str(path)
        for name, tree in (("protocol", marked(made, final=False)), ("consolidated", whole))
        for path in _write(tree, out / f"{parent.stem}-{name}")
    ]
    if as_json:
        changes = [{"op": one.op, "target": one.target, "annex": one.annex} for one in found]
        put_json({"changes": changes, "refers_to_deleted": list(lost), "written": written})
    else:
        click.echo("\n".join([say("amend.done", count=len(found)), *written]))


def _changes(old: Agreement, changed: Path, answers: Path | None) -> tuple[tuple[Change, ...], AnswersFile | None]:
    """Return the changes and the answers for the rest of the protocol, if there are any."""
    from ssc_drafter.assemble.amendment import changes_between
    from ssc_drafter.assemble.changed_articles import changes_from
    from ssc_drafter.assemble.protocol_frame import CHANGES

    file = _file(answers) if answers else None
    if is_tree(changed):
        edited = draft_agreement(changed)
        if edited.lang != old.lang:
            raise Problem("amend.other_language", str(changed), found=edited.lang, language=old.lang)
        return changes_between(old, edited), file
    own = _file(changed)
    rows = own.answers.get(CHANGES)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Problem("amend.no_change", str(changed))
    return changes_from(rows, old), file or own


def _file(path: Path) -> AnswersFile:
    from ssc_drafter.answers.files import read_file
    from ssc_drafter.assemble.protocol_frame import KIND

    read_bytes(path)
    file = read_file(path, str(path))
    if file.kind not in ("", KIND):
        raise Problem("amend.not_protocol", str(path), kind=file.kind)
    return file


def _write(tree: Agreement, stem: Path) -> list[Path]:
    from ssc_drafter.writers.formats import FORMATS as WRITERS
    from ssc_drafter.writers.formats import render

    made = []
    for name in FORMATS:
        path = stem.with_name(f"{stem.name}{WRITERS[name].suffix}")
        with working(say("drafting.writing", file=path.name)):
            write_whole(path, render(tree, name))
        made.append(path)
    return made
