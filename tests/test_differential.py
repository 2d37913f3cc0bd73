"""The engine against the plain one: a slice by default, a larger one when slow.

The whole of it is `python -m tests.differential`.
"""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from casework import Journey, england
from casework.dates import as_moment, as_when
from casework.events import ReferralReceived
from casework.testing import load_cases
from casework.timescales import Status
from tests import differential
from tests.differential import Question, differences, run, shrink

FOLDER = Path(__file__).parent / "cases"


def _agree(deadlines: int, seed: int, processes: int = 1) -> None:
    counted, _, differing = run(deadlines, seed, processes=processes)
    if differing is not None:
        smallest = shrink(differing)
        found = "\n".join(differences(*smallest.answers()))
        pytest.fail(f"{found}\n{smallest.told()}")
    seen = Counter(status for _, _, status in counted)
    assert {one.value for one in Status} <= set(seen)


def test_the_engine_agrees_with_the_plain_one() -> None:
    """Every row and every column, of journeys that hold anything."""
    _agree(1_500, seed=2)


@pytest.mark.slow
def test_the_engine_agrees_with_the_plain_one_at_length() -> None:
    """The same, of more journeys, and others."""
    _agree(30_000, seed=3, processes=2)


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda it: it.stem)
def test_both_engines_say_the_same_of_the_worked_cases(path: Path) -> None:
    """Whatever a case expects: every row of it, in every column."""
    for case in load_cases(path):
        known_at = None if case.known_at is None else as_moment(case.known_at)
        asked = Question(case.journey, as_when(case.as_at), known_at)
        assert [] == differences(*asked.answers()), case.name


def test_a_difference_is_found_and_made_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison itself must be able to fail."""
    journey = Journey.open(england, child="C-1", born="2015-02-03")
    for number in (1, 2, 3):
        referred = ReferralReceived(at=f"2025-06-0{number}", episode=f"r-{number}")
        journey = journey.record(evolve(referred, follows=None))
    question = Question(journey, date(2025, 6, 9))
    assert question.by_engine() == question.plainly()
    real = differential.rows

    def wrong(*asked: object) -> list[dict[str, object]]:
        # A plain engine that forgets what r-2 starts.
        return [one for one in real(*asked) if one["episode"] != "r-2"]

    monkeypatch.setattr(differential, "rows", wrong)
    smallest = shrink(question)
    assert ["r-2"] == [one.episode for one in smallest.journey.chronology.events]
    assert "only the engine has it" in differences(*smallest.answers())[0]
