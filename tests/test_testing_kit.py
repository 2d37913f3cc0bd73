"""The kit around a host: comparing, driving, worked cases as tests, and types."""

import re
import subprocess
import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from casework import Child, Chronology, Journey, NotAllowed, Overlay, Period, england
from casework import testing as kit
from casework.errors import CaseworkError, NotFound
from casework.events import ContactReceived, Event, ReferralDecided, ReferralReceived
from casework.testing import JourneyMachine, assert_same_deadlines, differences

pytest_plugins = ["pytester"]

JOURNEY = Journey.open(england, child="C-0001", born="2015-02-03").record(
    ReferralReceived(at="2026-03-02", episode="r"),
    ReferralDecided(at="2026-03-04", decision="assessment"),
)
OURS = JOURNEY.deadlines(as_at="2026-03-05")
ROWS = [dict(one.as_row()) for one in OURS]
QUICKLY = settings(
    derandomize=True,
    max_examples=20,
    deadline=None,
    stateful_step_count=8,
    phases=[Phase.generate, Phase.shrink],
)


@pytest.mark.parametrize("name", kit.__all__)
def test_a_public_name_is_what_it_says(name: str) -> None:
    """No module of the kit hides a name of it, and each loads when it is used."""
    assert name == getattr(kit, name).__name__
    assert name in dir(kit)


def test_a_name_that_the_kit_has_not_is_an_error() -> None:
    """As for any module."""
    with pytest.raises(AttributeError, match="no attribute 'childern'"):
        _ = kit.childern


# Comparing


@pytest.mark.parametrize(
    "theirs",
    [OURS, ROWS, [SimpleNamespace(**row) for row in ROWS], reversed(ROWS)],
    ids=["deadlines", "rows", "objects", "in another order"],
)
def test_the_same_deadlines_are_the_same(theirs: Iterable[object]) -> None:
    """Deadlines, rows as in JSON and objects compare, in any order."""
    assert_same_deadlines(OURS, theirs)


def test_a_difference_says_which_column_and_explains_ours() -> None:
    """Expected, actual, and the sum in words."""
    theirs = [{**ROWS[0], "due": "2026-03-04", "days_late": 0}, *ROWS[1:]]
    with pytest.raises(AssertionError) as differ:
        assert_same_deadlines(OURS, theirs)
    said = str(differ.value)
    assert said.startswith("1 deadline differs:\n  england.referral.decision r 1: ")
    assert "due expected 2026-03-03, but is 2026-03-04" in said
    assert "days_late expected 1, but is 0" in said
    assert "The clock started on Monday 2 March 2026" in said


def test_what_is_missing_and_what_is_too_much_is_said() -> None:
    """A deadline that only one of the two has is a difference."""
    extra = {**ROWS[0], "rule": "host.own"}
    missing, beside = differences(OURS, [*ROWS[1:], extra], columns=["due"])
    assert "expected, and missing (due 2026-03-03)" in str(missing)
    assert "  host.own r 1: not expected (due 2026-03-03)" == str(beside)


def test_a_host_without_episodes_compares_by_rule() -> None:
    """Where it says the same rule twice, the second is too much."""
    theirs = [{"rule": row["rule"], "due": row["due"]} for row in ROWS]
    assert_same_deadlines(OURS, theirs, columns=["due"], key=["rule"])
    found = differences(OURS, [*theirs, theirs[0]], columns=["due"], key=["rule"])
    assert ["not expected (due 2026-03-03)"] == [one.what for one in found]


def test_moments_compare_as_moments() -> None:
    """The same moment may be written with another offset; other text is text."""
    ours = [{"rule": "a", "due": "2026-03-02T09:00:00+00:00", "title": "as it is"}]
    theirs = [{"rule": "a", "due": "2026-03-02T10:00:00+01:00", "title": "as it was"}]
    assert () == differences(ours, theirs, key=["rule"], columns=["due"])
    assert 1 == len(differences(ours, theirs, key=["rule"], columns=["title"]))


NAIVE = datetime.fromisoformat("2026-03-02T09:00")


