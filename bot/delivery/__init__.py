"""Sends what the outbox owes, within Telegram's limits.

`Kinds` says how each kind of message reads and what holds for it; `Deliverer` is the worker.
"""

from bot.delivery.kinds import (
    Deletion,
    Document,
    Erasure,
    Kind,
    Kinds,
    Media,
    Picture,
    Recipient,
    Rendered,
    Topic,
    TopicChange,
)
from bot.delivery.worker import Deliverer

__all__ = [
    "Deletion",
    "Deliverer",
    "Document",
    "Erasure",
    "Kind",
    "Kinds",
    "Media",
    "Picture",
    "Recipient",
    "Rendered",
    "Topic",
    "TopicChange",
]
