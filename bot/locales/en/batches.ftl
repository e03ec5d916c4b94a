# Organizers run batches; first what is answered with a no.

refusal-training-not-hosted = This training is not published, or another agency hosts it.
refusal-batch-ends-early = It has to end after it starts.
refusal-batch-in-past = That time has passed.
refusal-batch-code-taken = All codes for this batch are taken. Tell those who run Jalin.
refusal-registration-order = Registration has to close after it opens.
refusal-seats-released = Unused seats are open to everyone already, so the time cannot be changed.
refusal-offer-hours = An offer lasts between 1 and { $most } hours.
refusal-fill-in-use = People have enrolled, so how seats are filled cannot be changed.
refusal-batch-out-of-order = That change does not fit the rest yet. Nothing has changed.
refusal-batch-not-ready = This batch cannot be published yet. What is missing stands on its screen.
refusal-batch-draft = This batch is not published yet.
refusal-limit-in-use = People have enrolled, so a limit of seats cannot be set or taken away.
refusal-limit-published = This batch is published without a limit of seats.
refusal-seats-province = "{ $province }" is not a province that may come to this batch.

# The list.
batches = <b>{ $count ->
    [one] { $count } batch
   *[other] { $count } batches
}</b>
batches-none = No batches yet. Make one of a training that your agency hosts.
batches-line = <b>{ $number }. { $title }</b> · Batch { $batch } · { $days } · { $seats } · { $state }
batch-state-draft = draft
batch-state-published = published
batch-state-over = over
batch-state-cancelled = cancelled
batch-choose-training = A batch of which training?
batch-training-line = { $number }. { $title } · { $count ->
    [0] no batch yet
    [one] { $count } batch
   *[other] { $count } batches
}
batch-no-trainings = There is no published training yet that your agency hosts.
button-batches = Batches
button-new-batch = New batch
button-batches-back = ⬅️ Batches
button-back-to-batch = ⬅️ This batch

# One batch.
batch-title = <b>{ $title }</b> · Batch { $number } · { $state }
batch-plain = { $text }
batch-clock = { $hour }:{ $minute }
batch-time = { $first }, { $from } to { $last }, { $to } { $zone }
batch-time-day = { $day }, { $from }–{ $to } { $zone }
batch-registration-opens = Enrolment opens { $moment }.
batch-registration-closes = Enrolment closes { $moment }.
batch-registration-closed = Enrolment closed { $moment }.
batch-seats = Confirmed seats { $taken }/{ $size }
batch-seats-unlimited = { $count ->
    [one] { $count } participant
   *[other] { $count } participants
}, no limit of seats
batch-seats-line = { $count } on the waitlist
batch-seats-offered = { $count } offered a seat
batch-seats-letters = { $count } waiting for a recommendation
batch-line-dash = – { $what }
batch-problems = ⚠️ Before it is published, complete:
batch-problem-training = The training itself is not published
batch-problem-past = Its start has passed
batch-problem-ends-early = It does not end after it starts
batch-problem-place = No place or meeting address yet
batch-problem-closes-before-opening = Enrolment closes before it opens
batch-problem-opens-after-end = Enrolment opens after the training ends
batch-problem-closes-after-end = Enrolment closes after the training ends
batch-problem-closed = The time for enrolling has passed
batch-problem-no-seats = Its capacity is 0 seats
batch-problem-no-plan = No seat plan chosen yet
batch-problem-release-late = Unused seats open after the training starts
batch-problem-cancel-late = Seats can be given back after the training ends
batch-problem-nominate-when = No date until when agencies nominate
batch-problem-nominate-late = Nominating has to end after enrolment opens and before the start
batch-problem-nominate-unlimited = Nominating needs a limit of seats
batch-starts = Starts { $starts }
batch-cautions = To keep in mind:
batch-caution-holiday = { $days }: public holiday, { $name }
batch-caution-leave = { $days }: { $name }
batch-caution-weekend = Weekend: { $days }
batch-caution-friday = { $days }: leave a break for Friday prayer, 11:30–13:00 { $zone }
batch-caution-early = Starts at { $hour }, too early there
batch-caution-late = Starts at { $hour }, too late there
batch-published = ✅ The batch is published. The training is on the list now.
batch-published-again = This batch is published already.
button-publish-batch = Publish
button-batch-set-place = Set the place
button-see-card = See the training card
button-batch-details = Change details
button-batch-seats = Seats
button-cancel-batch = Cancel the batch
button-close-registration = Close enrolment

