"""What the law keeps for persons: what they may know, what others may not learn, what waits for their consent."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.judge import judge
from ssc_drafter.check.kinds import signals
from ssc_drafter.check.norms import read
from ssc_drafter.check.pairs import Pair, pair


def couple(lang: str, theirs: str, ours: str) -> Pair:
    """Return a clause and a provision of one language, side by side."""
    return pair(read(ours, lang), read(theirs, lang), "XX")


ACCESS = {
    "en": "Every person has the right of access to information held by a public body.",
    "fr": "Toute personne a accès aux documents administratifs qu'elle demande.",
    "es": "Toda persona tiene derecho de acceso a la información pública.",
    "pt": "Todos têm acesso aos documentos da administração.",
}
SAMPLES = {
    "en": "No sample of a patient shall be used for a study unless the patient consents in writing.",
    "fr": "Aucun prélèvement n'est fait sur un patient sans son consentement écrit.",
    "es": "Ninguna muestra de un paciente se usará en un estudio sin el consentimiento del paciente.",
    "pt": "Nenhuma amostra de um paciente será usada sem o consentimento do paciente.",
}
# language, what the law says, the clause, the signal that is there
TAKEN = [
    ("en", ACCESS["en"], "Reports on the weir shall be kept from the public.", "kept_from_public"),
    ("en", ACCESS["en"], "No study of the weir shall be disclosed to residents who ask.", "kept_from_public"),
    ("fr", ACCESS["fr"], "Les études du barrage ne sont communiquées à personne.", "kept_from_public"),
    ("es", ACCESS["es"], "Las Partes mantendrán en reserva los estudios de la represa.", "kept_from_public"),
    ("pt", ACCESS["pt"], "Os relatórios da barragem são secretos.", "kept_from_public"),
    ("en", SAMPLES["en"], "The station may use the samples of patients in any study without asking them.", "unasked"),
    ("fr", SAMPLES["fr"], "La station prélève ce qu'il lui faut sur les patients sans leur demander.", "unasked"),
    ("es", SAMPLES["es"], "La estación usará muestras de pacientes, bastando la orden del jefe.", "unasked"),
    ("pt", SAMPLES["pt"], "A estação usa as amostras dos pacientes, bastando a ordem do chefe.", "unasked"),
    ("en", "Medical records are confidential.", "The camp hands over the medical records to the foremen.", "laid_open"),
    ("fr", "Les dossiers médicaux sont confidentiels.", "Le camp remet les dossiers médicaux aux chefs d'équipe.", "laid_open"),
    ("es", "El secreto bancario es inviolable.", "Los bancos entregarán los extractos de cuenta al consorcio.", "laid_open"),
    ("pt", "O sigilo bancário é inviolável.", "O banco entrega ao consórcio os saldos das contas.", "laid_open"),
]
# the same, with a clause that takes nothing away: the signal must not be there
LEFT = [
    ("en", ACCESS["en"], "Reports on the weir are put on the portal of the Authority.", "kept_from_public"),
    ("en", ACCESS["en"], "Drafts of the report are confidential until it is published.", "kept_from_public"),
    ("en", ACCESS["en"], "Medical records of the patients are confidential.", "kept_from_public"),
    ("en", ACCESS["en"], "The gate of the weir shall be kept closed to boats.", "kept_from_public"),
    ("fr", ACCESS["fr"], "Les études du barrage sont remises à qui les demande.", "kept_from_public"),
    ("es", ACCESS["es"], "Los estudios de la represa se publicarán en el portal.", "kept_from_public"),
    ("pt", ACCESS["pt"], "Os relatórios da barragem são publicados.", "kept_from_public"),
    (
        "es",
        ACCESS["es"],
        "Los informes se mantendrán en reserva, sin perjuicio de las normas sobre acceso a la información.",
        "kept_from_public",
    ),
    ("en", SAMPLES["en"], "The station uses the samples of a patient who has consented in writing.", "unasked"),
    (
        "en",
        "No loan shall be raised without the consent of the Minister.",
        "The loan is raised without further consent.",
        "unasked",
    ),
    (
        "en",
        SAMPLES["en"],
        "The station may use samples for any other purpose, but only where each patient has agreed.",
        "unasked",
    ),
    ("es", SAMPLES["es"], "La estación pedirá el consentimiento de los pacientes, no bastando la orden del jefe.", "unasked"),
    ("en", "Medical records are confidential.", "The camp hands over the medical records in aggregate form.", "laid_open"),
    (
        "fr",
        "Le secret médical ne peut être levé que par décision du juge.",
        "Le camp remet les dossiers médicaux sur décision du juge.",
        "laid_open",
    ),
    ("pt", "O sigilo bancário é inviolável.", "O banco não entrega os saldos das contas a ninguém.", "laid_open"),
]


@each_row(("lang", "theirs", "ours", "name"), TAKEN)
def test_what_is_taken_from_persons_is_seen(lang: str, theirs: str, ours: str, name: str) -> None:
    both = couple(lang, theirs, ours)
    assert name in signals(both)
    found = judge(both)
    assert (found.verdict, found.type) == ("conflict", "right")


@each_row(("lang", "theirs", "ours", "name"), LEFT)
def test_what_is_left_to_them_stays_quiet(lang: str, theirs: str, ours: str, name: str) -> None:
    assert name not in signals(couple(lang, theirs, ours))


def test_a_right_taken_from_one_of_its_holders_shows_by_itself() -> None:
    law = read("Todo paciente tem direito a obter a correção dos seus dados.", "pt")
    clause = read("Aos trabalhadores não assiste direito de pedir a correção dos registos.", "pt")
    assert judge(pair(clause, law, "XX")).type == "right"


# language, what the law says, the clause, a signal that is there, a signal that is not
TURNED = [
    (
        "en",
        "No traveller in an emergency shall be refused medical care.",
        "Travellers without papers go without medical care even in an emergency.",
        "denies_the_demanded",
        "denies_the_forbidden",
    ),
    (
        "en",
        "No traveller in an emergency shall be refused medical care.",
        "Every traveller in an emergency is given medical care.",
        "does_the_demanded",
        "does_the_forbidden",
    ),
    (
        "es",
        "No podrá negarse la atención médica a ningún viajero.",
        "El hospital brinda atención médica a todo viajero.",
        "does_the_demanded",
        "does_the_forbidden",
    ),
    (
        "fr",
        "Les lots ne sont expédiés que vers un port qui assure un contrôle sanitaire suffisant.",
        "Les lots sont expédiés, quel que soit le contrôle sanitaire du port.",
        "denies_the_demanded",
        "quality_met",
    ),
    (
        "pt",
        "O lote deve ter controlo sanitário do porto.",
        "O lote segue, independentemente de controlo sanitário.",
        "denies_the_demanded",
        "does_the_forbidden",
    ),
]


@each_row(("lang", "theirs", "ours", "there", "absent"), TURNED)
def test_a_ban_on_refusing_promises_and_whatever_denies(lang: str, theirs: str, ours: str, there: str, absent: str) -> None:
    found = signals(couple(lang, theirs, ours))
    assert there in found
    assert absent not in found
