"""Own words and the answer behind them, as a language joins them. Sources: Grevisse, Le bon usage; RAE; Cunha and Cintra."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.language.joints import meeting

ROWS = [  # language, own words, answer, said together
    ("fr", "Considérant que ", "il manque de sages-femmes", "Considérant qu’il manque de sages-femmes"),
    ("fr", "Considérant que ", "chacun des trois pays", "Considérant que chacun des trois pays"),
    ("fr", "Que ", "aucune", "Qu’aucune"),
    ("fr", "un montant de ", "un million de dollars", "un montant d’un million de dollars"),
    ("fr", "un montant de ", "onze millions de dollars", "un montant de onze millions de dollars"),
    ("fr", "dans un délai de ", "huit (8) jours", "dans un délai de huit (8) jours"),
    ("fr", "dont le siège est à ", "Le Caire", "dont le siège est au Caire"),
    ("fr", "dont le siège est à ", "La Havane", "dont le siège est à La Havane"),
    ("fr", "la demande de ", "le ministère de la Santé", "la demande du ministère de la Santé"),
    ("fr", "la demande de ", "l’Office des eaux", "la demande de l’Office des eaux"),
    ("fr", "afin de ", "les former sur place", "afin de les former sur place"),
    ("fr", "près de ", "Yaoundé", "près de Yaoundé"),
    ("fr", "pour ", "les services", "pour les services"),
    ("es", "saluda a ", "el Ministerio de Relaciones Exteriores", "saluda al Ministerio de Relaciones Exteriores"),
    ("es", "saluda a ", "la Secretaría", "saluda a la Secretaría"),
    ("es", "el Gobierno de ", "El Salvador", "el Gobierno de El Salvador"),
    ("es", "formación y ", "investigación", "formación e investigación"),
    ("es", "salud o ", "otra", "salud u otra"),
    ("pt", "cumprimenta a ", "a Embaixada", "cumprimenta à Embaixada"),
    ("pt", "a pedido de ", "o Ministério da Saúde", "a pedido do Ministério da Saúde"),
    ("pt", "fornecidos por ", "os Serviços de Águas", "fornecidos pelos Serviços de Águas"),
    ("pt", "em ", "a cidade de Karuna", "na cidade de Karuna"),
    ("pt", "a fim de ", "o promover", "a fim de o promover"),
    ("pt", "em ", "Port Orvane", "em Port Orvane"),
    ("en", "of ", "the Ministry of Health", "of the Ministry of Health"),
]


@each_row(("lang", "before", "answer", "together"), ROWS)
def test_own_words_meet_an_answer(lang: str, before: str, answer: str, together: str) -> None:
    assert "".join(meeting(before, answer, lang)) == together


@each_row(
    ("lang", "before", "row", "together"),
    [
        ("fr", "établis, en ", ("anglais", "français"), "établis, en anglais et en français"),
        ("fr", "établis, en ", ("anglais", "arabe", "français"), "établis, en anglais, en arabe et en français"),
        ("fr", "les services de ", ("l’Orvane", "le Karuna"), "les services de l’Orvane et du Karuna"),
        ("fr", "communiqué à ", ("Le Caire", "Oman"), "communiqué au Caire et à Oman"),
        ("fr", "fournies par ", ("l’Orvane", "le Karuna"), "fournies par l’Orvane et le Karuna"),
        ("fr", "établis, en ", ("anglais",), "établis, en anglais"),
        ("es", "redactados en ", ("inglés", "francés"), "redactados en inglés y francés"),
        ("pt", "redigidos em ", ("inglês", "francês"), "redigidos em inglês e francês"),
    ],
)
def test_french_says_its_preposition_again(lang: str, before: str, row: tuple[str, ...], together: str) -> None:
    from ssc_drafter.language.lists import joined

    assert "".join(meeting(before, joined(row, lang), lang, row)) == together
