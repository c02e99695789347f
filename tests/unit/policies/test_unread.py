"""What of a plan stands in no numbered unit: its own words become units, the rest is told by name. Invented texts."""

from rowwise import each_row

from ssc_drafter.check.structure import norms_of
from ssc_drafter.policies.provisions import Segments, segment

CHAPTERS = "\n\n".join(
    f"{place}. {name}\n" + f"The Ministry will open {name.lower()} in each district and train the people that they need. " * 60
    for place, name in enumerate(("Harbours", "Markets", "Clinics", "Libraries"), 1)
)
AIM = "Water for every village by 2035 guides this plan, and the Government will build forty reservoirs in the dry valleys of the east."
MORE = "It will keep them with the councils of the districts, which shall report on their state and on what they hold each year to the Ministry."
TOLD = {
    "en": ("contents", "foreword", "acronyms", "sources"),
    "fr": ("table des matières", "avant-propos", "sigles", "sources"),
    "es": ("índice", "prólogo", "siglas", "fuentes"),
    "pt": ("índice", "prefácio", "siglas", "fontes"),
}


def plan(*pieces: str, lang: str = "en", ui: str = "en") -> Segments:
    return segment("\n\n".join(pieces), lang, plan=True, ui=ui)


def ours(found: Segments) -> list[str]:
    return [one.number for one in found.provisions if one.number.startswith("“")]


def held(found: Segments, text: str) -> str:
    return "\n".join(text[one.start : one.end] for one in found.provisions)


def test_headings_without_numbers_before_the_first_chapter_make_units() -> None:
    front = f"Guiding vision\n\n{AIM}\n{MORE}\n\nTHE ROAD AHEAD\n\n{MORE}\n{AIM}"
    text = f"{front}\n\n{CHAPTERS}"
    found = plan(front, CHAPTERS)
    assert ours(found) == ["“Guiding vision”", "“THE ROAD AHEAD”"]
    one = found.provisions[0]
    assert text[one.start : one.end] == front[: front.index("\n\nTHE ROAD")] and one.heading == "Guiding vision"
    assert [each.number for each in found.provisions[2:]] == list("1234")
    assert any("(2)" in each.what and "quotation marks" in each.what for each in found.warnings)


def test_their_aims_are_read() -> None:
    found = plan(f"Guiding vision\n\n{AIM}\n{MORE}", CHAPTERS)
    one = found.provisions[0]
    words = f"Guiding vision\n\n{AIM}\n{MORE}"[one.start : one.end]
    assert {norm.modality for norm in norms_of(words, "en", True, one.heading or "")} >= {"commitment"}


def test_paragraphs_without_a_heading_are_named_by_their_first_words() -> None:
    found = plan(f"{AIM}\n{MORE}", CHAPTERS)
    assert ours(found) == ["“Water for every village by 2035 guides …”"] and found.provisions[0].heading is None


def test_a_long_one_is_cut_at_its_paragraphs() -> None:
    found = plan("THE ROAD AHEAD\n\n" + "\n\n".join(f"{MORE} {AIM}" for _ in range(40)), CHAPTERS)
    numbers = ours(found)
    assert len(numbers) > 2 and numbers[:2] == ["“THE ROAD AHEAD”", "“THE ROAD AHEAD/2”"]
    assert len({one.address for one in found.provisions}) == len(found.provisions)
    assert max(one.end - one.start for one in found.provisions if one.number in numbers) < 3500


def test_a_heading_that_heads_each_page_cuts_once() -> None:
    found = plan("2.0 Introduction", f"{AIM} {MORE}", "2.0 Introduction", f"{MORE} {AIM}", CHAPTERS)
    assert ours(found) == ["“2.0 Introduction”"]


def test_a_table_behind_the_last_chapter_is_read() -> None:
    rows = "\n".join(
        f"| To supply {share} per cent of the rural households with light by 20{share} | Ministry |" for share in (30, 40, 50)
    )
    table = f"ANNEX\n\nNUMERICAL TARGETS\n\n{rows}"
    text = f"{CHAPTERS}\n\n{table}"
    found = plan(CHAPTERS, table)
    assert ours(found) == ["“NUMERICAL TARGETS”"] and not found.other and "supply 50 per cent" in held(found, text)


def test_the_numbered_points_of_an_annex_are_the_plans_own_and_articles_are_another_texts() -> None:
    points = "\n\n".join(f"{place}. {name}\n{MORE}" for place, name in ((5, "Roads"), (6, "Rails"), (7, "Ports")))
    found = plan(CHAPTERS, f"ANNEX I: PROJECTS\n\n{points}")
    assert [one.number for one in found.provisions] == list("1234567") and not found.other
    articles = "\n\n".join(f"Article {place}\n{MORE}" for place in range(1, 4))
    found = plan(CHAPTERS, f"ANNEX I: TREATY\n\n{articles}")
    assert [one.number for one in found.provisions] == list("1234") and len(found.other) == 3


