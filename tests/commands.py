"""Runs the commands as a shell would, for the tests of the command line."""

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from casework.cli import main
from tests.source import ROOT

CENSUS = ROOT / "examples" / "data" / "cin_2025_whole.xml"


@frozen
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What it wrote to standard output: an array of JSON, and nothing else."""
        return list(json.loads(self.out))

    @property
    def told(self) -> dict[str, Any]:
        """What it wrote to standard output: an object of JSON, and nothing else."""
        return dict(json.loads(self.out))


@frozen
class Shell:
    """Where commands are run, and where their output goes."""

    capsys: pytest.CaptureFixture[str]

    def run(self, *words: object) -> Ran:
        """Run `casework` with these words after it."""
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        told = self.capsys.readouterr()
        return Ran(int(left.value.code or 0), told.out, told.err)


def write(path: Path, *children: object) -> Path:
    """Write a file of chronologies, each an object or the text of a line."""
    lines = (one if isinstance(one, str) else json.dumps(one) for one in children)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def child(id_: str, *events: dict[str, Any], **line: object) -> dict[str, Any]:
    """Give a child of Jersey with events, as a line of a file has it."""
    return {
        "format": "casework/1",
        "jurisdiction": "jersey",
        "child": {"id": id_, "born": "2015-02-03"},
        "events": list(events),
        **line,
    }


def referral(day: str = "2026-03-02", **more: object) -> dict[str, Any]:
    """Give a referral, which starts two clocks."""
    opened = {"event": "referral_received", "at": day, "episode": "assessment-1"}
    return {**opened, "follows": None, **more}
