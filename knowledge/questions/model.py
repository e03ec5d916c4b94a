"""What questions are made of: one question with its options, and the bank of all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

LETTERS = "ABCD"


class Level(StrEnum):
    """What a question asks of a person: to remember, to understand, or to decide in a situation at work."""

    INGAT = "ingat"
    PAHAM = "paham"
    TERAPKAN = "terapkan"


class Use(StrEnum):
    """Where a question may turn up. Practice is apart from exams: who practises never meets a graded question."""

    ENTRY = "entry"
    MATERIAL = "material"
    FINAL = "final"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Question:
    """`options` stand in the order of their letters, `right` is the place of the right one among them."""

    id: str
    module: str
    article: str
    level: Level
    use: Use
    ask: str
    options: tuple[str, ...]
    right: int
    why: str


@dataclass(frozen=True, slots=True)
class Bank:
    """All questions, in the order of their modules' folders and of their files."""

    questions: tuple[Question, ...]
    by_id: Mapping[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {question.id: question for question in self.questions})

    def __len__(self) -> int:
        return len(self.questions)

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)

    def find(self, question_id: str) -> Question | None:
        """The question with this id; None when it was retired."""
        return self.by_id.get(question_id)

    def of(self, use: Use, module_id: str | None = None) -> tuple[Question, ...]:
        """The questions of this use, of one module or of all."""
        return tuple(q for q in self.questions if q.use is use and module_id in (None, q.module))

    def about(self, article_id: str, use: Use) -> tuple[Question, ...]:
        return tuple(q for q in self.questions if q.use is use and q.article == article_id)
