# Papers about an enrolment: the calendar file, the call letter, the draft of the superior's letter.

refusal-paper-needs-seat = This file is there as soon as your seat is confirmed.

button-calendar = Save to calendar
button-call-letter = Call letter
button-letter-draft = Download a draft
paper-note-draft = A draft of the letter for Word, in Indonesian, filled with your data and the training. Complete what is marked in yellow, have your superior sign it, then upload it as a PDF or a photo.
paper-file-calendar = training-dates.ics
paper-file-call = surat-pemanggilan.pdf
paper-note-calendar = Open this file to save the dates to your calendar, with reminders 1 day and 1 hour before. If the dates change, download it again: it replaces the old one.
paper-note-call = Your call letter, with your NIP in full, in Indonesian. The host adds a letter number and a signature where your agency needs them.
calendar-alarm = Training { $title }
calendar-about = Host { $host }, { $hours } lesson hours (JP).
calendar-access = How to get in: { $access }
calendar-card = Training card: { $link }
paper-file-agenda = jalin-agenda.ics
paper-note-agenda = Open this file to save your next 30 days to your calendar, with reminders. If anything changes, download it again: it replaces the old one.
calendar-letter = Recommendation letter due: { $title }
calendar-offer = Answer to a seat offer due: { $title }
calendar-opening = Registration opens: { $title }
calendar-closing = Registration closes: { $title }

check-letter-stands =
    ✅ <b>This call letter is valid.</b>
    { $name }
    { $title }, { $days }
    Host { $host }
check-letter-over =
    ⚠️ <b>This call letter is no longer valid:</b> the seat was given back or the batch was cancelled.
    { $name }
    { $title }, { $days }
    Host { $host }
check-letter-unknown = That code does not match any call letter. Check that the whole code was scanned.
