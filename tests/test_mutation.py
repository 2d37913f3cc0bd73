"""The mutants: every change is tried, and what survives is listed with its reason.

`pytest -m mutation` tries a spread of them again, and those of code that was changed;
`python -m tests.mutation run` tries everything.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("cosmic_ray", reason="only development tries mutants")

from cosmic_ray.mutating import mutate_code

from tests.mutation import afresh, checking, ledger
from tests.mutation.afresh import Proof
from tests.mutation.child import Outcome, Verdict
from tests.mutation.ledger import BadSurvivor
from tests.mutation.making import Change, Module
from tests.mutation.operators import IN_DECLARATIONS
from tests.mutation.proofs import area_of, modules, prepare
from tests.source import ROOT

pytestmark = pytest.mark.mutation

CHANGE = Change(module="casework/a.py", definition="f", line="x < 1", becomes="x <= 1")
LISTED = """
[[survivor]]
module = "casework/a.py"
definition = "f"
line = "x < 1"
becomes = "x <= 1"
why = "x is never 1"
"""


@pytest.mark.parametrize(
    ("operator", "before", "after"),
    [
        (
            "NumberReplacer",
            "working_days(45)",
            ["working_days( 46)", "working_days( 44)"],
        ),
        ("SwapName", "max(a, b)", ["min(a, b)"]),
        ("SwapName", "date.max", []),
        ("SwapMembership", "a in b", ["a not in b"]),
        ("SwapMembership", "a not in b", ["a in b"]),
        ("SwapMembership", "for a in b: pass", []),
        ("KeepEverything", "[a for a in b if c]", ["[a for a in b if True]"]),
        ("DropItem", "on(A, b=1)", ["on( b=1)", "on(A,)"]),
        ("DropItem", "('a', 'b')", ["( 'b')", "('a',)"]),
        ("DropItem", "on(A, note='told')", ["on( note='told')"]),
        ("DropItem", "Interval(within=a, basis=b)", ["Interval(within=a,)"]),
        ("DropItem", "(a for a in b)", []),
        ("NextMember", "Scope.EPISODE", ["Scope.LINE"]),
        ("NextMember", "Scope.CHILD", ["Scope.EPISODE"]),
        ("NextMember", "Role.COURT", []),
        ("MoveDay", "'2013-04-15'", ['"2013-04-16"', '"2013-04-14"']),
        ("MoveDay", "'13 weeks'", []),
    ],
)
def test_an_operator_changes_one_thing(
    operator: str, before: str, after: list[str]
) -> None:
    """What it changes, in the order in which it does, and what it leaves alone."""
    assert after == list(_made(operator, before))


def test_what_never_runs_is_not_changed(tmp_path: Path) -> None:
    """An annotation, a cache, how a class is built, and what a command does."""
    path = tmp_path / "a.py"
    path.write_text(
        "A: TypeAlias = B | C\n"
        "def f(a: int | None, *, b: str | None = None) -> int | None: ...\n"
        "@lru_cache(maxsize=9)\n"
        "def g(): ...\n"
        "@frozen(kw_only=True)\n"
        "class H: ...\n"
        'if __name__ == "__main__":\n'
        "    print(1 + 1)\n"
    )
    made = [one for of_it in Module(str(path)).mutants.values() for one in of_it]
    assert [("RemoveDecorator", "H")] == [(x.operator, x.definition) for x in made]


def test_the_day_on_which_a_source_was_read_is_not_moved() -> None:
    """The days of the law are; when somebody read it is not law."""
    module = Module("casework/law/england/care_leavers_2010.py")
    moved = {
        name
        for name, of_it in module.mutants.items()
        if any(one.operator == "MoveDay" for one in of_it)
    }
    assert 'read="2026' in module.source
    assert {"IN_FORCE", "OFFER"} == moved


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        ("count < 1", Outcome.SURVIVED),
        ("count < 2", Outcome.KILLED),
        ("count <", Outcome.STILLBORN),
    ],
)
def test_a_mutant_is_found_out_afresh(source: str, outcome: Outcome) -> None:
    """Whether it is there, is wrong, or cannot even be loaded."""
    module = Module("casework/periods.py")
    changed = module.source.replace("count < 1", source)
    proof = Proof(tests=("test_periods.py",))
    prepare()
    assert outcome is afresh.attempt(module.name, changed, proof).outcome


def test_what_was_found_is_summed_up_and_read_back(tmp_path: Path) -> None:
    """A line for each definition; what was found last counts."""
    path = tmp_path / "results.jsonl"
    verdicts = {CHANGE: Verdict(Outcome.SURVIVED)}
    entry = ledger.entry("casework/a.py", "f", "0123", verdicts)
    ledger.append(ledger.entry("casework/a.py", "f", "0000", {}), path)
    ledger.append(entry, path)
    assert {("casework/a.py", "f"): entry} == ledger.read(path)
    assert (1, (CHANGE,)) == (entry.tried, entry.survived)


def test_a_survivor_is_listed_with_its_reason(tmp_path: Path) -> None:
    """By what stood there and what stands there now, so that it can be read."""
    path = tmp_path / "survivors.toml"
    path.write_text(LISTED)
    assert {CHANGE: "x is never 1"} == ledger.listed(path)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (LISTED + LISTED, "listed twice"),
        (LISTED.replace("why", "because"), "say why nothing can fail"),
        (LISTED.replace("line", "text"), "text"),
    ],
)
def test_a_survivor_that_is_listed_wrongly_is_refused(
    tmp_path: Path, text: str, why: str
) -> None:
    """Without its reason, with a misspelt part, or twice."""
    path = tmp_path / "survivors.toml"
    path.write_text(text)
    with pytest.raises(BadSurvivor, match=why):
        ledger.listed(path)


def test_every_mutant_was_tried_and_what_survives_is_listed() -> None:
    """And nobody keeps an excuse for code that is gone."""
    assert [] == list(checking.faults(modules()))


def test_the_page_says_what_was_found() -> None:
    """The sum of what `show` counts, to the last mutant."""
    *_, whole = checking.counted(modules())
    page = (ROOT / "docs" / "proof-mutation.md").read_text(encoding="utf-8")
    assert " ".join(whole.split()) in " ".join(page.split())
    assert f"Each of the {len(ledger.listed())}" in " ".join(page.split())


def test_a_spread_of_mutants_is_found_out_again() -> None:
    """One in so many, the same ones each time, and all of the code that was changed."""
    command = [sys.executable, "-m", "tests.mutation", "again", "--workers", "2"]
    done = subprocess.run(
        command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8"
    )
    assert "none survives that is not listed" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0


def _made(operator: str, source: str) -> Iterator[Any]:
    occurrence = 0
    while made := mutate_code(source, IN_DECLARATIONS[operator], occurrence):
        yield made
        occurrence += 1


def test_every_module_has_tests_to_ask() -> None:
    """And no module of the law, its days and its timescales is passed over."""
    assert all(area_of(path).tests for path in modules())
    assert {"casework/periods.py", "casework/law/pack.py"} <= {*modules()}
