"""What an article made of a question and its answers would say. Pure; it is looked at before anything is kept."""

from __future__ import annotations

import html
import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from services.catalogue.words import fold
from services.errors import Refusal
from services.faq.striking import strike
from services.knowledge.wording import wording_of
from services.letters import count, cut
from storage.repositories.faqs import Said

LONGEST_TITLE: Final = 110
LONGEST_ANSWER: Final = 300
LONGEST_BODY: Final = 2000
LONGEST_ALIAS: Final = 80
MOST_ALIASES: Final = 12

ASKER, TEAM = "asker", "team"
_LINK = re.compile(r"""<a\s+href=["'](https?://[^"']+)["']>(.*?)</a>""", re.IGNORECASE | re.DOTALL)
_MENTION = re.compile(r"""<a\s+href=["']tg://user\?id=\d+["']>(.*?)</a>""", re.IGNORECASE | re.DOTALL)
"""Somebody without a name of their own for links: the words are what they call themselves."""
_TAG = re.compile(r"<[^>]*>")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The words of a draft. `struck`: in how many places something personal was; `mark` names just these words."""

    title: str
    answer: str
    body: str = ""
    aliases: tuple[str, ...] = ()
    struck: int = 0

    @property
    def mark(self) -> int:
        """A number that changes with the words."""
        return mark_of(self.title, self.answer, self.body, *self.aliases)


def mark_of(*words: str) -> int:
    """A number that changes with the words, for what may not keep them."""
    return zlib.crc32("\x00".join(words).encode()) & 0x7FFFFFFF


def propose(title: str, said: Sequence[Said], names: Iterable[str]) -> Proposal:
    """Of the last question that was answered, and its answers; raises Refusal("faq-not-answered").

    What was only said out of courtesy ("terima kasih" and its answer) is passed over.
    """
    question, answers = _last_answered(said)
    names = (*names, *(name for one in said for name in _mentioned(one.body)))
    asked, told, named = (strike(text, names) for text in (question, "\n\n".join(answers), title))
    heading = title_of(asked.text or named.text or told.text)  # a picture asks without words
    answer, body = _short_of(told.text)
    other = clipped(" ".join(named.text.split()), LONGEST_ALIAS)
    aliases = (other,) if fold(other) not in {"", fold(heading)} else ()
    return Proposal(title=heading, answer=answer, body=body, aliases=aliases, struck=asked.count + told.count)


def title_of(question: str) -> str:
    """What asks, or else the first sentence that says something, with a capital."""
    sentences = _SENTENCE.split(" ".join(question.split()))
    asking = [one for one in sentences if one.endswith("?")]
    telling = [one for one in sentences if wording_of(one)]
    chosen = clipped(next(iter([*asking, *telling, *sentences])), LONGEST_TITLE)
    return chosen[:1].upper() + chosen[1:]


def clipped(text: str, longest: int) -> str:
    """The text, cut at the end of a word where it is too long."""
    if count(text) <= longest:
        return text
    short = cut(text, longest - 1)
    whole = short.rpartition(" ")[0] or short
    return f"{whole.rstrip(' ,;:.–-')}…"


def plain(told: str) -> str:
    """Telegram's HTML as plain text; an address behind a word stands after it."""
    shown = _LINK.sub(lambda match: match[2] if match[1] in match[2] else f"{match[2]} ({match[1]})", told)
    return html.unescape(_TAG.sub("", shown)).strip()


def _mentioned(told: str) -> list[str]:
    return [html.unescape(_TAG.sub("", name)) for name in _MENTION.findall(told)]


def _last_answered(said: Sequence[Said]) -> tuple[str, list[str]]:
    """Turn by turn from the end."""
    turns: list[tuple[list[str], list[str]]] = []
    for one in said:
        if one.side == ASKER and (not turns or turns[-1][1]):
            turns.append(([], []))
        if turns and (text := plain(one.body)):
            turns[-1][one.side == TEAM].append(text)
    answered = [(" ".join(asked), answers) for asked, answers in turns if answers]
    if not answered:
        raise Refusal("faq-not-answered")
    return next((turn for turn in reversed(answered) if wording_of(turn[0])), answered[-1])


def _short_of(told: str) -> tuple[str, str]:
    """The short answer, and the whole where it leaves something out."""
    flat = " ".join(told.split())
    if count(flat) <= LONGEST_ANSWER:
        return flat, ""
    short = ""
    for sentence in _SENTENCE.split(flat):
        if count(f"{short} {sentence}".strip()) > LONGEST_ANSWER:
            break
        short = f"{short} {sentence}".strip()
    return short or clipped(flat, LONGEST_ANSWER), clipped(told, LONGEST_BODY)
