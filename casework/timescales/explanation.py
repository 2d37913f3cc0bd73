"""The sum in words: from the start of a clock to what became of it, and its source."""

from collections.abc import Mapping

from attrs import frozen

from casework.calendars import LeftOut
from casework.dates import iso
from casework.timescales import telling
from casework.timescales.deadline import Deadline
from casework.timescales.receipt import Receipt, receipt


@frozen(kw_only=True)
class Explanation:
    """Why a deadline is what it is.

    Parameters
    ----------
    deadline
        The deadline that is explained.
    steps
        The sum, a sentence a step.
    left_out
        The days that were not counted, and why.
    receipt
        From what the same answer can be computed again.
    """

    deadline: Deadline
    steps: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    receipt: Receipt

    @property
    def text(self) -> str:
        """The whole for people, with the title, a line a step, and the receipt."""
        head = f"{self.deadline.title} ({self.deadline.rule})"
        steps = [f"  {number}. {step}" for number, step in enumerate(self.steps, 1)]
        return "\n".join([head, *steps, f"  Receipt: {self.receipt}"])

    def as_json(self) -> Mapping[str, object]:
        """Give it as plain values, ready for JSON."""
        return {
            "deadline": self.deadline.as_row(),
            "steps": list(self.steps),
            "left_out": [
                {"from": iso(one.first), "to": iso(one.last), "why": one.why}
                for one in self.left_out
            ],
            "receipt": self.receipt.as_json(),
        }


def explain(deadline: Deadline, *hindsight: str) -> Explanation:
    """Explain a deadline: its start, its count, its end, and its source.

    Parameters
    ----------
    deadline
        The deadline.
    hindsight
        What is to be said, besides, of what was known when.
    """
    clock = deadline.grounds.clock
    left_out = telling.left_out_of(deadline)
    steps = (
        *telling.start(deadline, clock),
        *telling.count(deadline, clock, left_out),
        *telling.due(deadline, clock),
        telling.outcome(deadline),
        *telling.known(deadline, clock),
        *hindsight,
        *telling.source(deadline, clock),
    )
    return Explanation(
        deadline=deadline, steps=steps, left_out=left_out, receipt=receipt(deadline)
    )
