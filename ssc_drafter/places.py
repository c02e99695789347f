"""Where the data of the product lies: in a checkout beside the package, in an installed wheel inside it."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
SHIPPED = PACKAGE / "_shipped"
ROOT = SHIPPED if SHIPPED.is_dir() else PACKAGE.parent

CLAUSES = ROOT / "clauses"
TEMPLATES = ROOT / "templates"
LOOK = TEMPLATES / "_look"
WEB = ROOT / "web"
WORDS = WEB / "words"
LAW = ROOT / "law"
SAMPLES = ROOT / "samples"
SCHEMAS = ROOT / "schemas"
