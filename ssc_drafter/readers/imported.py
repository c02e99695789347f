"""An imported file: a text with its units, as an agreement or as a policy, and its JSON (format ssc-drafter/import/1)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.policies.dated import Told, ended, told
from ssc_drafter.policies.excerpt import named
from ssc_drafter.policies.facts import Facts, facts_of, sidecar, states_rank, with_told
from ssc_drafter.policies.grammar import READING
from ssc_drafter.policies.instrument import RANK, Hierarchy, Instrument, Provision, Warn
from ssc_drafter.policies.language_found import language_of, languages_in
from ssc_drafter.policies.named import announced_title, numbered_title, only_approves
from ssc_drafter.policies.planning import holds_policy
from ssc_drafter.policies.provisions import Segments, segment
from ssc_drafter.policies.ranked import hierarchy_in, of_parliament, rank_by_form, rank_of
from ssc_drafter.policies.stated_norms import stated_norms
from ssc_drafter.policies.titled import is_name, title_of
from ssc_drafter.policies.void import not_in_force
from ssc_drafter.readers.agreement import Reading, read_agreement, running, tree
from ssc_drafter.readers.akn_agreement import tree_of
from ssc_drafter.readers.cage import read_source
from ssc_drafter.readers.kinds import looks_like_agreement, named_agreement
from ssc_drafter.readers.saved import annexes_of, articles_of, saved
from ssc_drafter.readers.source import Source
from ssc_drafter.readers.tables import tables_of
from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.tree.running import RunningText, running_text
from ssc_drafter.words import say

FORMAT = "ssc-drafter/import/1"
Kind = Literal["agreement", "policy"]


class Imported(Struct, frozen=True):
    """A file as it was read. What it was read as is `kind`; the other reading is made when it is asked for."""

    file: str
    kind: Kind
    source: Source
    facts: Facts
    warnings: tuple[Warn, ...]
    segments: Segments | None = None
    reading: Reading | None = None
    void: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text that every place counts in."""
        return self.source.text

    @property
    def sha256(self) -> str:
        """The hash of the text in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def title(self) -> str:
        """The title: of the agreement inside the file, or of the law."""
        return (self.reading.title if self.reading else "") or self.facts.title

    def read(self) -> Reading:
        """Return the file read as an agreement."""
        return self.reading or _as_agreement(self.source, self.facts)

    def running(self) -> RunningText:
        """Return the text with the units of an agreement."""
        tree_of_ours = saved(self.source)
        return running_text(tree_of_ours) if tree_of_ours else running(self.read())

    def agreement(self) -> Agreement:
        """Return the tree of an agreement, with printed numbers; of a file of our own the tree that was written."""
        return tree_of(self.source) or tree(self.read())

    def instrument(self) -> Instrument:
        """Return the law or policy with its provisions and facts."""
        parts = self.segments or _as_policy(self.source, self.facts)
        facts = self.facts
        verified, _ = stated_norms(facts.verified_norms, parts.provisions)
        return Instrument(
            title=facts.title, country=facts.country, lang=facts.lang, text=self.text, sha256=self.sha256,
            provisions=parts.provisions, other=parts.other, file=self.file, hierarchy=facts.hierarchy, date=facts.date,
            status=facts.status, source=facts.source, inferred=facts.inferred, warnings=self.warnings,
            verified=verified, void=self.void,
            tables=tables_of(self.source.stretches) if holds_policy(facts.hierarchy, parts.provisions) else (),
        )  # fmt: skip

    def to_json(self) -> dict[str, Any]:
        """Return the document of interfaces.md, "The JSON of an import"."""
        document: dict[str, Any] = {
            "format": FORMAT, "file": self.file, "as": self.kind, "title": self.title, "lang": self.facts.lang,
            "text": self.text, "sha256": self.sha256,
        }  # fmt: skip
        tree_of_ours = saved(self.source)
        if self.kind == "agreement" and tree_of_ours:
            document["articles"], document["provisions"] = articles_of(tree_of_ours), []
            document["other"] = annexes_of(tree_of_ours)
        elif self.kind == "agreement":
            document["articles"] = [_article(span, address, len(listed)) for span, address, listed in self.read().articles]
            document["provisions"], document["other"] = [], _attached(self.read())
        else:
            parts = self.instrument()
            document["articles"] = []
            document["provisions"] = [_provision(one, self.void) for one in parts.provisions]
            document["other"] = [_other(one) for one in parts.other]
        document["warnings"] = [{"what": one.what, "where": one.where} for one in self.warnings]
        return document


def import_file(path: Path | str, as_: str | None = None, country: str = "", *, ui: str = "en") -> Imported:
    """Return a file read as an agreement or as a policy; which of the two is found, and said, where `as_` is None.

    `country` belongs to a law whose facts name none; warnings are in the language `ui`. Raises Problem where the file
    cannot be used.
    """
    path = Path(path)
    return import_source(read_source(path, lang=ui), str(path), as_, country, stated=sidecar(path), ui=ui)


def import_source(
    source: Source,
    file: str,
    as_: str | None = None,
    country: str = "",
    *,
    stated: dict[str, Any] | None = None,
    ui: str = "en",
) -> Imported:
    """Return a text that a format reader gave (an upload) as import_file does."""
    lang = language_of(source.text)
    found = Facts(lang=lang, title=title_of(source.text, source.stretches, lang), country=country.upper())
    told_beside = {**source.facts, **(stated or {})}
    if not is_name(str(told_beside.get("title") or "")):
        told_beside.pop("title", None)
    rank = rank_of(str(told_beside.get("title") or found.title), source.text)
    rank = "act" if rank == "regulation" and of_parliament(found.title, source.text, lang) else rank
    facts = facts_of(told_beside, replace(found, hierarchy=rank or "act"))
    kind, said, reading = _kind(source, facts, as_, ui)
    warnings = [*source.warnings, *said, *facts.warnings]
    shares = languages_in(source.text)
    if len(shares) > 1 and sorted(shares.values())[-2] > 0.2:
        langs = ", ".join(shares)
        warnings.append(Warn(say("policies.several_languages", ui, langs=langs, language=facts.lang), "lang"))
    if facts.lang and not (READING / f"{facts.lang}.toml").is_file():
        warnings.append(Warn(say("policies.no_grammar", ui, language=facts.lang), "lang"))
    if kind == "agreement" and saved(source):
        return Imported(file, kind, source, facts, tuple(warnings))
    if kind == "agreement":
        reading = reading or _as_agreement(source, facts)
        warnings += _agreement_warnings(reading, ui)
        return Imported(file, kind, source, facts, tuple(warnings), reading=reading)
    parts = _as_policy(source, facts, ui)
    lone = named(file, source.text, parts.provisions)
    parts = Segments((lone,)) if lone else parts
    facts, asked = _ranked(source, facts, parts, known=rank is not None, ui=ui)
    warnings += asked
    facts = with_told(replace(facts, warnings=()), _told(source.text, facts, parts), ui)
    warnings += facts.warnings
    if "title" in facts.inferred:
        facts = replace(facts, title=announced_title(facts.title, source.text, facts.lang, parts.provisions))
    facts = replace(facts, title=numbered_title(facts.title, source.text, facts.lang, parts.provisions))
    warnings += only_approves(source.text, facts.lang, facts.title, parts.provisions, parts.other, ui)
    last = ended(facts.title, source.text) if facts.hierarchy == "policy" else None
    warnings += [Warn(say("policies.period_over", ui, year=last), "facts")] if last else []
    _, unused = stated_norms(facts.verified_norms, parts.provisions, ui)
    void, voided = not_in_force(source.text, facts.lang, source.stretches, parts.provisions, ui)
    warnings += [*parts.warnings, *voided, *unused]
    return Imported(file, kind, source, facts, tuple(warnings), segments=parts, void=void)


def law_of(
    source: Source,
    file: str,
    country: str = "",
    *,
    stated: dict[str, Any],
    ui: str = "en",
    stood: Callable[[Instrument], Hierarchy | None],
) -> Instrument:
    """Return a law or policy read from a text. `stood` answers the rank that an officer stated of this law before.

    That rank stands, and the text is read with it, unless the facts beside the file (`stated`) state another one.
    """
    law = import_source(source, file, "policy", country, stated=stated, ui=ui).instrument()
    rank = None if states_rank(stated) else stood(law)
    return law if rank is None else law_ranked(source, file, country, {**stated, "hierarchy": rank}, ui)


def law_ranked(source: Source, file: str, country: str, stated: dict[str, Any], ui: str = "en") -> Instrument:
    """Return a law or policy read with facts that an officer stated, its rank among them."""
    made = import_source(source, file, "policy", country, stated=stated, ui=ui).instrument()
    return replace(made, by_officer=("hierarchy",))


def _told(text: str, facts: Facts, parts: Segments) -> Told:
    """Return what a text says of itself; not what a policy says that stands behind the act which approves it."""
    own = [one for one in parts.provisions if not one.rank]
    behind = min((one.start for one in parts.provisions if one.rank), default=len(text))
    return told(text[:behind], facts.lang, facts.title, own)


def _as_agreement(source: Source, facts: Facts) -> Reading:
    return read_agreement(source.text, facts.lang, source.stretches, facts.title)


def _as_policy(source: Source, facts: Facts, ui: str = "en") -> Segments:
    named = hierarchy_in(facts.title)  # a text without rank and without a law's title may be a plan
    plan = facts.hierarchy == "policy" or (named is None and "hierarchy" in facts.inferred)
    return segment(source.text, facts.lang, source.stretches, plan=plan, ui=ui)


def _ranked(source: Source, facts: Facts, parts: Segments, *, known: bool, ui: str) -> tuple[Facts, list[Warn]]:
    """Return the facts with a rank by the form of the text where nothing tells it, and the question to the reader."""
    if known or "hierarchy" not in facts.inferred:
        return facts, []
    facts = replace(facts, hierarchy=rank_by_form(source.text, facts.lang, parts.provisions))
    return facts, [Warn(say(f"policies.rank_unknown_{facts.hierarchy}", ui), RANK)]


# ---- agreement or policy -------------------------------------------------------------------------------------------
def _kind(source: Source, facts: Facts, as_: str | None, ui: str) -> tuple[Kind, list[Warn], Reading | None]:
    """Return what a file is to be read as, what is said of that, and the reading where it was made to find out."""
    if as_ in ("agreement", "policy"):
        return as_, [], None  # type: ignore[return-value]
    if source.facts.get("format") == "json":
        return "agreement", [Warn(say("policies.read_as_saved", ui), "as")], None
    if looks_like_agreement(source.text, facts):
        reading = _as_agreement(source, facts)
        named = named_agreement(facts)
        # a law, or a decision, with an agreement annexed stays what it is
        if len(reading.articles) >= reading.wrapper and (reading.formula >= 0 or named or not reading.articles):
            return "agreement", [Warn(say("policies.read_as_agreement", ui), "as")], reading
    return "policy", [Warn(say("policies.read_as_policy", ui), "as")], None


def _agreement_warnings(reading: Reading, ui: str) -> list[Warn]:
    warnings = []
    if reading.wrapper:
        warnings.append(Warn(say("policies.approving", ui, count=reading.wrapper), "articles"))
    if not reading.articles:
        warnings.append(Warn(say("policies.no_articles", ui), "articles"))
    numbers = [span.number for span, _, _ in reading.articles]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    if twice:
        warnings.append(Warn(say("policies.twice", ui, numbers=", ".join(twice)), "articles"))
    return warnings


# ---- pieces of the document ----------------------------------------------------------------------------------------
def _article(span: Any, address: str, count: int) -> dict[str, Any]:
    return {
        "number": span.number, "heading": span.heading, "address": address, "paragraphs": max(count, 1), "start": span.start,
        "end": span.end,
    }  # fmt: skip


def _attached(reading: Reading) -> list[dict[str, Any]]:
    return [
        {
            "container": one.address.replace("_", " "),
            "number": "",
            "heading": one.label,
            "start": one.place[0],
            "end": one.place[1],
        }
        for one in reading.attached
    ]


def _provision(one: Provision, void: Sequence[str]) -> dict[str, Any]:
    return {
        "number": one.number, "heading": one.heading, "address": one.address, "level": one.level, "start": one.start,
        "end": one.end, "within": [{"label": each.label, "heading": each.heading} for each in one.within],
        "word": one.word or None, **({"rank": one.rank} if one.rank else {}),
        **({"in_force": False} if one.address in void else {}),
    }  # fmt: skip


def _other(one: Provision) -> dict[str, Any]:
    return {"container": one.container, "number": one.number, "heading": one.heading, "start": one.start, "end": one.end}
