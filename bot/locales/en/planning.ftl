# Planning trainings together: drafts, the secretariat's decisions, seats, a host.

kelola-drafts = { $count ->
    [one] { $count } draft handed in
   *[other] { $count } drafts handed in
}
kelola-merges = { $count ->
    [one] { $count } proposal to merge
   *[other] { $count } proposals to merge
}
button-check-drafts = Check drafts
button-check-merges = Answer the merge
button-planning = Training plans
button-planning-back = ⬅️ Plans
button-new-draft = Make a draft
button-plans-own = Our drafts
button-plans-queue = Drafts handed in
button-plans-open = Accepted trainings
button-plans-done = Finished
button-take-seats = Commit seats
button-change-seats = Change the seats
button-survey = What people ask for
button-survey-own = Our province only
button-survey-all = All provinces
button-complete-draft = Fill in the rest
button-submit-draft = Hand in to Sekber
button-edit-draft = Change a field
button-recall-draft = Take it back
button-other-fields = Other fields
button-plan-full = Everything in it
button-plan-history = History
button-see-plan = See the draft
button-check-draft = Check the draft
button-accept-draft = Accept
button-accept-both = Accept both
button-return-draft = Return
button-return-a = Return A
button-return-b = Return B
button-draft-later = Later
button-next-draft = Next draft
button-compare-drafts = Compare contents
button-propose-merge = Propose to merge
button-keep-a = Go on with A
button-keep-b = Go on with B
button-read-a = Everything in A
button-read-b = Everything in B
button-agree-merge = Agree to merge
button-see-merge = See the proposal
button-keep-draft = Keep mine
button-other-seat-number = Another number
button-give-seats-back = No seats after all
button-offer-host = Ready to host
button-choose-host = Choose the host
button-change-host = Change the host
button-make-host = Make it the host
button-publish-plan = Publish
button-leave-as-is = Leave as is
button-other-months = Other months

plan-room = <b>Training plans</b>
plan-room-of = <b>Training plans</b> · { $agencies }
plan-room-none = Your agency has no drafts yet.
plan-room-own = Our drafts: { $counts }.
plan-room-queue = { $count ->
    [0] No draft waits to be checked.
    [one] { $count } draft waits to be checked.
   *[other] { $count } drafts wait to be checked.
}
plan-room-open = { $count ->
    [0] No accepted training waits for seats.
    [one] { $count } accepted training waits for seats and a host.
   *[other] { $count } accepted trainings wait for seats and a host.
}
plan-count-draft = { $count } not handed in
plan-count-returned = { $count } returned
plan-count-submitted = { $count } handed in
plan-count-accepted = { $count } accepted
plan-choose-agency = For which agency is the draft?
plans-own = <b>Our drafts</b>
plans-own-none = Your agency has no drafts yet.
plans-queue = <b>Drafts handed in</b>
plans-queue-none = No draft waits to be checked.
plans-open = <b>Accepted trainings, waiting for seats</b>
plans-open-none = No training waits for seats.
plans-done = <b>Planned to the end</b>
plans-done-none = No plan is finished yet.
plans-line = <b>{ $number }. { $title }</b> · { $facts } · { $state }
plan-state-draft = not handed in
plan-state-submitted = with Sekber
plan-state-returned = returned
plan-state-accepted = accepted
plan-state-merged = merged
plan-state-published = published

plan-title = <b>{ $title }</b>
plan-owner = { $agency } · { $state }
plan-hours = { $hours } JP
plan-summary = <i>{ $text }</i>
plan-field = <b>{ $name }:</b> { $value }
plan-remark = ⚠️ Remark of Sekber: "{ $remark }"
plan-missing = Not filled in yet: { $fields }.
plan-in-merge = ⏳ Waiting for answers to a proposal to merge.
plan-seats = Seats: { $total }, that is { $agencies }.
plan-seats-one = { $agency } { $seats }
plan-seats-host = { $agency } { $seats } (host)
plan-no-seats = No agency has committed seats yet.
plan-which-field = Which field is to be changed?
plan-submitted = ✅ Handed in to Sekber. You will hear the decision here.
plan-not-submitted = Not handed in yet. Still to be filled in: { $fields }.
plan-recalled = Taken back. The draft can be changed again.
plan-returned = The draft was returned. Your remark goes to its owner.
plan-published = ✅ The training is published. The host can open its batches.
plans-accepted = { $count ->
    [1] ✅ The draft is accepted. Agencies can now commit seats.
   *[other] ✅ { $count } drafts are accepted. Agencies can now commit seats.
}

plan-history = <b>History</b> · { $title }
plan-history-line = { $line }
plan-step = { $day } · { $who }: { $what }
plan-step-remark = { $line }. Remark: "{ $remark }"
plan-step-someone = those who run Jalin
plan-step-drafted = drafted
plan-step-submitted = handed in
plan-step-recalled = taken back
plan-step-accepted = accepted
plan-step-returned = returned
plan-step-proposed = proposed to be merged with { $partner }
plan-step-agreed = agreed to merge with { $partner }
plan-step-kept = not merged with { $partner }
plan-step-merged = merged with { $partner }
plan-step-merged-into = merged into { $partner }
plan-step-committed = { $seats ->
    [one] committed { $seats } seat
   *[other] committed { $seats } seats
}
plan-step-withdrew = gave its seats back
plan-step-host-offered = ready to host
plan-step-host = { $host } is the host
plan-step-published = published

kept-what-drafted = drafted
kept-what-submitted = handed in
kept-what-recalled = taken back
kept-what-accepted = accepted
kept-what-returned = returned
kept-what-proposed = merge proposed
kept-what-agreed = merge agreed to
kept-what-kept = merge not agreed to
kept-what-merged = merged
kept-what-committed = seats committed
kept-what-withdrew = seats given back
kept-what-host-offered = ready to host
kept-what-host = host agreed
kept-what-published = published

