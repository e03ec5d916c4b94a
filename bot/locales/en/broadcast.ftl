# Announcements, as they are received.

announcement-head = 📣 <b>{ $agency }</b> for { $audience }
announcement-for-trainings = participants of { $names }
announcement-for-trainings-count = participants of { $count } trainings
announcement-for-roles = organizing teams
announcement-for-enrolled = training participants
announcement-for-agencies = employees of { $names }
announcement-for-agencies-count = employees of { $count } agencies
announcement-for-provinces = civil servants of { $names }
announcement-for-provinces-count = civil servants of { $count } provinces
announcement-for-all = civil servants
button-set-announcements = Set announcements

refusal-announce-start-first = Tap /start first, so that the announcement is kept in your name.
refusal-announce-unknown = That announcement is no longer there.
refusal-announce-moved-on = This announcement has changed since it was opened. Open it again from /umumkan to see the latest.
refusal-announce-text-none = The text is still empty. Write the announcement first.
refusal-announce-text-long = It has { $count } characters, { $longest } at most. Shorten it, then send it again.
refusal-announce-media = Send one picture or one document.
refusal-announce-buttons-full = There are { $most } buttons already, the most there can be. Remove one first.
refusal-announce-label = A button's label has 1 to { $longest } characters; this one has { $count }.
refusal-announce-url = An address begins with https:// or http://, such as https://contoh.go.id/jadwal
refusal-announce-batch = That batch is not published now. Choose another one.
refusal-announce-choice = That choice is no longer there. Open the list again.
refusal-announce-time = The time has to be after now, { $days } days from now at most. Set it again.
refusal-announce-nobody = Nobody is meant by these choices yet. Change the recipients first.
refusal-announce-no-second = There is no second person yet who can approve. Add a colleague under Team in /kelola.
refusal-announce-own = Your own announcement is approved by a second person.
refusal-announce-author-left = Its author can no longer send this in the agency's name. Return the announcement.
refusal-announce-remark = A remark has 1 to { $longest } characters; this one has { $count }.
refusal-announce-template-name = A template's name has 1 to { $longest } characters; this one has { $count }.
refusal-announce-templates-full = There are { $most } templates already. Delete one first.

kept-action-broadcast-drafted = drafted an announcement
kept-action-broadcast-edited = changed a draft announcement
kept-action-broadcast-deleted = deleted a draft announcement
kept-action-broadcast-requested = asked for an announcement to be approved
kept-action-broadcast-scheduled = sent an announcement
kept-action-broadcast-recalled = took an announcement back
kept-action-broadcast-approved = approved an announcement
kept-action-broadcast-returned = returned an announcement
kept-action-broadcast-template-saved = saved an announcement template
kept-action-broadcast-template-deleted = deleted an announcement template
kept-kind-announcement-sample = an announcement to look at
kept-kind-announcement-request = request to approve an announcement
kept-kind-announcement-decision = decision on an announcement
delivery-kind-announcement-sample = Announcement to look at
delivery-kind-announcement-request = Request to approve
delivery-kind-announcement-decision = Decision on announcement

# Writing announcements.

