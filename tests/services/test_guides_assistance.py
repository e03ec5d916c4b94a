"""Bantuan Kedinasan as a truth table: every combination of answers, walked question by question."""

from __future__ import annotations

from itertools import product

import pytest

from services.guides.assistance import (
    CHOICES,
    Answers,
    Because,
    Clause,
    Cost,
    Duty,
    Ground,
    Kind,
    Letter,
    Obstacle,
    Outcome,
    Purpose,
    Question,
    Side,
    Urgency,
    choices,
    kept,
    next_question,
    outcome,
    path,
)
from tests.support.guides import REFUSING, finished

DUTIES_OF_COST = {Duty.AGREE_COST, Duty.RECORD_COST, Duty.IF_HELPING_AGREE_COST, Duty.IF_HELPING_RECORD_COST}


ALL = tuple(finished())


def expected(case: Answers) -> tuple[Kind, Because]:
    """The law once more, read from its end: the rule of the test is written another way than the rule tested."""
    match case:
        case Answers(purpose=Purpose.PRIVATE):
            return Kind.OUTSIDE, Because.PRIVATE
        case Answers(ground=Ground.NONE):
            return Kind.OUTSIDE, Because.NO_GROUND
        case Answers(purpose=Purpose.DUTY, ground=Ground.PAPERS):
            return Kind.OUTSIDE, Because.PAPERS_FOR_OTHER_DUTY
        case Answers(side=Side.ASKING, urgency=Urgency.EMERGENCY):
            return Kind.MAY_ASK, Because.EMERGENCY
        case Answers(side=Side.ASKING):
            return Kind.MAY_ASK, Because.GROUND
        case Answers(urgency=Urgency.EMERGENCY, obstacle=Obstacle.NONE):
            return Kind.MUST_HELP, Because.EMERGENCY
        case Answers(urgency=Urgency.EMERGENCY, obstacle=Obstacle.SECRET):
            return Kind.MUST_HELP_LAWFULLY, Because.SECRET
        case Answers(urgency=Urgency.EMERGENCY, obstacle=Obstacle.FORBIDDEN):
            return Kind.MUST_HELP_LAWFULLY, Because.FORBIDDEN
        case Answers(obstacle=Obstacle.NONE):
            return Kind.SHOULD_HELP, Because.NO_OBSTACLE
        case Answers(obstacle=Obstacle.GRAVE):
            return Kind.MAY_REFUSE, Because.GRAVE
        case Answers(obstacle=Obstacle.SECRET):
            return Kind.MAY_REFUSE, Because.SECRET
        case _:
            return Kind.MAY_REFUSE, Because.FORBIDDEN


def result(*values: str) -> Outcome:
    """The outcome of answers given in the order of the questions they answer."""
    answers = Answers()
    for value in values:
        question = next_question(answers)
        assert question is not None
        answers = answers.but(question, next(c for c in choices(question, answers) if c.value == value))
    return outcome(answers)


def test_the_table_has_all_cases() -> None:
    private, outside = 2 * 1, 2 * (2 * 1 + 2)
    asking, asked = (5 + 5 + 4) * 2 * 3, (5 + 5 + 4) * ((2 * 3 + 2) + 3 * 3)

    assert len(ALL) == len(set(ALL)) == private + outside + asking + asked


@pytest.mark.parametrize("case", ALL, ids=str)
def test_every_case_comes_out_as_the_law_says(case: Answers) -> None:
    found = outcome(case)

    assert (found.kind, found.because) == expected(case)


@pytest.mark.parametrize(
    ("values", "kind", "duties"),
    [
        pytest.param(("asked", "private"), Kind.OUTSIDE, (), id="no official business"),
        pytest.param(
            ("asked", "service", "b", "no", "a", "open"),
            Kind.MAY_REFUSE,
            (Duty.WRITE_REASONS, Duty.IF_HELPING_AGREE_COST),
            id="gravely disturbed",
        ),
        pytest.param(
            ("asked", "service", "b", "no", "a", "agreed"),
            Kind.MAY_REFUSE,
            (Duty.WRITE_REASONS, Duty.IF_HELPING_RECORD_COST),
            id="gravely disturbed, though paid",
        ),
        pytest.param(
            ("asked", "decision", "d", "no", "b"),
            Kind.MAY_REFUSE,
            (Duty.WRITE_REASONS, Duty.GIVE_THE_REST),
            id="secret papers",
        ),
        pytest.param(
            ("asked", "decision", "d", "yes", "b", "free"),
            Kind.MUST_HELP_LAWFULLY,
            (Duty.GIVE_LAWFULLY, Duty.ASKER_ANSWERS),
            id="secret papers in an emergency",
        ),
        pytest.param(
            ("asked", "service", "b", "yes", "none", "open"),
            Kind.MUST_HELP,
            (Duty.AGREE_COST, Duty.ASKER_ANSWERS),
            id="an emergency",
        ),
        pytest.param(
            ("asked", "duty", "e", "no", "none", "agreed"),
            Kind.SHOULD_HELP,
            (Duty.RECORD_COST, Duty.ASKER_ANSWERS),
            id="nothing against it",
        ),
        pytest.param(
            ("asking", "duty", "c", "yes", "open"),
            Kind.MAY_ASK,
            (Duty.SAY_EMERGENCY, Duty.AGREE_COST, Duty.ASKER_ANSWERS),
            id="asking in an emergency",
        ),
    ],
)
def test_what_is_to_be_done_next(values: tuple[str, ...], kind: Kind, duties: tuple[Duty, ...]) -> None:
    found = result(*values)

    assert (found.kind, found.duties) == (kind, duties)


