# Announcements from sending on.

refusal-broadcast-gone = This announcement cannot be opened.
refusal-broadcast-not-to-reword = The text of this announcement can no longer be changed.
refusal-broadcast-not-to-withdraw = This announcement can no longer be taken back. Telegram allows 48 hours.

delivery-kind-broadcast-edit = Change of an announcement
delivery-kind-broadcast-delete = Announcement taken back

broadcast-scheduled = 📣 Scheduled for { $moment }.
broadcast-scheduled-now = 📣 About to be sent.
broadcast-sending = 📣 Being sent: { $over } of { $total } recipients
broadcast-paused = 📣 Paused at { $over } of { $total }. What was sent is not repeated.
broadcast-stopping = 📣 Being stopped. What was sent stays.
broadcast-editing = 📣 The text is being changed: { $over } of { $total } messages
broadcast-taking = 📣 Being taken back: { $over } of { $total } messages
broadcast-bar = { $bar } { $percent }%
broadcast-speed = { $speed } a second
broadcast-left = about { $left } left
broadcast-left-soon = less than 1 minute left
broadcast-left-minutes = { $minutes ->
    [1] 1 minute
   *[other] { $minutes } minutes
}
broadcast-left-hours = { $hours } h { $minutes } min
broadcast-queueing = The list of recipients is still being made, the number may grow.
broadcast-night = ⏳ Quiet hours: it pauses by itself and goes on from { $moment }.
broadcast-overnight = Who is not reached before the quiet hours waits until morning.
broadcast-text = <i>{ $text }</i>

broadcast-done = 📣 <b>Done</b> { $moment }
broadcast-cancelled = 📣 <b>Stopped</b> { $moment }
broadcast-never-sent = Nothing was sent yet.
broadcast-count-sent = sent { $count }
broadcast-count-blocked = blocked { $count }
broadcast-count-failed = not sent { $count }
broadcast-count-unknown = unsure { $count }
broadcast-count-skipped = skipped { $count }
broadcast-pressing = { $count ->
    [1] Pressed a button: 1 person ({ $percent }%)
   *[other] Pressed a button: { $count } people ({ $percent }%)
}
broadcast-unknown-means = Unsure means it may have arrived; Jalin does not repeat it by itself.
broadcast-deletable = The text can be changed at any time. Take back: until { $moment }.
broadcast-not-deletable = The text can be changed. The time to take it back (48 hours) is over.
broadcast-withdrawn = Taken back: { $done } messages
broadcast-withdrawn-not = could not be taken back { $count }

broadcast-ask-cancel = Stop at { $over } of { $total }? Who has not got it will not get it. What was sent stays.
broadcast-ask-withdraw = Take { $count } messages back from the chats of their recipients? Possible until { $moment }; after that Telegram does not allow it.
broadcast-ask-language = The text of which language is to change?
broadcast-again = { $count } sent again.
broadcast-again-none = Those were sent again already.
broadcast-pressed = Noted. Thank you.
broadcast-reword = Send the new text. Bold, italics and addresses are kept. Picture, document and buttons stay as they are.
broadcast-reword-language = Language: { $language }
broadcast-reword-long = That text has { $count } characters, at most { $longest } fit. Please shorten it and send it again.
broadcast-reword-sure = The new text stands above. Put it into { $count } messages that were sent?
broadcast-reword-before = The text was changed meanwhile. This is how it stands now.

broadcast-sent-list = <b>Announcements sent</b>, newest first
broadcast-sent-none = No announcement was sent yet.
broadcast-sent-line = { $number }. { $date } · { $state } · { $text }
broadcast-sent-scheduled = scheduled
broadcast-sent-queueing = being sent
broadcast-sent-sending = being sent
broadcast-sent-paused = paused
broadcast-sent-done = done
broadcast-sent-cancelled = stopped

broadcast-report-title = Announcement { $number }
broadcast-report-subtitle = { $agency } - { $total } recipients
broadcast-report-foot = As of { $moment }
broadcast-report-file = announcement-{ $number }.xlsx
broadcast-report-image = announcement-{ $number }.png
broadcast-report-summary = Summary
broadcast-report-agencies = By agency
broadcast-report-agency = Agency
broadcast-report-no-agency = No agency
broadcast-report-buttons = Buttons
broadcast-report-button = Button
broadcast-report-what = What
broadcast-report-count = Count
broadcast-report-recipients = Recipients
broadcast-report-pressing = People who pressed a button
broadcast-state-queued = Waiting
broadcast-state-sending = Being sent
broadcast-state-sent = Sent
broadcast-state-blocked = Blocked
broadcast-state-failed = Not sent
broadcast-state-unknown = Unsure
broadcast-state-skipped = Skipped

button-pause = Pause
button-resume = Resume
button-stop = Stop
button-keep-sending = Keep sending
button-stop-sending = Stop sending
button-see-progress = See progress
button-download-report = Download report
button-unknown-again = Send those { $count } again
button-reword = Change the text
button-reword-all = Change { $count } messages
button-reword-again = Type again
button-withdraw = Take back
button-withdraw-all = Take { $count } back
button-leave-sent = Leave as sent
button-sent = Announcements sent
button-sent-back = ⬅️ Announcements
