"""Drives the small case system beside casework, and compares the two.

The first test fails: it finds the fault, and prints the smallest history that shows it.
The second is the same system with the fault mended.
"""

from collections.abc import Iterable
from datetime import date

from host import Host
from hypothesis import Phase, settings
from hypothesis import strategies as st

from casework import Child
from casework.dates import day_of
from casework.events import Event
from casework.testing import JourneyMachine


class BesideCasework(JourneyMachine):
    """What the two have in common: one stage, three events and one rule."""

    stages = ("assessment",)
    knows = ("referral_received", "referral_decided", "referral_closed")
    rule_ids = ("england.referral.decision",)
    columns = ("due", "status")
    key = ("episode",)
    children = st.just(Child(id="C-0001", born="2015-03-03"))
    ends_by = "2025-12-31"

    system = Host

    def host_open(self, _child: Child) -> None:
        """Begin with an empty database."""
        self.host = self.system()

    def host_record(self, event: Event) -> None:
        """Write an event down by its day in England."""
        day = day_of(event.at, "Europe/London")
        self.host.record(event.name, day, str(event.episode))

    def host_deadlines(self, as_at: date) -> Iterable[object]:
        """Ask for the decisions."""
        return self.host.decisions(as_at)


class Mended(Host):
    """The system with its fault mended: on the due day is in time."""

    def in_time(self, decided: str, due: str) -> bool:
        """Say whether a decision was in time."""
        return decided <= due


class BesideMended(BesideCasework):
    """The same, with the mended system."""

    system = Mended


TestHost = BesideCasework.TestCase
TestMended = BesideMended.TestCase
# The same stories every time. How Hypothesis came by them is left out: the story tells.
TestHost.settings = TestMended.settings = settings(
    derandomize=True,
    deadline=None,
    max_examples=100,
    stateful_step_count=10,
    phases=[Phase.generate, Phase.shrink],
)