@pytest.mark.parametrize("kind", Kind)
def test_duties_clauses_and_letter_fit_the_outcome(kind: Kind) -> None:
    cases = [(case, found) for case in ALL if (found := outcome(case)).kind is kind]

    assert cases
    for case, found in cases:
        check_fit(case, found)


def check_fit(case: Answers, found: Outcome) -> None:
    letters = {Kind.OUTSIDE: None, Kind.MAY_ASK: Letter.REQUEST, Kind.MAY_REFUSE: Letter.REFUSAL}
    assert found.letter == letters.get(found.kind, Letter.REPLY)
    assert (Duty.WRITE_REASONS in found.duties) == (found.kind is Kind.MAY_REFUSE)
    assert (Clause.REASONS in found.clauses) == (found.kind is Kind.MAY_REFUSE)
    assert (Clause.EMERGENCY in found.clauses) == (case.urgency is Urgency.EMERGENCY)
    assert (Duty.ASKER_ANSWERS in found.duties) == (Clause.ANSWERABLE in found.clauses)
    assert not DUTIES_OF_COST & set(found.duties) or case.cost in {Cost.OPEN, Cost.AGREED}
    assert list(found.clauses) == sorted(set(found.clauses))


def test_nobody_may_refuse_in_an_emergency() -> None:
    urgent = [case for case in ALL if case.urgency is Urgency.EMERGENCY]

    assert {outcome(case).kind for case in urgent} == {Kind.MUST_HELP, Kind.MUST_HELP_LAWFULLY, Kind.MAY_ASK}
    assert Obstacle.GRAVE not in {case.obstacle for case in urgent}


@pytest.mark.parametrize(
    ("answers", "total"),
    [
        pytest.param(Answers(), 6, id="nothing known"),
        pytest.param(Answers(side=Side.ASKING), 5, id="who asks does not know the other's obstacles"),
        pytest.param(Answers(purpose=Purpose.PRIVATE), 2, id="no official business"),
        pytest.param(Answers(ground=Ground.NONE), 3, id="no ground"),
        pytest.param(Answers(purpose=Purpose.DUTY, ground=Ground.PAPERS), 3, id="papers for another duty"),
        pytest.param(Answers(obstacle=Obstacle.SECRET, urgency=Urgency.ORDINARY), 5, id="kept back by law"),
        pytest.param(Answers(obstacle=Obstacle.SECRET, urgency=Urgency.EMERGENCY), 6, id="in an emergency"),
    ],
)
def test_needless_questions_are_skipped(answers: Answers, total: int) -> None:
    assert len(path(answers)) == total


def test_any_mixture_of_answers_becomes_a_case_that_can_be_walked() -> None:
    every = product(*((None, *CHOICES[question]) for question in Question))

    for values in every:
        answers = kept(Answers(**dict(zip(Question, values, strict=True))))  # type: ignore[arg-type]
        assert kept(answers) == answers
        assert next_question(answers) is not None or answers in ALL


def test_a_changed_answer_takes_what_no_longer_fits_along() -> None:
    changed = kept(REFUSING.but(Question.URGENCY, Urgency.EMERGENCY))

    assert changed.obstacle is None
    assert changed.cost is Cost.OPEN
    assert next_question(changed) is Question.OBSTACLE


@pytest.mark.parametrize(
    "ground",
    [
        pytest.param(Ground.NOT_ALONE, id="cannot be done alone"),
        pytest.param(Ground.STAFF, id="too few people"),
        pytest.param(Ground.SKILL, id="not known how"),
        pytest.param(Ground.PAPERS, id="papers of another body"),
        pytest.param(Ground.MEANS, id="too big"),
    ],
)
def test_each_of_the_five_conditions_is_enough(ground: Ground) -> None:
    assert result("asking", "service", ground.value, "no", "free").kind is Kind.MAY_ASK


def test_there_is_no_outcome_while_a_question_is_open() -> None:
    with pytest.raises(ValueError, match="still open"):
        outcome(Answers(side=Side.ASKED))
