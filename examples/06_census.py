"""A children in need census, read a child at a time and counted by rule and status."""

from collections import Counter
from pathlib import Path

from casework.adapters.cin import read_cin
from casework.adapters.reading import Read

CENSUS = Path(__file__).parent / "data" / "cin_2025_whole.xml"

children = 0
counted: Counter[tuple[str, str]] = Counter()
found: Counter[str] = Counter()

for line in read_cin(CENSUS):
    if isinstance(line, Read):
        children += 1
        for deadline in line.journey.deadlines(as_at="2025-03-31"):
            counted[deadline.rule, deadline.status.value] += 1
        everything = (*line.findings, *line.journey.findings(as_at="2025-03-31"))
        found.update(finding.code for finding in everything)

print(f"{children} children")
for (rule, status), number in sorted(counted.items()):
    print(f"{rule:28} {status:13} {number:4}")

print("\nWhat does not fit:")
for code, number in sorted(found.items()):
    print(f"{code:28} {number:4}")
