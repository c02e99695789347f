"""A rule of an office on any matter, read by what it denies, demands, bounds or fixes (law/house/stated.toml).

"No penalty interest" denies a thing; "Every agreement names a focal point" demands one; "Advances of at most 20 per cent"
bounds a number; "Intellectual property is jointly owned" fixes whose something is. What of a rule is about its matter are its
terms.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ssc_drafter.check.candidates import known
from ssc_drafter.check.document.called import Term, of, terms, tokens
from ssc_drafter.check.document.house import ruled
from ssc_drafter.check.document.phrases import STATED, flat, pattern, says
from ssc_drafter.check.norms.reading import Quantity, Reading, remembered

Sort = Literal["denies", "demands", "bounds", "fixes"]
BODY = "body"
PLACES = frozenset({"home", "abroad"})
HOLDERS = ("joint", "home", "abroad", "sender", "receiver", "donor", "ours")
_DENYING = ("negation", "prohibition")
_DAYS = frozenset({"date", "day_of_year"})


class Stated(Struct, frozen=True):
    """What one sentence of a rule says. `unless` are the terms of its condition; `most` or `least` with a `number`; `holder`
    whose something is, who pays, or where it lies; `body` the term of the one body that decides."""

    sort: Sort
    number: int
    span: tuple[int, int]
    terms: tuple[Term, ...]
    unless: tuple[Term, ...] = ()
    quantity: Quantity | None = None
    most: bool = True
    holder: str = ""
    body: Term | None = None

    @property
    def things(self) -> tuple[Term, ...]:
        """The terms that a clause on the same has: acts that say only that something is given or had are none of them, unless a
        rule is on who does it; where something is to lie, no act is."""
        if self.holder in PLACES:
            return tuple(one for one in self.terms if not (one.light or one.act))
        return tuple(one for one in self.terms if not one.light or (self.sort == "fixes" and "pay" in one.rows))


@remembered
def stated(rule: Reading) -> tuple[Stated, ...]:
    """Return what the sentences of a rule say, those on a matter of law/house and those not understood left out."""
    told = {one.span for one in ruled(rule)}
    spans = [(one.start, one.end) for one in rule.sentences]
    found = (_of(rule, number) for number, span in enumerate(spans) if span not in told)
    return tuple(one for one in found if one is not None and one.things)


def _of(rule: Reading, number: int) -> Stated | None:
    sentence, lang = rule.sentences[number], known(rule.lang)
    words = rule.text[sentence.start : sentence.end]
    span = (sentence.start, sentence.end)
    cuts = (one.start() for one in pattern(STATED, lang, "unless").finditer(flat(words)))
    end = next((at for at in cuts if at > 1), len(words))  # "Sem subcontratação sem o nosso acordo": the second
    behind = frozenset(at for at, one in enumerate(tokens(rule, number)) if one.start - sentence.start >= end)
    ahead = frozenset(range(len(tokens(rule, number)))) - behind
    framed = _framed(rule, number, "frame")
    unless = tuple(one for one in terms(rule, number, ahead) if one.rows or one.classes)
    denies = sentence.has(*_DENYING) or says(STATED, lang, "denying", words[:end]) is not None
    every = says(STATED, lang, "every", words)
    amount = next((one for one in sentence.quantities if _counts(one)), None)
    if amount is not None and (most := _bound(amount, words, lang, denies)) is not None:
        counted = (
            _about(amount, rule, number) | behind | framed | _framed(rule, number, "most") | _framed(rule, number, "least")
        )
        return Stated("bounds", number, span, tuple(terms(rule, number, counted)), unless, amount, most)
    if denies:
        return Stated("denies", number, span, tuple(terms(rule, number, behind | framed)), unless)
    often = frozenset(at for one in sentence.quantities for at in _about(one, rule, number, rated=False))
    if every is not None and says(STATED, lang, "contains", words[every[1] :]):
        contents = framed | _framed(rule, number, "contains") | behind | often
        return Stated("demands", number, span, tuple(terms(rule, number, contents)), unless)
    holder = next((name for name in HOLDERS if says(STATED, lang, name, words)), "")
    body = _body(tuple(terms(rule, number, behind)), unless)
    if body is not None:
        about = tuple(terms(rule, number, framed | behind | frozenset(range(body.first, body.last))))
        return Stated("fixes", number, span, about, unless, holder=BODY, body=body)
    whose = frozenset(at for name in HOLDERS for at in _framed(rule, number, name))
    about = tuple(terms(rule, number, framed | behind | whose))
    return Stated("fixes", number, span, about, unless, holder=holder) if holder and not unless else None


def _body(found: tuple[Term, ...], unless: tuple[Term, ...]) -> Term | None:
    """Return the one body of a rule that says who decides, leads or does something."""
    bodies = [one for one in found if one.rows & of("bodies")]
    acts = [one for one in found if one.act]
    return bodies[0] if len(bodies) == 1 and len(acts) == 1 and not unless else None


def _counts(one: Quantity) -> bool:
    return one.scale not in _DAYS


def _bound(one: Quantity, words: str, lang: str, denies: bool) -> bool | None:
    """Return whether a number is the most (True) or the least (False) that a rule bears; None where it bounds nothing."""
    if one.compare in ("most", "below") or says(STATED, lang, "most", words):
        return True
    if one.compare == "above" and denies:
        return True
    least = says(STATED, lang, "least", words)
    if one.compare in ("least", "above") or least:
        own = least is not None and says(STATED, lang, "denying", words[least[0] : least[1] + 1])  # "not less than"
        return bool(denies and one.compare == "least" and not own)
    return None


def _about(one: Quantity, rule: Reading, number: int, *, rated: bool = True) -> frozenset[int]:
    """Return the words of a number itself, and those of the time over which it is counted."""
    sentence = rule.sentences[number]
    start, end = sentence.words[one.first].start, sentence.words[one.last - 1].end
    found = {at for at, word in enumerate(tokens(rule, number)) if start <= word.start < end}
    if rated and (one.per or one.scale == "times"):
        last = max(found, default=0)
        found |= {last + 1, last + 2}
    return frozenset(found)


def _framed(rule: Reading, number: int, entry: str) -> frozenset[int]:
    """Return the words of a sentence that stand there for how it rules."""
    sentence = rule.sentences[number]
    words = flat(rule.text[sentence.start : sentence.end])
    spans = [one.span() for one in pattern(STATED, known(rule.lang), entry).finditer(words)]
    places = ((at, one.start - sentence.start) for at, one in enumerate(tokens(rule, number)))
    return frozenset(at for at, place in places if any(first <= place < last for first, last in spans))
