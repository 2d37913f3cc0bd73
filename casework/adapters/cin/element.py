"""An element of a return: its name, its text, its line, and what stands in it."""

from attrs import Factory, define


@define(eq=False)
class Element:
    """An element of the census: its name, its text, and what stands in it.

    Parameters
    ----------
    name
        Its name, without a namespace.
    line
        The line of the file on which it begins.
    text
        Its text without the space around it; empty where it says nothing.
    children
        The elements in it, in file order.

    Examples
    --------
    >>> Element(name="Reviews", line=4).named("CPPreviewDate")
    []
    """

    name: str
    line: int
    text: str = ""
    children: list["Element"] = Factory(list)

    def named(self, name: str) -> list["Element"]:
        """Give the elements of a name that stand directly in it and say something."""
        return [one for one in self.children if one.name == name and one.says]

    def value(self, name: str) -> str | None:
        """Give the text of the first element of a name, or None if it has none."""
        return next((one.text for one in self.named(name)), None)

    @property
    def says(self) -> bool:
        """Whether anything is in it; an empty element is as good as none."""
        return bool(self.text or self.children)

    def below(self) -> list["Element"]:
        """Give every element in it, at any depth, in file order."""
        found: list[Element] = []
        for one in self.children:
            found.append(one)
            if one.children:
                found += one.below()
        return found

    def as_xml(self) -> str:
        """Write it out again, to show what could not be read."""
        inside = self.text + "".join(one.as_xml() for one in self.children)
        safe = inside if self.children else _escaped(inside)
        return f"<{self.name}>{safe}</{self.name}>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
