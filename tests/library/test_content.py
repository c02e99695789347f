"""What the shipped law must be, whoever writes it: sources, every language, registers that do not mix, red lines with a reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import shelf
from rowwise import each_row

from ssc_drafter import places
from ssc_drafter.answers.files import read_file
from ssc_drafter.answers.values import Money
from ssc_drafter.assemble import assemble, draft
from ssc_drafter.errors import Problems
from ssc_drafter.library.changes import read_changes
from ssc_drafter.library.clause import Clause
from ssc_drafter.library.load import Library
from ssc_drafter.tree.nodes import Agreement, Blank
from ssc_drafter.tree.running import running_text

pytestmark = pytest.mark.slow  # thousands of rows: `make test` runs them all, the fast loop leaves them

CLAUSES = sorted(path.parent for path in (places.ROOT / "clauses").glob("[!_]*/*/clause.toml"))
SAMPLES = sorted((places.ROOT / "templates").glob("*/samples/*.yaml"))
KINDS = sorted({path.parent.parent.name for path in SAMPLES})
LEAST = {
    "letter_of_intent": (4, 4),
    "exchange_of_notes": (2, 4),
    "amendment_protocol": (3, 3),
}  # articles of an empty draft, groups of questions; all others:
USUAL = (15, 6)
NAMES_OTHERS = {
    "legal/other_agreements",
    "legal/parent",
    "legal/powers",
    "legal/central_consent",
    "notes/proposal",
}  # laws and treaties by their names
LANGUAGES = ("en", "fr", "es", "pt")
WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
TAG = re.compile(r"\{[{%].*?[}%]\}")


@pytest.fixture(scope="module")
def library() -> Library:
    return shelf.shipped()


def each(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def wordings(clause: Clause) -> Iterator[tuple[str, str, str, str]]:
    """Yield variant, register, language and text of the wordings that can be inserted."""
    for (variant, register, lang), wording in clause.wordings.items():
        if clause.variants[variant].position != "red_line":
            yield variant, register, lang, wording.source


def found(words: list[str], text: str) -> list[str]:
    """Return those of the words that stand in a text as whole words."""
    plain = text.replace("'", "’").replace("\u202f", " ").replace("\u00a0", " ")
    flags = {word: re.NOFLAG if word[0].isupper() else re.IGNORECASE for word in words}
    return [word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", plain, flags[word])]


# ---- clauses ------------------------------------------------------------------------------------------------------
def test_the_library_is_as_large_as_was_asked(library: Library) -> None:
    whole = [one for one in library.clauses.values() if set(LANGUAGES) <= set(one.languages)]
    red = [v for one in library.clauses.values() for v in one.variants.values() if v.position == "red_line"]
    assert len(whole) >= 140
    assert len(red) >= 80


@each_row("folder", CLAUSES, ids=each)
def test_a_clause_says_where_it_comes_from_and_when_that_was_read(folder: Path) -> None:
    data = tomllib.loads((folder / "clause.toml").read_text("utf-8"))
    assert data["source"]["basis"].strip()
    assert str(data["source"]["read"]) <= data["version"]


@each_row("folder", CLAUSES, ids=each)
def test_a_clause_has_the_same_variants_in_each_language(folder: Path, library: Library) -> None:
    clause = library.clauses[each(folder)]
    held = {lang: {(v, r) for v, r, code in clause.wordings if code == lang} for lang in {*clause.languages, "en", "fr"}}
    assert all(one == held["en"] for one in held.values())


@each_row("folder", CLAUSES, ids=each)
def test_all_languages_ask_refer_and_decide_the_same(folder: Path, library: Library) -> None:
    """The names in the tags are the same set: slots, parts referred to, terms (however often each is said)."""
    clause = library.clauses[each(folder)]
    named: dict[tuple[str, str], dict[str, set[str]]] = {}
    for variant, register, lang, text in wordings(clause):
        tags = " ".join(TAG.findall(text))
        names = set(re.findall(r"'(\w+)' \| (?:ref|term|present|defines)", tags)) | {
            name for name in clause.slots if re.search(rf"\b{name}\b", tags)
        }
        named.setdefault((variant, register), {})[lang] = names
    for place, by_lang in named.items():
        assert all(one == by_lang["en"] for one in by_lang.values()), place


@each_row("folder", CLAUSES, ids=each)
def test_a_text_holds_no_word_of_the_other_register(folder: Path, library: Library) -> None:
    clause = library.clauses[each(folder)]
    mixed = [
        (variant, register, lang, word)
        for variant, register, lang, text in wordings(clause)
        if lang in LANGUAGES
        for word in found(WORDS[register][lang], TAG.sub(" ", text))
    ]
    assert mixed == []


@each_row(
    ("register", "lang", "text", "word"),
    [
        ("non_binding", "en", "The Participants shall meet.", "shall"),
        ("non_binding", "en", "This Memorandum enters into force on signature.", "enters into force"),
        ("non_binding", "fr", "Les Participants s'engagent à se réunir.", "s’engagent"),
        ("binding", "en", "The Parties will meet.", "will"),
        ("binding", "fr", "Les Parties entendent se réunir.", "entendent"),
        ("non_binding", "es", "Los Participantes se comprometen a reunirse.", "se comprometen"),
        ("non_binding", "es", "El presente Memorando entrará en vigor.", "en vigor"),
        ("binding", "es", "Las Partes tienen la intención de reunirse.", "tienen la intención"),
        ("non_binding", "pt", "Os Participantes comprometem-se a reunir-se.", "comprometem-se"),
        ("non_binding", "pt", "O presente Memorando entrará em vigor.", "em vigor"),
        ("binding", "pt", "As Partes tencionam reunir-se.", "tencionam"),
    ],
)
def test_the_table_of_words_bites(register: str, lang: str, text: str, word: str) -> None:
    assert word in found(WORDS[register][lang], text)


@each_row("folder", CLAUSES, ids=each)
def test_a_red_line_says_why_and_is_written_out(folder: Path, library: Library) -> None:
    clause = library.clauses[each(folder)]
    for variant in clause.variants.values():
        if variant.position == "red_line":
            assert set(variant.why) >= set(clause.languages)
            texts = [wording.source for (name, _, _), wording in clause.wordings.items() if name == variant.id]
            assert len(texts) >= 2
            assert not any("{" in text for text in texts)


@each_row("folder", CLAUSES, ids=each)
def test_a_concession_says_who_approves_it_and_what_it_does_to_findings(folder: Path, library: Library) -> None:
    clause = library.clauses[each(folder)]
    for variant in clause.variants.values():
        if variant.position != "preferred":
            assert set(variant.effect) >= set(clause.languages), variant.id
        if variant.position == "fallback":
            assert set(variant.approver) >= set(clause.languages), variant.id


@each_row("folder", CLAUSES, ids=each)
def test_what_rests_on_memory_or_on_a_named_law_says_so(folder: Path) -> None:
    """A basis is measured practice, a named instrument, or the house's own drafting; memory is marked for confirmation."""
    basis = tomllib.loads((folder / "clause.toml").read_text("utf-8"))["source"]["basis"]
    assert re.match(
        r"Measured on|House drafting|United Nations|Vienna Convention|FCDO|Nagoya|Principles|Roles|Charter|Conventions", basis
    )
    if "memory" in basis:
        assert "confirm" in basis
    assert names_its_substance(basis)


