"""The ten provinces of Mitra Praja Utama with the numbers of their civil servants (BKN, December 2016)."""

from __future__ import annotations

from services.seats import Method, Party, SeatRule

PNS = {
    "Jabar": 333952,
    "DKI": 72767,
    "Jateng": 356645,
    "DIY": 53743,
    "Jatim": 389663,
    "Bali": 72096,
    "Lampung": 105965,
    "NTB": 79327,
    "Banten": 77040,
    "NTT": 111198,
}


def rule_of(method: Method, sizes: dict[str, int] | None = None) -> SeatRule:
    """A rule for these parties; for the ten provinces where none are named."""
    parties = tuple(Party(key, size) for key, size in (PNS if sizes is None else sizes).items())
    return SeatRule(method=method, parties=parties)
