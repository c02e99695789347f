"""Plans as they are printed: long chapters cut where they count on, parts that count anew, notes at the end. Invented texts."""

from ssc_drafter.policies.provisions import Segments, segment

FILLED = "The Ministry will open schools in each district and train the teachers that they need. " * 40

LATER = [f"{roman}. {word}\n{FILLED}" for roman, word in (("III", "MEANS"), ("IV", "COSTS"), ("V", "CHECKS"), ("VI", "END"))]


def plan(*pieces: str) -> Segments:
    return segment("\n\n".join(pieces), "en", plan=True)


def numbers(found: Segments) -> list[str]:
    return [one.number for one in found.provisions]


def said(found: Segments) -> str:
    return " ".join(one.what for one in found.warnings)


def test_a_long_chapter_is_cut_at_its_points() -> None:
    points = [f"{place}. Matter {place}\n{FILLED}" for place in range(1, 4)]
    found = plan(f"I. FRAME\n{FILLED}", "II. AIMS", *points, *LATER)
    assert numbers(found) == ["1", "2", "2(1)", "2(2)", "2(3)", "3", "4", "5", "6"]
    point = found.provisions[2]
    assert point.heading == "Matter 1" and point.within[-1].shown == "2 (AIMS)" and point.level == "section"
    assert "are ours" not in said(found) and len({one.address for one in found.provisions}) == 9


def test_one_that_numbers_nothing_is_cut_at_its_headings_and_that_is_said() -> None:
    aims = [f"II. AIMS\n{FILLED}", f"WATER FOR ALL\n{FILLED}", f"LIGHT FOR\n\nTHE VILLAGES\n{FILLED}"]
    found = plan(f"I. FRAME\n{FILLED}", *aims, *LATER)
    assert numbers(found) == ["1", "2", "2/1", "2/2", "3", "4", "5", "6"]
    assert [one.heading for one in found.provisions][2:4] == ["WATER FOR ALL", "LIGHT FOR THE VILLAGES"]
    assert "are ours" in said(found)


def test_short_chapters_stay_whole() -> None:
    found = plan(f"I. FRAME\n{FILLED}", f"II. AIMS\n1. One\n2. Two\n3. Three\n{FILLED}", *LATER)
    assert numbers(found) == list("123456")


def test_chapters_that_count_anew_are_all_the_plans_own() -> None:
    chapters = [
        f"SECTOR {name}\n\n" + "\n\n".join(f"{place}. Step {place}\n{FILLED[:900]}" for place in range(1, 6))
        for name in ("ONE", "TWO", "THREE")
    ]
    found = plan(*chapters)
    assert len(found.provisions) == 15 and not found.other and len(set(numbers(found))) == 15
    assert "part 1, part 2" in said(found)


def test_the_schedule_of_a_law_still_stands_apart() -> None:
    sections = "\n\n".join(f"{place}. Matter {place}\nThe Office shall act on it at once." for place in range(1, 8))
    schedule = "\n\n".join(f"{place}. Form {place}\nThe form shall be signed." for place in range(1, 4))
    found = segment(f"{sections}\n\n{schedule}", "en")
    assert len(found.provisions) == 7 and [one.container for one in found.other] == ["part 1"] * 3


def test_notes_at_the_end_are_no_units() -> None:
    chapters = [f"{place}. Chapter {place}\n\n{FILLED[:1500]}" for place in range(1, 6)]
    notes = [f"{place} Ministry of Water, Report on the year {1990 + place}" for place in range(6, 16)]
    assert numbers(plan(*chapters, *notes)) == list("12345")


def test_lists_within_a_plan_are_neither_old_wordings_nor_quoted() -> None:
    chapters = [f"{place}. Chapter {place}\n\n1. first point\n2. second point\n\n{FILLED[:1500]}" for place in range(1, 6)]
    found = plan(*chapters)
    assert not found.other and "quoted" not in said(found) and "Earlier wordings" not in said(found)
