"""Findings: what does not fit in a record is said; nothing is dropped or guessed."""

from pathlib import Path
from tempfile import TemporaryDirectory

from casework import read_jsonl
from casework.adapters.reading import Read

LINES = """\
{"format": "casework/1", "jurisdiction": "england", "child": {"id": "C-0010", \
"born": "2011-03-09"}, "events": [\
{"event": "referral_received", "at": "2025-09-01", "episode": "assessment-1"}, \
{"event": "assessment_completed", "at": "2025-10-06", "episode": "assessment-1"}, \
{"event": "tea_drunk", "at": "2025-10-07"}, \
{"event": "child_seen", "at": "2025-02-30", "episode": "assessment-1"}, \
{"event": "protection_plan_started", "at": "2010-01-04", "episode": "conference-1"}]}
{"format": "casework/1", "jurisdiction": "england", "child": {"id": "C-00
"""

with TemporaryDirectory() as folder:
    path = Path(folder) / "children.jsonl"
    path.write_text(LINES, encoding="utf-8")
    lines = list(read_jsonl(path).lines())

for line in lines:
    if isinstance(line, Read):
        print(f"Line {line.line}, child {line.journey.child.id}:")
        for found in line.journey.findings(as_at="2025-10-31"):
            print(f"  {found.severity} {found.code}: {found.what}")
        for one in line.journey.deadlines(as_at="2025-10-31"):
            print(f"  {one.rule}, due {one.due}: {one.status}")
    else:
        print(f"Line {line.line} was not read: {line.why}.")
