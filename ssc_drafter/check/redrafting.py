"""Other words for a clause, built from the officer's own sentence and from what the law asks for.

The smallest change comes first: words that set the promise above the law are taken out and the law's own condition is put
behind it; then the sentence gives way to one that leaves the matter to the law; last it is struck out, where others stand
beside it. Whether the finding goes with them is for the caller to see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.check import law, reasons
from ssc_drafter.check.document import quotes
from ssc_drafter.check.document.binding import POLICIES
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.phrases import flat, pattern
from ssc_drafter.check.document.telling import cited_place
from ssc_drafter.check.finding import Kind
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Demand, Sentence
from ssc_drafter.check.structure import norms

FILE = "cures"
FLAT = frozenset({"forbidden_flatly", "clashes", "ranked_above", "stranger_barred"})
# Words with which a condition behind the sentence would clash, by type; a right may be denied as far as the law itself lets it.
_AGAINST: dict[str, tuple[str, ...]] = {"right": (), "limit": (), "privilege": ("defiance",)}
_WAITING: tuple[Kind, ...] = (
    "competence",
    "prohibition",
)  # where the law's sentence asks for a step, that is what is to come first
_AGAINST_ALL = ("excludes", "defiance", "negation", "prohibition")
ROUNDS = 3  # sentences of one clause that are changed at most
LONGEST_ALONE = 60  # signs of "by virtue of this Agreement alone"
LONGEST_ORGAN = 80  # signs of the name of an organ that is put into a clause
Span = tuple[int, int]
Bites = Callable[
    [str], tuple[Held, Signal] | None
]  # words in the clause's place: what of the finding still stands, on which words
_STOP = re.compile(r"[\s.;:,]*$")
_AFTER = re.compile(r"[,;]")
_OPEN = re.compile(r"[(“«\"]")
_OR = re.compile(r"\b(?:or|nor|ou|o|u|ni|nem)\b")
LINK = 40  # signs of a link of a list at most
_RULING, _LINKING = ("duty", "permission", "prohibition"), ("duty", "permission", "being")


class Told(Struct, frozen=True):
    """What a change says of the law: how it is cited, with the organ that it names, and the step that it asks for.

    `flat` where the law rules the promise out whatever comes first: then no condition saves the sentence.
    """

    kind: Kind
    law: str
    done: str  # "the permit has been obtained"; empty where no step is at issue
    flat: bool = False
    policy: bool = False  # no law: what it says is a way to go, and no condition


def told(held: Held, leading: Signal, kind: Kind, lang: str) -> Told:
    """Return what there is to say of the provision of a finding in the draft's language."""
    words = reasons.sentences(lang)
    cited = cited_place(held.place, lang, quotes.whole(held.provision, leading.law))
    law = cited[:1].lower() + cited[1:]
    organ = _organ(held, leading)
    law = words["by_organ"].format(law=law, organ=organ) if organ else law
    asked = _asked(held, leading)
    of_step = kind == "procedure" or leading.name.startswith("step_") or (kind in _WAITING and asked is not None)
    step = next((f"done_{one}" for one in sorted(asked.kinds) if f"done_{one}" in words), "done_step") if asked else "done_step"
    policy = held.place.rank in POLICIES
    return Told(kind, law, words[step] if of_step and not policy else "", leading.name in FLAT, policy)


def _sentence(sentences: tuple[Sentence, ...], span: Span) -> Sentence | None:
    return next((one for one in sentences if one.start <= span[0] < max(one.end, one.start + 1)), None)


def _asked(held: Held, leading: Signal) -> Demand | None:
    """Return the step of the law that a finding rests on: that whose words it quotes, else the first of its sentence."""
    sentence = _sentence(held.provision.sentences, leading.law)
    if sentence is None:
        return None
    start, end = leading.law
    words, rows = sentence.words, sentence.demands
    quoted = [one for one in rows if start <= words[one.first].start and words[one.last - 1].end <= end]
    return next(iter((*quoted, *rows)), None)


def _organ(held: Held, leading: Signal) -> str:
    """Return the organ that the law's sentence names, in the law's words; nothing where it names several or none."""
    sentence = _sentence(held.provision.sentences, leading.law)
    if sentence is None or held.place.verified:
        return ""
    rows = [one for one in norms(held.provision) if sentence.start <= one.start < sentence.end]
    named = [part for one in rows for part in one.authority] + [one.bearer for one in rows if one.bearer]
    known = law.classes()
    bodies = [one.text for one in named if any(known[name].body for name in one.classes)]
    found = {" ".join(one.split()) for one in bodies if not read(one, held.provision.lang).sentences[0].has("law_noun")}
    one = found.pop() if len(found) == 1 else ""
    return one if len(one) <= LONGEST_ORGAN else ""


