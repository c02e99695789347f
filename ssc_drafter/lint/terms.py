"""Defined terms: defined and never used, defined twice; what the Parties, the text and its bodies are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ssc_drafter.language.folding import fold
from ssc_drafter.language.phrases import compiled
from ssc_drafter.language.stems import stem
from ssc_drafter.lint.finding import Seen
from ssc_drafter.lint.paper import Paper
from ssc_drafter.lint.rules import Rule

QUOTED = re.compile(r"«\s?([^«»\n]{2,60}?)\s?»|[“”]([^“”\n]{2,60}?)[“”]|\"([^\"\n]{2,60}?)\"|‘([^‘’\n]{2,60}?)’(?!\w)")
WORD = re.compile(r"[^\W\d_]+")
LEADS = frozenset(
    ["the", "la", "le", "les", "las", "los", "el", "l", "o", "a", "os", "as", "ambas", "ambos", "both", "an", "un", "une",
     "una", "um", "uma"]
)  # fmt: skip
ARTICLE = re.compile(r"(?<!\w)(?:the|both|las|ambas|les|as)\s+$")  # "the parties", but not "all concerned parties"
STOPS = frozenset(".,;:)")
SPACES = r"\s+"
NEXT = 24  # signs in which "a joint" stands before "committee"
NEAR = 90  # signs between "hereinafter" and the term that it brings in


class Defined(Struct, frozen=True):
    """A term where it is defined: its words, and their stems by which its uses are known."""

    start: int
    end: int
    words: str
    stems: tuple[str, ...]
    how: str  # "named" (hereinafter “X”) or "means" (“X” means ...)


def definitions(paper: Paper) -> list[Defined]:
    """Return the terms that a text defines in quotation marks, in order."""
    named, means = compiled(paper.words["hereinafter"]), compiled(paper.words["means"])
    found = []
    for place in paper.in_parts("preamble", "article"):
        low, high = place.unit.start, place.unit.end
        for match in QUOTED.finditer(paper.text, low, high):
            before = paper.folded[max(low, match.start() - NEAR) : match.start()]
            after = paper.folded[match.end() : min(high, match.end() + 40)]
            clause = re.split(r"[;.]", before)[-1]
            how = "named" if named.search(clause) else "means" if means.match(after.lstrip(" ,:")) else ""
            words = next(one for one in match.groups() if one)
            if how and (stems := _stems(words, paper.lang)):
                found.append(Defined(*match.span(), words, stems, how))
    return found


def _stems(words: str, lang: str) -> tuple[str, ...]:
    listed = [word for word in WORD.findall(fold(words)) if word not in LEADS]
    return tuple(stem(word, lang) for word in listed)


def _uses(paper: Paper, one: Defined) -> Iterator[int]:
    """Yield where a term stands outside its definition, in any number or case."""
    head = re.escape(one.stems[0][:-1] if len(one.stems[0]) > 4 else one.stems[0])
    for match in re.compile(rf"(?<!\w){head}\w*").finditer(paper.folded):
        if one.start <= match.start() < one.end:
            continue
        near = WORD.findall(paper.folded[match.start() : match.start() + 30 * len(one.stems)])
        words = [word for word in near if word not in LEADS][: len(one.stems)]
        if tuple(stem(word, paper.lang) for word in words) == one.stems:
            yield match.start()


def unused(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a term that is defined and stands nowhere else."""
    for one in definitions(paper):
        if next(_uses(paper, one), None) is None:
            yield Seen(one.start, one.end, {"words": one.words})


