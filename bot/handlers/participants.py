"""Organizers look after the people of a batch; the use cases ask at every press who may."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram_dialog import DialogManager

from bot.callbacks_participants import (
    AddCandidate,
    ChooseTarget,
    DownloadPeople,
    FindToAdd,
    ListPeople,
    MoveTo,
    Participants,
    PeopleFiles,
    SamplePeople,
    SearchPeople,
    SeeCandidate,
    SeeParticipantLetter,
    ShowParticipant,
    TakeOut,
    UploadPeople,
)
from bot.chats import in_private
from bot.dialogs.people import PeopleSG, ask
from bot.dialogs.upload import ask_for_people
from bot.organizing import adding, rollcall
from bot.organizing import participants as screens
from bot.recommendation.files import send_letter
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.participants import Group


async def show_overview(event: CallbackQuery, callback_data: Participants, visitor: Visitor, tools: Tools) -> None:
    """How many stand where."""
    found = await tools.participants.list(batch_id=callback_data.batch, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, screens.overview(visitor.voice, found, tools.now()))


async def show_people(event: CallbackQuery, callback_data: ListPeople, visitor: Visitor, tools: Tools) -> None:
    """A page of one group."""
    group = Group(callback_data.group)
    found = await tools.participants.list(
        batch_id=callback_data.batch,
        actor_telegram_id=visitor.telegram_id,
        group=group,
        page=callback_data.page,
        size=screens.PAGE_SIZE,
    )
    await tools.stage.show(event, screens.people(visitor.voice, found, group, tools.now()))


async def search(
    event: CallbackQuery, callback_data: SearchPeople, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Cari peserta]: asks for a name or a NIP."""
    await tools.participants.list(batch_id=callback_data.batch, actor_telegram_id=visitor.telegram_id, size=1)
    await ask(dialog_manager, PeopleSG.search, batch=callback_data.batch)


async def show_one(event: CallbackQuery, callback_data: ShowParticipant, visitor: Visitor, tools: Tools) -> None:
    """One person, or their history."""
    view = await tools.participants.get(enrolment_id=callback_data.enrolment, actor_telegram_id=visitor.telegram_id)
    voice = visitor.voice
    shown = screens.history(voice, view) if callback_data.history else screens.one(voice, view, tools.now())
    await tools.stage.show(event, shown)


async def see_letter(
    event: CallbackQuery, callback_data: SeeParticipantLetter, visitor: Visitor, tools: Tools, bot: Bot
) -> None:
    """[Lihat surat]: the file, and the person below it."""
    view = await tools.participants.get(enrolment_id=callback_data.enrolment, actor_telegram_id=visitor.telegram_id)
    if view.letter_file is not None:
        caption = visitor.voice.html("recommendation-letter", name=view.person.name, title=view.batch.title)
        await send_letter(bot, visitor.telegram_id, view.letter_file, caption)
    await tools.stage.show(event, screens.one(visitor.voice, view, tools.now()))


async def choose_target(event: CallbackQuery, callback_data: ChooseTarget, visitor: Visitor, tools: Tools) -> None:
    """[Pindahkan]: where to."""
    number = callback_data.enrolment
    view = await tools.participants.get(enrolment_id=number, actor_telegram_id=visitor.telegram_id)
    found = await tools.participants.targets(enrolment_id=number, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, screens.targets(visitor.voice, view, found, tools.now()))


async def move(event: CallbackQuery, callback_data: MoveTo, visitor: Visitor, tools: Tools) -> None:
    """[Ke Angkatan 3]: moved at once, and told."""
    done = await tools.participants.move(
        enrolment_id=callback_data.enrolment, batch_id=callback_data.batch, actor_telegram_id=visitor.telegram_id
    )
    view = await tools.participants.get(enrolment_id=done.enrolment_id, actor_telegram_id=visitor.telegram_id)
    said = adding.placed(visitor.voice, view.person.name, done)
    await tools.stage.show(event, screens.one(visitor.voice, view, tools.now(), said))


