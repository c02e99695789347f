"""What a sentence of law is there for: a title, a rule for the law's own beginning, the making of rules under it, what an
authority does of its own accord. No clause of an agreement breaks such a sentence by what it leaves unsaid (decision 79)."""

from __future__ import annotations

import re

from ssc_drafter.check import law as law_data
from ssc_drafter.check.norms.demands import bodies_of
from ssc_drafter.check.norms.reading import Demand, Mark, Reading, Sentence, remembered

STEPS = frozenset({"step_silent", "step_weaker", "step_at_once", "power_silent"})
HELD = STEPS | {"organ_other", "organ_sole", "organ_shut_out"}
BANNED = frozenset({"forbidden_flatly", "forbidden_promised", "does_the_forbidden"})
FAVOURS = frozenset({"exempted", "favour_barred", "favour_by_order"})
WATCHED = HELD | {"exempted", "favour_by_order"}
RULES = ("duty", "prohibition", "permission", "power", "exclusive", "right", "exempt", "negation", "gate_firm", "precedence")
TITLE = 20  # words of a heading at most
NEAR = 14  # words between the making of rules and the steps on the way to them
ASIDES = 3  # insertions between commas that may stand between "may" and what an authority does
NUMBERED, TERM = 3, 12  # words into a sentence within which a heading has its noun, and a definition its verb
APPLIED = 6  # words from "apply for the" to the licence
ENTITLED = 2  # words from "the right to obtain" to the licence
TAKEN = 10  # words from "withdraw" to the favour
SETTLED = 8  # words from "as may be determined by" to a step on the way to that
SUBJECT = 10  # words into a sentence within which the authority that acts is named
KEPT = 16  # words from "without prejudice to" to a step that is left as it is
_STOPS = frozenset({",", ";", ":", "."})
_COMMA = ","
_QUOTES = frozenset("\"“”«»„‘'")


def silenced(sentence: Sentence, law: Reading) -> frozenset[str]:
    """Return the signals that a sentence of law cannot give, because of what it is there for."""
    found = _silenced(sentence)
    if _NOTE.match(law.text, sentence.start) or (sentence is law.sentences[0] and _title(sentence, law)):
        return found | _EVERY
    return found | HELD if _points_of_rules(sentence, law) else found


_NOTE = re.compile(r"\s*\(\*+\)")  # how editors of laws mark a note of their own


def unmet(clause: Sentence, law: Sentence) -> frozenset[str]:
    """Return the signals that a sentence of law cannot give to a clause that asks for no payment: one that only frees from a
    charge forbids to levy it, and nothing else."""
    return BANNED if _only_frees(law) and not _charges(clause) else frozenset()


@remembered
def _charges(clause: Sentence) -> bool:
    """Whether a sentence of a clause has somebody pay a tax or a fee."""
    known = law_data.classes()
    levied = any(known[name].levied for name in clause.classes)
    return levied and clause.has("paying", "duty") and not clause.has("exempt")


@remembered
def _silenced(sentence: Sentence) -> frozenset[str]:
    if sentence.has("law_itself") or any(not _from_then_on(sentence, one) for one in sentence.of("since_law")):
        return _EVERY
    found: frozenset[str] = frozenset()
    for name, signals in _BY_WORDS.items():
        if sentence.has(name):
            found |= signals
    if _takes_back(sentence):
        found |= FAVOURS
    if _of_its_members(sentence) or _offered(sentence):
        found |= STEPS
    if _makes_rules(sentence):
        found |= HELD
    if _defines(sentence):
        found |= STEPS | {"organ_other"}
    if _oversees(sentence):
        found |= WATCHED
    return found


def _from_then_on(sentence: Sentence, mark: Mark) -> bool:
    """Whether a sentence opens with "after the commencement of this" and counts no time: it rules all that comes later."""
    return mark.first <= 1 and sentence.words[mark.first].stem in _AFTER and not sentence.quantities


_AFTER = frozenset(["after", "apre", "despu", "apos", "depoi"])  # as stems

# What words of a sentence say that it is there for, and what it then cannot give.
_BY_WORDS: dict[str, frozenset[str]] = {
    "evidence": HELD,
    "leaves_be": FAVOURS | BANNED,
    "no_action": BANNED | {"forum_elsewhere", "clashes"},
}

# What a title, or a rule for the beginning of the law, cannot give: it neither demands, forbids nor counts.
_EVERY = WATCHED | {
    "number_differs", "number_passed", "number_lifted", "threshold_crossed", "step_excluded", "forum_elsewhere",
    "favour_barred", "forbidden_flatly", "forbidden_promised", "does_the_forbidden", "right_denied",
    "denies_the_demanded", "clashes",
}  # fmt: skip


def _title(sentence: Sentence, law: Reading) -> bool:
    """Whether the sentence with which a provision begins is its heading: short, on a line of its own, and it rules nothing."""
    if len(law.sentences) < 2 or len(sentence.words) > TITLE:
        return False
    alone = law.text[sentence.end :].lstrip(" \t\r").startswith("\n")
    return (alone and not sentence.has(*RULES)) or _headed(sentence)


def _headed(sentence: Sentence) -> bool:
    """Whether a sentence is a noun with what it is of, behind a number: "38. Prohibition of acceptance of gifts."."""
    first = next((one.last for one in sentence.of("heading_noun") if one.first <= NUMBERED), 0)
    modals = [one for name in ("duty", "permission", "paying") for one in sentence.of(name)]
    return bool(first) and not any(one.first >= first for one in modals)


