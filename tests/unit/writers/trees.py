"""Agreements built by hand for the writers' tests: between fictional States, long and rich, or small to order."""

from __future__ import annotations

from ssc_drafter.tree.nodes import (
    Agreement,
    Annex,
    Article,
    Blank,
    Block,
    Bracket,
    Break,
    Inline,
    Inlines,
    Item,
    Paragraph,
    Party,
    Preamble,
    Provenance,
    Recital,
    Ref,
    Row,
    Signature,
    Table,
    Term,
    Testimonium,
    Text,
    TitleLine,
)


def words(*parts: str | Inline) -> Inlines:
    """Return inlines; a string stands for a Text."""
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def para(*parts: str | Inline, items: tuple[Item, ...] = (), closing: str = "", number: str = "") -> Paragraph:
    return Paragraph(words(*parts), items, words(closing) if closing else (), number)


def item(*parts: str | Inline, items: tuple[Item, ...] = (), number: str = "") -> Item:
    return Item(words(*parts), items, number)


def article(name: str, heading: str, *blocks: Block, number: str = "") -> Article:
    return Article(
        name, words(heading) if heading else (), blocks, number, Provenance(f"house/{name}", "2026-11-25", "canary_variant")
    )


def closing(paragraphs: tuple[Paragraph, ...]) -> Testimonium:
    return Testimonium(paragraphs)


def table(*rows: tuple[str, ...], figures: tuple[int, ...] = (), caption: str = "") -> Table:
    made = [Row(tuple(words(cell) for cell in row)) for row in rows]
    return Table(made[0], tuple(made[1:]), words(caption) if caption else (), figures)


def small(
    *articles: Article, lang: str = "en", annexes: tuple[Annex, ...] = (), draft_mark: str = "", **more: object
) -> Agreement:
    """Return an agreement of nothing but these articles."""
    title = (TitleLine(words("Agreement")),)
    made: dict[str, object] = {
        "kind": "framework_agreement", "lang": lang, "register": "binding", "title": title, "parties": (), "preamble": None,
        "articles": articles, "annexes": annexes, "date": "2026-11-25", "draft_mark": draft_mark,
    }  # fmt: skip
    return Agreement(**(made | more))  # type: ignore[arg-type]


def _articles() -> tuple[Article, ...]:
    parties = Term("party", "Parties")
    return (
        article(
            "definitions", "Definitions",
            para("For the purposes of this Agreement:", items=(
                item(Term("project", "“Project”", True), " means a set of activities agreed in writing under ", Ref("projects", "Article 3"), ";"),
                item(Term("expert", "“Expert”", True), " means a person sent by a Party to carry out a ", Term("project", "Project"), "; and"),
                item(Term("host", "“Host Party”", True), " means the Party in whose territory a Project is carried out."),
            )),
        ),
        article(
            "purpose", "Purpose",
            para("The ", parties, " shall cooperate in nursing education, on the basis of equality, mutual benefit and respect for national law and for the priorities that each of them has set."),
        ),
        article(
            "projects", "Projects",
            para("Each Project shall be agreed in writing between the focal points named in ", Ref("focal_points", "Article 5"), "."),
            para("A Project document shall state:", items=(
                item("its purpose and the results expected;"),
                item("what each Party contributes, in particular:", items=(
                    item("experts, equipment and training places; and"),
                    item("money, within the limits of ", Ref("money/2", "paragraph 2 of Article 6"), ";"),
                )),
                item("how long it lasts."),
            ), closing="and shall be attached to this Agreement as soon as both Parties have signed it."),
            para("No Project shall begin before the ", Bracket(words("entry into force"), "VAL"), " ", Bracket(words("signature"), "TAR"), " of this Agreement."),
        ),
        article(
            "experts", "Privileges of Experts",
            para("The Host Party shall grant to Experts the facilities that its law allows."),
            para("Experts shall respect the law of the Host Party (see ", Ref("definitions/1/c", "Article 1(c)"), ")."),
        ),
        article(
            "focal_points", "Focal points",
            para("The focal points are, for Valmeria, the Ministry of Health (", Text("Министерство здравоохранения", lang="ru"), ") and, for Tarsenia, ", Text("وزارة الصحة العامة", lang="ar"), " (Ministry of Public Health), seat: ", Blank("seat", "seat of the focal point of Tarsenia"), "."),
            para("A change of focal point shall be notified within thirty (30) days."),
        ),
        article(
            "money", "Financial arrangements",
            para("Each Party shall bear its own costs unless a Project document says otherwise."),
            para("The contribution of a Party to one Project shall not exceed USD 250,000 a year; beyond that sum the consent of its Ministry of Finance is required, given in writing and in advance."),
        ),
        article("disputes", "Settlement of disputes", para("Any dispute shall be settled by consultation between the Parties within ninety (90) days, as provided in ", Ref("work_plan", "Annex 1"), ".")),
        article(
            "final", "Entry into force, duration and termination",
            para("This Agreement shall enter into force on the date of the later notification by which a Party informs the other that its internal requirements are fulfilled."),
            para("It shall remain in force for five (5) years and be renewed for like periods unless a Party gives notice six (6) months before."),
            para("Termination shall not affect Projects under way under ", Ref("projects/2/b", "Article 3(2)(b)"), ", unless the Parties agree otherwise."),
        ),
    )  # fmt: skip


