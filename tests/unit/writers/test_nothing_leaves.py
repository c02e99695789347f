"""What stays in the house (trust.md T31): forty inner words, looked for in the opened and decompressed files that go out."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pytest
import wordfile
from trees import small, words

from ssc_drafter.tree.nodes import (
    Agreement,
    Annex,
    Article,
    Item,
    Paragraph,
    Preamble,
    Provenance,
    Recital,
    Row,
    Table,
    Text,
)
from ssc_drafter.tree.nodes import (
    Testimonium as Closing,
)
from ssc_drafter.writers import formats

PLACES = ("article", "paragraph", "item", "preamble", "recital", "annex", "table", "testimonium")
KINDS = ("clause", "version", "variant", "answer", "officer")
CANARIES = [f"canary-{kind}-{place}" for place in PLACES for kind in KINDS]


def _by(place: str) -> Provenance:
    clause, version, variant, answer, officer = (f"canary-{kind}-{place}" for kind in KINDS)
    return Provenance(clause, version, variant, (answer,), officer)


def _paragraph(place: str) -> Paragraph:
    return Paragraph(
        (Text("Said words.", answer=f"canary-answer-{place}"),),
        (Item(words("a point"), (), "", _by("item")),),
        (),
        "",
        _by(place),
    )


def _agreement() -> Agreement:
    article = Article("purpose", words("Purpose"), (_paragraph("paragraph"),), "", _by("article"))
    preamble = Preamble(
        words("The Parties,"), (Recital(words("Recalling x,"), _by("recital")),), words("agree:"), _by("preamble")
    )
    table = Table(Row((words("A"),)), (Row((words("B"),)),), (), (), _by("table"))
    annex = Annex("plan", words("Plan"), (table,), (), "", _by("annex"))
    end = Closing((_paragraph("testimonium"),), _by("testimonium"))
    return small(article, annexes=(annex,), preamble=preamble, testimonium=end)


def _opened(data: bytes, name: str) -> Iterator[bytes]:
    if name == "docx":
        for part, content in wordfile.parts(data).items():
            yield part.encode()
            yield content
    elif name == "pdf":
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for one in pdf.objects:
                yield one.read_bytes() if isinstance(one, pikepdf.Stream) else repr(one).encode()
    yield data


def test_there_are_forty() -> None:
    assert len(set(CANARIES)) == 40
    whole = formats.render(_agreement(), "json").decode()  # the tree keeps them: it is the working file
    assert all(canary in whole for canary in CANARIES)


@pytest.mark.parametrize("name", ["docx", "html", "md", "akn", pytest.param("pdf", marks=pytest.mark.slow)])
def test_none_leaves(name: str) -> None:
    data = formats.render(_agreement(), name)
    text = b"\n".join(_opened(data, name)).decode("utf-8", "replace")
    assert "Said words." in text or name == "pdf"
    assert not [canary for canary in CANARIES if canary in text or canary.replace("-", "_") in text]