# What can be changed.
batch-not-set = not set
batch-needed = needed
batch-not-needed = not needed
batch-provinces = { $count } provinces: { $names }
batch-detail-time = <b>Time:</b> { $value }
batch-detail-place = <b>Place:</b> { $value }
batch-detail-access = <b>Access, for confirmed seats only:</b> { $value }
batch-detail-opens = <b>Enrolment opens:</b> { $value }
batch-detail-closes = <b>Enrolment closes:</b> { $value }
batch-detail-provinces = <b>For civil servants of:</b> { $value }
batch-detail-recommendation = <b>Superior's recommendation:</b> { $value }
batch-detail-capacity = <b>Capacity:</b> { $value }
batch-detail-fill = <b>How seats are filled:</b> { $value }
batch-detail-release = <b>Unused seats open to everyone:</b> { $value }
batch-detail-offer = <b>An offer lasts:</b> { $value }
batch-detail-cancel = <b>Seats can be given back until:</b> { $value }
batch-fill-first-come = first come, first served
batch-fill-nomination = agencies nominate
batch-fill-until = agencies nominate until { $moment }
batch-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
batch-no-plan = No seat plan chosen yet.
button-batch-dates = Dates
button-batch-place = Place
button-batch-access = Address, access
button-batch-provinces = Provinces
button-batch-opens = Enrolment opens
button-batch-closes = Enrolment closes
button-batch-recommendation = Recommendation
button-batch-capacity = Capacity
button-batch-fill = How seats fill
button-batch-release = Unused seats open
button-batch-offer = Offer's duration
button-batch-cancel = Cut-off
card-nomination = Agencies nominate for the seats, until { $moment }.
enrolled-access = How to get in: { $access }

