"""Plain text: every line as it is printed. Nothing is changed but line ends; a byte order mark is not part of the text."""

from __future__ import annotations

from ssc_drafter.readers.reading import Draft, Limits, Reading, Refusal
from ssc_drafter.readers.source import Stretch

# cp1252 leaves five bytes without a character; there they stand for the control characters of latin-1
_CANDIDATES = ("utf-8", "cp1252", "latin-1")
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
    for encoding in (declared, *_CANDIDATES) if declared else _CANDIDATES:
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    raise Refusal("readers.not_text")


def lines(data: bytes, draft: Draft, declared: str = "") -> list[str]:
    """Return a file's lines; say in the draft when the encoding had to be guessed or letters are lost."""
    text, encoding = decode(data, declared)
    draft.facts["encoding"] = encoding
    if encoding not in ("utf-8", "utf-16-le", "utf-16-be"):
        draft.note("readers.encoding", encoding=encoding)
    if "\ufffd" in text:
        draft.note("readers.lost_letters", count=text.count("\ufffd"))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    return text.rstrip("\n").split("\n")


def read(data: bytes, limits: Limits, options: dict[str, str]) -> Reading:
    """Return a text file: each line that is not blank is a stretch, without the spaces at its two ends."""
    draft = Draft(limits)
    if options.get("format") == "csv":
        draft.note("readers.csv")
    for line in lines(data, draft):
        draft.add(line, Stretch(0, 0))
    return draft.done()
