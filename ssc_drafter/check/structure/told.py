"""The words with which a norm is told (law/structure), and where they stand in a sentence that was read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.check import law
from ssc_drafter.check.norms import clean, dashed
from ssc_drafter.check.norms.pipeline import Pipeline
from ssc_drafter.check.norms.reading import Mark, Reading, Sentence
from ssc_drafter.errors import Problem

HEADS = (
    "duty",
    "owed",
    "prohibition",
    "permission",
    "right",
    "power",
    "exemption",
    "constitutive",
    "being",
    "definition",
    "validity",
    "nullity",
    "precedence",
    "penal",
    "recommendation",
    "advised",
    "let",
    "itself",
)
LINE = 60  # signs of a line up to which it may be a heading
SIGNS = ("-", "*", "•", "●", "▪", "–", "·", "◦")
_NO_PHRASES = ("cites", "column", "finite", "aside")


# "gér", "régl", "délégu": é is è ahead of a mute e; "lev", "men", "pes": so is e. "créer" has no consonant behind it.
_CLOSED = re.compile(r"(?:é([bcdfghjklmnpqrstvxz]+u?)|e([mnpsv]))$")

# Endings of infinitives with those of the third persons of the present; source: grammar.
_PRESENTS = {
    "en": (
        ("ch", "ches", "ches"),
        ("sh", "shes", "shes"),
        ("fy", "fies", "fies"),
        ("ly", "lies", "lies"),
        ("ry", "ries", "ries"),
        ("", "s", "s"),
    ),
    "fr": (("er", "e", "ent"), ("ir", "it", "issent")),
    "es": (("ar", "a", "an"), ("er", "e", "en"), ("ir", "e", "en")),
    "pt": (("ar", "a", "am"), ("er", "e", "em"), ("ir", "e", "em")),
}


class Told(Struct, frozen=True):
    """A sentence with the words that set its norms and their parts: its words as written, and marks by table."""

    lang: str
    sentence: Sentence
    texts: tuple[str, ...]
    lower: tuple[str, ...]
    marks: dict[str, tuple[Mark, ...]]
    lines: frozenset[int] = frozenset()  # words with which a line begins that a heading or a numbered unit ends ahead of
    signs: frozenset[int] = frozenset()  # dashes and dots with which a line begins
    plan: bool = False  # read as a policy, where an infinitive or a noun rules by itself

    def of(self, name: str) -> tuple[Mark, ...]:
        """The marks of one table of law/structure."""
        return self.marks.get(name, ())

    def starts(self, name: str, place: int) -> int:
        """How many words of a table begin at a place, the longest; 0 where none do."""
        return max((one.last - one.first for one in self.of(name) if one.first == place), default=0)


class Tongue(Struct, frozen=True):
    """How one language tells norms: the pipeline for its phrases, endings of participles, patterns of references."""

    line: Pipeline
    participle: tuple[str, ...]
    infinitive: tuple[str, ...]
    gerund: tuple[str, ...]
    state: frozenset[str]
    finite: frozenset[str]  # verbs of law in the present, third person
    leads: frozenset[str]  # prepositions with their articles, behind which no subject stands
    verbs: frozenset[str]  # English verbs as they stand behind "shall"
    nouns: frozenset[str]  # those of them that are nouns as well
    own: tuple[str, ...]  # stems of reflexive verbs of what somebody does: their subject acts
    happens: frozenset[str]  # verbs of what comes about by itself: their subject bears nothing
    aside: dict[str, str]  # participles that rule behind a comma, with their modality: "vedada", "assegurada"
    things: frozenset[str]  # words in capitals that name a text or a thing, and nobody
    cites: re.Pattern[str]
    columns: dict[str, tuple[str, ...]]  # what the columns of a table of targets are called, by kind


@lru_cache(maxsize=4)
def tongue(lang: str) -> Tongue:
    """Return how a language tells norms. Raises Problem where a table has no source."""
    raw = law.read_table(places.LAW / "structure" / f"{lang}.toml")
    for name, table in raw.items():
        if not table.get("source"):
            raise Problem("check.law_no_source", where=f"structure/{lang}.toml", entry=name)
    tables = {name: tuple(table["words"]) for name, table in raw.items() if name not in _NO_PHRASES}
    tables |= {name: tuple(raw["recommendation"][key]) for name, key in (("advised", "said"), ("perfect", "perfect"))}
    tables["let"], tables["itself"] = tuple(raw["permission"]["said"]), tuple(raw["command"].get("itself", ()))
    tables["no_head"] = tuple(raw["adverb"]["no_head"])
    tables["done"], tables["never"] = tuple(raw["condition"]["done"]), tuple(raw["negation"]["never"])
    columns = {name: tuple(words) for name, words in raw["column"].items() if name != "source"}
    columns["responsible"] = tuple(raw["responsible"]["words"])
    aside = {word: name for name, words in raw["aside"].items() if name != "source" for word in words}
    return Tongue(
        Pipeline(lang, tables),
        tuple(raw["be"]["participle"]),
        tuple(raw["infinitive"]["endings"]),
        tuple(raw["infinitive"]["gerund"]),
        frozenset(raw["government"]["words"]),
        frozenset(_conjugated(raw["finite"], lang)) | frozenset(raw["command"]["words"]),
        frozenset(raw["finite"]["leads"]),
        frozenset(raw["finite"]["verbs"]),
        frozenset(raw["finite"]["nouns"]),
        tuple(raw["finite"]["own"]),
        frozenset(raw["finite"]["happens"]),
        aside,
        frozenset(raw["persons"]["things"]),
        _references(raw["cites"]),
        columns,
    )


def _conjugated(table: dict[str, list[str]], lang: str) -> Iterator[str]:
    """Yield the third persons of the present of regular verbs, by their infinitives, and the forms that are listed."""
    yield from table["forms"]
    for verb in table["regular"]:
        for ending, singular, plural in _PRESENTS[lang]:
            if verb.endswith(ending):
                stem = verb[: len(verb) - len(ending)]
                stem = _mute(stem) if lang == "fr" and ending == "er" else stem
                yield stem + singular
                yield stem + plural
                break


def _mute(stem: str) -> str:
    """Return the stem of a French verb in -er as it is ahead of a mute e: "gère", "prélève", "emploie" (source: grammar)."""
    if stem.endswith(("oy", "uy")):
        return f"{stem[:-1]}i"
    return _CLOSED.sub(lambda one: f"è{one.group(1) or one.group(2)}", stem)


def _references(table: dict[str, list[str]]) -> re.Pattern[str]:
    number = r"(?:[IVXL]{1,6}\b|\d+[A-Za-z]?(?:[.º°]?(?:er|bis|ter)?)|\([0-9a-zA-Z]{1,4}\))(?:\s?\([0-9a-zA-Z]{1,4}\))*"
    more = rf"(?:(?:,| and| et| y| e| to| à| a| or| ou| o) {number})*"
    units, laws, of = ("|".join(table[name]) for name in ("words", "laws", "of"))
    return re.compile(
        rf"\b(?:(?:{units.lower()}|{units.title()}|{_capitals(units)})\s(?:{number}){more}(?:,? (?:{of}))?|{laws})"
    )


def _capitals(units: str) -> str:
    """Return the words of references in capitals, without those of which that makes another pattern ("s\\.")."""
    return "|".join(one.upper() for one in units.split("|") if "\\" not in one and "?:" not in one)


def leads(told: Told, place: int) -> bool:
    """Whether a preposition stands at a place."""
    known = told.sentence.words[place].stem in law.names(told.lang).ahead or told.lower[place] in tongue(told.lang).leads
    return known and not told.starts("be", place)


def told(reading: Reading, sentence: Sentence, plan: bool = False, heading: str = "") -> Told:
    """Return a sentence of a reading with the marks of law/structure; `plan` where it is one of a policy. A `heading` may stand
    ahead of it in the same line: behind it a line begins."""
    by = tongue(reading.lang)
    flat, at = clean(reading.text[sentence.start : sentence.end])
    doc = by.line.doc(flat)
    known = {word.start: place for place, word in enumerate(sentence.words)}
    place_of = {token.i: known.get(sentence.start + at[token.idx], -1) for token in doc if not token.is_space}
    marks: dict[str, tuple[Mark, ...]] = {}
    for name, row in by.line.marks(doc)[0].items():
        moved = [(place_of.get(one.first, -1), place_of.get(one.last - 1, -1)) for one in row]
        marks[name] = tuple(Mark(first, last + 1, name) for first, last in moved if first >= 0 and last >= first)
    written = dashed(reading.text[sentence.start : sentence.end])
    texts = tuple(written[word.start - sentence.start : word.end - sentence.start] for word in sentence.words)
    lower = tuple(text.lower().replace("’", "'") for text in texts)
    if done := [
        one for one in marks.pop("done", ()) if lower[one.last : one.last + 1] and lower[one.last].endswith(by.participle)
    ]:
        opens = (Mark(one.first, one.last, "condition") for one in done)  # "una vez aprobado", unlike "una vez al año"
        marks["condition"] = tuple(sorted((*marks.get("condition", ()), *opens)))
    return Told(
        reading.lang,
        sentence,
        texts,
        lower,
        marks,
        frozenset((*_lines(reading.text, sentence), *_headed(reading.text, sentence, heading))),
        frozenset(_signs(reading.text, sentence)),
        plan,
    )


def _signs(text: str, sentence: Sentence) -> Iterator[int]:
    """Yield the dashes and dots with which a line, and a point of a list, begins."""
    for place in range(1, len(sentence.words)):
        before, word = sentence.words[place - 1], sentence.words[place]
        if text[word.start : word.end] in SIGNS and "\n" in text[before.end : word.start]:
            yield place


def _headed(text: str, sentence: Sentence, heading: str) -> Iterator[int]:
    """Yield the word behind the heading with which a sentence begins: "29. Interest on amount awarded Where an award"."""
    ahead = text[sentence.start : sentence.end]
    place = ahead.find(heading, 0, len(heading) + LINE) if heading else -1
    if place < 0 or (any(sign.isalpha() for sign in ahead[:place] if sign.islower()) and place > LINE // 4):
        return
    end = sentence.start + place + len(heading)
    for number, word in enumerate(sentence.words):
        if word.start >= end and text[word.start].isupper():
            yield number
            return
        if word.start >= end and text[word.start].isalnum():
            return


def _lines(text: str, sentence: Sentence) -> Iterator[int]:
    """Yield the words with which a line begins behind a short one, in capitals or with a number: what is ahead is a heading."""
    begin = sentence.start
    for place in range(1, len(sentence.words)):
        before, word = sentence.words[place - 1], sentence.words[place]
        if "\n" not in text[before.end : word.start]:
            continue
        short = before.end - begin <= LINE and (before.weight or not text[before.end - 1].isalpha())
        if text[word.start] == "(" or text[word.start].isdigit() or (word.capital and short):
            yield place
        begin = word.start
