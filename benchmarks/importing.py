"""Importing casework, beside importing what it is built on.

Each import is timed inside an interpreter of its own, one of each in turn, so that
what Python itself takes to start counts for neither.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.measure import Costs, Row, at_most, row

TIMED: Final = """
from time import perf_counter
begun = perf_counter()
{}
print(perf_counter() - begun)
"""
OURS: Final = "import casework"
NAMES: Final = "transitions, attrs, pendulum"
PEERS: Final = f"import {NAMES}"
IN_USE: Final = """
from casework import Journey, jersey
Journey.open(jersey, child="C-0001").deadlines(as_at="2026-12-01")
"""
ROOT: Final = Path(__file__).resolve().parents[1]


def rows(*, tiny: bool = False) -> Iterator[Row]:
    """Measure the import, and the import with the first use of law and stages."""
    pairs = 1 if tiny else 15
    yield row("import casework", _costs(OURS, pairs), NAMES, at_most(1.3))
    yield row("import it, and use its law and stages", _costs(IN_USE, pairs), NAMES)


def _costs(code: str, pairs: int) -> Costs:
    both = [(_seconds(code), _seconds(PEERS)) for _ in range(pairs)]
    return Costs(ours=[a for a, _ in both], peer=[b for _, b in both])


def _seconds(code: str) -> float:
    """Give what a fresh interpreter takes to run some imports."""
    done = subprocess.run(
        [sys.executable, "-c", TIMED.format(code)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return float(done.stdout)
