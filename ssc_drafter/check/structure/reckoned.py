"""The amounts of a policy's aim: what they come to (at least, at most), and what they come from or are compared with."""

from __future__ import annotations

import msgspec

from ssc_drafter.check.norms.reading import Compare, Mark, Quantity
from ssc_drafter.check.structure.heads import STRONG
from ssc_drafter.check.structure.made import Made
from ssc_drafter.check.structure.norm import Amount

BASE = 12  # words of a base
BESIDE = 3  # words behind an amount within which a word of limit belongs to it
LEAD = 2  # words between "to" and the amount
TIMES = ("date", "day_of_year")
YEARS = range(1900, 2101)


class Reckoned(Made):
    """One norm of a policy whose amounts are read as those of an aim."""

    def _amounts(self, first: int, last: int) -> tuple[Amount, ...]:
        rows = [row for row in self.sentence.quantities if first <= row.first < last and not self._no_amount(row)]
        if self._modality() != "commitment":
            return tuple(self._amount(row) for row in rows)
        base = self._base(rows, first, last)
        inside = range(*base) if base else range(0)
        kept = [row for row in rows if row.first not in inside]
        ranged = bool(base and any(row.first in inside for row in rows))  # "from 40 % to 15 %" is no range to stay in
        found = [self._aimed(row, ranged) for row in kept]
        main = next((place for place, row in enumerate(kept) if row.scale not in TIMES), 0)
        if base and found:
            found[main] = msgspec.structs.replace(found[main], base=self.part(*base))
        return tuple(found)

    def _no_amount(self, row: Quantity) -> bool:
        """Whether a number that counts something is a year ("from 2005 level"), or only an article ("un alto grado")."""
        written = self.told.texts[row.first : row.last]
        if len(written) > 1 and self.told.starts("article", row.first):
            return True
        return row.scale in ("count", "sum") and len(written) == 1 and written[0].isdigit() and int(written[0]) in YEARS

    def _base(self, rows: list[Quantity], first: int, last: int) -> tuple[int, int] | None:
        """Return the words of what an amount is compared with or comes from: "from 2005 level", "del 71 % (2018)"."""
        for one in self.told.of("baseline"):
            if first <= one.first < last and (end := self._base_end(one.last, last)) > one.last:
                return one.first, end
        for one in self.told.of("starts"):
            if not first <= one.first < last:
                continue
            near = [row for row in rows if 0 <= row.first - one.last <= 1 and row.scale not in TIMES]
            later = [row for row in rows if near and row.first > near[0].first and row.scale == near[0].scale]
            if later and any(self.told.starts("reaches", place) for place in range(near[0].last, later[0].first)):
                return one.first, self._trimmed(near[0].last, later[0].first)
            dated = any(row.first <= one.first < row.last for row in rows if row.scale in TIMES)
            text = self.told.texts[one.last] if one.last < last and not dated else ""
            if not near and text.isdigit() and int(text) in YEARS:
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
            if any(row.first == end and row.scale in TIMES for row in self.sentence.quantities) and end > place + 1:
                break
            end += 1
        return end

    def _aimed(self, row: Quantity, ranged: bool) -> Amount:
        """Return an amount as it is meant: what shall rise to it is held to the least, what shall fall to it to the most."""
        found = self._amount(row)
        if row.scale in TIMES:
            return found
        if ranged or (found.compare == "most" and self._of_a_day(row)):
            found = msgspec.structs.replace(found, compare="exact")
        if found.compare != "exact":
            return found
        ahead = range(self.clause.first, row.first)
        falls = any(self.told.starts("lowers", place) for place in ahead)
        rises = any(self.told.starts("raises", place) for place in ahead)
        to = any(one.last <= row.first <= one.last + LEAD and not self._heavy(one.last, row.first) for one in self._leads(row))
        compare: Compare = "most" if falls and to else "least" if (falls and row.scale == "percent") or rises else "exact"
        return msgspec.structs.replace(found, compare=compare)

    def _of_a_day(self, row: Quantity) -> bool:
        """Whether the word of limit ahead of an amount belongs to a day: "até 2029, reabilitar 200 clínicas"."""
        days = {place for one in self.sentence.quantities if one.scale in TIMES for place in range(one.first, one.last)}
        marks = [one.first for name in ("at_most", "below", "most_behind") for one in self.sentence.of(name)]
        near = [place for place in marks if self.clause.first <= place < row.last + BESIDE]
        return bool(near) and days.issuperset(near)

    def _leads(self, row: Quantity) -> list[Mark]:
        """Return the words "to" of a clause ahead of an amount, the last only: "to cut losses by 5 %" comes to no amount."""
        marks = [*self.told.of("reaches"), *self.told.of("starts"), *(one for one in self.told.of("agent"))]
        ahead = sorted(one for one in marks if self.clause.first <= one.first < row.first)
        return [one for one in ahead[-1:] if one.name == "reaches"]

    def _measured(self) -> bool:
        """Whether a clause has an amount: without one a future of a thing only tells what comes ("will depend on support")."""
        rows = [row for row in self.sentence.quantities if self.clause.first <= row.first < self.clause.last]
        return any(row.scale not in TIMES and not self._no_amount(row) for row in rows)

    def _heavy(self, first: int, last: int) -> bool:
        return any(self.sentence.words[place].weight for place in range(first, last))