# The form.
batch-form-title = <b>{ $title }</b>
batch-ask-start-day = The first day? Choose it in the calendar, or type it, as in <i>7 Dec 2026</i>.
batch-ask-end-day = The last day? Choose it in the calendar, or type it.
batch-ask-end-day-since = Starts { $day }.
batch-ask-zone = { $zone } time, as at { $host }.
batch-ask-start-hour = { $day }: when does it start ({ $zone })? Choose, or type it, as in <i>08:15</i>.
batch-ask-end-hour = { $day }: when does it end ({ $zone })? Choose, or type it.
batch-ask-place = Where is it? Type the name and a short address. It stands on the training card.
batch-ask-access = How does one get in? Type the meeting address or the code of the room. Only people with a confirmed seat see it.
batch-ask-capacity = How many seats? Choose, or type the number.
batch-ask-opens = When does enrolment open?
batch-ask-closes = When does enrolment close?
batch-ask-nominate = Until when do agencies nominate their people?
batch-ask-release = When do unused seats open to all provinces?
batch-ask-cancel = Until when can people give their seat back?
batch-ask-moment = Choose, or type it, as in <i>30 Nov 2026 17:00</i> ({ $zone }).
batch-ask-provinces = Who may come? Tap the provinces, or type them, as in <i>NTT, Bali</i>. None chosen means all.
batch-ask-provinces-chosen = Chosen: { $names }
batch-ask-recommendation = Is a superior's recommendation needed?
batch-ask-fill = How are seats filled? First come: in the order of enrolling. Nomination: agencies rank their applicants until a date.
batch-ask-offer = How long is a freed seat held for the next in line? Choose, or type the hours.
batch-kept = Now: { $value }
batch-kept-hours = Now: { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
batch-kept-seats = Now: { $count ->
    [one] { $count } seat
   *[other] { $count } seats
}
batch-kept-unlimited = Now: no limit of seats
batch-typed = What you typed: <i>{ $text }</i>
batch-unclear-day = That day could not be read. Like this: 7 Dec 2026 or 7/12/2026.
batch-unclear-early = That day is too early. Choose another one.
batch-unclear-clock = That hour could not be read. Like this: 08:30.
batch-unclear-moment = That time could not be read. Like this: 30 Nov 2026 17:00.
batch-unclear-number = That number could not be read. It is 1 to { $most }.
batch-unclear-province = "{ $province }" is not known. Use the short name as on the list.
batch-unclear-share = "{ $part }" could not be read. Like this: Jatim 7, NTT 2.
batch-unclear-twice = { $province } stands there twice.
text-awaited-tap = Just tap one of the buttons below. To stop, send /batal.
button-other-month = Another month
button-batch-empty = Leave empty
button-batch-unlimited = No limit of seats
button-batch-now = Opens now
button-batch-morning = { $date }, 08:00
button-batch-before = D-{ $days } · { $day }
button-batch-closes-start = When it starts
button-batch-closes-end = When it ends
button-batch-release-none = Never
button-batch-cancel-usual = As usual: D-3
button-batch-others = Other provinces
button-batch-save = Save the choice
button-batch-needed = It is needed
button-batch-not-needed = It is not needed
button-batch-first-come = First come
button-batch-nomination = Nomination
batch-move = Start: was { $was }, becomes { $new }.
batch-move-end = End: was { $was }, becomes { $new }.
batch-move-told = { $count ->
    [one] { $count } person is told.
   *[other] { $count } people are told.
} Seats and places in line stay.
batch-move-overlap = ⚠️ For { $count } of them it then overlaps with another confirmed seat. Nothing is cancelled; they choose themselves.
batch-moved = ✅ The dates have moved; { $count ->
    [one] { $count } person is told.
   *[other] { $count } people are told.
}
button-batch-move = Move the dates
batch-capacity = Capacity was { $was }, becomes { $new }.
batch-capacity-more = { $count ->
    [one] { $count } seat more.
   *[other] { $count } seats more.
}
batch-capacity-line = { $count } on the waitlist; new seats are offered to them at once, in order.
batch-capacity-open = New seats go to the open pool.
batch-capacity-rule = Seats are shared again by the rule; those in use stay.
batch-capacity-less = { $count ->
    [one] { $count } empty seat goes.
   *[other] { $count } empty seats go.
}
batch-capacity-kept = { $count ->
    [one] { $count } confirmed seat stays.
   *[other] { $count } confirmed seats stay.
}
button-batch-resize = Change the capacity

# Sharing seats.
batch-choose-rule = <b>{ $title }</b>: how are { $count } seats shared?
batch-choose-rule-then = You see the result first; nothing is kept yet.
button-share-seats = Share the seats
button-adjust-seats = Move seats
button-rule-proportional = By number of PNS
button-rule-one-each = One each, then by size
button-rule-equal = Equally
button-rule-first-come = First come
button-rule-by-hand = By hand
button-other-rule = Choose another way
button-keep-plan = Use this plan
button-regional = Regions { $percent }%
button-affirmative = New Papua seats: { $count }
pool-affirmative = affirmative
batch-figure = { $pool } { $seats }
batch-plan-regional = Set apart first: { $percent }% for civil servants of the regions.
batch-plan-affirmative = Set apart first: seats for the four new provinces in Papua.
batch-plan-left = { $count ->
    [one] { $count } seat is not given to a province
   *[other] { $count } seats are not given to a province
}; open to everyone.
batch-plan-kept = ✅ The seat plan is kept.
batch-ask-shares = Type each province's share of { $count } seats, as in <i>{ $example }</i>. The rest is open to everyone.
batch-ask-shares-who = Provinces: { $names }
batch-adjust = Move seats between pools; they stay { $count } in all. Figures: taken/size. A pool's name can be typed.
batch-pool = <b>{ $pool }: { $count ->
    [one] { $count } seat
   *[other] { $count } seats
}</b>, { $taken } taken
batch-pool-left = { $count ->
    [one] { $count } seat is
   *[other] { $count } seats are
} not given to another pool yet.
batch-pool-over = { $count ->
    [one] { $count } seat
   *[other] { $count } seats
} too many; take some from another pool.
batch-pool-move = { $pool }: was { $was }, becomes { $new }
batch-adjust-reason = Why? Write one sentence; everybody can read it.
batch-adjusted = ✅ The pools are changed, the reason is kept.
button-write-reason = Go on to the reason

# Closing early, cancelling.
batch-close = Enrolment for <b>{ $title }</b> was to close { $moment }.
batch-close-then = If it closes now, nobody new can enrol. Those who enrolled, and the waitlist, go on.
batch-closed-now = ✅ Enrolment is closed.
button-keep-open = Keep it open
batch-cancel-why = Why is <b>{ $title }</b> cancelled? Write one sentence; everybody who enrolled will read it.
batch-cancel-sure = { $count ->
    [0] <b>{ $title }</b> is cancelled. Nobody has enrolled yet.
    [one] <b>{ $title }</b> is cancelled: { $count } person is told, and seat offers are withdrawn. It cannot be undone.
   *[other] <b>{ $title }</b> is cancelled: { $count } people are told, and seat offers are withdrawn. It cannot be undone.
}
batch-cancelled-now = { $count ->
    [0] <b>{ $title }</b> is cancelled.
    [one] <b>{ $title }</b> is cancelled; { $count } person is told.
   *[other] <b>{ $title }</b> is cancelled; { $count } people are told.
}
button-keep-batch = Keep the batch

# To people whose batch moved.
told-schedule = ⚠️ The dates have moved: <b>{ $title }</b>.
told-schedule-dates = They were { $was }, and are now { $new }.
told-schedule-seat = Your seat stays.
told-schedule-place = Your enrolment stays.
told-schedule-cancel = If you cannot come, you can cancel until { $moment }.
