"""A manager's morning: whose task it is, in which order, and which cases are listed."""

from datetime import date, datetime

import pytest
from icalendar import Calendar

from casework import Journey, Records, england, jersey
from casework.allocation import allocated, team_of
from casework.caseload import (
    WATCHES,
    By,
    Thresholds,
    When,
    calendar_feed,
    morning,
    tasks,
    today,
    urgency,
    watched,
    watches,
)
from casework.chronology import Chronology, in_order
from casework.errors import NotFound
from casework.events import ContactReceived
from tests.journeys import told

FIRST = date(2026, 3, 2)
OPEN = "0 referral_received; 1 referral_decided decision=assessment"
DYING = ("2026-04-30", "2026-05-01")
PLAN = "0 concern_raised; 1 strategy_discussion_held outcome=enquiry; "
PLAN += "15 conference_held kind=initial decision=plan"
GONE = "3000 placement_ended; 3000 ceased_looked_after reason=reached_18"
NEED = "0 referral_received; 0 assessment_started; 0 assessment_completed "
NEED += "outcome=child_in_need; 0 cin_plan_started"
STEPPED_DOWN = "0 referral_received; 0 assessment_started; 1 assessment_completed "
STEPPED_DOWN += "outcome=early_help; 2 referral_closed"
CARE = "0 became_looked_after basis=accommodated; 0 placement_started kind="


def journey(story: str, *, born: str = "2016-05-04", child: str = "C-0001") -> Journey:
    """Record a story that begins on 2 March 2026, a Monday."""
    return Journey.open(england, child=child, born=born).record(*told(story, FIRST))


def lists(story: str, day: str, born: str = "2016-05-04") -> dict[str, str]:
    """Give the lists on which a child is, with what each says."""
    child = today(journey(story, born=born), day)
    return {one.watch: one.what for one in watched(child)}


def test_a_worker_has_a_child_until_unallocated() -> None:
    """Of two workers one leaves; the other, allocated again, has another role."""
    happened = in_order(
        told(
            "0 worker_allocated worker=w-1 role=social_worker team=north; "
            "1 worker_allocated worker=w-2 role=family_worker; "
            "2 worker_allocated worker=w-1 role=lead; 3 worker_unallocated worker=w-2",
            FIRST,
        ),
        "Europe/London",
    )
    assert [("w-1", "lead", None, date(2026, 3, 4))] == [
        (one.worker, one.role, one.team, one.since) for one in allocated(happened)
    ]
    assert ["w-1", "w-2"] == [one.worker for one in allocated(happened[:2])]
    assert () == allocated(happened, since=date(2026, 3, 5))


@pytest.mark.parametrize(
    ("left", "still"),
    [
        ("worker=w-1", ["w-2"]),
        ("role=social_worker", ["w-2"]),
        ("worker=w-1 role=family_worker", ["w-1", "w-2"]),
        ("", []),
    ],
)
def test_what_is_not_said_of_who_left_tells_nobody_apart(
    left: str, still: list[str]
) -> None:
    """A worker leaves where all that is said of the worker agrees."""
    story = (
        "0 worker_allocated worker=w-1 role=social_worker; "
        f"0 worker_allocated worker=w-2 role=family_worker; 1 worker_unallocated {left}"
    )
    happened = in_order(told(story, FIRST), "Europe/London")
    assert still == [one.worker for one in allocated(happened)]


@pytest.mark.parametrize(
    "over", ["case_closed", "child_died", "responsibility_transferred"]
)
def test_a_closed_case_is_nobodys(over: str) -> None:
    """Closing the case ends every allocation."""
    happened = in_order(
        told(f"0 worker_allocated worker=w-1; 1 {over}", FIRST), "Europe/London"
    )
    assert () == allocated(happened)


def test_the_team_is_the_last_to_which_the_case_was_given() -> None:
    """A transfer changes the team; one that names none does not."""
    story = "1 case_allocated team=a; 2 case_transferred team=b; 3 case_transferred"
    happened = in_order(told(story, FIRST), "Europe/London")
    assert "b" == team_of(happened)
    assert "a" == team_of(happened[:1])
    assert None is team_of(happened, since=date(2026, 4, 1))


