# Seats and enrolments. So far only what is answered with a no.

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
