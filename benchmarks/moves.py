"""A guarded move of a stage, beside the same move in two well-known libraries."""

from collections.abc import Iterator
from typing import Final

from statemachine import State, StateMachine
from transitions import Machine

from benchmarks.measure import Row, at_least, in_turn, row
from casework.events import Event, ReferralDecided
from casework.states import STAGES
from casework.states.assessment import AWAITING, NO_ASSESSMENT, RESPOND
from casework.states.stage import Cursor

STAGE: Final = STAGES["assessment"]
NO: Final = ReferralDecided(at="2026-03-02", decision="no_further_action")
YES: Final = ReferralDecided(at="2026-03-03", decision="assessment")
BOTH: Final = (NO, YES)


class Referral(StateMachine):
    """The same two moves as python-statemachine declares them."""

    awaiting = State(initial=True)
    decided = State()

    referral_decided = (
        awaiting.to(decided, cond="ends")
        | awaiting.to(awaiting, cond="goes_on")
        | decided.to(decided, cond="ends")
        | decided.to(awaiting, cond="goes_on")
    )

    def ends(self, said: Event) -> bool:
        """Say whether no assessment follows."""
        return getattr(said, "decision", None) in NO_ASSESSMENT

    def goes_on(self, said: Event) -> bool:
        """Say whether an assessment follows."""
        return getattr(said, "decision", None) in RESPOND


def rows(*, tiny: bool = False) -> Iterator[Row]:
    """Measure two guarded moves, there and back."""
    pairs, many, few = (1, 1, 1) if tiny else (15, 2_000, 100)
    stock, other = _stock(), Referral()
    cursor, decided = Cursor(AWAITING), stock.events[NO.name]

    def ours() -> None:
        state = AWAITING
        for event in BOTH:
            state = STAGE.next(state, event) or state

    def in_transitions() -> None:
        for event in BOTH:
            decided.trigger(cursor, event)

    def in_statemachine() -> None:
        for event in BOTH:
            other.referral_decided(said=event)

    costs = in_turn(ours, in_transitions, pairs=pairs, times=(many, many))
    yield row("two guarded moves", costs, "transitions", at_least(3))
    costs = in_turn(ours, in_statemachine, pairs=pairs, times=(many, few))
    yield row("two guarded moves", costs, "python-statemachine", at_least(40))


def _stock() -> Machine:
    """Give the machine of the stage as transitions comes, with no model to search."""
    return Machine(
        model=None,
        states=list(STAGE.machine.states),
        initial=None,
        transitions=list(STAGE.transitions()),
        auto_transitions=False,
    )
