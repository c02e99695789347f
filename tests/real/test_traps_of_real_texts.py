"""The traps that NOTES.md beside the real laws and policies tells of, each as a test on its file.

Numbers and languages are those of the files; what is missing or doubled in a text has to be said, never hidden.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from ssc_drafter.errors import Problem
from ssc_drafter.policies.instrument import Instrument, Provision
from ssc_drafter.readers.imported import import_file

pytestmark = [pytest.mark.real, pytest.mark.slow]


@lru_cache(maxsize=64)
def read(path: Path) -> Instrument:
    return import_file(path, "policy").instrument()


def printed(one: Instrument) -> list[Provision]:
    """Return the units that the text heads itself, not those that we name by their first words."""
    return [unit for unit in one.provisions if not unit.number.startswith("“")]


def numbers(one: Instrument) -> list[str]:
    return [provision.number for provision in one.provisions]


def apart(one: Instrument, container: str) -> set[str]:
    return {provision.number for provision in one.other if provision.container == container}


def said(one: Instrument) -> str:
    return " ".join(warning.what for warning in one.warnings)


def words(one: Instrument, number: str) -> str:
    found = next(provision for provision in one.provisions if provision.number == number)
    return one.text[found.start : found.end]


def void(one: Instrument) -> list[str]:
    return [provision.number for provision in one.provisions if provision.address in one.void]


def of_policy(one: Instrument) -> list[str]:
    return [provision.number for provision in one.provisions if provision.rank == "policy"]


def place(one: Instrument, number: str) -> str:
    found = next(provision for provision in one.provisions if provision.number == number)
    return found.within[-1].label if found.within else ""


def final(one: Instrument) -> list[str]:
    return [number for number in numbers(one) if number.startswith("DF")]


TRAPS: list[tuple[str, str, Callable[[Instrument], object]]] = [
    # 2. old and new wording together
    ("laws/PE/DLEG-719-1991.md", "old wordings", lambda law: apart(law, "earlier wording") == {"4", "5", "8", "10", "13", "14"}),
    ("laws/PE/DLEG-719-1991.md", "each article once", lambda law: numbers(law)[:14] == [str(number) for number in range(1, 15)]),
    ("laws/PE/DLEG-719-1991.md", "final provisions by ordinal word", lambda law: len(final(law)) == 4),
    ("laws/BR/L13709.html", "struck headings", lambda law: len(set(numbers(law))) == len(numbers(law)) and len(numbers(law)) >= 79),
    ("laws/BR/L13709.html", "struck words are said", lambda law: "struck" in said(law)),
    ("laws/AR/LEY-25188.md", "articles of the Penal Code", lambda law: {"256 bis", "258", "268"} <= apart(law, "quoted")),
    ("laws/AR/LEY-25188.md", "two headings on one line", lambda law: {"24", "25"} <= set(numbers(law))),
    ("laws/AR/LEY-24488.md", "vetoed and printed", lambda law: void(law) == ["3"] and "Numbers 3 were vetoed" in said(law)),
    ("laws/BR/L13709.html", "vetoed", lambda law: void(law) == ["28", "55", "56", "58", "59"]),
    ("laws/PE/LEY-27815-2002.md", "two articles 11", lambda law: numbers(law).count("11") == 1 and "11" in apart(law, "earlier wording")),
    ("laws/PE/LEY-27692-2002.md", "old wordings", lambda law: {"6", "8", "21", "22"} <= apart(law, "earlier wording")),
    ("laws/PE/LEY-27811-2002.md", "each article once", lambda law: numbers(law) == [str(number) for number in range(1, 72)]),
    ("laws/PE/LEY-29811-2011.md", "each article once", lambda law: numbers(law) == [str(number) for number in range(1, 11)]),
    ("laws/BR/L13709.html", "a number torn by a line break", lambda law: "57" in numbers(law) and words(law, "57").endswith("(VETADO).")),
    ("laws/AR/LEY-20247.md", "earlier norms at the end", lambda law: numbers(law) == [str(number) for number in range(1, 53)]),
    ("laws/IN/49_1988.txt", "inserted between brackets", lambda law: {"7A", "17A", "29A"} <= set(numbers(law))),
    # 3. doubled, broken, polluted text
    ("laws/GH/2012_843.txt", "doubled sentences", lambda law: "twice in a row" in said(law)),
    ("laws/GH/2019_989.txt", "a missing section", lambda law: "Numbers 83 are not" in said(law)),
    ("laws/AR/LEY-24156.md", "a heading over two lines", lambda law: numbers(law)[:2] == ["1", "2"]),
    ("laws/AR/DEC-1023-2001.md", "a false heading in the recitals", lambda law: "62" not in numbers(law)),
    ("laws/MA/ma-loi-05-20.txt", "two columns read across", lambda law: "out of order" in said(law) and len(numbers(law)) == 53),
    ("laws/MA/01-data-protection-law-09-08.txt", "the transfer rule is missing", lambda law: "9, 29, 44, 53" in said(law)),
    ("laws/NP/Constitution_of_Nepal_2072_ENG.pdf", "contents repeat the headings", lambda law: law.provisions[0].start > 3000),
    ("laws/BD/bd-bangladesh-bank-order-1972.txt", "a byte order mark", lambda law: not law.text.startswith("\ufeff")),
    ("laws/BD/bd-bangladesh-bank-order-1972.txt", "omitted as one block", lambda law: "Numbers 49-58" in said(law)),
    ("laws/BD/bd-bangladesh-bank-order-1972.txt", "a footnote's digit before", lambda law: {"7A", "70"} <= set(numbers(law))),
    ("laws/ZM/zm-act-2007-10.txt", "a schedule begins at 1", lambda law: len(numbers(law)) == 47 and len(law.other) == 14),
    ("laws/ZA/za-arbitration-act-1965.txt", "one provision only", lambda law: "Only one numbered unit" in said(law)),
    ("laws/IN/42_2010.txt", "missing sections", lambda law: "Numbers 2, 4-5, 7-11" in said(law)),
    ("laws/IN/22_2023.txt", "missing sections", lambda law: "Numbers 20-32" in said(law)),
    ("laws/IN/22_2005.txt", "missing sections", lambda law: "Numbers 1 are" in said(law)),
    ("laws/NG/official-secrets-act.txt", "missing sections", lambda law: "Numbers 1, 6" in said(law)),
    ("laws/BJ/marche-public", "one file an article", lambda law: numbers(law) == ["1", "3", "5"] and "Article 2" in said(law)),
    ("laws/ZA/za-cpt-2015-ombudsman.pdf", "a page's thanks for a title", lambda law: "Ombudsman By-law" in law.title and law.hierarchy == "regulation"),
    ("laws/MU/mu-convention.html", "soft hyphens", lambda law: "October 1961" in words(law, "2") and "\u00ad" not in law.text),
    ("laws/MU/mu-convention.html", "an act that a convention names", lambda law: law.hierarchy == "act" and law.title.endswith("DOCUMENTS ACT")),
    ("laws/AR/DEC-1023-2001.md", "a heading glued to a note", lambda law: numbers(law)[:40] == [str(number) for number in range(1, 41)]),
    ("laws/MA/ma-loi-43-20.txt", "two columns read across", lambda law: "out of order" in said(law) and len(numbers(law)) == 84),
    ("laws/SN/code-des-marches-publics-2022-2295.txt", "two columns read across", lambda law: "out of order" in said(law) and "are not in the imported text" in said(law)),
    ("laws/SN/loi-2023-15-code-environnement.txt", "numbers are missing", lambda law: "out of order" in said(law) and "Of the numbers" not in said(law) and "2, 4, 7, 9-11" in said(law)),
    ("laws/RW/rw-law-2018-66.txt", "contents repeat the headings", lambda law: len(numbers(law)) == 126 and law.provisions[0].start > 5000),
    ("laws/PE/DLEG-689-1991.md", "a page's adverts", lambda law: law.provisions[0].number == "1" and not any("Revise también" in words(law, number) for number in numbers(law))),
    ("laws/ZA/za-cpt-2015-ombudsman.html", "a page's thanks", lambda law: len(numbers(law)) == 10 and not any("Thanks for" in words(law, number) for number in numbers(law))),
    ("laws/RW/rw-law-2018-62.html", "menus before the law", lambda law: "only the part of the web page" in said(law) and len(numbers(law)) == 199),
    ("laws/ZA/za-cpt-2015-ombudsman.pdf", "contents repeat the headings", lambda law: numbers(law) == [str(number) for number in range(1, 11)] and law.provisions[0].start > 2000),
    ("laws/MU/mu-convention.bluebell.txt", "contents repeat the headings", lambda law: numbers(law) == list("12345") and words(law, "1").startswith("SECTION 1.")),
    ("laws/MU/mu-convention.html", "the title in the middle of a section", lambda law: words(law, "5").endswith("conclusive evidence of that fact.")),
    ("laws/KE/data-protection-act-2019.txt", "the next part's heading glued on", lambda law: words(law, "50").endswith("located in Kenya.") and place(law, "51") == "Part VII"),
    ("laws/ZM/zm-act-2021-3.txt", "the next part's heading glued on", lambda law: words(law, "71").endswith("by the transferee.") and place(law, "72") == "Part XI"),
    ("laws/MA/ma-decret-2-01-2324.txt", "scanned letters", lambda law: numbers(law) == [str(number) for number in range(1, 13)] and law.hierarchy == "regulation"),
    ("laws/TZ/tz-cap1.bluebell.txt", "sections with their word", lambda law: numbers(law) == [str(number) for number in range(1, 86)]),
    ("laws/IN/53_2001.txt", "missing sections", lambda law: "Numbers 1, 3, 5-7, 12-13" in said(law)),
    ("laws/AR/LEY-11723.md", "half of it is missing", lambda law: "Numbers 35-85" in said(law) and "shortened text" in said(law)),
    ("laws/BJ/marche-public/article-1.md", "one long article alone", lambda law: numbers(law) == ["1"] and len(law.text) > 14_000),
    # 4. wrong label, wrong status
    ("laws/LK/lk-2022-09-personal-data-protection.html", "a bill", lambda law: law.status == "bill"),
    ("laws/LK/lk-2022-09-personal-data-protection.pdf", "a bill", lambda law: law.status == "bill"),
    ("laws/ZM/zm-act-2016-1.txt", "the act is not the constitution", lambda law: law.hierarchy == "act"),
    ("laws/AR/LEY-25326.md", "a theme for a title", lambda law: law.title == "HABEAS DATA (Ley 25.326)"),
    ("laws/AR/LEY-24488.md", "no date is known", lambda law: law.date != "1900-01-01"),
    ("laws/_suspect/sn-constitution-2001-ABRIDGED.txt", "an abridged text", lambda law: "shortened text" in said(law)),
    ("laws/_suspect/ci-loi-2013-450-donnees-ABRIDGED.txt", "an abridged text", lambda law: "shortened text" in said(law)),
    # 5. languages
    ("laws/BD/bd-pdp-amendment-ordinance-2026-bn.txt", "Bengali figures", lambda law: numbers(law) == list("123")),
    ("laws/TZ/tz-constitution-1977-swa.akn.xml", "Swahili", lambda law: law.lang == "sw" and "no grammar" in said(law)),
    ("laws/MA/1033-adala-education-211-ar.txt", "Arabic", lambda law: law.lang == "ar"),
    ("laws/BD/bd-pdp-amendment-ordinance-2026-bn.txt", "Bengali", lambda law: law.lang == "bn"),
    ("laws/RW/rw-law-2005-31.pdf", "three languages", lambda law: "more than one language" in said(law)),
    # policies
    ("policies/ZM/8ndp_2022_2026_cleaned.csv", "a table of section and content", lambda law: law.hierarchy == "policy" and "table of values" in said(law)),
    ("policies/KE/national_adaptation_plan_2015_2030.txt", "pages are missing", lambda law: "pages are not in the file (26" in said(law)),
    ("policies/MH/national_energy_policy_and_action_plan.txt", "pages are missing", lambda law: "pages are not in the file" in said(law)),
    ("policies/ZM/7ndp_2017_2021.txt", "a later plan does not repeal it", lambda law: "ended in 2021" in said(law)),
    ("policies/ZM/7ndp_2017_2021.txt", "headers on every page", lambda law: {"7.4", "7.4.1"} <= set(numbers(law)) and law.provisions[0].start > 10_000),
    ("policies/KE/indc_2015.pdf", "decimal numbers", lambda law: numbers(law) == ["1", "1.1", "2", "2.1", "2.1.1", "2.2", "2.2.1", "3", "4", "5"]),
    ("policies/ET/ten_year_perspective_plan_2021_2030.txt", "text of slides", lambda law: law.hierarchy == "policy" and not law.other),
    ("policies/MR/national_ai_strategy_2025_2029.md", "words for pictures", lambda law: "[Image of" not in law.text and "pictures" in said(law)),
    ("policies/EG/vision_2030_updated_2023.md", "words for pictures", lambda law: "[Image of" not in law.text and law.hierarchy == "policy"),
    ("policies/PE/politica_nacional_ambiente_2009.md", "two numberings", lambda law: numbers(law)[:4] == list("1234") and {f"Política, Eje de política {number}" for number in range(1, 5)} <= set(of_policy(law))),
    ("policies/AR/plan_anticorrupcion_estrategia_integridad_2023.md", "a plan in annexes", lambda law: len(numbers(law)) - len(of_policy(law)) == 8 and len(of_policy(law)) >= 8),
    ("policies/PE/politica_nacional_ambiente_2009.md", "repealed", lambda law: law.status == "repealed" and "in_force" in said(law)),
    ("policies/PE/plan_nacional_telesalud_2026.md", "approval without the plan", lambda law: "not in the file" in said(law)),
    ("policies/PE/politica_nacional_ambiente_2030.md", "approval without it", lambda law: "not in the file" in said(law)),
    ("policies/PE/circular_0020_2024_bcrp.md", "a circular with articles", lambda law: law.hierarchy == "circular" and law.provisions[0].level == "article"),
    ("policies/KM/ndc_revised_2021_en_translation.txt", "English, not French", lambda law: law.lang == "en"),
    ("policies/ZA/low_emission_development_strategy_2050.txt", "contents of noise", lambda law: law.provisions[0].start > 10_000 and printed(law)[0].start > 30_000),
    ("policies/SN/releve_decisions_eau_potable_2024.md", "decisions run on", lambda law: [(one.number, one.level) for one in printed(law)] == [(str(number), "decision") for number in range(1, 31)]),
    ("policies/SN/releve_decisions_eau_potable_2024.md", "sections are letters", lambda law: words(law, "7").count("\n## ") == 0),
    ("policies/JO/ai_strategy_2023_2027.md", "objectives by word", lambda law: [(one.word, one.number) for one in printed(law) if "/" not in one.number] == [("Objective", number) for number in "12345"]),
    ("policies/AR/plan_apertura_datos_2016.md", "a plan inside a decree", lambda law: numbers(law) == list("123456")),
    ("policies/IN/ndc_updated_2022.txt", "a flat list of eight", lambda law: [one.number for one in printed(law)] == list("12345678")),
    ("policies/ZM/7ndp_2017_2021.txt", "the period is the only date", lambda law: law.date == "2017"),
    ("policies/UN/unfccc_decision_1_cp21_2015.txt", "paragraphs, and a treaty annexed", lambda law: law.provisions[0].level == "paragraph" and len(law.other) == 29),
]  # fmt: skip


@pytest.mark.parametrize(("path", "trap", "holds"), TRAPS)
def test_trap(shared: Path, path: str, trap: str, holds: Callable[[Instrument], object]) -> None:
    assert holds(read(shared / "corpora" / path)), trap


def test_an_akoma_ntoso_file_without_a_body_is_refused(shared: Path) -> None:
    with pytest.raises(Problem):
        import_file(shared / "corpora" / "laws" / "ZA" / "za-jhb-2009-empty.akn.xml", "policy")


ASKED = ("releve_decisions_eau_potable_2024.md", "unfccc_decision_1_cp21_2015.txt", "ndc_3_provisional_2025.txt")
APPROVING = ("regulation", "circular")  # what approves a policy, and a circular


def test_every_policy_is_one_and_its_title_is_no_mark_of_a_page(shared: Path) -> None:
    files = [
        path for path in sorted((shared / "corpora" / "policies").rglob("*.*")) if path.name not in ("NOTES.md", "SOURCES.md")
    ]
    told = {path.name: read(path) for path in files}
    assert [name for name, law in told.items() if law.hierarchy not in ("policy", *APPROVING)] == []
    assert {name for name, law in told.items() if any(one.where == "hierarchy" for one in law.warnings)} <= set(ASKED)
    assert [law.title for law in told.values() if law.title.startswith(("[", "Source", "Republic", "Type"))] == []
