"""Files that somebody brought with a form: read in the cage under names of our own, their names kept for people only."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any

from msgspec import Struct
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


def read_laws(
    given: list[Brought], country: str, lang: str, stood: Callable[[Instrument], Hierarchy | None]
) -> Iterator[tuple[Brought, Instrument | Problem | Problems]]:
    """Yield each law with how it was read, or with why it was not. A sidecar states the facts of the law of its name.

    `stood` answers the rank that an officer stated before of a law, given how it was read.
    """
    from ssc_drafter.readers.imported import law_of  # loaded when a file comes

    beside = {one.name.removesuffix(SIDECAR): one for one in given if one.name.endswith(SIDECAR)}
    for one in given:
        if one.name.endswith(SIDECAR):
            continue
        try:
            source, stated = _read(one, lang, beside.get(one.name) or beside.get(PurePath(one.name).stem))
            yield one, law_of(source, one.name, country, stated=stated, ui=lang, stood=stood)
        except (Problem, Problems) as why:
            yield one, why


def read_again(one: Brought, law: Instrument, rank: Hierarchy, lang: str) -> Instrument:
    """Return a law read anew from its file with a rank that an officer states; its other facts stay those that were stated.

    Raises Problem where the file cannot be read any more.
    """
    from ssc_drafter.readers.imported import law_ranked

    facts: dict[str, Any] = {name: getattr(law, name) for name in STATED if name not in law.inferred and getattr(law, name)}
    source, _ = _read(one, lang, None)
    made = law_ranked(source, one.name, law.country, {**facts, "hierarchy": rank}, lang)
    units = {unit.address for unit in made.provisions}
    return replace(made, verified=tuple(said for said in law.verified if said.address in units))


def read_draft(one: Brought, lang: str) -> Any:
    """Return a draft that was brought, as `readers.imported` gives it. Raises Problem."""
    from ssc_drafter.readers.imported import import_source

    source, _ = _read(one, lang, None)
    return import_source(source, one.name, "agreement", ui=lang)


def _read(one: Brought, lang: str, facts: Brought | None) -> tuple[Any, dict[str, Any]]:
    """Return the text of a file and the facts that were stated beside it. Raises Problem."""
    from ssc_drafter.readers.cage import read_source

    with tempfile.TemporaryDirectory(prefix="ssc-") as folder:
        path = Path(folder) / f"brought{one.suffix}"
        path.write_bytes(one.body)
        if facts:
            path.with_name(f"brought{SIDECAR}").write_bytes(facts.body)
        try:
            return read_source(path, lang=lang), sidecar(path)
        except Problem as why:  # the person's own name for the file, not ours
            where = why.where.replace(str(path.with_name(f"brought{SIDECAR}")), f"{one.name}{SIDECAR}").replace(
                str(path), one.name
            )
            raise Problem(why.key, where, **why.values) from None
