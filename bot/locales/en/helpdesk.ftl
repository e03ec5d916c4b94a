## Questions to the organizers

refusal-ticket-unknown = This question cannot be found. It may have been erased together with its asker's data.
refusal-ticket-own = This is your own question, so a colleague answers it.
refusal-ticket-empty = The message is still empty. Write a few words, or send a picture or document.
refusal-ticket-long = It has { $count } characters, at most { $longest } fit. Please shorten it and send it again.
refusal-ticket-nobody = { $agency } has no organizer yet who could answer here. Please choose somebody else.
refusal-ticket-blocked = { $agency } takes no new messages from you for now. You can still ask other agencies.
refusal-ticket-flood = Your messages come in quick succession, and those that were sent will be read. Go on in { $minutes } minutes.
refusal-ticket-many = { $most } of your questions are still open. Close one of them, or add to it.
refusal-ticket-note-late = This answer was sent already, so it cannot become a note. Take it back if it is mistaken.
refusal-ticket-withdraw-late = An answer can be taken back within { $hours } hours only. The asker still sees this one.
refusal-ticket-closed = This question is closed.
refusal-ticket-not-closed = This question is still open. It can be rated once it is closed.
refusal-ticket-start-first = Send /start first, then you can take this question.
refusal-ticket-taken = { $by } has taken this question.
refusal-ticket-colleague-unknown = That colleague is not in this team any more. Please choose somebody else.
refusal-ready-note = A ready answer must not begin with //, because the asker will read it.
refusal-ready-many = There are { $most } ready answers already. Remove one of them first.
refusal-ready-gone = This ready answer is not there any more.
