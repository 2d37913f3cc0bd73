"""Jersey and England: whose law, whose calendar, which zone, which words."""

from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, Union

from attrs import evolve, field, frozen

from casework.errors import NotFound

if TYPE_CHECKING:
    from casework.calendars import Calendar, SchoolTerms
    from casework.law import Law


class _Printer(Protocol):
    def text(self, text: str) -> None: ...


@frozen(kw_only=True)
class Jurisdiction:
    """A place with its own law for children.

    Law and calendar are loaded when they are first used, so that naming a
    jurisdiction costs nothing.

    Parameters
    ----------
    name
        `jersey` or `england`, as files say it.
    title
        As a reader would say it.
    zone
        The zone in which its days begin and end.
    own_law, own_calendar, terms
        Rules, working days and school terms of the host's own, where it has them.

    Examples
    --------
    >>> from casework import jersey
    >>> jersey.zone
    'Europe/Jersey'
    """

    name: str
    title: str
    zone: str
    own_law: Union["Law", None] = field(default=None, repr=False)
    own_calendar: Union["Calendar", None] = field(default=None, repr=False)
    terms: Union["SchoolTerms", None] = field(default=None, repr=False)

    def _repr_pretty_(self, printer: "_Printer", *_: object) -> None:
        # Hypothesis and IPython would write out every rule of an overlaid law.
        printer.text(repr(self))

    @property
    def law(self) -> "Law":
        """Its rules, as shipped or as overlays made them."""
        if self.own_law is not None:
            return self.own_law
        law: Law = import_module(f"casework.law.{self.name}").LAW
        return law

    @property
    def calendar(self) -> "Calendar":
        """Its working days."""
        if self.own_calendar is not None:
            return self.own_calendar
        module = import_module(f"casework.calendars.{self.name}")
        calendar: Calendar = getattr(module, f"{self.name}_calendar")()
        return calendar

    def with_law(self, law: "Law") -> "Jurisdiction":
        """Give the jurisdiction with other rules, such as an overlay makes."""
        return evolve(self, own_law=law)

    def with_calendar(self, calendar: "Calendar") -> "Jurisdiction":
        """Give the jurisdiction with other working days."""
        return evolve(self, own_calendar=calendar)

    def with_terms(self, terms: "SchoolTerms") -> "Jurisdiction":
        """Give the jurisdiction with school terms, which no package can know."""
        return evolve(self, terms=terms)


jersey: Final = Jurisdiction(name="jersey", title="Jersey", zone="Europe/Jersey")
england: Final = Jurisdiction(name="england", title="England", zone="Europe/London")

JURISDICTIONS: Final = {one.name: one for one in (jersey, england)}


def jurisdiction(name: str) -> Jurisdiction:
    """Give a jurisdiction by the name that files use.

    Raises
    ------
    NotFound
        When there is none of that name.

    Examples
    --------
    >>> jurisdiction("england").title
    'England'
    """
    if name not in JURISDICTIONS:
        known = " or ".join(JURISDICTIONS)
        raise NotFound(f"{name!r} is not a jurisdiction; say {known}")
    return JURISDICTIONS[name]
