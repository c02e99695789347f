"""Ways out of a finding: a variant of the clause with which it goes, a wording, or a step of the State's own law.

Each variant, and the clause with the law's number in the place of its own, is put where the clause stands and weighed again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

import msgspec

from ssc_drafter.check import reasons
from ssc_drafter.check.cutting import in_place
from ssc_drafter.check.document import totals, treaty
from ssc_drafter.check.document.binding import POLICIES
from ssc_drafter.check.document.bodies import clause_body
from ssc_drafter.check.document.holding import Held
from ssc_drafter.check.document.merging import Draft, Merged, may_lead, merged
from ssc_drafter.check.document.outside import sentence_at
from ssc_drafter.check.document.weighing import draft_weights
from ssc_drafter.check.finding import ClausePlace, Cure, Kind
from ssc_drafter.check.judge import Judgement
from ssc_drafter.check.kinds.signal import Signal
from ssc_drafter.check.law_told import told
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.redrafting import redrafts
from ssc_drafter.check.rewording import BLANK, Limit, Reworded, between, filled, in_force_later, limits, with_law_number
from ssc_drafter.check.supplying import alike
from ssc_drafter.check.trying import Weigh, all_of, bitten, judged_again, limits_passed, standing, weighing
from ssc_drafter.tree.running import RunningText

if TYPE_CHECKING:
    from ssc_drafter.library.clause import Clause
    from ssc_drafter.library.load import Library

_STEPS = {"procedure"}


def cures(one: Merged, draft: RunningText, library: Library | None, beside: Sequence[Held] = ()) -> tuple[Cure, ...]:
    """Return the cures of a finding, those with which it is seen to go first.

    A variant is verified where the finding goes and the sentences that decide have no blank but for a number: what an officer
    types into another may bring the trouble back. Where the number decides, `value` says which one the law allows. `beside`
    are the pairs of the same unit: a wording that brings another finding of them is none.
    """
    held, lang = one.lead, draft.lang
    leading = held.found.leading
    policy = held.place.rank in POLICIES
    rows = bitten(one)
    passed = [] if policy else list(limits_passed(rows))
    other = variant(held.unit.clause, held.unit.variant, lang, library, all_of(rows, draft), [limit for _, limit in passed])
    found = [_worded(passed, all_of(rows, draft, whole=True)), other]
    if not any(cure and cure.verified for cure in found) and leading is not None:
        found.append(_redrafted(rows, (held, leading), one.kind, draft, beside))
        found.append(_of_library(rows, leading, draft, library, [limit for _, limit in passed]))
    return (*(cure for cure in found if cure), *advice(one, lang))


def _of_library(
    rows: list[Held], leading: Signal, draft: RunningText, library: Library | None, passed: Sequence[Limit]
) -> Cure | None:
    """Return a variant of a clause of the library on the subject of an article that an officer wrote, with which the finding
    surely goes."""
    held = rows[0]
    sentence = sentence_at(held.clause, leading.clause)
    if library is None or held.unit.clause or sentence is None or held.place.rank in POLICIES:
        return None
    weigh, words = all_of(rows, draft), held.clause.text[sentence.start : sentence.end]
    for clause in alike(library, draft.lang, held.unit.heading, sentence, words):
        found = variant(clause.id, "", draft.lang, library, weigh, passed)
        if found and found.verified:
            return msgspec.structs.replace(found, text=reasons.sentences(draft.lang)["cure_instead"].format(clause=found.text))
    return None


def advice(one: Merged, lang: str) -> Iterator[Cure]:
    """Yield what to do that is not tried: the step at home, by its name and organ, or in which way to mend the clause."""
    words, leading = reasons.sentences(lang), one.lead.found.leading
    if one.lead.place.rank in POLICIES:  # no law: neither its limit nor its step binds
        yield Cure("wording", words["cure_policy"])
        return
    said = told(one.lead, leading, one.kind, lang) if leading and one.kind in _STEPS else None
    if said:
        yield Cure("domestic_step", words["step_named"].format(done=said.done, law=said.law))
    else:
        yield Cure("wording", reasons.cure(leading.name if leading else "", one.kind, lang))


def _redrafted(
    rows: list[Held], lead: tuple[Held, Signal], kind: Kind, draft: RunningText, beside: Sequence[Held]
) -> Cure | None:
    """Return the officer's own words changed so that the finding goes, and no other of the same clause comes in its place."""
    text, lang, by = lead[0].clause.text, draft.lang, draft_weights()
    known = {_words(one.lead) for one in merged(beside, by, Draft(draft.title)) if one.chance >= by.flag}
    known.discard(_words(lead[0]))
    loud = [row for row in beside if row.chance >= by.look and row not in rows and _words(row) == _words(lead[0])]
    for held in ([*rows, *loud], rows) if loud else (rows,):
        tried = redrafts(text, lang, lead, kind, lambda words, held=held: standing(words, held, draft))  # type: ignore[misc]
        words = next((one for one in tried if not _bitten_elsewhere(one, beside, draft, known)), None)
        if words:
            return Cure("wording", words, verified=True)
    return None


