"""Makes the mutants of a module, and says which changes are not worth making."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

from attrs import evolve, frozen
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

from tests.mutation.operators import EVERYWHERE, IN_DECLARATIONS, named
from tests.source import ROOT

Node = Any

DECLARATIONS: Final = ("casework/law/england/", "casework/law/jersey/")

# How a class is built, compared and printed, which mypy and the tests of privacy check;
# and `zip(strict=True)`, which asserts that two rows are of one length.
_BUILDING: Final = {
    "cache_hash",
    "eq",
    "hash",
    "init",
    "kw_only",
    "repr",
    "slots",
    "strict",
}
# Where the law was read, and when: people compare it with the source.
_CITING: Final = {"citation", "read"}
# They change how long an answer takes, and never the answer.
_CACHES: Final = {"cache", "lru_cache", "cached_property"}
# Where a sign stands between two values; elsewhere it unpacks, or divides parameters.
_RECKONING: Final = {"arith_expr", "term", "expr", "and_expr"}
# What the type checker alone reads, and what is done where a module is a command: the
# test of that runs the file on the disk, in which no mutant ever is.
_NOT_IMPORTED: Final = {"TYPE_CHECKING", '__name__ == "__main__"'}
_BEFORE_ANNOTATIONS: Final = {("annassign", ":"), ("tfpdef", ":"), ("funcdef", "->")}


@frozen(kw_only=True, order=True)
class Change:
    """One change to a module, by what stood there and what stands there now.

    Parameters
    ----------
    module, definition
        In which file, and there in which function, class or constant.
    line, becomes
        The lines changed, and what they became; nothing where they are gone.
    nth
        Which of several changes of a definition that read the same.
    """

    module: str
    definition: str
    line: str
    becomes: str
    nth: int = 1


@frozen(kw_only=True)
class Mutant:
    """Where a change can be made, before it is made."""

    module: str
    definition: str
    operator: str
    occurrence: int
    number: int

    def chosen(self, one_in: int) -> bool:
        """Say whether it is in a spread of one mutant in so many.

        It stays the same as long as its definition does, wherever that stands.
        """
        said = f"{self.module} {self.definition} {self.number}"
        return int.from_bytes(sha256(said.encode()).digest()[:4]) % one_in == 0


class Module:
    """A module of casework, its definitions and the mutants of each.

    Parameters
    ----------
    path
        From the root, such as `casework/periods.py`.
    """

    def __init__(self, path: str) -> None:
        """Read the module."""
        self.path = path
        self.name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        self.source = (ROOT / path).read_text(encoding="utf-8")
        declares = path.startswith(DECLARATIONS)
        self.operators = IN_DECLARATIONS if declares else EVERYWHERE
        self.hashes: dict[str, str] = {}
        self.mutants: dict[str, list[Mutant]] = {}
        self._find()

    def _find(self) -> None:
        occurrences: Counter[str] = Counter()
        for node in ast_nodes(get_ast(self.source)):
            for operator in self._operators_at(node):
                if not _is_left_out(node, operator):
                    self._add(node, operator, occurrences[operator])
                occurrences[operator] += 1

    def _operators_at(self, node: Node) -> Iterator[str]:
        for name, operator in self.operators.items():
            for _ in operator.mutation_positions(node):
                yield name

    def _add(self, node: Node, operator: str, occurrence: int) -> None:
        definition, whole = _definition_of(node)
        text = whole.get_code().strip().encode()
        self.hashes[definition] = sha256(text).hexdigest()[:12]
        of_it = self.mutants.setdefault(definition, [])
        of_it.append(
            Mutant(
                module=self.path,
                definition=definition,
                operator=operator,
                occurrence=occurrence,
                number=len(of_it) + 1,
            )
        )

    def made(self, definition: str) -> Iterator[tuple[Mutant, Change, str]]:
        """Make the mutants of a definition, each source once."""
        seen = {self.source}
        alike: Counter[Change] = Counter()
        for mutant in self.mutants[definition]:
            operator = self.operators[mutant.operator]
            source = mutate_code(self.source, operator, mutant.occurrence)
            if source not in seen:
                seen.add(source)
                change = self._change(definition, source)
                alike[change] += 1
                yield mutant, evolve(change, nth=alike[change]), source

    def _change(self, definition: str, source: str) -> Change:
        old, new = self.source.splitlines(), source.splitlines()
        while old and new and old[0] == new[0]:
            del old[0], new[0]
        while old and new and old[-1] == new[-1]:
            del old[-1], new[-1]
        return Change(
            module=self.path,
            definition=definition,
            line=_in_one_line(old),
            becomes=_in_one_line(new),
        )


def _in_one_line(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split()).replace("( ", "(")


def _definition_of(node: Node) -> tuple[str, Node]:
    """Give the outermost function a node is in, or the class or constant."""
    while node.type in {"decorator", "decorators"}:
        node = node.parent.children[-1]
    around = [node, *_ancestors(node)][:-1]
    names: list[str] = []
    whole = around[-1]
    for one in reversed(around):
        if one.type in {"funcdef", "classdef"}:
            names.append(one.name.value)
            whole = one
        if one.type == "funcdef":
            break
    return ".".join(names) or _constant(around[-1]), whole


def _constant(statement: Node) -> str:
    first = statement.get_first_leaf()
    return str(first.value) if first.type == "name" else "module"


def _is_left_out(node: Node, operator: str) -> bool:
    if operator.startswith("ReplaceBinary") and node.parent.type not in _RECKONING:
        return True
    around = [node, *_ancestors(node)]
    return any(
        _is_annotation(one)
        or _is_a_cache(one)
        or _is_never_imported(one)
        or named(one) in _BUILDING
        or named(one) in _CITING
        for one in around
    )


def _is_annotation(node: Node) -> bool:
    before = node.get_previous_sibling() if node.parent is not None else None
    if before is None or before.type != "operator":
        return False
    if node.parent.type == "annassign" and before.value == "=":
        return str(node.parent.children[1].get_code()).strip() == "TypeAlias"
    return (node.parent.type, before.value) in _BEFORE_ANNOTATIONS


def _is_a_cache(node: Node) -> bool:
    first = node.children[1].get_first_leaf() if node.type == "decorator" else None
    return first is not None and first.value in _CACHES


def _is_never_imported(node: Node) -> bool:
    if node.type == "if_stmt":
        return node.children[1].get_code().strip() in _NOT_IMPORTED
    return node.type == "decorated" and "@overload" in node.children[0].get_code()


def _ancestors(node: Node) -> Iterator[Node]:
    while node.parent is not None:
        node = node.parent
        yield node
