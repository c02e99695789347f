"""The law data: words of legal function, classes of objects and persons, States. Read once, from law/*.toml."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from ssc_drafter import places
from ssc_drafter.errors import Problem

LANGUAGES = ("en", "fr", "es", "pt")
# Of law/organs.toml, what is matched as written, endings and all: "él" is no "el", "director" is not what directs.
AS_WRITTEN = frozenset({"who.pronoun", "who.latter", "who.public", "who.private", "who.joint", "who.party", "who.short"})
_NOT_FUNCTIONS = {
    "lang",
    "keep",
    "endings",
    "contractions",
    "apart",
    "numbers",
    "fractions",
    "units",
    "rates",
    "verbs",
    "irregular",
}


class Verbs(Struct, frozen=True):
    """How a language's verbs command, forbid and tell; empty where its words of function say it all (English)."""

    future: tuple[str, ...] = ()  # endings of the future, by which a law commands: "se notificará"
    not_verbs: frozenset[str] = frozenset()  # words that only end like it
    denials: frozenset[str] = frozenset()  # "no" ahead of a future makes it a ban
    double: bool = False  # whether a denial takes a second word, which [prohibition] has ("ne ... pas")
    pronouns: frozenset[str] = frozenset()  # may stand between a denial and its verb, or ahead of both
    relative: frozenset[str] = frozenset()  # behind these a verb tells of something: "la suma que pagará"
    condition: frozenset[str] = frozenset()  # behind these it says when a rule applies: "si elle n'a pas été agréée"
    perfect: frozenset[str] = frozenset()  # what tells of something done, with a participle of these endings
    participle: tuple[str, ...] = ()


class Words(Struct, frozen=True):
    """The words of one language: phrases by function, endings, numbers and units."""

    lang: str
    keep: int
    endings: tuple[str, ...]
    phrases: dict[str, tuple[str, ...]]
    exact: frozenset[str]  # functions whose phrases are matched as written, endings and all
    contractions: dict[str, str]
    irregular: dict[str, str]  # folded forms whose stem is that of another form ("apruebe": "aprobar")
    respelled: tuple[tuple[str, str], ...]  # how a stem ends in forms that spell it otherwise ("establezc": "establec")
    apart: dict[str, str]  # forms, accents and all, of words that an ending would make one with another, and their stems
    numbers: dict[str, float]
    joiners: tuple[str, ...]
    ages: frozenset[str]  # words ahead of a bare number that make it an age ("a child under fifteen")
    fractions: dict[str, float]
    share_leads: frozenset[str]  # what stands ahead of a share ("the half") and behind it ("a third of")
    share_followers: frozenset[str]
    share_among: frozenset[tuple[str, ...]]  # between a part and its whole ("two in five")
    share_persons: frozenset[str]  # ahead of a share these make it a person, unless its whole follows ("par un tiers")
    units: dict[str, tuple[str, ...]]
    rates: dict[
        str, tuple[str, ...]
    ]  # single words that make a rate (weekly), what leads a unit of time into one (per, in any)
    rate_leads: tuple[str, ...]
    bases: tuple[str, ...]  # what leads a time over which others are counted (in any period of)
    of: frozenset[str]
    verbs: Verbs


class LegalClass(Struct, frozen=True):
    """A class of objects or persons with its words per language."""

    name: str
    person: bool
    words: dict[str, tuple[str, ...]]
    under: str = ""
    beside: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()  # classes of the same sort, which a ban on this one does not reach (a lorry is no ship)
    step: str = ""  # of an act: the kind of step that it is for others (a permit, an entry in a register)
    body: bool = False  # of a person: an organ or body, which may hold a power or decide
    weight: float = 1.0  # how much it tells that two texts share it; less for what nearly every agreement and statute names
    contrary: str = (
        ""  # the class that says the contrary, and the type of finding where the law demands the one and gets the other
    )
    clash: str = ""
    bad: bool = False  # of contraries: the side that laws forbid rather than demand
    anywhere: bool = False  # of contraries: whether it is enough that the two stand in any sentences of the two texts
    levied: bool = False  # a matter from which the law may exempt: a tax, a fee, entry, suit


_CLASS_FIELDS = {"under", "beside", "kinds", "step", "body", "weight", "contrary", "clash", "bad", "anywhere", "levied"}


