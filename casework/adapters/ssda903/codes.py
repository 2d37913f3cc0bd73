"""What the codes of the return mean, in the words of the vocabulary.

Department for Education, children looked-after return (SSDA903). An export of Jersey
may write the label after the code, in the words of Jersey's law: "V2 single period of
accommodation under Article 17". The code alone is read.
"""

import re
from collections.abc import Mapping
from typing import Final

_CODE: Final = re.compile(r"[A-Za-z0-9]+")


def code_in(text: str) -> str:
    """Give the code with which a text begins, in capitals.

    >>> code_in("V2 single period of accommodation under Article 17")
    'V2'
    """
    found = _CODE.match(text)
    return found.group().upper() if found else ""


STARTED: Final = "S"
LEGAL_CHANGES: Final = frozenset("LBU")
MOVES: Final = frozenset("SPB")
SAME_CARER: Final = frozenset("TU")
CHANGES: Final = frozenset("SLPTBU")
"""RNE: why an episode of the return began."""

GOES_ON: Final = "X1"
"""REC: care goes on in another episode."""

BASES: Final[Mapping[str, str | None]] = {
    "C1": "interim_care_order",
    "C2": "care_order",
    "E1": "placement_order",
    "J1": "remand_accommodation",
    "L1": "police_protection",
    "L2": "emergency_protection",
    "L3": "child_assessment_order",
    "V2": "accommodated",
    "V3": "short_breaks",
    "V4": "short_breaks",
    # Freed for adoption; held by the police; under a youth rehabilitation order.
    **dict.fromkeys(("D1", "J2", "J3")),
}
"""LS: the legal basis; None where the vocabulary has no word for it."""

ORDERS: Final[Mapping[str, str]] = {
    "C1": "interim_care",
    "C2": "care",
    "E1": "placement",
    "L2": "emergency_protection",
    "L3": "child_assessment",
}
"""LS: the order that it is."""

POLICE: Final = "L1"
CARE_ORDERS: Final = frozenset({"C1", "C2"})

STAYS: Final = frozenset({"T0", "T1", "T2", "T3", "T4"})
"""PLACE: somewhere else for a while; the placement goes on."""

PLACES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("A3", "A4", "A5", "A6"), "adoptive"),
    "K1": "secure",
    **dict.fromkeys(("K2", "R1"), "residential"),
    "P1": "parents",
    **dict.fromkeys(("U1", "U2", "U3"), "kinship"),
    **dict.fromkeys(("U4", "U5", "U6"), "foster"),
    **dict.fromkeys(STAYS, "other"),
    # H5 was until 2024, P2 until 2023; K3 since 2025, Z11 to Z14 since 2026.
    **dict.fromkeys(("H5", "K3", "P2", "P3", "R2", "R3", "R5", "S1"), "other"),
    **dict.fromkeys(("Z1", "Z11", "Z12", "Z13", "Z14"), "other"),
}
"""PLACE: the kind of placement."""

ENDS: Final[Mapping[str, str | None]] = {
    GOES_ON: None,
    "E2": "died",
    "E3": "transferred",
    "E4A": "returned_home",
    "E4B": "returned_home",
    "E41": "residence_order",
    **dict.fromkeys(("E45", "E46", "E47", "E48"), "special_guardianship"),
    "E5": "independent_living",
    "E6": "independent_living",
    "E7": "adult_services",
    "E8": "other",
    "E9": "custody",
    "E11": "adopted",
    "E12": "adopted",
    "E13": "other",
    "E14": "remand_ended",
    "E15": "age_assessed_adult",
    "E16": "moved_abroad",
    "E17": "reached_18",
}
"""REC: why care ended."""

RETURNED_HOME: Final = frozenset({"E4A", "E4B"})

ABSENCES: Final[Mapping[str, str]] = {"M": "missing", "A": "unauthorised_absence"}
"""MISSING: what kind of absence it was."""
