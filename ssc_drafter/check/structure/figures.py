"""What the cells of a table of targets come to: a figure with the unit of its column or indicator, the year of a head."""

from __future__ import annotations

import re

import msgspec

from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Compare
from ssc_drafter.check.structure.columns import YEAR
from ssc_drafter.check.structure.norm import Amount
from ssc_drafter.check.structure.rows import YEAR as DAYS
from ssc_drafter.check.structure.told import tongue
from ssc_drafter.language.folding import fold

SIGNS: dict[str, Compare] = {"≥": "least", ">=": "least", "≤": "most", "<=": "most", ">": "above", "<": "below", "+": "least"}
_NOTE = re.compile(r"\[\d+\]|<br\s*/?>|\((?:19|20)\d\d(?:[-/–]\d{2,4})?\)", re.I)
_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,\u00a0\u202f ]\d+)*")
_THOUSANDS = {lang: re.compile(rf"\d{{1,3}}(?:[{signs}\u00a0\u202f ]\d{{3}})+") for lang, signs in (("en", ","), ("", ".,"))}
_IN_BRACKETS = re.compile(r"\(([^()]{1,30})\)")
_OF = re.compile(r"(?<!\w)(?:per|pour|por)\s(?:\d[\d.,\u00a0\u202f ]*\d|mil(?:le)?)(?!\w)", re.I)
_IN = re.compile(r"(?<!\w)(?:in|en|em)\s+(.{2,25})$", re.I)


def unit_of(words: str, lang: str) -> str:
    """Return the unit in which an indicator or the head of a column counts: "%", "per 1,000", what stands in brackets."""
    if found := _OF.search(words):
        return found[0]
    inside = [one for one in _IN_BRACKETS.findall(words) if not YEAR.search(one)]
    if inside:
        return str(inside[-1])
    begins = fold(words).split()[:3]
    shares = {fold(one) for one in tongue(lang).columns["share"]}
    if any(" ".join(begins[first:last]) in shares for first in range(2) for last in range(first + 1, 4)) or "%" in words:
        return "%"
    named = _IN.search(words)
    return str(named[1]) if named else ""


def amount(text: str, start: int, end: int, units: list[str], lang: str) -> Amount | None:
    """Return what a cell comes to, in its own unit or the first of `units` with which it is a quantity; None without figure."""
    cell = _NOTE.sub(lambda found: " " * len(found[0]), text[start:end])
    found = _FIGURE.search(cell)
    if found is None:
        return None
    own = re.split(r"[;\n(\[]", cell[found.end() :])[0].strip()
    first, last = start + found.start(), start + found.end()
    for unit in (own, *units):
        for row in _read(f"{found[0]} {unit}", lang) if unit else ():
            stop = start + len(cell.rstrip()) if unit is own and own else last
            return Amount(first, stop, text[first:stop], row.value, row.scale, row.unit, _compare(cell, found.start(), lang))
    named = next((one for one in (own, *units) if one), "")
    return Amount(first, last, text[first:last], _plain(found[0], lang), "count", named, _compare(cell, found.start(), lang))


def _read(words: str, lang: str) -> list[Amount]:
    rows = [row for one in read(words, lang).sentences for row in one.quantities if row.first == 0]
    plain = [row for row in rows if row.scale not in ("date", "day_of_year", "sum", "times")]
    return [Amount(0, 0, "", row.value, row.scale, row.unit, row.compare) for row in plain]


def _plain(figure: str, lang: str) -> float:
    """Return a figure without unit: "18,000", "18 000" and, but in English, "1.200" are thousands; "4.5", "4,5" have a part."""
    if _THOUSANDS.get(lang, _THOUSANDS[""]).fullmatch(figure):
        return float(re.sub(r"\D", "", figure))
    parts = re.split(r"\D", figure)
    return float("".join(parts[:-1]) + "." + parts[-1]) if len(parts) > 1 else float(figure)


def _compare(cell: str, place: int, lang: str) -> Compare:
    """Return how a figure is meant by the sign or the words ahead of it in its cell."""
    ahead = cell[:place].strip()
    for sign, said in SIGNS.items():
        if ahead.endswith(sign):
            return said
    rows = [row for one in read(f"{ahead} 10 %", lang).sentences for row in one.quantities] if ahead else []
    return rows[0].compare if rows else "exact"


def toward(found: Amount, base: Amount | None) -> Amount:
    """Return an amount as it is meant beside its base: the least where it is to rise to it, the most where it is to fall."""
    if base is None or found.compare != "exact" or found.scale != base.scale or found.value == base.value:
        return found
    return msgspec.structs.replace(found, compare="least" if found.value > base.value else "most")


def year(text: str, start: int, end: int) -> Amount | None:
    """Return the last year that the words of a head or cell name, as the day by which something is to have come about."""
    rows = list(YEAR.finditer(text, start, end))
    if not rows:
        return None
    last = rows[-1]
    return Amount(last.start(), last.end(), last[0], float(int(last[0]) * DAYS), "date", "year", "most")
