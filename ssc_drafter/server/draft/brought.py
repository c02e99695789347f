"""Files that somebody brought with a form: read in the cage under names of our own, their names kept for people only."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any

from msgspec import Struct, json
from msgspec.structs import replace
from werkzeug.datastructures import FileStorage

from ssc_drafter.errors import Problem, Problems
from ssc_drafter.policies.facts import sidecar
from ssc_drafter.policies.instrument import Hierarchy, Instrument

LONGEST_NAME = 200
SIDECAR = ".meta.yaml"
STATED = ("title", "lang", "date", "status", "source")


class Brought(Struct, frozen=True):
    """A file as it came: its owner's name for it, what the browser takes it for, its bytes."""

    name: str
    media: str
    body: bytes

    @property
    def suffix(self) -> str:
        """The end of the name, the only part of it that ever names a file of ours."""
        found = PurePath(self.name).suffix.lower()
        return found if found[1:].isalnum() and len(found) <= 8 else ""


def brought(sent: Iterable[FileStorage]) -> list[Brought]:
    """Return the files of a form that have a name."""
    found = []
    for one in sent:
        name = PurePath((one.filename or "").replace("\\", "/")).name[:LONGEST_NAME]
        if name:
            found.append(Brought("".join(sign for sign in name if sign.isprintable()), one.mimetype or "", one.read()))
    return found


def read_laws(given: list[Brought], country: str, lang: str) -> Iterator[tuple[Brought, Instrument | Problem | Problems]]:
    """Yield each law with how it was read, or with why it was not. A sidecar states the facts of the law of its name."""
    beside = {one.name.removesuffix(SIDECAR): one for one in given if one.name.endswith(SIDECAR)}
    for one in given:
        if one.name.endswith(SIDECAR):
            continue
        try:
            facts = beside.get(one.name) or beside.get(PurePath(one.name).stem)
            yield one, _read(one, "policy", country, lang, facts).instrument()
        except (Problem, Problems) as why:
            yield one, why


def read_again(one: Brought, law: Instrument, rank: Hierarchy, lang: str) -> Instrument:
    """Return a law read anew from its file with a rank that an officer states; its other facts stay those that were stated.

    Raises Problem where the file cannot be read any more.
    """
    facts = {name: getattr(law, name) for name in STATED if name not in law.inferred and getattr(law, name)}
    beside = json.encode({**facts, "hierarchy": rank})  # a table of JSON is one of YAML
    made: Instrument = _read(one, "policy", law.country, lang, Brought(f"{one.name}{SIDECAR}", "", beside)).instrument()
    units = {unit.address for unit in made.provisions}
    return replace(made, verified=tuple(said for said in law.verified if said.address in units))


def read_draft(one: Brought, lang: str) -> Any:
    """Return a draft that was brought, as `readers.imported` gives it. Raises Problem."""
    return _read(one, "agreement", "", lang, None)


def _read(one: Brought, as_: str, country: str, lang: str, facts: Brought | None) -> Any:
    from ssc_drafter.readers.cage import read_source  # loaded when a file comes
    from ssc_drafter.readers.imported import import_source

    with tempfile.TemporaryDirectory(prefix="ssc-") as folder:
        path = Path(folder) / f"brought{one.suffix}"
        path.write_bytes(one.body)
        if facts:
            path.with_name(f"brought{SIDECAR}").write_bytes(facts.body)
        try:
            source = read_source(path, lang=lang)
            return import_source(source, one.name, as_, country, stated=sidecar(path), ui=lang)
        except Problem as why:  # the person's own name for the file, not ours
            where = why.where.replace(str(path.with_name(f"brought{SIDECAR}")), f"{one.name}{SIDECAR}").replace(
                str(path), one.name
            )
            raise Problem(why.key, where, **why.values) from None
