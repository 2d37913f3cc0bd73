"""Reports: the figures that managers and inspectors ask for, with what they rest on."""

from casework.reporting.choices import Choices
from casework.reporting.figure import Figure
from casework.reporting.measure import Measure
from casework.reporting.report import Report, report
from casework.reporting.span import Span
from casework.reporting.suppression import suppress

__all__ = ["Choices", "Figure", "Measure", "Report", "Span", "report", "suppress"]