def _words(held: Held) -> str:
    """Return the sentence of the clause on which a finding rests."""
    sentence = sentence_at(held.clause, held.found.leading.clause) if held.found.leading else None
    return held.clause.text[sentence.start : sentence.end].strip() if sentence else ""


def _bitten_elsewhere(words: str, beside: Sequence[Held], draft: RunningText, known: Set[str]) -> bool:
    """Whether with other words in the clause's place a finding would rest on a sentence that is not `known` for one.

    A sentence has a finding where a pair that may lead it reaches the flag. The pairs that bit most before come first: one of
    them suffices.
    """
    clause, flag, of = read(words, draft.lang), draft_weights().flag, Draft(draft.title)
    for row in sorted(beside, key=lambda one: -one.chance):
        found, likely = judged_again(words, row, draft)
        if likely >= flag and found.leading:
            then = msgspec.structs.replace(row, clause=clause, found=found, chance=likely)
            if _words(then) not in known and may_lead(then, found.leading, of):
                return True
    return False


def _worded(passed: list[tuple[Held, Limit]], weigh: Weigh) -> Cure | None:
    """Return the clause with the law's number in the place of its own, where the finding goes with it."""
    for held, one in passed:
        words = with_law_number(held, one)
        if words and weigh(words.text) is not None:
            return Cure("wording", words.text, verified=True, value=words.value)
    return None


def variant(
    name: str, present: str, lang: str, library: Library | None, weigh: Weigh, passed: Sequence[Limit] = ()
) -> Cure | None:
    """Return the variant of a clause with which a finding goes, one with which that is sure before others; None without one."""
    clause = library.clauses.get(name) if library is not None and name else None
    if clause is None:
        return None
    unsure = None
    limits_tried: Sequence[Limit | None] = passed or (None,)
    tries = (row for limit in limits_tried for row in _variants(clause, present, lang, limit))
    for chosen, words in tries:
        outcome = weigh(words.text)
        if outcome is None:
            continue
        cure = Cure("variant", _named(clause, chosen, lang, words.value), name, chosen, outcome, words.value)
        if outcome:
            return cure
        unsure = unsure or cure
    return unsure


def _variants(clause: Clause, present: str, lang: str, limit: Limit | None) -> Iterator[tuple[str, Reworded]]:
    for one in clause.insertable():
        sources = [
            text.source for (name, _, tongue), text in sorted(clause.wordings.items()) if (name, tongue) == (one.id, lang)
        ]
        if one.id != present and sources:
            yield one.id, filled(clause, sources[0], lang, limit)


