"""A whole life in care: every deadline from thirteen to twenty-five, and how it stood.

The events are in data/whole_life.jsonl, and everybody in them is invented: a child is
looked after from 13, moves twice, goes missing once, is in secure accommodation for 60
hours over a Sunday, leaves care at 18 and is supported to 25.
"""

from collections import Counter
from pathlib import Path

from casework import jersey, read_jsonl
from casework.calendars import SchoolTerms, Term

LIFE = Path(__file__).parent / "data" / "whole_life.jsonl"
THE_END = "2032-06-01"

# No package can know the terms of a school: whoever asks supplies them.
TERMS = SchoolTerms(
    [
        term
        for year in range(2020, 2025)
        for term in (
            Term(f"{year}-09-04", f"{year}-12-18"),
            Term(f"{year + 1}-01-05", f"{year + 1}-03-28"),
            Term(f"{year + 1}-04-15", f"{year + 1}-07-18"),
        )
    ],
    source="an invented school",
)

[life] = [one.under(jersey.with_terms(TERMS)) for one in read_jsonl(LIFE)]
counted: Counter[str] = Counter()
for one in life.deadlines(as_at=THE_END):
    counted[one.status.value] += 1
    due, done = one.due or "without a number", one.met or one.ended
    print(f"{one.rule} {one.occurrence}: {one.starts}, due {due}, {one.status} {done}")
print("In all", counted.total(), dict(counted))
print("Findings:", len(life.findings(as_at=THE_END)))
