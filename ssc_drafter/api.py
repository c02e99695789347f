"""The product for Python: five verbs (load, assemble, write, read, check). They join the parts and decide nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from ssc_drafter.errors import Problem
from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.tree.running import RunningText, running_text

if TYPE_CHECKING:
    from ssc_drafter.check.finding import Report
    from ssc_drafter.concord import Report as ConcordReport
    from ssc_drafter.library.load import Library as Shelf
    from ssc_drafter.lint.finding import Report as LintReport
    from ssc_drafter.policies.instrument import Hierarchy, Instrument
    from ssc_drafter.policies.positions import Position
    from ssc_drafter.readers.collect import Collected
    from ssc_drafter.store import Store
    from ssc_drafter.store.instruments import Kept
    from ssc_drafter.store.norms import Said


class Library:
    """The clause library with its kinds of instrument."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    @classmethod
    def load(cls, *folders: Path | str) -> Library:
        """Read the shipped library, or the one in `folders`. Raises Problems naming every mistake in it."""
        from ssc_drafter.library.load import Library as Shelf

        return cls(Shelf.load(*folders))

    def assemble(
        self, kind: str, answers: Mapping[str, Any], lang: str = "", *, blanks: bool = False, date: str = ""
    ) -> Agreement:
        """Return the agreement that `answers` make, in `lang` (English if none is named); with `blanks`, gaps are marked.

        `answers` may hold `kind`, `lang`, `date` and `changes` as an answers file does; `lang` and `date` given here win.
        Raises Problem for another or unknown kind or language, Problems naming every answer that is missing or mistyped.
        """
        from ssc_drafter.answers.files import read_mapping
        from ssc_drafter.assemble.whole import assemble
        from ssc_drafter.library.changes import read_changes

        read = read_mapping(answers)
        if read.kind not in ("", kind):
            raise Problem("answers.other_kind", "kind", found=read.kind, wanted=kind)
        changes = read_changes(read.changes)
        return assemble(self.shelf, kind, read.answers, lang or read.lang or "en", changes, blanks, date or read.date)


class Policies:
    """Laws and policies, each with its State; `not_read` names the files that could not be used, with the reason."""

    def __init__(self, collected: Collected) -> None:
        self.instruments, self.not_read = collected.instruments, collected.not_read

    @classmethod
    def open(cls, path: Path | str) -> Policies:
        """Read a folder of laws (a State's in a folder of its two-letter code) or the store in a data folder."""
        from ssc_drafter.readers.collect import Collected, collect, places, read_instrument
        from ssc_drafter.store.folder import DATABASE

        if (Path(path) / DATABASE).exists():
            from ssc_drafter.store import Store

            with Store.open(Path(path)) as store:
                return cls(Collected(tuple(stored(store)), ()))
        # one after another: processes of our own would run a caller's script anew where it guards nothing
        return cls(collect(places([str(path)]), read=read_instrument))


def stored(store: Store, countries: Sequence[str] = ()) -> list[Instrument]:
    """Return the laws that a store holds, of some States or of all, with what officers verified of their provisions."""
    from ssc_drafter.store import instruments, norms

    said = norms.verified(store)
    found = instruments.listed(store, tuple(countries))
    kept = ((one, stored_law(store, one)) for one in found)
    return [with_verified(replace(law, country=one.country, file=one.file), said) for one, law in kept]


def stored_law(store: Store, one: Kept) -> Instrument:
    """Return a law of the store as it was read: from what the check keeps on disk, where its bytes need not be fetched."""
    import msgspec

    from ssc_drafter.check.kept import law
    from ssc_drafter.policies.instrument import Instrument
    from ssc_drafter.store import instruments

    def make() -> Instrument:
        found = instruments.read(store, one.id)
        if found.sha256 != one.sha256:  # another text came in its place since it was listed: that must not take its name
            raise Problem("store.no_instrument", id=one.id)
        return msgspec.json.decode(found.body, type=Instrument)

    return law(f"stored-{one.sha256}", make)


