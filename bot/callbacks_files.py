"""What the buttons around files carry. Who may press is asked at every press."""

from __future__ import annotations

from typing import Literal

from aiogram.filters.callback_data import CallbackData

TableKey = Literal["roster", "trainings", "batches"]
"""What can be sent in and fetched as a file."""


class Files(CallbackData, prefix="fh"):
    """What can be sent in and fetched."""


class OpenTable(CallbackData, prefix="fk"):
    """One kind of file: what stands in it."""

    table: TableKey


class UploadTable(CallbackData, prefix="fu"):
    """Ask for a file."""

    table: TableKey


class SampleTable(CallbackData, prefix="fs"):
    """Send a file to be filled in."""

    table: TableKey


class DownloadTable(CallbackData, prefix="fd"):
    """Send what the own agency has."""

    table: TableKey
