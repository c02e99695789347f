"""English as laws and agreements write it, after the second reading of the English words of law/ (record 101) and the reading of
what that one had added (record 106): sentences to the classes, norms and rules of offices that they have, and those that only look
so. All texts are written for this file."""

from __future__ import annotations

from rowwise import each_row

from ssc_drafter.check.document.tallied import counts
from ssc_drafter.check.norms import read
from ssc_drafter.check.norms.pipeline import pipeline
from ssc_drafter.check.structure import norms_of
from tests.unit.check.test_stated import bitten

CLASSES = [
    # class, sentence, whether it has it
    # words that the endings made one
    ("wages_in_kind", "The expert shall act in good faith.", False),
    ("wages_in_kind", "Labourers shall be paid in goods from the store.", True),
    ("no_reasons", "An officer who, without reasonable excuse, fails to attend commits an offence.", False),
    ("no_reasons", "A permit may be withdrawn without assigning any reason.", True),
    ("names_on", "A person nominated by the Minister shall sit on the board.", False),
    ("alcohol", "The Parties shall act in the spirit of this Agreement.", False),
    ("alcohol", "The import of spirits and wine is restricted.", True),
    ("antiquity", "A court that finds a breach may award damages.", False),
    ("death_penalty", "This Agreement shall be executed in two originals.", False),
    ("death_penalty", "No prisoner shall be executed.", True),
    ("communication_data", "The corresponding provisions of the Act apply.", False),
    ("cybersecurity", "Costs incidental to the visit are borne by the host.", False),
    ("family", "The Committee shall adopt its rules of procedure.", False),
    ("family", "The adoption of children by foreigners is prohibited.", True),
    ("child", "A minority of the members may request a meeting.", False),
    ("expert", "The Minister shall advise the Cabinet on the matter.", False),
    ("expert", "Two advisers shall be sent by the Party.", True),
    ("takes_orders", "The body is funded directly by Parliament.", False),
    ("mineral", "The prospective investor shall be informed.", False),
    ("cooperative", "The Parties shall cooperate in agriculture.", False),
    ("for_good", "Rights are granted for every crop.", False),
    # words that say something else in most texts
    ("organ", "State organs shall cooperate with the Commission.", False),
    ("organ", "The sale of organs is prohibited.", True),
    ("advantage", "The Joint Commission shall meet yearly.", False),
    ("advantage", "The present Agreement shall enter into force on signature.", False),
    ("advantage", "A public officer shall not accept any gift or commission.", True),
    ("dismissal", "Notice of termination of this Agreement shall be given six months ahead.", False),
    ("treaty_making", "Notice of termination of this Agreement shall be given six months ahead.", True),
    ("dismissal", "Notice of termination of employment shall be given one month ahead.", True),
    ("open_to_public", "In public procurement the rules of tender apply.", False),
    ("open_to_public", "The records are open to the public.", True),
    ("unasked", "Compulsory licences may be granted by the Authority.", False),
    ("unasked", "Participation in the trial is compulsory.", True),
    ("preferred", "No State shall grant a subsidy in favour of the export of goods.", False),
    ("paid_work", "The taxes shall be paid into the Consolidated Fund.", False),
    # forms that every drafter uses
    ("heard_first", "The licensee shall be afforded a hearing.", True),
    ("not_heard", "The officer may be dismissed ex parte.", True),
    ("not_heard", "There is no representation of the minority in the assembly.", False),
    ("reasons_told", "The refusal shall be accompanied by a statement of reasons.", True),
    ("outlasts_post", "This obligation shall survive termination of employment.", True),
    ("ends_with_post", "The obligation of secrecy ends upon departure from the post.", True),
    ("title_in_common", "The results are the joint property of the Parties.", True),
    ("title_alone", "All rights in the results vest in the University alone.", True),
    ("voting", "The donor's delegate shall cast one vote.", True),
    ("no_vote", "Observers shall have no voting rights.", True),
    ("liable_anyway", "The operator is liable irrespective of any fault on his part.", True),
    ("liable_for_fault", "The operator answers only in the event of gross negligence.", True),
    ("on_mere_word", "Premises may be entered without a search warrant.", True),
    # what had been added, read by another: words in another sense, beside the row's own
    ("preferred", "Where an appeal is preferred against the order, the Tribunal shall sit.", False),
    ("preferred", "National firms shall be given preference in the award of contracts.", True),
    ("by_direct_award", "Any dispute shall be settled by direct negotiations between the Parties.", False),
    ("by_direct_award", "Scholarships shall be awarded without delay to the students selected.", False),
    ("by_direct_award", "The contract for the works shall be awarded by direct negotiation.", True),
    ("at_will", "An officer who, without any reasonable cause, refuses an application pays a fine.", False),
    ("appealable", "The inspector may apply to the court for a warrant of entry.", False),
    ("kept_secret", "The containers shall be sealed by customs officers.", False),
    ("opened_in_private", "Shares held in private hands may be acquired by the State.", False),
    ("opened_in_private", "The hearings shall be held in private.", True),
    ("paid_work", "Performers are entitled to remuneration for broadcasts.", False),
    ("paid_later", "Further details shall be agreed at a later date.", False),
    ("paid_later", "Compensation shall be paid at a later date.", True),
    ("for_cause", "A person who commits criminal misconduct shall be punished.", False),
    ("for_cause", "The Commissioner may be removed only for misconduct or incapacity.", True),
    ("heard_first", "Where a part of the proceedings has been heard, the remaining members proceed.", False),
    ("heard_first", "No licence shall be revoked unless the holder has been heard.", True),
    ("not_heard", "No hearing shall be adjourned more than twice.", False),
    ("reasons_told", "The grounds for refusal of registration are listed in the Schedule.", False),
    ("no_reasons", "For no reason shall the samples leave the cold chain.", False),
    ("outlasts_post", "Projects under way shall be completed notwithstanding the termination of this Agreement.", False),
    ("outlasts_post", "A former employee of the procuring entity shall not bid for one year.", False),
    ("no_vote", "The decisions of the Joint Commission shall be adopted without vote.", False),
    ("as_law_says", "The taxes prescribed by law shall be paid by the employees.", False),
    ("as_law_says", "The records shall not be disclosed except as authorised by the Committee.", False),
    ("equality", "In the event of an equality of votes the chairperson has a casting vote.", False),
    ("equality", "The Agreement may be renewed for equal periods of two years.", False),
    ("equality", "Women and men have equal rights in employment.", True),
    ("housing", "The host Party shall provide houses for the experts.", True),
    ("advantage", "A member elected by the members present from among their number shall preside.", False),
    ("advantage", "This applies to any present or future regulation.", False),
    ("health", "The treatment given to nationals of one Party is no less favourable.", False),
    ("health", "The Parties shall cooperate in public health.", True),
    ("procurement", "The Parties combat fraud in public procurement.", True),
    ("land", "Land registration needs the approval of the Registrar.", True),
    ("communication", "The Parties cooperate in post and telecommunications.", True),
    ("dispute", "No person may lodge an appeal after ten days.", True),
    ("tourism", "No person may lodge an appeal after ten days.", False),
    ("tax", "The mission is exempt from rates and taxes.", True),
    ("parliament", "The budget is laid before the Houses of Parliament.", True),
    ("any_make", "The Bank may borrow ten million dollars or its equivalent in other currencies.", False),
    ("reasons_asked", "The Registrar shall inform the applicant in writing stating the reasons for the rejection.", False),
    ("death_penalty", "The works executed for the procuring entity shall be inspected.", False),
    ("post", "The Parties amend this Agreement by exchange of letters by the two Ministries.", False),
    ("mp_elected", "The Director and his two deputies shall attend the meeting.", False),
]  # fmt: skip
ACTS = [
    ("treat", "The fee shall be prescribed by the Minister.", False),
    ("treat", "The nurses shall prescribe medicines.", True),
    ("build", "The laid down procedure shall be followed.", False),
    ("use", "This Act applies to all imports.", False),
    ("teach", "In the course of its work the Commission may hear experts.", False),
    ("tender", "Modified seed tends to spread.", False),
    ("garrison", "The armed forces of the State are under civil control.", False),
    ("draw_water", "The diverse needs of women shall be considered.", False),
    ("establish", "Any untested seed found in the possession of the importer is forfeited.", False),
    ("oversee", "The records of the police are kept for ten years.", False),
    ("pay", "A State may withdraw from the Convention by written notice.", False),
    ("move", "A ship to which this Act applies shall fly the flag.", False),
    ("move", "The supplier shall ship the goods by sea.", True),
    ("enter", "Evidence of custom is inadmissible in any proceeding.", False),
    ("enter", "Vessels shall land one fifth of the catch in the ports.", False),
    ("enter", "Aircraft shall land at the customs airport.", True),
    ("disclose", "No company shall issue shares with a nominal value below one unit.", False),
    ("build", "A copy of the report shall be laid by the Minister before the National Assembly.", False),
    ("teach", "The Teachers Service Commission shall keep a register of its members.", False),
    ("fell", "The Parties cooperate in the clearing of land mines.", False),
    ("fell", "The clearing of land for farms needs a permit.", True),
]  # fmt: skip
FUNCTIONS = [
    ("ouster.closed", "The courts of law shall have no jurisdiction over the matter.", True),
    ("ouster.gone_to", "The company may seek judicial review of the decision.", True),
    ("lex.ruled", "The loan shall be construed in accordance with English law.", True),
    ("lex.form", "The form of application is prescribed.", False),
    ("lex.person", "The Parties shall cooperate in capacity building.", False),
    ("lex.estate", "The Registrar will keep a record.", False),
    ("sited", "The sum of two million rupees is paid.", False),
    ("creation", "A person who is found guilty pays a fine.", False),
    ("lex.thing", "This Act may be cited by its short title.", False),
    ("lex.person", "The Parties strengthen their capacity to manage floods.", False),
    ("lex.form", "The customs formalities for the equipment are completed by the host Party.", False),
    ("ouster.closed", "No proceedings shall be instituted under this section except with the consent of the Attorney-General.", False),
]  # fmt: skip
UNREAD = [
    ("Sundays are excluded from the computation of the period.", "prohibition"),
    ("A Party is prevented from performing when an earthquake destroys the plant.", "prohibition"),
    ("All rights are reserved to the author.", "power"),
]
PARTS = [
    ("exceptions", "The Ministry shall promote measures saving energy.", False),
    ("exceptions", "The notice shall fix a time, not being less than fourteen days.", False),
    ("exceptions", "No person, not being a citizen, shall hold land.", True),
    ("conditions", "The court shall decide all pending cases within a year.", False),
    ("conditions", "The permit shall be suspended pending the inquiry.", True),
]
KINDS = [
    ("engineer", "three hydrogeological surveys", False),
    ("engineer", "three hydrogeologists", True),
    ("teacher", "ten tutorials", False),
    ("teacher", "ten tutors", True),
    ("soldier", "two airmail letters", False),
    ("staff", "five workmanship defects", False),
]
NORMS = [
    ("The licensee is precluded from assigning the licence.", "prohibition"),
    ("The sale of ivory is hereby prohibited.", "prohibition"),
    ("Hunting without a licence is an offence.", "prohibition"),
    ("It is the responsibility of the Agency to keep the register.", "duty"),
    ("The Commission is hereby empowered to make rules.", "power"),
    ("The executive authority of the Republic vests in the President.", "power"),
    ("The Tribunal shall have jurisdiction over disputes under this Act.", "power"),
    ("It shall be lawful for the Authority to enter premises.", "power"),
    ("The experts shall be at liberty to publish the results.", "permission"),
    ("An appeal lies to the High Court from the decision of the tribunal.", "right"),
    ("The equipment shall be free of customs duties.", "exemption"),
    ("This section shall not apply where the applicant is a State.", "exemption"),
    ("Nothing in this Act shall be taken to prevent a search.", "precedence"),
    ("A licence issued in error is of no legal effect.", "condition_of_validity"),
    ("This Agreement shall remain in force for five years.", "constitutive"),
    ("In the event of a conflict, the provisions of this Act shall have precedence.", "precedence"),
    ("Seed shall be free from disease.", "duty"),
    ("A member may abstain from voting.", "permission"),
    ("Upon conviction, they are liable to imprisonment for six months.", "prohibition"),
    ("An owner shall not, while the direction is in force, use other premises.", "prohibition"),
]
RULES = [
    # rule of an office, clause, whether it is broken
    ("No advance payments.", "The contractor shall be paid up front.", True),
    ("No advance payments.", "The Parties shall advance the cause of science.", False),
    ("No loans.", "The Bank shall extend a line of credit to the Ministry.", True),
    ("No loans.", "The Parties lend each other their support.", False),
    ("We do not provide houses.", "The host Party shall provide a chamber to the House of Representatives.", False),
    ("We do not share medical records.", "The clinics shall exchange medical reports of patients.", True),
    ("No subcontracting.", "The contractor may sublet the works.", True),
    ("Overheads of at most 7 per cent.", "An administrative charge of ten per cent is deducted from the grant.", True),
    ("No commissions.", "A commission shall be paid to the agent.", True),
    ("No commissions.", "The Commission shall examine the report.", False),
    ("We do not open bank accounts.", "The Parties shall open the account of the project at a commercial bank.", True),
    ("We do not award degrees.", "The University shall award the degree of Master to the trainees.", True),
    ("We do not share medical records.", "The courts shall exchange the case files of the accused.", False),
    ("Nothing is provided free of charge.", "The seed is offered free to the farmers.", True),
]


