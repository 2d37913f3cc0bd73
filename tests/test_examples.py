"""Every numbered example prints what is written beside it."""

import runpy
from pathlib import Path

import pytest

from tests.printed import matches
from tests.source import ROOT

# The stories are numbered by themselves.
FOLDERS = (ROOT / "examples", ROOT / "examples" / "stories")
SCRIPTS = tuple(path for folder in FOLDERS for path in sorted(folder.glob("*.py")))
LONGEST = 40

every_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_an_example_prints_what_is_beside_it(
    script: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An example prints what its .out file shows; `...` there stands for anything."""
    runpy.run_path(str(script), run_name="__main__")
    printed = capsys.readouterr().out
    assert matches(script.with_suffix(".out").read_text("utf-8"), printed), printed


@every_folder
def test_examples_are_short_and_numbered_without_a_gap(folder: Path) -> None:
    """A reader goes from 01 to the last, each on one screen."""
    scripts = [script for script in SCRIPTS if script.parent == folder]
    numbers = [int(script.name[:2]) for script in scripts]
    assert list(range(1, len(scripts) + 1)) == numbers
    lines = {one.name: len(one.read_text("utf-8").splitlines()) for one in scripts}
    assert {} == {name: count for name, count in lines.items() if count >= LONGEST}


@every_folder
def test_nothing_is_shown_that_no_example_prints(folder: Path) -> None:
    """Every .out file has its script."""
    shown = {path.stem for path in folder.glob("*.out")}
    assert {one.stem for one in SCRIPTS if one.parent == folder} == shown
