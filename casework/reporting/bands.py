"""Words for percentages, and bands of days and months as they are published."""

from typing import Final

from attrs import frozen

# Care Inspectorate, services for looked after children in Jersey, fieldwork 2011.
WORDS: Final = (
    (90, "almost all"),
    (75, "most"),
    (50, "majority"),
    (35, "less than half"),
    (15, "some"),
    (0, "a few"),
)
"""From which percentage an inspector says which words."""


def words_for(percent: float) -> str:
    """Say a percentage in an inspector's words; it is not rounded first.

    Parameters
    ----------
    percent
        From 0 to 100.

    Examples
    --------
    >>> words_for(90), words_for(89.9), words_for(14)
    ('almost all', 'most', 'a few')
    """
    return next(words for least, words in WORDS if percent >= least)


@frozen
class Bands:
    """A scale of bands, as a return publishes it.

    Parameters
    ----------
    unit
        What is counted, such as `working days`.
    steps
        The words of each band, and the most that it holds; None for no limit.

    Examples
    --------
    >>> Bands("working days", (("0 to 10", 10), ("11 or more", None))).of(10)
    '0 to 10'
    """

    unit: str
    steps: tuple[tuple[str, float | None], ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The words of the bands, in their order."""
        return tuple(label for label, _ in self.steps)

    def of(self, number: float) -> str:
        """Give the band of a number."""
        return next(
            label for label, most in self.steps if most is None or number <= most
        )


ASSESSMENT: Final = Bands(
    "working days",
    (
        ("same day", 0),
        ("1 to 10", 10),
        ("11 to 20", 20),
        ("21 to 30", 30),
        ("31 to 40", 40),
        ("41 to 45", 45),
        ("46 to 50", 50),
        ("51 to 60", 60),
        ("61 or more", None),
    ),
)
"""How long an assessment took (DfE, table C2)."""

CONFERENCE: Final = Bands(
    "working days",
    (("0 to 10", 10), ("11 to 15", 15), ("16 to 20", 20), ("21 or more", None)),
)
"""From the strategy discussion to the initial conference (DfE, table C4)."""