@pytest.mark.parametrize("due", [NAIVE, "2026-03-02T09:00"])
def test_a_moment_without_its_offset_is_a_difference_and_no_crash(due: object) -> None:
    """A host that answers so has a fault, and sees on which history."""
    ours = [{"rule": "a", "due": "2026-03-02T09:00:00+00:00"}]
    [found] = differences(
        ours, [{"rule": "a", "due": due}], key=["rule"], columns=["due"]
    )
    assert found.what.endswith("is 2026-03-02 09:00:00 without its offset from UTC")


# Driving a host


class OurOwn(JourneyMachine):
    """A host that is casework itself."""

    refuses = True
    corrects = True

    def host_open(self, child: Child) -> None:
        """Begin with an empty record."""
        told = Chronology(child=child)
        self.mine = Journey(jurisdiction=self.jurisdiction, chronology=told)

    def host_record(self, event: Event) -> None:
        """Record it, or refuse it."""
        self.mine = self.mine.record(event)

    def host_deadlines(self, as_at: date) -> Iterable[object]:
        """Answer in rows."""
        return [one.as_row() for one in self.mine.deadlines(as_at)]


class TakesAll(OurOwn):
    """A host that takes what is not allowed."""

    def host_record(self, event: Event) -> None:
        """Record it, and keep quiet where it is not allowed."""
        try:
            super().host_record(event)
        except NotAllowed:
            return


def test_a_host_that_is_right_passes() -> None:
    """Lawful, late and corrected events, and unlawful ones: no difference."""
    run_state_machine_as_test(OurOwn, settings=QUICKLY)


def test_a_host_that_takes_anything_is_found() -> None:
    """It is told what it took, and after which history."""
    with pytest.raises(AssertionError, match=r"The host took .* nothing opened, after"):
        run_state_machine_as_test(TakesAll, settings=QUICKLY)


NOTHING_TO_TRY: dict[str, tuple[dict[str, object], str]] = {
    "no opener": (
        {"stages": ("conference",), "knows": ("review_conference_held",)},
        "no event of `knows` begins anything in conference; add what leads there",
    ),
    "a misspelt event": ({"knows": ("referal_received",)}, "did you mean referral_rec"),
    "a text of events": ({"knows": "referral_received"}, "knows is a list of names"),
    "a misspelt stage": ({"stages": ("assesment",)}, "did you mean assessment?"),
    "a text of stages": ({"stages": "assessment"}, "stages are a list of names"),
    "no stage": ({"stages": ()}, "stages are a list of names"),
    "a misspelt column": ({"columns": ("duee",)}, "no deadline has 'duee'; did you me"),
    "a misspelt key": ({"key": ("rul",)}, "no deadline has 'rul'; did you mean rule?"),
    "a misspelt rule": ({"rule_ids": ("england.conference.intial",)}, "did you mean"),
    "an end before the beginning": ({"ends_by": "1990-01-01"}, "histories begin on"),
}


@pytest.mark.parametrize("what", NOTHING_TO_TRY)
def test_a_machine_in_which_nothing_would_be_compared_is_refused(what: str) -> None:
    """A test of nothing passes, and whoever wrote it believes that it tests."""
    asked, why = NOTHING_TO_TRY[what]
    with pytest.raises(CaseworkError, match=re.escape(why)):
        run_state_machine_as_test(type("Host", (OurOwn,), asked), settings=QUICKLY)


def test_events_beside_the_stages_are_enough() -> None:
    """Supervision of a case belongs to no stage, and can be recorded without one."""
    OurOwn()
    type("Host", (OurOwn,), {"knows": ("supervision_held",)})()


def test_a_column_that_no_deadline_has_is_refused() -> None:
    """It would be none on either side, and the same."""
    with pytest.raises(NotFound, match="no deadline has 'deu'; did you mean due"):
        assert_same_deadlines(OURS, ROWS, columns=["deu"])
    assert_same_deadlines([], [], columns=["deu"])


def test_a_host_that_lacks_a_column_is_told_so() -> None:
    """None is an answer; no answer is another thing."""
    theirs = [{"rule": row["rule"]} for row in ROWS]
    found = differences(OURS[:1], theirs[:1], columns=["due"], key=["rule"])
    assert ["due expected 2026-03-03, but the host gives no due"] == [
        one.what for one in found
    ]


@pytest.mark.parametrize("method", ["host_open", "host_record", "host_deadlines"])
def test_a_host_must_say_how_it_is_driven(method: str) -> None:
    """The three methods have no default."""
    with pytest.raises(NotImplementedError):
        getattr(JourneyMachine(), method)(None)


