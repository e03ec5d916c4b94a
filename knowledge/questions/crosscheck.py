"""Checks that need all questions: ids, articles, doubles, and what a module's questions have in common."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import ceil

from rapidfuzz import fuzz

from knowledge.articles.faults import Fault
from knowledge.questions.model import LETTERS, Level, Question, Use
from knowledge.questions.reading import Draft

# Two questions are one when their stems are alike, or alike enough with the same answer.
SAME_STEM, SAME_WHOLE = 93, 88
# No letter holds, and no length gives away, more than this share of a module's right answers.
MOST = 0.4
ENOUGH_FOR_ALL_LETTERS = 12


def crosscheck(drafts: Sequence[Draft], articles: Mapping[str, str], faults: list[Fault]) -> frozenset[str]:
    """Adds to `faults` what is wrong between questions; gives the ids of those that cannot be asked.

    `articles` are the modules of all articles, also of those that cannot be read.
    """
    broken = {fault.file for fault in faults}
    dead = frozenset(draft.question.id for draft in drafts if not _check_article(draft, articles, faults))
    _check_ids(drafts, faults)
    _check_doubles(drafts, faults)
    modules: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.file not in broken:  # what is told of the whole would be wrong while a part cannot be read
            modules[draft.question.module].append(draft)
    for of_module in modules.values():
        _check_letters(of_module, faults)
        _check_lengths(of_module, faults)
        _check_levels(of_module, faults)
    return dead


def _check_article(draft: Draft, articles: Mapping[str, str], faults: list[Fault]) -> bool:
    question = draft.question
    home = articles.get(question.article)
    if home is None:
        message = f"no article has the id `{question.article}`"
    elif home != question.module:
        message = f"the article `{question.article}` is one of {home}; ask about it there"
    else:
        return True
    faults.append(Fault(draft.file, draft.article_line, message))
    return False


def _check_ids(drafts: Sequence[Draft], faults: list[Fault]) -> None:
    first: dict[str, Draft] = {}
    for draft in drafts:
        other = first.setdefault(draft.question.id, draft)
        if other is not draft:
            faults.append(Fault(draft.file, draft.line, f"the id `{draft.question.id}` is taken by {_place(other)}"))


def _check_doubles(drafts: Sequence[Draft], faults: list[Fault]) -> None:
    wholes = [(draft, f"{draft.question.ask} {_right(draft.question)}".casefold()) for draft in drafts]
    for (one, first), (other, second) in combinations(wholes, 2):
        same = fuzz.token_sort_ratio(first, second, score_cutoff=SAME_WHOLE) or fuzz.ratio(
            one.question.ask.casefold(), other.question.ask.casefold(), score_cutoff=SAME_STEM
        )
        if same:
            faults.append(Fault(other.file, other.line, f"asks nearly what {_place(one)} asks"))


def _check_letters(drafts: Sequence[Draft], faults: list[Fault]) -> None:
    count = Counter(LETTERS[draft.question.right] for draft in drafts)
    told = ", ".join(f"{letter} {count[letter]}" for letter in LETTERS)
    letter, times = count.most_common(1)[0]
    if times > _most(len(drafts)):
        message = f"the right answer is {letter} in {times} of {len(drafts)} questions ({told})"
        faults.append(_of_file(drafts, f"{message}; at most {_most(len(drafts))} are allowed"))
    elif len(drafts) >= ENOUGH_FOR_ALL_LETTERS and len(count) < len(LETTERS):
        missing = next(letter for letter in LETTERS if not count[letter])
        faults.append(_of_file(drafts, f"the right answer is never {missing} in {len(drafts)} questions ({told})"))


def _check_lengths(drafts: Sequence[Draft], faults: list[Fault]) -> None:
    for name, sign in (("longest", 1), ("shortest", -1)):
        times = sum(_stands_out(draft.question, sign) for draft in drafts)
        if times > _most(len(drafts)):
            message = f"the right option is the {name} in {times} of {len(drafts)} questions"
            faults.append(_of_file(drafts, f"{message}; at most {_most(len(drafts))} are allowed"))


def _stands_out(question: Question, sign: int) -> bool:
    """Whether the right option alone is the longest (sign 1) or the shortest (sign -1)."""
    lengths = [sign * len(option) for option in question.options]
    right = lengths.pop(question.right)
    return right > max(lengths)


def _check_levels(drafts: Sequence[Draft], faults: list[Fault]) -> None:
    there = {draft.question.level for draft in drafts if draft.question.use is Use.PRACTICE}
    missing = [level for level in Level if level not in there]
    if there and missing:
        faults.append(_of_file(drafts, f"no practice question of level {', '.join(missing)}; all three are expected"))


def _most(questions: int) -> int:
    return max(2, ceil(questions * MOST))


def _of_file(drafts: Sequence[Draft], message: str) -> Fault:
    """A fault of all questions of a file stands at its beginning."""
    return Fault(drafts[0].file, 1, message)


def _right(question: Question) -> str:
    return question.options[question.right]


def _place(draft: Draft) -> str:
    return f"{draft.file.parent.name}/{draft.file.name}:{draft.line}"
