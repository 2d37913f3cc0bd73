"""What was known on the due day, beside what is known now, and why they differ."""

from casework.hindsight.compliance import Compliance, compliance
from casework.hindsight.learnt import How, Learnt
from casework.hindsight.looking import Hindsight, look_back

__all__ = ["Compliance", "Hindsight", "How", "Learnt", "compliance", "look_back"]
