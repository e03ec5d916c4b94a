"""Bantuan Kedinasan: questions, answers, and what can come out, as keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType


class Side(StrEnum):
    """Who is asking the guide."""

    ASKED = "asked"
    ASKING = "asking"


class Purpose(StrEnum):
    """What the help is for."""

    DECISION = "decision"
    SERVICE = "service"
    DUTY = "duty"
    PRIVATE = "private"


class Ground(StrEnum):
    """Why the one who asks cannot do it alone: the letters of art. 35(1)."""

    NOT_ALONE = "a"
    STAFF = "b"
    SKILL = "c"
    PAPERS = "d"
    MEANS = "e"
    NONE = "none"


class Urgency(StrEnum):
    """Whether the help is needed in an emergency (art. 36(3))."""

    EMERGENCY = "yes"
    ORDINARY = "no"


class Obstacle(StrEnum):
    """What keeps the one who is asked from helping: the letters of art. 36(1)."""

    GRAVE = "a"
    SECRET = "b"  # noqa: S105 - a letter of the law
    FORBIDDEN = "c"
    NONE = "none"


class Cost(StrEnum):
    """Who bears the cost (art. 35(2))."""

    AGREED = "agreed"
    OPEN = "open"
    FREE = "free"


class Question(StrEnum):
    """The questions, in their order; named as the fields of `Answers`."""

    SIDE = "side"
    PURPOSE = "purpose"
    GROUND = "ground"
    URGENCY = "urgency"
    OBSTACLE = "obstacle"
    COST = "cost"


Choice = Side | Purpose | Ground | Urgency | Obstacle | Cost

CHOICES: Mapping[Question, tuple[Choice, ...]] = MappingProxyType(
    {
        Question.SIDE: tuple(Side),
        Question.PURPOSE: tuple(Purpose),
        Question.GROUND: tuple(Ground),
        Question.URGENCY: tuple(Urgency),
        Question.OBSTACLE: tuple(Obstacle),
        Question.COST: tuple(Cost),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What has been answered so far."""

    side: Side | None = None
    purpose: Purpose | None = None
    ground: Ground | None = None
    urgency: Urgency | None = None
    obstacle: Obstacle | None = None
    cost: Cost | None = None

    def get(self, question: Question) -> Choice | None:
        """The answer to one question."""
        answer: Choice | None = getattr(self, question)
        return answer

    def but(self, question: Question, answer: Choice | None) -> Answers:
        """The same with another answer to one question, or with none."""
        return replace(self, **{str(question): answer})  # type: ignore[arg-type] # by name, and read by `choices`


class Kind(StrEnum):
    """What comes out."""

    OUTSIDE = "outside"
    MAY_ASK = "may-ask"
    MUST_HELP = "must-help"
    MUST_HELP_LAWFULLY = "must-help-lawfully"
    SHOULD_HELP = "should-help"
    MAY_REFUSE = "may-refuse"


class Because(StrEnum):
    """The fact that decided."""

    PRIVATE = "private"
    NO_GROUND = "no-ground"
    PAPERS_FOR_OTHER_DUTY = "papers-for-other-duty"
    GROUND = "ground"
    EMERGENCY = "emergency"
    NO_OBSTACLE = "no-obstacle"
    GRAVE = "grave"
    SECRET = "secret"  # noqa: S105 - a ground of refusal
    FORBIDDEN = "forbidden"


class Duty(StrEnum):
    """What is to be done, or kept in mind, next."""

    SAY_EMERGENCY = "say-emergency"
    GIVE_LAWFULLY = "give-lawfully"
    WRITE_REASONS = "write-reasons"
    GIVE_THE_REST = "give-the-rest"
    AGREE_COST = "agree-cost"
    RECORD_COST = "record-cost"
    IF_HELPING_AGREE_COST = "if-helping-agree-cost"
    IF_HELPING_RECORD_COST = "if-helping-record-cost"
    ASKER_ANSWERS = "asker-answers"


class Letter(StrEnum):
    """The letter that fits."""

    REQUEST = "request"
    REPLY = "reply"
    REFUSAL = "refusal"


class Clause(StrEnum):
    """Clauses of UU 30/2014, as `article-paragraph`."""

    GROUNDS = "35-1"
    COST = "35-2"
    REFUSING = "36-1"
    REASONS = "36-2"
    EMERGENCY = "36-3"
    ANSWERABLE = "37"


LETTERS = {Kind.OUTSIDE: None, Kind.MAY_ASK: Letter.REQUEST, Kind.MAY_REFUSE: Letter.REFUSAL}
CLAUSES_OF_KIND = {
    Kind.MUST_HELP: {Clause.EMERGENCY},
    Kind.MUST_HELP_LAWFULLY: {Clause.REFUSING, Clause.EMERGENCY},
    Kind.SHOULD_HELP: {Clause.REFUSING},
    Kind.MAY_REFUSE: {Clause.REFUSING},
}
CLAUSE_OF_DUTY = {
    Duty.SAY_EMERGENCY: Clause.EMERGENCY,
    Duty.GIVE_LAWFULLY: Clause.REFUSING,
    Duty.WRITE_REASONS: Clause.REASONS,
    Duty.GIVE_THE_REST: Clause.REFUSING,
    Duty.AGREE_COST: Clause.COST,
    Duty.RECORD_COST: Clause.COST,
    Duty.IF_HELPING_AGREE_COST: Clause.COST,
    Duty.IF_HELPING_RECORD_COST: Clause.COST,
    Duty.ASKER_ANSWERS: Clause.ANSWERABLE,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from the answers."""

    kind: Kind
    because: Because
    duties: tuple[Duty, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that it rests on, in the law's order."""
        of_because = {Clause.REFUSING} if self.because is Because.GROUND else set()
        of_duties = {CLAUSE_OF_DUTY[duty] for duty in self.duties}
        return tuple(sorted({Clause.GROUNDS} | CLAUSES_OF_KIND.get(self.kind, set()) | of_because | of_duties))

    @property
    def letter(self) -> Letter | None:
        """The letter that fits, if one is called for."""
        return LETTERS.get(self.kind, Letter.REPLY)
