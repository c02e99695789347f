"""A law that another law at hand repeals is mentioned, with the law that does it, and is not used; one of which a part goes, is.

Every law here is invented, of invented States.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.finding import Report
from tests.unit.check.test_document import draft
from tests.unit.check.test_higher_law import CLAUSE, STATUTE, THIRTY, text

# The older law's title, the later one's, a sentence that repeals the older as a whole, and sentences that do not.
LAWS = {
    "en": ("Land Act 2005", "Land Act 2015", "The Land Act 2005 is repealed.",
           ["Section 4 of the Land Act 2005 is repealed.", "The Seed Act 2005 is repealed.", "The Land Act 2005 applies to leases."]),
    "fr": ("Loi n° 12-2005 relative aux terres", "Loi n° 30-2015 relative aux terres", "La loi n° 12-2005 relative aux terres est abrogée.",
           ["L'article 4 de la loi n° 12-2005 relative aux terres est abrogé.", "Toutes dispositions contraires sont abrogées.", "La loi n° 13-2005 est abrogée."]),
    "es": ("Ley 2005 de Tierras", "Ley 3015 de Tierras", "Derógase la Ley 2005 de Tierras.",
           ["Derógase el artículo 4 de la Ley 2005 de Tierras.", "Derógase la Ley 2006 de Tierras.", "Deróganse las disposiciones que se opongan a la presente ley."]),
    "pt": ("Lei n.º 12/2005, de Terras", "Lei n.º 30/2015, de Terras", "É revogada a Lei n.º 12/2005, de Terras.",
           ["É revogado o artigo 4 da Lei n.º 12/2005, de Terras.", "É revogada a Lei n.º 14/2005.", "Revogam-se as disposições em contrário."]),
}  # fmt: skip
LANGUAGES = tuple(LAWS)


def report(lang: str, words: str, *, later: str = "2015-01-01", country: str = "ZZ") -> Report:
    """Return what is found against the older law, with a later one that says so."""
    older, newer, *_ = LAWS[lang]
    old = text(lang, STATUTE[lang].format(THIRTY[lang][0]), older.replace("/", "-"), "act", date="2005-01-01")
    new = text(lang, words, newer.replace("/", "-"), "act", date=later, country=country)
    return check(draft(CLAUSE[lang], lang=lang), [old, new])


@each_row("lang", LANGUAGES)
def test_a_law_that_another_repeals_is_mentioned_and_not_used(lang: str) -> None:
    words = LAWS[lang][2].replace("/", "-")
    found = report(lang, words)
    assert not found.findings and not found.look
    (left,) = found.not_read
    assert LAWS[lang][0].replace("/", "-") in left.file and LAWS[lang][1].replace("/", "-") in left.reason


@each_row("number", range(3))
@each_row("lang", LANGUAGES)
def test_a_law_of_which_a_part_goes_or_another_law_is_used(lang: str, number: int) -> None:
    found = report(lang, LAWS[lang][3][number].replace("/", "-"))
    assert [one.type for one in found.findings] == ["limit"] and not found.not_read


@each_row("lang", LANGUAGES)
def test_neither_an_older_law_nor_another_states_repeals_it(lang: str) -> None:
    words = LAWS[lang][2].replace("/", "-")
    assert report(lang, words, later="1999-01-01").findings and report(lang, words, country="YY").findings
