"""Plain text: every line as it is printed. Nothing is changed but line ends; a byte order mark is no part of the text, nor is a
soft hyphen inside a word, nor a line that only tells of a picture."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from ssc_drafter.readers.reading import Draft, Limits, Reading, Refusal
from ssc_drafter.readers.source import Stretch

# what texts of ministries are kept in where they are not UTF-8: Windows, old Macintosh, DOS. charset-normalizer finds which,
# given no others to mistake it for; Windows is taken where nothing is clearly likelier (CLEARLY, in its measure of disorder)
_USUAL, _OLD = "cp1252", ("mac_roman", "cp850")
_CLEARLY = 0.02
# what programs that turn pages into text write where a picture stood, on a line of its own: "[Image of a map]", "[Logo]"
_PICTURE = re.compile(
    r"[ \t]*\[ ?(?:ima?ge?n?|imagem|photo|picture|logo(?:tipo)?s?|icon|diagram|diagrama|chart|coat of arms)\b[^\[\]]*\][ \t]*",
    re.I,
)
_PAGE = re.compile(r"\[page (\d{1,4})\]")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text of bytes and the encoding by which it was found: mark, then declared, then what fits.

    Raises Refusal where a file has a mark that its bytes do not keep.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as problem:
                raise Refusal("readers.not_text") from problem
    for encoding in (declared, "utf-8") if declared else ("utf-8",):
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    return _guessed(data)


def _guessed(data: bytes) -> tuple[str, str]:
    """Return a text that is not in UTF-8 and says nothing of its encoding."""
    found = {one.encoding: one.chaos for one in from_bytes(data, cp_isolation=[_USUAL, *_OLD])}
    best = min(found, key=lambda name: found[name], default=_USUAL)
    if found.get(_USUAL, 1.0) <= found.get(best, 1.0) + _CLEARLY:
        best = _USUAL
    for encoding in (best, "latin-1"):  # cp1252 leaves five bytes without a character: the control characters of latin-1
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise Refusal("readers.not_text")


def warm() -> None:
    """Guess once, so that nothing is loaded behind the walls."""
    _guessed("où é à la forêt, où ça".encode("cp850"))


def lines(data: bytes, draft: Draft, declared: str = "") -> list[str]:
    """Return a file's lines; say in the draft when the encoding had to be guessed or letters are lost."""
    text, encoding = decode(data, declared)
    draft.facts["encoding"] = encoding
    if encoding not in ("utf-8", "utf-16-le", "utf-16-be"):
        draft.note("readers.encoding", encoding=encoding)
    if "\ufffd" in text:
        draft.note("readers.lost_letters", count=text.count("\ufffd"))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    rows = text.rstrip("\n").split("\n")
    _pages_missing(rows, draft)
    return _without_pictures(rows, draft)


def _pages_missing(rows: list[str], draft: Draft) -> None:
    """Say which pages are not in a text that was joined from pages and marks each: "[page 4]"."""
    marked = sorted({int(found[1]) for row in rows if (found := _PAGE.fullmatch(row.strip()))})
    missing = [number for number in range(marked[0], marked[-1]) if number not in set(marked)] if marked else []
    if missing and len(marked) > 2:
        draft.note("readers.pages_missing", count=len(missing), pages=", ".join(map(str, missing[:20])))


def _without_pictures(rows: list[str], draft: Draft) -> list[str]:
    """Return the lines of a text without those that only tell of a picture: no words of the document."""
    kept = [row for row in rows if not _PICTURE.fullmatch(row)]
    if len(kept) < len(rows):
        draft.note("readers.pictures", count=len(rows) - len(kept))
    return kept


def read(data: bytes, limits: Limits, options: dict[str, str]) -> Reading:
    """Return a text file: each line that is not blank is a stretch, without the spaces at its two ends."""
    draft = Draft(limits)
    if options.get("format") == "csv":
        draft.note("readers.csv")
    for line in lines(data, draft):
        draft.add(line, Stretch(0, 0))
    return draft.done()
