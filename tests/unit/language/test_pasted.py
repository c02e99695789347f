"""What a word processor puts on the clipboard, and what is left of it."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.language.pasted import as_lines, seen


@each_row(
    ("typed", "read"),
    [
        ("co\u00adoperate", "cooperate"),
        ("\ufeffThe\u200b Parties", "The Parties"),
        ("one\x0btwo\u2028three\r\nfour", "one\ntwo\nthree\nfour"),
        ("\uf0b7 a point", "• a point"),
        ("می\u200cشود", "می\u200cشود"),  # this joiner belongs to the spelling
        ("Côte\u00a0d’Ivoire", "Côte\u00a0d’Ivoire"),
    ],
)
def test_signs_that_nobody_sees_go(typed: str, read: str) -> None:
    assert seen(typed) == read


@each_row(
    ("pasted", "read"),
    [
        (
            "1.\tThe Parties cooperate:\n•\tin water;\n\uf0b7 in health.",
            "The Parties cooperate:\n  (a) in water;\n  (a) in health.",
        ),
        ("Les Parties :\n– coopèrent ;\n– se consultent.", "Les Parties :\n  (a) coopèrent ;\n  (a) se consultent."),
        ("• alone", "alone"),
        ("3.2\tA paragraph", "A paragraph"),
        ("2. The Parties", "The Parties"),
        ("30. days are no number of a paragraph", "30. days are no number of a paragraph"),
        ("1945 was the year", "1945 was the year"),
        ("(a) stays;\n  (b) as well", "(a) stays;\n  (b) as well"),
    ],
)
def test_bullets_are_points_and_own_numbers_go(pasted: str, read: str) -> None:
    assert as_lines(pasted) == read
