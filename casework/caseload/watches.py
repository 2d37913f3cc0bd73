"""The lists that a service manager asks for first, declared."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from casework.caseload.child import ChildToday
from casework.caseload.drift import (
    age_known,
    awaiting_allocation,
    drifting,
    everything_recorded,
    not_seen,
    on_duty,
    open_after_18,
    seen_recorded,
    unallocated,
)
from casework.caseload.lasting import (
    child_in_need_long,
    expiring,
    placed,
    plans_over,
    referred_again,
)
from casework.caseload.watch import Listed, Thresholds, Watch, recorded
from casework.errors import NotFound
from casework.events import (
    CaseAllocated,
    CaseHeldOnDuty,
    CinPlanEnded,
    CinPlanStarted,
    ConferenceHeld,
    OrderMade,
    PlacementStarted,
    ProtectionPlanStarted,
    ReferralReceived,
    SecureAuthorised,
    WorkerAllocated,
)

WATCHES: Final = (
    Watch(
        id="drift",
        title="Open with nothing due",
        words="open, with no clock running and no day planned: the law gives no "
        "number, or what gave one is over",
        look=drifting,
        told=everything_recorded,
    ),
    Watch(
        id="not_seen",
        title="Not seen for some weeks",
        words="the child was not seen for more than the given weeks (6, or "
        "--not-seen-weeks) since the case opened and the child was born; a visit "
        "counts unless it says that the child was not seen",
        look=not_seen,
        told=seen_recorded,
    ),
    Watch(
        id="unallocated",
        title="No allocated worker",
        words="a case beyond contact and early help is open, and no worker has it",
        look=unallocated,
        told=recorded(WorkerAllocated),
    ),
    Watch(
        id="awaiting_allocation",
        title="Awaiting allocation",
        words="a referral needs a response, and the case was given to no one",
        look=awaiting_allocation,
        told=recorded(CaseAllocated),
    ),
    Watch(
        id="on_duty",
        title="Held on duty",
        words="the duty desk manages the case until a worker can be found",
        look=on_duty,
        told=recorded(CaseHeldOnDuty),
    ),
    Watch(
        id="expiring",
        title="Orders and authorities that run out",
        words="an order or a secure authority runs out within four weeks, or has run "
        "out and nothing says that it ended",
        look=expiring,
        told=recorded(OrderMade, SecureAuthorised),
    ),
    Watch(
        id="plans_15_months",
        title="Protection plans over 15 months",
        words="a child protection plan has lasted more than 15 calendar months",
        look=plans_over(0),
        told=recorded(ProtectionPlanStarted, ConferenceHeld),
    ),
    Watch(
        id="plans_24_months",
        title="Protection plans over 24 months",
        words="a child protection plan has lasted more than 24 calendar months",
        look=plans_over(1),
        told=recorded(ProtectionPlanStarted, ConferenceHeld),
    ),
    Watch(
        id="child_in_need_12_months",
        title="Child in need over 12 months",
        words="a child in need plan has lasted more than 12 calendar months",
        look=child_in_need_long,
        told=recorded(CinPlanStarted),
    ),
    Watch(
        id="out_of_area",
        title="Placed out of area",
        words="the child is in a placement outside the area",
        look=placed("placed out of area", lambda one: one.out_of_area is True),
        told=recorded(PlacementStarted),
    ),
    Watch(
        id="with_parents",
        title="Placed with parents",
        words="the child is looked after and placed with parents",
        look=placed("placed with parents", lambda one: one.kind == "parents"),
        told=recorded(PlacementStarted),
    ),
    Watch(
        id="referred_again",
        title="Referred again after a step-down",
        words="a referral is open that came within 12 calendar months of a step-down "
        "to early help",
        look=referred_again,
        told=recorded(ReferralReceived, CinPlanEnded),
    ),
    Watch(
        id="open_after_18",
        title="Open after 18",
        words="something other than leaving care, its pathway plan or a complaint is "
        "open for somebody who has reached 18",
        look=open_after_18,
        told=age_known,
    ),
)

_BY_ID: Final = {one.id: one for one in WATCHES}


def watches(ids: Collection[str]) -> tuple[Watch, ...]:
    """Give lists by their ids.

    Raises
    ------
    NotFound
        When there is no such list; the message names those that there are.
    """
    unknown = sorted(set(ids) - set(_BY_ID))
    if unknown:
        known = ", ".join(_BY_ID)
        raise NotFound(f"there is no list {unknown[0]!r}; there are {known}")
    return tuple(one for one in WATCHES if one.id in ids)


def watched(
    child: ChildToday,
    lists: Iterable[Watch] = WATCHES,
    thresholds: Thresholds | None = None,
) -> Iterator[Listed]:
    """Give the cases of one child that are on some lists.

    A child of whom the source does not say enough is on no list; `Watch.told` says so.

    Parameters
    ----------
    child
        The child on a day.
    lists
        Which lists.
    thresholds
        From when on a case is listed.
    """
    for one in lists:
        if one.told(child):
            yield from one.listed(child, thresholds or Thresholds())
