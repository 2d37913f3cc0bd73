"""The benchmarks run, at a size at which they prove nothing; no time is asserted."""

import sys

import pytest

from benchmarks.__main__ import HEADS, NAMES, TINY, main
from benchmarks.histories import history, what_comes_next

# What a benchmark is compared with, where it is not needed for anything else.
PEERS = {"moves": ("statemachine",), "working_days": ("numpy",)}


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_runs_and_prints_its_table(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each prints the heading and a line for each thing that it measures."""
    if name == "census" and sys.platform == "win32":
        pytest.skip("the memory of a process is asked in another way there")
    for peer in PEERS.get(name, ()):
        pytest.importorskip(peer)
    main([TINY, name])
    printed = capsys.readouterr()
    heading, *lines = printed.out.splitlines()
    assert heading.split() == [head for head in HEADS if head]
    assert lines


def test_a_benchmark_whose_peer_is_missing_says_what_to_install(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Leave with 0, and with the name of the extra that has the peers."""
    main(["no_such_peer"])
    assert "install the extra `bench`" in capsys.readouterr().out


@pytest.mark.parametrize("length", [10, 55, 100])
def test_the_histories_are_lawful(length: int) -> None:
    """Every event is allowed where it stands, and so is every one that comes next."""
    journey = history(length).record(*what_comes_next(length))
    assert (length + 12, ()) == (len(journey.chronology.events), journey.findings())


def test_a_history_is_made_of_whole_rounds() -> None:
    """A length between two rounds is refused, with what a length is."""
    with pytest.raises(ValueError, match="11 events are not the last ten and whole"):
        history(11)
