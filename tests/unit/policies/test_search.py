"""Search in provisions: stems, headings first, countries, whole paragraphs as queries."""

import hashlib
from pathlib import Path

from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.policies.provisions import segment
from ssc_drafter.policies.search import Index


def instrument(text: str, country: str, lang: str = "en") -> Instrument:
    found = segment(text, lang)
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Instrument("Act", country, lang, text, sha, found.provisions, found.other, file=f"{country}/act.txt")


ENGLISH = (
    "1. Exemption from duty\nGoods imported for a project are free of customs duty.\n\n"
    "2. Staff\nThe exemptions of staff end when the project ends.\n\n3. Office\nThe office keeps a register."
)
FRENCH = "Article 1\nLes exonérations fiscales sont accordées par la loi.\n\nArticle 2\nLe bureau tient un registre."


def test_a_heading_counts_more() -> None:
    hits = Index.build([instrument(ENGLISH, "XA")]).search("exemption", 5)
    assert [hit.number for hit in hits] == ["1", "2"] and hits[0].score > hits[1].score


def test_a_hit_leads_to_its_words() -> None:
    law = instrument(ENGLISH, "XA")
    hit = Index.build([law]).search("register of the office", 1)[0]
    assert law.text[hit.start : hit.end].startswith("3. Office") and hit.file == "XA/act.txt" and hit.instrument == 0


def test_only_the_law_of_the_countries_asked() -> None:
    index = Index.build([instrument(ENGLISH, "XA"), instrument(ENGLISH, "XB")])
    assert {hit.country for hit in index.search("duty", 9, countries=["xb"])} == {"XB"}
    assert len(index.search("duty", 9)) == 2


def test_french_words_find_with_and_without_accents() -> None:
    index = Index.build([instrument(FRENCH, "XC", "fr")])
    assert [hit.number for hit in index.search("exoneration fiscale", 3, lang="fr")] == ["1"]


def test_signs_of_the_query_language_are_only_words() -> None:
    index = Index.build([instrument(ENGLISH, "XA")])
    assert index.search('duty" OR (NEAR* : ^ AND "', 3) and index.search("?!", 3) == []


def test_an_index_in_a_file(tmp_path: Path) -> None:
    index = Index.build([instrument(ENGLISH, "XA")], tmp_path / "words.sqlite")
    assert len(index) == 3 and (tmp_path / "words.sqlite").stat().st_size > 0


def test_quoted_articles_are_not_searched() -> None:
    text = "Artículo 1.- Sustitúyese el artículo 45 del Código:\n“Artículo 45.- El que falte paga multa.”\nArtículo 2.- Cierra.\nArtículo 3.- Fin."
    hits = Index.build([instrument(text, "XD", "es")]).search("multa", 3, lang="es")
    assert all(hit.container != "quoted" for hit in hits)
