# Seats and enrolments; first what is answered with a no.

refusal-reason-missing = The reason is still missing. Please write one sentence.
refusal-seat-pool-unknown = This batch has no seats called "{ $pool }".
refusal-seats-not-capacity = The seats add up to { $total }, the capacity is { $capacity }. The two must be equal.
refusal-seats-over-capacity = { $total } seats are asked for, more than the { $capacity } there are.
refusal-capacity-below-taken = { $taken } seats are taken already, so the capacity cannot become { $capacity }.
refusal-seats-unlimited = This batch has no limit of seats, so there is nothing to share.
refusal-seats-in-use = Seats are shared before the first enrolment. Now they can be changed one by one, with a reason.
refusal-seats-below-taken = { $taken } seats of { $pool } are taken already, so it cannot be made smaller.
refusal-batch-cancelled = This batch was cancelled.
refusal-batch-started = This batch has started.

refusal-enrol-unverified = You can enrol once your data has been confirmed.
refusal-enrol-left = The staff list says that you have left that agency. An organizer can update it.
refusal-registration-upcoming = Enrolment is not open yet.
refusal-registration-closed = Enrolment has closed.
refusal-enrol-province = This batch is for other provinces.
refusal-enrol-overlap = It overlaps with { $other }, where you have a confirmed seat. Nothing has changed.
refusal-enrolment-unknown = That enrolment is no longer there.
refusal-cancel-too-late = It is too late to cancel. Your seat stays yours. If you cannot come, tell the organizers.

refusal-offer-unknown = That offer is no longer there.
refusal-offer-gone = This offer no longer holds.
refusal-offer-lapsed = The offer has ended and the seat went to the next in line. You can join the waitlist again.
refusal-offer-overlap = It overlaps with your seat in { $other }. You can take only one; this seat is still held.
refusal-swap-too-late = Your seat in { $other } can no longer be cancelled, so it cannot be swapped.

refusal-recommend-own = A recommendation comes from somebody else.
refusal-recommend-agency = A recommendation comes from a superior at the same agency.
refusal-recommendation-closed = No recommendation is awaited for this enrolment any more.
refusal-recommendation-late = The time for the recommendation is over.
refusal-recommendation-changed = This recommendation has changed since you opened it. Nothing was decided.

# Enrolling.
enrol-ask = Enrol in <b>{ $title }</b>, { $days }?
enrol-nip = NIP { $nip }
enrol-then-seat = If the seat is still free when you tap, it is yours at once.
enrol-then-waitlist = The seats for you are full, so you join the waitlist. When a seat frees up, the offer comes here.
enrol-then-recommendation = A superior's recommendation is needed: the seat is confirmed once { $host } approves it.
enrol-unverified = You can enrol once your data has been confirmed: NIP, name and agency. It takes a few minutes.
enrol-unverified-waiting = ⏳ The organizers are checking your data. You can enrol once the result has come here.
enrol-again-seat = You are enrolled already. It is still one seat.
enrol-again-place = You are enrolled already. Nothing has changed.
enrol-no-upcoming = Enrolment opens { $moment }.
enrol-no-closed = Enrolment closed { $moment }.
enrol-no-province = This batch is for civil servants of { $provinces }. A similar one may be open to your province.
enrol-no-overlap =
    <b>{ $title }</b> ({ $days }) overlaps with <b>{ $other }</b> ({ $other_days }), where you have a confirmed seat.
    Nothing has changed.
button-enrol = Enrol
button-enrol-again = Enrol again
button-see-seats = See the seat plan
button-see-my-seat = See my seat
button-see-enrolment = See my enrolment
button-see-training = See the training
card-own-state = Your enrolment: { $state }.

