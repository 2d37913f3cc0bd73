"""Plants three faults, one at a time, and lets the properties find them.

`python -m tests.planted` copies the library, spoils one line of the copy, and runs the
property tests over it: no worked case, and no second engine. It prints the example with
which Hypothesis found each fault, and fails if one was not found.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import frozen

from tests.source import ROOT

PROPERTIES: Final = (
    "tests/test_properties_of_counting.py",
    "tests/test_properties_of_places.py",
    "tests/test_properties_of_time.py",
)
COPIED: Final = ("casework", "tests", "examples", "pyproject.toml")
# What Hypothesis writes before the example with which a property fails.
EXAMPLE: Final = "Failing test case"
FAILS: Final = ("assert ", "AssertionError")
JOURNEY: Final = '{"format": "casework/1"'
LINES: Final = 3


@frozen(kw_only=True)
class Fault:
    """A fault, as one piece of text of one module in the place of another."""

    name: str
    module: str
    right: str
    wrong: str

    def plant(self, root: Path) -> None:
        """Spoil the copy; the text must stand there once."""
        path = root / self.module
        text = path.read_text(encoding="utf-8")
        if text.count(self.right) != 1:
            raise SystemExit(f"{self.module} has no longer what {self.name!r} spoils")
        path.write_text(text.replace(self.right, self.wrong), encoding="utf-8")


FAULTS: Final = (
    Fault(
        name="< for <= in the status",
        module="casework/timescales/counting.py",
        right="        return day <= last\n",
        wrong="        return day < last\n",
    ),
    Fault(
        name="Liberation Day moved to a Monday when it falls on a weekend",
        module="casework/calendars/jersey.py",
        right="    return _corrected(calendar)\n",
        wrong="    for year in range(2011, 2045):\n"
        "        day = calendar.first.replace(year=year, month=5, day=9)\n"
        "        if day.weekday() > 4:\n"
        "            monday = day.replace(day=16 - day.weekday())\n"
        "            calendar = calendar.with_day(\n"
        '                monday, "Liberation Day", reason="moved", source="no law"\n'
        "            )\n"
        "    return _corrected(calendar)\n",
    ),
    Fault(
        name="a review counted from the due day instead of the day held",
        module="casework/timescales/meeting.py",
        right="    same = version.id == last.rule.id\n",
        wrong="    same = version.id == last.rule.id\n"
        '    if "review" in version.id and last.due.when is not None:\n'
        "        happening = Happening(\n"
        "            happening.event, last.due.when, happening.position\n"
        "        )\n",
    ),
)


@frozen
class Found:
    """What the properties say of a copy."""

    failed: tuple[str, ...]
    said: str

    def example(self) -> Iterator[str]:
        """Give the first failing example, as it was printed; a journey as its line."""
        lines = [re.sub(r"^[E|]\s+", "", x.strip()) for x in self.said.splitlines()]
        first = next((n for n, x in enumerate(lines) if EXAMPLE in x), len(lines))
        yield from (one for one in lines[:first] if one.startswith(FAILS))
        yield from lines[first : first + 1]
        told = [one for one in lines if one.startswith(JOURNEY)]
        yield from told[-1:] or lines[first + 1 : first + LINES]


def look(fault: Fault | None, profile: str = "casework") -> Found:
    """Run the properties over a copy of the library, with a fault or without.

    Parameters
    ----------
    fault
        What to spoil, if anything.
    profile
        Of Hypothesis: whether to look for the smallest example, which takes a minute.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in COPIED:
            _copy(ROOT / name, root / name)
        if fault is not None:
            fault.plant(root)
        return _run(root, profile)


def _copy(source: Path, to: Path) -> None:
    if source.is_dir():
        left_out = shutil.ignore_patterns("__pycache__", ".hypothesis")
        shutil.copytree(source, to, ignore=left_out)
    else:
        shutil.copy(source, to)


def _run(root: Path, profile: str) -> Found:
    quietly = ("-q", "-x", "--tb=short", f"--hypothesis-profile={profile}")
    words = [sys.executable, "-m", "pytest", *quietly, *PROPERTIES]
    ran = subprocess.run(
        words,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "CI": "true"},
        capture_output=True,
        check=False,
        text=True,
    )
    failed = re.findall(r"^FAILED \S+::(\w+)", ran.stdout, re.MULTILINE)
    if ran.returncode not in (0, 1):
        raise SystemExit(ran.stdout + ran.stderr)
    return Found(tuple(failed), ran.stdout)


def main() -> int:
    """Plant each fault; 1 if one was not found, or if nothing was wrong before."""
    lost = 0
    for fault in FAULTS:
        found = look(fault)
        lost += not found.failed
        print(f"== {fault.name} ({fault.module})")
        print(f"found by {', '.join(found.failed) or 'nothing: it was not found'}")
        print(*found.example(), sep="\n")
        print()
    clean = look(None)
    print(f"without a fault: {', '.join(clean.failed) or 'every property holds'}")
    return int(lost > 0 or bool(clean.failed))


if __name__ == "__main__":
    sys.exit(main())
