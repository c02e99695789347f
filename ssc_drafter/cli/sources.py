"""What the commands are given: a draft, answers, laws; each from a file, a list or the store."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ssc_drafter.cli.output import progress, read_bytes, warn, working
from ssc_drafter.errors import Problem
from ssc_drafter.words import say

if TYPE_CHECKING:
    from ssc_drafter.api import Policies
    from ssc_drafter.policies.positions import Position
    from ssc_drafter.store import Store
    from ssc_drafter.tree.nodes import Agreement
    from ssc_drafter.tree.running import RunningText

SET_TEXTS = (".docx", ".doc", ".odt", ".rtf", ".pdf", ".html", ".htm", ".xhtml", ".xml", ".akn")  # nobody writes answers so
# how an answers file says so: anywhere in YAML, in its first line that is no comment under another name
OWN = re.compile(r"^kind[ \t]*:[ \t]*\w", re.MULTILINE)
FIRST = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\r?\n|---[ \t]*\r?\n)*kind[ \t]*:[ \t]*\w")


def open_store(data: Path | None, *, must_exist: bool = False) -> Store:
    """Open the store of a data folder, or the usual one. Raises Problem."""
    from ssc_drafter.store import Store, folder

    place = data or folder.usual()
    if must_exist and not (place / folder.DATABASE).exists():
        raise Problem("cli.no_store", str(place))
    return Store.open(place)


def is_tree(path: Path) -> bool:
    """Say whether a file is a tree of ours (in whatever version), by what it says of itself."""
    if path.suffix.lower() != ".json" or not path.is_file():
        return False
    try:
        document = json.loads(read_bytes(path))
    except ValueError:
        return True  # the codec words the refusal
    return isinstance(document, dict) and ("format" in document or "agreement" in document)


def refuse_answers(path: Path) -> None:
    """Raise Problem where a file is an answers file: read as a text it would be looked at as if its YAML were clauses."""
    suffix = path.suffix.lower()
    if suffix not in (".yaml", ".yml", ".json", ".txt", "") or not path.is_file():
        return
    begin = read_bytes(path).decode("utf-8-sig", "replace")
    if suffix == ".json":
        try:
            document = json.loads(begin)
        except ValueError:
            return
        found = isinstance(document, dict) and isinstance(document.get("kind"), str)
    else:  # in a text only the first line that is no comment counts
        found = bool((OWN if suffix in (".yaml", ".yml") else FIRST).search(begin))
    if found:
        raise Problem("cli.answers_file", str(path))


def refuse_set_text(path: Path, data: bytes) -> None:
    """Raise Problem where a file that is to hold answers is a Word file, a PDF or another text that `import` reads."""
    if path.suffix.lower() in SET_TEXTS or b"\0" in data[:1024]:
        raise Problem("cli.not_rendered", str(path))


def country_code(given: str) -> str:
    """Return the code of a State in capitals, fictional ones (XA..XZ) included. Raises Problem where it is none."""
    from ssc_drafter.answers.parties import state_code

    code = state_code(given)
    if not code:
        raise Problem("cli.bad_country", country=given)
    return code


def draft_text(path: Path) -> RunningText:
    """Return the running text of a draft: of a tree, or of anything that `import` reads, as it was read."""
    from ssc_drafter.tree.codec import from_json
    from ssc_drafter.tree.running import running_text

    if is_tree(path):
        return running_text(from_json(read_bytes(path), str(path)))
    refuse_answers(path)
    from ssc_drafter.readers.imported import import_file

    with working(say("reading.reading_file", file=path.name)):
        imported = import_file(path, as_="agreement")
    for warning in imported.warnings:
        warn(warning.what, warning.where)
    return imported.running()


def draft_agreement(path: Path) -> Agreement:
    """Return the tree of a draft: of a tree of ours, or of anything that `import` reads."""
    from ssc_drafter.tree.codec import from_json

    if is_tree(path):
        return from_json(read_bytes(path), str(path))
    refuse_answers(path)
    from ssc_drafter.readers.imported import import_file

    return import_file(path, as_="agreement").agreement()


def laws(paths: Sequence[str], root: Path | None, countries: Sequence[str], data: Path | None) -> Policies:
    """Return the laws that are named, or those of the store. Raises Problem where there is none at all."""
    from ssc_drafter.api import Policies, stored
    from ssc_drafter.check.kept import Files
    from ssc_drafter.readers.collect import Collected, collect, places

    if paths:
        found = places(paths, root)
        return Policies(collect(progress(say("reading.reading"), found, len(found)), countries, shelf=Files()))
    with open_store(data) as store:
        kept = stored(store, countries)
    if not kept:
        raise Problem("cli.no_policies", countries=", ".join(countries) or say("cli.any_country"))
    return Policies(Collected(tuple(kept), ()))


def positions(paths: Sequence[Path], data: Path | None, *, kept: bool) -> list[Position]:
    """Return the positions of the house in files that are named on the command line: named, so switched on.

    With `kept`, those of the store too: where its laws are held against a draft, its positions are. Raises Problem.
    """
    from msgspec.structs import replace

    from ssc_drafter.api import house_positions
    from ssc_drafter.policies.positions import read

    found = [replace(one, on=True) for path in paths for one in read(path)]
    if kept:
        with open_store(data) as store:
            found += [one for one in house_positions(store) if one.on]
    return found
