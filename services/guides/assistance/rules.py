"""Bantuan Kedinasan: the questions that a case needs, and what UU 30/2014, articles 35 to 37, makes of the answers.

How an emergency, secrecy and prohibitions are weighed: docs/decisions/0005-emergency-and-secrecy.md.
"""

from __future__ import annotations

from services.guides.assistance.model import (
    CHOICES,
    Answers,
    Because,
    Choice,
    Cost,
    Duty,
    Ground,
    Kind,
    Obstacle,
    Outcome,
    Purpose,
    Question,
    Side,
    Urgency,
)

BLOCKED: dict[Obstacle | None, Because] = {
    Obstacle.GRAVE: Because.GRAVE,
    Obstacle.SECRET: Because.SECRET,
    Obstacle.FORBIDDEN: Because.FORBIDDEN,
}


def choices(question: Question, answers: Answers) -> tuple[Choice, ...]:
    """What a question can be answered with. A disturbed performance is no choice in an emergency: it does not count."""
    every = CHOICES[question]
    if question is Question.OBSTACLE and answers.urgency is Urgency.EMERGENCY:
        return tuple(choice for choice in every if choice is not Obstacle.GRAVE)
    return every


def path(answers: Answers) -> tuple[Question, ...]:
    """The questions that this case needs; what is not answered yet counts as what needs most."""
    asked = [Question.SIDE, Question.PURPOSE]
    if answers.purpose is Purpose.PRIVATE:
        return tuple(asked)
    asked.append(Question.GROUND)
    if _no_ground(answers):
        return tuple(asked)
    asked.append(Question.URGENCY)
    if answers.side is not Side.ASKING:
        asked.append(Question.OBSTACLE)
    if _helps_or_could(answers):
        asked.append(Question.COST)
    return tuple(asked)


def kept(answers: Answers) -> Answers:
    """The answers without those that this case does not need or cannot have; buttons may be old or forged."""
    for question in Question:
        needed = question in path(answers) and answers.get(question) in choices(question, answers)
        if not needed:
            answers = answers.but(question, None)
    return answers


def next_question(answers: Answers) -> Question | None:
    """The first question that is still open, or None when all is known."""
    return next((question for question in path(answers) if answers.get(question) is None), None)


def outcome(answers: Answers) -> Outcome:
    """What follows; only of answers that leave no question open."""
    if next_question(answers) is not None:
        raise ValueError("a question is still open")
    if _no_ground(answers) or answers.purpose is Purpose.PRIVATE:
        return Outcome(Kind.OUTSIDE, _why_outside(answers))
    if answers.side is Side.ASKING:
        return _of_asking(answers)
    return _of_emergency(answers) if answers.urgency is Urgency.EMERGENCY else _of_ordinary(answers)


def _no_ground(answers: Answers) -> bool:
    """None of the five; the fourth, papers, counts for decisions and public service only."""
    if answers.ground is Ground.PAPERS:
        return answers.purpose is Purpose.DUTY
    return answers.ground is Ground.NONE


def _helps_or_could(answers: Answers) -> bool:
    """Whether a cost may arise: not where law keeps the help back and no emergency demands it."""
    barred = answers.obstacle in {Obstacle.SECRET, Obstacle.FORBIDDEN} and answers.side is not Side.ASKING
    return not barred or answers.urgency is Urgency.EMERGENCY


def _why_outside(answers: Answers) -> Because:
    if answers.purpose is Purpose.PRIVATE:
        return Because.PRIVATE
    return Because.PAPERS_FOR_OTHER_DUTY if answers.ground is Ground.PAPERS else Because.NO_GROUND


def _of_asking(answers: Answers) -> Outcome:
    usual = (*_cost(answers), Duty.ASKER_ANSWERS)
    if answers.urgency is Urgency.EMERGENCY:
        return Outcome(Kind.MAY_ASK, Because.EMERGENCY, (Duty.SAY_EMERGENCY, *usual))
    return Outcome(Kind.MAY_ASK, Because.GROUND, usual)


def _of_emergency(answers: Answers) -> Outcome:
    """Art. 36(3): no ground of refusal is left, yet what another law closes is not opened by it."""
    usual = (*_cost(answers), Duty.ASKER_ANSWERS)
    if answers.obstacle in BLOCKED:
        return Outcome(Kind.MUST_HELP_LAWFULLY, BLOCKED[answers.obstacle], (Duty.GIVE_LAWFULLY, *usual))
    return Outcome(Kind.MUST_HELP, Because.EMERGENCY, usual)


def _of_ordinary(answers: Answers) -> Outcome:
    """One of the three grounds allows a refusal (art. 36(1)); without one the duty to help holds."""
    if answers.obstacle not in BLOCKED:
        return Outcome(Kind.SHOULD_HELP, Because.NO_OBSTACLE, (*_cost(answers), Duty.ASKER_ANSWERS))
    because = BLOCKED[answers.obstacle]
    rest = _cost(answers, helping=False) if because is Because.GRAVE else (Duty.GIVE_THE_REST,)
    return Outcome(Kind.MAY_REFUSE, because, (Duty.WRITE_REASONS, *rest))


def _cost(answers: Answers, *, helping: bool = True) -> tuple[Duty, ...]:
    """Nothing about cost where there is none."""
    match answers.cost:
        case Cost.OPEN:
            return (Duty.AGREE_COST if helping else Duty.IF_HELPING_AGREE_COST,)
        case Cost.AGREED:
            return (Duty.RECORD_COST if helping else Duty.IF_HELPING_RECORD_COST,)
        case Cost.FREE | None:
            return ()
