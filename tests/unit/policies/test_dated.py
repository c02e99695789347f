"""What a text says of itself: when it was made, that it was repealed or amended, that it is a bill, when it is in force."""

from rowwise import each_row

from ssc_drafter.policies.dated import ended, told
from ssc_drafter.policies.facts import Facts, with_told
from ssc_drafter.policies.instrument import FORCE
from ssc_drafter.policies.provisions import segment

EN = "1. Short title\nThis Act is the Land Act.\n\n2. Leases\nA lease is for five years.\n"
FR = "Article premier. – La présente loi régit les terres.\n\nArticle 2. – Le bail dure cinq ans.\n"
ES = "Artículo 1.- La presente ley regula las tierras.\n\nArtículo 2.- El arrendamiento dura cinco años.\n"
PT = "Art. 1º Esta Lei regula as terras.\n\nArt. 2º O arrendamento dura cinco anos.\n"

DATES = [
    ("en", "LAND ACT, 2005\n\n[Date of assent: 8th November, 2006]\n", EN, "", "2006-11-08"),
    ("en", "LAND ACT\nAssented to on 3 May 2005\n", EN, "", "2005-05-03"),
    ("en", "LAW N° 66/2018 OF 30/08/2018 REGULATING LAND\n", EN, "", "2018-08-30"),
    ("en", "Land Act, 2005\n", EN, "", "2005"),
    ("en", "Land Act\n", EN, "\nDone at the capital, this 5th day of March, 2019.\n", "2019-03-05"),
    ("en", "National Land Policy 2024-2030\n", EN, "", "2024"),
    ("en", "Land Vision 2030\n", EN, "", None),
    ("en", "Land Act\nTo amend the Water Act of 3 May 2001.\n", EN, "", None),
    ("fr", "Loi n° 2005-12 du 3 mai 2005 relative aux terres\n", FR, "", "2005-05-03"),
    ("fr", "Loi relative aux terres\n", FR, "\nFait à Dakar, le 1er janvier 2008\n", "2008-01-01"),
    ("fr", "Loi relative aux terres\npromulguée le 4 août 2010\n", FR, "", "2010-08-04"),
    ("fr", "Stratégie foncière 2020-2025\n", FR, "", "2020"),
    ("es", "LEY 1205 DE TIERRAS\n\nSancionada: Octubre 4 de 2000.\n", ES, "", "2000-10-04"),
    ("es", "LEY DE TIERRAS\n", ES, "\nDado en la ciudad capital, a los 8 días del mes de noviembre de 2020.\n", "2020-11-08"),
    ("es", "Decreto 117/2016\n", ES, "", "2016"),
    ("pt", "LEI Nº 13.709, DE 14 DE AGOSTO DE 2018\n", PT, "", "2018-08-14"),
    ("pt", "LEI DE TERRAS\n", PT, "\nBrasília, 1º de abril de 2021; 200o da Independência.\n", "2021-04-01"),
    ("pt", "LEI DE TERRAS\nAltera a Lei nº 12.965, de 23 de abril de 2014.\n", PT, "", None),
]


@each_row(("lang", "head", "body", "close", "date"), DATES)
def test_when_a_text_was_made(lang: str, head: str, body: str, close: str, date: str | None) -> None:
    text = f"{head}\n{body}{close}"
    assert told(text, lang, head.split("\n")[0], segment(text, lang).provisions).date == date


