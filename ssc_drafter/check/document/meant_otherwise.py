"""A term that a draft defines otherwise than a law, and another article of the draft that uses it where that law rules on it.

"Vaccines are no medicines" in one article and "products other than medicines need no registration" in another: neither breaks
the law on the registration of medicines, which counts vaccines among them; the two together do. The finding is of the article
that uses the term; it names both definitions.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.merging import may_lead
from ssc_drafter.check.document.outside import sentence_at
from ssc_drafter.check.document.parted import Parted, parted
from ssc_drafter.check.document.phrases import says
from ssc_drafter.check.document.splicing import Span
from ssc_drafter.check.document.terms import Term, other_than, uses
from ssc_drafter.check.document.together import SURE, Sight
from ssc_drafter.check.document.weighing import draft_weights
from ssc_drafter.check.judge import Judgement
from ssc_drafter.check.kinds.ground import met, wider
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.kinds.term import named
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading, Sentence
from ssc_drafter.tree.running import Unit

FILE = "linked"
NAME = "meant_otherwise"
NEAR = 40  # signs around a term within which a duty is held to it alone
FREED, FREED_TOO = 0.5, 0.4  # of a rule on what is beyond the term, or one that frees it: there an act in common is not enough
DONE = 0.25  # share of what else the law's sentence says that the clause has, where no act is common to the two
_FREES = ("permission", "exempt", "freedom", "right", "excludes")
_YIELDS = ("deference", "as_far_as_law")


class Use(Struct, frozen=True):
    """A term in a clause that the draft and a law define: where it stands, how the clause speaks of it, and how they part."""

    at: Span
    how: str  # "not" of what is not that, "only" of that alone, "" of that
    meanings: Parted

    @property
    def mark(self) -> tuple[object, ...]:
        """What tells it from others, wherever the units of the draft stand."""
        its, place = self.meanings, self.meanings.law.place
        where = place.key if place else ()
        told = its.narrower, its.wider, its.out, its.more, its.further, its.told
        return self.at, self.how, its.draft.term, its.draft.start, its.draft.end, where, *told


def otherwise(one: Held, sight: Sight) -> list[Use]:
    """Return the terms of a clause that another article of the draft defines and that a law defines too."""
    found = []
    for words, start, end in uses(one.clause.text, tuple(sight.terms)):
        term, unit, text = sight.terms[words]
        if unit.address != one.unit.address:
            rows = sight.rows.get(unit.address, ())
            held = tuple(row.place.key for row in rows)
            key = words, text, one.clause.lang, unit.address, unit.start, held
            both = sight.remembered("parted", key, functools.partial(_all_parted, term, unit, text, rows))
            how = how_used(one.clause, (start, end))
            found += [Use((start, end), how, meanings) for meanings in both]
    return found


def _all_parted(term: Term, unit: Unit, text: str, rows: Sequence[Held]) -> tuple[Parted, ...]:
    return tuple(parted(term, unit, text, rows))


def how_used(clause: Reading, at: Span) -> str:
    """Return how a clause speaks of a term: of what is not that, of that alone, or of that."""
    if other_than(clause.text, at[0], clause.lang):
        return "not"
    return "only" if says(FILE, clause.lang, "alone", clause.text[max(0, at[0] - NEAR) : at[1] + NEAR]) else ""


def meant_otherwise(one: Held, rows: Sequence[Held], known: Sequence[Use], sight: Sight) -> Held:
    """Return a pair of a unit (`rows` are all of them) as it is, or as a finding that rests on two meanings of one term.

    What a clause says of that which is not the term breaks no rule on the term by itself, nor does what it frees break a
    rule that the law sets for all others: then it is only looked at.
    """
    by = draft_weights()
    flagged = one.chance >= by.flag and one.found.leading is not None and may_lead(one, one.found.leading, sight.draft)
    for use in known:
        if not use.meanings.of(one.place):
            continue
        spans, now = _bitten(one, use), _spans(one) if flagged else None
        about = flagged and _about_the_term(one, rows, use)
        if about and spans is None and use.meanings.wider and not use.how:
            spans = now
        if spans and (not flagged or about or spans == now) and (found := _resting(one, use, spans, sight)):
            return found
        if flagged and ((about and (use.how or use.meanings.told)) or _of_the_meaning(one, use)):
            return msgspec.structs.replace(one, chance=min(one.chance, by.flag - 0.01))
    return one


def _spans(one: Held) -> tuple[Span, Span] | None:
    """Return the two sentences of a finding."""
    leading = one.found.leading
    ours = sentence_at(one.clause, leading.clause) if leading else None
    theirs = sentence_at(one.provision, leading.law) if leading else None
    return ((ours.start, ours.end), (theirs.start, theirs.end)) if ours and theirs else None


def _resting(one: Held, use: Use, spans: tuple[Span, Span], sight: Sight) -> Held | None:
    """Return a pair as the finding that rests on two meanings of one term, each named once."""
    led = Signal(NAME, 1.0, "definition", *spans)
    found = Judgement("conflict", "definition", None, SURE, SURE, 1.0, led, None, {NAME: led})
    its = use.meanings.law.place
    here = its is not None and its.provision.address == one.place.provision.address
    links = (use.meanings.draft,) if here else (use.meanings.draft, use.meanings.law)
    trial = msgspec.structs.replace(one, found=found, chance=max(one.chance, SURE), links=links, whole=None)
    return trial if may_lead(trial, led, sight.draft) else None


def _about_the_term(one: Held, rows: Sequence[Held], use: Use) -> bool:
    """Whether a finding is of a sentence on what is not the term, against a rule on the term; or of one that frees the term,
    against a rule for that alone, or for all others where the law frees the term too."""
    spans = _spans(one)
    ours = sentence_at(one.clause, spans[0]) if spans else None
    theirs = sentence_at(one.provision, spans[1]) if spans else None
    if ours is None or theirs is None or not ours.start <= use.at[0] < ours.end or use.how == "only":
        return False
    ruled = any(theirs.start == rule.start for rule in _ruling(one, use))
    if use.how:
        return ruled
    if not _frees(ours):
        return False
    if ruled:
        return theirs.has("only", "exclusive") or _freed(one, ours, use)
    if all_others(one.provision, theirs) and any(_frees_it(row, use) for row in rows if use.meanings.of(row.place)):
        return True
    return any(_freed(row, ours, use) for row in rows if use.meanings.of(row.place))


def _of_the_meaning(one: Held, use: Use) -> bool:
    """Whether a finding that rests on the draft's meaning is against the law's meaning itself: that rules on nothing.

    "A resident has lived here for five years" sets no limit to what residents may attend.
    """
    leading = one.found.leading
    theirs = sentence_at(one.provision, leading.law) if leading and leading.kind != "definition" else None
    here = use.meanings.law.place is not None and use.meanings.law.place.key == one.place.key
    put_in = any(link.how == "defined_here" for link in one.links)
    return here and put_in and theirs is not None and theirs.start == use.meanings.theirs.start


def all_others(law: Reading, theirs: Sentence) -> bool:
    """Whether a sentence of law rules on all others than those of whom it spoke before."""
    return says(FILE, law.lang, "all_others", law.text[theirs.start : theirs.end]) is not None


def _frees_it(row: Held, use: Use) -> bool:
    """Whether a provision frees what the law's term means of anything."""
    return any(rule.has("permission", "exempt", "excludes") and not rule.has("prohibition") for rule in _ruling(row, use))


