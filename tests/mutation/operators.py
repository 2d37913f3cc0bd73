"""The changes that are made: those of cosmic-ray that say something, and our own.

Ours see what cosmic-ray does not: the arguments and items of a declaration, in which
nearly all of the law is written, days written as text, comprehensions, `min` and `max`.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from inspect import signature
from typing import Any, Final

import parso
from attrs import NOTHING, fields
from cosmic_ray.operators.operator import Operator
from cosmic_ray.operators.provider import OperatorProvider
from parso.python.tree import Keyword, Name, String

from casework.law.conditions import Scope, while_
from casework.law.interval import Interval
from casework.law.rule import Again, Timescale
from casework.law.source import Authority, Basis
from casework.law.status import Counted, Now, StatusTest

Node = Any
# A source's words are prose for the reader of docs/rules.md, who compares them with the
# source; so is who has to do it.
PROSE: Final = {"citation", "note", "remark", "role", "title", "url", "words"}
Position = tuple[tuple[int, int], tuple[int, int]]

# Without these parts a declaration cannot even be loaded.
_REQUIRED: Final = {
    name: {one.name for one in fields(kind) if one.default is NOTHING}
    for name, kind in (
        ("Counted", Counted),
        ("Interval", Interval),
        ("StatusTest", StatusTest),
        ("Timescale", Timescale),
    )
} | {
    "while_": {
        name
        for name, one in signature(while_).parameters.items()
        if one.default is one.empty
    }
}
# Whoever is killed by three of the seven other comparisons is killed by all of them
# (Kaminski, Ammann, Offutt: "Better predicate testing", 2011).
_COMPARED: Final = {
    "Lt": ("LtE", "NotEq", "GtE"),
    "LtE": ("Lt", "Eq", "Gt"),
    "Gt": ("GtE", "NotEq", "LtE"),
    "GtE": ("Gt", "Eq", "Lt"),
    "Eq": ("NotEq", "LtE", "GtE"),
    "NotEq": ("Eq", "Lt", "Gt"),
    "Is": ("IsNot",),
    "IsNot": ("Is",),
}
# The others fail on days and periods at once, whatever is tested.
_RECKONED: Final = {
    "Add": ("Sub", "Mul"),
    "Sub": ("Add", "Mul"),
    "Mul": ("Add", "FloorDiv"),
    "FloorDiv": ("Mul", "Mod"),
    "Mod": ("Mul", "FloorDiv"),
    "BitOr": ("BitAnd",),
    "BitAnd": ("BitOr",),
}
_OTHERS: Final = (
    "AddNot",
    "ExceptionReplacer",
    "NumberReplacer",
    "RemoveDecorator",
    "ReplaceAndWithOr",
    "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak",
    "ReplaceFalseWithTrue",
    "ReplaceOrWithAnd",
    "ReplaceTrueWithFalse",
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceUnaryOperator_Delete_USub",
    "ZeroIterationForLoop",
)


class _Ours(Operator):
    """An operator of our own; its examples are in tests/test_mutation.py."""

    def mutation_positions(self, node: Node) -> Iterator[Position]:
        """Give a position for each change that can be made at a node."""
        for _ in range(self.changes(node)):
            yield node.start_pos, node.end_pos

    def changes(self, node: Node) -> int:
        """Say how many changes can be made at a node."""
        raise NotImplementedError

    @classmethod
    def examples(cls) -> tuple[()]:
        """Give none: cosmic-ray does not test these."""
        return ()


class SwapName(_Ours):
    """`min` for `max`, `any` for `all`, and the other way round."""

    swapped: Final = {"min": "max", "max": "min", "any": "all", "all": "any"}

    def changes(self, node: Node) -> int:
        """Where one of them is called or handed on; `date.max` is no function."""
        if not isinstance(node, Name) or node.value not in self.swapped:
            return 0
        return int(node.parent is None or node.parent.type != "trailer")

    def mutate(self, node: Node, _index: int) -> Node:
        """Write the other name."""
        node.value = self.swapped[node.value]
        return node


class SwapMembership(_Ours):
    """`in` for `not in`, and the other way round."""

    def changes(self, node: Node) -> int:
        """Where membership is asked; not in `for … in`."""
        if node.type == "comp_op":
            return int(node.children[0].value == "not")
        compared = node.parent is not None and node.parent.type == "comparison"
        return int(compared and isinstance(node, Keyword) and node.value == "in")

    def mutate(self, node: Node, _index: int) -> Node:
        """Ask the opposite."""
        return parso.parse(" not in" if node.type == "keyword" else " in")


class KeepEverything(_Ours):
    """A comprehension that leaves nothing out."""

    def changes(self, node: Node) -> int:
        """Where a comprehension has a condition."""
        return int(node.type == "comp_if")

    def mutate(self, node: Node, _index: int) -> Node:
        """Put True in place of the condition."""
        node.children[1] = parso.parse(" True")
        return node


class DropItem(_Ours):
    """A declaration with one argument, or one item of a tuple, left out."""

    def changes(self, node: Node) -> int:
        """One for each item of a list that commas divide."""
        return len(self._items(node))

    def mutate(self, node: Node, index: int) -> Node:
        """Take the item away, with the comma after it."""
        item = self._items(node)[index]
        at = node.children.index(item)
        del node.children[at : at + 2]
        return node

    @staticmethod
    def _items(node: Node) -> list[Node]:
        lists = ("arglist", "testlist_comp")
        if node.type not in lists or node.children[1].type != "operator":
            return []
        left_out = PROSE | _REQUIRED.get(_called(node), set())
        items = [one for one in node.children if one.type != "operator"]
        return [one for one in items if named(one) not in left_out]


class NextMember(_Ours):
    """Another word of a closed list: `Scope.LINE` for `Scope.EPISODE`."""

    lists: Final = {one.__name__: one for one in (Again, Authority, Basis, Now, Scope)}

    def changes(self, node: Node) -> int:
        """Where a member of such a list is named."""
        return int(
            node.type == "atom_expr"
            and len(node.children) == len(("Scope", ".EPISODE"))
            and node.children[0].get_code().strip() in self.lists
        )

    def mutate(self, node: Node, _index: int) -> Node:
        """Name the next member, after the last the first."""
        members = list(self.lists[node.children[0].value])
        name = node.children[1].children[1]
        at = [one.name for one in members].index(name.value)
        name.value = members[(at + 1) % len(members)].name
        return node


class MoveDay(_Ours):
    """A day that is written as text, moved by a day either way."""

    by: Final = (timedelta(days=1), timedelta(days=-1))

    def changes(self, node: Node) -> int:
        """Where a text is a day."""
        return len(self.by) if isinstance(node, String) and _day(node) else 0

    def mutate(self, node: Node, index: int) -> Node:
        """Write the day before or after."""
        day = _day(node)
        assert day is not None
        node.value = f'"{day + self.by[index]}"'
        return node


def named(node: Node) -> str:
    """Give the name of a keyword argument; of anything else, nothing."""
    if node.type != "argument" or node.children[1].get_code() != "=":
        return ""
    return str(node.children[0].value)


def _called(arguments: Node) -> str:
    called = arguments.parent.get_previous_sibling()
    return "" if called is None else str(called.get_code()).strip()


def _day(node: Node) -> date | None:
    try:
        return date.fromisoformat(node.value.strip("\"'"))
    except ValueError:
        return None


def _of_cosmic_ray() -> Iterator[tuple[str, Operator]]:
    known = OperatorProvider()
    tables = (("Comparison", _COMPARED), ("Binary", _RECKONED))
    replaced = (
        f"Replace{kind}Operator_{old}_{new}"
        for kind, table in tables
        for old, others in table.items()
        for new in others
    )
    for name in (*_OTHERS, *replaced):
        yield name, known[name]()


EVERYWHERE: Final = {
    **dict(_of_cosmic_ray()),
    **{one.__name__: one() for one in (SwapName, SwapMembership, KeepEverything)},
}
IN_DECLARATIONS: Final = {
    **EVERYWHERE,
    **{one.__name__: one() for one in (DropItem, NextMember, MoveDay)},
}