def test_an_allocation_ends_with_what_was_open() -> None:
    """Who had the child when all was closed does not have it when a referral comes."""
    story = f"{OPEN}; 1 worker_allocated worker=w-1; 20 referral_closed"
    again = f"{story}; 60 referral_received"
    assert ["w-1"] == [
        one.worker for one in today(journey(story), "2026-03-10").workers
    ]
    assert () == today(journey(again), "2026-05-04").workers
    # Nothing in between was open: on the day of the closing the next began.
    joined = f"{NEED}; 1 worker_allocated worker=w-1; 20 referral_closed"
    found = today(journey(joined), "2026-05-04").workers
    assert ["w-1"] == [one.worker for one in found]


def test_a_task_is_for_the_role_that_the_rule_names() -> None:
    """Else for all who work with the child; else for nobody, and still a task."""
    two = "1 worker_allocated worker=w-1 role=social_worker; "
    two += "1 worker_allocated worker=w-2 role=family_worker"
    other = two.replace("social_worker", "nurse")
    for story, workers in ((two, {"w-1"}), (other, {"w-1", "w-2"}), ("", {None})):
        child = today(journey("; ".join(filter(None, (OPEN, story)))), "2026-03-10")
        found = [one for one in tasks(child) if "assessment" in one.deadline.rule]
        assert workers == {one.worker for one in found}


def test_soon_is_ten_working_days_of_the_place() -> None:
    """Good Friday and Easter Monday are left out: 2 April + 10 is 20 April 2026."""
    # Due on 7 May 2026, 45 working days from 2 March: two holidays lie between.
    child = journey("0 referral_received; 0 assessment_started")
    due = [one for one in child.due("2026-04-20") if "conclude" in one.rule]
    assert [date(2026, 5, 7)] == [one.due for one in due]
    # The Early May holiday, 4 May, is left out: 22 April + 10 is 7 May.
    for day, when in (("2026-04-21", When.LATER), ("2026-04-22", When.SOON)):
        found = [
            one for one in tasks(today(child, day)) if "conclude" in one.deadline.rule
        ]
        assert [when] == [one.when for one in found]


def test_the_order_of_risk() -> None:
    """Overdue first; then what binds most; then what is most days late."""
    seen = morning(
        [
            journey("0 referral_received", child="C-1"),
            journey("3 referral_received", child="C-2"),
            journey("0 order_made kind=supervision until=+5", child="C-3"),
            journey("0 order_made kind=supervision until=+14", child="C-4"),
        ],
        "2026-03-10",
    )
    ordered = sorted(seen.tasks, key=urgency)
    assert [("C-3", "overdue"), ("C-1", "overdue"), ("C-2", "overdue")] == [
        (one.deadline.child, one.when) for one in ordered[:3]
    ]
    assert ("C-4", "due_soon") == (ordered[3].deadline.child, ordered[3].when)


def test_loads_by_worker_and_by_team() -> None:
    """A team has a deadline once; children with nothing to do are counted, too."""
    both = "1 worker_allocated worker=w-1 team=north; "
    both += "1 worker_allocated worker=w-2 team=north"
    quiet = f"{NEED}; 0 referral_closed; 0 worker_allocated worker=w-1 team=north"
    seen = morning(
        [
            journey(f"0 referral_received; {both}", child="C-1"),
            journey(quiet, child="C-2"),
            journey("0 referral_received; 5 referral_closed", child="C-3"),
            journey("0 referral_received", child="C-4"),
        ],
        "2026-03-10",
    )
    assert [("w-1", 2, 2), ("w-2", 1, 2), (None, 1, 2)] == [
        (one.name, len(one.children), len(one.tasks)) for one in seen.loads()
    ]
    assert [("north", 2, 2), (None, 1, 2)] == [
        (one.name, len(one.children), len(one.tasks)) for one in seen.loads(By.TEAM)
    ]
    assert [1, 0, 1, 0] == [seen.loads()[0].count(when) for when in When]


def test_two_records_of_one_id_are_two_children() -> None:
    """Two years' files of one child are given together: no duty is lost in either."""
    one = journey("0 referral_received; 0 worker_allocated worker=w-1")
    two = journey("9 referral_received; 9 worker_allocated worker=w-1")
    seen = morning([one, two], "2026-03-12")
    [load] = seen.loads()
    assert (("C-0001", "C-0001"), 4) == (load.children, len(load.tasks))
    entries = Calendar.from_ical(calendar_feed(seen.tasks, seen.day)).walk("VEVENT")
    assert 4 == len({str(entry["uid"]) for entry in entries})


