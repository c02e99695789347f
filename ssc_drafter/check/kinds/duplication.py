"""A second body or mechanism for a task that the law gives to one of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.kinds.attitude import Attitude
from ssc_drafter.check.kinds.ground import met
from ssc_drafter.check.kinds.signal import Signal, span
from ssc_drafter.check.norms.reading import Mark, Sentence, remembered
from ssc_drafter.check.pairs import Facet

MECHANISMS = ("vote_body", "mechanism")
MADE = (*MECHANISMS, "joint_body", "regulator")  # what an agreement sets up; a ministry or an association it does not
ANYBODY = ("data_controller", "investor")  # who may be anybody holds no task of the law's own
NEAR = 8  # words between the creation and the body created
AHEAD = 14  # words from its start within which a sentence of law names the body whose task it tells
BEHIND_BY = 3  # words between "by" and the name of the one who acts
LEAST = 0.3  # share of the task that both must have


@remembered
def _bodies(sentence: Sentence) -> list[Mark]:
    """Return the bodies and mechanisms that a sentence names, first ones first."""
    known = law.classes()
    rows = ((name, marks) for name, marks in sentence.classes.items() if name not in ANYBODY)
    return sorted(mark for name, marks in rows if known[name].body or name in MECHANISMS for mark in marks)


@remembered
def created(sentence: Sentence) -> Mark | None:
    """Return the body that a clause creates: one near the words of creation, or one that it calls new or separate."""
    heads, called = sentence.of("creation"), sentence.of("new_one")
    agents = {one.last for one in sentence.of("agent")}  # what is opened by the Authority founds no Authority
    for body in sorted(mark for name in MADE for mark in sentence.classes.get(name, ())):
        if any(0 <= body.first - last <= BEHIND_BY for last in agents):
            continue
        made = any(abs(body.first - one.last) <= NEAR or abs(one.first - body.last) <= NEAR for one in heads)
        near = [one for one in called if -2 <= body.first - one.last <= 2 or 0 <= one.first - body.last <= 1]
        if made or (near and not _known(sentence, body, near)):
            return body
    return None


def _known(sentence: Sentence, body: Mark, called: list[Mark]) -> bool:
    """Whether a body is only called joint, and spoken of as one that is there: "the joint payment platform"."""
    joint = sentence.of("who.joint")
    if not all(any(two.first < one.last and one.first < two.last for two in joint) for one in called):
        return False
    if any(one.kind != "whoever" and one.first <= body.first < one.last for one in sentence.roles):
        return False  # it acts, so that what it does may be a task of another
    first = min(body.first, *(one.first for one in called))
    return any(word.stem in _THE for word in sentence.words[max(0, first - 2) : first])


_THE = frozenset(["the", "le", "la", "l'", "el", "o"])


def duplication(facet: Facet, mood: Attitude) -> Iterator[Signal]:
    """Yield a second body for a task that the law gives to a body of its own."""
    new = created(facet.clause)
    if new is None:
        return
    holders = [body for body in _bodies(facet.law) if body.first <= AHEAD or facet.law.has("creation")]
    if not holders:
        return
    named = {place for body in _bodies(facet.law) for place in range(body.first, body.last)}
    marks = {place for one in facet.law.of("creation") for place in range(one.first, one.last)}
    names = {
        facet.law.words[one.first].stem for one in _bodies(facet.law) if one.last - one.first == 1
    }  # "a register of registered persons": its name once more
    task = {place for place in range(len(facet.law.words)) if facet.law.words[place].stem not in names} - named - marks
    mine = set(range(len(facet.clause.words))) - set(range(new.first, new.last))
    share = met(facet.law, task, facet.clause, mine, bool(mood.lang)).share
    if share >= LEAST:
        spans = span(facet.clause, new.first, new.last, 8), span(facet.law, holders[0].first, holders[0].last, 8)
        yield Signal("second_body", min(1.0, 0.4 + share), "duplication", *spans)
