"""Norms as people see them: modality, bearer, parts, each with its place. All texts are written for this file."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.structure import Norm, norms_of
from ssc_drafter.check.structure.rows import as_json, rows
from ssc_drafter.words import LANGUAGES


def parts(norm: Norm) -> list[object]:
    """Return everything in a norm that has a place."""
    lists = (norm.frame, norm.conditions, norm.exceptions, norm.provisos, norm.deference, norm.authority, norm.references)
    found: list[object] = [norm.modal, *(one for row in lists for one in row), *norm.quantities, *norm.steps]
    found += [one.base for one in norm.quantities if one.base]
    return found + [one for one in (norm.bearer, norm.effect, norm.object) if one]


WHOLE = [
    (
        "en",
        "Where a licence lapses, the holder shall, subject to section 12 of the Fisheries Act, return it to the Director within"
        " ten days from the date of notice, unless the Minister decides otherwise.",
    ),
    (
        "fr",
        "Lorsque le permis expire, le titulaire doit le rendre au directeur dans les dix jours à compter de la notification,"
        " conformément à l'article 12 de la loi n° 2010-05, sauf si le ministre en décide autrement.",
    ),
    (
        "es",
        "Cuando caduque la licencia, el titular deberá devolverla al Director dentro de los diez días contados desde la"
        " notificación, de conformidad con el artículo 12 de la Ley 1333, salvo que el Ministro decida otra cosa.",
    ),
    (
        "pt",
        "Quando a licença caducar, o titular deve devolvê-la ao Diretor no prazo de dez dias a contar da notificação, nos"
        " termos do artigo 12 da Lei n.º 5/2010, salvo se o Ministro decidir de outro modo.",
    ),
]


@each_row(("lang", "text"), WHOLE)
def test_a_norm_is_told_with_all_its_parts(lang: str, text: str) -> None:
    (norm,) = norms_of(text, lang)
    assert (norm.modality, norm.bearer and norm.bearer.kind) == ("duty", "person")
    assert len(norm.conditions) == len(norm.exceptions) == len(norm.deference) == len(norm.references) == 1
    assert norm.conditions[0].start == 0
    assert len(norm.authority) == 2, norm.authority
    (amount,) = norm.quantities
    assert (amount.value, amount.scale, amount.compare) == (10, "days", "most")
    assert amount.base
    assert "12" in norm.references[0].text


@each_row(("lang", "text"), WHOLE)
def test_every_part_is_exactly_the_text_at_its_place(lang: str, text: str) -> None:
    for norm in norms_of(text, lang):
        for part in parts(norm):
            assert text[part.start : part.end] == part.text != ""  # type: ignore[attr-defined]


@each_row(("lang", "text"), WHOLE)
def test_a_norm_is_shown_in_rows_in_every_language_of_the_pages(lang: str, text: str) -> None:
    (norm,) = norms_of(text, lang)
    for ui in LANGUAGES:
        shown = rows(norm, ui)
        assert [row.name for row in shown][:3] == ["modality", "bearer", "effect"]
        assert all(row.label and text[row.start : row.end] == row.text for row in shown)
    assert as_json(norm)["bearer"]["kind"] == "person"


BEARERS = [
    # language, sentence, kind of bearer, its words, modality
    ("en", "No person shall burn waste.", "nobody", "No person", "prohibition"),
    ("en", "Neither Party shall levy duty on samples.", "nobody", "Neither Party", "prohibition"),
    ("en", "Every operator shall keep a log.", "everyone", "Every operator", "duty"),
    ("en", "The log shall be inspected by the Registrar.", "organ", "Registrar", "duty"),
    ("en", "The Minister may suspend a licence.", "organ", "The Minister", "power"),
    ("en", "Samples shall not be exported.", "", "", "prohibition"),
    ("fr", "Nul ne peut brûler de déchets.", "nobody", "Nul", "prohibition"),
    ("fr", "Aucun étranger ne peut acquérir une terre.", "nobody", "Aucun étranger", "prohibition"),
    ("fr", "Tout exploitant doit tenir un journal.", "everyone", "Tout exploitant", "duty"),
    ("fr", "Le journal est contrôlé par le préfet.", "organ", "préfet", "duty"),
    ("fr", "Le ministre peut suspendre un permis.", "organ", "Le ministre", "power"),
    ("fr", "Il est interdit d'exporter des échantillons.", "", "", "prohibition"),
    ("es", "Ninguna persona podrá quemar residuos.", "nobody", "Ninguna persona", "prohibition"),
    ("es", "Nadie podrá pescar en la reserva.", "nobody", "Nadie", "prohibition"),
    ("es", "Todo operador deberá llevar una bitácora.", "everyone", "Todo operador", "duty"),
    ("es", "La bitácora será revisada por el Ministerio.", "organ", "Ministerio", "duty"),
    ("es", "El Ministro podrá suspender una licencia.", "organ", "El Ministro", "power"),
    ("es", "Se prohíbe exportar muestras.", "", "", "prohibition"),
    ("pt", "Nenhuma pessoa pode queimar resíduos.", "nobody", "Nenhuma pessoa", "prohibition"),
    ("pt", "Ninguém poderá pescar na reserva.", "nobody", "Ninguém", "prohibition"),
    ("pt", "Todo operador deve manter um diário.", "everyone", "Todo operador", "duty"),
    ("pt", "O diário será verificado pelo Ministério.", "organ", "Ministério", "duty"),
    ("pt", "O Ministro pode suspender uma licença.", "organ", "O Ministro", "power"),
    ("pt", "É proibido exportar amostras.", "", "", "prohibition"),
]


@each_row(("lang", "text", "kind", "words", "modality"), BEARERS)
def test_whom_a_norm_addresses(lang: str, text: str, kind: str, words: str, modality: str) -> None:
    (norm,) = norms_of(text, lang)
    assert (norm.modality, norm.bearer.kind if norm.bearer else "", norm.bearer.text if norm.bearer else "") == (
        modality,
        kind,
        words,
    )


CHAPEAUX = [
    ("en", "The operator shall: (a) keep a log for two years; (b) not discharge oil; and (c) pay a fee of 5 % of the price."),
    ("fr", "L'exploitant doit : a) tenir un journal pendant deux ans ; b) ne pas rejeter d'huile ; c) payer 5 % du prix."),
    ("es", "El operador deberá: a) llevar una bitácora durante dos años; b) no verter aceite; c) pagar el 5 % del precio."),
    ("pt", "O operador deve: a) manter um diário durante dois anos; b) não descarregar óleo; c) pagar 5 % do preço."),
]


@each_row(("lang", "text"), CHAPEAUX)
def test_points_take_bearer_and_modality_from_the_words_that_lead_into_them(lang: str, text: str) -> None:
    found = norms_of(text, lang)
    assert [one.modality for one in found] == ["duty", "prohibition", "duty"]
    assert all(one.bearer and one.bearer.kind == "person" and one.bearer.from_chapeau for one in found)
    assert found[0].quantities[0].value == 24
    assert found[2].quantities[0].base is not None


@each_row(
    ("lang", "text"),
    [
        ("en", "The Board may suspend the licence and shall publish its reasons."),
        ("fr", "Le conseil peut suspendre le permis et doit publier ses motifs."),
        ("es", "El consejo podrá suspender la licencia y deberá publicar sus motivos."),
        ("pt", "O conselho pode suspender a licença e deve publicar as suas razões."),
    ],
)
def test_two_norms_of_one_sentence_share_their_bearer(lang: str, text: str) -> None:
    first, second = norms_of(text, lang)
    assert (first.modality, second.modality) == ("power", "duty")
    assert first.bearer and second.bearer
    assert first.bearer.text == second.bearer.text


QUIET = [
    ("en", "The lake lies in the north of the district."),
    ("fr", "Le lac se trouve au nord du district."),
    ("es", "Considerando la amistad de ambos pueblos."),
    ("pt", "Considerando a amizade dos dois povos."),
]


@each_row(("lang", "text"), QUIET)
def test_what_rules_nothing_has_no_norm(lang: str, text: str) -> None:
    assert norms_of(text, lang) == ()


ASIDE = [
    # what stands ahead of a subject and is none of it; a "not" ahead of its verb
    ("en", "(2) At any time, the President or the Senate may require a report.", "power", "the President or the Senate"),
    ("en", "The Board may not delegate its powers.", "prohibition", "The Board"),
    ("fr", "Art. 3. Le préfet ne peut déléguer ses pouvoirs.", "prohibition", "Le préfet"),
    ("es", "Art. 5.- El Ministro deberá publicar un informe.", "duty", "El Ministro"),
    ("es", "No se pueden exportar muestras.", "prohibition", ""),
    ("es", "No están sujetas a registro las embarcaciones menores.", "exemption", ""),
    ("pt", "§ 1º O Ministro deverá publicar um relatório.", "duty", "O Ministro"),
    ("pt", "Não se pode exportar amostras.", "prohibition", ""),
]


@each_row(("lang", "text", "modality", "bearer"), ASIDE)
def test_numbers_and_asides_are_no_part_of_a_bearer(lang: str, text: str, modality: str, bearer: str) -> None:
    (norm,) = norms_of(text, lang)
    assert (norm.modality, norm.bearer.text if norm.bearer else "") == (modality, bearer)
    assert not norm.references


PASSIVE = [
    ("en", "The data shall be published by the Ministry.", "published"),
    ("fr", "Les données doivent être publiées par le ministère.", "publiées"),
    ("es", "Los datos deberán ser publicados por el Ministerio.", "publicados"),
    ("pt", "Os dados deverão ser publicados pelo Ministério.", "publicados"),
]


@each_row(("lang", "text", "effect"), PASSIVE)
def test_in_the_passive_the_agent_bears_and_the_subject_is_the_object(lang: str, text: str, effect: str) -> None:
    (norm,) = norms_of(text, lang)
    assert norm.bearer
    assert norm.object
    assert norm.effect
    assert norm.bearer.kind == "organ"
    assert norm.effect.text == effect
    assert text.startswith(norm.object.text)


@each_row("sign", ["-", "—", ":"])
@each_row(
    ("lang", "lead", "points"),
    [
        ("en", "No person shall", ("export a shell", "sell a shell")),
        ("es", "Ninguna persona podrá", ("exportar conchas", "vender conchas")),
        ("pt", "É proibido", ("exportar conchas", "vender conchas")),
    ],
)
def test_a_hyphen_ahead_of_a_list_is_a_dash(lang: str, lead: str, points: tuple[str, str], sign: str) -> None:
    text = f"{lead}{sign}\n(a) {points[0]};\n(b) {points[1]}."
    found = norms_of(text, lang)
    assert [one.modality for one in found] == ["prohibition", "prohibition"]
    assert [one.effect and one.effect.text for one in found] == [point.split()[0] for point in points]
    assert all(text[one.modal.start : one.modal.end] == one.modal.text for one in found)


@each_row(
    ("lang", "text", "modality"),
    [
        ("en", "Duty is payable on all goods brought in.", "duty"),
        ("en", "No fee is payable on books.", "exemption"),
        ("fr", "La taxe est due par l'importateur.", "duty"),
        ("es", "La tasa es pagadera en la aduana.", "duty"),
        ("pt", "A taxa é devida na alfândega.", "duty"),
    ],
)
def test_what_is_payable_is_owed(lang: str, text: str, modality: str) -> None:
    (norm,) = norms_of(text, lang)
    assert norm.modality == modality
    assert norm.object is not None and norm.effect is not None and norm.effect.text.startswith(norm.modal.text)


@each_row(
    ("lang", "text", "base", "since"),
    [
        ("en", "The holder shall pay 5% of the price in the thirty days following the notice.", "of the price", "the notice"),
        (
            "fr",
            "Le titulaire doit payer 5 % du prix dans les trente jours suivant la notification.",
            "du prix",
            "la notification",
        ),
        (
            "es",
            "El titular debe pagar el 5 % del precio en los treinta días siguientes a la firma.",
            "del precio",
            "a la firma",
        ),
        ("es", "El titular debe pagar el 5 % del precio en un plazo de treinta días desde la firma.", "del precio", "la firma"),
        ("pt", "O titular deve pagar 5 % do preço nos trinta dias seguintes à assinatura.", "do preço", "à assinatura"),
        ("pt", "O titular deve pagar 5 % do preço nos próximos trinta dias após a assinatura.", "do preço", "a assinatura"),
    ],
)
def test_a_base_ends_ahead_of_the_words_that_lead_into_a_time_to_come_which_is_the_most(
    lang: str, text: str, base: str, since: str
) -> None:
    (norm,) = norms_of(text, lang)
    share, time = norm.quantities
    assert share.base is not None and share.base.text == base
    assert time.compare == "most" and time.base is not None and time.base.text.endswith(since)


@each_row(
    ("lang", "text"),
    [
        ("en", "A judge shall not trade in the ten years following the appointment."),
        ("es", "El juez no podrá comerciar en los diez años siguientes al nombramiento."),
        ("pt", "É vedada a venda do bem nos dez anos seguintes à importação."),
    ],
)
def test_who_must_abstain_in_the_years_to_come_has_no_limit_of_at_most(lang: str, text: str) -> None:
    assert [row.compare for norm in norms_of(text, lang) for row in norm.quantities] == ["exact"]


@each_row("sign", ["-", " -", "--", " --", "–", " –", "—", " —"])
@each_row(
    ("lang", "lead", "points"),
    [
        ("en", "No person shall", ("export a shell", "sell a shell")),
        ("fr", "Nul ne peut", ("exporter des coquillages", "vendre des coquillages")),
        ("es", "Ninguna persona podrá", ("exportar conchas", "vender conchas")),
        ("pt", "Ninguém pode", ("exportar conchas", "vender conchas")),
    ],
)
def test_each_sign_that_stands_for_a_dash_at_the_end_of_a_lead_opens_the_list(
    lang: str, lead: str, points: tuple[str, str], sign: str
) -> None:
    found = norms_of(f"{lead}{sign}\n(a) {points[0]};\n(b) {points[1]}.", lang)
    assert [one.modality for one in found] == ["prohibition", "prohibition"]
    assert [one.bearer and one.bearer.kind for one in found] == ["nobody", "nobody"]
    assert [one.effect and one.effect.text for one in found] == [point.split()[0] for point in points]


@each_row(
    ("lang", "text", "bearer", "effects"),
    [
        ("en", "The holder pays a royalty to the Treasury.", "The holder", ["pays"]),
        ("en", "Each Party bears its own costs.", "Each Party", ["bears"]),
        ("fr", "Le titulaire verse une redevance au Trésor.", "Le titulaire", ["verse"]),
        ("fr", "Si le ministre le demande, le titulaire remet les échantillons.", "le titulaire", ["remet"]),
        (
            "fr",
            "Le titulaire du permis tient un registre et adresse un rapport.",
            "Le titulaire du permis",
            ["tient", "adresse"],
        ),
        ("es", "El titular paga una tasa anual.", "El titular", ["paga"]),
        ("es", "Los titulares de la licencia llevan un registro.", "Los titulares de la licencia", ["llevan"]),
        ("pt", "O titular paga uma taxa ao Tesouro.", "O titular", ["paga"]),
        ("pt", "2. Os titulares mantêm um registo e remetem as contas.", "Os titulares", ["mantêm", "remetem"]),
    ],
)
def test_a_verb_in_the_present_commands_who_stands_ahead_of_it(lang: str, text: str, bearer: str, effects: list[str]) -> None:
    found = norms_of(text, lang)
    assert [(one.modality, one.effect and one.effect.text) for one in found] == [("duty", effect) for effect in effects]
    assert {one.bearer and one.bearer.text for one in found} == {bearer}


@each_row(
    ("lang", "text"),
    [
        ("en", "The holder who pays the fee."),
        ("fr", "Le titulaire qui verse une redevance."),
        ("es", "La empresa que paga la tasa."),
        ("pt", "O titular que paga a taxa."),
    ],
)
def test_what_is_told_of_somebody_commands_nothing(lang: str, text: str) -> None:
    assert norms_of(text, lang) == ()


@each_row(
    ("lang", "text", "bearer"),
    [
        ("en", "A fee of 200 dollars is payable by the holder.", "holder"),
        ("fr", "Une redevance est payable par le titulaire.", "titulaire"),
        ("es", "La tasa es pagadera por el titular.", "titular"),
        ("pt", "A taxa é paga pelo titular.", "titular"),
    ],
)
def test_who_owes_what_is_payable_stands_behind_by(lang: str, text: str, bearer: str) -> None:
    (norm,) = norms_of(text, lang)
    assert norm.modality == "duty" and norm.bearer is not None and norm.bearer.text == bearer
