"""How far two sentences speak of one thing, in one language by their words, across languages by cognates and classes too."""

from __future__ import annotations

from functools import lru_cache

from ssc_drafter.check import law
from ssc_drafter.check.document.phrases import entries, says
from ssc_drafter.check.norms.reading import Reading, Sentence
from ssc_drafter.check.pairs import class_weight, families

FILE = "payments"
PAYMENT = 2.0  # weight of a kind of payment that both sides name
# Classes of money: a sum in dollars and another one in dollars are not of one payment for that.
_OF_SUMS = ("foreign_currency", "foreign_exchange", "foreign_money")


def common(ours: Sentence, theirs: Sentence, same: bool) -> float:
    """Return the weight of what two sentences have in common.

    Across languages few words are written alike: classes of things that both name count beside cognates.
    """
    if same:
        return sum(theirs.stems[word] for word in ours.stems.keys() & theirs.stems.keys())
    named = {name for name in families(ours) & families(theirs) if name not in _OF_SUMS and not law.classes()[name].person}
    words = sum(theirs.keys[word] for word in ours.keys.keys() & theirs.keys.keys())
    return words + sum(class_weight(name) for name in named)


def of_payment(ours: Reading, mine: Sentence, theirs: Reading, law_sentence: Sentence) -> float:
    """Return the weight of what two sentences on payments have in common: across languages the kind of payment too."""
    same = ours.lang == theirs.lang
    named = set() if same else payments(ours, mine) & payments(theirs, law_sentence)
    return common(mine, law_sentence, same) + PAYMENT * len(named)


def payments(text: Reading, sentence: Sentence) -> frozenset[str]:
    """Return the kinds of payment that a sentence names."""
    return _payments(text.text[sentence.start : sentence.end], text.lang)


@lru_cache(maxsize=20_000)
def _payments(words: str, lang: str) -> frozenset[str]:
    return frozenset(name for name in entries(FILE, lang) if says(FILE, lang, name, words))
