"""Faults on order: the next calls misbehave as a test or a bench asks."""

from dataclasses import asdict, dataclass
from itertools import count
from typing import Any

from sandbox.errors import ControlError, Refusal, bad_request, too_many_requests

KINDS = ("latency", "400", "404", "429", "5xx", "reset_before", "reset_after")
_TITLES = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}


@dataclass(slots=True)
class Fault:
    """One armed fault; `times` counts down to 0, a negative one never ends."""

    id: int
    kind: str
    method: str | None = None
    chat: int | None = None
    times: int = 1
    seconds: float = 0.0
    status: int = 500
    retry_after: int = 1
    description: str = "RICH_MESSAGE_UNSUPPORTED"

    def matches(self, method: str, chat: int | None) -> bool:
        wanted = self.method is None or self.method.lower() == method.lower()
        return self.times != 0 and wanted and self.chat in (None, chat)

    def refusal(self) -> Refusal | None:
        if self.kind == "400":
            return bad_request(self.description)
        if self.kind == "404":
            return Refusal(404, "Not Found: method not found")
        if self.kind == "429":
            return too_many_requests(self.retry_after)
        if self.kind == "5xx":
            return Refusal(self.status, _TITLES.get(self.status, "Internal Server Error"))
        return None


class Faults:
    """Those still armed, the oldest first."""

    def __init__(self) -> None:
        self._ids = count(1)
        self._armed: list[Fault] = []

    def arm(self, order: dict[str, Any]) -> Fault:
        """A fault from the control API's words; ControlError says what is wrong with them."""
        fields = {key: value for key, value in order.items() if value is not None}
        unknown = set(fields) - {"method", "chat", "kind", "times", "seconds", "status", "retry_after", "description"}
        if unknown:
            raise ControlError(f"A fault has no {', '.join(sorted(unknown))}.")
        if fields.get("kind") not in KINDS:
            raise ControlError(f"A fault's kind is one of {', '.join(KINDS)}.")
        if any(not isinstance(fields.get(name, 1), int) for name in ("chat", "times", "status", "retry_after")):
            raise ControlError("chat, times, status and retry_after of a fault are whole numbers.")
        if not isinstance(fields.get("description", "x"), str) or not fields.get("description", "x"):
            raise ControlError("description of a fault is a text.")
        if not isinstance(fields.get("seconds", 0), int | float) or fields.get("seconds", 0) < 0:
            raise ControlError("seconds of a fault is a number of 0 or more.")
        fault = Fault(id=next(self._ids), **fields)
        self._armed.append(fault)
        return fault

    def strike(self, method: str, chat: int | None) -> list[Fault]:
        """The faults that this call meets: every latency that fits, and the first of the others. They count down."""
        met: list[Fault] = []
        for fault in self._armed:
            if fault.matches(method, chat) and (fault.kind == "latency" or all(f.kind == "latency" for f in met)):
                met.append(fault)
        for fault in met:
            fault.times -= fault.times > 0
        self._armed = [fault for fault in self._armed if fault.times != 0]
        return met

    def rows(self) -> list[dict[str, Any]]:
        return [asdict(fault) for fault in self._armed]

    def clear(self) -> None:
        self._armed.clear()
