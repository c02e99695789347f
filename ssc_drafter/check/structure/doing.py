"""What a norm rules and of what: the verb behind its words of modality, and what that is about."""

from __future__ import annotations

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Reading
from ssc_drafter.check.structure.aims import infinitive, joined
from ssc_drafter.check.structure.bearers import acting, bearer
from ssc_drafter.check.structure.clauses import Clause, clauses
from ssc_drafter.check.structure.cut import Cut, passive
from ssc_drafter.check.structure.finite import PRESENT
from ssc_drafter.check.structure.heads import STRONG
from ssc_drafter.check.structure.norm import Part
from ssc_drafter.check.structure.points import colon
from ssc_drafter.check.structure.told import Told, leads, tongue
from ssc_drafter.check.structure.verbs import bare

SHORT = 3  # letters of a word without weight that is passed over ahead of a verb
ASIDE = 10  # words of an insertion between two commas
OBJECT = 40  # words of an object that are shown at most
_DEEDS = ("duty", "prohibition", "permission", "recommendation", "power", PRESENT)
_MODAL = ("duty", "prohibition", "permission", "power", "recommendation")
_SAID = frozenset(
    ("constitutive", "being", "definition", "validity", "precedence", "exemption", "right", "owed", "advised", "let", "itself")
)


class Doing:
    """The clause of one norm while what it rules is looked for."""

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

    def _taken(self) -> tuple[int, int]:
        return (self.bearing[1], self.bearing[2]) if self.bearing else (0, 0)

    def _effect(self) -> tuple[int, int] | None:
        """Return the words of what is ruled: the verb behind the head, or the head itself where it says it all."""
        one = self.clause
        if one.head.name == "penal":
            begin = acting(self.told, one)[1]
            return (begin, begin + 1) if begin < one.subject[1] else (one.head.first, one.head.last)
        if one.head.name in _SAID:
            begin, end = self._behind(one.head.last)
            more = self._says_of_its_subject() and begin < end and begin not in self.inside
            return one.head.first, end if more else one.head.last
        if one.head.name == PRESENT and not self.told.starts("be", one.head.first):
            return one.head.first, one.head.last
        alone = one.head.last - 1
        if (
            one.head.name == "prohibition"
            and self.told.lower[alone] in tongue(self.told.lang).finite
            and one.after == one.head.last
        ):
            return alone, one.head.last  # "no procede"
        if one.after == one.head.last and self._is_future(alone) and not self.told.starts("be", alone):
            return alone, one.head.last
        if self.told.starts("be", one.after) and one.after < one.last and not passive(self.told, one.head):
            return one.after, one.after + 1  # "shall be five years"
        if one.after == one.head.last and self._is_be(alone) and not self.told.plan and not passive(self.told, one.head):
            return alone, one.head.last  # "será de quatro anos"
        if self._assigns():
            return one.head.first, one.head.last
        if (found := self._of_chapeau()) is None and (self._says_all() or self._of_a_noun()):
            return one.head.first, one.head.last
        return found or self._verb() or (None if self.told.plan else (one.head.first, one.head.last))

    def _is_be(self, place: int) -> bool:
        future = law.words(self.told.lang).verbs.future
        return bool(future) and bool(self.told.starts("be", place)) and self.told.lower[place].endswith(future)

    def _says_all(self) -> bool:
        """Whether words of modality say what is ruled with no verb behind them: "is responsible for", "tiene a su cargo"."""
        one, lang = self.clause, self.told.lang
        several = one.head.last - one.head.first > 1 and one.head.name in ("duty", "power") and not self.told.plan
        if not several or passive(self.told, one.head) or one.after >= one.last or self._is_future(one.head.last - 1):
            return False
        if lang == "en":
            return (
                self.told.lower[one.head.last - 1] not in ("to", "shall", "must", "may")
                and self.told.lower[one.head.first] != "may"
            )
        return self._asked(one.after) is None and not self.told.starts("be", one.head.last - 1)

    def _of_a_noun(self) -> bool:
        """Whether words of modality rule a noun and no verb: ", vedada a inserção", "É proibida a exigência"."""
        one, by = self.clause, tongue(self.told.lang)
        if one.after != one.head.last or one.after >= one.last or self.told.lang == "en":
            return False
        if " ".join(self.told.lower[one.head.first : one.head.last]) in by.aside:
            return True
        turned = self.told.lower[one.after - 1].endswith(by.participle) or self.told.lower[one.after - 1].endswith("-se")
        return turned and bool(self.told.starts("article", one.after)) and self._asked(one.after) is None

    def _assigns(self) -> bool:
        """Whether a head gives a matter to somebody: "La aplicación de esta ley corresponde a los tribunales"."""
        head = self.clause.head
        behind = self.bearing is not None and self.bearing[1] >= head.last
        return head.name == "power" and self.undergone and head.last - head.first > 1 and behind

    def _verb(self) -> tuple[int, int] | None:
        """Return the verb behind a head, with those that share what it is about."""
        one = self.clause
        begin = self._past_comma(one.after)
        found = self._asked(begin)
        if found is not None:
            return found, self._row_of_verbs(found)
        for place in range(begin, one.last):
            if self.told.lower[place] in STRONG:
                break
            if self._is_verb(place):
                return place, self._row_of_verbs(place)
        return None

    def _asked(self, begin: int) -> int | None:
        """Return the verb that words of modality ask for behind what stands between: "podrá en cualquier momento tomar"."""
        one, lang = self.clause, self.told.lang
        if passive(self.told, one.head) or one.head.name not in _MODAL or begin >= one.last:
            return None
        if lang == "en" and not (leads(self.told, begin) or self.told.texts[begin] == ","):
            return None  # the verb stands at once
        found = bare(self.told, begin, one.last)
        while found is not None and found in self.inside:
            found = bare(self.told, found + 1, one.last)
        return found if found is not None and self._is_verb(found) else None

    def _row_of_verbs(self, place: int) -> int:
        """Return where verbs end that share what they are about: "assistir, criar e educar os filhos"."""
        if not tongue(self.told.lang).infinitive or not infinitive(self.told, place):
            return place + 1
        return min(joined(self.told, place, self.clause.last), self.clause.last)

    def _of_chapeau(self) -> tuple[int, int] | None:
        """Return what is done in words that lead into a list, for a point that says how: "will be filed: (a) by"."""
        one, lead = self.clause, self.clause.chapeau
        if lead is None or one.head != lead.head:
            return None
        if not passive(self.told, lead.head):
            return None if self.told.plan else self._done_ahead(lead)
        for place in range(lead.head.last, lead.last):
            if self.told.texts[place] in STRONG | {","}:
                return None
            if self.told.lower[place].endswith(tongue(self.told.lang).participle) and not self.told.starts("be", place):
                return place, place + 1
        return None

    def _done_ahead(self, lead: Clause) -> tuple[int, int] | None:
        """Return the verb that stands between a word of modality and the colon of its list: "shall include: (a) ..."."""
        alone = lead.head.last - 1
        if lead.after == lead.head.last and self._is_future(alone) and not self.told.starts("be", alone):
            return alone, lead.head.last
        if lead.head.name not in _MODAL:
            return None
        end = colon(self.told)
        found = bare(self.told, lead.after, min(end, lead.last))
        if found is None or self.told.starts("be", found) or found in self.inside:
            return None
        return found, found + 1

    def _is_verb(self, place: int) -> bool:
        """Whether a word behind a head may be what is ruled: no "be" or "not", no article, nothing of the bearer."""
        text = self.told.lower[place]
        bare = any(self.told.starts(name, place) for name in ("be", "negation", "article"))
        bare = bare or any(row.first <= place < row.last for row in self.told.of("adverb"))
        said = len(text) > 1 and text[0].isalpha() and bool(self.sentence.words[place].weight or len(text) > SHORT)
        counted = any(row.first <= place < row.last for row in self.sentence.quantities) or self._is_manner(place)
        counted = counted or (self._how(place) and self.told.lang in ("es", "pt"))
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
        listed = listed or any(self.told.starts(name, place) for name in ("permission", "duty"))  # "no se podrá"
        return bool(future) and not listed and head.name in ("duty", "prohibition") and self.told.lower[place].endswith(future)

    def _object(self, effect: tuple[int, int] | None) -> Part | None:
        """Return what is done, allowed, made: the subject of what is undergone, else what stands behind the verb."""
        first, last = self.clause.subject
        if self.clause.head.name == "penal":
            return self.part(effect[1], last) if effect and effect[1] < last else None
        comes = effect is not None and self.told.lower[effect[0]] in tongue(self.told.lang).happens
        comes = comes and bool(self.told.starts("joiner", self.clause.first))  # "and shall come into operation"
        if first == last and self.clause.chapeau is None and (comes or passive(self.told, self.clause.head)):
            before = [row for row in clauses(self.told, self.cut) if row.last <= self.clause.first]
            thing = before and (passive(self.told, before[-1].head) or bearer(self.told, before[-1], self.inside)[0] is None)
            if thing and before[-1].subject[0] < before[-1].subject[1]:
                return self.part(*before[-1].subject)  # "Data shall be stored here and shall not be transferred"
        lead = self.clause.chapeau
        ahead = lead is not None and effect is not None and effect[1] <= self.clause.first
        if lead and ahead and lead.subject[0] < lead.subject[1] and not self._acts(lead):
            return self.part(*lead.subject)  # a point that says how it is done
        if first < last and (self.clause.head.name == "definition" or (self.undergone and not self.does)):
            return self.part(first, last)
        begin = self._past_comma(max(effect[1] if effect else 0, self.clause.after))
        while begin < self.clause.last and self._how(begin):
            begin += 1
        begin, end = self._behind(begin)
        return self.part(begin, end) if begin < end and begin not in self.inside else None

    def _acts(self, lead: Clause) -> bool:
        """Whether words that lead into a list say what somebody does, its points of what: "the Authority may determine:"."""
        return not passive(self.told, lead.head) and bearer(self.told, lead, self.inside)[0] is not None

    def _how(self, place: int) -> bool:
        """Whether a word ahead of what a verb is about says how: "responderá pessoalmente por suas decisões"."""
        ends = {"en": "ly", "fr": "ment"}.get(self.told.lang, "mente")
        manner = (
            self.told.lower[place].endswith(ends) and self.told.lang != "en" and not self.told.sentence.words[place].capital
        )
        return manner or any(row.first <= place < row.last for row in self.told.of("adverb"))

    @property
    def does(self) -> bool:
        """Whether a thing that is the subject does something to another: "Dicha solicitud contendrá la declaración"."""
        one, effect = self.clause, self._effect()
        plain = one.head.name in _DEEDS and self.bearing is None
        if not plain or self.told.plan or effect is None or effect[0] < one.head.first or passive(self.told, one.head):
            return False
        itself = self.told.lower[effect[0]].endswith(("rse", "r-se"))  # "deberá celebrarse": done to its subject
        if (
            itself
            or self.told.lower[effect[0]] in tongue(self.told.lang).happens
            or (effect[0] == one.head.first and one.head.name != PRESENT and not self._is_future(effect[0]))
        ):
            return False
        place = self._past_comma(max(effect[1], one.after))
        while place < one.last and self._how(place):
            place += 1
        if place >= one.last or self.told.starts("be", effect[0]) or self.told.texts[place] in STRONG | {","}:
            return False
        led = place in self.inside
        counted = any(row.first <= place < row.last for row in self.sentence.quantities)
        named = self.told.starts("article", place) or any(one.weight for one in self.sentence.words[place : place + 3])
        return not led and not counted and bool(named) and self.told.texts[place][0].isalpha()

    def _past_comma(self, place: int) -> int:
        """Return where what a verb is about begins behind an insertion: "shall, by notice, fix"."""
        if place >= self.clause.last or self.told.texts[place] != ",":
            return place
        within = [row.last for row in self.cut.stretches if row.first == place + 1]
        if within and self.told.texts[within[0] : within[0] + 1] == (",",) and within[0] + 1 < self.clause.last:
            return within[0] + 1  # "facilitará, de conformidad con la legislación nacional, la consulta"
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
