"""Planning trainings together: drafts, the secretariat's decisions, committed seats, a host."""

from services.planning.hosted import HostedTrainings
from storage.repositories.planning import HostedTraining

__all__ = ["HostedTraining", "HostedTrainings"]
