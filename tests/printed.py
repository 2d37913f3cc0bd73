"""Compares what was printed with what a page shows."""

import doctest


def matches(shown: str, printed: str) -> bool:
    """Whether what was printed is what is shown.

    `...` in what is shown stands for anything; spaces at the ends of lines are left
    aside.
    """
    want, got = (
        "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"
        for text in (shown, printed)
    )
    return doctest.OutputChecker().check_output(want, got, doctest.ELLIPSIS)
