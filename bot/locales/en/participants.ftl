# The people of a batch, as the organizers of its host look after them.

people-head = <b>{ $title }</b> · Batch { $batch } · { $days }
people-seats = { $taken } of { $capacity } seats are taken.
people-none = No participants yet.
people-none-here = Nobody is here any more.
people-line = Waitlist: { $count ->
    [one] { $count } person
   *[other] { $count } people
}
people-seated = With a seat: { $count ->
    [one] { $count } person
   *[other] { $count } people
}
people-asked = Waiting for a recommendation: { $count ->
    [one] { $count } person
   *[other] { $count } people
}
people-ended = Left: { $count ->
    [one] { $count } person
   *[other] { $count } people
}
person-line = <b>{ $number }.</b> { $who }{ $state }
person-line-state = { " " }({ $state })
people-found = { $count ->
    [one] { $count } person found.
   *[other] { $count } people found.
}
people-found-more = These are the first { $shown }; write more of the name to narrow it down.
people-not-found = No participant of this batch fits "{ $query }".
people-nip-not-found = The holder of that NIP is not in this batch.
people-ask = Type a part of the name, or a whole NIP. A message with a NIP is deleted after reading.
people-who = <b>{ $name }</b>
people-state = { $state }, since { $moment }
people-nip-stays = The message with the NIP could not be deleted. Please delete it yourself.

person-state-submitted = waiting for a recommendation
person-state-recommended = recommended
person-state-confirmed = seat confirmed
person-state-attended = attended
person-state-passed = passed
person-state-failed = not passed
person-state-waitlisted = waitlist
person-state-offered = seat offered
person-state-declined = offer declined
person-state-expired = offer expired
person-state-cancelled = cancelled
person-state-exempted = exempted

move-ask = Where shall <b>{ $name }</b> move from Batch { $batch }? The place here is given back, and the person is told.
move-line = Batch { $batch } · { $days } · { $seats }
move-seats = { $count ->
    [0] seats full, to the waitlist
    [one] { $count } seat left
   *[other] { $count } seats left
}
move-seats-unlimited = seats without limit
move-nowhere = Your agency hosts no other batch of <b>{ $title }</b> that has not begun.
remove-ask = Why is <b>{ $name }</b> taken out? Write one sentence; the person will read it. The seat goes to the next in line.
remove-done = <b>{ $name }</b> was taken out and told.
remove-again = <b>{ $name }</b> is not in this batch any more.

add-ask-who = Who is to be added? Type a whole NIP, or the name of somebody of your province. A message with a NIP is deleted after reading.
add-which = Which one?
add-nobody = No confirmed civil servant fits "{ $query }".
add-no-nip = The holder of that NIP is not confirmed in Jalin yet.
add-only-verified = Who can be added: people who introduced themselves to Jalin and whose data was confirmed.
add-ask = Add <b>{ $name }</b> to <b>{ $title }</b>, Batch { $batch }?
add-then = The seat is confirmed if one is free, else it is a place on the waitlist. The person is told.
add-again = <b>{ $name }</b> is in that batch already. Nothing has changed.
placed-seat = ✅ <b>{ $name }</b>: the seat is confirmed. The person is told.
placed-seat-pool = ✅ <b>{ $name }</b>: the seat is confirmed; seats { $pool } are now { $taken }/{ $size }. The person is told.
placed-line = ⏳ <b>{ $name }</b> is on the waitlist, number { $place } in line. The person is told.
placed-asked = ⏳ <b>{ $name }</b> is enrolled and waits for a recommendation. The person is told.

button-people-seated = With a seat · { $count }
button-people-line = Waitlist · { $count }
button-people-asked = Submitted · { $count }
button-people-ended = Left · { $count }
button-people = Participants
button-search-people = Find a participant
button-search-again = Search again
button-add-person = Add a participant
button-add-now = Add
button-add-another = Add another
button-see-person = See the participant
button-move-person = Move
button-move-to = To Batch { $batch }
button-take-out = Take out
button-person-history = History
button-download-xlsx = Download XLSX
button-back-to-people = ⬅️ Participants

step-moved = Moved to another batch
step-removed = Taken out

told-added = { $host } enrolled you.
told-moved = { $host } moved you to Batch { $batch }.
told-removed = ⚠️ Your enrolment in <b>{ $title }</b>, { $days }, was ended by { $host }.

refusal-participant-overlap = It overlaps with { $other }, where this person's seat is confirmed. Nothing has changed.
refusal-participant-province = This batch has no seats for this person's province. Nothing has changed.
refusal-participant-stays = This person attended or finished, and so stays in the batch.
refusal-participant-there = This person is in that batch already. Nothing has changed.
refusal-participant-not-sister = People move only to another batch of the same training and host.
refusal-participant-own = For yourself, enrol from the training's card.
refusal-participant-left = The staff list says that this person has left their agency.
refusal-batch-over = This batch is over.
refusal-person-gone = That person is not in Jalin any more, or no longer confirmed.
