"""spaCy's one door: blank pipelines that tokenise, stem, and mark phrases of legal function and of classes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

from ssc_drafter.check import law
from ssc_drafter.check.norms.reading import Mark
from ssc_drafter.check.norms.stems import cognate, fold, stem

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

HYPHENATED = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)+")
LONGEST_WORD = re.compile(r"\S{100}(?=\S)")
_BARE = re.compile(r"^à(?= )|(?<![^\W\d_])[éêâîôû](?=[^\W\d_]{3})")  # letters that lose their accent as capitals, in French
RARE = 3.0  # weight of a word that is not in the list of common ones
WORDS = 100_000  # words as they are written that are kept with what is known of them
GAP = 8  # words that "…" may stand for
SMILEY = re.compile(r"(?!.*[^\W\d_]{2})(?:.*[:;=()\[\]<>|].*|8-?D|x+D+)", re.IGNORECASE)  # of spaCy's: "(8) years" is none
HOLLOW = "hollow"  # what stands inside of a ban: "no [aircraft] shall"


class Pipeline:
    """A language's tokenizer with a matcher for all its phrases, or for others that are matched as written (`tables`)."""

    def __init__(self, lang: str, tables: dict[str, tuple[str, ...]] | None = None) -> None:
        import spacy
        from spacy.attrs import NORM
        from spacy.matcher import PhraseMatcher

        self.lang = lang if lang in law.LANGUAGES else "en"
        self.nlp: Language = french() if self.lang == "fr" else spacy.blank(self.lang)
        tokenizer: Any = self.nlp.tokenizer
        tokenizer.rules = {written: rule for written, rule in tokenizer.rules.items() if not SMILEY.fullmatch(written)}
        getters: dict[int, Callable[[str], str]] = self.nlp.vocab.lex_attr_getters  # type: ignore[attr-defined]
        getters[NORM] = lambda text: stem(text, self.lang)
        self.stop = {stem(word, self.lang) for word in self.nlp.Defaults.stop_words}
        self.matcher: PhraseMatcher = PhraseMatcher(self.nlp.vocab, attr="NORM")
        self.literal: PhraseMatcher = PhraseMatcher(self.nlp.vocab, attr="LOWER")
        self.parted: list[tuple[str, list[int]]] = []  # functions whose words stand apart, with the codes of their parts
        self.named: dict[int, tuple[str, str]] = {}  # the kind and the name that stand behind a code of the matchers
        self.nearest = law.words(self.lang).verbs.double  # of two "pas" behind a "ne", the first is its own
        self.word = lru_cache(maxsize=WORDS)(self._word)
        self._add_phrases(tables)

    def doc(self, text: str) -> Doc:
        """Return the tokens of a text; their norms are stems, worked out once a word.

        What runs on for hundreds of signs without a space is no word: it is cut, for spaCy's time grows with its square.
        """
        cuts = [0, *(found.end() for found in LONGEST_WORD.finditer(text)), len(text)]
        if len(cuts) == 2:
            return self.nlp.make_doc(text)
        from spacy.tokens import Doc

        tokens = [token for start, end in pairwise(cuts) for token in self.nlp.make_doc(text[start:end])]
        return Doc(self.nlp.vocab, [one.text for one in tokens], [bool(one.whitespace_) for one in tokens])

    def _word(self, text: str, stemmed: str) -> tuple[str, str, float]:
        """Return the stem, the cognate key and the weight of a word as it is written."""
        content = text[0].isalpha() and len(text) > 2 and stemmed not in self.stop
        return stemmed, cognate(stemmed), law.common(self.lang).get(stemmed, RARE) if content else 0.0

    def _add_phrases(self, tables: dict[str, tuple[str, ...]] | None) -> None:
        rows: dict[str, list[str]] = defaultdict(list)
        functions = _functions(self.lang) if tables is None else tables
        for function, phrases in functions.items():
            for number, phrase in enumerate(phrases):
                if "…" in phrase:
                    parts = [part.strip() for part in phrase.split("…")]
                    names = [f"part|{function}/{number}|{place}" for place in range(len(parts))]
                    self.parted.append((function, [self.nlp.vocab.strings.add(name) for name in names]))
                    for name, part in zip(names, parts, strict=True):
                        rows[name].append(part)
                else:
                    rows[f"word|{function}"].append(phrase)
        for kind, known in (("class", law.classes()), ("act", law.acts())) if tables is None else ():
            for one in known.values():
                rows[f"{kind}|{one.name}"] += one.words[self.lang]
        written = law.words(self.lang).exact | law.AS_WRITTEN if tables is None else frozenset(tables)
        for name, listed in rows.items():
            exact = name.partition("|")[2].split("/")[0].split("|")[0] in written
            forms = (form for phrase in listed for form in self._contracted(phrase)) if exact else listed
            (self.literal if exact else self.matcher).add(name, [self._pattern(phrase) for phrase in dict.fromkeys(forms)])
            kind, _, told = name.partition("|")
            self.named[self.nlp.vocab.strings[name]] = kind, told

    def _contracted(self, phrase: str) -> list[str]:
        """Return a phrase that is matched as written with those in which its last word is contracted: "tenu de", "tenu d'".

        French capitals often stand without accents: "A défaut de", "l'Etat" (source: Loi 2-00 de 2000 (MA) art. 45).
        """
        *ahead, last = phrase.split(" ")
        known = law.words(self.lang).contractions if ahead else {}
        forms = [phrase, *(" ".join((*ahead, short)) for short, long in known.items() if fold(last) == long)]
        bare = [_BARE.sub(lambda one: fold(one.group()), form) for form in forms if ahead and self.lang == "fr"]
        return [*forms, *(one for one in bare if one not in forms)]

    def _pattern(self, phrase: str) -> Doc:
        """Return a phrase's tokens as they stand inside a text: n' is one token only before a word."""
        return self.doc(phrase + "x")[:-1].as_doc() if phrase.endswith("'") else self.doc(phrase)

    def marks(self, doc: Doc) -> tuple[dict[str, list[Mark]], dict[str, list[Mark]], dict[str, list[Mark]]]:
        """Return the marks of function, class and act in a tokenised text, the longest of overlapping ones of a name."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for code, first, last in [*self.matcher(doc), *self.literal(doc)]:
            found[code].append((first, last))
        functions: dict[str, list[tuple[int, int]]] = defaultdict(list)
        classes: dict[str, list[Mark]] = {}
        acts: dict[str, list[Mark]] = {}
        for code, spans in found.items():
            kind, name = self.named[code]
            if kind == "word":
                functions[name] += spans
            elif kind == "class":
                classes[name] = _longest(spans, name)
            elif kind == "act":
                acts[name] = _longest(spans, name)
        hollow: set[tuple[int, int]] = set()
        for function, parts in self.parted:
            if parts[0] not in found or parts[1] not in found:
                continue
            words = [sorted(found.get(part, ())) for part in parts]
            if function == "prohibition":
                hollow.update(_between(words, functions[function]))
            functions[function] += _joined(words, self.nearest)
        functions[HOLLOW] = list(dict(sorted(hollow, reverse=True)).items())  # up to the nearest end
        return {name: _longest(spans, name) for name, spans in functions.items() if spans}, classes, acts


def _functions(lang: str) -> dict[str, tuple[str, ...]]:
    """Return every phrase of function, of organs, of what a number counts and of which law judges, by name."""
    found = law.words(lang).phrases | law.organs(lang)
    return found | law.side_by_side("counted.toml", lang) | law.side_by_side("lex.toml", lang)


def _longest(spans: list[tuple[int, int]], name: str) -> list[Mark]:
    if len(spans) == 1:
        return [Mark(*spans[0], name)]
    kept: list[Mark] = []
    for first, last in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or first >= kept[-1].last:
            kept.append(Mark(first, last, name))
    return kept


def _joined(parts: list[list[tuple[int, int]]], nearest: bool) -> list[tuple[int, int]]:
    """Return where the parts of a phrase stand in order, each within a few words of the one before: all, or the nearest."""
    spans = parts[0]
    for following in parts[1:]:
        rows = [(first, [end for begin, end in following if 0 <= begin - last <= GAP]) for first, last in spans]
        spans = [(first, end) for first, ends in rows for end in (ends[:1] if nearest else ends)]
    return spans


def _between(parts: list[list[tuple[int, int]]], fixed: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what stands inside of the words of a ban, where no fixed phrase says the same."""
    for (_, first), (last, end) in product(parts[0], parts[1]):
        if 0 < last - first <= GAP and not any(begin <= first and end == stop for begin, stop in fixed):
            yield first, last


