"""Tries a mutant anywhere: a child loads casework anew, with the mutant in it.

Nothing on the disk is touched. The tests are asked file by file, and the first that
fails ends it.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType
from typing import Final

import pytest
from attrs import frozen

from tests.mutation.child import (
    KILLED,
    STILLBORN,
    SURVIVED,
    Say,
    Verdict,
    verdict_of,
    wind_up,
)
from tests.mutation.proofs import OPTIONS
from tests.source import ROOT

_OURS: Final = {"casework", "tests"}


@frozen(kw_only=True)
class Proof:
    """The tests that are asked of a mutant.

    Parameters
    ----------
    tests
        Files of tests, in the order in which they are asked.
    rules
        Ids of rules: worked cases and stories of others alone are not asked.
    leave_out
        Beginnings of the names of tests that prove nothing.
    """

    tests: tuple[str, ...]
    rules: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()


def attempt(name: str, source: str, proof: Proof) -> Verdict:
    """Say what becomes of a mutant.

    Parameters
    ----------
    name
        Under which the module is imported.
    source
        What stands in it instead.
    proof
        The tests to ask.
    """
    return verdict_of(lambda say: _ask(say, name, source, proof))


class _Loader(SourceFileLoader):
    """Loads a module from another text than its file's."""

    def __init__(self, name: str, path: str, source: str) -> None:
        """Keep the text."""
        super().__init__(name, path)
        self.source = source

    def get_code(self, _fullname: str) -> CodeType:
        """Compile the text."""
        return compile(self.source, self.path, "exec")


class _Finder(PathFinder):
    """Finds one module where it is, to be loaded from another text."""

    def __init__(self, name: str, source: str) -> None:
        """Keep which, and the text."""
        self.name, self.source = name, source

    def find_spec(  # type: ignore[override]
        self,
        name: str,
        path: Sequence[str] | None = None,
        _target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """Give the module with its other text; of any other module, nothing."""
        spec = PathFinder.find_spec(name, path) if name == self.name else None
        if spec is not None and spec.origin is not None:
            spec.loader = _Loader(name, spec.origin, self.source)
        return spec


class _Asking:
    """A plugin of pytest: which tests are asked, and for how long."""

    def __init__(self, proof: Proof) -> None:
        """Keep what is asked."""
        self.proof = proof

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what proves nothing, and what is about other rules."""
        asked = [one for one in items if not one.name.startswith(self.proof.leave_out)]
        items[:] = [one for one in asked if self._may_tell(one)]

    def _may_tell(self, item: pytest.Item) -> bool:
        about = _rules_of(item) if self.proof.rules else set()
        return not about or not about.isdisjoint(self.proof.rules)

    def pytest_runtest_setup(self) -> None:
        """Give each test its own time."""
        wind_up()


def _rules_of(item: pytest.Item) -> set[str]:
    """Give the rules that a test is about; of one that may be about any, none."""
    case = getattr(item, "case", None)
    if case is not None and not case.only:
        return {row["rule"] for row in case.expect}
    callspec = getattr(item, "callspec", None)
    rule = callspec.params.get("rule") if callspec else None
    return {rule.id} if hasattr(rule, "id") else set()


def _ask(say: Say, name: str, source: str, proof: Proof) -> int:
    _forget()
    sys.meta_path.insert(0, _Finder(name, source))
    try:
        import_module(name)
    except Exception as problem:  # noqa: BLE001, what a mutant raises is anything
        # A declaration may refuse itself: that is a test too.
        own = any(one.__name__ == "CaseworkError" for one in type(problem).__mro__)
        return KILLED if own else STILLBORN
    for test in proof.tests:
        say(test)
        wind_up()
        code = pytest.main([*OPTIONS, str(ROOT / "tests" / test)], [_Asking(proof)])
        if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            return KILLED
    return SURVIVED


def _forget() -> None:
    """Forget what the parent loaded of casework and of its tests."""
    for module in [*sys.modules]:
        if module.partition(".")[0] in _OURS:
            del sys.modules[module]
