## Questions to the organizers

refusal-ticket-unknown = This question cannot be found. It may have been erased together with its asker's data.
refusal-ticket-own = This is your own question, so a colleague answers it.
refusal-album-unread = The video does not go along. What can be sent: text, pictures and documents.
refusal-ticket-empty = The message is still empty. Write a few words, or send a picture or document.
refusal-ticket-long = It has { $count } characters, at most { $longest } fit. Please shorten it and send it again.
refusal-ticket-nobody = { $agency } has no organizer yet who could answer here. Please choose somebody else.
refusal-ticket-blocked = { $agency } takes no new messages from you for now. You can still ask other agencies.
refusal-ticket-flood = Your messages come in quick succession, and those that were sent will be read. Go on in { $minutes } minutes.
refusal-ticket-many = { $most } of your questions are still open. Close one of them, or add to it.
refusal-ticket-note-late = This answer was sent already, so it cannot become a note. Take it back if it is mistaken.
refusal-ticket-note-stays = A note stays within the team and does not reach who asked. To answer, send a new message without //.
refusal-ticket-withdraw-late = An answer can be taken back within { $hours } hours only. The asker still sees this one.
refusal-ticket-edit-late = This change does not reach who asked, because the question is no longer with your team.
refusal-ticket-closed = This question is closed.
refusal-ticket-not-closed = This question is still open. It can be rated once it is closed.
refusal-ticket-start-first = Send /start first, then you can take this question.
refusal-ticket-taken = { $by } has taken this question.
refusal-ticket-colleague-unknown = That colleague is not in this team any more. Please choose somebody else.
refusal-ready-note = A ready answer must not begin with //, because the asker will read it.
refusal-ready-many = There are { $most } ready answers already. Remove one of them first.
refusal-ready-gone = This ready answer is not there any more.

command-tanya = Ask the organizers
button-own-questions = My questions
button-questions = Questions
kelola-questions = { $count ->
    [1] 1 question waits for an answer
   *[other] { $count } questions wait for an answer
}
kelola-overdue = { $count ->
    [1] { $count } question has waited too long
   *[other] { $count } questions have waited too long
}
button-check-overdue = Answer the oldest
button-check-questions = Answer questions

question-guest =
    Asking opens once you have agreed, since a question is kept so that its answer reaches you.
    Meanwhile you can look things up.
question-write = Write your question in one message. A picture or document may come along.
question-to = For { $agency }, about <b>{ $training }</b>.
question-perhaps = Perhaps this helps:
question-short = { $text }
question-nothing-known = Your question is ready to be sent.
question-known = Good, nothing was sent. Ask again whenever you need to.
question-not-sent = Nothing was sent.
question-quote = "{ $text }"
question-to-whom = Which organizers is it for?
question-to-nobody-known = Which organizers is it for? Tap [Find an agency], for instance the BPSDM of your province.
question-route = { $number }. { $agency }
question-route-training = { $number }. { $training }, { $agency }
question-agency = Type part of the agency's name, for instance "bpsdm ntt".
question-agency-found = Tap its number, or type another name.
question-agency-unknown = No organizers fit "{ $text }" yet.
button-question-cancel = Cancel
button-question-send = Send the question
button-question-known = That answers it
button-question-others = Another agency
button-question-find = Find an agency
button-question-rewrite = Write it anew

question-received = 🎫 Question <b>{ $number }</b> has reached { $agency }.
question-usually = Usually answered within { $after } ({ $hours }).
question-reply-adds = Reply to this message to add something.
question-added = 🎫 Your addition to { $number } has reached { $agency }.
question-add-ask = Write what you want to add to { $number }. A picture or document may come along.
question-answer = 🎫 <b>Answer to { $number }</b> · { $agency }
question-moved = 🎫 { $number } was passed on to { $agency }, who can answer it better. You need not send it again.
question-closed = Question { $number } is closed.
question-closed-by-team = 🎫 { $agency } closed question { $number }.
question-did-it-help = Did the answer help?
question-rated = Thank you for your { $face } for { $number }.
question-reopened = 🎫 { $number } is open again under the same number. Write on here.
button-question-close = Close the question
button-question-clear = Close, that is clear
button-question-reply = Reply
button-question-add = Add something
button-question-reopen = Open again
button-question-see = See the question
button-question-files = Pictures, documents