def read_table(path: Path) -> dict[str, Any]:
    """Return what stands in a file of law data. Raises Problem where it cannot be read."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise Problem("check.law_unreadable", where=str(path.relative_to(places.LAW)), why=str(error)) from error


@lru_cache(maxsize=8)
def words(lang: str) -> Words:
    """Return the words of legal function of a language; a language without its own file reads as English.

    Raises Problem where the file is broken or an entry has no source.
    """
    path = places.LAW / "words" / f"{lang if lang in LANGUAGES else 'en'}.toml"
    raw = read_table(path)
    phrases = {}
    for name, table in raw.items():
        if isinstance(table, dict) and not table.get("source"):
            raise Problem("check.law_no_source", where=f"words/{path.name}", entry=name)
        if name not in _NOT_FUNCTIONS:
            phrases[name] = tuple(table["words"])
    units = {unit: tuple(names) for unit, names in raw["units"].items() if unit != "source"}
    rates = raw["rates"]
    numbers = {name: float(value) for name, value in raw["numbers"]["values"].items()}
    fractions = {name: float(value) for name, value in raw["fractions"]["values"].items()}
    endings = tuple(sorted(raw["endings"], key=len, reverse=True))
    exact = frozenset(name for name in phrases if raw[name].get("exact"))
    return Words(
        raw["lang"],
        raw["keep"],
        endings,
        phrases,
        exact,
        raw["contractions"]["values"],
        {form: forms.split()[0] for forms in raw.get("irregular", {}).get("forms", ()) for form in forms.split()[1:]},
        tuple((one, other) for one, other in raw.get("irregular", {}).get("spellings", ())),
        {form: forms.split()[0] for forms in raw["apart"]["forms"] for form in forms.split()},
        numbers,
        tuple(raw["numbers"]["and"]),
        frozenset(raw["numbers"]["ages"]),
        fractions,
        frozenset(raw["fractions"]["leads"]),
        frozenset(raw["fractions"]["followers"]),
        frozenset(tuple(phrase.split()) for phrase in raw["fractions"]["among"]),
        frozenset(raw["fractions"].get("persons", ())),
        units,
        {unit: tuple(names) for unit, names in rates["words"].items()},
        tuple(rates["leads"]),
        tuple(rates["bases"]),
        frozenset(rates["of"]),
        msgspec.convert({name: value for name, value in raw.get("verbs", {}).items() if name != "source"}, Verbs),
    )


@lru_cache(maxsize=1)
def classes() -> dict[str, LegalClass]:
    """Return the classes of legal objects and persons by name. Raises Problem where one lacks a language."""
    fields = sorted(path.stem for path in (places.LAW / "classes").glob("*.toml"))
    objects = [_classes(field, False) for field in fields if field not in ("acts", "persons")]
    return {name: one for found in (*objects, _classes("persons", True)) for name, one in found.items()}


@lru_cache(maxsize=1)
def acts() -> dict[str, LegalClass]:
    """Return the classes of acts by name. Raises Problem where one lacks a language."""
    return _classes("acts", False)


def _classes(file: str, person: bool) -> dict[str, LegalClass]:
    """Return the classes of one file. Raises Problem where one lacks a language."""
    found: dict[str, LegalClass] = {}
    for name, table in read_table(places.LAW / "classes" / f"{file}.toml").items():
        missing = [lang for lang in LANGUAGES if not table.get(lang)]
        if missing:
            raise Problem("check.law_class_language", where=f"classes/{file}.toml", entry=name, missing=", ".join(missing))
        texts = {lang: tuple(table[lang]) for lang in LANGUAGES}
        fields = {key: value for key, value in table.items() if key in _CLASS_FIELDS}
        found[name] = msgspec.convert({"name": name, "person": person, "words": texts} | fields, LegalClass)
    return found


@lru_cache(maxsize=1)
def states() -> dict[str, tuple[str, ...]]:
    """Return, for each State's code, the beginnings of its names and of its people's."""
    return {code: tuple(names) for code, names in read_table(places.LAW / "states.toml").items()}


@lru_cache(maxsize=1)
def cities() -> dict[str, str]:
    """Return the code of the State in which a well-known town lies, by the town's stem in any of the languages."""
    from ssc_drafter.check.norms.stems import stem  # stems read this file's words

    towns = read_table(places.LAW / "cities.toml").items()
    return {stem(name, lang): code for code, names in towns for name in names for lang in LANGUAGES}