@lru_cache(maxsize=4)
def pipeline(lang: str) -> Pipeline:
    """Return the pipeline of a language, made on first use."""
    return Pipeline(lang)


def french() -> Language:
    """Return a blank French pipeline with spaCy's own rules of elision and punctuation, and every hyphenated word whole.

    Importing spaCy's French package compiles one expression of tens of thousands of signs for hyphenated words, which takes
    four seconds; HYPHENATED does the same work.
    """
    from spacy.language import BaseDefaults, Language

    punctuation, stops = _part_of_french("punctuation"), _part_of_french("stop_words")

    class Defaults(BaseDefaults):
        prefixes = punctuation.TOKENIZER_PREFIXES
        infixes = punctuation.TOKENIZER_INFIXES
        suffixes = (*punctuation.TOKENIZER_SUFFIXES, "[–—]")  # "ne peut—", ahead of a list
        token_match = HYPHENATED.fullmatch
        stop_words = stops.STOP_WORDS

    made = type("French", (Language,), {"lang": "fr", "Defaults": Defaults})
    found: Language = made()
    return found


def _part_of_french(name: str) -> Any:
    """Return a module of spaCy's French package without the package round it."""
    import importlib.util
    from pathlib import Path

    import spacy

    path = Path(spacy.__file__).parent / "lang" / "fr" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"spacy.lang.fr.{name}", path)
    if spec is None or spec.loader is None:
        raise ImportError(path.name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
