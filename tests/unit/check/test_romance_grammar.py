"""How Spanish and Portuguese provisions are read: words of function, agents, points of lists, notes of editors.

Sentences are invented in the style of statutes, or quote the grammar (not the rule) of a real one, which is then named.
"""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.reading import Sentence
from ssc_drafter.check.norms.sentences import sentence_spans


def first(text: str, lang: str) -> Sentence:
    """Return the first sentence of a text as it is read."""
    return read(text, lang).sentences[0]


@each_row(
    ("lang", "text", "function"),
    [
        ("es", "Queda vedada la cesión de las muestras.", "prohibition"),
        ("es", "Tienen incompatibilidad para actuar los funcionarios del registro.", "prohibition"),
        ("es", "No será lícito ceder las muestras.", "prohibition"),
        ("es", "La entidad que exporte, debiendo informar al ministerio, llevará un libro.", "duty"),
        ("es", "Facúltase al ministerio a otorgar becas.", "permission"),
        ("es", "Las normas rigen, quedando a salvo los derechos de terceros.", "exception"),
        ("es", "Se procederá en conformidad con la normativa.", "deference"),
        ("es", "El plazo será igual o inferior a diez días.", "at_most"),
        ("pt", "É vedada a cobrança de taxas aos bolsistas.", "prohibition"),
        ("pt", "O órgão publicará a lista, vedada a cessão das amostras.", "prohibition"),
        ("pt", "Proíbem-se as despesas sem recibo.", "prohibition"),
        ("pt", "Caberá ao ministério publicar a lista.", "duty"),
        ("pt", "Faculta-se ao interessado apresentar defesa.", "permission"),
        ("pt", "Aplica-se a regra, ressalvada a competência do tribunal.", "exception"),
        ("pt", "A taxa será inferior ou igual a dez por cento.", "at_most"),
    ],
)
def test_the_word_says_what_it_does(lang: str, text: str, function: str) -> None:
    """Each word of function is read as what it does."""
    assert first(text, lang).has(function)


@each_row(
    ("lang", "text", "conditional"),
    [
        ("pt", "Se o juiz autorizar, os bens serão vendidos.", True),
        ("pt", "Os bens serão vendidos, se houver autorização.", True),
        ("pt", "Aplica-se a regra a que se refere o inciso II.", False),
        ("pt", "Ao pedido se aplica a mesma regra.", False),
    ],
)
def test_se_is_a_pronoun_or_a_condition(lang: str, text: str, conditional: bool) -> None:
    """Portuguese "se" is a condition only where one begins."""
    assert first(text, lang).has("waiting") is conditional


@each_row(
    ("lang", "text"),
    [
        ("es", "Se procederá de conformidad con la ley."),
        ("es", "Los pagos se efectúan en conformidad con la normativa vigente."),
        ("pt", "As despesas de que trata o inciso I e a que se refere o inciso II serão pagas."),
        ("pt", "Os pagamentos são feitos em conformidade com a lei."),
    ],
)
def test_a_fixed_phrase_names_no_step(lang: str, text: str) -> None:
    """ "De conformidad con" is no approval, "a que se refere" no referendum."""
    assert not first(text, lang).every_step


@each_row(
    ("lang", "text", "absent"),
    [
        ("es", "El monto es menor que la garantía.", "child"),
        ("es", "El resultado resulta aplicable al procesamiento de datos.", "prisoner"),
        ("pt", "O critério de menor preço será usado.", "child"),
        ("pt", "O órgão de que trata o artigo decide.", "treaty_making"),
        ("pt", "Toda pessoa será ouvida na forma da lei.", "worker"),
        ("pt", "Na forma do regulamento, o órgão decide.", "student"),
        ("pt", "Medidas serão adotadas pela entidade.", "family"),
    ],
)
def test_one_ending_makes_no_two_words_one(lang: str, text: str, absent: str) -> None:
    """Words that share only letters share no class."""
    assert absent not in first(text, lang).classes


@each_row(
    ("lang", "text", "present"),
    [
        ("es", "Los menores de edad recibirán clases.", "child"),
        ("pt", "Os menores receberão aulas.", "child"),
        ("pt", "O tratado entra em vigor em dez dias.", "treaty_making"),
        ("pt", "O pessoal docente dará aulas de formação.", "education"),
    ],
)
def test_the_word_itself_keeps_its_class(lang: str, text: str, present: str) -> None:
    """What is kept apart from another word still says its own class."""
    assert present in first(text, lang).classes


@each_row(
    ("lang", "text", "kind", "name", "sole"),
    [
        ("es", "El tratamiento solo puede ser efectuado por las entidades públicas.", "by", "entidades públicas", True),
        ("es", "La intervención será decretada por el Poder Ejecutivo.", "by", "Poder Ejecutivo", False),
        ("es", "Se prohíbe el inicio por parte de las autoridades.", "by", "autoridades", False),
        ("pt", "Os textos serão elaborados pela Administração.", "by", "Administração", False),
        ("pt", "§ 3: O Poder Executivo publicará relatório resumido.", "subject", "Poder Executivo", False),
        ("pt", "Compete ao Presidente da República nomear os juízes.", "belongs", "Presidente da República", True),
    ],
)
def test_who_acts(lang: str, text: str, kind: str, name: str, sole: bool) -> None:
    """The one who acts is found with its whole name, and whether no other may."""
    sentence = first(text, lang)
    found = {
        (one.kind, text[sentence.words[one.first].start : sentence.words[one.last - 1].end], one.sole) for one in sentence.roles
    }
    assert (kind, name, sole) in found


@each_row(
    ("lang", "text"),
    [
        ("es", "El pago se suspende por razones debidamente motivadas."),
        ("es", "Se paga un monto por cada año de servicios."),
        ("es", "La sanción por imponer no puede ser menor de seis meses."),
        ("pt", "XIII - organizar e manter o Poder Judiciário;"),
    ],
)
def test_who_does_not_act(lang: str, text: str) -> None:
    """What stands behind "por" as a reason is nobody, and the object of an infinitive is no subject."""
    assert not first(text, lang).roles


@each_row(
    ("lang", "text"),
    [
        ("pt", "(Incluído pela Lei nº 13.853, de 2019) A entidade publicará a lista."),
        ("pt", "Incluído pela Emenda Constitucional nº 71, de 2012 A entidade publicará a lista."),
        ("es", "(Artículo sustituido por art. 14 del Decreto N° 666/2003) La entidad publicará la lista."),
    ],
)
def test_what_editors_say_is_no_law(lang: str, text: str) -> None:
    """A note on since when words stand counts nothing, empowers nobody and asks for no step."""
    sentence = first(text, lang)
    assert not sentence.quantities
    assert not sentence.has("power", "defiance", "agent")


@each_row(
    ("text", "sentences"),
    [
        ("Son funciones del Instituto:\n\na) registrar;\n\nb) certificar;\n\nc) publicar las listas.", 1),
        ("Compete à União:\nI - emitir moeda;\nII - declarar a guerra;\nIII - manter relações.", 1),
        ("No podrán formalizar ninguna\n\noperación de crédito público que no esté prevista.", 1),
        ("El plazo es de diez días.\n\nLa multa es de cien pesos.", 2),
        ("CAPÍTULO PRIMERO DISPOSICIONES\n\nArtículo 1. Se crea el registro.", 2),
    ],
)
def test_where_a_sentence_ends(text: str, sentences: int) -> None:
    """Points of a list stay with the words that lead into it; an empty line in mid-sentence ends none."""
    assert len(sentence_spans(text)) == sentences