pair = <b>Two similar drafts ({ $percent }%)</b>
pair-line = { $letter }. { $agency }: <b>{ $title }</b> · { $facts }
pair-same = Same: { $fields }.
pair-different = Different: { $fields }.
pair-waits = ⏳ Waiting for the answers of both agencies.
pair-refused = To merge these two was not agreed to before.
merge-which =
    Which draft goes on?
    The other one is merged into it once both agencies agree.
merge-sent = ⏳ The proposal goes to both agencies. You will hear their answers here.
merge-proposed = <b>Proposal to merge</b> · { $percent }% alike
merge-result = If both agencies agree, this one goes on: { $title } ({ $agency }).
merge-agency-agreed = { $agency } has agreed.
merge-agreed = ✅ Both agencies agree. This is the draft that goes on.
merge-refused = The drafts stay as they were. Sekber and the other agency are told.
remark-ask = Write what needs to be changed. The owner of the draft reads this remark.

seats-for = Seats for which agency?
seats-now = { $count ->
    [one] { $agency } has committed { $count } seat so far.
   *[other] { $agency } has committed { $count } seats so far.
}
seats-ask = How many seats for { $agency }?
seats-type = Type the number of seats, for example 12.
seats-taken = { $count ->
    [one] ✅ { $count } seat committed. It can be changed until the training is published.
   *[other] ✅ { $count } seats committed. They can be changed until the training is published.
}
seats-given-back = The seats were given back.
host-line = { $seats ->
    [one] { $number }. { $agency }, { $seats } seat
   *[other] { $number }. { $agency }, { $seats } seats
}
host-line-ready = { $seats ->
    [one] { $number }. { $agency }, { $seats } seat, ready
   *[other] { $number }. { $agency }, { $seats } seats, ready
}
host-ask = Who is the host?
host-nobody = No agency has committed seats yet.
host-offered = Sekber is told that you are ready.
host-made = ✅ The host is agreed. The agencies that take part are told.

draft-empty = not filled in yet
draft-now = Now: { $value }
draft-numbered = { $number }. { $text }
draft-most-asked = Most asked for:
draft-asked-for = { $count ->
    [one] { $count } person asks for a topic like this.
   *[other] { $count } people ask for a topic like this.
}
draft-alike = There is something similar: { $title }.
draft-ask-title = What is the training called?
draft-ask-lesson_hours = How many lesson hours (JP)? Type the number, for example 40.
draft-ask-competency = Which competency?
draft-ask-mode = How is it learned?
draft-ask-funding = Where does the money come from?
draft-ask-funding_note = Who pays for the training, travel and daily allowance?
draft-ask-programme = For which priority programme? Tap its number, or type another one.
draft-ask-planned_month = Which month is hoped for?
draft-ask-summary = Sum it up in one or two sentences.
draft-ask-objectives = What is it for? Write what participants will be able to do.
draft-ask-materials = What are the materials?
draft-name-title = title
draft-name-lesson_hours = JP
draft-name-competency = competency
draft-name-mode = way of learning
draft-name-funding = funding
draft-name-funding_note = who pays what
draft-name-programme = priority programme
draft-name-planned_month = month
draft-name-summary = summary
draft-name-objectives = objectives
draft-name-materials = materials
draft-label-title = Title
draft-label-lesson_hours = JP
draft-label-competency = Competency
draft-label-mode = Way of learning
draft-label-funding = Funding
draft-label-funding_note = Who pays what
draft-label-programme = Priority programme
draft-label-planned_month = Month
draft-label-summary = Summary
draft-label-objectives = Objectives
draft-label-materials = Materials

told-plan-submitted = ⏳ { $by } handed in the draft <b>{ $title }</b> · { $facts }.
told-plan-accepted =
    ✅ Sekber accepted the draft <b>{ $title }</b>.
    Next: agencies commit seats and a host is agreed.
told-plan-seats =
    ⏳ The secretariat accepted the draft <b>{ $title }</b> of { $agency } · { $facts }.
    How many seats does your agency take?
told-plan-returned =
    Sekber returned the draft <b>{ $title }</b>. What is filled in is kept; change it and hand it in again.
told-plan-proposed = Sekber proposes to merge drafts A and B. Your draft has not changed.
told-plan-kept = { $by } keeps its draft. <b>{ $title }</b> is not merged with { $partner }.
told-plan-merged = ✅ { $partner } was merged into <b>{ $title }</b> ({ $agency }).
told-plan-host-offered = { $by } is ready to host <b>{ $title }</b>.
told-plan-host = The host of <b>{ $title }</b> is agreed: { $host }.
told-plan-published =
    ✅ <b>{ $title }</b> is published.
    { $host } is the host and can open its batches.

refusal-plan-unknown = That draft is no longer there.
refusal-plan-moved-on = This draft has changed. This is the latest.
refusal-remark-needed = The remark is still empty. Write what needs to be changed.
refusal-merge-unknown = That proposal to merge is no longer there.
refusal-merge-open = One of the drafts still waits for answers to another proposal to merge.
refusal-merge-over = This proposal to merge is over.
refusal-seats-number = Seats are written as a number, 0 to { $most }.
refusal-seats-host = The host needs its seats. Ask the secretariat to choose another host first.
refusal-host-no-seats = The host is one of the agencies that have committed seats.
refusal-host-missing = A training is published once its host is agreed.
refusal-draft-hours = Lesson hours (JP) are written as a number, { $least } to { $most }.
refusal-draft-choice = Just tap one of the choices below.
refusal-draft-short = Too short: { $count } letters, at least { $least }.
refusal-draft-long = { $count } letters read, at most { $most }. Please send a shorter one.
