"""Text as a word processor gives it to a form: signs that nobody sees taken out, its bullets and numbers read as what they are.

U+F0B7 and its like are bullets of the fonts Symbol and Wingdings as Word puts them on the clipboard; U+000B is its line break.
"""

from __future__ import annotations

import re

# soft hyphen, zero width space, word joiner, byte order mark; the joiners U+200C and U+200D belong to spelling and stay
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff]")
BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
BULLETS = re.compile("[\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc\uf06c\uf06e]")
BULLET = re.compile(r"\s*(?:[•◦▪▫‣⁃·●○■□][\s\u00a0]*|[–—-][\s\u00a0]+|o\t\s*)(?=\S)")
OWN_NUMBER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*[.)]?(?:\t[\s\u00a0]*|(?<=[.)])[ \u00a0]+(?=[A-ZÀ-ÖØ-Þ“\"«‘(]))(?=\S)")


def seen(text: str) -> str:
    """Return a text without the signs that nobody sees, each break of a line one sign, bullets as the sign that prints."""
    return UNSEEN.sub("", BULLETS.sub("•", BREAKS.sub("\n", text)))


def as_lines(text: str) -> str:
    """Return pasted paragraphs in the notation of lines: a bullet beneath a paragraph is a point, a number of its own goes."""
    rows: list[str] = []
    for row in seen(text).split("\n"):
        bullet = BULLET.match(row)
        if bullet:
            beneath = any(one.strip() for one in rows)
            rows.append(f"{'  (a) ' if beneath else ''}{row[bullet.end() :]}")
        elif number := OWN_NUMBER.match(row):
            rows.append(row[number.end() :])
        else:
            rows.append(row)
    return "\n".join(rows)