@each_row(("name", "text", "has"), CLASSES)
def test_a_class_is_read_in_its_forms_and_nothing_else(name: str, text: str, has: bool) -> None:
    assert any(name in one.classes for one in read(text, "en").sentences) is has


@each_row(("name", "text", "has"), ACTS)
def test_an_act_is_read_where_it_is_done(name: str, text: str, has: bool) -> None:
    own = pipeline("en")
    functions, _, acts = own.marks(own.doc(text))
    fixed = [(one.first, one.last) for one in functions.get("formula", ())]
    inside = [any(first <= one.first and one.last <= last for first, last in fixed) for one in acts.get(name, ())]
    assert (not all(inside)) is has, "words inside a fixed phrase are none"


@each_row(("name", "text", "has"), FUNCTIONS)
def test_a_function_is_read_in_its_forms_and_nothing_else(name: str, text: str, has: bool) -> None:
    assert any(name in one.marks for one in read(text, "en").sentences) is has


@each_row(("text", "modality"), NORMS)
def test_the_modality_that_drafters_forms_set(text: str, modality: str) -> None:
    assert [one.modality for one in norms_of(text, "en")] == [modality]


@each_row(("rule", "clause", "broken"), RULES)
def test_a_rule_of_an_office_meets_what_breaks_it(rule: str, clause: str, broken: bool) -> None:
    assert bitten("en", rule, "en", clause) is broken


@each_row(("text", "modality"), UNREAD)
def test_what_only_looks_like_a_modality(text: str, modality: str) -> None:
    assert modality not in [one.modality for one in norms_of(text, "en")]


@each_row(("part", "text", "has"), PARTS)
def test_the_parts_of_a_norm(part: str, text: str, has: bool) -> None:
    assert any(getattr(one, part) for one in norms_of(text, "en")) is has


@each_row(("kind", "words", "has"), KINDS)
def test_what_is_counted(kind: str, words: str, has: bool) -> None:
    rows = counts(read(f"Dalmira shall send {words}.", "en")).values()
    assert any(kind in one.kinds for row in rows for one in row) is has
