"""Secure accommodation: each spell its own episode."""

from typing import Final

from casework.events import (
    BecameLookedAfter,
    PlacementStarted,
    SecureAuthorised,
    SecureEnded,
    SecureReviewHeld,
    SecureStarted,
)
from casework.states.links import after
from casework.states.moves import AtMostOne, leads, opens, stays
from casework.states.stage import Stage

IN = "in secure accommodation"
OUT = "out"

STAGE: Final = Stage(
    name="secure",
    states=(IN, OUT),
    final=(OUT,),
    moves=(
        opens(SecureStarted, to=IN),
        stays(SecureAuthorised, IN),
        stays(SecureReviewHeld, IN),
        leads(SecureEnded, IN, to=OUT),
    ),
    at_most_one=AtMostOne(
        states=(IN,),
        because="a child is in one place; hours are added up over all spells",
    ),
    links=tuple(
        after(
            lived,
            still_open=True,
            because="secure accommodation is a way of looking after a child",
            citation="Children (Secure Accommodation) (Jersey) Order 2005; "
            "in England Children Act 1989 s. 25",
        )
        for lived in (BecameLookedAfter, PlacementStarted)
    ),
)
