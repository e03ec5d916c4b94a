"""The draft of a superior's letter of recommendation, filled with what is known of the person and the training."""

from __future__ import annotations

from collections.abc import Mapping

from bot.letters.text import Draft, Pair, say
from services.papers import SeatPaper, day_told

FILE = "surat-rekomendasi.docx"


def superior_letter(seat: SeatPaper) -> Draft:
    """The letter to the host; what is not known is a blank to be filled in."""
    about = say("call-about-training", title=seat.title, number=str(seat.number))
    person = {
        "name": seat.name,
        "nip": seat.nip or say("superior-nip-blank"),
        "post": say("superior-post-blank"),
        "unit": seat.unit or say("superior-unit-blank"),
        "agency": seat.agency or say("agency"),
    }
    start, end = day_told(seat.starts_at, seat.zone, say), day_told(seat.ends_at, seat.zone, say)
    training = {
        "training": about,
        "time": start if start == end else say("superior-from-to", start=start, end=end),
        "place": seat.place,
        "host": seat.host,
    }
    return Draft(
        file=FILE,
        nature=say("nature-ordinary"),
        about=say("superior-about", title=seat.title),
        to=say("superior-to", host=seat.host),
        body=(
            say("superior-opening", superior=seat.superior or say("superior-name-blank")),
            *_pairs(person),
            say("superior-for"),
            *_pairs(training),
            say("superior-promise"),
            say("closing"),
        ),
        agency=seat.agency.upper() if seat.agency else None,
    )


def _pairs(known: Mapping[str, str | None]) -> tuple[Pair, ...]:
    return tuple(Pair(f"{say(f'superior-label-{key}')}\t{value}") for key, value in known.items() if value)