def twice(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a term that is defined a second time."""
    first: dict[tuple[str, ...], Defined] = {}
    for one in definitions(paper):
        before = first.setdefault(one.stems, one)
        unit, other = paper.unit_at(one.start), paper.unit_at(before.start)
        if before is not one and unit != other:
            where = other.number or paper.quote(other.start, min(other.end, other.start + 40)) if other else ""
            yield Seen(one.start, one.end, {"words": one.words, "where": where})


def party_word(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield the Parties called otherwise than they were defined, by the pairs of `pairs` ("parties > contracting parties").

    Where nothing defines them, both names standing at least `mixed` times each are told too.
    """
    defined = {" ".join(WORD.findall(fold(one.words))): one.words for one in definitions(paper) if one.how == "named"}
    names = {" ".join(word for word in words.split() if word not in LEADS): shown for words, shown in defined.items()}
    pairs = [tuple(side.strip() for side in pair.split(">")) for pair in rule.said(paper.lang, "pairs")]
    names |= {mine: shown for mine, _ in pairs if not names and (shown := _brought_in(paper, mine))}
    for mine, other in pairs:
        seen = _spans(paper, other, mine)
        if any(sign.isupper() for sign in names.get(mine, "")):
            seen = [one for one in seen if paper.text[one[0]].isupper() or _ruled(paper, one[0])]
        named = [[one for one in spans if paper.text[one[0]].isupper()] for spans in (seen, _spans(paper, mine, other))]
        mixed = not names and min(map(len, named)) >= rule.settings["mixed"]
        if (mine in names and other not in names and seen) or mixed:
            words = {"words": paper.quote(*seen[0]), "defined": names.get(mine, mine.title()), "count": str(len(seen))}
            yield Seen(*seen[0], words, alone="message_mixed" if mixed else "")
            return


def _ruled(paper: Paper, start: int) -> bool:
    return bool(ARTICLE.search(paper.folded[max(start - 12, 0) : start]))


def _brought_in(paper: Paper, name: str) -> str:
    """Return a name as the text brings it in without quotation marks ("en adelante las Partes"), or nothing."""
    lead = rf"(?:{compiled(paper.words['hereinafter']).pattern})(?:\W+(?:{'|'.join(LEADS)}|as|denominad\w+|llamad\w+))*\W+"
    pattern = re.compile(rf"{lead}({name.replace(' ', SPACES)})(?!\w)(?!\s+contra)")
    places = [(one.unit.start, one.unit.end) for one in paper.in_parts("title", "preamble")]
    found = next((match for low, high in places if (match := pattern.search(paper.folded, low, high))), None)
    return paper.quote(*found.span(1)) if found else ""


def _spans(paper: Paper, name: str, beside: str) -> list[tuple[int, int]]:
    """Return where the Parties are called by a name in the articles; `beside` is the other name, which may hold this one."""
    rest = beside.replace(name, "").strip() if len(name) < len(beside) else ""
    pattern = _only(name, rest)
    places = [(one.unit.start, one.unit.end) for one in paper.in_parts("article")]
    found = [match.span() for low, high in places for match in pattern.finditer(paper.folded, low, high)]
    return [one for one in found if not rest or not paper.folded[max(one[0] - 30, 0) : one[0]].rstrip().endswith(rest)]


def _only(words: str, rest: str) -> re.Pattern[str]:
    """Return the pattern of words that stand neither before `rest` ("parties contractantes") nor in quotation marks."""
    pattern = rf"(?<![\w-]){words.replace(' ', SPACES)}(?![\w”’»\"'])"
    return re.compile(rf"{pattern}(?!\s+{rest})" if rest else pattern)


def own_name(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield "this Convention" in a text that its title calls an agreement."""
    names = rule.said(paper.lang, "names")
    titled = [name for name in names if re.search(rf"(?<!\w){name}s?(?!\w)", paper.title)]
    if not titled:
        return
    known = {" ".join(one.stems) for one in definitions(paper)}
    lead = "|".join(re.escape(one) for one in rule.said(paper.lang, "this"))
    pattern = re.compile(rf"(?<!\w)(?:{lead})\s+({'|'.join(names)})(?!\w)")
    seen: dict[str, list[tuple[int, int]]] = {}
    right = 0
    for place in paper.in_parts("preamble", "article", "testimonium"):
        for match in pattern.finditer(paper.folded, place.unit.start, place.unit.end):
            if match[1] in titled:
                right += 1
            elif not any(stem(match[1].split()[0], paper.lang) in one for one in known):
                seen.setdefault(match[1], []).append(match.span())
    for spans in seen.values():
        yield Seen(*spans[0], {"words": paper.quote(*spans[0]), "title": titled[0].capitalize(), "count": str(len(spans))})


def body_not_created(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a joint body that is given a task and that the text never sets up."""
    pattern, created = compiled(rule.said(paper.lang, "bodies")), compiled(rule.said(paper.lang, "created"))
    seen: dict[str, tuple[int, int]] = {}
    made: set[str] = set()
    for place in paper.in_parts("article", "preamble", "annex"):
        low, high = place.unit.start, place.unit.end
        sets_up = bool(created.search(paper.folded, low, high)) or bool(created.search(fold(place.unit.heading)))
        for match in pattern.finditer(paper.folded, low, high):
            name = " ".join(stem(word, paper.lang) for word in WORD.findall(match[0]))
            seen.setdefault(name, match.span())
            if sets_up or place.part == "annex":
                made.add(name)
    for name, (start, end) in seen.items():
        alike = next((one for one in made if set(one.split()) & set(name.split())), "")
        if name not in made and (alike or not made):
            words = {"words": paper.quote(start, end), "other": paper.quote(*seen[alike]) if alike else ""}
            yield Seen(start, end, words, alone="message_drift" if alike else "")


def body_unintroduced(paper: Paper, rule: Rule) -> Iterator[Seen]:
    """Yield a body or fund that the text always calls by a bare capitalised name and never names in full or sets up."""
    introduced = compiled(rule.said(paper.lang, "introduced"))
    known = {word for one in definitions(paper) for word in one.stems}
    for name in rule.said(paper.lang, "names"):
        everywhere = [match.span() for match in re.compile(rf"(?<!\w){name}(?!\w)").finditer(paper.folded)]
        named = [one for one in everywhere if paper.text[one[0]].isupper()]
        bare = [one for one in named if _bare(paper, rule, *one)]
        if not bare or len(bare) < len(named) or stem(name, paper.lang) in known:
            continue
        if any(introduced.search(_lead(paper, start)) for start, _ in everywhere):  # "a Joint Committee", "set up the Fund"
            continue
        yield Seen(*bare[0], {"words": paper.quote(*bare[0]), "count": str(len(bare))})


def _lead(paper: Paper, start: int) -> str:
    """Return the words of the sentence before a name; before a word without capital, which may be money, only the last."""
    room = NEAR if paper.text[start].isupper() else NEXT
    return re.split(r"[.;]", paper.folded[max(start - room, 0) : start])[-1]


def _bare(paper: Paper, rule: Rule, start: int, end: int) -> bool:
    """Say whether an article stands right before a name, and behind it a stop or a word that does not make it longer."""
    before, after = paper.folded[max(start - 8, 0) : start], paper.folded[end : end + 30].lstrip()
    articles = "|".join(re.escape(one) for one in rule.said(paper.lang, "the"))
    ends = after[:1] in STOPS or compiled(rule.said(paper.lang, "follows")).match(after)
    return bool(re.search(rf"(?<!\w)(?:{articles})\s$", before)) and bool(ends)
