"""Names with their little words. Sources: UNTERM; Grevisse, Le bon usage, on articles before names of countries."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.language.names import capital, forms, locative, this
from ssc_drafter.language.states import long_name, short_name
from ssc_drafter.language.tongue import tongue

FRENCH = [  # code, with article, de, à, lieu
    ("KE", "le Kenya", "du Kenya", "au Kenya", "au Kenya"),
    ("SN", "le Sénégal", "du Sénégal", "au Sénégal", "au Sénégal"),
    ("MZ", "le Mozambique", "du Mozambique", "au Mozambique", "au Mozambique"),
    ("ZW", "le Zimbabwe", "du Zimbabwe", "au Zimbabwe", "au Zimbabwe"),
    ("MX", "le Mexique", "du Mexique", "au Mexique", "au Mexique"),
    ("CI", "la Côte d’Ivoire", "de la Côte d’Ivoire", "à la Côte d’Ivoire", "en Côte d’Ivoire"),
    ("CO", "la Colombie", "de la Colombie", "à la Colombie", "en Colombie"),
    ("IN", "l’Inde", "de l’Inde", "à l’Inde", "en Inde"),
    ("ID", "l’Indonésie", "de l’Indonésie", "à l’Indonésie", "en Indonésie"),
    ("UG", "l’Ouganda", "de l’Ouganda", "à l’Ouganda", "en Ouganda"),
    ("AO", "l’Angola", "de l’Angola", "à l’Angola", "en Angola"),
    ("PH", "les Philippines", "des Philippines", "aux Philippines", "aux Philippines"),
    ("KM", "les Comores", "des Comores", "aux Comores", "aux Comores"),
    ("SC", "les Seychelles", "des Seychelles", "aux Seychelles", "aux Seychelles"),
    ("CU", "Cuba", "de Cuba", "à Cuba", "à Cuba"),
    ("MG", "Madagascar", "de Madagascar", "à Madagascar", "à Madagascar"),
    ("HT", "Haïti", "d’Haïti", "à Haïti", "en Haïti"),
    ("OM", "Oman", "d’Oman", "à Oman", "à Oman"),
    ("HN", "le Honduras", "du Honduras", "au Honduras", "au Honduras"),
]
ENGLISH = [
    ("KE", "Kenya", "of Kenya", "in Kenya"),
    ("GM", "the Gambia", "of the Gambia", "in the Gambia"),
    ("PH", "the Philippines", "of the Philippines", "in the Philippines"),
    ("SD", "the Sudan", "of the Sudan", "in the Sudan"),
    ("NE", "the Niger", "of the Niger", "in the Niger"),
    ("CG", "the Congo", "of the Congo", "in the Congo"),
    ("KM", "the Comoros", "of the Comoros", "in the Comoros"),
    ("MV", "Maldives", "of Maldives", "in Maldives"),
    ("SC", "Seychelles", "of Seychelles", "in Seychelles"),
]


@each_row(("code", "name", "of", "to", "where"), FRENCH)
def test_french_names_of_countries(code: str, name: str, of: str, to: str, where: str) -> None:
    short = short_name(code, "fr")
    gender = tongue("fr").country_gender(code)
    made = forms(short, gender, "fr")
    assert (made.name, made.of, made.to, locative(short, gender, "fr", code)) == (name, of, to, where)


@each_row(("code", "name", "of", "where"), ENGLISH)
def test_english_names_of_countries(code: str, name: str, of: str, where: str) -> None:
    short = short_name(code, "en")
    gender = tongue("en").country_gender(code)
    assert (forms(short, gender, "en").name, forms(short, gender, "en").of, locative(short, gender, "en")) == (name, of, where)


@each_row(
    ("code", "lang", "wanted"),
    [
        ("KE", "en", "Republic of Kenya"),
        ("KE", "fr", "République du Kenya"),
        ("CO", "fr", "République de Colombie"),
        ("IN", "fr", "République de l’Inde"),
        ("HT", "fr", "République d’Haïti"),
        ("PH", "fr", "République des Philippines"),
        ("CI", "fr", "République de Côte d’Ivoire"),
        ("BR", "es", "República Federativa del Brasil"),
        ("PY", "es", "República del Paraguay"),
        ("CO", "es", "República de Colombia"),
        ("SV", "es", "República de El Salvador"),
        ("UY", "es", "República Oriental del Uruguay"),
        ("VN", "es", "República Socialista de Viet Nam"),
    ],
)
def test_long_names(code: str, lang: str, wanted: str) -> None:
    assert long_name(code, lang) == wanted


@each_row(
    ("lang", "name", "gender", "wanted"),
    [
        ("en", "Agreement", "none", ("this Agreement", "of this Agreement", "under this Agreement")),
        ("fr", "Accord", "m", ("le présent Accord", "du présent Accord", "en vertu du présent Accord")),
        (
            "fr",
            "Convention",
            "f",
            ("la présente Convention", "de la présente Convention", "en vertu de la présente Convention"),
        ),
        ("fr", "Pouvoirs", "plural", ("les présents Pouvoirs", "des présents Pouvoirs", "en vertu des présents Pouvoirs")),
        (
            "es",
            "Poderes",
            "plural",
            ("los presentes Poderes", "de los presentes Poderes", "en virtud de los presentes Poderes"),
        ),
        ("es", "Notas", "fplural", ("las presentes Notas", "de las presentes Notas", "en virtud de las presentes Notas")),
        ("pt", "Notas", "fplural", ("as presentes Notas", "das presentes Notas", "nos termos das presentes Notas")),
    ],
)
def test_this_instrument(lang: str, name: str, gender: str, wanted: tuple[str, str, str]) -> None:
    made = this(name, gender, lang)
    assert (made.name, made.of, made.under) == wanted


def test_capital_keeps_accents() -> None:
    assert capital("état") == "État"


DEPENDENT = """AX AI AS AQ TF BQ BL BM BV CC CK CW CX EH FO FK GG GI GP GL GF GU HK HM IM IO JE KY MO MF MP MS MQ YT NC NF PN PR PF
    RE GS SH SJ PM SX TC TK UM VG VI WF AW"""  # territories that do not sign for themselves


def test_every_member_of_the_united_nations_has_an_article_of_its_own_in_french() -> None:
    """A country that stands in no table would take the masculine by default: none may."""
    import pycountry

    listed = {code for codes in tongue("fr").countries.values() for code in codes.split()}
    dependent = set(DEPENDENT.split())
    assert {country.alpha_2 for country in pycountry.countries} - listed - dependent == set()
    assert len([code for codes in tongue("fr").countries.values() for code in codes.split()]) == len(listed)


@each_row(
    ("lang", "code", "of", "where"),
    [
        ("pt", "BR", "do Brasil", "no Brasil"),
        ("pt", "IN", "da Índia", "na Índia"),
        ("pt", "PH", "das Filipinas", "nas Filipinas"),
        ("pt", "KE", "do Quénia", "no Quénia"),
        ("pt", "AO", "de Angola", "em Angola"),
        ("pt", "MZ", "de Moçambique", "em Moçambique"),
        ("pt", "CV", "de Cabo Verde", "em Cabo Verde"),
        ("pt", "CR", "da Costa Rica", "na Costa Rica"),
        ("pt", "CM", "dos Camarões", "nos Camarões"),
        ("pt", "SV", "de El Salvador", "em El Salvador"),
        ("pt", "GW", "da Guiné-Bissau", "na Guiné-Bissau"),
        ("es", "SV", "de El Salvador", "en El Salvador"),
        ("es", "PE", "de Perú", "en Perú"),
        ("es", "AE", "de los Emiratos Árabes Unidos", "en los Emiratos Árabes Unidos"),
        ("es", "DO", "de la República Dominicana", "en la República Dominicana"),
        ("es", "CG", "del Congo", "en el Congo"),
        ("es", "GB", "del Reino Unido", "en el Reino Unido"),
    ],
)
def test_portuguese_and_spanish_names(lang: str, code: str, of: str, where: str) -> None:
    short, gender = short_name(code, lang), tongue(lang).country_gender(code)
    assert (forms(short, gender, lang).of, locative(short, gender, lang, code)) == (of, where)


def test_portuguese_contractions() -> None:
    made = forms("Ministério da Saúde", "m", "pt")
    assert (made.name, made.of, made.to, made.by, made.in_) == (
        "o Ministério da Saúde",
        "do Ministério da Saúde",
        "ao Ministério da Saúde",
        "pelo Ministério da Saúde",
        "no Ministério da Saúde",
    )
