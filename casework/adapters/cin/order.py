"""What the days of a census say that cannot be: the later before the earlier."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final, Literal, TypeAlias

from attrs import frozen

from casework.adapters.cin.draft import Draft, day_in
from casework.adapters.cin.element import Element


@frozen
class Order:
    """A day that must not lie before, or after, another of the same part.

    Parameters
    ----------
    within
        The part of the return in which both stand, at any depth.
    element
        The day that is found fault with.
    side
        Where it must not lie.
    other
        The day that it is held against.
    code
        The finding's short name.
    """

    within: str
    element: str
    side: Literal["before", "after"]
    other: str
    code: str


_BIRTH: Final = "PersonBirthDate"
_REFERRAL: Final = "CINreferralDate"
_CLOSURE: Final = "CINclosureDate"
_PLAN: Final = "ChildProtectionPlans"
_START: Final = "CPPstartDate"

# Closures come before what is held against them: see `_misplaced`.
ORDERS: Final = (
    Order("Child", "PersonDeathDate", "before", _BIRTH, "died_before_birth"),
    Order("CINdetails", _CLOSURE, "before", _REFERRAL, "closed_before_referral"),
    *(
        Order("CINdetails", start, "before", _REFERRAL, "before_referral")
        for start in (
            "AssessmentActualStartDate",
            "S47ActualStartDate",
            "CINPlanStartDate",
            _START,
        )
    ),
    *(
        Order("CINdetails", end, "after", _CLOSURE, "after_closure")
        for end in ("AssessmentAuthorisationDate", "CINPlanEndDate", "CPPendDate")
    ),
    Order(
        "Assessments",
        "AssessmentAuthorisationDate",
        "before",
        "AssessmentActualStartDate",
        "concluded_before_start",
    ),
    Order(
        "CINPlanDates",
        "CINPlanEndDate",
        "before",
        "CINPlanStartDate",
        "plan_ended_before_start",
    ),
    Order(
        "Section47",
        "DateOfInitialCPC",
        "before",
        "S47ActualStartDate",
        "conference_before_enquiry",
    ),
    Order(_PLAN, "CPPendDate", "before", _START, "plan_ended_before_start"),
    Order(_PLAN, "CPPreviewDate", "before", _START, "review_before_plan_started"),
    Order(_PLAN, "CPPreviewDate", "after", "CPPendDate", "review_after_plan_ended"),
)

_BY_PART: Final = {
    part: [order for order in ORDERS if order.within == part]
    for part in {order.within for order in ORDERS}
}
_JUDGED: Final = {name for order in ORDERS for name in (order.element, order.other)}
_Days: TypeAlias = defaultdict[str, list[tuple[Element, date]]]


def judge_order(child: Element, draft: Draft) -> None:
    """Find the days of a child's part that lie before or after what they must not."""
    at_fault: set[Element] = set()
    for part in (child, *child.below()):
        if part.name in _BY_PART:
            days = _days(part)
            for order in _BY_PART[part.name]:
                at_fault.update(_misplaced(days, order, at_fault, draft))


def _misplaced(
    days: _Days, order: Order, at_fault: set[Element], draft: Draft
) -> Iterator[Element]:
    # A closure that lies before its referral is one fault, and not one more for
    # everything that happened since.
    held = [one for one in days[order.other] if one[0] not in at_fault]
    if not held:
        return
    before = order.side == "before"
    other, limit = (min if before else max)(held, key=lambda one: one[1])
    for element, day in days[order.element]:
        if day < limit if before else day > limit:
            draft.find(
                order.code,
                element,
                what=f"{_shown(element)} lies {order.side} {_shown(other)}",
                expected=f"{order.element} not {order.side} {order.other}",
            )
            yield element


def _days(part: Element) -> _Days:
    """Give the days that stand in a part, at any depth, by the names of the return."""
    days: _Days = defaultdict(list)
    for element in part.below():
        day = day_in(element) if element.name in _JUDGED else None
        if day:
            days[element.name].append((element, day))
    return days


def _shown(element: Element) -> str:
    """Name a day; a date of birth is never shown."""
    return element.name if element.name == _BIRTH else f"{element.name} {element.text}"


def judge_end(child: Element, end: date, draft: Draft) -> None:
    """Find the days that lie after the day on which the census ends."""
    for element in child.below():
        day = (
            day_in(element) if element in draft.ids or element.name == _BIRTH else None
        )
        if day and day > end:
            draft.find(
                "after_reference_date",
                element,
                what=f"{_shown(element)} lies after the census of {end}",
                expected="nothing that happened after the ReferenceDate",
            )
