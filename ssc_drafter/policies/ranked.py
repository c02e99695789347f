"""The rank of an instrument, from its own name: the word that is the head of the name counts, not one of its matter.

"The Foreign Contribution (Regulation) Act" is an act and "The Vienna Convention Act" no treaty: English puts the head last.
"Ley de Política Ambiental" puts it first, and "Code des marchés publics (Décret n° 2022-2295)" tells it in brackets.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache

from ssc_drafter.policies.grammar import READING, any_of, fold, grammar
from ssc_drafter.policies.instrument import Hierarchy, Provision

# "Constitution of Zambia Act, 2016" brings a constitution in; it is none. An act that amends one has its rank.
OF_CONSTITUTION = re.compile(r"^(?!.*amendment).*constitution\b.*\bact\b")
SAID = 6000  # signs of the beginning and of the end in which a text says that it is law
SHORT = 90  # signs of a line that names who decrees
HEAD = 12  # lines, empty ones apart, among which the number of an instrument is looked for
NUMBER = r"\s+(?:n[º°o]?\.?\s*|number\s+)?\d"
# what may stand behind the head of an English name: its year, its number, a note in brackets
_YEAR = r"(?:\s*[,.]?\s*(?:of\s+)?\d{4}|\s*,?\s*no\.?\s*\d+(?:\s+of\s+\d{4})?|\s*[(\[][^()\[\]]*[)\]])*\W*$"
_LEADS = r"\s+(?:of|for|to|on|under|concerning|relating to)\s+the(?!\w)"

# "Adoption of the Paris Agreement", "Aprobación del Convenio": what speaks of a treaty is none
_SPEAKS_OF = re.compile(
    r"(?<!\w)(?:adop[ct]\w*|ap(?:pr|r)ob\w*|approv\w*|aprov\w*|ratifi\w*|accession|under|to|of)\s(?:the|del?|l[ae]|el|du|d[oa]s?|of)\s"
)


@lru_cache(maxsize=1)
def tables() -> dict[str, dict[str, list[str]]]:
    """Return the words by which files tell rank and status, led to ours."""
    return tomllib.loads((READING / "_facts.toml").read_text("utf-8"))


def hierarchy_in(title: str) -> Hierarchy | None:
    """Return the rank that the words of a title show: of the head of the name, else of the word nearest its beginning."""
    bare = fold(title)
    first = _first(bare)
    if first is None:
        return None
    if first[1] == "constitution":
        return "act" if OF_CONSTITUTION.search(bare) else "constitution"
    if first[1] == "treaty" and _SPEAKS_OF.search(bare[: first[0]]):
        return None
    if re.match(NUMBER, bare[first[0] :]):
        return first[1]
    told = re.search(r"[(\[]\s*([^()\[\]]*)[)\]]\W*$", bare)
    return (told and numbered(told[1])) or _last(bare, first[0]) or first[1]


def rank_of(title: str, text: str) -> Hierarchy | None:
    """Return the rank of the title; where it shows none, of a line in the head of the text that numbers the instrument."""
    lines = [fold(line).strip(" *#_") for line in text[: HEAD * 500].split("\n") if line.strip()][:HEAD]
    return hierarchy_in(title) or next(filter(None, (numbered(line) or _alone(line) for line in lines)), None)


def of_parliament(title: str, text: str, lang: str) -> bool:
    """Whether a decree is that of a parliament, and so an act: it begins with who decrees ("EL CONGRESO DE LA REPÚBLICA")."""
    lines = [fold(line).strip(" *#_") for line in text[: HEAD * 500].split("\n") if line.strip()][:HEAD]
    makers = any_of(grammar(lang).makers)
    return fold(title).lstrip().startswith("decret") and any(
        len(line) < SHORT and re.match(rf"\W*(?:{makers})(?!\w)", line) for line in lines
    )


def _alone(line: str) -> Hierarchy | None:
    """Return the rank of a line that is its word alone: "A BILL", "DECRETO SUPREMO"."""
    bare = re.sub(r"^(?:an?|the|el|la|le|o)\s", "", line)
    return next((ours for word, ours in _words() if word == bare), None)


def rank_by_form(text: str, lang: str, units: Sequence[Provision]) -> Hierarchy:
    """Return what a text looks like whose title and head show no rank: an act has articles, or says what only law says.

    It is no more than a guess, and the person who loads the text is asked.
    """
    levelled = (one for one in units if one.level in ("article", "section", "rule"))
    worded = sum(re.match(r"\W*[^\W\d]", text[one.start : one.start + 20]) is not None for one in levelled)
    if 2 * worded > len(units) or not (READING / f"{lang}.toml").is_file():
        return "act"
    said = fold(text[:SAID] + text[-SAID:])
    return "act" if re.search(rf"(?<!\w)(?:{any_of(grammar(lang).enacting)})(?!\w)", said) else "policy"


def whole_constitution(title: str) -> bool:
    """Whether a title is that of a State's constitution, whatever a collection calls the act that published it."""
    return bool(re.match(rf"\W*(?:the |la |a )?(?:{any_of(tables()['whole']['constitution'])})(?!\w)", fold(title)))


def numbered(words: str) -> Hierarchy | None:
    """Return the rank of words that begin as the number of an instrument does ("DECRETO Nº 7.174", "Loi n° 2008-12")."""
    for word, ours in _words():
        if re.match(rf"\W*{re.escape(word)}{NUMBER}", words):
            return ours
    return None


@lru_cache(maxsize=1)
def _words() -> tuple[tuple[str, Hierarchy], ...]:
    """Return each word with its rank, longest first."""
    rows = [(word, ours) for ours, words in tables()["hierarchy"].items() for word in words]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))  # type: ignore[arg-type]


def _first(bare: str) -> tuple[int, Hierarchy] | None:
    """Return where the word of rank nearest the beginning ends, and its rank; the longest of those that begin there."""
    best: tuple[int, int, Hierarchy] | None = None
    for word, ours in _words():
        found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", bare)
        if found and (best is None or found.start() < best[0]):
            best = (found.start(), found.end(), ours)
    return best[1:] if best else None


def _last(bare: str, after: int) -> Hierarchy | None:
    """Return the rank of the word that closes an English name; None where the first leads on ("Guidelines on the Act")."""
    if re.match(_LEADS, bare[after:]):
        return None
    for ours, words in tables()["closing"].items():
        if re.search(rf"(?<!\w)(?:{any_of(words)}){_YEAR}", bare):
            return ours  # type: ignore[return-value]
    return None
