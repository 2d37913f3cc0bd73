"""A pytest plugin: a file of worked cases is a test, and each case in it a test.

It is loaded in every run of pytest where casework is installed, so it imports nothing
until there is a case to read, and takes only files that are named for it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from casework.testing.cases import Case

_INI = "casework_cases"
_DEFAULT = ["*.casework.toml"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a project name its files of cases in its settings of pytest.

    Parameters
    ----------
    parser
        pytest's own.
    """
    parser.addini(
        _INI,
        "files of worked cases, as patterns of their paths",
        type="linelist",
        default=_DEFAULT,
    )


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> pytest.Collector | None:
    """Take a file whose name says that it holds worked cases.

    Parameters
    ----------
    file_path, parent
        pytest's own.
    """
    patterns = parent.config.getini(_INI)
    if file_path.suffix == ".toml" and any(map(file_path.match, patterns)):
        return CaseFile.from_parent(parent, path=file_path)
    return None


class CaseFile(pytest.File):
    """A file of worked cases."""

    def collect(self) -> Iterator["CaseItem"]:
        """Read the cases; a file that cannot be read is an error, and says why."""
        from casework.testing.cases import BadCase, load_cases

        try:
            cases = load_cases(self.path)
        except BadCase as problem:
            raise self.CollectError(str(problem)) from problem
        for case in cases:
            yield CaseItem.from_parent(self, name=case.name, case=case)


class CaseItem(pytest.Item):
    """One worked case.

    Parameters
    ----------
    case
        The case.
    """

    def __init__(self, *, case: "Case", **given: object) -> None:
        """Keep the case beside what pytest gives to every test."""
        super().__init__(**given)  # type: ignore[arg-type]
        self.case = case

    def runtest(self) -> None:
        """Compare what the case expects with what the law gives."""
        report = self.case.report()
        if report:
            raise CaseFailed(report)

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None
    ) -> str:
        """Show what does not hold in words, without a trace through the program."""
        from casework.errors import CaseworkError

        if isinstance(excinfo.value, CaseFailed | CaseworkError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo, style))  # type: ignore[arg-type]

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Name the case as the sentence that it proves."""
        return self.path, None, f"case: {self.name}"


class CaseFailed(AssertionError):
    """A worked case does not hold."""
