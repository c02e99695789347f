"""What a child inherits from its parent: the terms that the parent defines are not defined again."""

from __future__ import annotations

import re

from ssc_drafter.assemble.definitions import used_terms
from ssc_drafter.language.folding import fold
from ssc_drafter.library.load import Library
from ssc_drafter.tree.nodes import Agreement
from ssc_drafter.tree.running import running_text

QUOTED = re.compile(r"[“«\"„]\s*([^“”«»\"]{2,60}?)\s*[”»\"]")
OPENED_BY_EACH = frozenset({"party"})  # every instrument names its own Parties


def inherited_terms(library: Library, parent: Agreement) -> frozenset[str]:
    """Return the names of the library's terms that a parent defines: by its marks, or in quotation marks where it was imported.

    A child that uses them has no definition of its own for them; its article on the parent says that they mean the same.
    """
    _, marked = used_terms(parent)
    said = {fold(found[1]) for found in QUOTED.finditer(running_text(parent).text)}
    quoted = {
        name
        for name, term in library.terms.items()
        if (forms := term.said(parent.lang, parent.register)) and fold(forms.singular) in said
    }
    return (marked & library.terms.keys() | quoted) - OPENED_BY_EACH
