"""Runs every test once without a mutant: how long it takes, and which lines it runs."""

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from time import process_time

import coverage
from attrs import frozen

from tests.mutation.child import KILLED, SURVIVED, Say, in_a_child
from tests.source import PACKAGE

Line = tuple[str, int]


class TestsFail(Exception):
    """The tests fail without any mutant, so they can find nothing out."""


@frozen(kw_only=True)
class Rehearsal:
    """What was seen of the tests, each known by its number.

    Parameters
    ----------
    seconds
        Of processor time, for each test.
    lines
        For each line of each file, the tests that run it, as the bits of a number.
    """

    seconds: Sequence[float]
    lines: Mapping[Line, int]

    def tests_of(self, file: str, lines: Iterable[int]) -> list[int]:
        """Give the tests that run one of some lines at least, the quickest first."""
        bits = 0
        for line in lines:
            bits |= self.lines.get((file, line), 0)
        found = [n for n in range(len(self.seconds)) if bits >> n & 1]
        return sorted(found, key=lambda n: self.seconds[n])


def rehearsed(tests: Mapping[str, Callable[[], bool]]) -> Rehearsal:
    """Run tests in a child, and see what they do.

    Parameters
    ----------
    tests
        By its name, each runs a test, and says whether it passes.

    Raises
    ------
    TestsFail
        When one fails.
    """
    code, said = in_a_child(lambda say: _rehearse([*tests.values()], say))
    if code != SURVIVED:
        raise TestsFail(f"without a mutant, this test fails: {[*tests][len(said)]}")
    seconds = [float(line) for line in said[: len(tests)]]
    return Rehearsal(seconds=seconds, lines=dict(_read(said[len(tests) :])))


def statement(source: str, first: int, last: int) -> range:
    """Give the lines of the smallest statement that has some lines in it.

    Of a statement with others inside it, such as an `if`, only the head counts.
    """
    around = [
        _head(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case)
    ]
    heads = (one for one in around if first in one and last in one)
    return min(heads, key=len, default=range(first, last + 1))


def _head(node: ast.stmt | ast.ExceptHandler | ast.match_case) -> range:
    inner: list[ast.stmt] = getattr(node, "body", [])
    if isinstance(node, ast.match_case):
        return range(node.pattern.lineno, inner[0].lineno + 1)
    last = node.end_lineno or node.lineno
    if inner:
        last = max(node.lineno, inner[0].lineno - 1)
    elif isinstance(node, ast.Match):
        last = max(node.lineno, node.cases[0].pattern.lineno - 1)
    return range(node.lineno, last + 1)


def _rehearse(tests: Sequence[Callable[[], bool]], say: Say) -> int:
    seen = coverage.Coverage(
        data_file=None, include=[f"{PACKAGE}/*"], config_file=False
    )
    seen.start()
    for number, test in enumerate(tests):
        seen.switch_context(str(number))
        began = process_time()
        if not test():
            return KILLED
        say(str(process_time() - began))
    seen.stop()
    for line in _told(seen.get_data()):
        say(line)
    return SURVIVED


def _told(data: coverage.CoverageData) -> Iterator[str]:
    for file in data.measured_files():
        for line, contexts in data.contexts_by_lineno(file).items():
            bits = sum(1 << int(one) for one in set(contexts) if one)
            yield f"{line} {bits:x} {file}"


def _read(said: Iterable[str]) -> Iterator[tuple[Line, int]]:
    for one in said:
        line, bits, file = one.split(" ", 2)
        yield (file, int(line)), int(bits, 16)
