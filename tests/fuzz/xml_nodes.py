"""XML read in the plainest way, to count beside a reader what stands in a file."""

from collections.abc import Iterator
from typing import TypeAlias
from xml.parsers import expat

from attrs import Factory, define

Path: TypeAlias = tuple[str, ...]


@define(eq=False)
class Node:
    """An element: its name without a namespace, its line, and what stands in it."""

    name: str
    line: int
    texts: list[str] = Factory(list)
    inside: list["Node"] = Factory(list)
    whole: bool = False

    @property
    def text(self) -> str:
        """Its own text."""
        return "".join(self.texts).strip()

    def below(self) -> Iterator[tuple[Path, "Node"]]:
        """Give each element in it, with the path from here; however deep."""
        waiting = [((one.name,), one) for one in reversed(self.inside)]
        while waiting:
            path, node = waiting.pop()
            yield path, node
            waiting += [((*path, one.name), one) for one in reversed(node.inside)]


def nodes_in(data: bytes) -> tuple[Node, bool]:
    """Give what holds the outermost element, and whether the file is well-formed."""
    holder = Node("", 0)
    stack, parser = [holder], expat.ParserCreate()

    def start(name: str, _: object) -> None:
        node = Node(name.rpartition(":")[2], parser.CurrentLineNumber)
        stack[-1].inside.append(node)
        stack.append(node)

    def end(_: str) -> None:
        stack.pop().whole = True

    def text(said: str) -> None:
        stack[-1].texts.append(said)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return holder, False
    return holder, True
