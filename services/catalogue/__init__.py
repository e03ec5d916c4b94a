"""The training catalogue: what can be joined, found by filter, by name or by link."""

from services.catalogue.browse import FilterChoices, GetCard, ListBatches, NearestMonth
from services.catalogue.links import batch_of_payload, share_payload
from services.catalogue.model import (
    BatchCard,
    BatchLine,
    Choices,
    Filter,
    Host,
    Page,
    Registration,
    RegistrationState,
    Seats,
    SeatsKind,
)
from services.catalogue.search import FindBatch, SearchTrainings, Similar

__all__ = [
    "BatchCard",
    "BatchLine",
    "Choices",
    "Filter",
    "FilterChoices",
    "FindBatch",
    "GetCard",
    "Host",
    "ListBatches",
    "NearestMonth",
    "Page",
    "Registration",
    "RegistrationState",
    "SearchTrainings",
    "Seats",
    "SeatsKind",
    "Similar",
    "batch_of_payload",
    "share_payload",
]
