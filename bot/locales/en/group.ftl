# Questions in a team's group: the card, the topic, and what is said there; reminders of what is not answered.

group-unnamed = no name
group-card = 🎫 <b>{ $number }</b> · { $who }
group-card-held = { $by } looks after it.
group-card-closed = It is closed.
group-card-in-topic = Write in this topic to answer; begin with // for a note within the team.
group-card-reply = Reply to this message to answer; begin with // for a note within the team.
button-take-here = Take the question
button-hand-here = Hand on
button-ready-here = Ready answers
button-close-here = Close
button-reopen-here = Reopen
button-withdraw-here = Take back the answer

group-line-added = 🎫 { $number } · { $name } added:
group-line-reopened = 🎫 { $number } was reopened by { $name }.
group-line-edited = 🎫 { $number } · { $name } changed a message to:
group-line-answered = 🎫 { $number } · { $by } answered:
group-line-withdrawn = 🎫 { $number } · the answer of { $by } was taken back.
group-line-opened = 🎫 { $number } is open again. Send the answer now.
group-line-closed = 🎫 { $number } was closed.
group-line-rated = 🎫 { $number } · { $name } rated the answer { $rating } of 5.
group-line-left = 🎫 { $number } was handed on to { $agency }.
group-file = 🎫 { $number } · attached by the asker

group-answered = Passed on to the asker.
group-answered-toast = Passed on to the asker.
group-noted = The note is kept, for the team only.
group-withdrawn = The answer was taken back, from the asker's chat too.
group-closed = { $number } is closed, so this message was not passed on yet.
group-topic-closed-alone = This topic was closed, but question { $number } is not: only organizers of { $agency } can close it, in their own name.
group-topic-opened-alone = This topic was opened, but question { $number } stays closed: only organizers of { $agency } can open it, in their own name.
group-topic-erased = { $number } deleted
group-erased = 🎫 { $number } · The asker deleted their data, this question included.
group-erased-file = deleted.txt
group-opened-toast = The question is open again.
group-opened-before = This question is open already.
group-closed-toast = The question is closed. The asker is told.
group-closed-before = This question is closed already.
group-taken = You look after this question.
group-taken-before = You look after this question already.
group-handed = Handed on. Your colleague is told.
group-no-colleague = There is nobody else in this team yet.
group-no-ready = There are no ready answers yet. To keep one, open this question by /kelola in your private chat.
group-not-passed-on = What can be passed on: texts, pictures and documents.
group-not-answered = Only organizers of { $agency } answer here, so your message was not passed on to the asker.

group-anonymous = Anonymous messages cannot be passed on. Write in your own name: switch Remain Anonymous off in your Administrator role.

ticket-waiting = 🎫 { $number } is not answered yet. The organizers were reminded; you need not send it again.
ticket-alarm = ⏰ { $number } has waited for more than { $after }: { $title }

delivery-kind-ticket-topic = Topic of a question
delivery-kind-ticket-group = Question in the group
delivery-kind-ticket-group-state = State of a question
delivery-kind-ticket-group-line = News in the group
delivery-kind-ticket-group-file = Attachment in the group
delivery-kind-ticket-topic-state = Closing or opening a topic
delivery-kind-ticket-erased = Deleting a question's words
delivery-kind-ticket-waiting = News: not answered yet
delivery-kind-ticket-alarm = Reminder of a question
kept-kind-ticket-topic = topic of a question in a team's group
kept-kind-ticket-group = question in a team's group
kept-kind-ticket-group-state = state of a question in a team's group
kept-kind-ticket-group-line = news of a question in a team's group
kept-kind-ticket-group-file = attachment of a question in a team's group
kept-kind-ticket-topic-state = closing or opening the topic of a question
kept-kind-ticket-erased = deleting a question whose asker deleted their data
kept-kind-ticket-waiting = news that a question is not answered yet
kept-kind-ticket-alarm = reminder of a question that waits