def _freed(row: Held, ours: Sentence, use: Use) -> bool:
    """Whether a provision frees what the law's term means of that of which the clause frees it."""
    rules = (rule for rule in _ruling(row, use) if rule.has("permission", "exempt", "excludes") and not rule.has("prohibition"))
    return any(_share(row, ours, rule, use) >= FREED_TOO for rule in rules)


def _frees(ours: Sentence) -> bool:
    """Whether a clause allows, grants or frees, and does not forbid: "no tax shall be charged" frees."""
    return ours.has(*_FREES) and (not ours.has("prohibition") or ours.has("excludes", "exempt"))


def _bitten(one: Held, use: Use) -> tuple[Span, Span] | None:
    """Return the sentences of a clause and of a rule on the term between which the two meanings make a difference."""
    ours = next((row for row in one.clause.sentences if row.start <= use.at[0] < row.end), None)
    if ours is None or ours.has(*_YIELDS):
        return None
    for theirs in one.provision.sentences:
        if _charges(one, ours, theirs, use):
            return (ours.start, ours.end), (theirs.start, theirs.end)
    for theirs in _ruling(one, use):
        if _escapes(one, ours, theirs, use) or _takes_in(one, ours, theirs, use):
            return (ours.start, ours.end), (theirs.start, theirs.end)
    return None


def _ruling(one: Held, use: Use) -> Iterator[Sentence]:
    """Yield the sentences of a provision that rule on the law's term, and do not define it."""
    its = use.meanings
    for theirs in one.provision.sentences:
        same = theirs.stems == its.theirs.stems
        if not same and named(its.theirs, its.term, theirs, True, 1.0):
            yield theirs


