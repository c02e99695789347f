"""From pairs to findings: one for each sentence and trouble, led by the provision that bites most; the others beside it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.omissions import is_memorandum, subject_sort
from ssc_drafter.check.document.outside import outside, sentence_at
from ssc_drafter.check.document.reach import unreached
from ssc_drafter.check.document.standing import RANKS
from ssc_drafter.check.document.structure import carries
from ssc_drafter.check.document.treaty import about_agreement, about_force, lasts
from ssc_drafter.check.document.weighing import DraftWeights
from ssc_drafter.check.finding import KINDS, Kind
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms.reading import Reading, Sentence
from ssc_drafter.check.pairs import class_weight, families

ALSO = 5  # further provisions that a finding names
# Weight of words that the two sentences quoted in a finding have in common at least: a telling word and a common one. Numbers
# that count the same need less; rank needs none, nor an exemption, which shares a class of duties and no word. Eight wrong
# findings of the labelled drafts lie under it, no right one.
GROUND = 2.5
LESS: dict[Kind, float] = {"limit": 1.5, "duplication": 1.5, "definition": 1.5, "precedence": 0.0, "privilege": 0.0}
NEARLY = 0.75  # of the surest finding's chance from which a law of higher rank leads in its stead
# Findings on how long the agreement itself lasts and how it ends hold only where the law speaks of agreements.
OF_LIFE: tuple[Kind, ...] = ("limit", "procedure", "privilege", "prohibition", "right", "competence", "forum")
SHORT = 1_500  # signs up to which a provision is of one matter
MOSTLY = 0.5  # share of a short provision from which its words in common are enough where the clause defies it


class Merged(Struct, frozen=True):
    """A finding to be: the pair that leads it, its type, and the pairs that say the same of the same words."""

    lead: Held
    kind: Kind
    also: tuple[Held, ...]


class Draft(Struct, frozen=True):
    """What merging has to know of the draft: its title, and the provisions on how an agreement comes to bind."""

    title: str = ""
    binding: frozenset[tuple[str, str]] = frozenset()  # file and address


def merged(held: Iterable[Held], by: DraftWeights, draft: Draft | None = None) -> list[Merged]:
    """Return the findings to be, in the order of the draft, down to those that are only to be looked at."""
    of = draft or Draft()
    sentences: dict[tuple[str, int], list[Held]] = {}
    for one in held:
        if one.chance >= by.look and one.found.leading and may_lead(one, one.found.leading, of):
            sentences.setdefault((one.unit.address, _sentence(one, one.found.leading)), []).append(one)
    found = []
    for rows in sentences.values():
        plain = any(not one.links and one.chance >= by.flag for one in rows)
        rows.sort(key=lambda one: (plain and bool(one.links), -one.chance))  # what bites by itself leads
        lead = _highest(rows, by)
        kind = kind_of(lead)
        found.append(Merged(lead, kind, tuple(one for one in rows if one is not lead and _same(one, kind))[:ALSO]))
    return found


def _highest(rows: list[Held], by: DraftWeights) -> Held:
    """Return the pair that leads: the first, or one of the same type of a law of higher rank that bites about as surely."""
    first = rows[0]
    rows = [one for one in rows if kind_of(one) == kind_of(first) and not one.links]
    near = [one for one in rows if one.chance >= NEARLY * first.chance or (_alike(one, first) and one.chance >= by.flag)]
    sure = [one for one in near if one.chance >= by.flag or first.chance < by.flag]
    return min([first, *sure], key=lambda one: RANKS[one.place.instrument.hierarchy])


def _alike(one: Held, first: Held) -> bool:
    """Whether the same reading leads two pairs: the two laws say the same kind of thing on the same words."""
    mine, its = one.found.leading, first.found.leading
    return mine is not None and its is not None and mine.name == its.name


def kind_of(held: Held) -> Kind:
    """Return the type of the finding that a pair makes."""
    leading = held.found.leading
    said = held.place.verified
    if said and said.type in KINDS:
        return said.type
    return held.found.type or (leading.kind if leading else None) or "prohibition"


def may_lead(one: Held, leading: Signal, draft: Draft) -> bool:
    """Whether a provision can bite: one of definitions only where a term is at issue, one that carries the law never.

    A clause that only defines promises nothing, so it can clash with a definition alone.
    """
    if not _of_this_sort(one, leading, draft) or not (one.links or _on_ground(one, leading)):
        return False
    role = carries(one.place)
    defines = role == "definition" or _only_defines(one.clause)
    return role != "structure" and (not defines or leading.kind == "definition")


def _of_this_sort(one: Held, leading: Signal, draft: Draft) -> bool:
    """Whether a provision on agreements themselves meets a clause on the agreement, and one on memoranda a memorandum."""
    words = one.clause.text
    where = (one.place.instrument.file, one.place.provision.address)
    if where in draft.binding and (is_memorandum(draft.title) or not about_force(words, one.clause.lang)):
        return False
    sort = subject_sort(one.provision, leading.law)
    if sort == "memorandum":
        return is_memorandum(draft.title) or not draft.title
    return sort != "any" or about_agreement(words, one.clause.lang)


def _on_ground(one: Held, leading: Signal) -> bool:
    """Whether the two sentences of a finding speak of one thing, not only the texts that they stand in."""
    ours, theirs = sentence_at(one.clause, leading.clause), sentence_at(one.provision, leading.law)
    if ours is None or theirs is None:
        return True
    if leading.kind in OF_LIFE and _own_life(one, ours) and not _on_agreements(one, theirs):
        return False
    if outside(one, leading, ours, theirs) or unreached(one, leading, ours, theirs):
        return False
    common, total = _common(one, ours, theirs)
    defied = leading.name == "insists" and common >= MOSTLY * total
    return defied or common >= LESS.get(leading.kind or "prohibition", GROUND)


def _common(one: Held, ours: Sentence, theirs: Sentence) -> tuple[float, float]:
    """Return the weight that two sentences have in common, and all that the law's has; across languages classes of things count
    beside cognates, since few words are written alike there."""
    if one.clause.lang == one.provision.lang:
        return sum(theirs.stems[word] for word in ours.stems.keys() & theirs.stems.keys()), sum(theirs.stems.values())
    named = {name for name in families(ours) & families(theirs) if not law.classes()[name].person}
    common = sum(theirs.keys[word] for word in ours.keys.keys() & theirs.keys.keys())
    return common + sum(class_weight(name) for name in named), sum(theirs.keys.values())


def _own_life(one: Held, sentence: Sentence) -> bool:
    """Whether a sentence says how long the agreement itself lasts: no period for something else can limit that."""
    return lasts(one.clause.text[sentence.start : sentence.end], one.clause.lang, one.clause.text)


def _on_agreements(one: Held, theirs: Sentence) -> bool:
    """Whether a sentence of law speaks of agreements; in a short provision, any of its sentences."""
    text = one.provision.text
    words = text if len(text) <= SHORT else text[theirs.start : theirs.end]
    return about_agreement(words, one.provision.lang)


def _only_defines(clause: Reading) -> bool:
    """Whether most sentences of a clause say what a term means."""
    return 2 * sum(one.has("definition") for one in clause.sentences) > len(clause.sentences)


def _same(one: Held, kind: Kind) -> bool:
    return kind_of(one) == kind


def _sentence(one: Held, leading: Signal) -> int:
    """Return which sentence of the unit a finding rests on."""
    return sum(sentence.start <= leading.clause[0] for sentence in one.clause.sentences)
