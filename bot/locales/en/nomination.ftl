# Nomination: agencies rank their applicants until a moment, then seats are given in that order.

refusal-nomination-over = The order for this batch is not set here any more. Where you applied yourself, a colleague sets it.
refusal-nomination-changed = An applicant has left. The order is not saved yet; look at it again, then save.

# What the applicant reads.
enrol-then-nomination = Seats are given in the order of the agencies: your province's BPSDM or your agency sets it until { $moment }.
enrolled-applied = ⏳ Submitted: <b>{ $title }</b>.
enrolled-nomination = Your agency sets the order until { $moment }. Then seats are given, and you hear the result here.
enrolled-approved = ⏳ <b>{ $title }</b>: the recommendation has been approved by { $host }.
seats-nomination = Seats are given in the order of the agencies on { $moment }.
state-applied = submitted, the order is set until { $date }
told-waitlisted-nominated = The seats have been given in the order of the agencies. Your place on the waitlist follows that order.

# What organizers see of it.
kelola-nominations =
    { $count ->
        [one] { $count } nomination without a full order
       *[other] { $count } nominations without a full order
    }
button-check-nominations = Set nominations
button-nominations = Nominations
nominations = <b>Nominations you can set</b>
nominations-none = There are no applicants to be ranked yet.
nominations-line = <b>{ $number }.</b> { $title } · { $agency } · { $ranked } of { $applicants } ranked · until { $date }
nomination = <b>{ $title }</b>, batch { $number } · { $agency }: { $count ->
        [one] { $count } applicant
       *[other] { $count } applicants
    }
nominee = <b>{ $number }.</b> { $who }
nominee-ranked = { $nominee } · <b>place { $place }</b>
nominee-unready = { $nominee } · recommendation not approved yet
nomination-how = Tap the numbers in the order you want; tap once more to take out. Until { $moment }.
nomination-unsaved = This order is not saved yet.
nomination-saved = ✅ The order of { $count ->
        [one] { $count } applicant
       *[other] { $count } applicants
    } for <b>{ $title }</b> is saved. Who is not ranked follows by the time of applying. You can change it until { $moment }.
nomination-saved-none = ✅ Saved without an order: seats of <b>{ $title }</b> are given by the time of applying. You can change it until { $moment }.
button-save-ranks = Save order
button-clear-ranks = Clear
button-change-ranks = Change order
recommendation-effect-nomination = If approved: part of the nomination; seats are given in the order of their agency.
recommendation-now-nominated = ✅ Approved: { $name } is part of their agency's nomination. They are told the result.
