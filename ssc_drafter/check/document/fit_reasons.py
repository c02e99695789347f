"""Why a provision does not bite a clause, in words of both: what spares the clause, or that the two are strangers.

Only what the two sentences themselves show is said: a guard counts where it is strong and its sentences speak of one thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from ssc_drafter.check import reasons
from ssc_drafter.check.candidates import Place
from ssc_drafter.check.document import quotes
from ssc_drafter.check.document.outside import sentence_at
from ssc_drafter.check.document.structure import carries
from ssc_drafter.check.document.telling import cited_place
from ssc_drafter.check.document.ways import Way
from ssc_drafter.check.judge import Judgement
from ssc_drafter.check.kinds.attitude import deferences
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.law import classes
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence
from ssc_drafter.check.pairs import Pair, families

Span = tuple[int, int]
STRANGE = 0.3  # relatedness under which a provision does not regulate what the clause speaks of
SURE = 0.6  # strength from which a guard is told as the reason
REPEATS = 0.8  # share of the law's words from which a clause says what the law says
LONGEST = reasons.LONGEST + 4  # signs of a quote, with the marks of what is left out
GROUND = 4.0  # weight of words in common from which two sentences are said to speak of one thing: two telling words
SHOWN = 6  # words in common that are named at most
TELLING = 1.0  # weight from which a word tells what a text is about
AROUND = 5  # words on either side of the mark that a quote begins from
# Guards that are told, the surest first: numbers and steps are read from both texts, deference and side from the clause.
GUARDS = (
    "number_within", "number_excepted", "threshold_below", "defers", "as_law_allows", "law_yields", "elsewhere", "other_side",
    "out_of_scope", "disowned", "step_named", "both_forbid", "exception_met", "says_the_same", "organ_kept", "soft",
)  # fmt: skip
_ALONE = ("number_within", "number_excepted", "threshold_below")  # what these say rests on the two numbers
_MARKED = {"as_law_allows": "as_far_as_law", "other_side": "other_side", "soft": "soft"}
_SAID = ("duty", "prohibition", "right", "permission", "definition")
_BINDS = ("duty", "prohibition", "exclusive", "right", "exempt", "negation")


class Fitting(Struct, frozen=True):
    """A pair that makes no finding: where its provision stands, its two sides, and the verdict."""

    place: Place
    pair: Pair
    found: Judgement

    @property
    def clause(self) -> Reading:
        """The clause as it reads."""
        return self.pair.clause

    @property
    def provision(self) -> Reading:
        """The provision as it reads."""
        return self.pair.law


class Ground(Struct, frozen=True):
    """The two sentences that a reason speaks of, with the words of each that it quotes."""

    ours: Sentence
    theirs: Sentence
    clause: Span
    law: Span


class Reason(Struct, frozen=True):
    """Why a provision does not bite: the name of the reason, its sentence, and the words of the provision that it rests on."""

    name: str
    text: str
    law: Span


def reason(one: Fitting, lang: str) -> Reason:
    """Return why a provision does not bite."""
    guard = telling_guard(one)
    signal = guard or (one.found.leading if one.found.related >= STRANGE else None)
    ground = _ground(one, signal)
    if ground is None:
        said = {"law": cited_place(one.place, lang), "theirs": reasons.shortened(_opening(one))}
        return Reason("unrelated", reasons.sentences(lang)["fit_stranger"].format(**said), (0, 0))
    key = guard.name if guard else _plain(one, signal, ground)
    return Reason(key, _told(one, f"fit_{key}", ground, lang), ground.law)


def lifted(row: Fitting, whole: Fitting, way: Way, lang: str) -> str:
    """Return why a provision does not bite as it is read with another text: that text is quoted, never as words of another."""
    guard = telling_guard(whole)
    assert guard is not None, "a reading is told where a guard spares the clause in it"
    put = reasons.shortened(way.insert)
    mine = put if way.ours else _quote_at(whole.clause, guard.clause)
    its = _quote_at(whole.provision, guard.law) if way.ours else put
    law = cited_place(way.link.place or row.place, lang)
    return reasons.sentences(lang)[f"fit_{guard.name}"].format(law=law, ours=mine, theirs=its)


def _quote_at(text: Reading, at: Span) -> str:
    sentence = sentence_at(text, at) if at[1] > at[0] else None
    return _quoted(text, sentence, at) if sentence else reasons.shortened(text.text)


def _told(one: Fitting, key: str, ground: Ground, lang: str) -> str:
    words, same, leading = reasons.sentences(lang), _words(one, ground, lang), one.found.leading
    title = reasons.title(leading.name, leading.kind or "", lang) if leading else ""
    return words["fit_stranger" if key == "fit_unrelated" and not same else key].format(
        law=cited_place(one.place, lang, quotes.whole(one.provision, ground.law)),
        ours=_quoted(one.clause, ground.ours, ground.clause),
        theirs=_quoted(one.provision, ground.theirs, ground.law),
        same=", ".join(same),
        title=title[:1].lower() + title[1:],
    )


def _quoted(text: Reading, sentence: Sentence, at: Span) -> str:
    whole = quotes.trimmed(text.text, sentence.start, sentence.end)
    at = (max(at[0], whole[0]), max(at[1], whole[0]))
    shown = reasons.shown(text.text, whole, at)
    return shown if len(shown) <= LONGEST else reasons.shortened(shown)


def telling_guard(one: Fitting) -> Signal | None:
    """Return the guard that spares the clause: the surest of the strong ones whose two sentences speak of one thing."""
    if one.found.related < STRANGE:
        return None
    signals = one.found.signals
    rows = (signals[name] for name in GUARDS if name in signals and signals[name].value >= SURE)
    return next((signal for signal in rows if _holds(one, signal)), None)


def _holds(one: Fitting, signal: Signal) -> bool:
    """Whether what a guard says is shown by the two sentences that it rests on."""
    ground = _ground(one, signal)
    if ground is None:
        return False
    common = _common(one, ground)
    if signal.name in _ALONE:
        return common >= GROUND / 4
    test = _TESTS.get(signal.name)
    return common >= GROUND and (test is None or test(one, ground))


def _repeats(one: Fitting, ground: Ground) -> bool:
    """Whether the clause has most of the law's words and one of its acts, and commands, forbids or grants as it does."""
    total = sum(ground.theirs.stems.values())
    acts = bool(ground.ours.acts.keys() & ground.theirs.acts.keys())
    alike = acts and any(ground.ours.has(name) and ground.theirs.has(name) for name in _SAID)
    return alike and total > 0 and _common(one, ground) >= REPEATS * total