# Where an enrolment stands.
enrolled-confirmed = ✅ Your seat is confirmed: <b>{ $title }</b>.
enrolled-place = { $when }, { $place }
enrolled-cancel-until = You can cancel until { $moment }.
enrolled-waitlisted = ⏳ <b>{ $title }</b>: you are on the waitlist.
enrolled-place-in-pool = { $pool } seats { $taken }/{ $size }, your place in line: { $place }.
enrolled-place-in-line = Your place in line: { $place }.
enrolled-offer-comes = When a seat frees up, the offer comes here and is held for you for { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }.
enrolled-offered = ⏰ There is a seat for you: <b>{ $title }</b>.
enrolled-submitted = ⏳ Your enrolment is saved: <b>{ $title }</b>. One more step: your superior's recommendation.
enrolled-letter-due = It is awaited until { $moment } ({ $left } left). The seat is confirmed once { $host } approves.
enrolled-letter-decides = { $host } decides about this enrolment; you will hear of it here.
enrolled-recommended = ⏳ <b>{ $title }</b>: your superior recommended you. Now { $host } decides.
enrolled-attended = ✅ You attended: <b>{ $title }</b>.
enrolled-passed = 🎓 Passed: <b>{ $title }</b>.
enrolled-failed = Not passed: <b>{ $title }</b>.
enrolled-declined = You declined the offered seat: <b>{ $title }</b>.
enrolled-expired = The seat offer has ended: <b>{ $title }</b>.
enrolled-cancelled = Enrolment cancelled: <b>{ $title }</b>.
enrolled-exempted = 🎓 You are exempted: <b>{ $title }</b>.

state-mark-confirmed = ✅
state-mark-waitlisted = ⏳
state-mark-offered = ⏰
state-mark-submitted = ⏳
state-mark-recommended = ⏳
state-mark-attended = ✅
state-mark-passed = 🎓
state-mark-exempted = 🎓
state-confirmed-days = seat confirmed, { $days }
state-waitlisted-place = waitlist, place { $place }
state-offered-until = a seat is offered, answer until { $moment }
state-offered = a seat is offered
state-submitted = waiting for your superior's recommendation
state-recommended = recommended, waiting for the organizers
state-attended = attended
state-passed = passed
state-failed = not passed
state-declined = offer declined
state-expired = offer ended
state-cancelled = cancelled
state-exempted = exempted

mine = <b>My enrolments</b>
mine-ended = <b>Enrolments that have ended</b>
mine-line = <b>{ $number }.</b> { $mark } { $title } · { $state }
mine-none = No enrolments yet.
mine-none-ended = No enrolments have ended yet.
mine-guest = Your enrolments appear here once you have introduced yourself. The list of trainings is open already.
button-mine = My enrolments
button-back-to-mine = ⬅️ My enrolments
button-mine-ended = Those that ended
button-mine-current = Current ones

history = <b>History</b> · { $zone } time
step-when = { $date } { $hour }:{ $minute }
step-line = { $when } · { $what }
step-reason = ("{ $reason }")
step-by = { $what }, by { $by }
step-submitted = Submitted
step-letter = Letter handed in
step-not-recommended = Recommendation not approved
step-recommended = Recommended
step-confirmed = Seat confirmed
step-waitlisted = Put on the waitlist
step-offered = Seat offered
step-declined = Offer declined
step-expired = Offer ended without an answer
step-cancelled = Cancelled
step-letter-missing = Ended, no recommendation came
step-swapped = Swapped for another seat
step-batch-cancelled = Batch cancelled
step-attended = Attended
step-passed = Passed
step-failed = Not passed
step-exempted = Exempted

# Leaving.
leave-why = Why is <b>{ $title }</b> being cancelled?
leave-reason = Reason: { $reason }
leave-confirmed =
    Your seat in <b>{ $title }</b> is offered to the next in line at once.
    To take part after all you enrol anew; if the seats are full, from the waitlist.
leave-waitlisted =
    You give up place { $place } in line for <b>{ $title }</b>.
    If you enrol again, you start at the end of the line.
leave-submitted = Your enrolment in <b>{ $title }</b> is withdrawn. While enrolment is open, you can enrol again.
leave-too-late =
    The time to cancel is over: { $moment }. Your seat stays yours.
    If you cannot come, tell { $host }.
left-cancelled = Enrolment in <b>{ $title }</b> cancelled { $moment }. Thank you for letting us know.
left-waitlisted = You left the waitlist of <b>{ $title }</b> { $moment }.
button-stay = Keep my place
button-cancel-seat = Cancel my enrolment
button-keep-waiting = Keep waiting
button-leave-line = Leave the waitlist
button-find-another = Find other trainings
button-reason-duty = Official duty
button-reason-permission = Not permitted yet
button-reason-ill = Illness
button-reason-dates = Overlapping dates
button-reason-private = Private reasons
reason-duty = official duty.
reason-permission = not permitted by the superior yet.
reason-ill = illness.
reason-dates = overlapping dates.
reason-private = private reasons.

