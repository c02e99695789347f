"""One norm made from its clause: modality, bearer, effect, object, and the parts that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssc_drafter.check.norms.reading import Compare, Quantity
from ssc_drafter.check.structure.bearers import Found, authorities, bearer, classes_in
from ssc_drafter.check.structure.clauses import clauses
from ssc_drafter.check.structure.cut import Stretch
from ssc_drafter.check.structure.doing import Doing
from ssc_drafter.check.structure.finite import PRESENT
from ssc_drafter.check.structure.naming import subjects_in
from ssc_drafter.check.structure.norm import Amount, Bearer, Gate, Modality, Norm, Part
from ssc_drafter.check.structure.told import tongue

_OWN = re.compile(
    r"(?i)\b(?:présente?|presente|this|esta|este|desta|deste|nesta|neste|cette|ce)\s+(?:\w+\s+)?$"
)  # the text itself
_NUMBER = re.compile(r"(?i)\b(?:ley|lei|loi|act|law|decreto|n)\s[\d./-]*$|\bn[°ºo]\.?\s?[\d./-]*$|\d[-/]$")
_DIGIT = re.compile(r"\d")
_ARTICLES = ("un", "une", "una", "um", "uma")
_NAMES = {
    "validity": "condition_of_validity",
    "being": "constitutive",
    "nullity": "condition_of_validity",
    PRESENT: "duty",
    "penal": "prohibition",  # what is punished is forbidden
    "owed": "duty",
    "advised": "recommendation",
    "let": "permission",
    "itself": "duty",
}
_FORBIDDEN: dict[Compare, Compare] = {"above": "most", "below": "least"}  # who may not go above is held to at most
_TURNED = {
    "duty": "prohibition",
    "permission": "prohibition",
    "power": "prohibition",
    "right": "prohibition",
    "owed": "exemption",
    "let": "prohibition",
    "itself": "prohibition",
    PRESENT: "prohibition",
}


class Made(Doing):
    """One norm while it is made from its clause."""

    def norm(self) -> Norm:
        """Return the norm with all its parts."""
        one, effect = self.clause, self._effect()
        start, end = self.reading.span(self.sentence, one.first, max(one.first + 1, self._closed(one.last)))
        parts = {kind: self._stretches(kind) for kind in ("condition", "exception", "proviso", "deference")}
        if self._modality() == "condition_of_validity" and self._denies():  # "no contract is valid unless": what it has to be
            parts["condition"], parts["exception"] = (*parts["condition"], *parts["exception"]), ()
        first, last = self._reach()
        cited, thing = tuple(self._references(start, end)), self._object(effect)
        bodies = (self.part(*row) for row in authorities(self.told, first, last, self._taken()))
        return Norm(
            modality=self._modality(),
            start=start,
            end=end,
            modal=self.part(one.head.first, one.head.last),
            bearer=self._bearer(),
            frame=tuple(subjects_in(self.reading, self.told, first, last)),
            effect=self.part(*effect) if effect else None,
            object=thing,
            conditions=parts["condition"],
            exceptions=parts["exception"],
            provisos=parts["proviso"],
            deference=parts["deference"],
            authority=tuple(
                one for one in bodies if not (thing and one.start <= thing.start < one.end) and not _inside(one, cited)
            ),
            references=cited,
            quantities=tuple(row for row in self._amounts(first, last) if self._counts(row, cited)),
            steps=tuple(self._gates(first, last)),
        )

    def _closed(self, last: int) -> int:
        while last > self.clause.first + 1 and not any(sign.isalnum() or sign == ")" for sign in self.told.texts[last - 1]):
            last -= 1
        return last

    def _reach(self) -> tuple[int, int]:
        leading = [row.first for row in self._own() if row.leading]
        return min([self.clause.first, *leading]), self.clause.last

    def _modality(self) -> Modality:
        one = self.clause
        name = one.head.name
        nullity = any(one.first <= mark.first < one.last for mark in self.told.of("nullity"))
        nobody = bool(self.told.starts("nobody", one.subject[0])) and one.subject[0] < one.subject[1]
        chapeau = one.chapeau.subject if one.chapeau and one.head == one.chapeau.head else (0, 0)
        nobody = nobody or (chapeau[0] < chapeau[1] and bool(self.told.starts("nobody", chapeau[0])))
        if nullity:
            name = "validity"
        elif (nobody or name == "prohibition") and any(
            self.told.starts("liable", place) for place in range(one.head.first, min(one.after + 3, one.last))
        ):
            name = "exemption"  # "Neither the Director nor any officer shall be liable"
        elif nobody or one.denied or self._denied_behind() or self._never():
            name = _TURNED.get(name, name)
        elif name == "permission" and self._of_state():
            name = "power"
        return _NAMES.get(name, name)  # type: ignore[return-value]

    def _of_state(self) -> bool:
        """Whether the bearer is an organ, or a State or its Government: what a law lets it do is a power of it. A point of a
        list has the bearer of the words that lead into it."""
        lead = self.clause.chapeau if not self.undergone else None
        found = self.bearing or (bearer(self.told, lead, self.inside)[0] if lead else None)
        kind, first, last = found or ("thing", 0, 0)
        return kind == "organ" or (
            kind == "party" and any(text in tongue(self.told.lang).state for text in self.told.lower[first:last])
        )

    def _never(self) -> bool:
        """Whether words such as "in no case" stand ahead of what rules: "En ningún caso el plazo excederá de un año"."""
        return any(self.clause.first <= one.first < self.clause.head.first for one in self.told.of("never"))

    def _denied_behind(self) -> bool:
        """Whether "not" stands between words of modality and their verb: "shall, where he objects, not grant"."""
        one, effect = self.clause, self._effect()
        if (
            self.told.lang != "en"
            or one.head.name not in ("duty", "permission")
            or effect is None
            or one.after != one.head.last
        ):
            return False
        ahead = effect[0] - 1
        return ahead > one.head.last and bool(self.told.starts("negation", ahead)) and effect[0] > one.head.last

    def _counts(self, row: Amount, cited: tuple[Part, ...]) -> bool:
        """Whether an amount is one: not an article ("un représentant"), nor in the number of a law ("Decreto Nº 946/2020")."""
        inside = any(one.start <= row.start < one.end for one in cited)
        article = row.scale == "count" and row.text.lower().split()[0] in _ARTICLES and not _DIGIT.search(row.text)
        return self.told.plan or not (
            inside or article or _NUMBER.search(self.reading.text[max(0, row.start - 16) : row.start])
        )

    def _denies(self) -> bool:
        """Whether a norm says of nothing, or with "not", that it is valid."""
        one = self.clause
        nobody = one.subject[0] < one.subject[1] and bool(self.told.starts("nobody", one.subject[0]))
        return nobody or any(self.told.starts("negation", place) for place in range(one.head.first, one.head.last))

    def _bearer(self) -> Bearer | None:
        found, chapeau = self.bearing, self.clause.chapeau
        if self.clause.head.name == "definition":
            return None  # a term that is defined does nothing
        inherited = False
        if found is None and not self.undergone and chapeau is not None:
            found, inherited = bearer(self.told, chapeau, self.inside)[0], True
        if found is None and not self.undergone and chapeau is None:
            found, inherited = self._of_the_one_before(), True
        if found is None and self.clause.subject[0] < self.clause.subject[1] and self.does:
            found, inherited = ("thing", *self.clause.subject), False
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
            own = found.group().split(" ")[0][:1].isupper() and _OWN.search(
                self.reading.text[max(0, found.start() - 12) : found.start()]
            )
            if (
                self.reading.text[: found.start()].strip(" §#*") and not own and not _OWN.match(found.group() + " ")
            ):  # not the number of the provision itself
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


def _inside(one: Part, rows: tuple[Part, ...]) -> bool:
    return any(row.start <= one.start < row.end for row in rows)
