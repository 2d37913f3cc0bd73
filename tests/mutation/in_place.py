"""Tries a mutant in the body of a function: the function is given the other body.

That is quick, for nothing is loaded again: pytest has collected the tests once, and it
is known which of them call the function. Each mutant has a child process of its own. A
mutant that survives here might be found out afresh, never the other way round.
"""

import gc
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import _lru_cache_wrapper
from time import process_time
from types import CodeType, FrameType, FunctionType

import pytest
from attrs import frozen

from tests.mutation.child import (
    KILLED,
    SURVIVED,
    Say,
    Verdict,
    in_a_child,
    verdict_of,
    wind_up,
)
from tests.mutation.proofs import OPTIONS, TESTS
from tests.source import PACKAGE, ROOT


class TestsFail(Exception):
    """The tests fail without any mutant, so they can find nothing out."""


@frozen(kw_only=True)
class Asked:
    """A test: how long it takes, and what it calls, by file and name."""

    item: pytest.Item
    seconds: float
    calls: frozenset[tuple[str, str]]


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
        self.tests: list[Asked] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Work with the tests, in place of running them."""
        self.tests = sorted(self._rehearsed(session.items), key=lambda one: one.seconds)
        self._functions = _functions()
        self._caches = _caches()
        self._work(self)
        return True

    def pytest_runtest_setup(self) -> None:
        """Give each test its own time."""
        wind_up()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note that a test fails."""
        self._failed = self._failed or report.failed

    def attempt(
        self, path: str, definition: str, source: str, first: Sequence[str] = ()
    ) -> Verdict | None:
        """Say what becomes of a mutant; None where it can only be tried afresh.

        Parameters
        ----------
        path, definition
            Of the module, and of the function in it.
        source
            What stands in the module instead.
        first
            The tests to ask first.
        """
        file = str(ROOT / path)
        asked = [one for one in self.tests if (file, definition) in one.calls]
        old = _code_of(definition, (ROOT / path).read_text(encoding="utf-8"), file)
        new = _code_of(definition, source, file)
        functions = self._functions.get(old, []) if old else []
        if not (asked and functions and new) or new == old:
            return None
        asked.sort(key=lambda one: one.item.nodeid not in first)
        return verdict_of(lambda say: self._ask(say, functions, new, asked))

    def _ask(
        self,
        say: Say,
        functions: Sequence[FunctionType],
        new: CodeType,
        asked: Sequence[Asked],
    ) -> int:
        for function in functions:
            function.__code__ = new
        for one in self._caches:
            one.cache_clear()
        for test in asked:
            say(test.item.nodeid)
            self._run(test.item)
            if self._failed:
                return KILLED
        return SURVIVED

    def _run(self, item: pytest.Item) -> None:
        wind_up()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)

    def _rehearsed(self, items: Sequence[pytest.Item]) -> Iterator[Asked]:
        """Run every test once without a mutant, and see what it calls."""
        code, said = in_a_child(lambda say: self._rehearse(items, say))
        if code != SURVIVED:
            last = json.loads(said[-1])[0] if said else "nothing"
            raise TestsFail(f"without a mutant, something fails after {last}")
        for item, line in zip(items, said, strict=True):
            _, seconds, calls = json.loads(line)
            yield Asked(item=item, seconds=seconds, calls=frozenset(map(tuple, calls)))

    def _rehearse(self, items: Sequence[pytest.Item], say: Say) -> int:
        for item in items:
            called: set[tuple[str, str]] = set()
            began = process_time()
            sys.setprofile(_noting(called))
            self._run(item)
            sys.setprofile(None)
            if self._failed:
                return KILLED
            say(json.dumps([item.nodeid, process_time() - began, sorted(called)]))
        return SURVIVED


def with_tests(work: Callable[[Session], None]) -> None:
    """Collect the tests, and do some work with them.

    Raises
    ------
    TestsFail
        When they fail without a mutant.
    """
    files = [str(ROOT / "tests" / name) for name in TESTS]
    pytest.main([*OPTIONS, "-s", *files], [Session(work)])


def _noting(
    called: set[tuple[str, str]],
) -> Callable[[FrameType, str, object], None]:
    ours = f"{PACKAGE}{os.sep}"

    def note(frame: FrameType, event: str, _argument: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(ours):
            called.add((code.co_filename, code.co_qualname))

    return note


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
