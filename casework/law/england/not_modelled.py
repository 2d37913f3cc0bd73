"""What the sources for England say that is not a rule here, and why."""

from typing import Final

from casework.law.not_modelled import NotModelled, Reason, for_one_reason

_PLACE: Final = "england"

_AT_ONCE: Final = {
    "E4": (
        "Enquire whenever there is reasonable cause to suspect significant harm "
        "(Children Act 1989 s. 47(1)); the clock for the discussion is "
        "england.strategy.hold."
    ),
    "CL12": (
        "Get back in touch, without delay, with a relevant child with whom contact "
        "was lost (Children Act 1989 s. 23B(11))."
    ),
}

_NO_NUMBER: Final = {
    "L22": (
        "A worry that comes up at a visit is reported, so that a review can be held "
        "(SI 2010/959 reg. 30)."
    ),
}

_NOT_A_DUTY: Final = {
    "L29": (
        "Ceasing to look after a child needs a nominated officer's approval after 20 "
        "working days of care, or the director's at 16 or 17 (SI 2010/959 reg. 39)."
    ),
    "L30": (
        "Short breaks are those of at most 17 days each and 75 days in any 12 months "
        "(SI 2010/959 reg. 48); beyond that all rules for looked-after children apply."
    ),
    "CL13": (
        "A young person who stays with former foster carers is followed up to the age "
        "of 21 (Children Act 1989 s. 23CZA)."
    ),
    "CL14": (
        "A former relevant child may ask for support, with an adviser and a plan, up "
        "to the age of 25 (Children Act 1989 s. 23CZB)."
    ),
    "CL16": (
        "Help with education goes on to 25, or to the end of the programme (Children "
        "Act 1989 s. 23CA)."
    ),
    "K1": (
        "A complaint is to be made within a year of what it is about, though a later "
        "one may be taken up (SI 2006/1738 reg. 9)."
    ),
}

_LOCAL_PRACTICE: Final = {
    "R9": "How often a child on a protection plan is visited.",
    "R10": "How often a child in need plan is reviewed, and the child visited.",
    "R11": "When the assessment and conference of an unborn child are due.",
    "R12": "How often early help is reviewed; every 12 weeks in one area.",
}

_NOT_CONFIRMED: Final = {
    "E7": (
        "Offer a family group meeting before care proceedings (Children Act 1989 "
        "s. 31ZA, of 2026): no regulations that bring it into force were seen."
    ),
    "L27": (
        "Appoint the reviewing officer before the first review (Children Act 1989 "
        "s. 25A); the 5 working days of the handbook were seen second-hand only."
    ),
    "L28": (
        "Issue the decisions and the record of a review (reviewing officers' handbook "
        "of 2010); its 5, 15 and 20 working days were seen second-hand only."
    ),
    "AD4": (
        "Review the case of a child who came back from an adoptive placement between "
        "28 and 42 days after (SI 2005/389 reg. 36(10), read in an early version only)."
    ),
}

_NO_EVENT: Final = {
    "L5": (
        "Give notice within 5 working days of departing from the terms of a contact "
        "order (SI 2010/959 reg. 8(4))."
    ),
    "L6": (
        "Notify parents, school, health and the area's authority of a placement before "
        "it, or within 5 working days in an emergency (SI 2010/959 reg. 13)."
    ),
    "L7": (
        "Complete the steps for an emergency placement out of area within 5 working "
        "days (SI 2010/959 reg. 11)."
    ),
    "L8": (
        "Notify within 10 working days that a placement was ended early (SI 2010/959 "
        "reg. 14(4))."
    ),
    "L9": (
        "Assess parents within 10 working days of an immediate placement with them "
        "(SI 2010/959 reg. 19(a))."
    ),
    "L10": (
        "Decide on that placement within 10 working days of the assessment (SI "
        "2010/959 reg. 19(b))."
    ),
    "L20": (
        "Visit a child in care for whose living arrangements somebody else answers in "
        "the first week, then like a placement (SI 2010/959 reg. 28(6))."
    ),
    "L21": (
        "Visit when the child or carer reasonably asks, and within a week of certain "
        "notices about a home (SI 2010/959 reg. 28(7))."
    ),
    "L35": (
        "Visit a formerly looked-after child within 10 working days of detention, so "
        "far as practicable (SI 2010/2797 reg. 4)."
    ),
    "CL3": (
        "A child who was detained or in hospital on the 16th birthday may also be a "
        "relevant child (SI 2010/2571 reg. 3)."
    ),
    "AD1": (
        "Review at 3 months, then every 6, a child who may be placed for adoption, by "
        "order or by consent, and is not (SI 2005/389 reg. 36(1))."
    ),
    "K4": (
        "The panel stage of a complaint: ask within 20 working days, panel within 30, "
        "its report in 5, the answer in 15 (SI 2006/1738 regs. 18 to 20)."
    ),
}

_AGENCY: Final = {
    "S6": (
        "A secure home tells the child's own authority within 12 hours (SI 1991/1505 "
        "reg. 9)."
    ),
    "L11": (
        "A foster placement outside the carer's approval lasts 6 working days (SI "
        "2010/959 reg. 23)."
    ),
    "L37": (
        "Case records are kept to the 75th birthday, or 15 years from a child's death "
        "(SI 2010/959 reg. 50)."
    ),
    "P1": (
        "Whoever proposes to foster privately says so 6 weeks before, or at once (SI "
        "2005/1533 reg. 3)."
    ),
    "P2": "Carer and parent say within 48 hours that it began (SI 2005/1533 reg. 6).",
    "P5": (
        "Carers report changes, and the end, within 48 hours (SI 2005/1533 regs. 9 and "
        "10)."
    ),
    "AD5": "The stages of approving adopters (SI 2005/389, as amended).",
}

NOT_MODELLED: Final[tuple[NotModelled, ...]] = (
    *for_one_reason(_PLACE, Reason.AT_ONCE, _AT_ONCE),
    *for_one_reason(_PLACE, Reason.NO_NUMBER, _NO_NUMBER),
    *for_one_reason(_PLACE, Reason.NOT_A_DUTY, _NOT_A_DUTY),
    *for_one_reason(_PLACE, Reason.LOCAL_PRACTICE, _LOCAL_PRACTICE),
    *for_one_reason(_PLACE, Reason.NOT_CONFIRMED, _NOT_CONFIRMED),
    *for_one_reason(_PLACE, Reason.NO_EVENT, _NO_EVENT),
    *for_one_reason(_PLACE, Reason.AGENCY, _AGENCY),
)