def _named(clause: Clause, chosen: str, lang: str, value: str) -> str:
    words = reasons.sentences(lang)["cure_named_value" if value else "cure_named"]
    titles = (table.get(lang) or table.get("en", "") for table in (clause.title, clause.variants[chosen].title))
    title, other = titles
    return words.format(clause=title, variant=other, value=value)


def on_force(clause: ClausePlace, draft: RunningText, library: Library | None) -> tuple[Cure, ...]:
    """Return the variant, and the words, with which a clause no longer makes the agreement bind on signature."""
    lang = draft.lang
    provisional = treaty.applies_provisionally(read(clause.quote, lang))

    def waits(words: str) -> bool | None:
        return _waits(read(words, lang), provisional=provisional)

    other = variant(clause.clause_id or "", clause.variant or "", lang, library, waits)
    unit = next(one for one in draft.units if one.start <= clause.start < one.end)
    body = clause_body(draft.text[unit.start : unit.end])
    words = in_force_later(body, (clause.start - unit.start, clause.end - unit.start), lang).strip()
    tried = Cure("wording", words, verified=True) if waits(words) and "\n" not in words else None
    return tuple(one for one in (other, tried) if one)


def on_position(
    held: Held, draft: RunningText, library: Library | None, bites: Callable[[str], Judgement | None]
) -> tuple[Cure, ...]:
    """Return the cures of a clause that a position of the house speaks against: its number, a variant, other words.

    `bites` tells how the position speaks against words of a clause; None where it does not.
    """
    leading, unit = held.found.leading, held.unit
    if leading is None:
        return ()

    def weigh(words: str) -> bool | None:
        lines = [line for line in words.split("\n") if line.strip()]
        return None if any(bites(line) for line in lines) else BLANK not in words

    def weigh_whole(words: str) -> bool | None:
        return None if bites(words) else True

    def standing(words: str) -> tuple[Held, Signal] | None:
        found = bites(words)
        return (held, found.leading) if found and found.leading else None

    passed = [(held, limit) for limit in limits(held)]
    own = _worded(passed, weigh_whole)
    other = variant(unit.clause, unit.variant, draft.lang, library, weigh, [limit for _, limit in passed])
    if not own:
        kind = leading.kind or "prohibition"
        words = _as_offices_write(held.clause.text, leading, draft.lang)
        if not words or bites(words):
            words = next(redrafts(held.clause.text, draft.lang, (held, leading), kind, standing), None)
        own = Cure("wording", words, verified=True) if words else None
    return tuple(one for one in (own, other) if one)


def _as_offices_write(text: str, leading: Signal, lang: str) -> str | None:
    """Return a clause with what offices most often write on the matter of their rule in the place of its sentence."""
    words = reasons.sentences(lang)
    kind = "settled_forum" if leading.name in ("house_court", "house_arbitration") else leading.name
    start, end = leading.clause
    if not leading.name.startswith("house_") or kind not in words or "\n" in text[start:end].strip():
        return None
    return in_place(text, start, end, words[kind].format(**leading.values)).strip()


def _waits(clause: Reading, *, provisional: bool) -> bool | None:
    """Return True where a clause waits for force; one in the place of provisional application has none of it either."""
    binds = treaty.binds_on_signature(clause) or (provisional and treaty.applies_provisionally(clause))
    return None if binds else True


def on_total(one: totals.Total, draft: RunningText, library: Library | None) -> tuple[Cure, ...]:
    """Return the cures of a period that passes a limit, alone or with its renewals."""
    held = one.held
    if held.unit != one.first.unit or held.place.rank in POLICIES:
        return ()
    passed = [row for row in between(held, (one.first.start, one.first.end), (one.start, one.end)) if row.most]
    silent = not one.counted
    found = [
        _worded([(held, row) for row in passed], weighing(held, draft, whole=True, silent=silent)),
        variant(held.unit.clause, held.unit.variant, draft.lang, library, weighing(held, draft, silent=silent), passed),
    ]
    return tuple(cure for cure in found if cure)
