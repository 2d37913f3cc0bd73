"""Who publishes a measure, or has defined it so; and words that many measures share."""

from typing import Final

DFE_CIN: Final = (
    "Department for Education, Children in need (Explore Education Statistics)"
)
DFE_CLA: Final = (
    "Department for Education, Children looked after in England (Explore Education "
    "Statistics)"
)
ADVISER_2019: Final = (
    "Independent adviser to Jersey children's services, report of November 2019"
)
ADVISER_2020: Final = (
    "Independent adviser to Jersey children's services, report of October 2020"
)
INSPECTORATE_2011: Final = (
    "Care Inspectorate, services for looked after children in Jersey, fieldwork 2011"
)
FOI: Final = "Government of Jersey, answers under the Freedom of Information Law"
ASSEMBLY: Final = "States Assembly of Jersey, written answer WQ.520/2019"
HERE: Final = "This library's own count: no source that was read defines it"

AREA: Final = "children in the area"
