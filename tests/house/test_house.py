"""The house rules that a machine can hold."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from ssc_drafter import places, words

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "ssc_drafter").rglob("*.py"))
WORD_FILES = sorted((places.WORDS / "en").glob("*.toml"))


def test_a_module_has_a_docstring_and_at_most_400_lines() -> None:
    texts = {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in MODULES}
    silent = [name for name, text in texts.items() if not re.match(r'"""\s*[^\s"]', text)]
    assert not silent, "say in one sentence, on the first line, what the module is for"
    long = [name for name, text in texts.items() if text.count("\n") > 400]
    assert not long, "find the seam and split it"


def test_no_module_is_called_by_an_empty_word() -> None:
    assert not [path for path in MODULES if path.stem in {"utils", "helpers", "manager", "common", "misc"}]


@pytest.mark.parametrize("lang", [lang for lang in words.LANGUAGES if lang != "en"])
def test_every_sentence_stands_in_every_language_with_the_same_placeholders(lang: str) -> None:
    english, other = words.sentences("en"), words.sentences(lang)
    assert sorted(english) == sorted(other)
    differ = [key for key, text in english.items() if words.placeholders(text) != words.placeholders(other[key])]
    assert not differ


def test_every_language_of_drafts_has_its_name() -> None:
    assert set(words.LANGUAGES) <= set(words.TOLD) <= set(words.NAMES)


@pytest.mark.parametrize("lang", [lang for lang in words.TOLD if lang != "en"])
def test_what_is_told_of_drafts_stands_in_the_languages_of_drafts(lang: str) -> None:
    english, other = words.sentences("en"), words.sentences(lang)
    wanted = [key for key in english if key.partition(".")[0] in words.TOLD_FILES]
    assert [key for key in wanted if key not in other] == []
    assert [key for key in other if key not in english] == []
    differ = [key for key, text in other.items() if words.placeholders(text) != words.placeholders(english[key])]
    assert not differ


def test_every_sentence_that_the_code_names_exists() -> None:
    named = set()
    for path in MODULES:
        named |= set(re.findall(r"""(?:Problem|say)\(\s*["']([a-z_]+\.[a-z0-9_]+)["']""", path.read_text("utf-8")))
    assert not sorted(named - set(words.sentences("en")))


def test_nothing_committed_names_this_machine_or_a_registry() -> None:
    hosts = ["py" + "pi.org", "python" + "hosted.org", "registry.npm" + "js", "deb.deb" + "ian.org"]
    paths = ["/wo" + "rk/", "/ro" + "ot/"]
    pattern = "|".join(re.escape(one) for one in hosts + paths)
    found = subprocess.run(
        ["git", "grep", "-n", "-I", "-E", pattern, "--", "."], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.stdout == ""


def test_every_test_that_the_table_of_promises_names_exists() -> None:
    missing = []
    for row in (ROOT / "docs" / "promises.md").read_text("utf-8").splitlines():
        for file, names in re.findall(r"`(\w+/test_\w+\.py)`: ((?:`test_\w+`(?:, )?)+)", row):
            path = ROOT / "tests" / file if (ROOT / "tests" / file).exists() else ROOT / "tests" / "unit" / file
            text = path.read_text("utf-8") if path.exists() else ""
            missing += [f"{file}: {name}" for name in re.findall(r"`(test_\w+)`", names) if f"def {name}(" not in text]
    assert not missing
