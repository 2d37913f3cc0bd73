"""Partnership procedures that are shared widely enough for a national return."""

from typing import Final

from casework.events import ConferenceHeld, PlanTransferNotified
from casework.law.conditions import on
from casework.law.rule import Again, Timescale
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.periods import working_days

TRANSFER_IN: Final = Timescale(
    id="england.conference.transfer_in",
    title="Transfer-in child protection conference held",
    citation=Citation(
        title="Local partnership procedures on transfer in (Tees and others)",
        provision="transfer-in conference",
        url="https://teescpp.org.uk/transfer-in-out",
        read="2026-11-21",
        remark=(
            "local procedures that agree; the national return counts these working "
            "days separately"
        ),
    ),
    words="within 15 working days of notification, accepted by the receiving authority",
    authority=Authority.LOCAL,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=on(PlanTransferNotified),
    again=Again.NEW,
    within=working_days(15),
    met_by=on(ConferenceHeld, kind="transfer_in"),
    in_force=NOT_KNOWN,
)

RULES: Final = (TRANSFER_IN,)