announce-room = <b>Announcements</b>
announce-count-drafts = { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
}
announce-count-pending = { $count } waiting for their time or for approval
announce-count-templates = { $count ->
    [one] { $count } template
   *[other] { $count } templates
}
announce-in-whose-name = In the name of which agency?
announce-list-drafts = <b>Your drafts</b>, newest first
announce-list-pending = <b>Waiting for their time or for approval</b>
announce-list-templates = <b>Templates</b>
announce-list-empty = There is nothing here.
announce-line = <b>{ $number }.</b> { $what }
announce-line-waiting = { $text } · waiting for approval
announce-line-scheduled = { $text } · { $moment }
announce-returned-line = { $text } · returned
announce-draft = <b>Announcement of { $agency }</b>
announce-text = Text: { $text }
announce-text-no = not written yet
announce-english = English: { $text }
announce-media = Attached: { $name }
announce-picture = picture
announce-buttons = Buttons: { $labels }
announce-to = Recipients: { $audience }
announce-when = Time: { $moment }
announce-at-once = at once
announce-remark = ⚠️ Returned: "{ $remark }"
announce-stands-waiting = Waiting for a second person to approve. Time: { $moment }
announce-stands-scheduled = Goes out { $moment }
announce-stands-sent = It is already being sent.
announce-buttons-ask = { $most } buttons at most under the announcement.
announce-button-link = <b>{ $number }.</b> { $label }: opens { $url }
announce-button-card = <b>{ $number }.</b> { $label }: opens the training's card{ $url }
announce-button-answer = <b>{ $number }.</b> { $label }: an answer that is counted{ $url }
announce-card-ask = Which batch's card does this button open?
announce-card-none = There is no published batch to choose yet.
announce-batch = { $title }, batch { $number }
announce-delete-ask = The draft "{ $text }" will be deleted and cannot be brought back.
announce-deleted = The draft is deleted.
announce-recalled = ✅ The announcement is a draft again. Nobody got it yet.
announce-template = <b>Template</b>: { $name }
announce-template-saved = ✅ The template "{ $name }" is kept for your agency.
announce-template-deleted = The template is deleted.

announce-audience = <b>Recipients</b>: { $audience }
announce-all = all civil servants
announce-all-within = everybody your agency reaches
announce-reachable = reachable
announce-reachable-switch = Reachable
announce-or = or
announce-or-more = { $names }, or { $count } others
announce-now = Now { $count ->
    [0] nobody is meant yet.
    [one] { $number } person.
   *[other] { $number } people.
}
announce-away = { $count ->
    [one] { $number } other cannot be reached at present.
   *[other] { $number } others cannot be reached at present.
}
announce-general = This is a general announcement: who switched those off is not counted.
announce-no-choice = There is nothing to choose here yet.
announce-ask-provinces = <b>Province</b> of the recipients' agency
announce-ask-trainings = <b>Training</b> that the recipients take
announce-ask-batches = <b>Batch</b> that the recipients take
announce-ask-states = <b>State</b> of the recipients' enrolment
announce-ask-competencies = <b>Competency</b> of their training
announce-ask-agencies = <b>Agency</b> of the recipients
announce-ask-roles = <b>Role</b> of the recipients
announce-find-agencies = Type part of the name of the recipients' agency, for instance "bpsdm ntt".
announce-find-trainings = Type part of the name of the training that the recipients take.
announce-find-batches = Type part of the name of the training whose batch you look for.
announce-find-found = Tap a number to choose it or leave it out, or type another name.
announce-find-none = Nothing fits "{ $text }" yet. Type another name.
announce-state-submitted = submitted
announce-state-recommended = recommended
announce-state-confirmed = confirmed
announce-state-waitlisted = waitlisted
announce-state-offered = offered
announce-state-attended = attended
announce-state-passed = passed
announce-state-failed = not passed
announce-state-exempted = exempted
announce-state-cancelled = cancelled

announce-forecast = { $told }
announce-recipients = { $count ->
    [0] nobody is meant yet
    [one] { $number } recipient
   *[other] { $number } recipients
}
announce-takes-moment = less than 1 minute
announce-takes-minutes = { $count ->
    [one] about { $count } minute
   *[other] about { $count } minutes
}
announce-takes-hours = { $count ->
    [one] about { $count } hour
   *[other] about { $count } hours
}
announce-quiet = those in quiet hours wait for the morning
announce-not-quiet = outside quiet hours
announce-needs-second = a second person has to approve (more than { $above })
announce-no-english = Without an English text everybody gets the Indonesian one.
announce-tried = ✅ Sent to you, see above.
announce-not-taken = Telegram does not take this yet. Check the text, the attachment and the addresses.
announce-time-ask =
    When is it sent? Times in { $zone }.
    Now set: { $moment }