# Offers.
offer = ⏰ There is a seat for you: <b>{ $title }</b>, { $days }, host { $host }.
offer-until = Answer until { $moment } ({ $left } left).
offer-held = Until then the seat is held for you. Without an answer it is offered to the next in line.
offer-lapsed = The offer for <b>{ $title }</b> ended { $moment }; the seat went to the next in line.
offer-lapsed-again = You can join the waitlist again, at its end (now place { $place }).
offer-lapsed-free = You can enrol again; there is a free seat now.
offer-overlap = It overlaps with your seat in <b>{ $other }</b> ({ $days }). You can take only one.
offer-overlap-swap = If you swap, the seat in <b>{ $title }</b> is confirmed and the one in <b>{ $other }</b> is offered to the next in line.
offer-overlap-held = This seat is still held until { $moment }.
offer-swap-too-late = Your seat in <b>{ $other }</b> can no longer be cancelled since { $moment }, so it cannot be swapped. Nothing has changed.
decline-ask = Decline the seat in <b>{ $title }</b>, { $days }? It goes to the next in line at once.
declined = You declined the seat in <b>{ $title }</b>, and it was passed on. Thank you for letting us know.
button-accept = Accept
button-decline = Decline
button-decline-seat = Decline the seat
button-back-to-offer = ⬅️ Back to the offer
button-answer-offer = Answer the offer
button-join-line = Join the waitlist
button-swap = Swap to this one

# What is told unasked.
told-waitlisted-approved = { $host } approved the recommendation, but the seats for you are full at the moment.
told-recommended = ⏳ Your superior recommends you for <b>{ $title }</b>. Now { $host } decides; you will hear of it here.
told-not-recommended = ⚠️ Your superior has not recommended you for <b>{ $title }</b>.
told-rejected = ⚠️ The recommendation for <b>{ $title }</b> was not approved by { $host }.
told-reason = The note: "{ $reason }"
told-kept = Your enrolment is kept.
told-new-letter = { $host } awaits a new letter until { $moment }.
told-letter-missing = ⚠️ No recommendation for <b>{ $title }</b> came by { $moment }, so this enrolment has ended.
told-letter-missing-again = While registration is open you can enrol again; the time for the letter starts anew.
told-batch-cancelled = ⚠️ <b>{ $title }</b>, { $days }, was cancelled by { $host }.
told-batch-cancelled-then = Your enrolment ends with it; there is nothing you need to do.

# How seats are shared.
pool-open = open
pool-regional = regional
seats-pool = { $pool } seats { $taken }/{ $size }, { $left }.
seats-pool-open = Seats for everyone { $taken }/{ $size }, { $left }.
seats-left = { $count ->
    [one] 1 seat left
   *[other] { $count } seats left
}
seats-full = full
seats-head = <b>{ $title }: { $count ->
    [one] 1 seat
   *[other] { $count } seats
}</b>
seats-unlimited = <b>{ $title }</b> has no limit of seats: everyone who enrols gets a place.
seats-method-proportional = Shared by the number of civil servants of each province.
seats-method-one-each = One seat for each province, the rest by the number of civil servants.
seats-method-equal = Shared equally among the provinces.
seats-method-by-hand = Shared as the organizers decided.
seats-method-first-come = Not shared: whoever enrols first.
seats-figure = { $pool } { $taken }/{ $size }
seats-own-figure = <b>{ $pool } { $taken }/{ $size }</b>
seats-why-proportional = { $pool }: { $size } of { $total } civil servants, worth { $exact } seats, so { $planned }.
seats-why-one-each = { $pool }: one seat, then by { $size } of { $total } civil servants; { $exact } seats in all, so { $planned }.
seats-why-equal = { $pool }: the same share as other provinces, so { $planned }.
seats-why-set = { $pool }: set to { $planned }.
seats-why-open = The figures are taken/available. Open seats can be used by anyone, in the order of enrolling.
seats-rounded = Seats left by rounding go to the largest fractions.
seats-adjusted = Changed by the organizers on { $day }: "{ $reason }"
seats-release = Unused seats open to everyone on { $moment }.
seats-released = Unused seats are open to everyone now.
seats-place = { $pool }: your place in line is { $place }.
