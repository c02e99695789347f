"""One norm made from its clause: modality, bearer, effect, object, and the parts that stand beside them."""

from __future__ import annotations

from collections.abc import Iterator

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Compare, Quantity, Reading
from ssc_drafter.check.structure.bearers import Found, acting, authorities, bearer, classes_in
from ssc_drafter.check.structure.clauses import Clause, clauses
from ssc_drafter.check.structure.cut import PRESENT, STRONG, Cut, Stretch, passive
from ssc_drafter.check.structure.naming import subjects_in
from ssc_drafter.check.structure.norm import Amount, Bearer, Gate, Modality, Norm, Part
from ssc_drafter.check.structure.told import Told, tongue

SHORT = 3  # letters of a word without weight that is passed over ahead of a verb
ASIDE = 10  # words of an insertion between two commas
OBJECT = 40  # words of an object that are shown at most
_NAMES = {
    "validity": "condition_of_validity",
    "being": "constitutive",
    "nullity": "condition_of_validity",
    PRESENT: "duty",
    "penal": "prohibition",  # what is punished is forbidden
    "owed": "duty",
    "advised": "recommendation",
}
_SAID = ("constitutive", "being", "definition", "validity", "precedence", "exemption", "right", "owed", "advised")
_FORBIDDEN: dict[Compare, Compare] = {"above": "most", "below": "least"}  # who may not go above is held to at most
_TURNED = {
    "duty": "prohibition",
    "permission": "prohibition",
    "power": "prohibition",
    "right": "prohibition",
    "owed": "exemption",
    PRESENT: "prohibition",
}


