"""Signs as printers set them: curly apostrophes and quotes, the no-break spaces of French, in the library’s words alone."""

from __future__ import annotations

import re

from ssc_drafter.language.tongue import tongue
from ssc_drafter.places import kept_by_language

NO_BREAK = "\u00a0"


@kept_by_language(4096)
def set_well(text: str, lang: str, after_words: bool = False) -> str:
    """Return a stretch of a wording with typographic signs; `after_words` where an answer or a term stands before it."""
    words = tongue(lang)
    text = text.replace("'", "’")
    if words.spaced:
        text = re.sub(r"[ \u00a0\u202f]+([:;!?»])", rf"{NO_BREAK}\1", text)
        text = re.sub(r"(?<=[\w)’\]»])([;!?]|:(?=\s|$))", rf"{NO_BREAK}\1", text)
        text = re.sub(r"«[ \u00a0\u202f]*", f"«{NO_BREAK}", text)
        if after_words and text[:1] in ":;!?":
            text = NO_BREAK + text
    return re.sub(" {2,}", " ", text)


def quotes(lang: str) -> tuple[str, str]:
    """Return the opening and the closing quotation mark of a language, with their inner spaces."""
    opening, closing = tongue(lang).quotes
    return opening.replace(" ", NO_BREAK), closing.replace(" ", NO_BREAK)
