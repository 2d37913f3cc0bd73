"""What a story expects: of its deadlines, its stages, what may happen, what fits."""

from collections.abc import Collection
from datetime import date
from typing import Protocol, Unpack

from attrs import frozen

from casework.alike import like
from casework.dates import When, day_of, is_moment
from casework.errors import NotFound
from casework.events import kinds
from casework.findings import Finding, Severity
from casework.journey import Journey
from casework.scripting.clock import Clock
from casework.scripting.meaning import Which, rule_id, the_deadline, the_episode
from casework.scripting.telling import Line, Unexpected
from casework.states import STAGES
from casework.timescales import Deadline, Status
from casework.words import spoken


class Asked(Protocol):
    """A story, as far as an expectation asks it."""

    @property
    def clock(self) -> Clock:
        """What time it is."""

    @property
    def known(self) -> Journey:
        """The journey as it is known now."""


@frozen
class Expect:
    """What must be true now, as it is known now; what is not says so with its line.

    A rule may be named without its place, as `assessment.conclude`. Where it has
    several deadlines, a status that finishes one means a finished one, and any other
    one that is not; of several the one that began last. `episode` and `occurrence` say
    which, where another is meant.

    Every method raises `NotAsExpected`, an `AssertionError`, when it is otherwise.

    Examples
    --------
    >>> from casework.scripting import Story
    >>> from casework import england
    >>> story = Story(england, child="C-0001", born="2015-02-03")
    >>> story.on("2026-03-02").referral_received().expect.open("referral.decision")
    """

    _story: Asked

    def met(self, rule: str, **which: Unpack[Which]) -> None:
        """Expect that it was done in time."""
        self._stands(Status.MET, rule, which)

    def met_late(self, rule: str, **which: Unpack[Which]) -> None:
        """Expect that it was done, and late."""
        self._stands(Status.MET_LATE, rule, which)

    def open(self, rule: str, **which: Unpack[Which]) -> None:
        """Expect that it is still to be done, and not late."""
        self._stands(Status.OPEN, rule, which)

    def overdue(self, rule: str, **which: Unpack[Which]) -> None:
        """Expect that it is still to be done, and late."""
        self._stands(Status.OVERDUE, rule, which)

    def ceased(self, rule: str, **which: Unpack[Which]) -> None:
        """Expect that the duty fell away, or ended before it was due."""
        self._stands(Status.CEASED, rule, which)

    def missed(self, rule: str, **which: Unpack[Which]) -> None:
        """Expect that it ended late and was never done."""
        self._stands(Status.MISSED, rule, which)

    def no_date(self, rule: str, **which: Unpack[Which]) -> None:
        """Expect that a due day is owed and cannot be worked out."""
        self._stands(Status.NO_DATE, rule, which)

    def not_recorded(self, rule: str, **which: Unpack[Which]) -> None:
        """Expect that the source does not record it."""
        self._stands(Status.NOT_RECORDED, rule, which)

    def due(self, rule: str, when: date | str, **which: Unpack[Which]) -> None:
        """Expect that it is due on a day, or at a moment."""
        with Line():
            deadline = self._meant(rule, which, finished=False)
            expected = self._story.clock.when(when)
            if not self._same(deadline.due, expected):
                zone = self._story.clock.place.zone
                raise Unexpected(
                    _as_it_is(f"due on {spoken(expected, zone)}", deadline)
                )

    def stage(self, stage: str, state: str, *, episode: str | None = None) -> None:
        """Expect that a stage, or one episode of it, stands in a state."""
        with Line():
            found = the_episode(self._story.known.episodes(), stage, episode)
            states = STAGES[stage].states
            if state not in states:
                none = f"the stage {stage} has no state {state!r}"
                raise NotFound(f"{none}{like(state, states)}")
            if found.state != state:
                raise Unexpected(
                    f"expected the stage {stage} in {state!r}; {found.id} is "
                    f"{found.state!r}"
                )

    def allowed(self, event: str, *, episode: str | None = None) -> None:
        """Expect that an event may happen next, if an episode is named in that one."""
        with Line():
            may, why = self._may(event, episode)
            if not may:
                raise Unexpected(f"expected that {event} may happen next: {why}")

    def not_allowed(self, event: str, *, episode: str | None = None) -> None:
        """Expect that an event may not happen next."""
        with Line():
            if self._may(event, episode)[0]:
                raise Unexpected(f"expected that {event} may not happen next; it may")

    def findings(self, *codes: str) -> None:
        """Expect exactly these codes of findings on the record; without any, none.

        A note is no fault: it counts only where its code is among these.
        """
        with Line():
            all_found = self._story.known.findings(self._story.clock.now)
            found = [one for one in all_found if _counts(one, codes)]
            if {one.code for one in found} != set(codes):
                told = "".join(f"\n  {one}" for one in found) or " none"
                expected = ", ".join(codes) or "none"
                raise Unexpected(f"expected the findings: {expected}; there are:{told}")

    def _stands(self, status: Status, rule: str, which: Which) -> None:
        with Line():
            deadline = self._meant(rule, which, finished=status.finished)
            if deadline.status is not status:
                raise Unexpected(_as_it_is(status.value.replace("_", " "), deadline))

    def _meant(self, rule: str, which: Which, *, finished: bool) -> Deadline:
        clock = self._story.clock
        deadlines = self._story.known.deadlines(clock.now)
        whole = rule_id(rule, clock.place)
        return the_deadline(deadlines, whole, which, finished=finished)

    def _same(self, due: When | None, expected: When) -> bool:
        if due is None or is_moment(expected):
            return due == expected
        return day_of(due, self._story.clock.place.zone) == expected

    def _may(self, event: str, episode: str | None) -> tuple[bool, str]:
        if event not in kinds():
            raise NotFound(f"there is no event {event!r}{like(event, kinds())}")
        found = [
            one
            for one in self._story.known.allowed()
            if one.event == event and episode in (None, one.episode)
        ]
        why = "; ".join(dict.fromkeys(one.why for one in found if one.why))
        return any(one.allowed for one in found), why or "nothing is open for it"


def _counts(finding: Finding, codes: Collection[str]) -> bool:
    return finding.severity is not Severity.NOTE or finding.code in codes


def _as_it_is(expected: str, deadline: Deadline) -> str:
    status = deadline.status.value.replace("_", " ")
    told = f"expected {deadline.rule} to be {expected}; it is {status}"
    return f"{told}\n{deadline.explain().text}"
