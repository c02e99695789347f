"""Between whom an agreement is: read from its title or its opening words, and only where they say it plainly."""

from __future__ import annotations

import re

from ssc_drafter.policies.grammar import Grammar, any_of, fold


def parties_in(shown: str, title: str, opening: str, words: Grammar) -> tuple[str, ...]:
    """Return the names of the Parties: of a title as it is `shown` line by line, of the opening words, of the title's line."""
    listed = _listed(shown, words) or _opening(opening, words)
    if listed:
        return listed
    pattern = _between(words)
    for text in (title, opening):
        line = re.sub(r"\s+", " ", re.sub(r"\([^)]*\)", "", text))
        found = pattern.search(fold(line))
        if found:
            return line[found.start(1) : found.end(1)].strip(' ,“”"'), line[found.start(2) : found.end(2)].strip(' ,.“”"')
    return ()


def _listed(shown: str, words: Grammar) -> tuple[str, ...]:
    """Return the Parties of a title set line by line: "between", a Party, another, "and", the last."""
    lines = [line.strip(" *_#,") for line in shown.split("\n") if line.strip()]
    folded = [fold(line) for line in lines]
    between, joint = words.agreement.get("between", ()), words.agreement.get("and", ())
    first = next((place for place, line in enumerate(folded) if line in between), None)
    last = next((place for place, line in enumerate(folded) if line in joint and place > (first or 0)), None)
    if first is None or last is None or last + 1 >= len(lines):
        return ()
    return (*lines[first + 1 : last], lines[last + 1])


def _opening(opening: str, words: Grammar) -> tuple[str, ...]:
    """Return the Parties that the opening words list: "The Government of A, the Government of B and the Community"."""
    line = re.sub(r"\s+", " ", re.sub(r"\([^)]*\)", "", opening)).strip()
    folded = fold(line)
    first = rf"(?:(?:{any_of(word for word in words.agreement.get('the', ()) if word[-1].isalpha())})\s|l')"
    cut = re.search(rf",\s(?!{first})|,$|$", folded)
    folded = folded[: cut.start()] if cut else folded
    bounds = re.compile(rf",?\s(?:{any_of(words.agreement.get('and', ()))})\s(?={first})|,\s(?={first})")
    spans, begin = [], 0
    for found in bounds.finditer(folded):
        spans.append((begin, found.start()))
        begin = found.end()
    spans.append((begin, len(folded)))
    names = [line[low:high].strip() for low, high in spans]
    fit = all(re.match(first, fold(name)) and 8 < len(name) < 160 and re.search(r"\s\w*[A-ZÁÉÍÓÚ]", name) for name in names)
    return tuple(names) if 2 <= len(names) <= 8 and fit else ()


def _between(words: Grammar) -> re.Pattern[str]:
    between, both, about = (any_of(words.agreement.get(name, ())) for name in ("between", "and", "about"))
    return re.compile(rf"(?<!\w)(?:{between})\s(.{{4,200}}?)\s(?:{both})\s(.{{4,160}}?)(?=$|[,;.(]|\s(?:{about})\s)")