announce-time-label = { $weekday }, { $day } { $hour }:{ $minute }
announce-done-scheduled = ✅ The announcement for { $count ->
    [one] { $number } recipient is ready
   *[other] { $number } recipients is ready
}. To be sent: { $moment }
announce-done-waiting = ⏳ Approval is asked for. The announcement for { $count ->
    [one] { $number } recipient waits for
   *[other] { $number } recipients waits for
} a second person. To be sent: { $moment }
announce-request = 📣 { $by } asks for approval: an announcement for { $count ->
    [one] { $number } person
   *[other] { $number } people
}, sent once approved.
announce-request-at = 📣 { $by } asks for approval: an announcement for { $count ->
    [one] { $number } person
   *[other] { $number } people
}, sent { $moment }.
announce-somebody = A colleague
announce-approved = ✅ Approved for { $count ->
    [one] { $number } recipient
   *[other] { $number } recipients
}. To be sent: { $moment }
announce-returned = The announcement went back to its author with your remark.
announce-told-approved = 📣 { $by } approved your announcement. To be sent: { $moment }
announce-told-returned = 📣 { $by } returned the announcement: "{ $remark }" The draft is kept.

announce-ask-id =
    Write the announcement. Bold, italics and addresses stay as you type them.
    A picture or file with a caption works too.
announce-ask-en = Write the English text, for those who chose English.
announce-ask-media = Send one picture or one document. The text stays.
announce-ask-link = The button's label? { $longest } characters at most, such as: Open the map
announce-ask-url = The address? Such as https://contoh.go.id/jadwal
announce-ask-answer = The button's label? { $longest } characters at most. Who taps it is counted.
announce-ask-when = Type the day and hour, such as: 18 Nov 2026, 09:00
announce-ask-template = The template's name? Such as: Class moved
announce-ask-remark = What is to change? Its author reads this remark. { $longest } characters at most.
refusal-announce-time-unclear = The time cannot be read yet. Example: 18 Nov 2026, 09:00

kelola-announcements = { $count ->
    [one] { $count } announcement waits for your approval
   *[other] { $count } announcements wait for your approval
}
button-check-announcements = Check announcements
button-announcing = Announcements
button-announce-new = Write announcement
button-announce-drafts = Drafts
button-announce-pending = Waiting
button-announce-templates = Templates
button-announce-room = ⬅️ Announcements
button-announce-draft = ⬅️ Content
button-announce-preview = See the preview
button-announce-audience = Choose recipients
button-announce-text = Change text
button-announce-english = English text
button-announce-drop-english = Without English
button-announce-media = Attach something
button-announce-media-drop = Take attachment off
button-announce-buttons = Buttons
button-announce-link = Add an address
button-announce-card = Training card
button-announce-answer = Quick answer
button-announce-read = I have read it
button-announce-drop-button = Delete { $number }
button-announce-delete = Delete draft
button-announce-keep = Keep draft
button-announce-use = Use template
button-announce-drop-template = Delete template
button-announce-recall = Take back
button-announce-provinces = Province
button-announce-trainings = Training
button-announce-states = State
button-announce-batches = Batch
button-announce-competencies = Competency
button-announce-agencies = Agency
button-announce-roles = Role
button-announce-more = Other filters
button-announce-clear = Clear all
button-announce-chosen = Done choosing
button-announce-ask = Ask for approval
button-announce-send = Send
button-announce-try = Send to me first
button-announce-time = Set the time
button-announce-in-en = See it in English
button-announce-in-id = See it in Indonesian
button-announce-change = Change content
button-announce-template = Save as template
button-announce-at-once = At once
button-announce-other-time = Another time
button-announce-see = See announcement
button-announce-approve = Approve and send
button-announce-recipients = See recipients
button-announce-return = Return
