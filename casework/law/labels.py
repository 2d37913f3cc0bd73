"""The words that the rules page puts beside what is declared."""

from typing import Final

from casework.law.source import Authority, Basis

AUTHORITIES: Final = {
    Authority.STATUTE: "An Act, or a Law of Jersey: it binds in law.",
    Authority.REGULATIONS: "Regulations or an Order under one: they bind in law.",
    Authority.STATUTORY_GUIDANCE: "Guidance that an Act tells authorities to heed.",
    Authority.PROCEDURE: "A published procedure of the agencies or of the service.",
    Authority.PRACTICE: "What is done, or measured, and no rule that was read says.",
    Authority.LOCAL: "A local policy or standard; it differs from place to place.",
}

BASES: Final = {
    Basis.VERIFIED: (
        "The source was read or, where the note says so, is quoted by independent "
        "secondary sources that agree."
    ),
    Basis.REPORTED: (
        "Somebody, such as an adviser, an inspector or a minister, says that it is "
        "done so; the note or the source gives the year."
    ),
    Basis.ADOPTED: (
        "The number of another place, used until a local one is confirmed or put in "
        "its place. It is not known to apply."
    ),
    Basis.UNCONFIRMED: "The source was not read; the number may be another.",
}

RULE_LABELS: Final = {
    "title": "What must have happened",
    "words": "What the source says, in brief",
    "period": "Within",
    "basis": "Basis",
    "note": "Note",
    "authority": "Authority",
    "provision": "Source",
    "link": "Link",
    "read": "Read",
    "adopted_from": "Adopted from",
    "authority_there": "Its authority there",
    "from": "In force from",
    "to": "In force to",
    "switched": "Switched",
    "role": "Who has to do it",
    "starts": "The clock starts",
    "unless": "Unless",
    "met_by": "Met by",
    "before": "Done before the clock starts",
    "extended_by": "The due day is moved by",
    "total": "In all",
    "window": "In any",
    "forgotten_after": "Earlier time is disregarded after",
    "rolls_over": "Moves on",
    "ends": "Ends, late if after the due day",
    "released_by": "Falls away, whatever the day",
    "at_18": "At 18",
    "scope": "Which events count",
    "again": "On a second start",
    "family": "Family",
    "when": "Fits",
    "anew_on": "Starts anew, in place of what runs, on",
    "kind": "Kind",
}

STATUS_LABELS: Final = {
    "title": "Status",
    "words": "What the source says, in brief",
    "ages": "Can be had",
    "now": "On that day",
    "count": "Takes",
    "between": "Takes a day of being looked after",
    "once": "Takes having had",
    "spells": "What counts as looked after",
    "basis": "Basis",
    "note": "Note",
    "authority": "Authority",
    "provision": "Source",
    "link": "Link",
    "read": "Read",
    "from": "In force from",
    "kind": "Kind",
}
