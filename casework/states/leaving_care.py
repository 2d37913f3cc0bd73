"""Leaving care: the support of a care leaver, taken up or not."""

from typing import Final

from casework.events import (
    AccommodationEnded,
    AccommodationProvided,
    AdviserVisitMade,
    BecameLookedAfter,
    ContactLost,
    ContactReEstablished,
    EducationProgrammeAgreed,
    LeavingCareBegan,
    LeavingCareEnded,
    NeedsAssessed,
    SupportDeclined,
    SupportOffered,
    SupportRequested,
)
from casework.states.links import after, while_open
from casework.states.moves import AtMostOne, leads, opens, stays
from casework.states.stage import Stage

SUPPORTED = "supported"
NOT_TAKING = "not taking support"
ENDED = "ended"

OPEN = (SUPPORTED, NOT_TAKING)

STAGE: Final = Stage(
    name="leaving_care",
    states=(*OPEN, ENDED),
    final=(ENDED,),
    moves=(
        opens(LeavingCareBegan, to=SUPPORTED),
        stays(AccommodationProvided, SUPPORTED),
        stays(AccommodationEnded, *OPEN),
        stays(AdviserVisitMade, *OPEN),
        # An offer goes out again to somebody who did not take the last one.
        stays(SupportOffered, *OPEN),
        stays(SupportRequested, SUPPORTED),
        stays(EducationProgrammeAgreed, SUPPORTED),
        leads(SupportDeclined, SUPPORTED, to=NOT_TAKING),
        stays(SupportDeclined, NOT_TAKING),
        leads(ContactLost, SUPPORTED, to=NOT_TAKING),
        stays(ContactLost, NOT_TAKING),
        leads(AccommodationProvided, NOT_TAKING, to=SUPPORTED),
        leads(SupportRequested, NOT_TAKING, to=SUPPORTED),
        leads(EducationProgrammeAgreed, NOT_TAKING, to=SUPPORTED),
        leads(ContactReEstablished, NOT_TAKING, to=SUPPORTED),
        stays(ContactReEstablished, SUPPORTED),
        leads(LeavingCareEnded, *OPEN, to=ENDED),
    ),
    at_most_one=AtMostOne(
        states=OPEN,
        because="a care leaver is supported by one service at a time",
    ),
    links=(
        after(
            BecameLookedAfter, because="a care leaver is somebody who is or was in care"
        ),
        *while_open(
            NeedsAssessed,
            because="support is prepared before a young person leaves care",
        ),
    ),
)