@each_row("path", sorted((places.ROOT / "clauses/_terms").glob("*.toml")), ids=lambda path: path.stem)
def test_a_term_says_where_its_meaning_comes_from(path: Path) -> None:
    assert names_its_substance(tomllib.loads(path.read_text("utf-8"))["source"]["basis"])


def names_its_substance(basis: str) -> bool:
    """Tell whether a source says more than that the house wrote it: a measure, an instrument, or that it wants confirming."""
    return bool(re.search(r"\d{2,}|[Cc]onvention|confirm", basis))


def test_house_drafting_alone_is_no_source() -> None:
    assert not names_its_substance("House drafting.")
    assert names_its_substance("House drafting: a joint body in 122 of 201 agreements measured.")


# ---- kinds --------------------------------------------------------------------------------------------------------
@each_row("kind", KINDS)
def test_no_answer_at_all_still_gives_a_draft(kind: str, library: Library) -> None:
    for lang in library.languages_of(library.kinds[kind]):
        agreement = assemble(library, kind, {}, lang=lang, blanks=True)
        assert len(agreement.articles) >= LEAST.get(kind, USUAL)[0]
        assert any(isinstance(run, Blank) for run in agreement.title[-1].content)


@each_row("kind", KINDS)
def test_a_kind_has_groups_and_three_samples(kind: str, library: Library) -> None:
    assert LEAST.get(kind, USUAL)[1] <= len(library.kinds[kind].groups) <= 9
    samples = [read_file(path) for path in SAMPLES if path.parent.parent.name == kind]
    assert len(samples) >= 3
    assert {sample.lang for sample in samples} == {"en", "fr"}


