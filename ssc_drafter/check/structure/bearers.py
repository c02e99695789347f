"""Whom a norm addresses: nobody ("no person shall"), everyone, an organ, a Party, a person; behind "by" in the passive."""

from __future__ import annotations

from collections.abc import Iterable

from ssc_drafter.check import law
from ssc_drafter.check.norms.demands import bodies_of
from ssc_drafter.check.norms.reading import Mark, Sentence
from ssc_drafter.check.norms.roles import name_of
from ssc_drafter.check.structure.clauses import GIVEN, Clause
from ssc_drafter.check.structure.cut import passive
from ssc_drafter.check.structure.norm import Kind
from ssc_drafter.check.structure.told import Told, leads, tongue

HEAD = 4  # words within which the head of a name stands: "every registered public operator"
MAKER = 6  # words from an act to the body that makes it: "arrêté conjoint du ministre"
AGENT = 3  # words from "by" to the head of a name
DEEDS = ("power", "duty", "prohibition", "permission", "right", "present", "owed", "recommendation")
GIVES = ("right", "exemption", "permission", "let", "power")
_PRIVATE = {"investor", "data_controller"}  # classes of bodies that are no organs
_TO = {"às", "for", "to", "à", "au", "aux", "a", "al", "ao", "aos", "on"}
_OF = {"of", "de", "del", "da", "do", "das", "dos"}
Found = tuple[Kind, int, int]


