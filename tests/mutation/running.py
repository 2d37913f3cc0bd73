"""Runs mutants: those never tried, those that survived, or a spread of them all."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from multiprocessing import get_context
from typing import Final, TypeAlias

from attrs import evolve, frozen

from tests.mutation import afresh, ledger
from tests.mutation.afresh import Proof
from tests.mutation.child import Outcome, Verdict
from tests.mutation.in_place import Session, with_tests
from tests.mutation.ledger import Entry
from tests.mutation.making import DECLARATIONS, Change, Module, Mutant
from tests.mutation.proofs import NO_PROOF, area_of, prepare

_MANY: Final = 30


@frozen
class Task:
    """Mutants of one definition to try: all, or some."""

    module: str
    definition: str
    only: frozenset[Change] | None = None


Found: TypeAlias = dict[Change, Verdict]


@cache
def module(path: str) -> Module:
    """Read a module, once."""
    return Module(path)


def still_to_do(paths: Iterable[str]) -> Iterator[Task]:
    """Give what was never tried as it stands, and what survived and is not listed."""
    known, listed = ledger.read(), ledger.listed()
    for path in paths:
        for definition, hash_ in module(path).hashes.items():
            found = known.get((path, definition))
            if found is None or found.hash != hash_:
                yield Task(path, definition)
                continue
            unlisted = frozenset(found.survived) - listed.keys()
            if unlisted:
                yield Task(path, definition, unlisted)


def size(task: Task) -> int:
    """Say how many mutants a definition has."""
    return len(module(task.module).mutants[task.definition])


def spread(
    paths: Iterable[str], one_in: int, leave_out: Iterable[Task]
) -> Iterator[Task]:
    """Give one mutant in so many, always the same; none that is known to survive."""
    known = {(one.module, one.definition) for one in leave_out}
    listed = ledger.listed().keys()
    for path in paths:
        for definition, mutants in module(path).mutants.items():
            chosen = {one for one in mutants if one.chosen(one_in)}
            if chosen and (path, definition) not in known:
                made = module(path).made(definition)
                only = frozenset(change for one, change, _ in made if one in chosen)
                yield Task(path, definition, only - listed)


def run(
    tasks: Iterable[Task], workers: int, found: Callable[[Task, Found], None]
) -> None:
    """Try the mutants of tasks, as many at a time as there are workers.

    Parameters
    ----------
    tasks
        What to try.
    workers
        How many processes to use.
    found
        What to do with what became of the mutants of a task, as soon as it is known.
    """
    prepare()

    def work(session: Session) -> None:
        global _session  # noqa: PLW0603, a worker has it from the fork alone
        _session = session
        with get_context("fork").Pool(workers) as pool:
            for task, verdicts in pool.imap_unordered(_tried, tasks):
                found(task, verdicts)

    with_tests(work)


_session: Session
# In each worker, for each module, the tests that found the last mutants.
_found_by: dict[str, list[str]] = {}


def _tried(task: Task) -> tuple[Task, Found]:
    """Try the mutants of a task, asking first the tests that found the last ones."""
    found: Found = {}
    first = _found_by.setdefault(task.module, [])
    for mutant, change, source in module(task.module).made(task.definition):
        if task.only is None or change in task.only:
            verdict = _verdict(mutant, source, first)
            found[change] = evolve(verdict, by=_file(verdict.by))
            if verdict.outcome is Outcome.KILLED:
                first[:] = [verdict.by, *first][:_MANY]
    return task, found


def _verdict(mutant: Mutant, source: str, first: list[str]) -> Verdict:
    path, definition = mutant.module, mutant.definition
    verdict = None
    # What decorates a function is no part of its body.
    if mutant.operator != "RemoveDecorator":
        verdict = _session.attempt(path, definition, source, first)
    again = verdict and verdict.outcome is Outcome.SURVIVED and area_of(path).kept
    if verdict is None or again:
        verdict = afresh.attempt(module(path).name, source, _proof(path, first))
    return verdict


def _proof(path: str, first: Iterable[str]) -> Proof:
    declares = path.startswith(DECLARATIONS)
    rules = re.findall(r'\bid="([^"]+)"', module(path).source) if declares else ()
    files = map(_file, first)
    tests = (*(one for one in files if one), *area_of(path).tests)
    return Proof(
        tests=tuple(dict.fromkeys(tests)),
        rules=tuple(rules),
        leave_out=NO_PROOF if declares else (),
    )


def _file(test: str) -> str:
    return test.partition("::")[0].removeprefix("tests/")


def summed_up(task: Task, found: dict[Change, Verdict]) -> Entry:
    """Give what is known of a definition after a task."""
    hash_ = module(task.module).hashes[task.definition]
    new = ledger.entry(task.module, task.definition, hash_, found)
    if task.only is None:
        return new
    before = ledger.read()[task.module, task.definition]
    return evolve(
        before,
        killed={
            by: before.killed.get(by, 0) + new.killed.get(by, 0)
            for by in sorted({*before.killed, *new.killed})
        },
        too_slow=before.too_slow + new.too_slow,
        survived=[
            one
            for one in before.survived
            if one not in task.only or one in new.survived
        ],
    )
