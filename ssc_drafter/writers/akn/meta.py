"""The metadata of an Akoma Ntoso document: what it is, of which date, who concludes it, which terms it uses."""

from __future__ import annotations

from lxml import etree

from ssc_drafter.tree.nodes import Agreement, Party
from ssc_drafter.writers.akn.inlines import Element, Words, akn
from ssc_drafter.writers.sheet import cleaned, date_of

OURS = "urn:ssc-drafter:agreement:1"
LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "pt": "por", "ar": "ara", "ru": "rus", "zh": "zho", "sw": "swa"}


def meta(agreement: Agreement, words: Words, component: str = "main") -> Element:
    """Return the <meta> of the agreement, or of one of its annexes. The annexes' holds no terms and nothing of ours."""
    main = component == "main"
    return akn(
        "meta",
        _identification(agreement, component),
        _references(agreement, words) if main else None,
        _proprietary(agreement) if main else None,
    )


def _identification(agreement: Agreement, component: str) -> Element:
    country = next((party.country.lower() for party in agreement.parties if party.country), "un")
    date, lang = date_of(agreement), LANGUAGES.get(agreement.lang, agreement.lang)
    work = f"/akn/{country}/doc/agreement/{date}/{agreement.kind or 'agreement'}"
    expression = f"{work}/{lang}@{date}"
    made = akn("identification", source="#ssc-drafter")
    for level, uri in (("FRBRWork", work), ("FRBRExpression", expression), ("FRBRManifestation", f"{expression}.xml")):
        inner = [
            akn("FRBRthis", value=f"{uri}/!{component}"),
            akn("FRBRuri", value=uri),
            akn("FRBRdate", date=date, name="draft" if agreement.draft_mark else "text"),
            akn("FRBRauthor", href="#parties"),
        ]
        if level == "FRBRWork":
            inner.append(akn("FRBRcountry", value=country))
        elif level == "FRBRExpression":
            inner.append(akn("FRBRlanguage", language=lang))
        made.append(akn(level, *inner))
    return made


def _references(agreement: Agreement, words: Words) -> Element:
    made = akn("references", source="#ssc-drafter")
    made.append(akn("TLCOrganization", eId="ssc-drafter", href="/ontology/organization/ssc-drafter", showAs="ssc-drafter"))
    made.append(akn("TLCRole", eId="parties", href="/ontology/role/parties", showAs="Parties"))
    for place, party in enumerate(agreement.parties, 1):
        made.append(
            akn("TLCOrganization", eId=f"party_{place}", href=f"/ontology/organization/party_{place}", showAs=_shown(party))
        )
    for name, number in words.terms.items():
        made.append(akn("TLCTerm", eId=number, href=f"/ontology/term/{number}", showAs=cleaned(name)))
    return made


def _shown(party: Party) -> str:
    return cleaned(" ".join(party.name.split()) or party.short or "Party")


def _proprietary(agreement: Agreement) -> Element:
    """What Akoma Ntoso has no place for, so that the tree comes back whole."""
    ours = etree.Element(f"{{{OURS}}}agreement", None, {"ssc": OURS})
    for name in ("kind", "lang", "register", "unit", "date", "draft_mark"):
        ours.set(name, cleaned(str(getattr(agreement, name))))
    for party in agreement.parties:
        inner = etree.SubElement(ours, f"{{{OURS}}}party")
        for name in Party.__struct_fields__:
            if getattr(party, name):
                inner.set(name, cleaned(getattr(party, name)))
    return akn("proprietary", ours, source="#ssc-drafter")
