"""How Word writes the number of a list: figures, letters, Roman figures, ordinals, words, and the scripts of other languages.

The names are those of ST_NumberFormat (ECMA-376 part 1, 17.18.59).
"""

from __future__ import annotations

from collections.abc import Callable

from ssc_drafter.readers.counting import letters, roman

_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_DIGITS = {
    "hindiNumbers": "०१२३४५६७८९",
    "thaiNumbers": "๐๑๒๓๔๕๖๗๘๙",
    "decimalFullWidth": "０１２３４５６７８９",
    "decimalFullWidth2": "０１２３４５６７８９",
    "ideographDigital": "〇一二三四五六七八九",
    "japaneseDigitalTenThousand": "〇一二三四五六七八九",
}
_SUFFIX = {1: "st", 2: "nd", 3: "rd"}


def warm() -> None:
    """Load the words for numbers, so that nothing is imported behind the walls."""
    import num2words

    for lang in ("en", "fr", "es", "pt", "ru"):
        num2words.num2words(21, lang=lang, to="ordinal")


def figure(number: int, form: str, lang: str = "") -> str:
    """Return a number in one of Word's formats. An unknown format gives figures, as Word does."""
    maker = _FORMS.get(form)
    if maker:
        return maker(number)
    if form in _DIGITS:
        return "".join(_DIGITS[form][int(digit)] for digit in str(number))
    if form in ("cardinalText", "ordinalText"):
        return _in_words(number, "ordinal" if form == "ordinalText" else "cardinal", lang)
    if form == "ordinal":
        return _ordinal(number, lang)
    return str(number)


def padded(number: int, shape: str) -> str:
    """Return a number of a custom format that Word gives by examples ("001, 002, 003, ..."), padded as its first one."""
    first = shape.split(",")[0].strip()
    return str(number).zfill(len(first)) if first.isdigit() else str(number)


def _ordinal(number: int, lang: str) -> str:
    language = lang[:2].lower()
    if language == "fr":
        return f"{number}er" if number == 1 else f"{number}e"
    if language in ("es", "pt", "it"):
        return f"{number}º"
    if language in ("de", "nb", "da", "fi", "cs", "pl", "tr"):
        return f"{number}."
    suffix = "th" if 10 <= number % 100 <= 20 else _SUFFIX.get(number % 10, "th")
    return f"{number}{suffix}"


def _in_words(number: int, to: str, lang: str) -> str:
    import num2words

    try:
        said = num2words.num2words(number, lang=(lang or "en")[:2].lower(), to=to)
    except (NotImplementedError, OverflowError, ValueError, TypeError, KeyError, IndexError):
        said = num2words.num2words(number, lang="en", to=to)
    return str(said[:1].upper() + said[1:])


def _circled(number: int) -> str:
    if 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    return chr(0x3251 + number - 21) if 21 <= number <= 35 else str(number)


def _hebrew(number: int) -> str:
    """Return a number in Hebrew letters by value; 15 and 16 are written 9+6 and 9+7."""
    shown = ""
    for value, letter in zip((400, 300, 200, 100), "תשרק", strict=True):
        times, number = divmod(number, value)
        shown += letter * times
    if number in (15, 16):
        return shown + "ט" + ("ו" if number == 15 else "ז")
    tens, ones = divmod(number, 10)
    return f"{shown}{('', *'יכלמנסעפצ')[tens]}{('', *'אבגדהוזחט')[ones]}"


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerLetter": letters,
    "none": lambda number: "",
    "bullet": lambda number: "",
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "russianLower": lambda number: letters(number, _CYRILLIC),
    "russianUpper": lambda number: letters(number, _CYRILLIC).upper(),
    "arabicAlpha": lambda number: letters(number, _ARABIC_ALPHA),
    "arabicAbjad": lambda number: letters(number, _ABJAD),
    "hebrew1": _hebrew,
    "hebrew2": lambda number: letters(number, _HEBREW),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
}
