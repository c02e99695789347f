"""Symbols that Word draws from the fonts Symbol and Wingdings, as Unicode characters (Unicode's own mapping tables)."""

from __future__ import annotations

_SYMBOL_FROM = 0x61
_SYMBOL_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SYMBOL = {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x76: "❖", 0x9E: "·", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x22: "✂", 0x36: "⌛", 0x46: "☞", 0x21: "✏",
}  # fmt: skip


def symbol(font: str, code: str) -> str:
    """Return the character that a font draws for a code; where that is not known, a placeholder that names both."""
    try:
        point = int(code, 16)
    except ValueError:
        return f"[symbol {code[:8]}]"
    if not 0 < point < 0x110000 or 0xD800 <= point < 0xE000:
        return f"[symbol {code[:8]}]"
    if not 0xF000 <= point <= 0xF0FF and font not in ("Symbol", "Wingdings"):
        return chr(point)
    low = point & 0xFF
    if font == "Symbol":
        found = _from_symbol(low)
    elif font == "Wingdings":
        found = _WINGDINGS.get(low, "")
    else:
        found = ""
    return found or f"[symbol {font} {low:02X}]"


def _from_symbol(low: int) -> str:
    for start, row in ((_SYMBOL_FROM, _SYMBOL_GREEK), (_SYMBOL_FROM - 32, _SYMBOL_CAPITALS)):
        if start <= low < start + len(row):
            return row[low - start]
    plain = chr(low) if 0x20 <= low <= 0x3F or low in (0x5B, 0x5D, 0x5F, 0x7B, 0x7C, 0x7D) else ""
    return _SYMBOL.get(low, plain)
