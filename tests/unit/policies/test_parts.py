"""Parts of a provision: numbers as one cites them, and the words that a point goes on from."""

from ssc_drafter.policies.parts import Part, parts


def numbers(text: str, number: str = "6") -> list[str]:
    return [part.number for part in parts(number, f"art_{number}", text, 0, len(text))]


def part(text: str, number: str) -> Part:
    return next(one for one in parts("6", "art_6", text, 0, len(text)) if one.number == number)


def test_subsections_points_and_subpoints() -> None:
    text = "6. Powers\n(1) The Office shall— (a) keep a list; (b) pay— (i) rent; and (ii) wages; and (c) report. (2) It may not lend."
    assert numbers(text) == ["6(1)", "6(1)(a)", "6(1)(b)", "6(1)(b)(i)", "6(1)(b)(ii)", "6(1)(c)", "6(2)"]
    point = part(text, "6(1)(b)(ii)")
    assert text[point.start : point.end].strip() == "(ii) wages; and"
    assert text[point.lead_start : point.lead_end].strip() == "(b) pay—"
    assert point.address == "art_6__para_1__point_b__point_ii"


def test_a_reference_opens_nothing() -> None:
    assert numbers("6. (1) Subject to subsections (2) and (3), no fee is due. (2) A fee may be asked.") == ["6(1)", "6(2)"]


def test_the_letter_i_after_h() -> None:
    text = "\n".join(f"({letter}) point;" for letter in "abcdefghij")
    assert numbers(text)[-2:] == ["6(i)", "6(j)"]


def test_roman_one_begins_below_a_letter() -> None:
    assert numbers("(a) one:\n(i) two;\n(ii) three;\n(b) four.") == ["6(a)", "6(a)(i)", "6(a)(ii)", "6(b)"]


def test_inserted_letters() -> None:
    assert numbers("(c) before\n(a) one;\n(aa) two;\n(b) three.") == ["6(a)", "6(aa)", "6(b)"]


def test_spanish_points() -> None:
    assert numbers("Artículo 6.- Son deberes:\na) informar;\nb) pagar:\n1. en plazo;\n2. en forma;\nc) rendir cuentas.") == [
        "6(a)",
        "6(b)",
        "6(b)(1)",
        "6(b)(2)",
        "6(c)",
    ]


def test_decimal_numbers_are_whole_citations() -> None:
    assert numbers("Artículo 6. Tasa\n6.1 La tasa es anual.\n6.2 Se paga en enero.") == ["6.1", "6.2"]


def test_portuguese_paragraphs_stand_beside_the_points() -> None:
    text = "Art. 6º São casos:\nI - cessão;\nII - uso.\n§ 1º O prazo é de um ano.\n§ 2º O prazo pode ser prorrogado."
    assert numbers(text) == ["6(I)", "6(II)", "6(1)", "6(2)"]


def test_no_parts() -> None:
    assert numbers("6. The Agreement is in force.") == []


def test_points_with_a_sign_of_degree() -> None:
    listed = "Article 6. - L'Autorité :\n1° tient un registre ;\n2° le publie :\na) chaque an ;\nb) en ligne."
    assert numbers(listed) == ["6(1)", "6(2)", "6(2)(a)", "6(2)(b)"]
    assert numbers("Artículo 6.- Son deberes: 1.º Informar. 2.º Responder.") == ["6(1)", "6(2)"]
    assert numbers("Article 6\n1. Le bureau :\n1° ouvre ;\n2° ferme.\n2. Il rend compte.") == [
        "6(1)",
        "6(1)(1)",
        "6(1)(2)",
        "6(2)",
    ]


def test_a_degree_or_the_number_of_an_article_is_no_point() -> None:
    assert numbers("Article 6\nLe point est à\n1° nord et non à\n3° nord.") == []
    assert numbers("Artículo 6.- Rige la tasa. (Sustituido por art.\n1° de la Ley 5, y por art.\n2° de la Ley 9.)") == []
