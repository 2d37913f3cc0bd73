"""A story: its clock, its verbs, what it expects, and where an error happened."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from casework import Journey, NotAllowed, Story, england, jersey
from casework.errors import BadDate, CaseworkError, NaiveMoment, NotFound
from casework.events import ReferralReceived
from casework.scripting import (
    NotAsExpected,
    StoryError,
    days,
    hours,
    working_days,
)
from tests.source import ROOT

CONCLUDE = "england.assessment.conclude"


@pytest.fixture
def story() -> Story:
    """Tell of a child who was referred on Monday 2 March 2026."""
    told = Story(england, child="C-1", born="2015-02-03")
    return told.on("2026-03-02").referral_received(source="school")


def refused(tell: Callable[[], object]) -> StoryError:
    """Give the error of a line that cannot be."""
    with pytest.raises(StoryError) as caught:
        tell()
    return caught.value


# The clock


def test_a_story_reads_like_a_case_note(story: Story) -> None:
    """The script of the issue, as it stands there."""
    story.after(working_days=3).assessment_started()
    story.wait_until_due(CONCLUDE, plus=days(1))
    story.expect.overdue(CONCLUDE)
    assert date(2026, 5, 8) == story.now
    assert "overdue, 1 day late" in story.table()


def test_the_journey_of_a_story_is_that_of_its_events(story: Story) -> None:
    """Nothing is added that a host could not record itself."""
    by_hand = Journey.open(england, child="C-1", born="2015-02-03")
    by_hand = by_hand.record(ReferralReceived(at="2026-03-02", source="school"))
    assert by_hand == story.journey


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ({"days": 3}, "2026-04-05"),
        ({"working_days": 1}, "2026-04-07"),  # over Easter
        ({"weeks": 2}, "2026-04-16"),
        ({"months": 2}, "2026-06-02"),
    ],
)
def test_the_clock_counts_as_a_rule_does(
    counted: dict[str, int], expected: str
) -> None:
    """From Maundy Thursday 2026, by the calendar of the place."""
    told = Story(england).on("2026-04-02").after(**counted)
    assert date.fromisoformat(expected) == told.now


def test_hours_pass_through_the_night_on_which_the_clocks_go_back() -> None:
    """Three days after ten at night it is nine."""
    told = Story(jersey).at("2025-10-25T22:00").after(hours=72)
    assert "2025-10-28T21:00:00+00:00" == told.now.isoformat()


def test_an_hour_is_told_by_the_clocks_of_the_place() -> None:
    """In full, or on the day on which the story stands; with an offset, as it says."""
    summer = "2026-06-01T09:40:00+01:00"
    assert summer == Story(jersey).at("2026-06-01T09:40").now.isoformat()
    assert summer == Story(jersey).on("2026-06-01").at("09:40").now.isoformat()
    assert datetime.fromisoformat(summer) == Story(jersey).at("2026-06-01T08:40Z").now


def test_a_day_takes_the_hour_back() -> None:
    """What is told after it is known by its day alone."""
    told = Story(england).at("2026-03-02T09:40").after(days=1).referral_received()
    [event] = told.journey.chronology.events
    assert date(2026, 3, 3) == event.at


def test_the_moments_of_an_event_are_read_in_the_same_way() -> None:
    """Until midnight in summer is not until midnight in UTC."""
    told = Story(england, born="2015-02-03").on("2026-06-01")
    told.order_made(kind="emergency_protection", until="2026-06-09T12:00", follows=None)
    told.expect.due("emergency_protection.limit", "2026-06-09T11:00Z")


def test_a_time_that_the_clocks_told_twice_needs_its_offset() -> None:
    """Nobody guesses which of the two it was."""
    told = Story(england)
    assert "happened twice" in refused(lambda: told.at("2025-10-26T01:30")).why
    assert (
        "2025-10-26T01:30:00+01:00" == told.at("2025-10-26T01:30+01:00").now.isoformat()
    )


def test_a_naive_datetime_is_refused_here_too() -> None:
    """Only what a script writes as text is read by the clocks of the place."""
    naive = datetime(2026, 3, 2, 9, 40)
    error = refused(lambda: Story(england).at(naive))
    assert isinstance(error.__context__, NaiveMoment)


@pytest.mark.parametrize("moment", ["2026-03-02T08:00", "2026-03-01T23:59"])
def test_the_clock_never_goes_back(moment: str) -> None:
    """Nor within a day, where both hours are known."""
    told = Story(england).at("2026-03-02T09:40")
    error = refused(lambda: told.at(moment))
    assert "does not go back to" in error.why
    assert "2026-03-02T09:40:00+00:00" == told.now.isoformat()


@pytest.mark.parametrize(
    ("tell", "why"),
    [
        (lambda s: s.referral_received(), 'begin with story.on("2026-03-02")'),
        (lambda s: s.now, "no day yet"),
        (lambda s: s.known, "no day yet"),
        (lambda s: s.text(), "no day yet"),
        (lambda s: s.on("2026-02-30"), "There is no day '2026-02-30'"),
        (lambda s: s.on("2026-03-02").after(hours=3), 'story.at("09:40")'),
        (lambda s: s.on("2026-03-02").after(), "say one of hours=, days="),
        (lambda s: s.on("2026-03-02").after(days=-3), "only goes on: days=-3"),
        (lambda s: s.on("2026-03-02").after(days=1, weeks=1), "not 2"),
        (lambda s: s.on("2026-03-02").at("25:00"), "is not a moment"),
    ],
)
def test_a_clock_that_cannot_be_moved_so(
    tell: Callable[[Story], object], why: str
) -> None:
    """Says why, and what to write instead."""
    assert why in refused(lambda: tell(Story(england))).why


def test_waiting_for_what_is_not_due() -> None:
    """A rule without a clock, a rule that is not one, and a duty without a number."""
    told = Story(england, born="2015-02-03").on("2026-03-02").referral_received()
    told.referral_decided(decision="strategy_discussion")
    for rule, why in {
        "core_group.first": "there is no such deadline england.core_group.first now",
        "asessment.conclude": "did you mean england.assessment.conclude",
        "strategy.hold": "england.strategy.hold has no due day to wait for",
    }.items():
        assert why in refused(lambda rule=rule: told.wait_until_due(rule)).why


# What was known


def test_what_is_written_down_late_is_not_known_before() -> None:
    """Overdue while nobody wrote it down, met afterwards."""
    told = Story(england, born="2015-02-03").on("2026-03-02").referral_received()
    told.on("2026-03-03").referral_decided(
        decision="assessment", recorded=working_days(2)
    )
    told.expect.open("referral.decision")
    told.on("2026-03-04").expect.overdue("referral.decision")
    assert 1 == len(told.known.chronology.events)
    assert 2 == len(told.journey.chronology.events)
    told.on("2026-03-05").expect.met("referral.decision")


def test_when_it_was_recorded_may_be_a_moment_of_the_place() -> None:
    """Or hours after a moment."""
    told = Story(england).at("2026-06-01T09:00")
    told.referral_received(recorded="2026-06-01T11:30")
    told.referral_decided(recorded=hours(3))
    moments = [one.recorded.isoformat() for one in told.journey.chronology.events]
    assert ["2026-06-01T11:30:00+01:00", "2026-06-01T12:00:00+01:00"] == moments


def test_hours_after_a_day_are_no_moment(story: Story) -> None:
    """A recording time needs the hour of the event."""
    error = refused(lambda: story.assessment_started(recorded=hours(3)))
    assert "is no moment" in error.why


# What is expected


def test_expectations_that_hold(story: Story) -> None:
    """Of statuses, due days, stages, what may happen, and findings."""
    story.expect.open("referral.decision")
    story.expect.due("referral.decision", "2026-03-03")
    story.expect.stage("assessment", "referred")
    story.expect.allowed("assessment_started")
    story.expect.allowed("assessment_started", episode="assessment-1")
    story.expect.not_allowed("core_group_met")
    story.expect.findings()
    story.on("2026-03-04").expect.overdue("referral.decision")
    story.referral_decided(decision="no_further_action")
    story.expect.met_late("referral.decision")
    story.expect.ceased(CONCLUDE)


def test_expectations_of_the_rarer_statuses() -> None:
    """Missed, without a date, and not recorded."""
    told = Story(england, born="2015-02-03").on("2026-03-02").referral_received()
    told.on("2026-03-04").referral_closed()
    told.expect.missed("referral.decision")
    told.order_made(kind="emergency_protection", follows=None)
    told.expect.no_date("emergency_protection.limit")
    told.became_looked_after(basis="accommodated", follows=None)
    told.expect.not_recorded("education_plan.review")
    told.expect.findings("date_not_stated", "terms_not_known")


def test_a_note_is_no_fault() -> None:
    """It counts only if it is named; a warning counts always."""
    told = Story(england, born="2000-02-03").on("2001-03-02")
    told.became_looked_after(basis="accommodated", follows=None)
    told.expect.findings()
    told.expect.findings("law_not_known")
    told.on("2010-03-02").expect.findings("terms_not_known")
    error = refused(told.expect.findings)
    assert "terms_not_known" in str(error)
    assert "law_not_known" not in str(error)


def test_of_several_the_one_that_began_last_is_meant() -> None:
    """Unless another is named."""
    told = Story(england, born="2015-02-03").on("2025-09-01").plan_transfer_notified()
    told.after(weeks=1).conference_held(kind="transfer_in", decision="plan")
    told.wait_until_due("conference.review").review_conference_held(decision="continue")
    told.expect.met("conference.review")
    told.expect.open("conference.review")
    told.wait_until_due("conference.review", plus=days(1))
    told.review_conference_held(decision="continue")
    told.expect.met_late("conference.review")
    told.expect.met("conference.review", occurrence=1)
    told.expect.met_late("conference.review", occurrence=2, episode="conference-1")


@pytest.mark.parametrize(
    ("expect", "why"),
    [
        (lambda e: e.met(CONCLUDE), "to be met; it is open"),
        (lambda e: e.met(CONCLUDE), "The rule gives 45 working days"),
        (lambda e: e.due(CONCLUDE, "2026-05-08"), "to be due on Friday 8 May 2026"),
        (lambda e: e.due(CONCLUDE, "2026-05-07T09:00"), "due on 09:00 on Thursday"),
        (lambda e: e.stage("assessment", "closed"), "assessment-1 is 'referred'"),
        (lambda e: e.allowed("core_group_met"), "may happen next"),
        (lambda e: e.not_allowed("child_seen"), "may not happen next; it may"),
        (lambda e: e.findings("link_inferred"), "there are: none"),
    ],
)
def test_expectations_that_do_not_hold(
    story: Story, expect: Callable[[object], None], why: str
) -> None:
    """Say what was expected, how it is, and the sum in words."""
    error = refused(lambda: expect(story.expect))
    assert isinstance(error, NotAsExpected)
    assert isinstance(error, AssertionError)
    assert why in error.why


@pytest.mark.parametrize(
    ("expect", "why"),
    [
        (lambda e: e.met("conference.initial"), "there are: england.referral.decision"),
        (lambda e: e.met(CONCLUDE, episode="x"), "there is no such deadline"),
        (lambda e: e.met("jersey.assessment.conclude"), "the law of England has no"),
        (lambda e: e.stage("asessment", "closed"), "did you mean assessment"),
        (lambda e: e.stage("conference", "on a plan"), "no such episode of the stage"),
        (lambda e: e.stage("assessment", "asessing"), "did you mean assessing"),
        (lambda e: e.allowed("core_group_meets"), "did you mean core_group_met"),
        (lambda e: e.due(CONCLUDE, "7.5.2026"), "is not a day"),
    ],
)
def test_expectations_of_what_there_is_not(
    story: Story, expect: Callable[[object], None], why: str
) -> None:
    """A spelling mistake is not a failed expectation."""
    error = refused(lambda: expect(story.expect))
    assert not isinstance(error, NotAsExpected)
    assert why in error.why


def test_two_open_orders_are_told_apart_by_their_episodes() -> None:
    """Where they began on one day, nothing is chosen by guess."""
    told = Story(england, born="2015-02-03").on("2026-03-02")
    for until in ("2026-04-02", "2026-05-02"):
        told.order_made(kind="interim_care", until=until, follows=None)
    assert (
        "several of england.order.expiry"
        in refused(lambda: told.expect.open("order.expiry")).why
    )
    assert (
        "are open; say which with episode="
        in refused(lambda: told.expect.stage("order", "in force")).why
    )
    told.expect.due("order.expiry", "2026-05-02", episode="order-2")
    told.expect.stage("order", "in force", episode="order-2")


# Errors


def test_an_error_says_in_which_line_it_happened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file as seen from here, the line, what stands there, and what is wrong."""
    script = tmp_path / "told.py"
    script.write_text(
        "from casework import Story, england\n"
        "story = Story(england, born='2015-02-03')\n"
        "story.on('2026-03-02').referral_received()\n"
        "story.assessment_completed()\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    code = compile(script.read_text(encoding="utf-8"), str(script), "exec")
    error = refused(lambda: exec(code, {"__name__": "__main__"}))  # noqa: S102
    assert str(error).startswith(
        "told.py, line 4: story.assessment_completed()\n"
        "assessment_completed is not allowed in state 'referred': "
    )
    assert "What may happen here: referral_decided" in error.why
    assert isinstance(error.__context__, NotAllowed)
    assert error.__suppress_context__


def test_a_line_of_a_function_of_the_script_is_named_where_it_stands(
    story: Story,
) -> None:
    """Here, in this file, and not where casework noticed it."""
    error = refused(lambda: story.review_conference_held(decision="perhaps"))
    assert error.file.endswith("test_scripting.py")
    assert 'decision="perhaps"' in error.source
    assert "the vocabulary has continue, end" in error.why


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"outcom": "enquiry"}, "takes no 'outcom' in a story; did you mean outcome?"),
        ({"at": "2026-03-02"}, "assessment_completed takes no 'at' in a story"),
        ({"by": 3}, "by must be text, not 3"),
    ],
)
def test_a_field_that_there_is_not(
    story: Story, said: dict[str, object], why: str
) -> None:
    """What a type checker would refuse is refused with its line."""
    assert why in refused(lambda: story.assessment_completed(**said)).why