# in the scope of the module: all that is asked of a sample is asked while it is at hand
of_each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem, scope="module")


def in_each(sample: Path) -> Iterator[Agreement]:
    return (shelf.sample(sample, lang) for lang in sorted(shelf.spoken(sample), key=LANGUAGES.index))


@of_each_sample
def test_a_sample_is_complete_and_its_states_are_fictional(sample: Path) -> None:
    assert "ficti" in sample.read_text("utf-8").partition("\n")[0]
    for agreement in in_each(sample):
        assert all(party.country == "" or party.country.startswith("X") for party in agreement.parties)
        assert "[" not in running_text(agreement).text


@of_each_sample
def test_all_languages_of_a_sample_have_the_same_frame(sample: Path) -> None:
    english, *others = in_each(sample)
    for other in others:
        assert [one.name for one in english.articles] == [one.name for one in other.articles]
        assert [len(one.blocks) for one in english.articles] == [len(one.blocks) for one in other.articles]
        assert [one.name for one in english.annexes] == [one.name for one in other.annexes]


@of_each_sample
def test_a_whole_sample_keeps_its_register(sample: Path) -> None:
    for agreement in in_each(sample):
        running = running_text(agreement)
        for unit in running.units:
            if unit.article and unit.clause not in NAMES_OTHERS:
                words = found(WORDS[agreement.register][agreement.lang], running.text[unit.start : unit.end])
                assert words == [], unit.number


@of_each_sample
def test_every_annex_is_named_in_an_article(sample: Path) -> None:
    """An annex that no article mentions is an orphan: nobody knows what it is for."""
    for agreement in in_each(sample):
        text = running_text(agreement).text.casefold()
        for number in range(1, len(agreement.annexes) + 1):
            assert re.search(rf"(?:annexe?|anexo) {number}\b", text), number


@of_each_sample
def test_the_totals_of_a_budget_are_the_sums_of_its_lines(sample: Path, library: Library) -> None:
    file = read_file(sample)
    values = draft(library, file.kind, file.answers, changes=read_changes(file.changes)).values
    lines, totals = values.get("annex_budget.lines", ()), values.get("annex_budget.totals", ())
    assert bool(lines) == bool(totals)
    for total in totals:
        for column in ("money", "kind"):
            parts = [row[column] for row in lines if row["side"] == total["side"] and isinstance(row.get(column), Money)]
            assert sum(part.amount for part in parts) == (total[column].amount if column in total else 0)


def test_a_memorandum_is_not_made_before_its_status_is_confirmed(library: Library) -> None:
    """Some States count a memorandum among treaties: nobody is spared the question by a default."""
    file = read_file(places.TEMPLATES / "memorandum_of_understanding/samples/nursing_education.yaml")
    silent = {name: value for name, value in file.answers.items() if name != "mou_status"}
    with pytest.raises(Problems, match="mou_status: this question is not answered"):
        assemble(library, file.kind, silent)
    with pytest.raises(Problems, match="mou_status: “binding” is not among the choices"):
        assemble(library, file.kind, {**silent, "mou_status": "binding"})


@each_row("folder", [one for one in CLAUSES if one.parent.name == "annexes"], ids=lambda one: one.name)
def test_a_table_of_more_than_five_columns_lies_on_its_side(folder: Path) -> None:
    """At 140 mm a sixth column leaves some 23 mm to each: words of a source or an indicator then stand one below another."""
    rows = re.findall(r"(?m)^\|(?:[-:\s]+\|)+$", "\n".join(one.read_text("utf-8") for one in folder.glob("*.txt")))
    widest = max((row.count("|") - 1 for row in rows), default=0)
    page = tomllib.loads((folder / "clause.toml").read_text("utf-8")).get("page", "portrait")
    assert (page == "landscape") == (widest > 5), (widest, page)
