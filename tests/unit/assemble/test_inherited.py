"""A child inherits the terms of its parent, a tree of ours or an imported text."""

from __future__ import annotations

import shelf

from ssc_drafter import places
from ssc_drafter.answers.files import read_file
from ssc_drafter.assemble import assemble
from ssc_drafter.assemble.inherited import inherited_terms
from ssc_drafter.library.changes import read_changes
from ssc_drafter.tree.nodes import Agreement, Article, Paragraph, Text, plain
from ssc_drafter.tree.running import running_text

CHILD = sorted((places.TEMPLATES / "implementing_arrangement/samples").glob("*.yaml"))[0]
IMPORTED = Agreement(
    "", "en", "binding", (), (), None, (Article("art_1", (), (Paragraph((Text("“Work Plan” means what is agreed."),)),)),)
)


def child(parent: Agreement | None) -> Agreement:
    file = read_file(CHILD)
    library = shelf.shipped()
    return assemble(library, file.kind, file.answers, "en", read_changes(file.changes), blanks=True, parent=parent)


def definitions(agreement: Agreement) -> str:
    found = [one for one in agreement.articles if one.name == "definitions"]
    return "\n".join(plain(item.content) for one in found for b in one.blocks if isinstance(b, Paragraph) for item in b.items)


def test_what_the_parent_defines_is_not_defined_again() -> None:
    assert "“Work Plan”" in definitions(child(None))
    assert "“Work Plan”" not in definitions(child(IMPORTED))
    assert "Work Plan" in running_text(child(IMPORTED)).text


def test_a_tree_of_ours_tells_its_terms_by_its_marks() -> None:
    parent = shelf.sample(sorted((places.TEMPLATES / "framework_agreement/samples").glob("*.yaml"))[0], "en")
    found = inherited_terms(shelf.shipped(), parent)
    assert "joint_commission" in found and "party" not in found
