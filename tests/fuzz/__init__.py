"""Fuzzing of every reader: whatever a file holds, nothing crashes, hangs or is lost.

`python -m tests.fuzz READER --minutes 10` runs it; `tests/test_fuzz.py` goes through
what the runs have found, and tries a little more.
"""
