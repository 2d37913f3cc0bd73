"""What a journey says to whoever asks, or tells, what cannot be."""

import pytest

from casework import Journey, england
from casework.errors import NotFound
from casework.events import Event, ReferralReceived

ASKED = Journey.open(england, child="C-0001", born="2015-02-03").record(
    ReferralReceived(at="2025-03-03")
)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("england.nope", "the law of england has no rule 'england.nope'"),
        ("england.core_group.first", r"on that day, only: .*conclude, .*\.decision$"),
    ],
)
def test_a_rule_that_does_not_exist_is_told_from_one_that_has_not_started(
    rule: str, said: str
) -> None:
    """Both are not found; only the first is a slip of the pen."""
    with pytest.raises(NotFound, match=said):
        ASKED.explain(rule, as_at="2025-03-31")


def test_where_nothing_has_started_there_is_no_deadline() -> None:
    """The list of what there is does not end in nothing."""
    with pytest.raises(NotFound, match="on that day, only: none"):
        ASKED.explain("england.core_group.first", as_at="2025-03-02")


@pytest.mark.parametrize("told", [{"born": "2015-02-03"}, [], None])
def test_what_is_no_event_is_refused_and_not_repeated(told: Event) -> None:
    """It may be a row of the host, which says who the child is."""
    kind = type(told).__name__
    with pytest.raises(TypeError, match=rf"^a {kind} is no event: give events, one"):
        ASKED.record(told)


def test_a_place_is_no_text() -> None:
    """The name of a place is refused at once, and not at the first question."""
    with pytest.raises(TypeError, match="a str is no jurisdiction: give a place, as"):
        Journey.open("england", child="C-0001")  # type: ignore[arg-type]
