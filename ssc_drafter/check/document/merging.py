"""From pairs to findings: one for each sentence and trouble, led by the provision that bites most; the others beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from ssc_drafter.check import law
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.omissions import is_memorandum, subject_sort
from ssc_drafter.check.document.outside import outside, sentence_at
from ssc_drafter.check.document.phrases import says
from ssc_drafter.check.document.reach import unreached
from ssc_drafter.check.document.standing import RANKS
from ssc_drafter.check.document.structure import carries
from ssc_drafter.check.document.terms import goes_on
from ssc_drafter.check.document.treaty import about_agreement, about_force, lasts
from ssc_drafter.check.document.weighing import DraftWeights, chance
from ssc_drafter.check.finding import KINDS, Kind
from ssc_drafter.check.kinds.definition import defining
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms.reading import Reading, Sentence
from ssc_drafter.check.pairs import class_weight, families

ALSO = 5  # further provisions that a finding names
# Weight of words that the two sentences quoted in a finding have in common at least: a telling word and a common one. Numbers
# that count the same need less; rank needs none, nor an exemption, which shares a class of duties and no word. Eight wrong
# findings of the labelled drafts lie under it, no right one.
GROUND = 2.5
LESS: dict[Kind, float] = {"limit": 1.5, "duplication": 1.5, "definition": 1.5, "precedence": 0.0, "privilege": 0.0}
# Chance from which a provision bites by itself beside one of another rank; set on the labelled drafts, where under it nothing
# right was found.
OWN = 0.35
NEARLY = 0.75  # of the surest finding's chance from which a law of higher rank leads in its stead
# Findings on how long the agreement itself lasts and how it ends hold only where the law speaks of agreements.
OF_LIFE: tuple[Kind, ...] = ("limit", "procedure", "privilege", "prohibition", "right", "competence", "forum")
SILENT = ("step_silent", "step_weaker", "step_at_once", "power_silent")  # a clause passes over a step and rules nothing out
BRIEF = 600  # signs up to which a provision is of one matter
MOSTLY = 0.5  # share of a short provision from which its words in common are enough where the clause defies it


class Merged(Struct, frozen=True):
    """A finding to be: the pair that leads it, its type, and the pairs that say the same of the same words, highest rank first.

    `chance` is that of the surest of them.
    """

    lead: Held
    kind: Kind
    also: tuple[Held, ...]
    chance: float


class Draft(Struct, frozen=True):
    """What merging has to know of the draft: its title, and the provisions on how an agreement comes to bind."""

    title: str = ""
    binding: frozenset[tuple[str, str, str, str]] = frozenset()  # by their keys (candidates.Place)
    signing: frozenset[tuple[str, str, str, str]] = frozenset()  # those of them that ask for a step before signature
    nobody: bool = False  # whether it binds nobody in international law


def merged(held: Iterable[Held], by: DraftWeights, draft: Draft | None = None) -> list[Merged]:
    """Return the findings to be, in the order of the draft, down to those that are only to be looked at."""
    of = draft or Draft()
    sentences: dict[tuple[str, int], list[Held]] = {}
    for one in held:
        likely = one.chance >= by.look or _by_itself(one, by) >= by.flag
        if likely and one.found.leading and may_lead(one, one.found.leading, of):
            sentences.setdefault((one.unit.address, _sentence(one, one.found.leading)), []).append(one)
    return [found for rows in sentences.values() for found in _of_sentence(rows, by)]


def _of_sentence(every: list[Held], by: DraftWeights) -> Iterator[Merged]:
    """Yield the finding on a sentence of the draft, and that on another trouble that a law of another rank makes of it."""
    rows = [one for one in every if one.chance >= by.look]
    plain = any(not one.links and one.chance >= by.flag for one in rows)
    rows.sort(key=lambda one: (plain and bool(one.links), -one.chance))  # what bites by itself leads
    if not rows:
        return
    beside = [one for one in every if _beside(one, rows[0], by)] if rows[0].chance >= by.flag else []
    lead = _highest(rows, beside, by)
    yield _merged(lead, kind_of(lead), [*beside, *rows], lead.chance)
    other = [one for one in beside if kind_of(one) != kind_of(lead)]
    if other:
        first = min(other, key=lambda one: (_rank(one), -_by_itself(one, by)))
        yield _merged(first, kind_of(first), other, _by_itself(first, by))


def _merged(lead: Held, kind: Kind, rows: Sequence[Held], least: float) -> Merged:
    every = {id(one): one for one in rows if one is not lead and kind_of(one) == kind}
    also = sorted(every.values(), key=_rank)
    return Merged(lead, kind, tuple(also[:ALSO]), max(least, *(one.chance for one in (lead, *also))))


def _highest(rows: list[Held], beside: list[Held], by: DraftWeights) -> Held:
    """Return the pair that leads: the first, or one of the same type of a law of higher rank that bites about as surely."""
    first = rows[0]
    rows = [one for one in rows if kind_of(one) == kind_of(first) and not one.links]
    near = [one for one in rows if one.chance >= NEARLY * first.chance or (_alike(one, first) and one.chance >= by.flag)]
    sure = [one for one in near if one.chance >= by.flag or first.chance < by.flag]
    same = [one for one in beside if kind_of(one) == kind_of(first)]
    return min([first, *sure, *same], key=_rank)


def _rank(one: Held) -> int:
    return RANKS[one.place.rank]


def _by_itself(one: Held, by: DraftWeights) -> float:
    """Return the chance of a pair if no other provision were nearer to its clause."""
    return one.chance if one.links else chance(msgspec.structs.replace(one.features, share=1.0), by)


def _beside(one: Held, first: Held, by: DraftWeights) -> bool:
    """Whether a provision bites by itself, of a law of the State that is of another rank than the one that bites most; where it
    makes another trouble, it has to speak of the same matter.

    That another provision is nearer to the clause tells that one is a stranger; where both are on one matter it does not.
    """
    mine, its = one.place.instrument, first.place.instrument
    if one.links or mine.country != its.country or _rank(one) == _rank(first) or _by_itself(one, by) < OWN:
        return False
    if kind_of(one) == kind_of(first):
        return True  # each has been found to be about the words of the clause
    led, other = one.found.leading, first.found.leading
    theirs = sentence_at(one.provision, led.law) if led else None
    beside = sentence_at(first.provision, other.law) if other else None
    if theirs is None or beside is None:
        return False
    same = one.provision.lang == first.provision.lang
    words, its_words = (theirs.stems, beside.stems) if same else (theirs.keys, beside.keys)
    return sum(words[word] for word in words.keys() & its_words.keys()) >= GROUND


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
    cites = any(link.how == "cites_here" for link in one.links)  # "the permits referred to in Article 1 are deemed granted"
    defines = role == "definition" or (_only_defines(one.clause) and not cites)
    return role != "structure" and (not defines or leading.kind == "definition")


def _of_this_sort(one: Held, leading: Signal, draft: Draft) -> bool:
    """Whether a provision on agreements themselves meets a clause on the agreement, and one on memoranda a memorandum."""
    words = one.clause.text
    where = one.place.key
    if where in draft.binding and (draft.nobody or not about_force(words, one.clause.lang)):
        return False
    if where in draft.signing and leading.name in SILENT:
        return False  # the State takes its own steps before it signs
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
    if leading.kind == "limit" and _own_life(one, ours) and _in_time(one, theirs):
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
    words = text if len(text) <= BRIEF else text[theirs.start : theirs.end]
    return about_agreement(words, one.provision.lang)


def _in_time(one: Held, theirs: Sentence) -> bool:
    """Whether a sentence of law sets a time in which something is done: no agreement lasts, begins or ends by that."""
    lang, words = one.provision.lang, one.provision.text[theirs.start : theirs.end]
    return says("linked", lang, "done_in", words) is not None


def _only_defines(clause: Reading) -> bool:
    """Whether most sentences of a clause say what a term means; "for the purposes of this Agreement" alone does not."""
    told = [one for one in clause.sentences if not goes_on(clause.text[one.start : one.end], clause.lang)]
    return 2 * sum(bool(defining(one)) for one in told) > len(told)


def _sentence(one: Held, leading: Signal) -> int:
    """Return which sentence of the unit a finding rests on."""
    return sum(sentence.start <= leading.clause[0] for sentence in one.clause.sentences)