def rich(lang: str = "en", draft_mark: str = "Draft 7, 24 November 2026", times: int = 1) -> Agreement:
    """Return a whole agreement between two fictional States; `times` repeats its middle articles to make it long."""
    articles = list(_articles())
    for turn in range(1, times):
        articles += [Article(f"{one.name}_{turn}", one.heading, one.blocks) for one in _articles()[1:6]]
    plan = Annex("work_plan", words("Work plan"), (
        para("The activities of the first year are these."),
        table(("Activity", "Start", "Cost (USD)"), ("Training of nurses in paediatric care, two groups of twelve", "15 January 2027", "120,000.00"), ("Exchange of teachers", "1 March 2027", "48,500.50"), ("Joint curriculum & handbook <draft>", "1 June 2027", "9,750.00"), figures=(2,), caption="Activities and costs"),
        para("The plan is renewed each year."),
    ))  # fmt: skip
    terms = Annex("commission_terms", words("Terms of reference of the Joint Commission"), (), (
        article("tor_members", "Members", para("The Commission has six members."), para("It elects a chair:", items=(item("for one year; or"), item("for two years.")))),
        article("tor_meetings", "Meetings", para("It meets once a year."), para("It decides by consensus, as ", Ref("tor_members", "Article 1"), " says.")),
    ))  # fmt: skip
    return Agreement(
        kind="framework_agreement", lang=lang, register="binding",
        title=(
            TitleLine(words("Framework Agreement")), TitleLine(words("between"), "joint"),
            TitleLine(words("the Government of the Republic of Valmeria"), "party"), TitleLine(words("and"), "joint"),
            TitleLine(words("the Government of the Kingdom of Tarsenia"), "party"), TitleLine(words("on"), "joint"),
            TitleLine(words("cooperation in nursing education"), "subject"),
        ),
        parties=(Party("the Government of the Republic of Valmeria", "Valmeria", "government", "XA"), Party("the Government of the Kingdom of Tarsenia", "Tarsenia", "government", "XB")),
        preamble=Preamble(
            words("The Government of the Republic of Valmeria and the Government of the Kingdom of Tarsenia (hereinafter jointly referred to as the ", Term("party", "“Parties”", True), "),"),
            (
                Recital(words("Recalling the Buenos Aires Plan of Action for Promoting and Implementing Technical Cooperation among Developing Countries of 1978;")),
                Recital(words("Bearing in mind that South-South cooperation is a common endeavour of peoples and countries of the South;")),
                Recital(words("Desiring to strengthen the friendly relations between them,")),
            ),
            words("Have agreed as follows:"),
        ),
        articles=tuple(articles),
        testimonium=Testimonium((
            para("In witness whereof the undersigned, being duly authorized by their respective Governments, have signed this Agreement."),
            para("Done at ", Blank("place", "place of signature"), " on the first day of March, two thousand and twenty-seven, in two originals, each in the English and Arabic languages, both texts being equally authentic. In case of divergence the English text shall prevail."),
        )),
        signatures=(
            Signature(words("For the Government of"), words("the Republic of Valmeria"), words("Amara Vale"), words("Minister of Health")),
            Signature(words("For the Government of"), words("the Kingdom of Tarsenia", Break(), Text("مملكة تارسينيا", lang="ar"))),
            Signature(words("For"), words("the Organisation of the Two Seas"), (), words("Secretary-General")),
        ),
        annexes=(plan, terms), date="2026-11-24", draft_mark=draft_mark,
    )  # fmt: skip


def printed(inlines: Inlines) -> str:
    """Return words as a page shows them; what they are is the test's own reading, not the program's."""
    made = []
    for one in inlines:
        if isinstance(one, Blank):
            made.append(f"[{one.prompt}]")
        elif isinstance(one, Bracket):
            made.append(f"[{one.by + ': ' if one.by else ''}{printed(one.content)}]")
        else:
            made.append("\n" if isinstance(one, Break) else one.text)
    return "".join(made)


def with_canaries() -> Agreement:
    """Return an agreement whose every inner mark is a canary: none may be found in a file that leaves the house."""
    by = Provenance("canary_clause", "canary_version", "canary_variant", ("canary_answer",), "canary_officer")
    paragraph = Paragraph((Text("The words.", answer="canary_answer"),), (Item(words("a point"), (), "", by),), (), "", by)
    one = Article("purpose", words("Purpose"), (paragraph,), "", by)
    preamble = Preamble(words("The Parties,"), (Recital(words("Recalling x,"), by),), words("agree:"), by)
    annex = Annex("plan", words("Plan"), (Table(Row((words("A"),)), (Row((words("B"),)),), (), (), by),), (), "", by)
    return small(one, annexes=(annex,), preamble=preamble, testimonium=Testimonium((paragraph,), by))
