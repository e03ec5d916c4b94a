"""Every form that a button can carry, whose it is, and what somebody else would write into it.

A new form needs a line in WHOSE: who may press it. `tests/journeys/test_forged.py` then presses it as others would.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from enum import Enum
from itertools import product
from typing import Any, Literal, get_args, get_origin

from aiogram.filters.callback_data import CallbackData
from annotated_types import Ge, Le
from pydantic.fields import FieldInfo

import bot
from bot.callbacks import LARGEST_ID


class Whose(Enum):
    """Who may press a form."""

    ANYBODY = "anybody"
    """It shows what everybody may see, or concerns nobody but who presses it."""
    OWNER = "owner"
    """It concerns one person's things, which a number in it names."""
    AGENCY = "agency"
    """It is for the organizers of one agency, and admins."""
    ROLE = "role"
    """It is for whoever holds a role, at any agency."""
    SECRETARIAT = "secretariat"
    """It is for the secretariat, and admins; an organizer of an agency is not enough."""
    LINK = "link"
    """It is for who holds a one-time link, which it carries."""


WHOSE: dict[str, dict[Whose, str]] = {
    "callbacks": {
        Whose.ANYBODY: "Go Agree SetLanguageTo SetZoneTo Sought Browse Card",
        Whose.OWNER: "TryAgain",
        Whose.ROLE: "Kelola KelolaMore",
    },
    "callbacks_batches": {
        Whose.ROLE: "Batches ChooseTraining",
        # Of a training that another agency hosts nobody else makes batches.
        Whose.AGENCY: "ShowBatch ShowDetails ShowSeatRules BeginBatch ChangeField SwitchRecommendation ShowPlan"
        " KeepPlan ShareByHand AdjustPools PublishNow AskToClose CloseNow AskToCancel",
    },
    "callbacks_announcing": {
        Whose.ROLE: "Announcing WriteNew ListOf ReviewRequest",
        # A draft is its author's; an organizer of another agency neither sees nor approves it.
        Whose.AGENCY: "ShowDraft AskPart DropPart ShowButtons DropButton ChooseCard AddCard ShowAudience ShowChoices "
        "FindByName Switch ClearFilters OnlyReachable Preview TrySending ChooseTime TakeTime HandInDraft RecallDraft "
        "AskToDeleteDraft DeleteADraft SeeRecipients ApproveRequest ReturnRequest ShowTemplate UseTemplate "
        "DropTemplate",
    },
    "callbacks_desk": {
        # What only works in a group does nothing in private.
        Whose.ANYBODY: "OfferGroup AskToLink LinkNow",
        Whose.ROLE: "OpenDesk",
        Whose.AGENCY: "ShowDays SwitchDay ShowHours SetHours ShowAlarms SetAlarm ShowGroup AskToUnlink Unlink",
    },
    "callbacks_broadcast": {Whose.OWNER: "Pressed"},
    "callbacks_broadcast_run": {
        Whose.AGENCY: "OfRun SeeRun PauseRun ResumeRun AskToStop StopRun DownloadReport SendUnknown AskToReword "
        "AskToWithdraw WithdrawAll",
        Whose.ROLE: "SentList",
    },
    "callbacks_browse": {Whose.ANYBODY: "Sift Choose Alike FindByName"},
    "callbacks_deliveries": {Whose.ROLE: "SeeParked", Whose.AGENCY: "SeeOneParked SendOnceMore"},
    "callbacks_enrolment": {
        # To enrol is everybody's who is verified; a stranger is not.
        Whose.ANYBODY: "AskToEnrol ShowSeats Mine",
        Whose.OWNER: "EnrolIn ShowEnrolment AskToLeave Leave ShowOffer Accept AskToDecline Decline",
    },
    "callbacks_faq": {
        # What was looked for in vain is no agency's own.
        Whose.ROLE: "Faqs ListFaqs ReviewFaq MakeFromMiss",
        Whose.AGENCY: "MakeArticle KeepFromTicket ShowFaq EditFaq HandInFaq AskToRevise ReviseFaq ApproveFaq ReturnFaq"
        " AskToDrop DropFaq",
    },
    # What is fetched is what the own agencies have; no number in the form names another.
    "callbacks_files": {Whose.ROLE: "Files OpenTable UploadTable SampleTable DownloadTable"},
    # The board shows one's own agency's province; what is chosen is one's own.
    "callbacks_habits": {
        Whose.ANYBODY: "HabitsSet ChooseHour SwitchWeekly SeeBoard JoinBoard Exercises OpenExercise",
    },
    # Pressed in private they do nothing: they stand in a team's group.
    "callbacks_group": {
        Whose.ANYBODY: "OfTicket TakeHere HandHere HandHereTo ReadyHere UseHere CloseHere ReopenHere "
        "WithdrawHere CardAgain"
    },
    "callbacks_guides": {Whose.ANYBODY: "Assist Ready ReadOn"},
    "callbacks_helpdesk": {
        Whose.ANYBODY: "Ask OwnQuestions",
        Whose.OWNER: "OwnQuestion AddToQuestion CloseOwnQuestion ReopenQuestion RateQuestion SeeOwnFiles",
        Whose.ROLE: "Questions NextQuestion",
        Whose.AGENCY: "OfQuestion SeeQuestion MoreOfQuestion SeeFiles AnswerQuestion TakeQuestion HandOn HandTo"
        " FindAgencyForQuestion MoveTo ChooseReady PreviewReady SendReady KeepReady DropReady CloseQuestion"
        " ChooseWithdraw WithdrawEntry AskToBlock SetBlocked",
    },
    "callbacks_knowledge": {
        Whose.ANYBODY: "Topic NoneOfThem Helped AskOrganizers Shelf OnShelf",
        Whose.ROLE: "Tend SeeMisses SeeMiss Settle",
    },
    "callbacks_needs": {Whose.ANYBODY: "Wishes MakeWish", Whose.OWNER: "ShowWish WithdrawWish"},
    "callbacks_nomination": {
        Whose.ROLE: "Nominations",
        Whose.AGENCY: "Nominate RankPage RankNext ClearRanks SaveRanks",
    },
    "callbacks_papers": {Whose.OWNER: "GetPaper"},
    "callbacks_participants": {
        Whose.AGENCY: "Participants ListPeople SearchPeople ShowParticipant SeeParticipantLetter ChooseTarget MoveTo"
        " TakeOut FindToAdd SeeCandidate AddCandidate DownloadPeople PeopleFiles UploadPeople SamplePeople",
    },
    "callbacks_planning": {
        # An accepted training may be looked at, and its seats taken, by organizers of every agency for their own.
        Whose.ROLE: "PlanRoom Plans ShowPlan AskSeats OfferHost ShowSurvey",
        Whose.AGENCY: "NewDraft EditField SubmitPlan RecallPlan ShowMerge TakeMerge TakeSeats TypeSeats PublishPlan",
        Whose.SECRETARIAT: "Review AcceptPlans ReturnPlan SideBySide ChooseMerge MakeMerge ChooseHost MakeHost",
    },
    # A topic may be anybody's; quizzes are their owner's.
    "callbacks_practice": {
        Whose.ANYBODY: "OpenQuiz QuizTopics QuizArticle",
        Whose.OWNER: "AnswerQuiz SkipQuiz NextQuiz PauseQuiz RepeatQuiz",
    },
    "callbacks_privacy": {Whose.ANYBODY: "AskToErase Erase ShowData"},
    "callbacks_recommendation": {
        Whose.OWNER: "UploadLetter SeeOwnLetter SendToSuperior",
        Whose.AGENCY: "SkipRecommendation ShowRecommendation Approve DoNotApprove SeeLetter",
        Whose.LINK: "AnswerAsked",
    },
    "callbacks_reminders": {
        Whose.ANYBODY: "WatchBatch Agenda SaveAgenda RemindersSet SwitchGroup QuietSet ChooseQuiet",
        Whose.OWNER: "SayIAmComing RemindAgain",
        Whose.ROLE: "Outlooks",
        Whose.AGENCY: "Holding Hold",
    },
    "callbacks_rich": {Whose.ANYBODY: "SetRichTo"},
    "callbacks_team": {
        Whose.AGENCY: "ShowMember AskToRevoke Revoke ShowRoleLink AskToTakeBack TakeBackLink MakeRoleLink",
        Whose.ROLE: "OpenTeam ShowMembers ShowRoleLinks ChooseRole ChooseAgencyFor",
        Whose.LINK: "TakeRole",
        Whose.ANYBODY: "LeaveRole",
    },
    "callbacks_verification": {Whose.AGENCY: "ShowVerification SkipVerification Vouch DoNotVouch"},
    "callbacks_work": {Whose.ANYBODY: "ChangeWork"},
}
"""By the file of the form. Of forms that can do several things the strictest counts."""