class Made:
    """One norm while it is made from its clause."""

    def __init__(self, reading: Reading, words: Told, whole: Cut, clause: Clause) -> None:
        self.reading, self.told, self.cut, self.clause = reading, words, whole, clause
        self.sentence = words.sentence
        self.inside = frozenset(place for one in whole.stretches for place in range(one.first, one.last))
        self.bearing, self.undergone = bearer(words, clause, self.inside)

    def part(self, first: int, last: int) -> Part:
        start, end = self.reading.span(self.sentence, first, last)
        known = law.classes()
        inside = [name for name, row in self.sentence.classes.items() if any(first <= one.first < last for one in row)]
        return Part(start, end, self.reading.text[start:end], tuple(name for name in inside if name in known))

    def norm(self) -> Norm:
        """Return the norm with all its parts."""
        one, effect = self.clause, self._effect()
        start, end = self.reading.span(self.sentence, one.first, max(one.first + 1, self._closed(one.last)))
        parts = {kind: self._stretches(kind) for kind in ("condition", "exception", "proviso", "deference")}
        if self._modality() == "condition_of_validity" and self._denies():  # "no contract is valid unless": what it has to be
            parts["condition"], parts["exception"] = (*parts["condition"], *parts["exception"]), ()
        first, last = self._reach()
        cited = tuple(self._references(start, end))
        bodies = (self.part(*row) for row in authorities(self.told, first, last, self._taken()))
        return Norm(
            modality=self._modality(),
            start=start,
            end=end,
            modal=self.part(one.head.first, one.head.last),
            bearer=self._bearer(),
            frame=tuple(subjects_in(self.reading, self.told, first, last)),
            effect=self.part(*effect) if effect else None,
            object=self._object(effect),
            conditions=parts["condition"],
            exceptions=parts["exception"],
            provisos=parts["proviso"],
            deference=parts["deference"],
            authority=tuple(one for one in bodies if not any(row.start <= one.start < row.end for row in cited)),
            references=cited,
            quantities=self._amounts(first, last),
            steps=tuple(self._gates(first, last)),
        )

    def _closed(self, last: int) -> int:
        while last > self.clause.first + 1 and not any(sign.isalnum() or sign == ")" for sign in self.told.texts[last - 1]):
            last -= 1
        return last

    def _reach(self) -> tuple[int, int]:
        leading = [row.first for row in self._own() if row.leading]
        return min([self.clause.first, *leading]), self.clause.last

    def _taken(self) -> tuple[int, int]:
        return (self.bearing[1], self.bearing[2]) if self.bearing else (0, 0)

    def _modality(self) -> Modality:
        one = self.clause
        name = one.head.name
        nullity = any(one.first <= mark.first < one.last for mark in self.told.of("nullity"))
        nobody = bool(self.told.starts("nobody", one.subject[0])) and one.subject[0] < one.subject[1]
        chapeau = one.chapeau.subject if one.chapeau and one.head == one.chapeau.head else (0, 0)
        nobody = nobody or (chapeau[0] < chapeau[1] and bool(self.told.starts("nobody", chapeau[0])))
        if nullity:
            name = "validity"
        elif nobody and any(self.told.starts("liable", place) for place in range(one.after, min(one.after + 3, one.last))):
            name = "exemption"  # "Neither the Director nor any officer shall be liable"
        elif nobody or one.denied:
            name = _TURNED.get(name, name)
        elif name == "permission" and self.bearing and self.bearing[0] == "organ":
            name = "power"
        return _NAMES.get(name, name)  # type: ignore[return-value]

    def _denies(self) -> bool:
        """Whether a norm says of nothing, or with "not", that it is valid."""
        one = self.clause
        nobody = one.subject[0] < one.subject[1] and bool(self.told.starts("nobody", one.subject[0]))
        return nobody or any(self.told.starts("negation", place) for place in range(one.head.first, one.head.last))

    def _bearer(self) -> Bearer | None:
        found, chapeau = self.bearing, self.clause.chapeau
        inherited = False
        if found is None and not self.undergone and chapeau is not None:
            found, inherited = bearer(self.told, chapeau, self.inside)[0], True
        if found is None and not self.undergone and chapeau is None:
            found, inherited = self._of_the_one_before(), True
        if found is None:
            return None
        kind, first, last = found
        start, end = self.reading.span(self.sentence, first, last)
        names = classes_in(self.sentence, first, last)
        return Bearer(kind, start, end, self.reading.text[start:end], names, inherited)

    def _of_the_one_before(self) -> Found | None:
        """Return the bearer of the clause that this one is joined to: "shall keep records and may not destroy them"."""
        if self.clause.subject[0] < self.clause.subject[1] or self.clause.head.name in ("constitutive", "being"):
            return None
        before = [row for row in clauses(self.told, self.cut) if row.last <= self.clause.first]
        return bearer(self.told, before[-1], self.inside)[0] if before else None

    def _effect(self) -> tuple[int, int] | None:
        """Return the words of what is ruled: the verb behind the head, or the head itself where it says it all."""
        one = self.clause
        if one.head.name == "penal":
            begin = acting(self.told, one)[1]
            return (begin, begin + 1) if begin < one.subject[1] else None
        if one.head.name in _SAID:
            begin, end = self._behind(one.head.last)
            return one.head.first, end if self._says_of_its_subject() and begin < end else one.head.last
        if one.head.name == PRESENT and not self.told.starts("be", one.head.first):
            return one.head.first, one.head.last
        alone = one.head.last - 1
        if one.after == one.head.last and self._is_future(alone) and not self.told.starts("be", alone):
            return alone, one.head.last
        if self.told.starts("be", one.after) and one.after < one.last and not passive(self.told, one.head):
            return one.after, one.after + 1  # "shall be five years"
        for place in range(self._past_comma(one.after), one.last):
            if self.told.lower[place] in STRONG:
                break
            if self._is_verb(place):
                return place, place + 1
        return None

    def _is_verb(self, place: int) -> bool:
        """Whether a word behind a head may be what is ruled: no "be" or "not", no article, nothing of the bearer."""
        text = self.told.lower[place]
        bare = any(self.told.starts(name, place) for name in ("be", "negation", "article"))
        said = len(text) > 1 and text[0].isalpha() and bool(self.sentence.words[place].weight or len(text) > SHORT)
        counted = any(row.first <= place < row.last for row in self.sentence.quantities) or self._is_manner(place)
        taken = self._taken()
        return said and not bare and not counted and place not in self.inside and not taken[0] <= place < taken[1]

    def _is_manner(self, place: int) -> bool:
        """Whether an English word says how something is done: "shall gradually reduce", unlike "shall comply with"."""
        if self.told.lang != "en" or not self.told.lower[place].endswith("ly") or place + 1 >= self.clause.last:
            return False
        acts = any(one.first == place for row in self.sentence.acts.values() for one in row)
        acts = acts or bool(self.told.starts("infinitive", place))
        return not acts and bool(self.sentence.words[place + 1].weight)

    def _is_future(self, place: int) -> bool:
        future = law.words(self.told.lang).verbs.future
        head = self.clause.head
        listed = any(one.first == head.first and one.last == head.last for one in self.told.of(head.name))  # "deverá"
        return bool(future) and not listed and head.name in ("duty", "prohibition") and self.told.lower[place].endswith(future)

    def _object(self, effect: tuple[int, int] | None) -> Part | None:
        """Return what is done, allowed, made: the subject of what is undergone, else what stands behind the verb."""
        first, last = self.clause.subject
        if self.clause.head.name == "penal":
            return self.part(effect[1], last) if effect and effect[1] < last else None
        if first == last and self.clause.chapeau is None and passive(self.told, self.clause.head):
            before = [row for row in clauses(self.told, self.cut) if row.last <= self.clause.first]
            if before and before[-1].subject[0] < before[-1].subject[1] and passive(self.told, before[-1].head):
                return self.part(*before[-1].subject)  # "Data shall be stored here and shall not be transferred"
        if self.undergone and first < last:
            return self.part(first, last)
        begin, end = self._behind(self._past_comma(max(effect[1] if effect else 0, self.clause.after)))
        return self.part(begin, end) if begin < end and begin not in self.inside else None

    def _past_comma(self, place: int) -> int:
        """Return where what a verb is about begins behind an insertion: "shall, by notice, fix"."""
        if place >= self.clause.last or self.told.texts[place] != ",":
            return place
        ends = [one for one in range(place + 1, min(self.clause.last - 1, place + ASIDE)) if self.told.texts[one] == ","]
        return ends[0] + 1 if ends else place

    def _says_of_its_subject(self) -> bool:
        """Whether a head such as "is exempt from" says something of a thing ahead: then all behind it is what it says."""
        return self.undergone and self.clause.subject[0] < self.clause.subject[1]

    def _behind(self, begin: int) -> tuple[int, int]:
        """Return the words behind a verb that are what it is about, up to a stop, a stretch or "by whom"."""
        counted = {place for row in self.sentence.quantities for place in range(row.first, row.last)}
        limits = {row.first for row in self.cut.stretches} | {mark.first for mark in self.told.of("agent")} - counted
        limits |= {mark.first for mark in self.sentence.of("excludes")}  # "without a permit"
        end = begin
        while end < min(self.clause.last, begin + OBJECT) and self.told.texts[end] not in STRONG | {","}:
            if end in limits and end > begin:
                break
            end += 1
        while begin < end and not any(sign.isalnum() for sign in self.told.texts[begin]):
            begin += 1
        while end > begin and self.told.starts("joiner", end - 1):
            end -= 1
        return begin, end

    def _own(self) -> list[Stretch]:
        """Return the stretches of the clause: those inside it, and of a list those of the words that lead into it."""
        one = self.clause
        rows = [row for row in self.cut.stretches if one.first <= row.first < one.last]
        return rows + (
            [row for row in self.cut.stretches if one.chapeau.first <= row.first < one.chapeau.last] if one.chapeau else []
        )

    def _stretches(self, kind: str) -> tuple[Part, ...]:
        return tuple(self.part(row.first, row.last) for row in self._own() if row.kind == kind and row.last > row.first)

    def _references(self, start: int, end: int) -> Iterator[Part]:
        for found in tongue(self.told.lang).cites.finditer(self.reading.text, start, end):
            if self.reading.text[: found.start()].strip(" §#*"):  # not the number of the provision itself
                yield Part(found.start(), found.end(), found.group())

    def _amounts(self, first: int, last: int) -> tuple[Amount, ...]:
        return tuple(self._amount(row) for row in self.sentence.quantities if first <= row.first < last)

    def _amount(self, row: Quantity) -> Amount:
        start, end = self.reading.span(self.sentence, row.first, row.last)
        text = self.reading.text[start:end]
        days = [one for one in self.sentence.quantities if one.scale == "date"]
        of_a_day = any(one.first <= row.base_first < one.last for one in days)  # "30 % d'ici 2025"
        base = self.part(row.base_first, row.base_last) if row.base_last and not of_a_day else None
        compare = row.compare
        if self._modality() == "prohibition" and row.first >= self.clause.head.last and row.first not in self.inside:
            compare = _FORBIDDEN.get(compare, compare)
        return Amount(start, end, text, row.value, row.scale, row.unit, compare, row.per, base)

    def _gates(self, first: int, last: int) -> Iterator[Gate]:
        asked = {row.first: row.status for row in self.sentence.demands}
        for row in self.sentence.every_step:
            status = asked.get(row.first, row.status)
            inside = self.clause.subject[0] <= row.first < self.clause.subject[1] or self._effecting(row.first)
            if status == "excluded" and self._modality() == "condition_of_validity" and self._voids():
                status = "required"  # "concluded without the approval of Parliament shall be void"
            elif inside and status != "required":
                continue
            if first <= row.first < last and status != "named":
                start, end = self.reading.span(self.sentence, row.first, row.last)
                yield Gate(start, end, self.reading.text[start:end], row.kind, status)

    def _effecting(self, place: int) -> bool:
        effect = self._effect()
        return effect is not None and effect[0] <= place < effect[1]

    def _voids(self) -> bool:
        """Whether what a norm says of validity is that there is none."""
        head = self.clause.head
        return any(self.told.starts("void", place) for place in range(head.first, head.last))
