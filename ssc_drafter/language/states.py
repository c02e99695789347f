"""The names of States, from the data of Babel (CLDR, short names) and pycountry (ISO 3166, long names)."""

from __future__ import annotations

import gettext
import re
import unicodedata
from functools import lru_cache

from ssc_drafter.language.tongue import languages, locale, tongue
from ssc_drafter.places import kept_by_language


@kept_by_language(512)
def short_name(code: str, lang: str) -> str:
    """Return the short name of a State, or "" where the code is not known."""
    from babel import Locale

    own = tongue(lang).short.get(code)
    return own or str(Locale.parse(locale(lang)).territories.get(code, ""))


@kept_by_language(512)
def long_name(code: str, lang: str) -> str:
    """Return the long name of a State ("Republic of Kenya"), its short name where it has no other, or ""."""
    import pycountry

    if own := tongue(lang).long.get(code):
        return own
    country = pycountry.countries.get(alpha_2=code)
    if country is None:
        return ""
    official = getattr(country, "official_name", "")
    if not official:
        return short_name(code, lang)
    if lang == "en":
        return official.replace("'", "’")
    try:
        table = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[lang])
    except OSError:
        return short_name(code, lang)
    translated = table.gettext(official)
    return (translated if translated != official else short_name(code, lang)).replace("'", "’")


@lru_cache(maxsize=1)
def codes() -> frozenset[str]:
    """Return all ISO 3166 two-letter codes."""
    import pycountry

    return frozenset(country.alpha_2 for country in pycountry.countries)


SPOKEN = ("en", "fr", "es", "pt", "pt_PT")  # the languages in which texts from elsewhere name their Parties


def unaccented(text: str) -> str:
    """Return a text without accents and case, for comparing names."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


@kept_by_language(2)
def names() -> dict[str, str]:
    """Return every name of a State, without accents and case, with its code: short names of CLDR, long ones of ISO 3166."""
    import pycountry
    from babel import Locale

    territories = [Locale.parse(lang).territories for lang in SPOKEN]
    found: dict[str, str] = {}
    for code in sorted(codes()):
        country = pycountry.countries.get(alpha_2=code)
        iso = (getattr(country, key, "") for key in ("common_name", "official_name", "name"))
        own = (tongue(lang).short.get(code, "") for lang in languages())
        for name in (*iso, *own, *(str(one.get(code, "")) for one in territories)):
            if len(name) > 2:
                found.setdefault(unaccented(name), code)
    return found


def code_of(stated: str) -> str:
    """Return the two-letter code of a State that is named by a code ("ke", "KEN", of a place "za-cpt") or a name, else ""."""
    bare = stated.strip()
    if found := re.fullmatch(r"([A-Za-z]{2})(?:-.*)?", bare):
        return found[1].upper()
    if re.fullmatch(r"[A-Za-z]{3}", bare):
        import pycountry

        country = pycountry.countries.get(alpha_3=bare.upper())
        return str(country.alpha_2) if country else ""
    return names().get(unaccented(bare), "")
