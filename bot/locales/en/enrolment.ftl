# Seats and enrolments. So far only what is answered with a no.

refusal-reason-missing = The reason is still missing. Please write one sentence.
refusal-seat-pool-unknown = This batch has no seats called "{ $pool }".
refusal-seats-not-capacity = The seats add up to { $total }, the capacity is { $capacity }. The two must be equal.
refusal-seats-over-capacity = { $total } seats are asked for, more than the { $capacity } there are.
refusal-capacity-below-taken = { $taken } seats are taken already, so the capacity cannot become { $capacity }.
