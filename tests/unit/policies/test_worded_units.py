"""Policies whose units are headed by words, in four languages; numbered ones stay what they are."""

from rowwise import each_row

from ssc_drafter.policies.provisions import Segments, segment

EN = """NATIONAL FISHERIES POLICY

First Objective: Keep the stock
The State will keep the stock at the level of 2020.

Strategy 1.1: Close seasons will be set each year by the Ministry.
Strategy 1.2: No licence will be given to foreign vessels after 2027.

Second Objective: Markets
1. Prices will be public.
2. Quality will be certified.

Goal 3. Data
Data of catches will be open.
"""
FR = """STRATÉGIE NATIONALE DE LA PÊCHE

AXE STRATÉGIQUE 1 : RESSOURCES

Objectif spécifique 1.1 : Conserver la ressource
Le Ministère fixera les périodes de repos biologique.

Objectif spécifique 1.2 : Flotte étrangère
Aucune licence ne sera délivrée aux navires étrangers après 2027.

AXE STRATÉGIQUE 2 : MARCHÉ

Action 2.1.1 : Publier les prix
Les prix seront publiés chaque semaine.
"""
ES = """POLÍTICA NACIONAL DE PESCA

Eje 1. Recursos

Objetivo 1. Conservar los recursos
El Estado conservará los recursos pesqueros.

Lineamiento 1.1. Vedas
Las vedas se fijarán cada año.

Eje 2. Mercado

Línea de acción 2.1 Precios
Los precios serán públicos.

Meta 1
Aumentar el consumo en 20 % al 2030.
"""
PT = """POLÍTICA NACIONAL DAS PESCAS

Eixo 1 – Recursos

Diretriz 1.1: Frota
Não serão concedidas licenças a navios estrangeiros.

Estratégia 1.2: Dados
Os dados serão públicos.

Eixo 2 – Mercado

Meta 1
Aumentar o consumo em 20 % até 2030.
"""
ROWS = [
    (
        "en",
        EN,
        [
            ("1", "Objective", "Keep the stock", ""),
            ("1.1", "Strategy", None, "Objective 1"),
            ("1.2", "Strategy", None, "Objective 1"),
            ("2", "Objective", "Markets", ""),
            ("3", "Goal", "Data", ""),
        ],
    ),
    (
        "fr",
        FR,
        [
            ("1.1", "Objectif spécifique", "Conserver la ressource", "Axe stratégique 1"),
            ("1.2", "Objectif spécifique", "Flotte étrangère", "Axe stratégique 1"),
            ("2.1.1", "Action", "Publier les prix", "Axe stratégique 2"),
        ],
    ),
    (
        "es",
        ES,
        [
            ("Objetivo 1", "", "Conservar los recursos", "Eje 1"),
            ("1.1", "Lineamiento", "Vedas", "Eje 1, Objetivo 1"),
            ("2.1", "Línea de acción", "Precios", "Eje 2"),
            ("Meta 1", "", None, "Eje 2"),
        ],
    ),
    (
        "pt",
        PT,
        [
            ("1.1", "Diretriz", "Frota", "Eixo 1"),
            ("1.2", "Estratégia", "Dados", "Eixo 1"),
            ("1", "Meta", None, "Eixo 2"),
        ],
    ),
]


def shown(found: Segments) -> list[tuple[str, str, str | None, str]]:
    return [(one.number, one.word, one.heading, ", ".join(each.label for each in one.within)) for one in found.provisions]


@each_row(("lang", "text", "expected"), ROWS)
def test_units_headed_by_words(lang: str, text: str, expected: list[tuple[str, str, str | None, str]]) -> None:
    found = segment(text, lang, plan=True)
    assert shown(found) == expected
    assert len({one.address for one in found.provisions}) == len(expected)


def test_what_a_unit_holds_are_its_own_words() -> None:
    found = segment(EN, "en", plan=True).provisions
    assert (
        EN[found[3].start : found[3].end]
        == "Second Objective: Markets\n1. Prices will be public.\n2. Quality will be certified."
    )


NUMBERED = """NATIONAL PLAN

1. Vision
The vision rests on Objective 1, Objective 2 and Objective 3 of the old plan, which are kept.

2. Measures
Goal 1: The State will plant trees in every town.

3. Review
The plan will be reviewed every five years.
"""


@each_row(
    ("text", "plan"),
    [
        (NUMBERED, True),  # one heading by word is none
        (EN, False),  # an act is not cut by such words
    ],
)
def test_other_texts_are_not_cut_by_words(text: str, plan: bool) -> None:
    assert not any(one.word for one in segment(text, "en", plan=plan).provisions)


def test_objectives_within_numbered_sections_do_not_replace_them() -> None:
    sections = "\n\n".join(
        f"{number}. Sector {number}\nThe sector is large and it grows year by year.\n"
        f"Objective {number}: Growth\nIt will grow by ten percent each year until 2030."
        for number in range(1, 6)
    )
    assert [one.number for one in segment(f"NATIONAL PLAN\n\n{sections}", "en", plan=True).provisions] == list("12345")


def test_a_number_that_comes_again_is_told_by_what_it_stands_in() -> None:
    text = "PLAN NACIONAL\n\n" + "\n\n".join(
        f"Eje {eje}. Tema\n\nObjetivo 1. Mejorar\nSe mejorará el tema {eje}.\n\nObjetivo 2. Medir\nSe medirá el tema {eje}."
        for eje in (1, 2)
    )
    assert [one.number for one in segment(text, "es", plan=True).provisions] == [
        "Eje 1, Objetivo 1", "Eje 1, Objetivo 2", "Eje 2, Objetivo 1", "Eje 2, Objetivo 2",
    ]  # fmt: skip
