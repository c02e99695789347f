"""An office may call its instrument "Convention" or, for a letter, "Mémorandum": what agrees with the name follows its gender."""

from __future__ import annotations

import re
from copy import copy
from pathlib import Path

import pytest
import shelf
import wordings
from msgspec.structs import replace
from rowwise import each_row

from ssc_drafter import places
from ssc_drafter.answers.files import read_file
from ssc_drafter.assemble import assemble
from ssc_drafter.library.changes import read_changes
from ssc_drafter.library.load import Library
from ssc_drafter.tree.running import running_text

FEMININE = {"fr": "Convention", "es": "Convención", "pt": "Convenção"}
MASCULINE = {"fr": "Mémorandum", "es": "Memorando", "pt": "Memorando"}
VERBS = {
    "fr": r"(?:n['’])?(?:est|a été|sera|fut|peut être|pourra être|doit être|demeure|devient|reste)(?: pas)?(?: dûment| lui-même)?",
    "es": r"(?:no )?(?:est[áé]|estará|es|será|ha sido|queda|quedará|podrá ser|puede ser|permanece)(?: debidamente)?",
    "pt": r"(?:não )?(?:está|estará|é|será|foi|fica|ficará|poderá ser|pode ser|permanece)(?: devidamente)?",
}
MALE = {  # endings of a masculine participle or adjective behind such a verb, and pronouns that stand for the instrument
    "fr": r"\w*(?:é|i|u|is|us|ert|ant|el|duc)\b(?! d)",
    "es": r"\w+(?:ado|ido|to|erto|ico|cho|so)\b",
    "pt": r"\w+(?:ado|ido|to|erto|ico|so)\b",
}
PRONOUNS = {
    "fr": r"(?:\bIl\b(?! n['’]est pas porté)|\blui-même\b)",
    "es": r"\b(?:él|[Ee]ste)\b",
    "pt": r"\b(?:[Ee]le|dele|[Ee]ste)\b",
}
OBJECTS = {  # the instrument as the object of another verb, or as the subject of a second clause of the sentence
    "fr": r"(?:\b(?:ne|pas|qui|peut|peuvent) le \w+(?:er|ent|e)\b|[;:,] il (?:prend|est|ne crée|entre)\b|\bqu['’]il (?:lie|envisage)\b)",
    "es": r"\b(?:que lo \w+an|prorrogarlo|renovarlo|enmendarlo|darlo)\b",
    "pt": r"(?:\bque o (?:assinam|firmam)|prorrogá-lo|renová-lo|emendá-lo|denunciá-lo)\b",
}


def masculines(text: str, lang: str) -> list[str]:
    """Return what agrees in the masculine with "La présente Convention": behind its verb, or as the subject of what follows."""
    this = {"fr": "La présente", "es": "La presente", "pt": "A presente"}[lang] + " " + FEMININE[lang]
    found = re.findall(rf"(?<!\w)(?<!de ){this} {VERBS[lang]} {MALE[lang]}", text, re.IGNORECASE)
    found += re.findall(rf"{this}\b[^.\n]*\. {PRONOUNS[lang]}[^.\n]*", text)
    found += re.findall(rf"{this}\b[^.\n]*?{OBJECTS[lang]}", text, re.IGNORECASE)
    return [str(one) for one in found]


@each_row(
    ("lang", "text"),
    [
        ("fr", "La présente Convention peut être amendé par accord écrit."),
        ("fr", "La présente Convention est soumis à ratification."),
        ("fr", "La présente Convention est soumise à ratification. Il entre en vigueur demain."),
        ("fr", "La présente Convention prend fin demain, à moins que les Parties ne le prorogent."),
        ("es", "La presente Convención está sujeto a ratificación."),
        ("es", "La presente Convención obliga a las instituciones que lo firman."),
        ("pt", "A presente Convenção será emendado por acordo."),
    ],
)
def test_the_eye_of_this_test_sees_a_fault(lang: str, text: str) -> None:
    assert masculines(text, lang)


def named(library: Library, kind: str, names: dict[str, str], gender: str) -> Library:
    """Return the library as it would be with an overlay that gives a kind's instrument other names."""
    renamed = {lang: (names[lang], gender) if lang in names else pair for lang, pair in library.kinds[kind].instrument.items()}
    overlaid = copy(library)
    overlaid.kinds = {**library.kinds, kind: replace(library.kinds[kind], instrument=renamed)}
    overlaid.made = {}
    return overlaid


def text(library: Library, path: Path, lang: str) -> str:
    """Return a sample drafted with a library, as running text."""
    file = read_file(path)
    made = assemble(library, file.kind, file.answers, lang=lang, changes=read_changes(file.changes))
    return running_text(made).text


@pytest.mark.slow
@each_row("lang", FEMININE)
def test_a_framework_convention_has_no_masculine_word_beside_its_name(lang: str) -> None:
    library = named(shelf.shipped(), "framework_agreement", FEMININE, "f")
    samples = sorted((places.TEMPLATES / "framework_agreement" / "samples").glob("*.yaml"))
    texts = [text(library, path, lang) for path in samples]
    assert all(FEMININE[lang] in one for one in texts)
    assert [found for one in texts for found in masculines(one, lang)] == []


@pytest.mark.slow
def test_a_framework_convention_is_amended_and_ratified_in_the_feminine() -> None:
    library = named(shelf.shipped(), "framework_agreement", FEMININE, "f")
    samples = places.TEMPLATES / "framework_agreement" / "samples"
    whole = "".join(text(library, path, "fr") for path in sorted(samples.glob("*.yaml")))
    assert "La présente Convention peut être amendée" in whole
    assert "La présente Convention est soumise à ratification" in whole


@pytest.mark.slow
@pytest.mark.parametrize("lang", FEMININE)
def test_no_wording_of_the_library_hard_codes_the_gender_of_the_instrument(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    library, found, tried = copy(shelf.shipped()), [], 0
    library.made = {}
    monkeypatch.setattr(wordings, "instrument", lambda *_: (FEMININE[lang], "f", ""))
    for clause, variant, register, langs in wordings.alternatives(library):
        if lang not in langs or library.clauses[clause].variants[variant].position == "red_line":
            continue
        for full in (True, False):
            said = wordings.text_of(library, library.clauses[clause], variant, register, lang, full=full).text
            found += [(clause, variant, register, one) for one in masculines(said, lang)]
            tried += 1
    assert found == []
    assert tried > 300


@pytest.mark.slow
def test_a_letter_under_a_masculine_name_is_masculine() -> None:
    library = named(shelf.shipped(), "letter_of_intent", MASCULINE, "m")
    for path in sorted((places.TEMPLATES / "letter_of_intent" / "samples").glob("*.yaml")):
        said = text(library, path, "fr")
        assert "Le présent Mémorandum exprime des intentions. Il ne crée" in said
        assert not re.search(r"Le présent Mémorandum[^.\n]*(?:\. Elle\b|caduque)", said)
