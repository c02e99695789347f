"""The examples that stand beside the rules of lint, made whole enough to be read as agreements."""

from __future__ import annotations

import re

from ssc_drafter.lint import Report, lint
from ssc_drafter.readers.agreement import read_agreement, running
from ssc_drafter.tree.running import RunningText

TITLE = {
    "en": "Agreement on Water\n\n",
    "fr": "Accord sur l’eau\n\n",
    "es": "Acuerdo sobre el agua\n\n",
    "pt": "Acordo sobre a água\n\n",
}
SECOND = {
    "en": "\n\nArticle 2\nWater is dear.",
    "fr": "\n\nArticle 2\nL’eau est précieuse.",
    "es": "\n\nArtículo 2\nEl agua es valiosa.",
    "pt": "\n\nArtigo 2\nA água é valiosa.",
}
HEAD = re.compile(r"(?m)^(Article|ARTICULO|Artículo|Artigo) (\w+)$")
CLOSING = re.compile(r"\n\n(?:Done|Fait|Hecho|Feito) ")


def read(text: str, lang: str) -> RunningText:
    """Return a text as it would be imported; a lone article becomes the first of two under a title."""
    heads = HEAD.findall(text)
    if len(heads) == 1:
        text = HEAD.sub(r"\1 1", text)
    if HEAD.match(text):
        text = TITLE[lang] + text
    if len(heads) == 1 and not CLOSING.search(text):
        text += SECOND[lang]
    return running(read_agreement(text, lang))


def found(text: str, lang: str, *rules: str) -> Report:
    """Return what rules (all where none is named) find in a text."""
    return lint(read(text, lang), ui="en", only=rules)
