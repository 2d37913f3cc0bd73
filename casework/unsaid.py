"""Words that are not said, and without which nobody can tell whether a rule begins."""

from collections.abc import Iterable, Iterator

from casework.dates import day_of
from casework.events import Event
from casework.findings import Finding, Severity
from casework.timescales import Setting


def unsaid(events: Iterable[Event], setting: Setting) -> Iterator[Finding]:
    """Say of which events a word is missing that a rule waits for.

    A child went missing, and nobody wrote down of which kind: whether a return
    interview is due cannot be told. Nothing is guessed, and the silence is said.
    """
    for event in events:
        for name in dict.fromkeys(name for name, _ in _wanted(event, setting)):
            if getattr(event, name) is None:
                yield _finding(event, name, setting)


def _wanted(event: Event, setting: Setting) -> Iterator[tuple[str, str]]:
    day = day_of(event.at, setting.zone)
    for name, rule in setting.law.words.get(type(event), ()):
        version = setting.law.version(rule, day)
        if version is not None and version.switched_on:
            yield name, rule


def _finding(event: Event, name: str, setting: Setting) -> Finding:
    rules = ", ".join(rule for one, rule in _wanted(event, setting) if one == name)
    return Finding(
        code="not_said",
        severity=Severity.NOTE,
        what=f"{event.name} does not say its {name}: nobody can tell whether this "
        f"begins: {rules}",
        expected=f"its {name}, where it is known",
        event=event.id,
    )