def test_what_is_no_provision_stays_out() -> None:
    contents = "CONTENTS\n\n" + "\n".join(
        f"{place}. {name} .......... {place + 3}"
        for place, name in enumerate(["Harbours", "Markets", "Clinics", "Libraries"], 1)
    )
    foreword = f"FOREWORD\n\nThe Government will build forty reservoirs in the dry valleys.\n{MORE}\n{AIM}"
    short = "ACRONYMS\n\nCBD\nCentral Bank of Dalmira\nMDA\nMinistry, Department or Agency"
    sources = (
        f"REFERENCES\n\nCentral Office, Report on the water that the villages will need in the next ten years, 2019.\n{AIM}"
    )
    text = "\n\n".join([contents, foreword, short, CHAPTERS, sources])
    found = plan(contents, foreword, short, f"{CHAPTERS}\n\nANNEX\n\n{sources}")
    assert ours(found) == [] and [one.number for one in found.provisions] == list("1234")
    assert "reservoirs" not in held(found, text)


def test_a_minister_who_speaks_is_a_foreword_until_the_signature() -> None:
    speech = f"I am pleased to present this plan to the nation, and I wish to thank all who worked on it.\n{MORE}\n\nA. Minister\nMinister of Water"
    found = plan(speech, f"{AIM}\n{MORE}", CHAPTERS)
    assert ours(found) == ["“Water for every village by 2035 guides …”"]


def test_a_page_of_contents_without_page_numbers_ends_where_its_first_heading_stands_again() -> None:
    contents = "Table of contents\n\nGUIDING VISION\n\nTHE ROAD AHEAD\n\nHARBOURS"
    found = plan(contents, f"GUIDING VISION\n\n{AIM}\n{MORE}", f"THE ROAD AHEAD\n\n{MORE}\n{AIM}", CHAPTERS)
    assert ours(found) == ["“GUIDING VISION”", "“THE ROAD AHEAD”"]


def test_lines_of_the_contents_are_no_part_that_counts_anew() -> None:
    listed = "\n".join(
        f"{place}. {name} .................. {place + 3}"
        for place, name in enumerate(("Harbours", "Markets", "Clinics", "Libraries", "Wells"), 1)
    )
    chapters = CHAPTERS + "\n\n" + "5. Wells of the dry land\n" + MORE
    found = plan("CONTENTS", listed, chapters)
    assert [one.number for one in found.provisions] == list("12345")
    assert not any("part 1" in one.what for one in found.warnings)


@each_row("lang", list(TOLD))
def test_what_they_are_is_told_in_each_language(lang: str) -> None:
    heads = {
        "en": ("CONTENTS", "FOREWORD", "ACRONYMS", "REFERENCES"),
        "fr": ("SOMMAIRE", "AVANT-PROPOS", "SIGLES", "BIBLIOGRAPHIE"),
        "es": ("ÍNDICE", "PRÓLOGO", "SIGLAS", "BIBLIOGRAFÍA"),
        "pt": ("ÍNDICE", "PREFÁCIO", "SIGLAS", "BIBLIOGRAFIA"),
    }[lang]
    listed = "\n".join(
        f"Libraries and wells of district {letter * 3} ............ {place}" for place, letter in enumerate("abcdefghij", 4)
    )
    words = "\n".join(f"{letter * 3} Central Office of the district {letter * 3}" for letter in "abcdefghij")
    long = "\n\n".join(f"{AIM} {MORE}" for _ in range(10))
    found = plan(
        f"{heads[0]}\n\n{listed}",
        f"{heads[1]}\n\n{long}",
        f"{heads[2]}\n\n{words}",
        f"{heads[3]}\n\n{long}",
        CHAPTERS,
        lang=lang,
        ui=lang,
    )
    said = next(one.what for one in found.warnings if TOLD[lang][1] in one.what)
    assert all(name in said for name in TOLD[lang]) and not ours(found)


@each_row(
    ("lang", "visto", "que"),
    [
        ("en", "WHEREAS", "Whereas the sea rises,"),
        ("fr", "VU", "Vu la loi sur les eaux,"),
        ("es", "CONSIDERANDO:", "Que el mar sube,"),
        ("pt", "CONSIDERANDO", "Considerando que o mar sobe,"),
    ],
)
def test_the_recitals_of_a_law_are_told_and_never_a_unit(lang: str, visto: str, que: str) -> None:
    word = {"en": "Article", "fr": "Article", "es": "Artículo", "pt": "Artigo"}[lang]
    articles = "\n\n".join(f"{word} {place}\nThe Office shall keep a register of ships." for place in range(1, 6))
    recitals = "\n\n".join(
        f"{que} and the harbours of the coast silt up from year to year as they did before." for _ in range(60)
    )
    found = segment(f"DECRETO 12\n\n{visto}\n\n{recitals}\n\n{articles}", lang, ui="en")
    assert [one.number for one in found.provisions] == list("12345")
    assert [one.what for one in found.warnings if "recitals" in one.what] and not any(
        "stand in no unit" in one.what for one in found.warnings
    )


def test_the_body_of_a_law_that_stands_in_no_unit_is_still_said() -> None:
    articles = "\n\n".join(f"Article {place}\nThe Office shall keep a register of ships." for place in range(1, 6))
    found = segment("\n\n".join(f"{AIM} {MORE}" for _ in range(30)) + f"\n\n{articles}", "en")
    assert [one.number for one in found.provisions] == list("12345")
    assert any("stand in no unit" in one.what for one in found.warnings)
