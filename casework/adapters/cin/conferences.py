"""Conferences and protection plans: which conference decided on which plan."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from attrs import Factory, define

from casework.adapters.cin.draft import SHOWN, Draft, day_in
from casework.adapters.cin.element import Element
from casework.events import (
    CategoryChanged,
    ConferenceHeld,
    ProtectionPlanEnded,
    ProtectionPlanStarted,
    ReviewConferenceHeld,
)

CATEGORIES: Final[Mapping[str, str]] = {
    "NEG": "neglect",
    "PHY": "physical",
    "SAB": "sexual",
    "EMO": "emotional",
    "MUL": "multiple",
}


def tell_conferences(
    details: Element, enquiries: Mapping[Element, str], case: str, draft: Draft
) -> None:
    """Make the conferences and the protection plans of a referral.

    Parameters
    ----------
    details
        The `CINdetails`.
    enquiries
        Its enquiries, each with its episode.
    case
        The episode of the referral.
    draft
        The child's record in the making.
    """
    told = _Conferences(details=details, case=case, draft=draft)
    told.count_episodes()
    for enquiry, episode in enquiries.items():
        for day in enquiry.named("DateOfInitialCPC"):
            told.held(day, "initial", follows=episode)
    for day in details.named("DateOfInitialCPC"):
        if day in told.episodes:
            told.held(day, "transfer_in", follows=case)
    for plan in details.named("ChildProtectionPlans"):
        told.plan(plan)


@define(kw_only=True)
class _Conferences:
    """The conference stage of one referral.

    A conference is known by the text of its day, also where that is no day.
    """

    details: Element
    case: str
    draft: Draft
    episodes: dict[Element, str] = Factory(dict)
    held_on: dict[str, str] = Factory(dict)

    def count_episodes(self) -> None:
        """Give each conference, and each plan without one, its episode in the file."""
        for part in self.details.children:
            for element in self._openers(part):
                self.episodes[element] = self.draft.episode("conference")
                if element.name == "DateOfInitialCPC":
                    self.held_on.setdefault(element.text, self.episodes[element])

    def _openers(self, part: Element) -> list[Element]:
        if part.name == "Section47":
            return part.named("DateOfInitialCPC")
        if part.name == "DateOfInitialCPC":
            # The same day within an enquiry is the same conference, told twice.
            told = {day.text for day in self._in_enquiries()}
            return [part] if part.says and part.text not in told else []
        if part.name == "ChildProtectionPlans":
            starts = {start.text for start in part.named("CPPstartDate")}
            return [part] if part.says and starts.isdisjoint(self._days()) else []
        return []

    def _days(self) -> Iterator[str]:
        conferences = (*self.details.named("DateOfInitialCPC"), *self._in_enquiries())
        return (day.text for day in conferences)

    def _in_enquiries(self) -> Iterator[Element]:
        for enquiry in self.details.named("Section47"):
            yield from enquiry.named("DateOfInitialCPC")

    def held(self, day: Element, kind: str, *, follows: str) -> None:
        """Make a conference, which decided on a plan if one starts that day."""
        decision = self._decision(day)
        self.draft.add(
            ConferenceHeld,
            day,
            episode=self.episodes[day],
            follows=follows,
            kind=kind,
            decision=decision,
        )
        if decision is None and day_in(day):
            self.draft.find(
                "decision_not_known",
                day,
                what=f"a plan starts, but not on {day.text}, when the conference met",
                expected="a plan from the day of the conference, or none from then on",
            )

    def _decision(self, day: Element) -> str | None:
        starts = [
            start
            for plan in self.details.named("ChildProtectionPlans")
            for start in plan.named("CPPstartDate")
        ]
        held = day_in(day)
        if held and day.text in {start.text for start in starts}:
            return "plan"
        # A start that cannot be read may be any day, this one too.
        days = [day_in(start) or date.max for start in starts]
        return None if held is None or max(days, default=held) > held else "no_plan"

    def plan(self, plan: Element) -> None:
        """Make a protection plan, with its reviews and its end."""
        code = plan.value("InitialCategoryOfAbuse")
        category = self._category(plan, code)
        starts, ends = plan.named("CPPstartDate"), plan.named("CPPendDate")
        episode = self.episodes.get(plan) or next(
            self.held_on[day.text] for day in starts if day.text in self.held_on
        )
        self.draft.expect(plan, "CPPstartDate")
        for day in starts:
            self.draft.add(
                ProtectionPlanStarted,
                day,
                episode=episode,
                follows=self.case,
                category=category,
                code=code,
            )
        self._reviews(plan, {day.text for day in ends}, episode)
        self._change(plan, episode)
        for day in ends:
            self.draft.add(ProtectionPlanEnded, day, episode=episode)

    def _reviews(self, plan: Element, ends: set[str], episode: str) -> None:
        for day in _review_days(plan):
            decision = "end" if day.text in ends else "continue"
            self.draft.add(
                ReviewConferenceHeld, day, episode=episode, decision=decision
            )

    def _change(self, plan: Element, episode: str) -> None:
        latest = plan.value("LatestCategoryOfAbuse")
        if latest is None or latest == plan.value("InitialCategoryOfAbuse"):
            return
        days = _review_days(plan)
        review = max(days, key=lambda day: day_in(day) or date.min, default=None)
        on = review or _start(plan)
        category = self._category(plan, latest)
        self.draft.add(
            CategoryChanged, on, episode=episode, category=category, code=latest
        )
        if review is None:
            self.draft.find(
                "category_changed_without_review",
                plan,
                what="the category of the plan changed and the plan has no review: "
                "the change is told on the day of its start, as its own is not known",
                expected="a CPPreviewDate on which the category was changed",
            )

    def _category(self, plan: Element, code: str | None) -> str | None:
        if code is not None and code not in CATEGORIES:
            self.draft.find(
                "unknown_code",
                plan,
                what=f"the category of abuse is {code[:SHOWN]!r}",
                expected=f"one of {', '.join(CATEGORIES)}; it counts as not said",
            )
        return CATEGORIES.get(code or "")


def _review_days(plan: Element) -> list[Element]:
    return [
        day for part in plan.named("Reviews") for day in part.named("CPPreviewDate")
    ]


def _start(plan: Element) -> Element:
    missing = Element(name="CPPstartDate", line=plan.line)
    return next(iter(plan.named("CPPstartDate")), missing)
