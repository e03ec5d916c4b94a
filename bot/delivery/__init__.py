"""Sends what the outbox owes, within Telegram's limits.

`Kinds` says how each kind of message reads and what holds for it; `Deliverer` is the worker.
"""

from bot.delivery.kinds import Deletion, Kind, Kinds, Media, Picture, Recipient, Rendered, Topic
from bot.delivery.worker import Deliverer

__all__ = ["Deletion", "Deliverer", "Kind", "Kinds", "Media", "Picture", "Recipient", "Rendered", "Topic"]
