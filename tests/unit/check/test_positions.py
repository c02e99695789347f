"""Positions of the house: held against a draft like provisions, never called law, silent where the clause does what they want."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from rowwise import each_row

from ssc_drafter.check import check
from ssc_drafter.check.finding import Report
from ssc_drafter.errors import Problem
from ssc_drafter.policies import positions
from ssc_drafter.policies.positions import Position
from ssc_drafter.writers.report.said import cited
from tests.unit.check.test_document import draft

SHIPPED = {one.id: replace(one, on=True) for one in positions.shipped()}

# position, language, a clause against it, a clause that fits it
ROWS = [
    ("foreign_courts", "en", "If the dispute is not settled, it shall be submitted to arbitration in Paris.", "Any dispute shall be settled by negotiation; the Parties shall not refer it to any court or tribunal."),
    ("foreign_courts", "fr", "Les différends sont soumis à un tribunal étranger ou à l'arbitrage.", "Tout différend est réglé par la négociation, à l'exclusion de tout recours à une autorité tierce."),
    ("foreign_courts", "es", "Las controversias se someterán a los tribunales de Londres o a arbitraje.", "Las controversias se resolverán mediante negociación entre las Partes."),
    ("foreign_courts", "pt", "As controvérsias serão submetidas a um tribunal arbitral em Paris.", "As controvérsias serão resolvidas por negociação entre as Partes."),
    ("five_years", "en", "This Agreement shall remain in force for eight years.", "This Agreement shall remain in force for four years."),
    ("five_years", "fr", "Le présent Accord reste en vigueur pendant huit ans.", "Le présent Accord reste en vigueur pendant quatre ans."),
    ("five_years", "es", "El presente Acuerdo permanecerá en vigor por ocho años.", "El presente Acuerdo permanecerá en vigor por cuatro años."),
    ("five_years", "pt", "O presente Acordo permanecerá em vigor por oito anos.", "O presente Acordo permanecerá em vigor por quatro anos."),
    ("tax_exemptions", "en", "Experts are exempt from income tax on their salaries.", "Experts pay income tax in accordance with the laws of the host country."),
    ("tax_exemptions", "fr", "Les experts sont exonérés de l'impôt sur le revenu.", "Les experts acquittent l'impôt sur le revenu conformément à la loi."),
    ("tax_exemptions", "es", "Los expertos estarán exentos del impuesto sobre la renta.", "Los expertos pagarán el impuesto sobre la renta conforme a la ley."),
    ("tax_exemptions", "pt", "Os peritos estão isentos do imposto sobre o rendimento.", "Os peritos pagam o imposto sobre o rendimento nos termos da lei."),
]  # fmt: skip
TITLES = {"en": "Memorandum of Understanding", "fr": "Mémorandum d'entente", "es": "Memorando de Entendimiento", "pt": "Memorando de Entendimento"}  # fmt: skip


def held(words: str, *own: Position, lang: str = "en", title: str = "Framework Agreement") -> Report:
    return check(draft(words, lang=lang, title=title), [], positions=own)


@each_row(("name", "lang", "against", "fitting"), ROWS, ids=lambda one: str(one)[:14])
def test_each_shipped_position_speaks_and_is_silent(name: str, lang: str, against: str, fitting: str) -> None:
    title = TITLES[lang] if name == "tax_exemptions" else "Framework Agreement"
    own = SHIPPED[name]
    found = held(against, own, lang=lang, title=title).findings
    assert [one.policy.file for one in found] == [f"positions/{name}"]
    assert found[0].policy.quote == own.text[lang] and found[0].clause and found[0].clause.quote in against
    assert found[0].severity == own.severity
    report = held(fitting, own, lang=lang, title=title)
    assert not report.findings and not report.look


def test_a_position_is_never_said_to_be_law() -> None:
    found = held(ROWS[4][2], SHIPPED["five_years"]).findings[0]
    said = " ".join((found.title, found.reason, *(one.text for one in found.cure))).lower()
    assert "position" in found.title and "the house’s position “At most five years” says" in found.reason.replace(
        "The h", "the h"
    )
    assert not {"law", "unlawful", "forbids"} & set(said.replace(".", " ").split())


CITED = [
    ("en", "The house’s position “At most five years”"),
    ("fr", "La position de la maison « Cinq ans au plus »"),
    ("es", "La posición de la casa «Cinco años como máximo»"),
    ("pt", "A posição da casa «Cinco anos no máximo»"),
]


@each_row(("lang", "said"), CITED)
def test_a_position_is_cited_by_its_title_and_bears_no_number(lang: str, said: str) -> None:
    against = next(row[2] for row in ROWS if row[:2] == ("five_years", lang))
    document = held(against, SHIPPED["five_years"], lang=lang).to_json()
    policy = document["findings"][0]["policy"]
    assert (policy["number"], policy["level"], policy["country"]) == ("", "position", "")
    assert cited(policy, lang) == said == cited({**policy, "level": "", "number": "1"}, lang)


def test_shipped_positions_are_switched_off() -> None:
    assert positions.shipped() and not any(one.on for one in positions.shipped())
    assert not held(ROWS[4][2], *positions.shipped()).findings


def test_a_position_for_texts_that_do_not_bind_leaves_a_treaty_alone() -> None:
    words = "Experts are exempt from income tax on their salaries."
    assert not held(words, SHIPPED["tax_exemptions"], title="Agreement on Technical Cooperation").findings
    assert held(words, SHIPPED["tax_exemptions"], title="Letter of Intent").findings
    willing = "The Participants will cooperate. The experts of each Participant are exempt from income tax on their salaries."
    assert held(willing, SHIPPED["tax_exemptions"], title="Exchange of Notes").findings


def test_what_was_held_is_named_apart_from_the_laws() -> None:
    report = held(ROWS[4][3], SHIPPED["five_years"])
    assert not report.read and [one.instrument for one in report.positions] == ["At most five years"]
    assert report.to_json()["positions"][0]["file"] == "positions/five_years"


def test_a_plain_text_is_one_position_a_paragraph() -> None:
    own = positions.plain(
        "An agreement shall not remain in force for more than three years.\n\n\nExperts shall not be\npaid in cash.\n"
    )
    assert [(one.number, one.text["en"]) for one in own][1] == (2, "Experts shall not be paid in cash.")
    found = held("This Agreement shall remain in force for four years.", *own).findings
    assert [(one.type, one.policy.number, one.severity) for one in found] == [("limit", "", "low")]


@each_row(
    ("lang", "rule", "against", "fitting"),
    [
        ("en", "The term of an agreement shall not exceed five years.", "This Agreement shall remain in force for seven years.", "This Agreement shall remain in force for four years."),
        ("en", "The term of an agreement shall not exceed five years.", "This Agreement shall remain in force for six years.", "Experts shall have seven years of experience."),
        ("fr", "La durée d'un accord ne dépasse pas cinq ans.", "Le présent Accord reste en vigueur pendant sept ans.", "Le présent Accord reste en vigueur pendant cinq ans."),
        ("es", "Ningún convenio durará más de cinco años.", "El presente Convenio tendrá una duración de siete años.", "El presente Convenio tendrá una duración de tres años."),
        ("pt", "Nenhum acordo pode durar mais de cinco anos.", "O presente Acordo vigora por sete anos.", "O presente Acordo vigora por três anos."),
        ("en", "No agreement shall submit disputes to a court abroad.", "Disputes shall be settled by the courts of England.", "Disputes shall be settled by negotiation between the Parties."),
    ],
)  # fmt: skip
def test_a_rule_of_ones_own_on_the_term_or_on_all_agreements(lang: str, rule: str, against: str, fitting: str) -> None:
    own = positions.made("own", "", rule)
    assert [one.title for one in held(against, own, lang=lang).findings]
    assert not held(fitting, own, lang=lang).findings


def test_a_rule_of_ones_own_without_named_words_is_held_to_what_is_near() -> None:
    own = positions.made("forum", "", "No dispute under an agreement shall be submitted to arbitration.")
    assert held("A dispute under this Agreement shall be submitted to arbitration.", own).findings
    assert not held("The Institute shall send six engineers to the training course.", own).findings


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.toml", "title = [", "cannot be read"),
        ("b.toml", 'text = "No agreement is secret."\ncolour = "red"', "colour"),
        ("c.toml", 'text = "No agreement is secret."\nseverity = "high"', "high"),
        ("d.toml", 'title = "Nothing"', "no rule"),
        ("e.txt", "\n \n", "no rule"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_a_sentence(tmp_path: Path, name: str, text: str, says: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(Problem) as why:
        positions.read(tmp_path / name)
    assert says in why.value.sentence() and name in why.value.sentence()


@each_row(("name", "lang", "against"), [row[:3] for row in ROWS], ids=lambda one: str(one)[:14])
def test_what_would_cure_the_clause_is_tried_against_the_position(name: str, lang: str, against: str) -> None:
    title = TITLES[lang] if name == "tax_exemptions" else "Framework Agreement"
    (one,) = held(against, SHIPPED[name], lang=lang, title=title).findings
    cure, advice = one.cure
    assert cure.verified and not advice.verified
    again = held(cure.text, SHIPPED[name], lang=lang, title=title)
    assert not again.findings and not again.look
