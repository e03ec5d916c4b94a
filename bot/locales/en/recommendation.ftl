# The superior's letter, as the person hands it in.

enrolled-letter-in =
    ⏳ <b>{ $title }</b>: your letter has arrived and { $host } is looking at it. You will hear of it here.
    Uploaded { $moment }.
letter-ask = Send your superior's recommendation letter for <b>{ $title }</b> to this chat: one PDF or photo, { $limit } MB at most.
letter-ask-until = It is awaited until { $moment }.
letter-too-large = This file has { $size } MB, the limit is { $limit } MB. Your enrolment is kept; send a smaller photo or PDF.
letter-not-one = This file is no PDF or photo. Your enrolment is kept; send the letter as a PDF or a photo.
letter-not-awaited = No letter is awaited for this enrolment any more.
letter-button-first = This file is not kept yet. For the recommendation letter for <b>{ $title }</b>, tap the button first, then send the file.
letter-for-which = This file is not kept yet. If it is a recommendation letter, open its enrolment first and tap [Upload letter].
state-letter-in = { $host } is looking at the letter
button-upload-letter = Upload letter
button-upload-new-letter = Upload a new letter
button-change-letter = Change letter
button-see-letter = See the letter

# What organizers of the host see of it.
recommendation-title = <b>Recommendation { $position } of { $total }</b> · { $title }
recommendation-letter-at = Letter uploaded { $moment }.
recommendation-superior = Superior: { $superior }
recommendation-given = Recommended by the superior.
recommendation-letter = Recommendation letter of { $name } · { $title }
recommendation-effect-seat = If you approve: a confirmed seat; { $pool } seats become { $taken }/{ $size }.
recommendation-effect-unlimited = If you approve: a confirmed seat; this batch has no seat limit.
recommendation-effect-line = If you approve: the waitlist, because the seats for this person are full.
recommendation-effect-swap = If you approve: the seat is offered, because it overlaps with a confirmed seat of theirs.
recommendation-now-confirmed = ✅ Approved: the seat of { $name } is confirmed. The person will hear of it.
recommendation-now-waitlisted = ⏳ Approved: { $name } is on the waitlist, place in line: { $place }. The person will hear of it.
recommendation-now-offered = ⏰ Approved: the seat is offered to { $name }, because it overlaps with a confirmed seat of theirs.
recommendation-now-returned = The recommendation of { $name } is not approved. The person will read why; another letter may follow.
recommendation-over = This enrolment no longer waits for a decision.
recommendation-newer = The letter has just been replaced. Nothing was decided; look at the newest one.
recommendation-reason = Write the person a short reason, for example: The letter is not signed. The person will read it.
button-check-recommendations = Check letters
button-approve = Approve
button-do-not-approve = Decline with a reason
