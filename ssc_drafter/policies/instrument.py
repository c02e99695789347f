"""A law or policy as a whole, and its smallest numbered units, with their places in the running text."""

from __future__ import annotations

import hashlib
from typing import Literal, get_args

from msgspec import Struct

Hierarchy = Literal["constitution", "act", "regulation", "policy", "circular", "treaty", "position"]  # the last: of the house
Status = Literal["in_force", "partly_in_force", "amended", "repealed", "bill"]
Level = Literal["article", "section", "rule", "paragraph", "decision"]
NormType = Literal[
    "definition",
    "precedence",
    "forum",
    "privilege",
    "competence",
    "procedure",
    "limit",
    "right",
    "prohibition",
    "duplication",
]
NORM_TYPES: tuple[NormType, ...] = get_args(NormType)  # what a provision can say that a clause may run against


class Division(Struct, frozen=True, gc=False):
    """A part, chapter or the like in which units stand: its word and number as printed ("Part III"), and its words.

    Of a heading above units that bears no number, `label` is empty.
    """

    label: str
    heading: str | None = None

    @property
    def cited(self) -> str:
        """What a citation gives of it."""
        return self.label or (self.heading or "")

    @property
    def shown(self) -> str:
        """Its word, number and heading: "Part III (Rights of data subjects)"."""
        return f"{self.label} ({self.heading})" if self.label and self.heading else self.cited


def worded(word: str, number: str) -> str:
    """Return a number with the word before it, once: "Objective 1", "Plan 4.1"."""
    return number if not word or number.startswith(word) else f"{word} {number}"


class Provision(Struct, frozen=True, gc=False):
    """A top-level unit of the body (an article, a section), `start` to `end` in the instrument's text.

    `container` is empty for the body, else "schedule 1", "annex", "quoted": units that are not the law's own articles.
    `within` are the divisions that it stands in, outermost first; `word` is what a policy calls it ("Objective"), if it does.
    `rank` is that of a unit which has another one than its instrument: a policy in the annex of the decree that approves it.
    There may be a million: the collector of circles (gc) need not look at them, words and numbers make none.
    """

    number: str
    heading: str | None
    address: str
    level: Level
    start: int
    end: int
    container: str = ""
    within: tuple[Division, ...] = ()
    word: str = ""
    rank: Hierarchy | Literal[""] = ""

    @property
    def named(self) -> str:
        """Its number with what it calls itself, as one cites it: "Objective 1"; a number may begin with its word already."""
        return worded(self.word, self.number)


APPROVES = "approves"  # where a warning stands that says that what a text approves is not in its file
FORCE = "force"  # where a warning stands that says that a text is not in force before a day to come
COUNTRY = "country"  # where a warning stands that says whose law a text was taken for

RANK = "hierarchy"  # where a warning stands that asks whether a text is law or policy


class Warn(Struct, frozen=True):
    """Something that the reader of a file has to know: what, and where in the file."""

    what: str
    where: str


class Verified(Struct, frozen=True):
    """What an officer says of a provision: that it never applies to agreements, of what type it is, what it says in a sentence.

    The check reads `text` in the place of the provision's words, or `beside` them where it only adds a norm; quotes stay the
    provision's own. `type` is a type of finding or empty; `confirmed` where the norms that are read in the words are right as
    they are. `number` names the provision as one cites it, `address` as it is kept.
    """

    address: str
    number: str = ""
    muted: bool = False
    type: str = ""
    text: str = ""
    note: str = ""
    by: str = ""
    at: str = ""
    confirmed: bool = False
    beside: bool = False


class Table(Struct, frozen=True):
    """A table of a text: of each cell of each row where its words stand, `start` to `end`; of an empty one a place twice."""

    rows: tuple[tuple[tuple[int, int], ...], ...]

    def moved(self, start: int) -> Table:
        """Return the table with its places counted from further on."""
        return Table(tuple(tuple((max(low - start, 0), max(high - start, 0)) for low, high in row) for row in self.rows))


class Instrument(Struct, frozen=True, dict=True):
    """A law or policy as it was read. `file` is the path as given; `inferred` names the facts that were not stated.

    What others work out of it may be remembered with it, beside its fields: neither compared nor written.
    """

    title: str
    country: str  # ISO 3166 alpha-2 in capitals, or empty
    lang: str
    text: str
    sha256: str
    provisions: tuple[Provision, ...]
    other: tuple[Provision, ...] = ()
    file: str = ""
    hierarchy: Hierarchy = "act"
    date: str | None = None
    status: Status | None = None
    source: str = ""
    inferred: tuple[str, ...] = ()
    warnings: tuple[Warn, ...] = ()
    verified: tuple[Verified, ...] = ()
    void: tuple[str, ...] = ()  # addresses of units that are printed and not in force: vetoed, or struck through whole
    tables: tuple[Table, ...] = ()  # of a text that holds a policy, where the format of its file tells of tables
    by_officer: tuple[str, ...] = ()  # facts that an officer stated on its page: they stand when the law is loaded again

    @property
    def name(self) -> tuple[str, str, str]:
        """What tells a law from others at hand: its State, its file and its title, for many a file is called act.pdf."""
        return self.country, self.file, self.title

    def words(self, start: int, end: int) -> str:
        """Return the text from one place to another: of a law on disk (policies/shelf.py) no more than that is read."""
        return self.text[start:end]

    def tables_in(self, start: int, end: int) -> tuple[Table, ...]:
        """Return the tables that stand between two places of the text, with their places counted from the first."""
        found = []
        for one in self.tables:
            cells = [cell for row in one.rows for cell in row if cell[0] < cell[1]]
            if cells and start <= min(cells)[0] and max(cell[1] for cell in cells) <= end:
                found.append(one.moved(start))
        return tuple(found)

    def places_mark(self) -> bytes:
        """Return a hash of where its provisions stand and what they are called: one text may be cut in more ways."""
        rows = ((one.start, one.end, one.number, one.address, one.heading, one.rank) for one in self.provisions)
        places = "\x1e".join("\x1f".join(map(str, row)) for row in rows)
        return hashlib.sha256(places.encode()).digest()

    def missing(self) -> str:
        """Return the numbers that the row of its provisions leaves out, as one writes them: worked out once."""
        if "_missing" not in self.__dict__:
            from ssc_drafter.policies.warned import missing

            self.__dict__["_missing"] = missing(self.provisions)
        found: str = self.__dict__["_missing"]
        return found