def _names_step(one: Fitting, ground: Ground) -> bool:
    """Whether the clause names a step of a kind that the law's sentence firmly asks for."""
    kinds = {kind for demand in ground.theirs.demands if demand.status == "required" for kind in demand.kinds}
    return any(step.kind in kinds for step in ground.ours.every_step)


def _promises(one: Fitting, ground: Ground) -> bool:
    """Whether the clause promises something, and does not only say what a word means."""
    return not ground.ours.has("definition")


def _much(one: Fitting, ground: Ground) -> bool:
    return _common(one, ground) >= 1.5 * GROUND


_TESTS: dict[str, Callable[[Fitting, Ground], bool]] = {
    "says_the_same": _repeats,
    "step_named": _names_step,
    "defers": _promises,
    "as_law_allows": _promises,
    "both_forbid": _much,
}


def _plain(one: Fitting, leading: Signal | None, ground: Ground) -> str:
    """Return the name of what is said of a pair that no guard spares."""
    role = carries(one.place)
    if role:
        return role
    if one.found.related < STRANGE or _common(one, ground) < GROUND:
        return "unrelated"
    if leading is not None:
        return "weak"
    law = ground.theirs
    return "permits" if law.has("permission", "power") and not (law.has(*_BINDS) or law.demands) else "near"


def _ground(one: Fitting, signal: Signal | None) -> Ground | None:
    """Return the sentences of a signal; on a side where it has no words, the one nearest to those of the other side."""
    clause, law = (signal.clause, signal.law) if signal else ((0, 0), (0, 0))
    ours = sentence_at(one.clause, clause) if clause[1] > clause[0] else None
    theirs = sentence_at(one.provision, law) if law[1] > law[0] else None
    facets = [facet for facet in one.pair.facets if ours in (None, facet.clause) and theirs in (None, facet.law)]
    if ours is None or theirs is None:
        if not facets:
            return None
        ours, theirs = ours or facets[0].clause, theirs or facets[0].law
    clause = clause if clause[1] > clause[0] else _marked(ours, signal.name if signal else "")
    return Ground(ours, theirs, clause, law if law[1] > law[0] else (theirs.start, theirs.end))


def _marked(ours: Sentence, name: str) -> Span:
    """Return the words of the clause that make it spared; the whole sentence where none are known."""
    marks: tuple[Mark, ...] = deferences(ours) if name == "defers" else ours.of(_MARKED.get(name, ""))
    return span(ours, marks[0].first, marks[0].last, AROUND) if marks else (ours.start, ours.end)


def _common(one: Fitting, ground: Ground) -> float:
    mine, its = _sides(one, ground)
    return sum(its[word] for word in mine.keys() & its.keys())


def _sides(one: Fitting, ground: Ground) -> tuple[dict[str, float], dict[str, float]]:
    same = one.clause.lang == one.provision.lang
    return (ground.ours.stems, ground.theirs.stems) if same else (ground.ours.keys, ground.theirs.keys)


def _words(one: Fitting, ground: Ground, lang: str) -> list[str]:
    """Return the words of the clause's sentence that the law's has too, as the clause writes them, the rarest of them."""
    _, its = _sides(one, ground)
    same = one.clause.lang == one.provision.lang
    found: dict[str, tuple[float, str]] = {}
    for word in ground.ours.words:
        name = word.stem if same else word.key
        if word.weight >= TELLING and name in its:
            found.setdefault(name, (word.weight, one.clause.text[word.start : word.end].lower()))
    if not same:
        said = " ".join(text for _, text in found.values())
        found |= {shown: (TELLING, shown) for shown in _kinds(one.clause, ground) if shown not in said}
    rows = sorted(found.values(), key=lambda row: -row[0])[:SHOWN]
    quoted = reasons.sentences(lang)["fit_word"]
    return [quoted.format(word=word) for _, word in rows]


def _kinds(clause: Reading, ground: Ground) -> Iterator[str]:
    """Yield the words of the clause that name a kind of thing which the law's sentence names too, in the other language."""
    known = classes()
    for name in sorted(families(ground.ours) & families(ground.theirs)):
        for mark in ground.ours.classes.get(name, ()) if not known[name].person else ():
            start, end = span(ground.ours, mark.first, mark.last, 0)
            yield clause.text[start:end].lower()


def _opening(one: Fitting) -> str:
    first = one.provision.sentences[0] if one.provision.sentences else None
    return one.provision.text[first.start : first.end] if first else one.provision.text