@pytest.mark.parametrize(
    "over", ["child_died", "responsibility_transferred", "case_closed"]
)
def test_what_the_end_of_a_case_leaves_open_is_on_no_list(over: str) -> None:
    """It would stand there for ever, and as a case that nobody has."""
    stories = (f"{CARE}parents out_of_area=true", PLAN, f"{OPEN}; 2 early_help_offered")
    for story in stories:
        assert lists(story, "2028-06-01")
        assert {} == lists(f"{story}; 20 {over}", "2028-06-01")


def test_what_happens_in_it_again_opens_it_again() -> None:
    """The case was closed in error, or too soon: what is done is on the lists."""
    closed = f"{OPEN}; 1 assessment_started; 5 case_closed"
    assert {} == lists(closed, "2026-06-01")
    assert "unallocated" in lists(f"{closed}; 9 child_seen seen=alone", "2026-06-01")
    assert "unallocated" in lists(f"{closed}; 30 referral_received", "2026-06-01")


# A list, a story, and the first day on which the child is on the list.
LISTED = [
    ("drift", f"{OPEN}; 5 early_help_offered", "2026-03-07"),
    (
        "not_seen",
        f"{OPEN}; 1 assessment_started; 3 child_seen seen=alone",
        "2026-04-17",
    ),
    ("not_seen", f"{OPEN}; 9 child_seen seen=not_seen", "2026-04-14"),
    ("unallocated", "0 contact_received; 2 referral_received", "2026-03-04"),
    ("awaiting_allocation", OPEN, "2026-03-03"),
    ("on_duty", f"{OPEN}; 1 assessment_started; 4 case_held_on_duty", "2026-03-06"),
    ("expiring", "0 order_made kind=supervision until=+100", "2026-05-13"),
    ("plans_15_months", PLAN, "2027-06-18"),
    ("plans_24_months", PLAN, "2028-03-18"),
    ("child_in_need_12_months", NEED, "2027-03-03"),
    ("out_of_area", f"{CARE}foster out_of_area=true", "2026-03-02"),
    ("with_parents", f"{CARE}parents", "2026-03-02"),
    (
        "referred_again",
        f"{STEPPED_DOWN}; 366 referral_received",
        "2027-03-03",
    ),
    ("open_after_18", f"{CARE}foster", "2034-05-04"),
]


@pytest.mark.parametrize(("watch", "story", "day"), LISTED)
def test_a_case_is_listed_from_its_first_day(watch: str, story: str, day: str) -> None:
    """On the day before, the child is not on the list."""
    first = date.fromisoformat(day)
    assert watch in lists(story, day)
    assert watch not in lists(
        story, date.fromordinal(first.toordinal() - 1).isoformat()
    )


def test_every_list_is_shown_here() -> None:
    """Each declared list has a case above."""
    assert {one.id for one in WATCHES} == {watch for watch, _, _ in LISTED}


# A list, a story of which it takes no notice, and the day.
NOT_LISTED = [
    # A day is planned.
    ("drift", f"{PLAN.rpartition(';')[0]}; 2 conference_planned on=+90", "2026-04-20"),
    # An order in force is no work.
    ("drift", "0 order_made kind=supervision", "2026-04-20"),
    ("unallocated", f"{OPEN}; 1 worker_allocated worker=w-1", "2026-04-20"),
    ("unallocated", "0 early_help_offered", "2026-04-20"),
    ("awaiting_allocation", f"{OPEN}; 3 case_allocated team=a", "2026-04-20"),
    ("on_duty", f"{OPEN}; 2 case_held_on_duty; 3 case_allocated team=a", "2026-04-20"),
    ("expiring", "0 order_made kind=supervision", "2026-04-20"),
    ("plans_15_months", PLAN.replace("=plan", "=no_plan"), "2028-04-20"),
    (
        "referred_again",
        "0 early_help_offered; 5 early_help_closed; 6 referral_received",
        "2026-04-20",
    ),
    (
        "referred_again",
        f"{STEPPED_DOWN}; 367 referral_received",
        "2027-04-20",
    ),
    ("open_after_18", f"{CARE}foster; {GONE}; 3001 leaving_care_began", "2035-04-20"),
]


@pytest.mark.parametrize(("watch", "story", "day"), NOT_LISTED)
def test_a_case_is_not_listed(watch: str, story: str, day: str) -> None:
    """What looks like it, and is not."""
    assert watch not in lists(story, day)