# Worked cases


CASES = """
about = "The decision on a referral."

[[case]]
name = "Decided on the next working day: met"
jurisdiction = "england"
as_at = 2025-06-30
events = [
  {event = "referral_received", at = 2025-06-02, episode = "r"},
  {event = "referral_decided", at = 2025-06-03, episode = "r"},
]
expect = [{rule = "england.referral.decision", status = "STATUS"}]
"""


def test_a_file_of_cases_is_a_test(pytester: pytest.Pytester) -> None:
    """Each case is one, under its own sentence."""
    pytester.makefile(".casework.toml", referrals=CASES.replace("STATUS", "met"))
    done = pytester.runpytest_inprocess("-v", "-p", "no:cacheprovider")
    done.assert_outcomes(passed=1)
    done.stdout.fnmatch_lines(["*Decided on the next working day: met PASSED*"])


def test_a_case_that_does_not_hold_is_explained(pytester: pytest.Pytester) -> None:
    """What was expected, what the law says, and no trace through the program."""
    pytester.makefile(".casework.toml", referrals=CASES.replace("STATUS", "overdue"))
    done = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(
        [
            "Decided on the next working day: met: this does not hold, as at *",
            "  [*] status must be overdue, but is met: england.referral.decision*",
            "*4. Due on Tuesday 3 June 2025.",
            "*Working Together to Safeguard Children*",
        ]
    )
    done.stdout.no_fnmatch_line("*Traceback*")
    done.stdout.no_fnmatch_line("*casework/testing/*.py*")


def test_a_file_that_cannot_be_read_is_an_error(pytester: pytest.Pytester) -> None:
    """A slip of the pen stops the run, and says what it is."""
    pytester.makefile(".casework.toml", referrals=CASES.replace("expect", "expct"))
    done = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines(["*a case has no expct*"])


def test_a_case_that_names_no_rule_of_the_law_fails(pytester: pytest.Pytester) -> None:
    """It fails in words, like a case that does not hold."""
    wrong = CASES.replace("england.referral", "england.refferal")
    pytester.makefile(".casework.toml", referrals=wrong.replace("STATUS", "met"))
    done = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(["*there is no rule england.refferal.decision*"])


def test_other_toml_is_left_alone(pytester: pytest.Pytester) -> None:
    """Only what is named for it is taken, by a pattern that a project may set."""
    pytester.makefile(".toml", other="this is = not [even toml")
    pytester.makefile(".toml", cases=CASES.replace("STATUS", "met"))
    assert pytest.ExitCode.NO_TESTS_COLLECTED == pytester.runpytest_inprocess().ret
    pytester.makeini("[pytest]\ncasework_cases = cases.toml\n")
    pytester.runpytest_inprocess().assert_outcomes(passed=1)


def test_the_plugin_costs_a_run_of_pytest_nothing() -> None:
    """It is loaded in every run: neither Hypothesis nor the law may come with it."""
    loaded = _printed("import sys, casework.testing.plugin; print(*sys.modules)")
    heavy = {"hypothesis", "casework.law", "casework.events", "casework.journey"}
    assert set() == heavy & set(loaded.split())


# Types


@given(
    journey=st.from_type(Journey),
    chronology=st.from_type(Chronology),
    child=st.from_type(Child),
    event=st.from_type(Event),
    received=st.from_type(ContactReceived),
    overlay=st.from_type(Overlay),
    period=st.from_type(Period),
)
@settings(max_examples=10)
def test_a_type_is_enough(**made: Any) -> None:  # noqa: ANN401
    """Hypothesis knows how each is made."""
    assert all(one.allowed for one in made["journey"].verdicts())
    assert isinstance(made["received"], ContactReceived)
    kinds = {Journey, Chronology, Child, Overlay, Period}
    assert kinds <= {type(one) for one in made.values()}


def test_nothing_is_imported_by_hand() -> None:
    """A program that imports Hypothesis and the type alone has the strategy."""
    assert "lawful_journeys()" == _printed(
        "from hypothesis import strategies as st\n"
        "from casework import Journey\n"
        "print(st.from_type(Journey))"
    )


def _printed(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parent.parent,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout.strip()
