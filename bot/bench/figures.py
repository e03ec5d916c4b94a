"""One measured figure, as tools read it."""

from __future__ import annotations

import json
from statistics import median


def figure(name: str, values: list[float], unit: str, baseline: list[float]) -> str:
    """A JSON line: medians of what was measured and of the baseline, and their ratio."""
    value, base = median(values), median(baseline)
    ratio = round(value / base, 3) if base else None
    return json.dumps(
        {"name": name, "value": round(value, 4), "unit": unit, "baseline": round(base, 4), "ratio": ratio}
    )
