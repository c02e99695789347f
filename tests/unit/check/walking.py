"""A draft and its body of law that are changed at random, step by step, as an office changes them; and a check that remembers
nothing. All texts are those of other tests: invented, of invented States.
"""

from __future__ import annotations

import functools
import gc
import random
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.check import candidates, couples, norms
from ssc_drafter.check.document.holding import hold
from ssc_drafter.check.document.standing import usable
from ssc_drafter.check.finding import Report
from ssc_drafter.policies import positions
from ssc_drafter.policies.instrument import Instrument, Verified
from ssc_drafter.policies.positions import Position
from ssc_drafter.tree.running import RunningText, Unit
from tests.unit.check import test_higher_law as higher
from tests.unit.check import test_left_out as left
from tests.unit.check import test_lifetime as life
from tests.unit.check import test_renewals as renewals
from tests.unit.check.test_document import APPROVED, ON_SIGNATURE, law
from tests.unit.check.test_together import UNIT

HERE = Path(__file__)
RANKS = ("constitution", "act", "act", "regulation", "policy", "treaty")
STATES = ("ZZ", "ZZ", "XO")


def _tables(name: str) -> dict[str, Any]:
    return tomllib.loads(HERE.with_name(f"{name}.toml").read_text("utf-8"))


TITLES: dict[str, list[str]] = _tables("walked_words")["titles"]
NUMBERS: dict[str, list[str]] = _tables("walked_words")["numbers"]


class Law(Struct, frozen=True):
    """A law of the body: its articles, and the facts that an officer may state of it."""

    file: str
    lang: str
    articles: tuple[str, ...]
    country: str = "ZZ"
    hierarchy: str = "act"
    date: str = ""
    status: str = ""
    title: str = "Act"
    said: tuple[Verified, ...] = ()


class World(Struct, frozen=True):
    """What a check is asked of: a draft, article by article (a heading, paragraphs), the laws, the positions of the house."""

    lang: str
    title: str
    articles: tuple[tuple[str, tuple[str, ...]], ...]
    laws: tuple[Law, ...]
    positions: tuple[Position, ...] = ()


@functools.cache
def clauses(lang: str) -> tuple[str, ...]:
    """Return clauses of drafts in a language, those that belong together beside one another."""
    rows: list[str] = [*left.SAMPLES[lang], left.EXPORT[lang], life.GRANT[lang].format(life.ITS_TERM[lang][0])]
    rows += [life.LASTS[lang].format(NUMBERS[lang][-2]), life.GRANT[lang].format(life.YEARS[lang].format(NUMBERS[lang][-2]))]
    rows += [ON_SIGNATURE[lang], higher.CLAUSE[lang], life.ENDS[lang]]
    rows += [one[key][key_of] for one in _tables("included_rows").values() for key in (lang,) for key_of in ("names", "clause")]
    for table in ("tallied_rows", "added_shares"):
        rows += [words for one in list(_tables(table)["rows"].values())[:6] for words in one.get(lang, ())]
    return tuple(dict.fromkeys(rows))


@functools.cache
def rules(lang: str) -> tuple[str, ...]:
    """Return sentences of laws in a language that some of the clauses are bitten by."""
    rows = [left.BAN[lang], left.STEP[lang], life.LEASE[lang], *life.SET_ELSEWHERE[lang], *renewals.LAW[lang], life.SEAT[lang]]
    rows += [higher.STATUTE[lang], higher.NEAR[lang], higher.FAR[lang], *(APPROVED[lang].split("\n\n")[:1])]
    rows += [one[lang]["law"] for one in _tables("included_rows").values()]
    rows += [one[lang]["law"] for one in list(_tables("demanded_matters").values())[:4]]
    rows += [one[lang] for table in ("tallied_laws", "added_shares") for one in list(_tables(table)["laws"].values())[:5]]
    return tuple(dict.fromkeys(rows))


def first(by: random.Random, lang: str) -> World:
    """Return a world to begin with: a dozen articles, three laws, one of them in another language."""
    other = by.choice([one for one in TITLES if one != lang])
    files = (("zz/a.txt", lang, 14), ("zz/b.txt", lang, 6), ("zz/c.txt", other, 8))
    laws = tuple(Law(file, tongue, tuple(by.sample(rules(tongue), count))) for file, tongue, count in files)
    articles = tuple((_heading(by, lang), (words,)) for words in by.sample(clauses(lang), 10))
    return World(lang, TITLES[lang][0], articles, laws)


