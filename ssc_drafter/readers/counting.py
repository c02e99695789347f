"""How lists are counted in letters and Roman figures."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """Return a number in small Roman figures; what Roman figures cannot say stays in digits."""
    if not 0 < number < 100_000:
        return str(number)
    shown = ""
    for value, letter in _ROMAN:
        times, number = divmod(number, value)
        shown += letter * times
    return shown


def letters(number: int, alphabet: str = "abcdefghijklmnopqrstuvwxyz") -> str:
    """Return a number as Word counts in letters: a ... z, aa, bb ... (the letter is repeated)."""
    if number < 1:
        return str(number)
    times, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * min(times + 1, 100)
