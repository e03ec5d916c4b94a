# Reminders: what they say, what people choose, what organizers see of them.

remind-one = ⏰ { $what }
remind-several = ⏰ <b>{ $count } things coming up</b>
remind-line = { $number }. { $what }
remind-more = And { $count } more in your agenda.
remind-numbered = { $number } · { $label }
remind-start = <b>{ $title }</b> starts on { $moment }.
remind-letter = The recommendation letter for <b>{ $title }</b> is due { $moment }.
remind-offer = A seat in <b>{ $title }</b> is held for you until { $moment }.
remind-opening = Enrolment for <b>{ $title }</b> has been open since { $moment }.
remind-closing = Enrolment for <b>{ $title }</b> closes { $moment }.
remind-access = How to join: { $access }
button-coming = I will come
button-remind-leave = Cancel
button-remind-again = Remind me tomorrow
button-watch = Tell me when it opens
button-unwatch = Stop telling me
button-remind-closing = Remind me of closing
coming-kept = Noted. Attendance is still taken on the day.
again-kept = You will be reminded again on { $moment }.
again-over = It will be over by then, so there is no other reminder.
watch-kept = Noted. You will hear here when it opens and before it closes.
watch-ended = All right, no more news of it.

reminders-set =
    <b>Reminders and announcements</b>

    Tap to switch on or off. Seat offers and changed dates always come.
button-reminders-set = Reminders
button-quiet = Quiet hours
group-enrolment = Enrolment, letters
group-start = Start dates
group-watched = What I watch
group-announcements = General news
quiet-set = Quiet hours: { $hours } { $zone }. What is not urgent waits until morning.
quiet-never = No quiet hours: messages come at any time.
quiet-20-06 = 20:00–06:00
quiet-21-05 = 21:00–05:00
quiet-19-07 = 19:00–07:00
quiet-none = No quiet hours
refusal-quiet-unknown = Those hours can no longer be chosen. Please choose again.

agenda = <b>Your next 30 days</b>
agenda-empty = There is nothing in the next 30 days yet.
agenda-more = And { $count } more.
agenda-when = { $date } { $hour }:{ $minute }
agenda-start = { $number }. { $when } · { $title } starts
agenda-letter = { $number }. { $when } · letter for { $title } due
agenda-offer = { $number }. { $when } · answer for { $title } due
agenda-opening = { $number }. { $when } · { $title } opens
agenda-closing = { $number }. { $when } · { $title } closes
button-agenda = Next 30 days

outlook = <b>Going out in the next 7 days</b>
outlook-empty = No reminder goes out in the next 7 days.
outlook-line = { $when } · { $kind } · { $title } batch { $number }: { $count } { $count ->
    [one] person
   *[other] people
    }
holding =
    <b>Reminders of { $agency }</b>

    Tap to hold or let go. What is held waits; what is over by then is not sent.
kind-start = Start dates
kind-letter = Letters due
kind-offer = Offers due
kind-opening = Enrolment opens
kind-closing = Enrolment closes
button-outlook = Reminders
button-holding = Hold or let go
button-other-agency = Another agency
