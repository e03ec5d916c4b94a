"""Imports: agencies, staff lists, roles, trainings and batches out of files that people fill in (docs/data.md)."""

from services.imports.counts import Counts, Progress
from services.imports.faults import FaultKey, ImportFault, ImportFaults
from services.imports.files import Tables, read_folder
from services.imports.load import LoadFolder, Report

__all__ = [
    "Counts",
    "FaultKey",
    "ImportFault",
    "ImportFaults",
    "LoadFolder",
    "Progress",
    "Report",
    "Tables",
    "read_folder",
]