def test_an_order_that_ran_out_and_did_not_end_says_so() -> None:
    """The last day told counts, also one by which the order was extended."""
    order = "0 order_made kind=supervision until=+10"
    assert "runs until 2026-03-12, in 1 day" == lists(order, "2026-03-11")["expiring"]
    assert "and is still open" in lists(order, "2026-04-11")["expiring"]
    longer = f"{order}; 5 order_extended until=+300"
    assert "expiring" not in lists(longer, "2026-04-11")


def test_thresholds_are_the_services_own() -> None:
    """Another service lists from another day on."""
    child = today(journey(f"{OPEN}; 3 child_seen seen=alone"), "2026-03-20")
    ask = watches(["not_seen"])
    assert [] == list(watched(child, ask))
    two_weeks = Thresholds(not_seen_weeks=2)
    assert ["last seen on 2026-03-05"] == [
        one.what for one in watched(child, ask, two_weeks)
    ]


def test_only_who_is_born_and_lives_can_be_seen() -> None:
    """Weeks count from birth; after a death nobody is missed on this list."""
    unborn = Journey.open(england, child="C-1", expected="2026-08-03").record(
        *told(f"{OPEN}; 1 assessment_started", FIRST)
    )
    days = ("2026-08-03", "2026-09-14", "2026-09-15")
    assert [0, 0, 1] == [len(morning([unborn], day).on("not_seen")) for day in days]
    died = journey(f"{OPEN}; 1 assessment_started; 60 child_died")
    found = [len(morning([died], day).on("not_seen")) for day in DYING]
    assert [1, 0] == found


def test_a_source_that_does_not_tell_is_counted_apart() -> None:
    """A census without visits does not say that a child was never seen."""
    whole = journey(NEED)
    census = Journey(
        jurisdiction=england,
        chronology=Chronology(
            child=whole.child,
            events=whole.chronology.events,
            records=Records(events=["referral_received", "cin_plan_started"]),
        ),
    )
    seen = morning([census], "2026-12-01")
    assert {"drift", "not_seen", "unallocated"} <= set(seen.untold)
    assert () == (*seen.on("drift"), *seen.on("not_seen"), *seen.on("unallocated"))
    assert 1 == len(morning([whole], "2026-12-01").on("not_seen"))


def test_a_list_that_there_is_not() -> None:
    """The message names those that there are."""
    with pytest.raises(NotFound, match=r"no list 'late'; there are drift, "):
        watches(["late"])


def test_a_feed_that_a_calendar_reads() -> None:
    """Each dated deadline once, all day or by the hour, and nothing of the birth."""
    both = "0 worker_allocated worker=w-1; 0 worker_allocated worker=w-2"
    told_twice = journey(f"0 referral_received; {both}; 0 early_help_offered")
    contact = Journey.open(jersey, child="C-0002", born="2016-05-04").record(
        ContactReceived(at="2026-03-04T09:40+00:00")
    )
    seen = morning([told_twice, contact], "2026-03-04")
    feed = calendar_feed(seen.tasks, seen.day)
    assert feed == calendar_feed(seen.tasks, seen.day)
    entries = Calendar.from_ical(feed).walk("VEVENT")
    assert {
        (
            "C-0001: Response to a referral decided (overdue, 1 day late)",
            date(2026, 3, 3),
        ),
        ("C-0001: Assessment concluded", date(2026, 5, 7)),
        (
            "C-0002: Contact decided",
            datetime.fromisoformat("2026-03-05T09:40:00+00:00"),
        ),
    } == {(str(one["summary"]), one.decoded("dtstart")) for one in entries}
    assert 3 == len({str(one["uid"]) for one in entries})
    by_the_hour = [one for one in entries if "C-0002" in one["summary"]]
    assert [False] == ["dtend" in one for one in by_the_hour]
    assert "Worker: w-1, w-2\n" in str(entries[0]["description"])
    assert b"2016" not in feed.replace(b"2016/", b"")


def test_an_entry_keeps_its_identity() -> None:
    """The next day's feed moves an entry, and does not double it."""
    child = journey("0 referral_received")
    one, two = (
        Calendar.from_ical(calendar_feed(morning([child], day).tasks, FIRST))
        for day in ("2026-03-04", "2026-03-05")
    )
    assert [str(entry["uid"]) for entry in one.walk("VEVENT")] == [
        str(entry["uid"]) for entry in two.walk("VEVENT")
    ]