STATUSES = [
    ("en", "LAND ACT, 1970\n(Repealed by Act No. 5 of 2005)\n", EN, "repealed"),
    ("en", "LAND ACT, 1970\nAs amended up to 1 March 2020\n", EN, "amended"),
    ("en", "LAND BILL\nA Bill to regulate land\n", EN, "bill"),
    ("en", "LAND ACT\n", EN.replace("2. Leases\nA lease is for five years.", "2. [Repealed by Act No. 5 of 2005]\nNothing."), None),
    ("en", "LAND ACT\nTo amend and repeal the Water Act.\n", EN, None),
    ("fr", "Loi relative aux terres\nAbrogée par la loi n° 2005-12 du 3 mai 2005\n", FR, "repealed"),
    ("fr", "Loi relative aux terres, telle que modifiée par la loi n° 2010-3\n", FR, "amended"),
    ("fr", "PROJET DE LOI relatif aux terres\n", FR, "bill"),
    ("fr", "Loi relative aux terres\n", FR.replace("Le bail dure cinq ans.", "(abrogé par la loi n° 2010-3)"), None),
    ("es", "LEY 70 DE TIERRAS (*)\n\n(*) DEROGADO por la Única Disposición del Decreto N° 023-2021, publicado el 25 julio 2021.\n", ES, "repealed"),
    ("es", "LEY DE TIERRAS\nÚltima reforma publicada DOF 06-05-2015\n", ES, "amended"),
    ("es", "PROYECTO DE LEY DE TIERRAS\n", ES, "bill"),
    ("es", "LEY DE TIERRAS\n", ES.replace("El arrendamiento dura cinco años.", "(Derogado por la Ley 9.)"), None),
    ("pt", "LEI Nº 70\n(Revogada pela Lei nº 1.205, de 2005)\n", PT, "repealed"),
    ("pt", "LEI Nº 70\nTexto compilado\n", PT, "amended"),
    ("pt", "PROJETO DE LEI DE TERRAS\n", PT, "bill"),
    ("pt", "LEI Nº 70\n", PT.replace("O arrendamento dura cinco anos.", "(Revogado pela Lei nº 9, de 2005)"), None),
]  # fmt: skip


@each_row(("lang", "head", "body", "status"), STATUSES)
def test_what_a_text_says_of_the_whole_of_it(lang: str, head: str, body: str, status: str | None) -> None:
    """An article that was repealed repeals no law; a law that repeals another is not repealed."""
    text = f"{head}\n{body}"
    assert told(text, lang, head.split("\n")[0], segment(text, lang).provisions).status == status


FORCES = [
    ("en", EN + "\n3. Commencement\nThis Act shall come into force on 1 January 2099.\n"),
    ("fr", FR + "\nArticle 3. – La présente loi entrera en vigueur le 1er janvier 2099.\n"),
    ("es", ES + "\nArtículo 3.- La presente ley entrará en vigor el 1 de enero de 2099.\n"),
    ("pt", PT + "\nArt. 3º Esta Lei entra em vigor em 1º de janeiro de 2099.\n"),
]


@each_row(("lang", "text"), FORCES)
def test_from_when_a_text_is_in_force(lang: str, text: str) -> None:
    found = told(text, lang, "", segment(text, lang).provisions)
    assert found.force == "2099-01-01"
    assert [one.where for one in with_told(Facts(), found).warnings] == [FORCE]
    past = told(text.replace("2099", "2001"), lang, "", segment(text, lang).provisions)
    assert past.force == "2001-01-01" and not with_told(Facts(), past).warnings


def test_what_is_stated_and_what_the_text_says() -> None:
    sure = told("LAND ACT\nAssented to on 3 May 2005\n(Repealed by Act 3)\n\n" + EN, "en", "LAND ACT")
    alone = with_told(Facts(), sure)
    assert (alone.status, alone.date, alone.inferred) == ("repealed", "2005-05-03", ("status", "date"))
    other = with_told(Facts(status="in_force", date="1999-01-01"), sure)
    assert (other.status, other.date, len(other.warnings)) == ("repealed", "2005-05-03", 2)
    amended = told("LAND ACT\nAs amended up to 1 March 2020\n\n" + EN, "en", "LAND ACT")
    assert with_told(Facts(status="in_force"), amended).status == "in_force"
    assert with_told(Facts(), amended).status == "amended"


@each_row(
    ("title", "year"),
    [
        ("Plan 2017-2021", "2021"),
        ("Plan 2009–12", "2012"),
        ("Vision 2020", None),
        ("Plan 2020-2099", None),
        ("Act 12/2019", None),
    ],
)
def test_the_period_of_a_plan_that_is_over(title: str, year: str | None) -> None:
    assert ended(title, "") == year
