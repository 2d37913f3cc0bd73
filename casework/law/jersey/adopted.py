"""England's numbers, used in Jersey until a Jersey one is confirmed.

None of these was seen in a Jersey source. Wherever one shows it says so. A deployer
confirms or replaces them in an overlay.
"""

from typing import Final

from casework.law.adopting import adopted
from casework.law.england import partnership, working_together

RULES: Final = (
    adopted(working_together.REFERRAL_DECISION, "jersey.referral.decision"),
    adopted(working_together.ASSESSMENT, "jersey.assessment.conclude"),
    adopted(working_together.ASSESSMENT_UPDATE, "jersey.assessment.update"),
    adopted(working_together.STRATEGY, "jersey.strategy.hold"),
    adopted(working_together.CONFERENCE, "jersey.conference.initial"),
    adopted(working_together.CORE_GROUP, "jersey.core_group.first"),
    adopted(working_together.REVIEW, "jersey.conference.review"),
    adopted(partnership.TRANSFER_IN, "jersey.conference.transfer_in"),
)
