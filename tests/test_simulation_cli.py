"""`casework simulate` and `casework compare`, as a shell runs them."""

from pathlib import Path

import pytest

from casework import read_jsonl
from casework.cli import main
from tests.commands import Shell
from tests.scenarios import SCENARIOS

PARISH = SCENARIOS / "parish.toml"


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Somewhere to run commands."""
    return Shell(capsys)


def test_a_scenario_is_written_and_checked_without_a_finding(
    shell: Shell, tmp_path: Path
) -> None:
    """The file is there, the summary is said on standard error, and check is quiet."""
    out = tmp_path / "parish.jsonl"
    ran = shell.run("simulate", PARISH, "-o", out, "--years", 1)
    found = list(read_jsonl(out, strict=True))
    events = sum(len(one.chronology.events) for one in found)
    assert (0, "") == (ran.code, ran.out)
    assert f"casework: {len(found)} children, {events} events in {out}\n" == ran.err
    checked = shell.run("check", out, "--as-at", "2018-12-31", "--format", "json")
    assert (0, []) == (checked.code, checked.rows)


def test_a_seed_a_first_and_a_last_day_may_be_said(
    shell: Shell, tmp_path: Path
) -> None:
    """Another seed is another story; the days bound it."""
    words = ("simulate", PARISH, "--from", "2019-01-01", "--to", "2019-03-31")
    for name, more in (("a", ()), ("b", ("--seed", 1)), ("c", ("--seed", 1))):
        shell.run(*words, "-o", tmp_path / name, *more)
    a, b, c = ((tmp_path / name).read_bytes() for name in "abc")
    assert a != b == c
    assert b'"at": "2019-0' in a
    assert b'"at": "2018' not in a
    assert b'"at": "2019-04' not in a


def test_everyone_may_be_written_to_standard_output(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    """A dash is standard output; nothing else is written there."""
    words = ["simulate", str(PARISH), "-o", "-", "--to", "2018-01-31", "--everyone"]
    with pytest.raises(SystemExit) as left:
        main([*words, "--from", "2018-01-01"])
    told = capfdbinary.readouterr()
    assert 0 == int(left.value.code or 0)
    assert 300 <= len(told.out.splitlines()) <= 302
    assert b"children" in told.err


def test_figures_stand_beside_the_published_ones(shell: Shell, tmp_path: Path) -> None:
    """Each with its interval, and whether it is near; nothing is written."""
    path = tmp_path / "one.toml"
    path.write_text(
        f'extends = "{PARISH.as_posix()}"\n[span]\nfirst = 2019-01-01\n'
        "[[expected]]\nmeasure = 'referrals.rate'\ntitle = 'Referrals'\n"
        "published = 679\nlowest = 0\nhighest = 1\nsource = 'report A'\n",
        encoding="utf-8",
    )
    told = shell.run("simulate", path, "--replications", 2)
    assert 0 == told.code
    assert "Referrals " in told.out
    assert "0 to 1 NO" in told.out
    assert "2 runs. In brackets" in told.out
    rows = shell.run("simulate", path, "--replications", 2, "--format", "json").rows
    [row] = rows
    assert row["lowest"] < row["mean"] < row["highest"]
    assert ("referrals.rate", 2, 679.0, False) == (
        row["measure"],
        row["runs"],
        row["published"],
        row["near"],
    )


def test_two_scenarios_stand_side_by_side(shell: Shell) -> None:
    """The same scenario twice: the same figures, no change, and nobody waits."""
    words = ("compare", PARISH, PARISH, "--replications", 1)
    words = (*words, "--measure", "referrals.rate", "--measure", "caseload.average")
    told = shell.run(*words)
    assert 0 == told.code
    assert "Referrals per 10,000 children" in told.out
    assert (
        "Of the children with an enquiry under parish, under parish it came" in told.out
    )
    assert "  later          0.0" in told.out
    rows = shell.run(*words, "--format", "json").rows
    assert [0.0, 0.0] == [row["change_mean"] for row in rows]
    assert all(row["a_mean"] == row["b_mean"] > 0 for row in rows)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("simulate", PARISH), "say where to write with -o, or how many runs"),
        (("simulate", PARISH, "-o", "x", "--replications", 2), "say where to write"),
        (("simulate", PARISH, "--replications", 2), "parish expects no figures"),
        (
            ("simulate", PARISH, "-o", "x", "--processes", 0),
            "Invalid value for '--processes'",
        ),
        (("simulate", "none.toml", "-o", "x"), "none.toml: it cannot be read"),
        (("simulate", PARISH, "-o", "x", "--to", "1999-01-01"), "is before the first"),
        (
            ("simulate", PARISH, "-o", "x", "--to", "2019-01-01", "--years", 2),
            "not both",
        ),
        (
            ("compare", PARISH, PARISH, "--measure", "plans.rat", "--replications", 1),
            "plans.rat",
        ),
    ],
)
def test_wrong_usage_leaves_with_2(
    shell: Shell, words: tuple[object, ...], said: str
) -> None:
    """And says what is wrong, on standard error."""
    ran = shell.run(*words)
    assert (2, "") == (ran.code, ran.out)
    assert said in " ".join(ran.err.replace("│", " ").split())
