"""Tries a mutant in the body of a function: the function is given the other body.

That is quick, for nothing is loaded again: pytest has collected the tests once, and it
is known which of them call the function. Each mutant has a child process of its own. A
mutant that survives here might be found out afresh, never the other way round.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from functools import _lru_cache_wrapper, partial
from types import CodeType, FunctionType

import pytest

from tests.mutation.child import (
    KILLED,
    SURVIVED,
    Say,
    Verdict,
    verdict_of,
    wind_up,
)
from tests.mutation.proofs import OPTIONS, TESTS
from tests.mutation.rehearsal import rehearsed, statement
from tests.source import ROOT

# A test that is watched, line by line, takes so many times as long.
_WATCHED = 4


class Session:
    """A plugin of pytest: when the tests are collected, works with them.

    Parameters
    ----------
    work
        What to do with this session.
    """

    def __init__(self, work: Callable[["Session"], None]) -> None:
        """Keep what to do."""
        self._work = work
        self._failed = False
        self._patience = 1

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Work with the tests, in place of running them."""
        self._items = session.items
        tests = {one.nodeid: partial(self._passes, one) for one in session.items}
        self._patience = _WATCHED
        self._rehearsal = rehearsed(tests)
        self._patience = 1
        self._functions = _functions()
        self._caches = _caches()
        self._work(self)
        return True

    def pytest_runtest_setup(self) -> None:
        """Give each test its own time."""
        wind_up(self._patience)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note that a test fails."""
        self._failed = self._failed or report.failed

    def attempt(
        self, path: str, definition: str, mutated: str, first: Sequence[str] = ()
    ) -> Verdict | None:
        """Say what becomes of a mutant; None where it can only be tried afresh.

        Parameters
        ----------
        path, definition
            Of the module, and of the function in it.
        mutated
            What stands in the module instead.
        first
            The tests to ask first.
        """
        file = str(ROOT / path)
        source = (ROOT / path).read_text(encoding="utf-8")
        old, new = (_code_of(definition, one, file) for one in (source, mutated))
        functions = self._functions.get(old, []) if old else []
        if not (old and new and functions) or new == old or not self._tests_of(old):
            return None
        tests = self._rehearsal.tests_of(
            file, statement(source, *_changed(source, mutated))
        )
        asked = [self._items[n] for n in tests]
        asked.sort(key=lambda item: item.nodeid not in first)
        return verdict_of(lambda say: self._ask(say, functions, new, asked))

    def _tests_of(self, code: CodeType) -> list[int]:
        lines = {line for one in (code, *_inner(code)) for *_, line in one.co_lines()}
        # The first line of a function runs when its module is loaded.
        lines -= {None, code.co_firstlineno}
        return self._rehearsal.tests_of(code.co_filename, lines)

    def _ask(
        self,
        say: Say,
        functions: Sequence[FunctionType],
        new: CodeType,
        asked: Sequence[pytest.Item],
    ) -> int:
        for function in functions:
            function.__code__ = new
        for one in self._caches:
            one.cache_clear()
        for item in asked:
            say(item.nodeid)
            if not self._passes(item):
                return KILLED
        return SURVIVED

    def _passes(self, item: pytest.Item) -> bool:
        wind_up(self._patience)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        return not self._failed


def with_tests(work: Callable[[Session], None]) -> None:
    """Collect the tests, and do some work with them.

    Raises
    ------
    TestsFail
        When they fail without a mutant.
    """
    files = [str(ROOT / "tests" / name) for name in TESTS]
    pytest.main([*OPTIONS, "-s", *files], [Session(work)])


def _changed(source: str, mutated: str) -> tuple[int, int]:
    """Give the first and the last line that a change touches."""
    old, new = source.splitlines(), mutated.splitlines()
    first = _alike(old, new)
    last = len(old) - _alike(old[:first:-1], new[:first:-1])
    return first + 1, max(first + 1, last)


def _alike(some: Sequence[str], others: Sequence[str]) -> int:
    """Count the lines that are the same before the first that is not."""
    pairs = enumerate(zip(some, others, strict=False))
    shorter = min(len(some), len(others))
    return next((n for n, (one, other) in pairs if one != other), shorter)


def _functions() -> dict[CodeType, list[FunctionType]]:
    """Give every function of casework by its code; one may stand in several places."""
    found: dict[CodeType, list[FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and _is_ours(one):
            found.setdefault(one.__code__, []).append(one)
    return found


def _caches() -> list["_lru_cache_wrapper[object]"]:
    found = (one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper))
    return [one for one in found if _is_ours(one)]


def _is_ours(function: object) -> bool:
    return str(getattr(function, "__module__", "")).startswith("casework.")


def _code_of(definition: str, source: str, file: str) -> CodeType | None:
    try:
        codes = _inner(compile(source, file, "exec"))
    except SyntaxError:
        return None
    found = [one for one in codes if one.co_qualname == definition]
    return found[0] if len(found) == 1 else None


def _inner(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from _inner(one)