def _escapes(one: Held, ours: Sentence, theirs: Sentence, use: Use) -> bool:
    """Whether the clause lets go what the law's rule holds and the draft's meaning leaves out."""
    barred = theirs.has("prohibition") or bool(theirs.demands) or theirs.has("negation")
    if not (use.how and use.meanings.narrower) or (theirs.has("permission", "exempt") and not barred):
        return False
    if use.how == "not" and (ours.has("prohibition") or not (barred or ours.has(*_FREES, "negation"))):
        return False
    return _named_out(one, ours, use) and _does(one, ours, theirs, use)


def _named_out(one: Held, ours: Sentence, use: Use) -> bool:
    """Whether an example that the clause gives of what is not the term ("such as manuscripts") is one that the law counts."""
    found = says(FILE, one.clause.lang, "such_as", one.clause.text[ours.start : ours.end])
    if found is None or not use.meanings.out:
        return True
    example = read(one.clause.text[ours.start + found[1] : ours.end], one.clause.lang)
    stems = {word.stem for row in example.sentences for word in row.words if word.weight}
    named_out = (read(words, one.clause.lang) for words in use.meanings.out)
    return any(word.stem in stems for row in named_out for part in row.sentences for word in part.words if word.weight)


def _takes_in(one: Held, ours: Sentence, theirs: Sentence, use: Use) -> bool:
    """Whether the clause frees or grants, for more than the law's term means, what the law frees or grants for that alone."""
    if use.how or not use.meanings.wider or not _frees(ours):
        return False
    sole = theirs.has("only", "exclusive")
    if not sole and (use.meanings.more or not theirs.has("permission", "exempt", "right", "excludes")):
        return False
    return _share(one, ours, theirs, use) >= FREED_TOO and (not sole or _granted(one, ours, theirs, use))


def _granted(one: Held, ours: Sentence, theirs: Sentence, use: Use) -> bool:
    """Whether a clause grants the very thing that a rule keeps for some: contracts for cleaning, and no seminars on cleaning.

    In one language it has the word with which the rule begins to say what that is; across, what is missing tells nothing.
    """
    at = set(named(use.meanings.theirs, use.meanings.term, theirs, True, 1.0))
    first = next((place for place, word in enumerate(theirs.words) if word.weight and place not in at), None)
    same = one.clause.lang == one.provision.lang
    return first is None or not same or met(theirs, (first,), ours, range(len(ours.words)), same).share > 0


def _charges(one: Held, ours: Sentence, theirs: Sentence, use: Use) -> bool:
    """Whether a rule on what the draft's meaning has beyond the law's, or on all others, orders what the clause frees from."""
    if (
        use.how
        or not _frees(ours)
        or not (theirs.has("duty", "prohibition", "paying") or theirs.demands)
        or theirs.has("exempt")
    ):
        return False
    points = (part for words in use.meanings.further for part in read(words, one.clause.lang).sentences[:1])
    others = use.meanings.more and all_others(one.provision, theirs)
    if not others and not any(_stands(point, theirs) for point in points):
        return False
    return _share(one, ours, theirs, use) >= FREED


def _stands(point: Sentence, theirs: Sentence) -> bool:
    """Whether a point stands in a sentence of law, by the word that names it: "other services", "companies that act as"."""
    head = next((word for word in point.words if word.weight), None)
    return head is not None and head.stem in theirs.stems


def _does(one: Held, ours: Sentence, theirs: Sentence, use: Use) -> bool:
    """Whether a clause speaks of what the law's sentence rules, beside the term itself."""
    acts, _ = wider()
    mine = {wide for name in ours.acts for wide in acts[name]}
    at = set(named(use.meanings.theirs, use.meanings.term, theirs, True, 1.0))
    inside = {name for name, marks in theirs.acts.items() if all(mark.first in at for mark in marks)}
    if mine & {wide for name in theirs.acts if name not in inside for wide in acts[name]}:
        return True
    return _share(one, ours, theirs, use) >= DONE


def _share(one: Held, ours: Sentence, theirs: Sentence, use: Use) -> float:
    """Return how much of what the law's sentence says beside the term the clause says too."""
    at = set(named(use.meanings.theirs, use.meanings.term, theirs, True, 1.0))
    rest = tuple(place for place, word in enumerate(theirs.words) if word.weight and place not in at)
    same = one.clause.lang == one.provision.lang
    return met(theirs, rest, ours, range(len(ours.words)), same).share if rest else 0.0