def classes_in(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """Return the classes of persons and bodies that the words of a stretch name."""
    known = law.classes()
    rows = [(one.first, name) for name, row in sentence.classes.items() if known[name].person for one in row]
    return tuple(dict.fromkeys(name for place, name in sorted(rows) if first <= place < last))


def kind_of(told: Told, first: int, last: int) -> Kind:
    """Return what kind of bearer the words of a subject or of an agent name; a thing where they name none."""
    reach = _head_end(told, first, last)
    if told.starts("anyone", first):
        return "nobody" if told.starts("nobody", first) else "everyone"
    kind = _named(told, first, reach)
    if kind == "thing":
        return kind
    if told.starts("nobody", first):
        return "nobody"
    return "everyone" if told.starts("everyone", first) and kind == "person" else kind


def _head_end(told: Told, first: int, last: int) -> int:
    """Return where the head of a subject's name ends: ahead of "of", "who", a comma."""
    by = law.names(told.lang)
    for place in range(first + 1, last):
        stem, text = told.sentence.words[place].stem, told.texts[place]
        if told.starts("relative", place) or text in {",", "("}:
            return place
        behind = place > first + 1 or told.sentence.words[first].weight  # "Forests under community management"
        if stem in by.ahead and behind and not told.starts("article", place - 1):
            return place
    return last


def _named(told: Told, first: int, last: int) -> Kind:
    """Return what the head of a name is, by the first word of one of the lists in it."""

    def among(marks: Iterable[Mark]) -> bool:
        return any(first <= one.first < last for one in marks)

    sentence = told.sentence
    if any(first - 1 <= one.first < last for one in sentence.of("who.party")):
        return "party"
    if among(told.of("organs")) or among(sentence.of("who.public")):
        return "organ"
    if among(told.of("persons")):
        return "person"
    if among(bodies_of(sentence.classes)):
        return "organ"
    return "person" if classes_in(sentence, first, last) or among(sentence.of("who.private")) else "thing"


def bearer(told: Told, clause: Clause, aside: frozenset[int]) -> tuple[Found | None, bool]:
    """Return who bears the norm of a clause, and whether its subject is what is done (a thing, or what stands in the passive).

    `aside` are the words of conditions and exceptions, which name no agent of the norm.
    """
    first, last = clause.subject
    if clause.head.name == "penal":
        named = _named_among(told, first, last) if first < last else None
        return (named[0], named[1], max(named[1] + 1, acting(told, clause)[0])) if named else None, False
    undergoes = passive(told, clause.head) and not _by_itself(told, clause)
    if first < last and clause.head.name in GIVES and told.lower[first] in GIVEN[told.lang] and first + 1 < last:
        named = _named_among(told, first + 1, last)  # "Aos maiores de sessenta anos é garantida a gratuidade"
        return (named or ("person", first + 1, last)), False
    if first < last:
        named = _named_among(told, first, last)
        if named and not undergoes:
            return named, False
        if not undergoes and clause.head.name in DEEDS and (name := _defined(told, clause)):
            return name, False
        assigned = _behind(told, clause) if clause.head.name in ("power", "duty") else None
        return _agent(told, clause, aside) or assigned, True
    behind = _behind(told, clause) or _within(told, clause)
    barred = clause.head.name == "prohibition" and told.lower[clause.head.last - 1].endswith(tongue(told.lang).participle)
    return behind or (_agent(told, clause, aside) if undergoes or barred else None), False


def _by_itself(told: Told, clause: Clause) -> bool:
    """Whether a reflexive verb is one of what somebody does, so that its subject acts: "El tribunal se pronunciará"."""
    head, stems = clause.head, tongue(told.lang).own
    verb = head.last - 1 if not told.starts("reflexive", head.last - 1) else head.last
    reflexive = told.starts("reflexive", head.first - 1) if head.first else False
    return bool(reflexive or told.starts("reflexive", head.first)) and told.lower[min(verb, len(told.lower) - 1)].startswith(
        stems
    )


def acting(told: Told, clause: Clause) -> tuple[int, int]:
    """Return where the name of whom a penalty meets ends, and where what is punished begins: "Any person who | burns waste"."""
    first, last = clause.subject
    for place in range(first, last):
        if told.starts("relative", place) and place > first:
            return place, place + 1
    begin = first + max(1, told.starts("anyone", first))
    return begin, begin


def _defined(told: Told, clause: Clause) -> Found | None:
    """Return a subject that acts and is written as a name, whatever it is: "a Data Principal shall", "as ICT deverão"."""
    first, last = clause.subject
    end = _head_end(told, first, last)
    begin = first + bool(told.starts("article", first))
    if begin >= end or begin == first or told.starts("be", clause.after):
        return None
    heads = [place for place in range(begin, end) if told.sentence.words[place].weight or told.texts[place].isupper()]
    capitals = all(told.texts[place][0].isupper() for place in heads) or (heads and told.texts[heads[0]][:2].isupper())
    things = any(told.lower[place] in tongue(told.lang).things for place in heads)
    return ("person", first, last) if heads and capitals and not things else None


def _named_among(told: Told, first: int, last: int) -> Found | None:
    """Return the bearer that a subject names: all of it, or what stands behind a comma ("At any time, the President")."""
    commas = [place for place in range(first, last) if told.texts[place] == ","]
    for begin in (first, *(place + 1 for place in commas)):
        if begin > first and not _opens(told, begin):
            continue  # the middle of a phrase: "nas esferas administrativa, controladora ou judicial"
        kind = kind_of(told, begin, last) if begin < last else "thing"
        led = told.sentence.words[begin].stem in law.names(told.lang).ahead if begin < last else True
        if kind != "thing" and not (led and begin == first and commas):
            return kind, begin, last
    return _last_name(told, first, last) if commas else None


def _opens(told: Told, place: int) -> bool:
    """Whether a name may begin behind a comma: with an article, a capital, "each"; not with a preposition or in a row."""
    place += bool(place < len(told.texts) and told.starts("joiner", place))
    if place >= len(told.texts) or (leads(told, place) and not told.starts("everyone", place)):
        return False
    named = any(told.starts(name, place) for name in ("article", "everyone", "anyone", "nobody"))
    pronoun = told.starts("persons", place) and not told.sentence.words[place].weight  # "he", "they"
    return named or bool(pronoun) or told.texts[place][0].isupper()


def _last_name(told: Told, first: int, last: int) -> Found | None:
    """Return the organ or person that stands with its article ahead of the verb, behind a row or a bracket: "Previo a la
    aplicación de los artículos 18, inciso f) y 37, inciso e) la Junta"."""
    marks = {one.first for name in ("persons", "organs") for one in told.of(name)}
    for place in range(last - 2, first, -1):
        if told.texts[place] == ",":
            return None
        if told.texts[place - 1] in (")", "]") and told.starts("article", place) and place + 1 in marks:
            return kind_of(told, place, last), place, last
    return None


def _agent(told: Told, clause: Clause, aside: frozenset[int]) -> Found | None:
    """Return the one behind "by" in a clause."""
    if clause.head.name not in DEEDS:
        return None
    taken = {place for one in told.sentence.quantities for place in range(one.first, one.last)} | aside
    for mark in told.of("agent"):
        if clause.head.first <= mark.first < clause.last and mark.first not in taken:
            whoever = mark.last - mark.first > 1 and bool(told.starts("everyone", mark.last - 1))
            return _name(told, _maker(told, mark.last - whoever, clause.last), clause.last)
    return None


def _maker(told: Told, first: int, last: int) -> int:
    """Return where the name begins of the body whose act is named behind "by": "par arrêté du ministre"."""
    if first >= last or told.lower[first] not in tongue(told.lang).things:
        return first
    bodies = [one.first for one in told.of("organs") if first < one.first < min(first + MAKER, last)]
    return bodies[0] if bodies else first


def _behind(told: Told, clause: Clause) -> Found | None:
    """Return the bearer that stands right behind a head that ends in "to" or "for": "il incombe au ministre", "compete ao"."""
    if clause.head.name not in DEEDS:
        return None
    last = clause.head.last
    ends, follows = told.lower[last - 1], told.lower[last] if last < len(told.lower) else ""
    if ends in _TO or (clause.head.name == "power" and ends in _OF):
        return _name(told, last, clause.last)
    return _name(told, last + 1, clause.last) if clause.head.name == "prohibition" and follows in _TO else None


def _within(told: Told, clause: Clause) -> Found | None:
    """Return the organ that stands inside a head: "the functions of the Authority are to"."""
    head = clause.head
    inside = [one for one in told.of("organs") if head.first < one.first < head.last]
    return ("organ", inside[0].first, inside[0].last) if inside and head.name == "power" else None


def _name(told: Told, first: int, last: int) -> Found | None:
    """Return the name that begins behind a mark, with its kind; the article that belongs to it stays outside."""
    while first < last and told.starts("article", first) and not told.starts("everyone", first):
        first += 1
    reach = min(first + AGENT, last)
    kind = kind_of(told, first, reach) if first < reach else "thing"
    if kind == "thing":
        return None
    heads = [one.last for name in ("organs", "persons") for one in told.of(name) if first <= one.first < reach]
    heads += [one.last for one in bodies_of(told.sentence.classes) if first <= one.first < reach]
    end = name_of(told.sentence.words, first, max([first + 1, *heads]), law.names(told.lang))
    return kind, first, min(end, last)


def authorities(told: Told, first: int, last: int, taken: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the organs named in a clause, each with its whole name, beside the bearer."""
    by = law.names(told.lang)
    bodies = [one for one in bodies_of(told.sentence.classes) if one.name not in _PRIVATE]
    marks = sorted((*told.of("organs"), *(one for one in bodies if told.sentence.words[one.first].capital)))
    found: list[tuple[int, int]] = []
    for mark in marks:
        inside = taken[0] <= mark.first < taken[1] or (found and mark.first < found[-1][1])
        vague = mark.first and not told.sentence.words[mark.first].capital and told.lower[mark.first - 1] in _vague(told.lang)
        if not first <= mark.first < last or inside or vague or (mark.first and told.starts("be", mark.first - 1)):  # "est élu"
            continue
        begin = mark.first
        while told.lang == "en" and begin - 1 > first and told.sentence.words[begin - 1].capital:
            begin -= 1  # "Seed Board"
        end = max(mark.last, name_of(told.sentence.words, mark.first, mark.last, by))
        while end + 1 < last and told.texts[end] == "-" and told.sentence.words[end + 1].capital:
            end += 2  # "Director-General"
        verb = told.lower[end - 1].endswith(tongue(told.lang).infinitive) and not told.sentence.words[end - 1].capital
        found.append((begin, mark.last if verb and tongue(told.lang).infinitive else end))  # "le ministre d'accorder"
    return found


def _vague(lang: str) -> frozenset[str]:
    """Return the articles ahead of any body of a kind, which is no authority: "shares of a bank"."""
    return frozenset(law.names(lang).indefinite)
