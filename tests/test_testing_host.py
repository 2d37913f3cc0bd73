"""The host of the example: its planted fault is found, and shrinks to two events."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.printed import matches
from tests.source import ROOT

PAGE = ROOT / "docs" / "testing.md"
COMMAND = "$ python -m pytest -q --tb=short examples/host/test_host.py\n"


def test_the_fault_of_the_host_is_found_as_the_page_shows(tmp_path: Path) -> None:
    """One test fails with the smallest history, and the mended host passes."""
    shutil.copytree(ROOT / "examples" / "host", tmp_path / "examples" / "host")
    done = subprocess.run(
        [sys.executable, *COMMAND.split()[2:]],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "88", "CI": ""},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert 1 == done.returncode, done.stdout + done.stderr
    shown = PAGE.read_text("utf-8").split(COMMAND)[1].split("```")[0]
    assert matches(shown, done.stdout), done.stdout


def test_the_host_is_small() -> None:
    """The system that is tested is read in a minute."""
    lines = (ROOT / "examples" / "host" / "host.py").read_text("utf-8").splitlines()
    code = [line for line in lines if line.strip() and '"""' not in line]
    assert len(code) < 45