def redrafts(text: str, lang: str, lead: tuple[Held, Signal], kind: Kind, bites: Bites) -> Iterator[str]:
    """Yield other words for a clause with which, as `bites` tells, nothing of the finding stands: the smallest change first.

    What a position of the house speaks against submits to no law: such a sentence is settled otherwise, or struck out.
    """
    own = lead[0].place.rank == "position"
    for move in (_cut_only, _settled, _struck) if own else (_conditioned, _conditioned_by_kind, _governed, _cut_only, _struck):
        found = _changed(text, lang, lead, kind, bites, move)
        if found:
            yield found


Move = Callable[[str, Span, Told, str], str | None]


def _changed(text: str, lang: str, lead: tuple[Held, Signal], kind: Kind, bites: Bites, move: Move) -> str | None:
    """Return a text whose sentences are changed one after another until nothing of the finding stands; None where it stays."""
    standing: tuple[Held, Signal] | None = lead
    laws: list[str] = []
    for _ in range(ROUNDS):
        if standing is None:
            break
        held, leading = standing
        sentence = _sentence(read(text, lang).sentences, leading.clause)
        if sentence is None:
            return None
        said, span = told(held, leading, kind, lang), _edges(text, sentence)
        before = next((one for one in laws if one in text[slice(*span)]), "")
        changed = _cited_too(text, before, said.law) if before else move(text, span, said, lang)
        if not changed or changed == text:
            return None
        laws.append(said.law)
        text, standing = changed, bites(changed)
    return text.strip() if standing is None else None


def _cited_too(text: str, before: str, law: str) -> str | None:
    """Cite a further provision beside the one on which a changed sentence rests already."""
    return None if law in text else text.replace(before, f"{before}, {law}", 1)


def _edges(text: str, sentence: Sentence) -> Span:
    """Return a sentence without the white space around it."""
    piece = text[sentence.start : sentence.end]
    start = sentence.start + len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _tail(of: Told, lang: str) -> str:
    words = reasons.sentences(lang)
    key = "tail_policy" if of.policy else "tail_step" if of.done else f"tail_{of.kind}"
    return words.get(key, words["tail_law"]).format(law=of.law, done=of.done)


def _conditioned(text: str, span: Span, of: Told, lang: str) -> str | None:
    """Put the law's condition behind the sentence, without what sets the sentence above the law."""
    plain = cut(text[span[0] : span[1]], lang)
    if of.kind == "precedence" or of.flat or of.law in plain or _denies(plain, lang, _AGAINST.get(of.kind, _AGAINST_ALL)):
        return None
    stop = _STOP.search(plain)
    body = plain[: stop.start()] if stop else plain
    end = plain[len(body) :].strip(" ,:") or "."
    return text[: span[0]] + body + _tail(of, lang) + end + text[span[1] :]


def _conditioned_by_kind(text: str, span: Span, of: Told, lang: str) -> str | None:
    """Put the condition of its type behind the sentence where that of a step did not do."""
    return _conditioned(text, span, replace(of, done=""), lang) if of.done and of.kind != "procedure" else None


def _cut_only(text: str, span: Span, of: Told, lang: str) -> str | None:
    """Take out what sets the sentence above the law, and nothing more."""
    sentence = text[span[0] : span[1]]
    plain = cut(sentence, lang)
    return text[: span[0]] + plain + text[span[1] :] if plain != sentence else None


def _governed(text: str, span: Span, of: Told, lang: str) -> str | None:
    """Put a sentence in its place that leaves the matter to the law."""
    words = reasons.sentences(lang)
    key = "stand_policy" if of.policy else "stand_step" if of.done else f"stand_{of.kind}"
    other = words.get(key, words["stand_law"]).format(law=of.law, done=of.done)
    if other in text:
        return None
    if text[: span[0]].rstrip().endswith((";", ":", ",")):
        other = other[:1].lower() + other[1:]
    if text[span[0] : span[1]].endswith(";"):
        other = other.rstrip(".") + ";"
    return text[: span[0]] + other + text[span[1] :]


