"""The name of an episode says nothing: with other names the law is the same."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from casework.testing import Case, load_cases

FOLDER = Path(__file__).parent / "cases"
NAMED = ("episode", "follows")


# Read at once: who tries mutants by these tests must not see a case that changed since.
FILES = [
    pytest.param(load_cases(it), id=it.stem) for it in sorted(FOLDER.glob("*.toml"))
]


@pytest.mark.parametrize("cases", FILES)
def test_a_case_holds_whatever_its_episodes_are_called(cases: list[Case]) -> None:
    """The first name becomes the last, and what is expected is expected still."""
    for case in cases:
        names = sorted({one["episode"] for one in case.events if one.get("episode")})
        count = len(names)
        others = {name: f"{count - n:03}" for n, name in enumerate(names)}
        renamed = evolve(
            case,
            events=[_renamed(one, others) for one in case.events],
            expect=[_renamed(one, others) for one in case.expect],
        )
        assert "" == renamed.report()


def _renamed(said: Mapping[str, Any], others: Mapping[str, str]) -> dict[str, Any]:
    changed = {key: others.get(said[key], said[key]) for key in NAMED if key in said}
    if "with" in said:  # what a correction puts in the place of an event
        changed["with"] = _renamed(said["with"], others)
    return {**said, **changed}