def test_what_could_not_be_told_was_not_told(story: Story) -> None:
    """The story goes on from where it stood."""
    before = story.journey
    refused(story.core_group_met)
    assert before is story.journey
    story.assessment_started()


def test_an_error_without_a_script_still_says_what_is_wrong() -> None:
    """It is a CaseworkError, as every error of the library."""
    error = StoryError("it is wrong", "told.py", 3, "")
    assert isinstance(error, CaseworkError)
    assert "told.py, line 3\nit is wrong" == str(error)


# What is shown


def test_a_story_prints_as_text(story: Story) -> None:
    """As on its day; a longer form is its timeline."""
    assert story.text() == str(story)
    assert "Child C-1, England, as at the end of Monday 2 March 2026" in str(story)
    assert story.mermaid().startswith("timeline\n")
    assert "england.assessment.conclude 1" in story.table()


def test_a_notebook_shows_the_picture_and_the_text(story: Story) -> None:
    """The picture is well-formed within the page."""
    shown = story._repr_html_()
    assert shown.startswith("<svg")
    ET.fromstring(f"<div>{shown}</div>")  # noqa: S314
    assert "<details><summary>Text</summary><pre>Child C-1" in shown


def test_a_notebook_without_the_library_for_pictures_shows_text(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is lost but the picture."""

    def missing(*_: object, **__: object) -> str:
        raise NotFound("a picture needs svg.py")

    monkeypatch.setattr("casework.scripting.story.as_svg", missing)
    assert story._repr_html_().startswith("<pre>Child C-1")


def test_the_repr_of_a_story_tells_no_birth(story: Story) -> None:
    """Place, opaque id, how much was told, and the day."""
    assert "Story(england, 'C-1', 1 event, Monday 2 March 2026)" == repr(story)
    assert "Story(jersey, 'C-0001', 0 events, no day yet)" == repr(
        Story(jersey, born="2010-05-14")
    )


def test_a_child_that_cannot_be_is_an_error_of_its_line() -> None:
    """A birth that is no day."""
    error = refused(lambda: Story(england, born="2010-02-30"))
    assert isinstance(error.__context__, BadDate)


def test_the_stories_are_examples() -> None:
    """Ten at least, of different shapes."""
    assert 10 <= len(list((ROOT / "examples" / "stories").glob("*.py")))
