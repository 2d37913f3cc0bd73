"""Referrals: how many, and how many come back within a year."""

from collections.abc import Iterator
from typing import Final

from casework.dates import months_after
from casework.events import ReferralDecided, ReferralReceived
from casework.reporting.case import Case
from casework.reporting.measure import Counted, Counts, Found, Measure, Unit
from casework.reporting.measures.sources import ADVISER_2019, AREA, DFE_CIN, HERE
from casework.reporting.measures.telling import by_word, each

RECEIVED: Final = "referrals received in the period"
UNSEEN: Final = "the source does not cover the months before"


def _received(case: Case) -> Iterator[Found]:
    return each(case.during(ReferralReceived))


def _decided(case: Case) -> Iterator[Found]:
    return by_word(case.during(ReferralDecided), "decision")


def _again(case: Case) -> Iterator[Found]:
    """Say of each referral whether the one before it lies within 12 months."""
    months = case.choices.referred_again_within
    before = None
    for one in case.events(ReferralReceived):
        again = before is not None and one.day <= months_after(before.day, months)
        begins = case.ground.records.start
        unseen = begins is not None and months_after(one.day, -months) < begins
        doubt = UNSEEN if unseen and not again else ""
        if one.day in case.span:
            yield one.day, Counted(met=again, doubt=doubt)
        before = one


MEASURES: Final = (
    Measure(
        id="referrals.count",
        title="Referrals received",
        unit=Unit.COUNT,
        counts=Counts.EVENTS,
        numerator=RECEIVED,
        source=DFE_CIN,
        needs=(ReferralReceived,),
        during=_received,
    ),
    Measure(
        id="referrals.rate",
        title="Referrals per 10,000 children a year",
        unit=Unit.RATE,
        counts=Counts.EVENTS,
        numerator=RECEIVED,
        denominator=AREA,
        source=f"{DFE_CIN}; {ADVISER_2019}",
        needs=(ReferralReceived,),
        during=_received,
    ),
    Measure(
        id="referrals.decisions",
        title="What was decided on referrals",
        unit=Unit.COUNT,
        counts=Counts.EVENTS,
        numerator="decisions on referrals in the period",
        left_out="decisions of which the record does not say what they were",
        source=HERE,
        needs=(ReferralDecided,),
        during=_decided,
        parts=(
            "assessment",
            "strategy discussion",
            "early help",
            "no further action",
        ),
    ),
    Measure(
        id="referrals.again",
        title="Referrals within 12 months of an earlier one",
        unit=Unit.PERCENT,
        counts=Counts.EVENTS,
        numerator="referrals in the period whose last one was at most 12 months before",
        denominator=RECEIVED,
        source=f"{DFE_CIN}, table C1",
        needs=(ReferralReceived,),
        during=_again,
    ),
    Measure(
        id="referrals.children_again",
        title="Children referred within 12 months of an earlier referral",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children with a referral in the period, and one in the 12 months "
        "before it",
        denominator="children with a referral in the period",
        source=f"{DFE_CIN}, table C1",
        needs=(ReferralReceived,),
        # By a referral that came back or, where none did, by the first.
        during=_again,
        once=True,
    ),
)
