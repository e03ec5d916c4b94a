# The superior's letter, as the person hands it in.

enrolled-letter-in =
    ⏳ <b>{ $title }</b>: your letter has arrived and { $host } is looking at it. You will hear of it here.
    Uploaded { $moment }.
letter-ask = Send your superior's recommendation letter for <b>{ $title }</b> to this chat: one PDF or photo, { $limit } MB at most.
letter-ask-until = It is awaited until { $moment }.
letter-too-large = This file has { $size } MB, the limit is { $limit } MB. Your enrolment is kept; send a smaller photo or PDF.
letter-not-one = This file is no PDF or photo. Your enrolment is kept; send the letter as a PDF or a photo.
letter-not-awaited = No letter is awaited for this enrolment any more.
state-letter-in = { $host } is looking at the letter
button-upload-letter = Upload letter
button-upload-new-letter = Upload a new letter
button-change-letter = Change letter
button-see-letter = See the letter