NOT_A_FORM = frozenset({"Sought", "OfQuestion"})
"""What several forms share; no button carries it."""
TEXTS = {"token": "A" * 22, "reference": "J-7K2M", "quiet": "22-06"}
"""What stands in fields of text."""


def forms() -> dict[str, type[CallbackData]]:
    """All forms of the bot, by `file.Class`."""
    for module in pkgutil.walk_packages(bot.__path__, "bot."):
        if "callbacks" in module.name:
            importlib.import_module(module.name)
    return {f"{form.__module__.removeprefix('bot.')}.{form.__name__}": form for form in _below(CallbackData)}


def table() -> dict[str, Whose]:
    """Whose each form is, by `file.Class`."""
    return {
        f"{file}.{name}": whose
        for file, groups in WHOSE.items()
        for whose, names in groups.items()
        for name in names.split()
    }


def forms_of(*whose: Whose) -> list[type[CallbackData]]:
    """The forms that are these people's."""
    known, named = forms(), table()
    return [known[name] for name, who in named.items() if who in whose and known[name].__name__ not in NOT_A_FORM]


def forge(form: type[CallbackData], number: int) -> list[str]:
    """Well-formed data that names the thing of this number, with each choice that the form knows."""
    fields = form.model_fields
    choices = {name: _choices(field) for name, field in fields.items() if _choices(field)}
    rest = {name: _value(name, field, number) for name, field in fields.items() if name not in choices}
    return [form(**rest, **dict(zip(choices, chosen, strict=True))).pack() for chosen in product(*choices.values())]


def mangle(form: type[CallbackData], number: int) -> str:
    """Data that no button of ours ever carried; one of two shapes in turn."""
    mark = form.__prefix__
    return f"{mark}:?" if number % 2 else f"{mark}:{LARGEST_ID + 1}:x:0:😀:-"


def _below(form: type[CallbackData]) -> Iterator[type[CallbackData]]:
    for one in form.__subclasses__():
        if one.__module__.startswith("bot.callbacks"):
            yield one
        yield from _below(one)


def _choices(field: FieldInfo) -> tuple[Any, ...]:
    """What a field may be where it is one of a few; a switch that has a default stays as it is."""
    if field.annotation is bool and field.is_required():
        return (True, False)
    return get_args(field.annotation) if get_origin(field.annotation) is Literal else ()


def _value(name: str, field: FieldInfo, number: int) -> Any:
    if field.annotation is int:
        least = [rule.ge for rule in field.metadata if isinstance(rule, Ge) and isinstance(rule.ge, int)]
        most = [rule.le for rule in field.metadata if isinstance(rule, Le) and isinstance(rule.le, int)]
        return max([*least, min([*most, number])])
    return TEXTS[name] if name in TEXTS else field.get_default()
