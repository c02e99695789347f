"""Approvals, licences, consultations and other steps: demanded, excluded in words, or only named."""

from __future__ import annotations

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark, Status, Step, Word
from ssc_drafter.check.norms.stems import cognate

BEFORE = 7  # words within which a link governs the step after it
AFTER = 6
AFAR = 10  # words between "without waiting for" and a step that it rules out
DOUBLE = 3  # words between "no" and "without" that together demand
ASIDE = 14  # words behind "whether or not" that it may set aside
UNASKED, UNASKED_BEHIND = 8, 10  # words from a step to "shall not be demanded", and from "shall not be asked for" to a step
INTENDED = 3  # words from "advertise" to "the intention to"
OTHERS = 4  # words from "other than" to what those have to hold who may act
OTHERWISE = 3  # words from "the tender document" to "provides otherwise"
TURN = 6  # words from "unless" to the step that it asks for
SUPPOSED = 6  # words behind "if" or "where" within which a denial is only supposed
_ENOUGH = ("suffic", "suffis", "sufic")  # how the word begins in the four languages
_STOPS = frozenset({",", ";", ":", ".", "(", ")"})


def _near(step: Mark, marks: tuple[Mark, ...], before: int, after: int) -> Mark | None:
    """Return the nearest mark that ends at most `before` words ahead of the step or begins at most `after` words behind."""
    best: tuple[int, Mark] | None = None
    for mark in marks:
        if mark.last <= step.first:
            gap = step.first - mark.last
            inside = gap <= before
        elif mark.first >= step.last:
            gap = mark.first - step.last
            inside = gap <= after
        else:
            gap, inside = 0, mark.first < step.first or mark.last > step.last
        if inside and (best is None or gap < best[0]):
            best = (gap, mark)
    return best[1] if best else None


def _negated_act(step: Mark, marks: dict[str, tuple[Mark, ...]]) -> bool:
    """Whether a prohibition stands ahead of the step, so that "without approval" names its gate."""
    return any(mark.first < step.first for mark in marks.get("prohibition", ()))


def _excluding(step: Mark, marks: dict[str, tuple[Mark, ...]], words: tuple[Word, ...]) -> tuple[Mark, ...]:
    """Return the marks that may rule a step out: behind it, a bare "no" or an exemption speaks of something else."""
    bare = {mark.first for mark in marks.get("negation", ()) if mark.last == mark.first + 1}
    found = marks.get("excludes", ())
    exempt = {mark.first for mark in marks.get("exempt", ())}
    behind = [one for one in found if one.first >= step.last and one.first not in exempt]
    if any(0 <= step.first - mark.last <= TURN for mark in marks.get("exception", ())):
        behind = []  # "unless the Director certifies that no citizen is to be had"
    verbs = {mark.last for mark in marks.get("being", ())}  # "con caución suficiente" says what it is to be
    enough = {one.first for one in behind if one.first not in verbs and words[one.first].stem.startswith(_ENOUGH)}
    return tuple(one for one in found if one.first < step.last) + tuple(
        one for one in behind if one.first not in enough and (one.last > one.first + 1 or one.first not in bare)
    )


def _from_afar(step: Mark, marks: dict[str, tuple[Mark, ...]], words: tuple[Word, ...]) -> Mark | None:
    """Return words that rule a step out from further ahead: "without waiting for the text to appear in any gazette".

    Those of two words and more, with no stop between: a bare "no" speaks of what stands next to it.
    """
    for mark in marks.get("excludes", ()):
        between = words[mark.last : step.first]
        if (
            mark.last - mark.first > 1
            and AFTER <= len(between) + 1 <= AFAR
            and not any(word.stem in _STOPS for word in between)
        ):
            return mark
    return None


def _doubly(excluded: Mark, marks: dict[str, tuple[Mark, ...]]) -> bool:
    """Whether a denial stands ahead of "without": "may lend no book without the licence"."""
    return any(0 <= excluded.first - mark.last <= DOUBLE for mark in marks.get("negation", ()))


def _set_aside(step: Mark, marks: dict[str, tuple[Mark, ...]], words: tuple[Word, ...]) -> bool:
    """Whether a step stands behind "whether or not" or "even before", with no stop between, or in "haya consentido o no"."""
    return any(
        mark.first < step.first < mark.last
        or (0 <= step.first - mark.last <= ASIDE and not any(word.stem in _STOPS for word in words[mark.last : step.first]))
        for mark in marks.get("concessive", ())
    )


def _unasked(step: Mark, marks: dict[str, tuple[Mark, ...]], words: tuple[Word, ...]) -> bool:
    """Whether a step is said not to be asked for: "approval of the design shall not be demanded of them"."""
    if any(0 <= step.first - mark.last <= SUPPOSED for mark in marks.get("waiting", ())):
        return False
    turns = {(one.first, one.last) for one in marks.get("exception", ())}  # "salvo"
    denials = [one for one in marks.get("negation", ()) + marks.get("prohibition", ()) if (one.first, one.last) not in turns]
    for asked in marks.get("asked_for", ()):
        heads = [one.first for one in denials if -2 <= asked.first - one.last <= 3 and one.first < asked.first]
        heads += [asked.first for one in denials if one.first == asked.last]  # "submitted neither to Congress nor to ..."
        if not heads:
            continue
        first = max(heads)
        ahead, behind = words[step.last : first], words[asked.last : step.first]
        if step.last <= first and len(ahead) <= UNASKED and not any(word.stem in _STOPS for word in ahead):
            return True
        if asked.last <= step.first and len(behind) <= UNASKED_BEHIND and not any(word.stem in _STOPS for word in behind):
            return True
    return False