def stood_rank(store: Store, law: Instrument) -> Hierarchy | None:
    """Return the rank that an officer stated of a law that is loaded again, or None."""
    import msgspec

    from ssc_drafter.store import instruments

    facts = {"title": law.title or law.file, "country": law.country, "file": law.file}
    kept = instruments.former(store, **facts, body=msgspec.json.encode(law))
    before = stored_law(store, kept) if kept else None
    return before.hierarchy if before and "hierarchy" in before.by_officer else None


def with_verified(law: Instrument, said: Mapping[str, Said]) -> Instrument:
    """Return a law with what officers verified of its provisions; what the store has wins over the law's own file of facts."""
    import msgspec

    from ssc_drafter.policies.instrument import Verified
    from ssc_drafter.store.norms import provision_key

    if not said:
        return law
    found = {one.address: one for one in law.verified}
    for one in law.provisions:
        row = said.get(provision_key(law.country, one.address, law.text[one.start : one.end]))
        if row:
            stated = msgspec.json.decode(row.body, type=Verified)
            found[one.address] = replace(stated, address=one.address, number=one.number, by=row.by, at=row.at)
    return replace(law, verified=tuple(found.values()))


def house_positions(store: Store) -> list[Position]:
    """Return the positions of the house: shipped examples, the files of `positions/` in the data folder, those of the browser.

    The state that somebody gave a position in the browser wins over that of its file. Raises Problem for a broken file.
    """
    import msgspec

    from ssc_drafter.policies import positions
    from ssc_drafter.store import norms

    said = {one.name: one for one in norms.positions(store)}
    files = {one.id: one for one in (*positions.shipped(), *positions.folder(store.folder / "positions"))}
    found = [replace(one, on=said[name].state == "on") if name in said else one for name, one in files.items()]
    own = (one for name, one in said.items() if name not in files and one.body)
    return found + [replace(msgspec.json.decode(one.body, type=positions.Position), on=one.state == "on") for one in own]


def write(agreement: Agreement, path: Path | str) -> Path:
    """Write an agreement in the format of the path's ending: .docx .pdf .html .md .xml (Akoma Ntoso) .json."""
    from ssc_drafter.writers.formats import write as write_file

    return write_file(agreement, path)


def read(path: Path | str) -> Agreement:
    """Return the agreement in a file: a tree of ours (.json), or anything that `import` reads. Raises Problem."""
    from ssc_drafter.readers.imported import import_file

    path = Path(path)
    if path.suffix.lower() == ".json":
        from ssc_drafter.tree.codec import from_json

        return from_json(path.read_bytes(), str(path))
    return import_file(path, as_="agreement").agreement()


def check(
    draft: Agreement | RunningText,
    policies: Policies,
    countries: Sequence[str] = (),
    *,
    library: Library | None = None,
    fits: bool = False,
    progress: Callable[[int, int], None] | None = None,
    positions: Sequence[Position] = (),
) -> Report:
    """Hold a draft against the laws of `countries` (all where none is named) and return the report.

    `positions` are rules of the house (`policies.positions`), held against the draft beside the laws.
    """
    from ssc_drafter.check import check as hold
    from ssc_drafter.check.finding import NotRead

    wanted = {country.upper() for country in countries}
    laws = [one for one in policies.instruments if not wanted or one.country in wanted]
    text = running_text(draft) if isinstance(draft, Agreement) else draft
    unread = [NotRead(one.file, one.reason) for one in policies.not_read]
    shelf = library.shelf if library else None
    return hold(text, laws, library=shelf, fits=fits, progress=progress, not_read=unread, positions=positions)


def lint(draft: Agreement | RunningText, *, ui: str = "", only: Sequence[str] = ()) -> LintReport:
    """Return what a draft says against itself; sentences in the language `ui` (the draft's own where it is empty)."""
    from ssc_drafter.lint import lint as look

    return look(draft, ui=ui, only=tuple(only))


def concord(versions: Mapping[str, Agreement | RunningText], *, ui: str = "en") -> ConcordReport:
    """Return where the language versions of one text, by name, do not say the same; sentences in the language `ui`."""
    from ssc_drafter.concord import Version
    from ssc_drafter.concord import concord as compare

    texts = {name: running_text(one) if isinstance(one, Agreement) else one for name, one in versions.items()}
    return compare([Version(name, one) for name, one in texts.items()], ui=ui)
