"""The payload of a shared training: `t.me/<bot>?start=p_<batch id>`."""

from __future__ import annotations

import re

PAYLOAD = re.compile(r"p_([1-9][0-9]{0,8})", re.ASCII)


def share_payload(batch_id: int) -> str:
    """What stands after `start=` in a link to this batch."""
    return f"p_{batch_id}"


def batch_of_payload(payload: str) -> int | None:
    """The batch a payload names, or None where it is none of ours."""
    match = PAYLOAD.fullmatch(payload)
    return int(match[1]) if match else None
