"""An article that gives way to the laws as a whole, one that does so for one matter only, and a policy that a law makes binding.

Every law here is invented, of invented States.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check import check
from tests.unit.check.test_document import draft
from tests.unit.check.test_higher_law import CLAUSE, STATUTE, THIRTY, statute, text

LANGUAGES = ("en", "fr", "es", "pt")
GENERAL = {
    "en": [
        "This Agreement shall be implemented in accordance with the laws and regulations of each Party.",
        "All activities under this Agreement shall be subject to the national laws of the Parties.",
        "Nothing in this Agreement shall be construed as derogating from the laws in force in either country.",
        "The Parties shall cooperate within the framework of their respective legislation.",
        "In carrying out this Agreement the Parties shall respect the laws of the host country.",
    ],
    "fr": [
        "Le présent Accord est mis en œuvre conformément aux lois et règlements de chaque Partie.",
        "Toutes les activités menées au titre du présent Accord sont soumises aux lois nationales des Parties.",
        "Aucune disposition du présent Accord ne peut être interprétée comme dérogeant aux lois en vigueur dans l'un ou l'autre pays.",
        "Les Parties coopèrent dans le cadre de leurs législations respectives.",
        "Dans l'exécution du présent Accord, les Parties respectent les lois du pays hôte.",
    ],
    "es": [
        "El presente Acuerdo se ejecutará de conformidad con las leyes y reglamentos de cada Parte.",
        "Todas las actividades realizadas en virtud del presente Acuerdo estarán sujetas a las leyes nacionales de las Partes.",
        "Ninguna disposición del presente Acuerdo se interpretará como derogación de las leyes vigentes en cualquiera de los países.",
        "Las Partes cooperarán en el marco de sus respectivas legislaciones.",
        "En la ejecución del presente Acuerdo las Partes respetarán las leyes del país anfitrión.",
    ],
    "pt": [
        "O presente Acordo será executado em conformidade com as leis e regulamentos de cada Parte.",
        "Todas as atividades realizadas ao abrigo do presente Acordo estão sujeitas às leis nacionais das Partes.",
        "Nenhuma disposição do presente Acordo pode ser interpretada como derrogação das leis em vigor em qualquer dos países.",
        "As Partes cooperam no quadro das respetivas legislações.",
        "Na execução do presente Acordo as Partes respeitam as leis do país anfitrião.",
    ],
}
OF_ONE_MATTER = {
    "en": [
        "Experts shall respect the laws of the host country during their stay.",
        "This Agreement shall apply notwithstanding the laws of either Party.",
        "Equipment shall be imported in accordance with the customs laws of each Party.",
    ],
    "fr": [
        "Les experts respectent les lois du pays hôte pendant leur séjour.",
        "Le présent Accord s'applique nonobstant les lois de l'une ou l'autre Partie.",
        "Le matériel est importé conformément aux lois douanières de chaque Partie.",
    ],
    "es": [
        "Los expertos respetarán las leyes del país anfitrión durante su estancia.",
        "El presente Acuerdo se aplicará no obstante las leyes de cualquiera de las Partes.",
        "El equipo se importará de conformidad con las leyes aduaneras de cada Parte.",
    ],
    "pt": [
        "Os peritos respeitam as leis do país anfitrião durante a sua estada.",
        "O presente Acordo aplica-se não obstante as leis de qualquer das Partes.",
        "O equipamento é importado em conformidade com as leis aduaneiras de cada Parte.",
    ],
}
# The title of a policy, a law that makes it binding, one that only speaks of it, one that makes another binding.
MADE = {
    "en": [
        "Land Policy of Zubaria",
        "The Land Policy of Zubaria shall be binding on every public body.",
        "The Land Policy of Zubaria shall be reviewed every five years.",
        "The Seed Policy shall be binding on every public body.",
    ],
    "fr": [
        "Politique foncière de Zubaria",
        "La Politique foncière de Zubaria s'impose à tous les organismes publics.",
        "La Politique foncière de Zubaria est révisée tous les cinq ans.",
        "La Politique semencière s'impose à tous les organismes publics.",
    ],
    "es": [
        "Política de Tierras de Zubaria",
        "La Política de Tierras de Zubaria es de cumplimiento obligatorio para todos los organismos públicos.",
        "La Política de Tierras de Zubaria se revisará cada cinco años.",
        "La Política de Semillas es de cumplimiento obligatorio para todos los organismos públicos.",
    ],
    "pt": [
        "Política de Terras de Zubaria",
        "A Política de Terras de Zubaria é de cumprimento obrigatório para todos os organismos públicos.",
        "A Política de Terras de Zubaria é revista de cinco em cinco anos.",
        "A Política de Sementes é de cumprimento obrigatório para todos os organismos públicos.",
    ],
}
DEFYING = {
    "en": "Notwithstanding any law, the Ministry shall grant the Company, a foreign company, a lease of public land for forty years.",
    "fr": "Nonobstant toute loi, le Ministère accorde à la Société, société étrangère, un bail des terres publiques pour quarante ans.",
    "es": "No obstante cualquier ley, el Ministerio otorgará a la Sociedad, sociedad extranjera, el arrendamiento de tierras públicas por cuarenta años.",
    "pt": "Não obstante qualquer lei, o Ministério concederá à Sociedade, sociedade estrangeira, o arrendamento de terras públicas por quarenta anos.",
}


@each_row("number", range(5))
@each_row("lang", LANGUAGES)
def test_a_general_article_lowers_a_specific_contrary_clause_and_does_not_silence_it(lang: str, number: int) -> None:
    report = check(draft(CLAUSE[lang], GENERAL[lang][number], lang=lang), [statute(lang)])
    (one,) = report.findings
    assert (one.clause and one.clause.number, one.type, one.severity) == ("1", "limit", "medium") and " 2" in one.reason


@each_row("number", range(3))
@each_row("lang", LANGUAGES)
def test_an_article_on_one_matter_or_against_the_laws_lowers_nothing(lang: str, number: int) -> None:
    report = check(draft(CLAUSE[lang], OF_ONE_MATTER[lang][number], lang=lang), [statute(lang)])
    assert [one.severity for one in report.findings if one.type == "limit"] == ["high"]


@each_row("lang", LANGUAGES)
def test_a_clause_that_defies_the_law_and_a_breach_of_the_constitution_keep_their_weight(lang: str) -> None:
    defying = check(draft(DEFYING[lang], GENERAL[lang][0], lang=lang), [statute(lang)])
    highest = text(lang, STATUTE[lang].format(THIRTY[lang][0]), "Constitution", "constitution")
    constitution = check(draft(CLAUSE[lang], GENERAL[lang][0], lang=lang), [highest])
    assert [one.severity for one in (*defying.findings, *constitution.findings)] == ["high", "high"]


@each_row("number", [1, 2, 3])
@each_row("lang", LANGUAGES)
def test_a_policy_that_a_statute_makes_binding_weighs_more(lang: str, number: int) -> None:
    policy = text(lang, STATUTE[lang].format(THIRTY[lang][0]), MADE[lang][0], "policy")
    (one,) = check(draft(CLAUSE[lang], lang=lang), [policy, text(lang, MADE[lang][number], "Act", "act")]).findings
    assert one.severity == ("medium" if number == 1 else "low") and ("Act" in one.reason) is (number == 1)


@each_row("lang", LANGUAGES)
def test_another_states_law_makes_no_policy_binding(lang: str) -> None:
    policy = text(lang, STATUTE[lang].format(THIRTY[lang][0]), MADE[lang][0], "policy")
    other = text(lang, MADE[lang][1], "Act", "act", country="YY")
    assert [one.severity for one in check(draft(CLAUSE[lang], lang=lang), [policy, other]).findings] == ["low"]
