"""`casework report`: as a table, JSON, CSV and a page, with lists and by month."""

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from casework.reporting.measures import FIXED
from casework.reporting.rows import KEYS
from tests.commands import Shell, child, referral, write

DAYS = ("--from", "2025-01-01", "--to", "2025-03-31")


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Give a shell of this test's own."""
    return Shell(capsys)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file of seven children, each referred in January; one in March again."""
    again = {**referral("2025-03-03"), "episode": "r2", "follows": None}
    return write(
        tmp_path / "children.jsonl",
        *(child(f"C-{n}", referral("2025-01-06")) for n in range(6)),
        child("C-6", referral("2025-01-06"), again),
    )


def row(
    rows: list[dict[str, Any]], id_: str, start: str = "2025-01-01"
) -> dict[str, Any]:
    """Give the row of a measure over all the days, or of a month."""
    return next(r for r in rows if (r["measure"], r["from"]) == (id_, start))


def test_a_table_that_fits_a_screen(shell: Shell, file: Path) -> None:
    """Measures, what was left out or in doubt, and what the files do not tell."""
    ran = shell.run("report", file, *DAYS, "--population", "1000")
    lines = ran.out.splitlines()
    assert 0 == ran.code
    assert 80 >= max(map(len, lines))
    assert lines[0].startswith("1 January 2025 to 31 March 2025. Children")
    assert "referrals.count                             8" in ran.out
    assert "Numbers from 1 to 4 are hidden" in ran.out


def test_json_is_one_array_with_every_measure(shell: Shell, file: Path) -> None:
    """Whole, and hidden where it is small."""
    rows = shell.run("report", file, *DAYS, "--format", "json").rows
    assert [one.id for one in FIXED] == [r["measure"] for r in rows][: len(FIXED)]
    assert list(KEYS) == list(rows[0])
    assert (8, 8, []) == tuple(
        row(rows, "referrals.count")[key] for key in ("numerator", "value", "hidden")
    )
    again = row(rows, "referrals.again")
    assert (None, 8, None) == tuple(
        again[key] for key in ("numerator", "denominator", "value")
    )
    assert (["numerator"], 5) == (again["hidden"], again["hidden_below"])


def test_without_suppression(shell: Shell, file: Path) -> None:
    """For whoever may see the records anyway."""
    ask = ("report", file, *DAYS, "--no-suppression")
    again = row(shell.run(*ask, "--format", "json").rows, "referrals.again")
    assert (1, 12.5, None) == (
        again["numerator"],
        again["value"],
        again["hidden_below"],
    )
    assert "Small numbers are not hidden" in shell.run(*ask).out


def test_csv_has_the_same_rows(shell: Shell, file: Path) -> None:
    """A row for each, with what is within as JSON."""
    ask = ("report", file, *DAYS, "--list", "--no-suppression")
    told = list(csv.DictReader(io.StringIO(shell.run(*ask, "--format", "csv").out)))
    rows = shell.run(*ask, "--format", "json").rows
    assert [r["measure"] for r in rows] == [r["measure"] for r in told]
    count = row(rows, "referrals.count")
    assert count["children"] == json.loads(row(told, "referrals.count")["children"])
    assert 7 == len(count["children"])


def test_the_children_behind_a_figure(shell: Shell, file: Path) -> None:
    """With how and how often, for whoever may see the records anyway."""
    ask = ("report", file, *DAYS, "--list", "--measure", "referrals")
    said = shell.run(*ask, "--no-suppression").out
    assert "The children behind referrals.count" in said
    assert "C-6                in the numerator" in said


def test_who_is_twice_on_a_list_was_referred_again(shell: Shell, file: Path) -> None:
    """The number of them is hidden, and so is the list that tells it."""
    ask = ("report", file, *DAYS, "--list", "--measure", "referrals")
    assert "C-6" not in shell.run(*ask).out
    every = shell.run(*ask, "--format", "json").rows
    assert {(): 5} == Counter(tuple(one["children"]) for one in every)
    assert "list" in row(every, "referrals.count")["hidden"]
    alone = shell.run(*ask[:-1], "referrals.count", "--format", "json").rows
    assert ([], ["list"], 8) == tuple(
        alone[0][key] for key in ("children", "hidden", "numerator")
    )


def test_a_list_tells_how_many_children_went_missing(
    shell: Shell, tmp_path: Path
) -> None:
    """Six times are many, and the two children who were missing are few."""
    gone = [
        {"event": "went_missing", "at": f"2025-01-0{n}", "episode": f"m{n}"}
        for n in range(1, 6)
    ]
    file = write(tmp_path / "two.jsonl", child("A", *gone), child("B", gone[0]))
    ask = ("report", file, *DAYS, "--list", "--measure")
    for wanted in ("missing", "missing.reports"):
        said = shell.run(*ask, wanted).out.splitlines()
        assert ["missing.reports", "6", "6"] in [line.split() for line in said]
        assert not [line for line in said if "in the numerator" in line]
        assert "The children behind these are hidden" in "\n".join(said)
        csv_rows = csv.DictReader(
            io.StringIO(shell.run(*ask, wanted, "--format", "csv").out)
        )
        assert {"[]"} == {one["children"] for one in csv_rows}


def test_a_list_of_which_no_line_tells_of_few(shell: Shell, tmp_path: Path) -> None:
    """Five who were referred once, where nothing is hidden, are shown."""
    five = (child(f"C-{n}", referral("2025-01-06")) for n in range(5))
    file = write(tmp_path / "five.jsonl", *five)
    ask = ("report", file, *DAYS, "--list", "--measure", "referrals")
    every = shell.run(*ask, "--format", "json").rows
    assert 5 == len(row(every, "referrals.count")["children"])
    assert "The children behind referrals.again" in shell.run(*ask).out
    page = tmp_path / "five.html"
    shell.run(*ask, "-o", page)
    assert "C-1" not in page.read_text()


def test_by_month(shell: Shell, file: Path) -> None:
    """A row for each month after that of all the days."""
    ask = ("report", file, *DAYS, "--by", "month", "--measure", "referrals.count")
    rows = shell.run(*ask, "--no-suppression", "--format", "json").rows
    assert [8, 7, 0, 1] == [r["numerator"] for r in rows]
    table = shell.run(*ask, "--no-suppression").out.splitlines()
    assert [["2025-03", "1", "1"]] == [
        line.split() for line in table if line.startswith("  2025-03")
    ]


def test_something_counted_in_another_way(shell: Shell, file: Path) -> None:
    """A choice by its name; one that there is not, or no number, is wrong usage."""
    ask = ("report", file, *DAYS, "--no-suppression", "--format", "json")
    rows = shell.run(*ask, "--choose", "referred_again_within=1").rows
    assert 0 == row(rows, "referrals.again")["numerator"]
    for wrong in ("placements=3", "months", "months=weeks", "placements_at_least=0"):
        assert 2 == shell.run(*ask, "--choose", wrong).code
    many = shell.run(*ask, "--choose", "placements_at_least=many")
    assert (2, True) == (many.code, "must be a number, not 'many'" in many.err)
    assert "Attribute" not in shell.run(*ask, "--choose", "months=weeks").err


def test_wrong_usage(shell: Shell, file: Path, tmp_path: Path) -> None:
    """Days missing or in the wrong order, no such measure, no page."""
    assert 2 == shell.run("report", file).code
    assert 2 == shell.run("report", file, "--from", DAYS[3], "--to", DAYS[1]).code
    ran = shell.run("report", file, *DAYS, "--measure", "referal.count")
    assert (2, True) == (ran.code, "referrals.count" in ran.err)
    assert 2 == shell.run("report", file, *DAYS, "-o", tmp_path / "x.pdf").code


def test_an_unread_line_is_said(shell: Shell, tmp_path: Path) -> None:
    """The others are counted; the exit code is 1."""
    path = write(tmp_path / "a.jsonl", child("C-1", referral("2025-01-06")), "{")
    ran = shell.run("report", path, *DAYS, "--no-suppression", "--format", "json")
    assert (1, 1) == (ran.code, row(ran.rows, "referrals.count")["numerator"])
    assert "line 2" in ran.err


def test_a_page(shell: Shell, file: Path, tmp_path: Path) -> None:
    """One file of HTML; nothing on standard output."""
    out = tmp_path / "report.html"
    ran = shell.run("report", file, *DAYS, "-o", out)
    assert (0, "") == (ran.code, ran.out)
    assert out.read_text("utf-8").startswith("<!doctype html>")
    assert str(out) in ran.err