questions-own = <b>Your questions</b>
questions-none = No questions yet. Organizers answer in this chat.
questions-line = <b>{ $place }. { $number }</b> · { $title } · { $state }
questions-line-waiting = <b>{ $place }. { $number }</b> · { $title } · waiting since { $date } { $clock }
question-own = 🎫 <b>{ $number }</b> · { $about } · { $state }
question-untitled = picture or document
question-state-waiting = waiting for an answer
question-state-answered = answered
question-state-closed = closed
question-state-line = Status: { $state }
question-said-asker-own = <b>You</b> · { $moment }
question-said-team-own = <b>{ $agency }</b> · { $moment }
question-said-asker = <b>Asker</b> · { $moment }
question-said-team = <b>Answer by { $name }</b> · { $moment }
question-said-note = <b>Team note, { $name }</b> · { $moment }
question-withdrawn-entry = <i>This answer was taken back.</i>
question-media-photo = With a picture
question-media-document = With a document: { $name }
question-media-photos = With { $count } pictures
question-media-documents = With { $count } documents
question-part = 🎫 { $number } · one more attachment

questions-team-all = <b>Questions to your team</b>, longest waiting first
questions-team-mine = <b>Questions you look after</b>
questions-team-closed = <b>Closed questions</b>
questions-team-none-all = No question is open.
questions-team-none-mine = You look after no question yet.
questions-team-none-closed = No question was closed yet.
button-questions-all = All
button-questions-mine = Mine
button-questions-closed = Closed ones
button-questions-back = ⬅️ Questions
button-next-question = Next question

question-team = 🎫 <b>{ $number }</b> · { $facts }
question-somebody = an asker without a name
question-held = { $name } looks after it
question-team-rated = Rated { $stars } of 5
question-asker-blocked = This asker is blocked for now.
question-not-arrived = ⚠️ { $count ->
    [1] 1 answer
   *[other] { $count } answers
} may not have arrived. Send again from Messages held up.
question-told-new = A new question for your team:
question-told-added = The asker added something:
question-told-handed = A colleague handed you this question:
question-how-to-answer = Reply to this message to answer; begin with // for a note within the team.
question-answered = ✅ The answer to { $number } is kept and on its way to the asker.
question-noted = The note on { $number } is kept. Only the team sees it.
question-handed = ✅ The question was handed on, and your colleague is told.
question-moved-on = The question was passed on, and the asker is told.
question-closed-done = ✅ The question is closed, and the asker is told.
question-withdrawn = ✅ The answer was taken back on both sides.
question-withdraw-ask = An answer that is taken back disappears from the asker's chat and from here. The question waits again if it has no other answer.
question-nothing-to-withdraw = There is no answer to take back.
button-question-answer = Answer
button-question-take = Take the question
button-question-hand = Hand on
button-question-ready = Ready answers
button-question-close-team = Close
button-question-withdraw = Take back the answer
button-question-withdraw-number = Take back answer { $number }
button-question-keep-answer = Leave it
answering-answer = Write the answer to { $number }, or send a picture or document. Begin with // for a note within the team.
answering-ready = Write an answer that is often needed. Askers read it exactly as you write it.
answering-agency = Which agency is { $number } passed on to? Type part of its name.
asker-block-ask =
    { $agency } takes no more questions from { $name } until that is lifted. Questions that are there stay.
    The asker is told when they send again, and can still ask other agencies.
asker-blocked = The asker is blocked.
asker-unblocked = The asker can ask again.
button-asker-block = Block the asker
button-asker-unblock = Lift the block
hand-ask = Who is it handed to?
hand-alone = You are the only organizer of this agency. The question can be passed on to another agency.
hand-line = { $number }. { $name }
hand-agency-means = The whole thread of { $number }, team notes included, goes to the agency you tap. The asker is told.
hand-agency-none = No organizers fit yet. Question { $number } has not changed.
button-hand-agency = Another agency
button-hand-agency-again = Another name
ready-ask = Choose a ready answer.
ready-none = No ready answers yet.
ready-line = { $number }. { $title }
ready-preview = This will be sent to the asker of { $number }:
button-ready-keep = Keep a new answer
button-ready-send = Send this answer
button-ready-drop = Remove

delivery-kind-ticket-answer = Answer to a question
delivery-kind-ticket-edit = Changed answer
delivery-kind-ticket-withdrawn = Answer taken back
delivery-kind-ticket-moved = Question passed on
delivery-kind-ticket-closed = Question closed
delivery-kind-ticket-new = New question
delivery-kind-ticket-added = Added to a question
delivery-kind-ticket-handed = Question handed over
