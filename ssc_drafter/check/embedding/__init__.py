"""Sentence vectors as one more road to candidates, where the optional package is installed; everything works without it."""

from __future__ import annotations

from ssc_drafter.check.embedding.model import encode, installed, off
from ssc_drafter.check.embedding.vectors import Vectors, vectors_of

__all__ = ["Vectors", "encode", "installed", "off", "vectors_of"]