@lru_cache(maxsize=1)
def towns() -> dict[str, str]:
    """Return the code of the State of every town that is known, seats and capitals first, by the town's stem."""
    from ssc_drafter.check.norms.stems import stem  # stems read this file's words

    more = read_table(places.LAW / "towns.toml").items()
    return {stem(name, lang): code for code, names in more for name in names for lang in LANGUAGES} | cities()


@lru_cache(maxsize=1)
def deals() -> dict[str, frozenset[str]]:
    """Return for an act the acts that are the other side of the same deal."""
    found: dict[str, set[str]] = {}
    for one, other in read_table(places.LAW / "converse.toml")["deals"]:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {name: frozenset(others) for name, others in found.items()}


@lru_cache(maxsize=1)
def cognates() -> tuple[tuple[str, str], ...]:
    """Return the spellings that differ between words of one origin, each with the one that stands for both."""
    return tuple((one, other) for one, other in read_table(places.LAW / "cognates.toml")["spellings"])


@lru_cache(maxsize=1)
def scales() -> dict[str, tuple[str, float]]:
    """Return for each unit the scale on which it is compared, and how much of it one makes."""
    return {
        unit: (str(scale), float(factor)) for unit, (scale, factor) in read_table(places.LAW / "units.toml")["scales"].items()
    }


@lru_cache(maxsize=8)
def organs(lang: str) -> dict[str, tuple[str, ...]]:
    """Return acts of organs, heads of names of those who act, and ties of both. Raises Problem where a language lacks."""
    rows = _sorted_tables("organs.toml", lang).items()
    return {name: _with_plurals(listed, lang) if name.startswith("who.") else tuple(listed) for name, listed in rows}


@lru_cache(maxsize=16)
def side_by_side(file: str, lang: str) -> dict[str, tuple[str, ...]]:
    """Return a language's words of "counted.toml" (what a number counts) or "lex.toml" (which law judges, courts closed)."""
    return {name: tuple(listed) for name, listed in _sorted_tables(file, lang).items()}


def _sorted_tables(file: str, lang: str) -> dict[str, list[str]]:
    """Return a language's words in a file with two levels of tables, under "sort.name"."""
    found = {}
    for sort, tables in read_table(places.LAW / file).items():
        for name, table in tables.items():
            if not table.get(lang):
                raise Problem("check.law_class_language", where=file, entry=f"{sort}.{name}", missing=lang)
            found[f"{sort}.{name}"] = table[lang]
    return found


def _with_plurals(listed: list[str], lang: str) -> tuple[str, ...]:
    """Return the names of those who act, which are matched as written, with the plurals of single words."""
    found = list(listed)
    for one in listed:
        if one.isalpha() and not one.endswith("s"):
            found.append(f"{one}es" if lang in ("es", "pt") and one[-1] in "rlnz" else f"{one}s")
            if lang == "en" and one.endswith("y"):
                found.append(f"{one[:-1]}ies")
    return tuple(dict.fromkeys(found))


class Names(Struct, frozen=True):
    """How names of bodies stand in a sentence of one language, as stems."""

    join: frozenset[str]
    ahead: frozenset[str]
    articles: frozenset[str]
    relative: frozenset[str]
    bare: frozenset[str] = frozenset()  # says both "by" and "for": without an article only a body or a name acts behind it
    infinitive: tuple[str, ...] = ()
    indefinite: frozenset[str] = frozenset()  # ahead of a body that is not known yet
    possessive: frozenset[str] = frozenset()  # ahead of a body that belongs to the one named before
    whoever: frozenset[str] = frozenset()  # as written: a subject that names nobody or everyone begins with these


@lru_cache(maxsize=8)
def names(lang: str) -> Names:
    """Return what joins, leads and follows the names of bodies in a language."""
    return msgspec.convert(read_table(places.LAW / "names.toml")[lang if lang in LANGUAGES else "en"], Names)


@lru_cache(maxsize=8)
def common(lang: str) -> dict[str, float]:
    """Return the weight of word stems that are frequent in legal texts; a stem that is not here is rare and weighs most."""
    from ssc_drafter.check.norms.stems import cut, fold, own  # stems read this file's words

    path = places.LAW / "words" / "common" / f"{lang if lang in LANGUAGES else 'en'}.toml"
    weights: dict[str, float] = {}
    for band in read_table(path)["band"]:
        weights |= dict.fromkeys(band["stems"], float(band["weight"]))
    by = words(lang)
    for one in by.apart.values():  # a word kept apart weighs what it did under the stem that it shared
        if cut(fold(one), by) in weights:
            weights[own(one)] = weights[cut(fold(one), by)]
    return weights
