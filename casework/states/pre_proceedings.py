"""Pre-proceedings: legal planning, the letter, the family's own meeting."""

from typing import Final

from casework.events import (
    BecameLookedAfter,
    CinPlanStarted,
    ConcernRaised,
    ConferencePlanned,
    FamilyGroupMeetingHeld,
    FamilyGroupMeetingOffered,
    LegalPlanningMeetingHeld,
    LetterBeforeProceedingsSent,
    PreProceedingsEnded,
    ReferralReceived,
)
from casework.states.links import while_open
from casework.states.moves import leads, opens, stays
from casework.states.stage import Stage

PLANNED = "planned"
LETTER_SENT = "letter sent"
ENDED = "ended"

OPEN = (PLANNED, LETTER_SENT)

STAGE: Final = Stage(
    name="pre_proceedings",
    states=(*OPEN, ENDED),
    final=(ENDED,),
    moves=(
        opens(LegalPlanningMeetingHeld, to=PLANNED),
        opens(LetterBeforeProceedingsSent, to=LETTER_SENT),
        opens(FamilyGroupMeetingOffered, to=PLANNED),
        stays(LegalPlanningMeetingHeld, *OPEN),
        leads(LetterBeforeProceedingsSent, PLANNED, to=LETTER_SENT),
        # A second letter, to another parent or after a change of plan.
        stays(LetterBeforeProceedingsSent, LETTER_SENT),
        stays(FamilyGroupMeetingOffered, *OPEN),
        stays(FamilyGroupMeetingHeld, *OPEN),
        leads(PreProceedingsEnded, *OPEN, to=ENDED),
    ),
    links=while_open(
        *(ReferralReceived, CinPlanStarted, ConcernRaised, ConferencePlanned),
        BecameLookedAfter,
        because="proceedings are considered in work with a family that is going on",
    ),
)
