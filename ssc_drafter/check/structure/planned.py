"""One norm of a policy: a commitment with what it is to come to, from which base, under which condition, with which means."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Quantity, Reading
from ssc_drafter.check.norms.stems import fold
from ssc_drafter.check.structure.aims import AIM, Aim, infinitive
from ssc_drafter.check.structure.bearers import Found
from ssc_drafter.check.structure.clauses import Clause
from ssc_drafter.check.structure.cut import Cut, passive
from ssc_drafter.check.structure.finite import PRESENT
from ssc_drafter.check.structure.heads import INTENDS, STRONG
from ssc_drafter.check.structure.norm import Bearer, Modality, Norm, Part
from ssc_drafter.check.structure.reckoned import TIMES, Reckoned
from ssc_drafter.check.structure.told import Told, tongue

NAME = 10  # words of a mechanism
POLICY = 4  # words within which a subject says that it is the policy: "the present National Strategy"
STATE = 5  # words of the name of a State: "the Republic of Kenya"
_OF = ("of", "de", "du", "des", "do", "da", "del")  # between a Government and its State
_LET = ("organ", "person", "everyone", "nobody")  # to whom something can be let
_SPEAKS = ("party", "state", "policy", "thing")  # who sets itself an aim: of others "will" says a duty


class Planned(Reckoned):
    """One norm of a policy while it is made from its clause."""

    def __init__(self, reading: Reading, words: Told, whole: Cut, clause: Clause, aim: Aim | None = None) -> None:
        self.aim = aim
        super().__init__(reading, words, whole, clause)
        self.speaker = None if aim else self._speaking()
        self.undergone = self.undergone and self.speaker is None and clause.head.name != INTENDS
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
        if any(self.told.starts("label", place) for place in range(head.first, head.last)):
            return True  # "the goal of the plan is to"
        return bool(self.speaker or kind not in ("", "thing") or last - first <= 1 or self.told.starts("article", head.first))

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
        ahead = self.sentence.words[row.first - 1].stem in law.names(self.told.lang).ahead or row.scale in (*TIMES, "percent")
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

    def _counted(self, place: int) -> bool:
        return any(row.first <= place < row.last for row in self.sentence.quantities)

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
            own = [place for place in words if self.told.starts("this_policy", place)]  # "under this Plan"
            named = [place for place in words if self.sentence.words[place].capital and place not in own]
            if any(self.told.starts("mechanisms", place) for place in words if named or place not in own):
                yield self.part(one.first, end)

    def _priorities(self) -> Iterator[Part]:
        for one in self.told.of("priority"):
            if self.clause.first <= one.first < self.clause.last:
                yield self.part(one.first, one.last)


@lru_cache(maxsize=1)
def _states() -> tuple[str, ...]:
    return tuple(name for names in law.states().values() for name in names)