async def take_out(
    event: CallbackQuery, callback_data: TakeOut, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Keluarkan]: asks for the reason, where there is somebody to take out."""
    view = await tools.participants.get(enrolment_id=callback_data.enrolment, actor_telegram_id=visitor.telegram_id)
    if not view.can_leave:
        await event.answer(visitor.voice.plain("stale"))
        await tools.stage.show(event, screens.one(visitor.voice, view, tools.now()))
        return
    await ask(dialog_manager, PeopleSG.reason, enrolment=view.enrolment_id, batch=view.batch.id, name=view.person.name)


async def find_to_add(
    event: CallbackQuery, callback_data: FindToAdd, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Tambah peserta]: asks whom."""
    await tools.participants.list(batch_id=callback_data.batch, actor_telegram_id=visitor.telegram_id, size=1)
    await ask(dialog_manager, PeopleSG.add, batch=callback_data.batch)


async def see_candidate(event: CallbackQuery, callback_data: SeeCandidate, visitor: Visitor, tools: Tools) -> None:
    """Whom, where, and what adding will do."""
    batch, person = await tools.participants.candidate(
        batch_id=callback_data.batch,
        person_id=callback_data.person,
        mark=callback_data.mark,
        actor_telegram_id=visitor.telegram_id,
    )
    await tools.stage.show(event, adding.candidate(visitor.voice, batch, person, callback_data))


async def add(event: CallbackQuery, callback_data: AddCandidate, visitor: Visitor, tools: Tools) -> None:
    """[Tambahkan]: a seat or a place in line, and the person is told."""
    done = await tools.participants.add(
        batch_id=callback_data.batch,
        person_id=callback_data.person,
        mark=callback_data.mark,
        actor_telegram_id=visitor.telegram_id,
    )
    view = await tools.participants.get(enrolment_id=done.enrolment_id, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, adding.added(visitor.voice, view.person.name, done))


async def download(event: CallbackQuery, callback_data: DownloadPeople, visitor: Visitor, tools: Tools) -> None:
    """[Unduh XLSX]: the workbook, and the counts below it."""
    voice = visitor.voice
    made = await tools.files.people(
        batch_id=callback_data.batch, actor_telegram_id=visitor.telegram_id, words=voice.plain, zone=voice.zone
    )
    if event.message is not None:
        await event.message.answer_document(BufferedInputFile(made.content, made.name), caption=voice.html("file-sent"))
    found = await tools.participants.list(batch_id=callback_data.batch, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, screens.overview(voice, found, tools.now()))


async def show_files(event: CallbackQuery, callback_data: PeopleFiles, visitor: Visitor, tools: Tools) -> None:
    """[Unggah/unduh peserta]: what a file looks like."""
    await _show_files(event, callback_data.batch, visitor, tools)


async def upload(
    event: CallbackQuery, callback_data: UploadPeople, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Unggah peserta]: asks for the file, where people can be added still."""
    await tools.files.open_people(batch_id=callback_data.batch, actor_telegram_id=visitor.telegram_id)
    await ask_for_people(dialog_manager, callback_data.batch)


async def send_sample(event: CallbackQuery, callback_data: SamplePeople, visitor: Visitor, tools: Tools) -> None:
    """[Unduh contoh berkas]: the form, and the screen below it."""
    made = await tools.files.people_sample(
        batch_id=callback_data.batch, actor_telegram_id=visitor.telegram_id, words=visitor.voice.plain
    )
    if event.message is not None:
        await event.message.answer_document(BufferedInputFile(made.content, made.name))
    await _show_files(event, callback_data.batch, visitor, tools)


async def _show_files(event: CallbackQuery, batch_id: int, visitor: Visitor, tools: Tools) -> None:
    found = await tools.participants.list(batch_id=batch_id, actor_telegram_id=visitor.telegram_id, size=1)
    await tools.stage.show(event, rollcall.files(visitor.voice, found, tools.now()))


def setup() -> Router:
    """The organizers' buttons; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    for handler, form in (
        (show_overview, Participants),
        (show_people, ListPeople),
        (search, SearchPeople),
        (show_one, ShowParticipant),
        (see_letter, SeeParticipantLetter),
        (choose_target, ChooseTarget),
        (move, MoveTo),
        (take_out, TakeOut),
        (find_to_add, FindToAdd),
        (see_candidate, SeeCandidate),
        (add, AddCandidate),
        (show_files, PeopleFiles),
        (upload, UploadPeople),
        (send_sample, SamplePeople),
        (download, DownloadPeople),
    ):
        router.callback_query.register(handler, form.filter())
    return router
