"""Every numbered example prints what is written beside it."""

import runpy
from pathlib import Path

import pytest

from tests.printed import matches
from tests.source import ROOT

EXAMPLES = ROOT / "examples"
SCRIPTS = tuple(sorted(EXAMPLES.glob("*.py")))
LONGEST = 40


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_an_example_prints_what_is_beside_it(
    script: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An example prints what its .out file shows; `...` there stands for anything."""
    runpy.run_path(str(script), run_name="__main__")
    printed = capsys.readouterr().out
    assert matches(script.with_suffix(".out").read_text("utf-8"), printed), printed


def test_examples_are_short_and_numbered_without_a_gap() -> None:
    """A reader goes from 01 to the last, each on one screen."""
    numbers = [int(script.name[:2]) for script in SCRIPTS]
    assert list(range(1, len(SCRIPTS) + 1)) == numbers
    lines = {one.name: len(one.read_text("utf-8").splitlines()) for one in SCRIPTS}
    assert {} == {name: count for name, count in lines.items() if count >= LONGEST}


def test_nothing_is_shown_that_no_example_prints() -> None:
    """Every .out file has its script."""
    shown = {path.stem for path in EXAMPLES.glob("*.out")}
    assert {script.stem for script in SCRIPTS} == shown
