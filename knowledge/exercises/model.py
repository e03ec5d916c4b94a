"""What open exercises are made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exercise:
    """A task without one right answer; `checklist` is what a good answer holds, `articles` what to read afterwards.

    `title_en` is empty where there is none.
    """

    id: str
    module: str
    title: str
    title_en: str
    ask: str
    checklist: tuple[str, ...]
    articles: tuple[str, ...]
