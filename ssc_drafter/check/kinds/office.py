"""What a sentence of law is there for: a title, a rule for the law's own beginning, the making of rules under it, what an
authority does of its own accord. No clause of an agreement breaks such a sentence by what it leaves unsaid (decision 79)."""

from __future__ import annotations

from ssc_drafter.check.norms.demands import bodies_of
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence, remembered

STEPS = frozenset({"step_silent", "step_weaker", "step_at_once", "power_silent"})
HELD = STEPS | {"organ_other", "organ_sole", "organ_shut_out"}
WATCHED = HELD | {"exempted", "favour_by_order"}
RULES = ("duty", "prohibition", "permission", "power", "exclusive", "right", "exempt", "negation", "gate_firm", "precedence")
TITLE = 20  # words of a heading at most
NEAR = 14  # words between the making of rules and the steps on the way to them
ASIDES = 3  # insertions between commas that may stand between "may" and what an authority does
SUBJECT = 10  # words into a sentence within which the authority that acts is named
_COMMA = ","
_QUOTES = frozenset("\"“”«»„‘'")


def silenced(sentence: Sentence, law: Reading) -> frozenset[str]:
    """Return the signals that a sentence of law cannot give, because of what it is there for."""
    found = _silenced(sentence)
    return found | _EVERY if sentence is law.sentences[0] and _title(sentence, law) else found


@remembered
def _silenced(sentence: Sentence) -> frozenset[str]:
    if any(not _from_then_on(sentence, one) for one in sentence.of("since_law")):
        return _EVERY
    found: frozenset[str] = frozenset()
    if _makes_rules(sentence):
        found |= HELD
    if _defines(sentence):
        found |= STEPS
    if _oversees(sentence):
        found |= WATCHED
    return found


def _from_then_on(sentence: Sentence, mark: Mark) -> bool:
    """Whether a sentence opens with "after the commencement of this" and counts no time: it rules all that comes later."""
    return mark.first <= 1 and sentence.words[mark.first].stem in _AFTER and not sentence.quantities


_AFTER = frozenset(["after", "apre", "despu", "apos", "depoi"])  # as stems


# What a title, or a rule for the beginning of the law, cannot give: it neither demands, forbids nor counts.
_EVERY = WATCHED | {
    "number_differs", "number_passed", "number_lifted", "threshold_crossed", "step_excluded", "forum_elsewhere",
    "favour_barred", "forbidden_flatly", "forbidden_promised", "does_the_forbidden", "right_denied",
    "denies_the_demanded", "clashes",
}  # fmt: skip


def _title(sentence: Sentence, law: Reading) -> bool:
    """Whether the sentence with which a provision begins is its heading: short, on a line of its own, and it rules nothing."""
    alone = law.text[sentence.end :].lstrip(" \t\r").startswith("\n") and len(law.sentences) > 1
    return alone and len(sentence.words) <= TITLE and not sentence.has(*RULES)


@remembered
def _makes_rules(sentence: Sentence) -> bool:
    """Whether what a sentence orders is the making of rules, with whatever step stands near that."""
    made = sentence.of("making_rules")
    near = [one for one in made for step in sentence.demands if max(one.first - step.last, step.first - one.last) <= NEAR]
    return bool(near) or bool(made and not sentence.demands)


@remembered
def _defines(sentence: Sentence) -> bool:
    """Whether a sentence says what a quoted word means, and commands nothing ahead of that."""
    first = min((one.first for one in sentence.of("definition")), default=0)
    quoted = any(word.stem in _QUOTES for word in sentence.words[:first])
    return quoted and not any(one.first < first for name in ("duty", "prohibition", "exclusive") for one in sentence.of(name))


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
