"""What can go wrong, each error saying what happened, where, and what to do."""


class CaseworkError(Exception):
    """Something that casework refuses to guess about."""


class BadDate(CaseworkError, ValueError):
    """A day or a moment could not be read."""


class NaiveMoment(BadDate):
    """A moment came without its offset from UTC, so its day is not known."""


class BadPeriod(CaseworkError, ValueError):
    """A length of time is not one that the law counts."""


class CalendarNotKnown(CaseworkError, LookupError):
    """A day lies outside the years for which the holidays are known."""


class TermsNotKnown(CaseworkError, LookupError):
    """A day lies outside the school terms that were supplied."""


class BadEvent(CaseworkError, ValueError):
    """An event is not in the vocabulary, or one of its fields is not."""


class BadChronology(CaseworkError, ValueError):
    """A child's record could not be read as it stands."""


class BadFile(CaseworkError, ValueError):
    """A file is not what it was said to be, or ends before its end.

    Parameters
    ----------
    why
        What is wrong with it.
    file, line
        Where it goes wrong, if a line of it does.
    """

    def __init__(
        self, why: str, file: str | None = None, line: int | None = None
    ) -> None:
        """Keep the parts, so that a listing has the place in columns of its own."""
        self.why = why
        self.file = file
        self.line = line
        super().__init__(why, file, line)

    def __str__(self) -> str:
        """Say where, if a line is known, and what is wrong."""
        return f"{self.file}, line {self.line}: {self.why}" if self.line else self.why


class BadTable(CaseworkError, ValueError):
    """A table of TOML that cannot be read, or says what it cannot say."""


class BadOverlay(CaseworkError, ValueError):
    """A local change to the law pack is not allowed, or is not readable."""


class BadScenario(CaseworkError, ValueError):
    """A scenario of a simulation is not readable, or says what cannot be."""


class BadReport(CaseworkError, ValueError):
    """A report is asked for what it cannot say."""


class BadLaw(CaseworkError, ValueError):
    """A rule or a stage is declared in a way that cannot work."""


class Ambiguous(CaseworkError, LookupError):
    """More than one thing could be meant, and none is chosen by guess."""


class NotFound(CaseworkError, LookupError):
    """Nothing of that name is here."""


class NotAllowed(CaseworkError):
    """A move that the child's journey does not allow from where it stands.

    Parameters
    ----------
    event
        The event's name, as in the vocabulary.
    state
        Where the episode stood, in words.
    why
        Why the move is not allowed.
    allowed
        The events that are allowed instead.
    """

    def __init__(
        self, event: str, state: str, why: str, allowed: tuple[str, ...] = ()
    ) -> None:
        """Keep the parts, so that a host can show them in its own words."""
        self.event = event
        self.state = state
        self.why = why
        self.allowed = allowed
        super().__init__(event, state, why, allowed)

    def __str__(self) -> str:
        """Say what was tried, where, why not, and what may happen instead."""
        instead = ", ".join(self.allowed) or "nothing"
        return (
            f"{self.event} is not allowed in state {self.state!r}: {self.why}. "
            f"What may happen here: {instead}."
        )