def _turning(marks: dict[str, tuple[Mark, ...]]) -> tuple[Mark, ...]:
    """Return the links that turn "no ... before the licence" into a demand; "without obtaining a licence" stays a denial."""
    verbs = marks.get("obtaining", ())
    firm = marks.get("gate_firm", ())
    return tuple(one for one in firm if not any(verb.first < one.last and one.first < verb.last for verb in verbs))


def _other_than(excluded: Mark, step: Mark, marks: dict[str, tuple[Mark, ...]]) -> bool:
    """Whether a step tells who alone may act: "no person other than a licensed dealer shall sell"."""
    turns = [one for one in marks.get("others_than", ()) if excluded.first <= one.first and one.last <= step.first]
    return any(step.first - one.last <= OTHERS for one in turns)


def _demanding(excluded: Mark, step: Mark, marks: dict[str, tuple[Mark, ...]]) -> bool:
    """Whether a bare "no" or "without" demands the step behind it."""
    return _doubly(excluded, marks) or _punished(step, marks) or _other_than(excluded, step, marks)


def _punished(step: Mark, marks: dict[str, tuple[Mark, ...]]) -> bool:
    """Whether a penalty stands behind a step: "who imports seed without a permit commits an offence"."""
    return any(mark.first >= step.last for mark in marks.get("penal", ()))


def _intended(step: Mark, marks: dict[str, tuple[Mark, ...]]) -> bool:
    """Whether what is to be made known is only meant so far: "must advertise the intention to close a street"."""
    return "duty" in marks and any(0 <= mark.first - step.last <= INTENDED for mark in marks.get("intending", ()))


def _told(step: Mark, marks: dict[str, tuple[Mark, ...]], words: tuple[Word, ...]) -> Status | None:
    """Return what words that speak of the step itself say: it is set aside, has only a life, or is not asked for."""
    if _set_aside(step, marks, words):
        return "excluded"
    if any(0 <= step.first - mark.last <= 2 for mark in marks.get("life_of", ())):
        return "named"
    return "excluded" if _unasked(step, marks, words) else None


def _of_a_text(step: Mark, marks: dict[str, tuple[Mark, ...]]) -> bool:
    """Whether a step word only says which text provides or allows: "unless the tender document provides otherwise"."""
    turned = any(
        0 <= one.first - step.last <= OTHERWISE for name in ("at_odds", "open_to_agreement") for one in marks.get(name, ())
    )
    laws = any(0 <= step.first - one.last <= 1 for one in marks.get("law_noun", ())) and "waiting" in marks
    led = any(mark.last <= step.first and step.first - mark.last <= TURN for mark in marks.get("exception", ()))
    asked = any(mark.last <= step.first and step.first - mark.last <= TURN for mark in marks.get("waiting", ()))
    return (turned and led) or (laws and asked)


def status_of(step: Mark, marks: dict[str, tuple[Mark, ...]], words: tuple[Word, ...] = ()) -> Status:
    """Return whether a step is required before the act, likely so, excluded in words, or only named."""
    told = _told(step, marks, words) or ("named" if _of_a_text(step, marks) else None)
    if told is not None:
        return told
    excluded = _near(step, _excluding(step, marks, words), 5, AFTER) or _from_afar(step, marks, words)
    if excluded is not None:
        bare = excluded.last == excluded.first + 1  # "no works before ...", unlike "shall not be required to hold ..."
        links = _turning(marks) if bare else ()
        if bare and excluded.last <= step.first and _demanding(excluded, step, marks):
            return "required"
        between = any(excluded.last < link.first and link.last <= step.first for link in links)
        if between:  # "no works before the assessment is approved"; not "without prior approval"
            return "required"
        if not bare and any(excluded.first < one.last and one.first < excluded.last for one in marks.get("prohibition", ())):
            return "excluded"  # "shall not be required to hold a licence"
        own = any(excluded.first >= mark.first and excluded.last <= mark.last for mark in marks.get("prohibition", ()))
        if _negated_act(step, marks) and excluded.last <= step.first and not own:
            return "required"
        if not (own and excluded.last <= step.first and step.first - excluded.last > 2):
            return "excluded"
    if _near(step, marks.get("gate_firm", ()), 5, 2) is not None or _intended(step, marks):
        return "required"
    if any(0 <= step.first - mark.last <= 1 for mark in marks.get("prohibition", ())):
        return "named"  # "may not be consulted by others": what is forbidden, and no step before something else
    return "likely" if _near(step, marks.get("gate_link", ()), BEFORE, 3) is not None else "named"


def steps(words: tuple[Word, ...], marks: dict[str, tuple[Mark, ...]], acts: dict[str, tuple[Mark, ...]]) -> tuple[Step, ...]:
    """Return the steps that a sentence speaks of, each with its kind where the classes of acts know it."""
    known = law.acts()
    kinds = [(mark, known[name].step) for name, places in acts.items() if known[name].step for mark in places]
    found = []
    for mark in marks.get("step", ()):
        key = next((cognate(word.stem) for word in words[mark.first : mark.last] if cognate(word.stem)), "")
        kind = next((kind for one, kind in kinds if one.first < mark.last and mark.first < one.last), "")
        found.append(Step(mark.first, mark.last, status_of(mark, marks, words), key, kind))
    return tuple(found)
