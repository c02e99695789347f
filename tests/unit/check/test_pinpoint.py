"""A finding names the paragraph or point in which the quoted words stand, and the part and chapter above it."""

from pathlib import Path

from rowwise import each_row

from ssc_drafter import api
from ssc_drafter.check.document.citing import law_place
from ssc_drafter.check.document.quotes import whole
from ssc_drafter.check.norms import read
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.policies.provisions import segment
from ssc_drafter.writers.report.said import cited

EN = """PART II – LICENCES

Chapter 1
Foreign vessels

1. Licences
(1) No foreign vessel shall fish without a licence.
(2) A fee is due:
(a) for a vessel, of 500 dollars;
(b) for a boat, of 100 dollars.

2. Records
Records shall be kept.
"""
FR = """TITRE I – DES LICENCES

Article premier. – (1) Aucun navire ne peut pêcher sans licence.
(2) Le Directeur peut : a) suspendre la licence ; b) retirer la licence.

Article 2. – Les registres sont tenus par le Directeur.
"""
ES = """Capítulo II
De las licencias

Artículo 1.- Licencias
1.1 Ningún buque podrá pescar sin licencia.
1.2 La licencia durará dos años.

Artículo 2.- Registros
Los registros serán públicos.
"""
PT = """CAPÍTULO III
Das licenças

Art. 1º Nenhum navio poderá pescar sem licença.
§ 1º A licença durará dois anos.
§ 2º O Diretor poderá:
I - suspender a licença;
II - cancelar a licença.

Art. 2º Os registros serão públicos.
"""
ROWS = [
    ("en", EN, "No foreign vessel shall fish without a licence.", "1(1)", "Part II, Chapter 1, section 1(1)"),
    ("en", EN, "for a boat, of 100 dollars.", "1(2)(b)", "Part II, Chapter 1, section 1(2)(b)"),
    ("en", EN, "A fee is due:\n(a) for a vessel, of 500 dollars;\n(b) for a boat", "1(2)", "Part II, Chapter 1, section 1(2)"),
    ("en", EN, "Records shall be kept.", "2", "Part II, Chapter 1, section 2"),
    ("fr", FR, "Aucun navire ne peut pêcher sans licence.", "1(1)", "Titre I, article 1(1)"),
    ("fr", FR, "retirer la licence", "1(2)(b)", "Titre I, article 1(2)(b)"),
    ("es", ES, "La licencia durará dos años.", "1.2", "Capítulo II, artículo 1.2"),
    ("pt", PT, "Nenhum navio poderá pescar sem licença.", "1", "Capítulo III, artigo 1"),
    ("pt", PT, "cancelar a licença.", "1(2)(II)", "Capítulo III, artigo 1(2)(II)"),
]


@each_row(("lang", "text", "quote", "number", "place"), ROWS)
def test_where_the_quoted_words_stand(lang: str, text: str, quote: str, number: str, place: str) -> None:
    law = Instrument("Act", "XO", lang, text, "0", segment(text, lang).provisions)
    start = text.index(quote)
    provision = next(one for one in law.provisions if one.start <= start < one.end)
    found = law_place(law, provision, start, start + len(quote))
    assert (found.number, found.pinpoint, found.quote) == (provision.number, number, quote)
    policy = {
        "instrument": "Act", "country": "XO", "number": found.number, "level": found.level, "pinpoint": found.pinpoint,
        "within": [{"label": each.label, "heading": each.heading} for each in found.within],
    }  # fmt: skip
    assert cited(policy, lang) == f"Act (XO), {place}"


def test_a_place_of_an_older_report_is_cited_by_its_number() -> None:
    assert cited({"instrument": "Act", "country": "XO", "number": "31(1)"}, "en") == "Act (XO), 31(1)"


HEADED = [
    ("en", "2.1 Fleet\nThe State will import no bus after 2026.\n2.2 Local content\nAll buses will be made at home."),
    ("en", "(1) Combustion engines\nNo person shall import a bus.\n\n(2) Buses\nEvery bus shall be made at home."),
    ("fr", "2.1 Parc automobile\nL'État n'importera aucun autobus.\n2.2 Production\nLes autobus seront fabriqués au pays."),
    ("es", "2.1 Flota\nEl Estado no importará buses.\n2.2 Producción local\nLos buses se fabricarán en el país."),
    ("pt", "2.1 Frota\nO Estado não importará ônibus.\n2.2 Produção local\nOs ônibus serão fabricados no país."),
]


def quoted(text: str, lang: str) -> list[str]:
    reading = read(text, lang)
    spans = [whole(reading, (one.end - 2, one.end - 1)) for one in reading.sentences]
    return [text[start:end] for start, end in spans]


@each_row(("lang", "text"), HEADED)
def test_the_heading_of_a_subsection_is_no_part_of_a_quote(lang: str, text: str) -> None:
    assert quoted(text, lang) == [line for line in text.split("\n") if line.endswith(".")]


def test_a_line_that_goes_on_is_no_heading() -> None:
    assert quoted("2.1 The Minister shall\nreport to the House each year.", "en") == [
        "The Minister shall\nreport to the House each year."
    ]
    assert quoted("The Minister shall report to\nParliament each year.", "en") == [
        "The Minister shall report to\nParliament each year."
    ]


YEARS = [
    ("en", "No bus is imported after 2026. All buses are made at home.", 2),
    ("fr", "Aucun bus n'est importé après 2026. Les bus sont fabriqués au pays.", 2),
    ("es", "No se importan buses después de 2026. Los buses se fabrican en el país.", 2),
    ("pt", "Nenhum ônibus será importado após 2026. Os ônibus são fabricados no país.", 2),
    ("en", "The fee is due under section 12. of the Act as it stands.", 1),
]


@each_row(("lang", "text", "count"), YEARS)
def test_a_year_ends_a_sentence_and_the_number_of_a_unit_does_not(lang: str, text: str, count: int) -> None:
    assert len(read(text, lang).sentences) == count


def test_a_finding_bears_pinpoint_and_part(tmp_path: Path) -> None:
    law, draft = tmp_path / "XO" / "act.txt", tmp_path / "draft.txt"
    law.parent.mkdir()
    law.write_text("Fisheries Act\n\n" + EN, "utf-8")
    draft.write_text(
        "AGREEMENT ON FISHERIES\n\nThe Parties have agreed as follows:\n\nArticle 1. Access\n"
        "Foreign vessels may fish in the waters of the Republic without a licence.\n\n"
        "Article 2. Term\nThis Agreement lasts two years.\n",
        "utf-8",
    )
    found = api.check(api.read(draft), api.Policies.open(law.parent.parent / "XO"), countries=["XO"]).findings[0].policy
    assert (found.number, found.level, found.pinpoint) == ("1", "section", "1(1)")
    assert [one.shown for one in found.within] == ["Part II (LICENCES)", "Chapter 1 (Foreign vessels)"]
