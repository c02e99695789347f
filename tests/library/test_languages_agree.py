"""The language versions of every wording say the same: articles, points, numbers, dates, amounts, references, terms, modal force."""

from __future__ import annotations

import pytest
import shelf
from wordings import alternatives, text_of

from ssc_drafter.concord import Version, concord
from ssc_drafter.tree.running import running_text

# (clause, variant, what) -> why the difference is right. Keep it empty where you can: mend the wording first.
EXPLAINED: dict[tuple[str, str, str], str] = {}


@pytest.mark.slow
@pytest.mark.parametrize("full", [True, False], ids=["everything", "only what is required"])
def test_every_wording_says_the_same_in_every_language_it_has(full: bool) -> None:
    library = shelf.shipped()
    differ, compared = [], 0
    for clause, variant, register, langs in alternatives(library):
        one = library.clauses[clause]
        versions = [Version(lang, text_of(library, one, variant, register, lang, full=full)) for lang in langs]
        compared += 1
        for found in concord(versions).differences:
            if found.sides[0].address != "title" and (clause, variant, found.what) not in EXPLAINED:
                quotes = {side.file: side.quote for side in found.sides}
                differ.append((clause, variant, register, found.message, quotes))
    assert differ == []
    assert compared >= 180


@pytest.mark.slow
def test_every_sample_says_the_same_in_every_language_it_has() -> None:
    library = shelf.shipped()
    differ = []
    for kind in library.kinds.values():
        for path in kind.samples:
            texts = [Version(lang, running_text(shelf.sample(path, lang))) for lang in library.languages_of(kind)]
            differ += [(path.stem, one.message) for one in concord(texts).differences]
    assert differ == []
