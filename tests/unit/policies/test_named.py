"""A theme for a title gets the number of its law; an act that approves a policy which is not in the file is said."""

from rowwise import each_row

from ssc_drafter.policies.facts import Facts, facts_of
from ssc_drafter.policies.named import numbered_title, only_approves
from ssc_drafter.policies.provisions import segment
from ssc_drafter.policies.ranked import hierarchy_in, rank_of
from ssc_drafter.readers.imported import import_source
from ssc_drafter.readers.source import Source

TITLES = [
    ("es", "HABEAS DATA", "HABEAS DATA\n\nPROTECCION DE DATOS\n\nLey 25.326\n\n", "HABEAS DATA (Ley 25.326)"),
    ("es", "REGIMEN", "REGIMEN\n\nLey Nº 20.247\n\n", "REGIMEN (Ley Nº 20.247)"),
    ("es", "LEY DE TIERRAS", "LEY DE TIERRAS\nLey 20.247\n\n", "LEY DE TIERRAS"),
    ("es", "Régimen de tierras", "Régimen de tierras\nLey 20.247\n\n", "Régimen de tierras"),
    ("pt", "TERRAS PÚBLICAS", "TERRAS PÚBLICAS\nLei nº 1.205\n\n", "TERRAS PÚBLICAS (Lei nº 1.205)"),
    ("fr", "TERRES", "TERRES\nLoi n° 2005-12\n\n", "TERRES (Loi n° 2005-12)"),
    ("en", "LAND", "LAND\nAct No 12\n\n", "LAND (Act No 12)"),
    ("en", "LAND", "LAND\nSee also Act No 12 on water.\n\n", "LAND"),
]


@each_row(("lang", "title", "head", "expected"), TITLES)
def test_a_theme_alone_gets_the_number_of_the_law(lang: str, title: str, head: str, expected: str) -> None:
    assert numbered_title(title, head, lang, ()) == expected


APPROVALS = [
    (
        "en",
        "1. Approval\nThe Minister approves the National Water Policy 2030.\n\n2. Publication\nThis Order is published.",
        True,
    ),
    ("fr", "Article 1. – Est approuvée la politique nationale de l'eau.\n\nArticle 2. – Le présent décret sera publié.", True),
    ("es", "Artículo 1.- Apruébase la Política Nacional del Agua al 2030.\n\nArtículo 2.- El decreto se publica.", True),
    ("pt", "Art. 1º Fica aprovada a Política Nacional da Água.\n\nArt. 2º Este Decreto será publicado.", True),
    ("es", "Artículo 1.- La oficina abre a diario.\n\nArtículo 2.- El decreto se publica.", False),
    (
        "es",
        "Artículo 1.- Apruébase el plan de agua.\n\nArtículo 2.- Se publica.\n\nANEXO\n\n" + "El plan dice mucho. " * 400,
        False,
    ),
]


@each_row(("lang", "text", "said"), APPROVALS)
def test_an_approval_without_what_it_approves_is_said(lang: str, text: str, said: bool) -> None:
    found = segment(text, lang)
    assert bool(only_approves(text, lang, "", found.provisions, found.other, "en")) is said


@each_row(
    ("title", "rank"),
    [
        ("Constitution of Zambia Act, 2016", "act"),
        ("The Constitution of Zambia", "constitution"),
        ("Constitution (Amendment) Act, 2016", "constitution"),
        ("Constitución Política", "constitution"),
    ],
)
def test_an_act_that_brings_a_constitution_in_is_none(title: str, rank: str) -> None:
    assert hierarchy_in(title) == rank


@each_row(
    ("title", "rank"),
    [
        ("The Foreign Contribution (Regulation) Act, 2010", "act"),
        ("Diplomatic Relations (Vienna Convention) Act, 1972", "act"),
        ("Seeds Policy (Fees) Rules of 2012", "regulation"),
        ("Customs Agreement Act (Act 12 of 2001)", "act"),
        ("National Seeds Policy", "policy"),
        ("Guidelines on the Data Protection Act, 2012", "policy"),
        ("Nationally Determined Contribution", "policy"),
        ("Convention on Seeds", "treaty"),
        ("Política ambiental nacional (Ley 25.675)", "act"),
        ("Ley de política ambiental", "act"),
        ("Reglamento de la Ley de Semillas", "regulation"),
        ("Code des marchés publics (Décret n° 2022-2295)", "regulation"),
        ("Décret portant code de la route", "regulation"),
        ("Plano nacional de sementes", "policy"),
        ("Seeds of Orvane", None),
    ],
)
def test_the_head_of_a_name_tells_the_rank(title: str, rank: str | None) -> None:
    assert hierarchy_in(title) == rank


@each_row(
    ("title", "text", "rank"),
    [
        ("(Edição de bolso)", "(Edição de bolso)\nDECRETO Nº 4.100, DE 3 DE MAIO DE 2011.\nArt. 1º ...", "regulation"),
        ("Semences", "Semences\n\nLOI N° 2011-4 du 3 mai 2011\nArticle 1. ...", "act"),
        ("Semences", "Semences\nVu le décret n° 2011-4\nArticle 1. ...", None),
        ("Loi sur les semences", "Loi sur les semences\nDécret n° 3-11\n", "act"),
    ],
)
def test_a_title_without_rank_leaves_it_to_the_number_in_the_head(title: str, text: str, rank: str | None) -> None:
    assert rank_of(title, text) == rank


def test_a_constitution_that_a_collection_calls_an_act_is_one_and_said() -> None:
    facts = facts_of({"title": "CONSTITUCION NACIONAL", "rank": "ley"}, Facts())
    assert facts.hierarchy == "constitution"
    assert "“ley”" in facts.warnings[0].what
    assert facts_of({"title": "Constitución de sociedades", "rank": "ley"}, Facts()).hierarchy == "act"


def test_the_rank_follows_the_title_that_the_facts_give() -> None:
    read = import_source(
        Source("PREFACE\n\n1. Seat\nThe seat is Orva.\n", ()), "x.txt", "policy", "XO", stated={"title": "Harbour By-law, 2014"}
    )
    assert read.facts.hierarchy == "regulation"