def _points_of_rules(sentence: Sentence, law: Reading) -> bool:
    """Whether a sentence is a point of a list of what rules may be made on."""
    if sentence.has("duty", "prohibition", "exclusive"):
        return False
    return any(one.start < sentence.start and one.has("making_rules") and _makes_rules(one) for one in law.sentences)


@remembered
def _makes_rules(sentence: Sentence) -> bool:
    """Whether what a sentence orders is the making of rules, with whatever step stands near that."""
    made = sentence.of("making_rules")
    near = [one for one in made for step in sentence.demands if max(one.first - step.last, step.first - one.last) <= NEAR]
    return bool(near) or bool(made and not sentence.demands)


@remembered
def _defines(sentence: Sentence) -> bool:
    """Whether a sentence says what a word means, quoted or near its head, and commands nothing ahead of that."""
    first = min((one.first for one in sentence.of("definition")), default=0)
    quoted = any(word.stem in _QUOTES for word in sentence.words[:first])
    bare = any(one.first <= TERM for one in sentence.of("stands_for"))
    rules = [one for name in ("duty", "prohibition", "exclusive") for one in sentence.of(name)]
    return (quoted or bare) and not any(one.first < first for one in rules)


@remembered
def _only_frees(sentence: Sentence) -> bool:
    """Whether every ban of a sentence is part of words that free: "the Fund shall not be liable to pay income tax"."""
    bans, frees = sentence.of("prohibition"), sentence.of("exempt")
    return bool(bans) and all(any(one.first < ban.last and ban.first < one.last for one in frees) for ban in bans)


@remembered
def _takes_back(sentence: Sentence) -> bool:
    """Whether every favour of a sentence is one that an organ may withdraw or cut: it burdens nobody by itself."""
    favours, verbs = sentence.of("exempt"), sentence.of("taking_back")
    may = [one for name in ("permission", "power") for one in sentence.of(name)]
    return bool(favours and verbs and may) and all(
        any(0 <= one.first - verb.last <= TAKEN for verb in verbs) or one.first < min(verb.first for verb in verbs)
        for one in favours
    )


@remembered
def _of_its_members(sentence: Sentence) -> bool:
    """Whether a rule is about those who sit in an organ: they are its subject, or what they are paid or asked."""
    return any(one.first <= SUBJECT for one in sentence.of("own_members"))


@remembered
def _offered(sentence: Sentence) -> bool:
    """Whether every step of a sentence is one that somebody may take, or that an organ settles for itself: "may apply to the
    Board for another", "such sums as may be determined by the Bank in consultation with"."""
    asked = sentence.demands
    return bool(asked) and all(
        _free(sentence, one.first) or _inside(sentence, one.first) or _described(sentence, one) or _aside(sentence, one.first)
        for one in asked
    )


def _free(sentence: Sentence, step: int) -> bool:
    bans = {one.last for one in sentence.of("negation")} | {one.first for one in sentence.of("prohibition")}
    may = [one for one in sentence.of("permission") if one.first not in bans and not sentence.has("exclusive")]
    entitled = any(0 <= step - one.last <= ENTITLED for one in sentence.of("right") if one.first - 1 not in bans)
    gates = {one.first for one in sentence.of("gate_firm") if 0 <= step - one.last <= APPLIED}
    return entitled or any(_next(sentence, one) in gates | {step} for one in may)


def _described(sentence: Sentence, demand: Demand) -> bool:
    """Whether a step only says of whom or what a rule speaks: "all societies registered under this Act"."""
    led = any(0 <= demand.first - one.last <= 2 for name in ("duty", "being", "permission") for one in sentence.of(name))
    behind = any(0 <= one.first - demand.last <= 1 for one in sentence.of("under_this"))
    return demand.status == "likely" and behind and not led


def _aside(sentence: Sentence, step: int) -> bool:
    """Whether a step stands in what a rule leaves as it is: "without prejudice to an inspection by the Board"."""
    heads = [one.last for one in sentence.of("kept_aside") if 0 <= step - one.last <= KEPT]
    return any(all(word.stem not in _STOPS for word in sentence.words[head:step]) for head in heads)


def _inside(sentence: Sentence, step: int) -> bool:
    return any(0 <= step - one.last <= SETTLED for one in sentence.of("as_fixed"))


@remembered
def _oversees(sentence: Sentence) -> bool:
    """Whether an authority is the one who acts, and what it does is to watch over others: "the Board may cancel"."""
    modals = [one for name in ("permission", "duty", "power") for one in sentence.of(name)]
    bodies = [one for one in bodies_of(sentence.classes) if one.first <= SUBJECT]
    acts = {one.first for one in sentence.of("overseeing")}
    return bool(bodies and acts) and any(
        body.last <= modal.first and _next(sentence, modal) in acts for body in bodies for modal in modals[:3]
    )


def _next(sentence: Sentence, modal: Mark) -> int:
    """Return where the verb behind "may" or "shall" stands, past what is inserted between commas."""
    words, place = sentence.words, modal.last
    for _ in range(ASIDES):
        if place >= len(words) or words[place].stem != _COMMA:
            break
        close = next((at for at in range(place + 1, len(words)) if words[at].stem == _COMMA), None)
        if close is None:
            break
        place = close + 1
    return place
