"""Announcements: who is meant, and a copy for each of them in the outbox."""

from services.broadcasts.fan_out import QueueCopies, QueueDue
from services.broadcasts.reach import CountAudience
from storage.repositories.broadcasts import KIND, Audience, Counted

__all__ = ["KIND", "Audience", "CountAudience", "Counted", "QueueCopies", "QueueDue"]