def _heading(by: random.Random, lang: str) -> str:
    return by.choice(("", "", *(one for one in TITLES[lang] if one)))


def drafted(world: World) -> RunningText:
    """Return the draft of a world."""
    units, start, lines = [], 0, []
    for number, (heading, paragraphs) in enumerate(world.articles, 1):
        for place, words in enumerate(paragraphs, 1):
            at = f"{number}({place})" if len(paragraphs) > 1 else str(number)
            units.append(Unit(f"art_{number}__para_{place}", at, start, start + len(words), str(number), heading))
            start += len(words) + 1
            lines.append(words)
    return RunningText(world.title, world.lang, "\n".join(lines), tuple(units), len(world.articles))


@functools.lru_cache(maxsize=2_000)
def made(one: Law) -> Instrument:
    """Return a law as it was read: the same value while nobody changes it, as a server has it."""
    text = "\n\n".join(UNIT[one.lang].replace("1", str(number)) + words for number, words in enumerate(one.articles, 1))
    facts = {"country": one.country, "file": one.file, "hierarchy": one.hierarchy, "title": one.title}
    stated = {name: getattr(one, name) for name in ("date", "status") if getattr(one, name)}
    return replace(law(text, one.lang, **facts, **stated), verified=one.said)


def report_on(world: World, check: Callable[..., Report], **how: Any) -> dict[str, Any]:
    """Return what a check says of a world, without the seconds that it took, and what it made of each pair."""
    text, laws = drafted(world), [made(one) for one in world.laws]
    found = check(text, laws, positions=world.positions, **how)
    held = hold(text, candidates.index_of(usable(laws, text.lang)[0])).held
    rows = [(one.unit.address, one.place.key, one.found, one.chance, one.features) for one in held]
    return found.to_json() | {"candidates": found.candidate_rows(), "checked": 0, "held": rows}


def forget() -> None:
    """Let go of all that is remembered of texts: indexes with what they keep, couples, readings, what was asked of words."""
    candidates._at_hand.clear()
    couples.forget()
    norms.forget()
    for one in gc.get_objects():
        ours = isinstance(one, functools._lru_cache_wrapper) and (one.__module__ or "").startswith("ssc_drafter.check")
        if ours and (one.cache_parameters()["maxsize"] or 0) >= 500:
            one.cache_clear()
    made.cache_clear()


def _replaced(rows: Sequence[Any], place: int, *new: Any) -> tuple[Any, ...]:
    return (*rows[:place], *new, *rows[place + 1 :])


def _paragraph(by: random.Random, world: World, edit: Callable[[str], str]) -> World:
    at = by.randrange(len(world.articles))
    heading, paragraphs = world.articles[at]
    place = by.randrange(len(paragraphs))
    words = edit(paragraphs[place])
    return replace(world, articles=_replaced(world.articles, at, (heading, _replaced(paragraphs, place, words))))


def number_changed(by: random.Random, world: World) -> World:
    """Put another number where one stands, of the same length where there is one."""

    def edit(text: str) -> str:
        words = text.split(" ")
        places = [place for place, one in enumerate(words) if one.lower() in NUMBERS[world.lang]]
        if not places:
            return text
        at = by.choice(places)
        alike = [one for one in NUMBERS[world.lang] if len(one) == len(words[at]) and one != words[at].lower()]
        words[at] = by.choice(alike if alike and by.random() < 0.5 else NUMBERS[world.lang])
        return " ".join(words)

    return _paragraph(by, world, edit)


def word_changed(by: random.Random, world: World) -> World:
    """Put a word of another clause in the place of one of the same length."""

    def edit(text: str) -> str:
        words = text.split(" ")
        at = by.randrange(len(words))
        alike = [one for one in by.choice(clauses(world.lang)).split(" ") if len(one) == len(words[at])]
        words[at] = by.choice(alike or words[at : at + 1])
        return " ".join(words)

    return _paragraph(by, world, edit)


def clause_changed(by: random.Random, world: World) -> World:
    """Put another clause of the pool in the place of a paragraph."""
    return _paragraph(by, world, lambda text: by.choice(clauses(world.lang)))


def paragraph_added(by: random.Random, world: World) -> World:
    """Add a paragraph to an article, or take one away."""
    at = by.randrange(len(world.articles))
    heading, paragraphs = world.articles[at]
    more = paragraphs[1:] if len(paragraphs) > 2 else (*paragraphs, by.choice(clauses(world.lang)))
    return replace(world, articles=_replaced(world.articles, at, (heading, more)))