def _settled(text: str, span: Span, of: Told, lang: str) -> str | None:
    """Put in its place what agreements say of the matter that gives rise to no position."""
    other = reasons.sentences(lang).get(f"settled_{of.kind}")
    return text[: span[0]] + other + text[span[1] :] if other and other not in text else None


def in_force_later(text: str, span: Span, lang: str) -> str:
    """Return a clause that waits for the Parties' own procedures where a sentence of it made the agreement bind at once."""
    return text[: span[0]] + reasons.sentences(lang)["stand_force"] + text[span[1] :]


def _struck(text: str, span: Span, of: Told, lang: str) -> str | None:
    """Strike the sentence out where others stand beside it."""
    left = (text[: span[0]].rstrip() + " " + text[span[1] :].lstrip()).strip()
    return left if any(sign.isalpha() for sign in left) else None


def _denies(sentence: str, lang: str, words: tuple[str, ...]) -> bool:
    """Whether a sentence still denies something or rules a step out: a condition behind it would contradict it."""
    found = read(sentence, lang).sentences
    return bool(words) and any(one.has(*words) or any(step.status == "excluded" for step in one.every_step) for one in found)


def cut(sentence: str, lang: str) -> str:
    """Return a sentence without the parts that set it above or beside the law ("without a permit", "whatever the law says").

    A part ends at a comma that opens no further link of a list, or at the end; where it is not clear, nothing is taken out.
    """
    sentence, place = _opened(sentence, lang), 0
    while found := _next_part(sentence, lang, place):
        shorter = _without(sentence, found, lang)
        place = found + 1 if shorter is None else 0
        sentence = shorter or sentence
    return sentence


def _opened(sentence: str, lang: str) -> str:
    """Return a sentence without a part of that sort with which it begins, up to the first comma."""
    found = any(pattern(FILE, lang, entry).match(flat(sentence)) for entry in ("aside", "alone"))
    comma = sentence.find(",") if found else -1
    rest = sentence[comma + 1 :].lstrip()
    return rest[:1].upper() + rest[1:] if comma >= 0 and any(sign.isalpha() for sign in rest) else sentence


def _next_part(sentence: str, lang: str, begin: int) -> int:
    """Return where the next part that may be taken out begins; 0 where there is none."""
    text = flat(sentence)
    for entry in ("aside", "without", "alone"):
        for found in pattern(FILE, lang, entry).finditer(text, begin):
            whole = found[0].endswith(" d") or not text[found.end() : found.end() + 1].isalnum()
            if whole and found.start() and (entry != "aside" or text[: found.start()].rstrip().endswith(",")):
                return found.start()
    return 0


def _without(sentence: str, start: int, lang: str) -> str | None:
    """Return a sentence without the part that begins at a place; None where that part is more than an adverb."""
    stop = _STOP.search(sentence)
    last = stop.start() if stop else len(sentence)
    end = next((one.start() for one in _AFTER.finditer(sentence, start, last) if not _goes_on(sentence, one.end())), last)
    ahead, part, behind = sentence[:start].rstrip(), sentence[start:end], sentence[end:]
    set_off = ahead.endswith(",")
    inner = read(part, lang).sentences
    if len(_OPEN.findall(part)) % 2 or any(one.has(*_RULING) for one in inner):
        return None
    alone = pattern(FILE, lang, "alone").match(flat(part)) and len(part) <= LONGEST_ALONE
    if not set_off and not alone and not any(one.every_step for one in inner):
        return None  # "for unlimited time a copy": what follows may be what the verb is about
    bound = set_off and behind.startswith(",") and _bound(ahead.rstrip(","), lang)
    return ahead.rstrip(",") + (behind[1:] if bound else behind)


def _bound(ahead: str, lang: str) -> bool:
    """Whether words end with a verb that what follows belongs to: "the fees are, ..., free of tax"."""
    words = [(one, sentence) for sentence in read(ahead, lang).sentences for one in sentence.words][-1:]
    return any(
        sentence.words[mark.last - 1] == word for word, sentence in words for name in _LINKING for mark in sentence.of(name)
    )


def _goes_on(sentence: str, place: int) -> bool:
    """Whether a list goes on behind a comma: "without a permit, a licence or another document"."""
    segment = sentence[place:].split(",")[0].strip()
    return len(segment) <= LINK and _OR.search(segment) is not None
