"""One norm of a policy: a commitment with what it is to come to, from which base, under which condition, with which means."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Compare, Mark, Quantity, Reading
from ssc_drafter.check.norms.stems import fold
from ssc_drafter.check.structure.aims import AIM, Aim, infinitive
from ssc_drafter.check.structure.bearers import Found
from ssc_drafter.check.structure.clauses import Clause
from ssc_drafter.check.structure.cut import INTENDS, PRESENT, STRONG, Cut, passive
from ssc_drafter.check.structure.made import Made
from ssc_drafter.check.structure.norm import Amount, Bearer, Modality, Norm, Part
from ssc_drafter.check.structure.told import Told, tongue

BASE = 12  # words of a base
BESIDE = 3  # words behind an amount within which a word of limit belongs to it
LEAD = 2  # words between "to" and the amount
NAME = 10  # words of a mechanism
POLICY = 4  # words within which a subject says that it is the policy: "the present National Strategy"
STATE = 5  # words of the name of a State: "the Republic of Kenya"
_TIMES = ("date", "day_of_year")
_OF = ("of", "de", "du", "des", "do", "da", "del")  # between a Government and its State
_LET = ("organ", "person", "everyone", "nobody")  # to whom something can be let
_SPEAKS = ("party", "state", "policy", "thing")  # who sets itself an aim: of others "will" says a duty
_YEAR = range(1900, 2101)


class Planned(Made):
    """One norm of a policy while it is made from its clause."""

    def __init__(self, reading: Reading, words: Told, whole: Cut, clause: Clause, aim: Aim | None = None) -> None:
        self.aim = aim
        super().__init__(reading, words, whole, clause)
        self.speaker = None if aim else self._speaking()
        self.undergone = self.undergone and self.speaker is None
        self.borne = None if aim else super()._bearer()

    @property
    def hollow(self) -> bool:
        """Whether a sentence of a policy only tells: a present that commands nobody, what may happen and is let to nobody."""
        kind = self.borne.kind if self.borne else ""
        if self.clause.head.name == PRESENT:
            return kind != "organ" or self.undergone or not self.told.starts("command", self.clause.head.first)
        said = self._modality()
        if self.clause.head.name == INTENDS:
            return not self._intends(kind)
        if said == "commitment" and not (self.aim or self.speaker or self.clause.head.name == INTENDS):
            return kind not in ("state", "party") and not (passive(self.told, self.clause.head) or self._measured())
        return said in ("permission", "power") and (kind not in _LET or self.speaker is not None)

    def _intends(self, kind: str) -> bool:
        """Whether words of intent are those of the policy, the State or a body, and not what another text or thing is for."""
        head, (first, last) = self.clause.head, self.clause.subject
        alone = head.last - head.first == 1 and bool(tongue(self.told.lang).infinitive)  # "busca" is a search as well
        if alone and not (head.last < len(self.told.texts) and infinitive(self.told, head.last)):
            return False
        return bool(self.speaker or kind not in ("", "thing") or last - first <= 1 or self.told.starts("article", head.first))

    def _measured(self) -> bool:
        """Whether a clause has an amount: without one a future of a thing only tells what comes ("will depend on support")."""
        rows = [row for row in self.sentence.quantities if self.clause.first <= row.first < self.clause.last]
        return any(row.scale not in _TIMES and not self._no_amount(row) for row in rows)

    def norm(self) -> Norm:
        """Return the norm with all its parts."""
        one = super().norm()
        if one.modality != "commitment":
            return one
        bodies = tuple(body for body in one.authority if one.effect is None or body.start >= one.effect.end)
        return msgspec.structs.replace(
            one, authority=bodies, mechanism=tuple(self._means()), priority=tuple(self._priorities())
        )

    def _modality(self) -> Modality:
        if self.clause.head.name in (AIM, INTENDS):
            return "commitment"
        said = super()._modality()
        spoken = self.speaker or self.borne is None or self.borne.kind in _SPEAKS or self._is_state(self.borne.text)
        return "commitment" if said == "duty" and spoken and self._foretold() else said

    def _foretold(self) -> bool:
        """Whether a future alone rules: "will be treated", "se construirá"."""
        head = self.clause.head
        return self.told.lower[head.first] == "will" if self.told.lang == "en" else self._is_future(head.last - 1)

    def _bearer(self) -> Bearer | None:
        found = self.borne
        if self.speaker:
            kind, first, last = self.speaker
            start, end = self.reading.span(self.sentence, first, last)
            return Bearer(kind, start, end, self.reading.text[start:end])
        if found is not None and found.kind != "thing":
            state = found.kind == "party" or (found.kind in ("person", "organ") and self._is_state(found.text))
            return msgspec.structs.replace(found, kind="state") if state else found
        if self._modality() != "commitment":
            return found
        start, _ = self.reading.span(self.sentence, self.clause.first, self.clause.first + 1)
        return Bearer("policy", start, start, "")

    def _speaking(self) -> Found | None:
        """Return who speaks where the subject names no body: a State by its name, the policy itself; None for a thing."""
        first, last = self.clause.subject
        if (self.bearing is not None and self.bearing[0] != "person") or first >= last or passive(self.told, self.clause.head):
            return None
        first = max((place + 1 for place in range(first, last) if self.told.texts[place] == ","), default=first)
        bare = first + bool(self.told.starts("article", first))
        policy = any(self.told.starts("this_policy", place) for place in range(first, min(first + POLICY, last)))
        if self.bearing is None and policy:
            return "policy", first, last
        if bare >= last or last - bare > STATE:
            return None
        if self._is_state(" ".join(self.told.texts[bare:last])):
            return "state", first, last
        ends = [place for place in {bare, last - 1} if self.sentence.words[place].capital]
        name = any(
            fold(self.told.texts[place]).startswith(_states()) for place in ends if place == last - 1 or last - bare <= 2
        )
        return ("state", first, last) if name else None

    def _is_state(self, words: str) -> bool:
        """Whether the words of a bearer name the State or its Government at their head: "the Government of ...", "we"."""
        listed, known = words.casefold().replace("’", "'").replace("l'", "l' ").split(), tongue(self.told.lang).state
        heads = [place for place, word in enumerate(listed[:STATE]) if word in known]
        return any(place + 1 == len(listed) or listed[place + 1] in _OF for place in heads)

    def _effect(self) -> tuple[int, int] | None:
        if self.aim:
            return self.aim.effect or self._change()
        return super()._effect()

    def _is_verb(self, place: int) -> bool:
        return super()._is_verb(place) and not self.told.starts("aim_lead", place)

    def _change(self) -> tuple[int, int] | None:
        """Return the noun of change with which an aim without a verb begins: "Reduction"."""
        first = self._body()
        for place in range(first, min(first + 4, self.clause.last)):
            if self.told.starts("changes", place):
                return place, place + 1
        return None

    def _body(self) -> int:
        """Return where the words of an aim begin, behind its label."""
        one = self.aim
        assert one is not None
        place = (
            max(one.first, one.head.last)
            if one.head.last <= (one.effect or (one.last, 0))[0] and self._labelled()
            else one.first
        )
        while place < one.last and not any(sign.isalnum() for sign in self.told.texts[place]):
            place += 1
        return place

    def _labelled(self) -> bool:
        return bool(self.aim and self.told.starts("label", self.aim.head.first))

    def _object(self, effect: tuple[int, int] | None) -> Part | None:
        if not self.aim:
            return super()._object(effect)
        begin = effect[1] if effect and self.aim.effect else self._body()
        begin, end = self._behind(begin)
        while self._goes_on(end):
            end = self._behind(end + 1)[1]
        cuts = [row.first for row in self.sentence.quantities if begin < row.first < end and self._apart(begin, row)]
        base = self._base(list(self.sentence.quantities), begin, self.clause.last)
        cuts += [base[0]] if base and begin < base[0] < end else []
        cuts += [one.first for name in ("baseline", "by_means") for one in self.told.of(name) if begin < one.first < end]
        if cuts:
            end = self._closing(begin, min(cuts))
        return self.part(begin, end) if begin < end else None

    def _apart(self, begin: int, row: Quantity) -> bool:
        """Whether an amount is what something comes to, and no number of the things themselves ("200,000 biogas plants")."""
        ahead = self.sentence.words[row.first - 1].stem in law.names(self.told.lang).ahead or row.scale in (*_TIMES, "percent")
        return self._heavy(begin, row.first) and (ahead or self.told.starts("reaches", row.first - 1) > 0)

    def _goes_on(self, comma: int) -> bool:
        """Whether what an aim is about goes on behind a comma: with a further thing, no manner of doing it."""
        if comma + 1 >= self.clause.last or self.told.texts[comma] != "," or comma + 1 in self.inside:
            return False
        stem, text = self.sentence.words[comma + 1].stem, self.told.lower[comma + 1]
        aside = stem in law.names(self.told.lang).ahead or text.endswith(tongue(self.told.lang).gerund)
        aside = aside or any(self.told.starts(name, comma + 1) for name in ("relative", "by_means", "baseline", "label"))
        return not aside and not self._counted(comma + 1)

    def _closing(self, begin: int, end: int) -> int:
        """Return where words end ahead of an amount, without those that lead into it: "the share" of "the share to 30 %"."""
        while end > begin and not (self.sentence.words[end - 1].weight or self._counted(end - 1)):
            if self.told.texts[end - 1][0].isupper() and len(self.told.texts[end - 1]) > 1:
                break
            end -= 1
        return end

    def _heavy(self, first: int, last: int) -> bool:
        return any(self.sentence.words[place].weight for place in range(first, last))

    def _counted(self, place: int) -> bool:
        return any(row.first <= place < row.last for row in self.sentence.quantities)

    # ---- amounts ---------------------------------------------------------------------------------------------------
    def _amounts(self, first: int, last: int) -> tuple[Amount, ...]:
        rows = [row for row in self.sentence.quantities if first <= row.first < last and not self._no_amount(row)]
        if self._modality() != "commitment":
            return tuple(self._amount(row) for row in rows)
        base = self._base(rows, first, last)
        inside = range(*base) if base else range(0)
        kept = [row for row in rows if row.first not in inside]
        found = [self._aimed(row) for row in kept]
        main = next((place for place, row in enumerate(kept) if row.scale not in _TIMES), 0)
        if base and found:
            found[main] = msgspec.structs.replace(found[main], base=self.part(*base))
        return tuple(found)

    def _no_amount(self, row: Quantity) -> bool:
        """Whether a number that counts something is a year ("from 2005 level"), or only an article ("un alto grado")."""
        written = self.told.texts[row.first : row.last]
        if len(written) > 1 and self.told.starts("article", row.first):
            return True
        return row.scale in ("count", "sum") and len(written) == 1 and written[0].isdigit() and int(written[0]) in _YEAR

    def _base(self, rows: list[Quantity], first: int, last: int) -> tuple[int, int] | None:
        """Return the words of what an amount is compared with or comes from: "from 2005 level", "del 71 % (2018)"."""
        for one in self.told.of("baseline"):
            if first <= one.first < last and (end := self._base_end(one.last, last)) > one.last:
                return one.first, end
        for one in self.told.of("starts"):
            if not first <= one.first < last:
                continue
            near = [row for row in rows if 0 <= row.first - one.last <= 1 and row.scale not in _TIMES]
            later = [row for row in rows if near and row.first > near[0].first and row.scale == near[0].scale]
            if later and any(self.told.starts("reaches", place) for place in range(near[0].last, later[0].first)):
                return one.first, self._trimmed(near[0].last, later[0].first)
            dated = any(row.first <= one.first < row.last for row in rows if row.scale in _TIMES)
            text = self.told.texts[one.last] if one.last < last and not dated else ""
            if not near and text.isdigit() and int(text) in _YEAR:
                return one.first, self._base_end(one.last, last)
        return None

    def _trimmed(self, first: int, end: int) -> int:
        while end > first and (
            self.told.texts[end - 1] == "," or self.told.starts("reaches", end - 1) or not self._solid(end - 1)
        ):
            end -= 1
        return end

    def _solid(self, place: int) -> bool:
        return any(sign.isalnum() for sign in self.told.texts[place]) or self.told.texts[place] in "%)"

    def _base_end(self, place: int, last: int) -> int:
        end = place
        while end < min(last, place + BASE) and self.told.texts[end] not in STRONG | {",", ")", "["}:
            if any(row.first == end and row.scale in _TIMES for row in self.sentence.quantities) and end > place + 1:
                break
            end += 1
        return end

    def _aimed(self, row: Quantity) -> Amount:
        """Return an amount as it is meant: what shall rise to it is held to the least, what shall fall to it to the most."""
        found = self._amount(row)
        if found.compare == "most" and self._of_a_day(row):
            found = msgspec.structs.replace(found, compare="exact")
        if row.scale in _TIMES or found.compare != "exact":
            return found
        ahead = range(self.clause.first, row.first)
        falls = any(self.told.starts("lowers", place) for place in ahead)
        rises = any(self.told.starts("raises", place) for place in ahead)
        to = any(one.last <= row.first <= one.last + LEAD and not self._heavy(one.last, row.first) for one in self._leads(row))
        compare: Compare = "most" if falls and to else "least" if (falls and row.scale == "percent") or rises else "exact"
        return msgspec.structs.replace(found, compare=compare)

    def _of_a_day(self, row: Quantity) -> bool:
        """Whether the word of limit ahead of an amount belongs to a day: "até 2029, reabilitar 200 clínicas"."""
        days = {place for one in self.sentence.quantities if one.scale in _TIMES for place in range(one.first, one.last)}
        marks = [one.first for name in ("at_most", "below", "most_behind") for one in self.sentence.of(name)]
        near = [place for place in marks if self.clause.first <= place < row.last + BESIDE]
        return bool(near) and days.issuperset(near)

    def _leads(self, row: Quantity) -> list[Mark]:
        """Return the words "to" of a clause ahead of an amount, the last only: "to cut losses by 5 %" comes to no amount."""
        marks = [*self.told.of("reaches"), *self.told.of("starts"), *(one for one in self.told.of("agent"))]
        ahead = sorted(one for one in marks if self.clause.first <= one.first < row.first)
        return [one for one in ahead[-1:] if one.name == "reaches"]

    # ---- means and priority ----------------------------------------------------------------------------------------
    def _means(self) -> Iterator[Part]:
        """Yield the mechanisms that an aim names: "through the Green Climate Fund"."""
        end = 0
        for one in self.told.of("by_means"):
            if not self.clause.first <= one.first < self.clause.last or one.first < end:
                continue
            end = one.last
            while end < min(self.clause.last, one.last + NAME) and self.told.texts[end] not in STRONG | {",", ")", "("}:
                end += 1
            words = range(one.last, end)
            if any(self.told.starts("mechanisms", place) for place in words):
                yield self.part(one.first, end)

    def _priorities(self) -> Iterator[Part]:
        for one in self.told.of("priority"):
            if self.clause.first <= one.first < self.clause.last:
                yield self.part(one.first, one.last)


@lru_cache(maxsize=1)
def _states() -> tuple[str, ...]:
    return tuple(name for names in law.states().values() for name in names)
