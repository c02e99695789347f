"""What a changed clause says of the law: how it is cited, with the organ that it names, the step and the number it asks for."""

from __future__ import annotations

import re

from msgspec import Struct

from ssc_drafter.check import law, reasons
from ssc_drafter.check.document import quotes
from ssc_drafter.check.document.binding import POLICIES
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.phrases import flat, listed
from ssc_drafter.check.document.telling import cited_place
from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.definition import terms
from ssc_drafter.check.kinds.protected import consent_of_persons
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Demand, Sentence
from ssc_drafter.check.rewording import limits, value_of
from ssc_drafter.check.structure import norms_at

FILE = "cures"
FLAT = frozenset({"forbidden_flatly", "clashes", "ranked_above", "stranger_barred"})
LONGEST_TERM = 60  # signs of a term
LONGEST_ORGAN = 80  # signs of the name of an organ that is put into a clause
_WAITING: tuple[Kind, ...] = (
    "competence",
    "prohibition",
)  # where the law's sentence asks for a step, that is what is to come first
# Of several kinds of step that one demand may be, the one that says most comes first.
_TELLING = (
    "court",
    "ratify",
    "budget",
    "tender",
    "certify",
    "register",
    "assess",
    "permit",
    "consult",
    "inspect",
    "security",
    "order",
    "publicity",
    "notice",
    "form",
)
_BY_ACT = ("favour_by_order", "power_silent")
Span = tuple[int, int]


class Told(Struct, frozen=True):
    """What a change says of the law: how it is cited, with the organ that it names, and the step that it asks for.

    `flat` where the law rules the promise out whatever comes first: then no step saves the sentence. `by_act` where an
    exemption waits for an act of its own. `limit` is the law's number in words of the draft, `term`
    the term that it defines, where both are in one language.
    """

    kind: Kind
    law: str
    done: str  # "the permit has been obtained"; empty where no step is at issue
    flat: bool = False
    policy: bool = False  # no law: what it says is a way to go, and no condition
    by_act: bool = False
    limit: str = ""
    term: str = ""


def told(held: Held, leading: Signal, kind: Kind, lang: str) -> Told:
    """Return what there is to say of the provision of a finding in the draft's language."""
    words = reasons.sentences(lang)
    cited = cited_place(held.place, lang, quotes.whole(held.provision, leading.law))
    named = cited[:1].lower() + cited[1:]
    organ = _organ(held, leading)
    named = words["by_organ"].format(law=named, organ=organ) if organ else named
    asked = _asked(held, leading)
    of_step = kind == "procedure" or leading.name.startswith("step_") or (kind in _WAITING and asked is not None)
    policy = held.place.rank in POLICIES
    return Told(
        kind,
        named,
        words[_done(held, leading, asked)] if of_step and not policy else "",
        leading.name in FLAT,
        policy,
        leading.name in _BY_ACT or _excepted(held, leading),
        next((value_of(held, one) for one in limits(held) if one.most), ""),
        _term(held, leading) if kind == "definition" else "",
    )


def sentence_of(sentences: tuple[Sentence, ...], span: Span) -> Sentence | None:
    """Return the sentence in which a span begins."""
    return next((one for one in sentences if one.start <= span[0] < max(one.end, one.start + 1)), None)


def _done(held: Held, leading: Signal, asked: Demand | None) -> str:
    """Return the key of the words that say that the law's step has been taken."""
    sentence = sentence_of(held.provision.sentences, leading.law)
    if sentence is not None and consent_of_persons(sentence) and (asked is None or asked.kinds <= {"permit"}):
        return "done_consent"
    return next((f"done_{one}" for one in _TELLING if asked and one in asked.kinds), "done_step")


def _excepted(held: Held, leading: Signal) -> bool:
    """Whether the law's sentence makes an exception: "no exemption except by an Act"."""
    sentence = sentence_of(held.provision.sentences, leading.law)
    return sentence is not None and sentence.has("exception", "exclusive")


def _term(held: Held, leading: Signal) -> str:
    """Return the term that the law's words define, as the law writes it; nothing for a draft in another language."""
    sentence = sentence_of(held.provision.sentences, leading.law)
    if sentence is None or held.clause.lang != held.provision.lang:
        return ""
    rows = [one for one in terms(sentence) if leading.law[0] <= sentence.words[one.first].start < leading.law[1]]
    name = rows[0].names[0] if rows else ()
    words = held.provision.text[sentence.words[name[0]].start : sentence.words[name[-1]].end] if name else ""
    words = words.split(" (")[0]
    return " ".join(words.split()) if len(words) <= LONGEST_TERM else ""


def _asked(held: Held, leading: Signal) -> Demand | None:
    """Return the step of the law that a finding rests on: that whose words it quotes, else the first of its sentence; one
    that is more than a form before others."""
    sentence = sentence_of(held.provision.sentences, leading.law)
    if sentence is None:
        return None
    start, end = leading.law
    words, rows = sentence.words, sentence.demands
    quoted = [one for one in rows if start <= words[one.first].start and words[one.last - 1].end <= end]
    return next(iter((*[one for one in quoted if one.kinds - {"form"}], *quoted, *rows)), None)


def _organ(held: Held, leading: Signal) -> str:
    """Return the organ that the law's sentence names, in the law's words; nothing where it names several or none."""
    sentence = sentence_of(held.provision.sentences, leading.law)
    if sentence is None or held.place.verified:
        return ""
    at = next(place for place, one in enumerate(held.provision.sentences) if one is sentence)
    rows = [one for one in norms_at(held.provision, at) if sentence.start <= one.start < sentence.end]
    parts = [part for one in rows for part in one.authority] + [one.bearer for one in rows if one.bearer]
    known, lang = law.classes(), held.provision.lang
    bodies = [one.text for one in parts if any(known[name].body for name in one.classes)]
    found = {named(" ".join(one.split()), lang) for one in bodies if not read(one, lang).sentences[0].has("law_noun")} - {""}
    one = found.pop() if len(found) == 1 else ""
    return one if len(one) <= LONGEST_ORGAN else ""


def named(words: str, lang: str) -> str:
    """Return the name of an organ without its article; nothing where the words name none ("an inspector", "the courts").

    A name goes on with words that have a large letter, or stand behind "of".
    """
    first, _, rest = words.partition(" ")
    bare = rest if flat(first) in _ARTICLES[lang] else "" if flat(first) in _SOME[lang] else words
    found = _NAME.match(_ELIDED.sub("", bare))
    return found[0] if found and flat(found[0]) not in listed(FILE, lang, "nobody") else ""


_ARTICLES = {"en": ("the",), "fr": ("le", "la", "les"), "es": ("el", "la", "los", "las"), "pt": ("o", "a", "os", "as")}
_SOME = {
    "en": ("a", "an", "any", "every"),
    "fr": ("un", "une", "tout", "toute"),
    "es": ("un", "una", "todo", "toda"),
    "pt": ("um", "uma", "todo", "toda"),
}
_ELIDED = re.compile(r"^[Ll]['’]")
_LARGE = r"[A-ZÀ-Ý][\w’'-]*"
_OF = r"(?:of|for|and|de|du|des|del|do|da|dos|das|et|y|e|para|pour)(?:\s(?:the|la|las|los|les|el|o|a))?\s|d['’]|de\sl['’]"
_NAME = re.compile(rf"{_LARGE}(?:\s(?:(?:{_OF})[\w’'-]+|{_LARGE}))*")  # "Conseil des ministres", "Controller of Budget"
