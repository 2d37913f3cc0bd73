"""What the sources for Jersey say that is not a rule here, and why."""

from typing import Final

from casework.law.not_modelled import NotModelled, Reason, for_one_reason

_PLACE: Final = "jersey"

_AT_ONCE: Final = {
    "FD-3": (
        "Whoever believes that a child may suffer significant harm shares it with the "
        "hub at once (Jersey's Children First, guidance for practitioners)."
    ),
    "A42-3": (
        "An interim safety plan bridges the time from the strategy discussion to the "
        "conference (multi-agency procedures, April 2024)."
    ),
    "CP-2": (
        "A lead social worker, the outline plan and the core group are settled at the "
        "conference itself (multi-agency procedures, April 2024)."
    ),
    "CP-4": (
        "Whoever learns that a child on a plan moves here or leaves says so as soon as "
        "possible (procedures before April 2024); the clock that stands in is "
        "jersey.conference.transfer_in, adopted."
    ),
    "LAC-3": (
        "With a child of 16 or over who agrees to be accommodated, arrangements are "
        "agreed before placement or soon after (Placement Regulations 2005 reg. 2(3))."
    ),
    "LAC-4": (
        "For another accommodated child, they are agreed with a parent or, if there is "
        "none, the carer (Placement Regulations 2005 reg. 2(4))."
    ),
}

_NO_NUMBER: Final = {
    "FD-7": (
        "Each police notification is shared with the child's allocated social worker "
        "(procedures as amended in September 2025)."
    ),
    "EH-1": (
        "A wellbeing need is assessed and planned for (Children and Young People "
        "(Jersey) Law 2022 Arts. 17 to 20)."
    ),
    "EH-2": (
        "A health or development need is met with services and a plan (Children and "
        "Young People (Jersey) Law 2022 Arts. 13 to 18)."
    ),
    "AS-1": (
        "The Minister has a wellbeing assessment made and a lead worker allocated "
        "(procedures of March 2024); the clock that stands in is "
        "jersey.assessment.conclude, adopted."
    ),
    "A42-2": (
        "Before agencies are asked, a manager records the reasons where parents gave "
        "no leave or were not asked (an earlier version of the procedures)."
    ),
    "CP-1": (
        "After an enquiry it is decided whether to hold a conference (procedures of "
        "April 2024); the clock that stands in is jersey.conference.initial, adopted."
    ),
    "CP-3": (
        "The plan is on the agenda of every core group and review; how often they meet "
        "was not seen (procedures of April 2024)."
    ),
    "CO-3": (
        "How long an interim care or supervision order lasts was not seen (Children "
        "(Jersey) Law 2002 Art. 30); jersey.order.expiry shows the date in the order."
    ),
    "CO-6": (
        "Courts avoid delay (Children (Jersey) Law 2002 Art. 2); the bands of 26, 39 "
        "and 52 weeks are for statistics and not shown to be limits."
    ),
}

_NOT_A_DUTY: Final = {
    "LAC-1": (
        "A child accommodated by agreement is looked after from more than 24 hours on "
        "(an earlier version of the procedures)."
    ),
    "LAC-7": (
        "A child in care may live outside Jersey only if the court approves (Children "
        "(Jersey) Law 2002 Sch. 2 para. 4, as reported)."
    ),
    "LC-4": (
        "A young person may stay with foster carers to 21 at least (offer of 2020, as "
        "reported)."
    ),
    "LC-5": (
        "The offer of 2020 pays for a yearly health check; it sets no interval for "
        "health assessments (as reported)."
    ),
    "AD-1": (
        "A child of 14 or over agrees in writing to being adopted, unless the court "
        "finds that they cannot (as the court's leaflet explains)."
    ),
    "AD-2": "Adopters are at least 20 if a relative, else 25 (the same leaflet).",
}

_NOT_CONFIRMED: Final = {
    "FD-2": (
        "Requests are rated red, amber or green, which sets a time to respond; the "
        "hours were not seen (an earlier version of the procedures)."
    ),
    "CO-2a": (
        "An emergency protection order may last longer than England's 8 days; no "
        "maximum was seen, so none is given but the date in the order."
    ),
    "CO-5": (
        "Care proceedings follow the tables of Practice Direction FD 19/01, whose "
        "values were not seen."
    ),
}

_SUPERSEDED: Final = {
    "EH-3": "Early help assessment from conception to 18 (a page withdrawn in 2018).",
    "LAC-6": (
        "Monthly visits of an independent board to residential and secure homes, as "
        "inspectors reported in 2011; homes are regulated since 2019."
    ),
}

_AGENCY: Final = {
    "FD-4": "When the hub's telephone is staffed (the hub's page).",
    "FD-5": "The hub screens contacts every day, as reported in 2020.",
    "LAC-5": "Notices are in writing (Placement Regulations 2005 reg. 1(2)).",
    "CM-2": (
        "Whoever complains of the court's advisory service writes within 7 days (its "
        "published policy)."
    ),
}

_ARITHMETIC: Final = {
    "AG-1": "Full age is reached at 18 (Age of Majority (Jersey) Law 1999).",
    "TM-1": "A period after a date begins the day after it (Court of Appeal rules).",
    "TM-2": "A period before a date ends the day before it (the same rules).",
    "TM-3": "Clear days lie wholly between (the same rules).",
    "TM-4": "Periods of 7 days or less leave out days off (the same rules).",
    "TM-5": "The Royal Court has like rules, of which only the headings were read.",
    "TM-6": "The Interpretation (Jersey) Law 1954 says nothing of it where read.",
    "TM-7": "A Saturday is a business day of banks (Holidays Law 1951 Art. 1).",
    "TM-8": "The States appoint the public holidays (Holidays Law 1951 Art. 2).",
    "TM-9": "No source on children defines a working day; Monday to Friday is assumed.",
    "TM-10": "The holidays of every year.",
    "TM-11": "Which holidays move from a weekend, and to which day.",
    "TM-12": "Liberation Day does not move from a weekend.",
    "TM-13": "Holidays that were proclaimed for one year.",
}

NOT_MODELLED: Final[tuple[NotModelled, ...]] = (
    *for_one_reason(_PLACE, Reason.AT_ONCE, _AT_ONCE),
    *for_one_reason(_PLACE, Reason.NO_NUMBER, _NO_NUMBER),
    *for_one_reason(_PLACE, Reason.NOT_A_DUTY, _NOT_A_DUTY),
    *for_one_reason(_PLACE, Reason.NOT_CONFIRMED, _NOT_CONFIRMED),
    *for_one_reason(_PLACE, Reason.SUPERSEDED, _SUPERSEDED),
    *for_one_reason(_PLACE, Reason.AGENCY, _AGENCY),
    *for_one_reason(_PLACE, Reason.ARITHMETIC, _ARITHMETIC),
)
