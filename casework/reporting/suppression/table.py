"""The numbers of a report as cells, and the sums that a reader can do with them."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeAlias

from attrs import Factory, define, evolve

Name: TypeAlias = tuple[str, int | None, str]
"""A measure, the number of the month or None for all of it, and what of its figure."""

Sum: TypeAlias = Mapping[int, int]
"""Cells, each with how many times it is added, that add up to nothing."""


@define
class Cells:
    """The numbers of a report, shown or only to be had by sums.

    Parameters
    ----------
    values
        How many, by the number of the cell: a whole number, for things are counted.
    shown
        The cells that the report prints.
    small
        The cells whose number is too small to be known.
    sums
        What a reader knows to add up.
    named
        Which cell each number of a figure is: the same words are the same cell.
    """

    values: list[int] = Factory(list)
    shown: set[int] = Factory(set)
    small: set[int] = Factory(set)
    sums: list[Sum] = Factory(list)
    named: dict[Name, int] = Factory(dict)
    _known: dict[Hashable, int] = Factory(dict)
    _same: dict[int, int] = Factory(dict)

    def cell(self, key: Hashable, value: int, *, small: bool) -> int:
        """Give the cell of some words and days, which may be a new one."""
        whole = key, value
        if whole not in self._known:
            self._known[whole] = len(self.values)
            self.values.append(value)
        number = self._known[whole]
        if small:
            self.small.add(number)
        return number

    def add_up(self, parts: Iterable[int], whole: int) -> None:
        """Say that some cells add up to another."""
        found: dict[int, int] = {whole: -1}
        for part in parts:
            found[part] = found.get(part, 0) + 1
        self.sums.append({cell: sign for cell, sign in found.items() if sign})

    def same(self, one: int, other: int) -> None:
        """Say that two cells are the same number, told in two ways."""
        self._same[self._first(one)] = self._first(other)

    def merged(self) -> "Cells":
        """Give the cells with those that are the same made one."""
        sums = (self._with_first(one) for one in self.sums)
        return Cells(
            values=self.values,
            shown=set(map(self._first, self.shown)),
            small=set(map(self._first, self.small)),
            sums=[one for one in sums if one],
            named={name: self._first(cell) for name, cell in self.named.items()},
        )

    def apart(self) -> Iterator["Cells"]:
        """Give the cells part by part: no sum goes from one part to another."""
        touching: dict[int, list[Sum]] = {}
        for one in self.sums:
            for cell in one:
                touching.setdefault(cell, []).append(one)
        while touching:
            sums, near = [], [next(iter(touching))]
            while near:
                found = touching.pop(near.pop(), [])
                sums += found
                near += [cell for one in found for cell in one if cell in touching]
            unique = {id(one): one for one in sums}
            yield evolve(self, sums=list(unique.values()))

    def _first(self, cell: int) -> int:
        while cell in self._same and self._same[cell] != cell:
            cell = self._same[cell]
        return cell

    def _with_first(self, one: Sum) -> Sum:
        found: dict[int, int] = {}
        for cell, sign in one.items():
            first = self._first(cell)
            found[first] = found.get(first, 0) + sign
        return {cell: sign for cell, sign in found.items() if sign}