def article_moved(by: random.Random, world: World) -> World:
    """Move an article."""
    at, other = by.randrange(len(world.articles)), by.randrange(len(world.articles) - 1)
    rest = _replaced(world.articles, at)
    return replace(world, articles=(*rest[:other], world.articles[at], *rest[other:]))


def article_added(by: random.Random, world: World) -> World:
    """Add an article, or drop one where there are many."""
    at, one = by.randrange(len(world.articles)), (_heading(by, world.lang), (by.choice(clauses(world.lang)),))
    more = () if len(world.articles) > 11 else (one, world.articles[at])
    return replace(world, articles=_replaced(world.articles, at, *more))


def called_otherwise(by: random.Random, world: World) -> World:
    """Head an article otherwise, or call the draft so."""
    if by.random() < 0.5:
        return replace(world, title=by.choice(TITLES[world.lang]))
    at = by.randrange(len(world.articles))
    return replace(world, articles=_replaced(world.articles, at, (_heading(by, world.lang), world.articles[at][1])))


def _law(by: random.Random, world: World, edit: Callable[[Law], Law]) -> World:
    at = by.randrange(len(world.laws))
    return replace(world, laws=_replaced(world.laws, at, edit(world.laws[at])))


def law_stated(by: random.Random, world: World) -> World:
    """State a rank, a date, a status or the title of a law, or whose it is."""
    facts = {"hierarchy": RANKS, "date": ("", "2001-02-03", "2020-01-01"), "status": ("", "in_force", "repealed")}
    facts["title"] = ("Act", *(one for tongue in TITLES.values() for one in tongue[2:3]))
    name, values = by.choice([*facts.items(), ("country", STATES)])
    return _law(by, world, lambda one: replace(one, **{name: by.choice(values)}))


def law_reworded(by: random.Random, world: World) -> World:
    """Change a provision of a law, or the order of two."""

    def edit(one: Law) -> Law:
        rows = list(one.articles)
        rows[by.randrange(len(rows))] = by.choice(rules(one.lang))
        if by.random() < 0.3:
            by.shuffle(rows)
        return replace(one, articles=tuple(rows), said=())

    return _law(by, world, edit)


def law_added(by: random.Random, world: World) -> World:
    """Add a law: a new one, under a name that another has, or one of another State with the very text and name; or drop one."""
    if len(world.laws) > 4:
        at = by.randrange(len(world.laws))
        return replace(world, laws=_replaced(world.laws, at))
    tongue = by.choice((world.lang, world.lang, *TITLES))
    same = by.choice(world.laws)
    new = Law(by.choice(("zz/d.txt", same.file)), tongue, tuple(by.sample(rules(tongue), 5)))
    return replace(world, laws=(*world.laws, by.choice((new, replace(same, country=by.choice(("XO", "XD")))))))


def provision_verified(by: random.Random, world: World) -> World:
    """Say of a provision that it never applies, of what type it is, what it says, alone or beside its own words; or take that
    back."""

    def edit(one: Law) -> Law:
        address = by.choice(made(one).provisions).address
        ways = ({"muted": True}, {"type": "procedure"}, {"text": by.choice(rules(one.lang))}, {"confirmed": True})
        said = Verified(address, by="A. Officer", at="2026-11-27", beside=by.random() < 0.5, **by.choice(ways))
        others = tuple(row for row in one.said if row.address != address)
        return replace(one, said=others if len(others) < len(one.said) else (*others, said))

    return _law(by, world, edit)


def position_changed(by: random.Random, world: World) -> World:
    """Hold the draft to a further rule of the house, or to one fewer."""
    one = replace(by.choice(positions.shipped()), on=True)
    others = tuple(row for row in world.positions if row.id != one.id)
    return replace(world, positions=others if one in world.positions else (*others, one))


OF_TEXT = (number_changed, number_changed, word_changed, clause_changed, paragraph_added, article_moved, article_added)
OF_REST = (called_otherwise, called_otherwise, law_stated, law_reworded, law_added, provision_verified, position_changed)


def walk(by: random.Random, lang: str, steps: int) -> Iterator[tuple[str, World]]:
    """Yield worlds, each with the edit that made it of one before: one in five goes back to what stood earlier, or again."""
    world = first(by, lang)
    past = [world]
    yield "first", world
    for _ in range(steps):
        edit = by.choice(OF_TEXT * 2 + OF_REST)
        name, world = edit.__name__, edit(by, world)
        if by.random() < 0.2:
            name, world = "undone", by.choice(past[-6:])
        past.append(world)
        yield name, world
