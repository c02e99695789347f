"""Denials turned round, organs put in the place of others, names of organs: the grammar of changed sentences, invented."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.law_told import named
from ssc_drafter.check.restoring import put_by, restored
from ssc_drafter.server.pages.cures import _with_points


@each_row(
    ("lang", "sentence", "turned"),
    [
        ("en", "No order of a judge is needed for such filming.", "An order of a judge is needed for such filming."),
        ("en", "No formalities are required of the importer.", "Formalities are required of the importer."),
        ("en", "No permission shall be asked of them.", "Permission shall be asked of them."),
        ("en", "Entry in any list is not required of the body.", "Entry in the list is required of the body."),
        ("en", "No sample need be drawn in Orvane.", "A sample shall be drawn in Orvane."),
        ("en", "The survey takes the place of any permit.", "The survey does not take the place of any permit."),
        ("fr", "Aucune autorisation du Conseil n'est requise.", "Une autorisation du Conseil est requise."),
        ("fr", "La vente n'est soumise à aucun permis.", "La vente est soumise à un permis."),
        ("fr", "Les lots ne sont pas inspectés.", "Les lots sont inspectés."),
        ("fr", "Le certificat tient lieu de permis.", "Le certificat ne tient pas lieu de permis."),
        ("es", "No se exigirá permiso alguno para la venta.", "Se exigirá permiso para la venta."),
        ("es", "Ninguna licencia será exigida.", "Una licencia será exigida."),
        ("es", "No se pedirá, ni antes ni después, que se acredite el origen.", "Se pedirá que se acredite el origen."),
        ("es", "Los peritos quedan dispensados de inscribirse.", "Los peritos no quedan dispensados de inscribirse."),
        ("pt", "Não se exigirá licença alguma para a venda.", "Exigir-se-á licença para a venda."),
        ("pt", "Nenhuma licença será exigida.", "Uma licença será exigida."),
        ("pt", "Não lhes assiste direito de acesso.", "Assiste-lhes direito de acesso."),
    ],
)  # fmt: skip
def test_a_denial_is_turned_round_by_the_grammar_of_its_language(lang: str, sentence: str, turned: str) -> None:
    assert restored(sentence, lang, (0, len(sentence))) == turned


@each_row(
    ("lang", "sentence"),
    [
        ("en", "The notice shall be given no later than five days before."),
        ("en", "No fee shall be asked, unless the law says so."),
        ("en", "Neither Party shall be heard."),
        ("en", "The seed is sold in Orvane."),
        ("fr", "La vente n'est permise que le lundi."),
        ("es", "El pago se hará en un plazo no mayor de diez días."),
        ("es", "La organización no gubernamental abrirá una oficina."),
        ("pt", "O pagamento far-se-á em prazo não superior a dez dias."),
    ],
)
def test_what_denies_nothing_or_not_simply_is_left(lang: str, sentence: str) -> None:
    assert restored(sentence, lang, (0, len(sentence))) is None


def test_a_denial_far_from_the_words_at_issue_is_left() -> None:
    sentence = (
        "The Office shall be open to all who farm in the two provinces and to their families and guests, no fee being due."
    )
    assert restored(sentence, "en", (0, 10)) is None


@each_row(
    ("lang", "sentence", "other", "put"),
    [
        ("en", "Books shall be audited by a firm of the Committee, once a year.", "by X", "Books shall be audited by X, once a year."),
        ("fr", "Les livres sont vérifiés par un cabinet privé.", "par X", "Les livres sont vérifiés par X."),
        ("es", "Los libros serán revisados únicamente por la firma que elija el Comité.", "por X", "Los libros serán revisados únicamente por X."),
        ("pt", "Os livros serão revistos e auditados pela firma escolhida.", "por X", "Os livros serão revistos e auditados por X."),
    ],
)  # fmt: skip
def test_the_organ_of_the_law_takes_the_place_of_the_one_who_is_named(lang: str, sentence: str, other: str, put: str) -> None:
    assert put_by(sentence, lang, other) == put


@each_row(
    ("lang", "sentence"),
    [
        ("pt", "O Comitê escolherá, por maioria, o sítio."),
        ("es", "Conoce el caso por haber sido árbitro."),
        ("en", "It is done."),
    ],
)
def test_nobody_is_put_where_nobody_acts(lang: str, sentence: str) -> None:
    assert put_by(sentence, lang, "X") is None


@each_row(
    ("lang", "words", "name"),
    [
        ("en", "the Seed Board", "Seed Board"),
        ("en", "Controller of Budget", "Controller of Budget"),
        ("en", "an inspector", ""),
        ("en", "State organs", ""),
        ("en", "Agency in respect of the undertaking", ""),
        ("fr", "Conseil des ministres", "Conseil des ministres"),
        ("fr", "l'Agence des semences", "Agence des semences"),
        ("es", "Las autoridades", ""),
        ("es", "la Comisión Nacional de Semillas", "Comisión Nacional de Semillas"),
        ("pt", "o Congresso Nacional", "Congresso Nacional"),
    ],
)
def test_an_organ_is_named_without_its_article_or_not_at_all(lang: str, words: str, name: str) -> None:
    assert named(words, lang) == name


def test_points_are_put_into_the_draft_as_they_are_edited() -> None:
    assert _with_points("Text:\na) one;\nb) two:\ni) deep;\nc) three.\nEnd") == (
        "Text:\n  (a) one;\n  (b) two:\n    (i) deep;\n  (c) three.\nEnd"
    )
    assert _with_points("Text:\n(h) one;\n(i) two.") == "Text:\n  (h) one;\n  (i) two."
