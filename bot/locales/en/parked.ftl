# Messages that were not sent, or perhaps were.

parked = <b>Messages held up</b>, newest first
parked-none = No message is held up.
parked-away = { $count ->
    [1] 1 more is not shown: its recipient is blocking Jalin.
   *[other] { $count } more are not shown: their recipients are blocking Jalin.
}
parked-line = { $number }. { $kind } · { $who } · { $state }
parked-state-failed = not sent yet
parked-state-unknown = perhaps sent
parked-one = <b>{ $kind }</b>
parked-for = For: { $who }
parked-at = Last tried { $moment }
parked-of = somebody of { $agency }
parked-somebody = somebody
parked-unknown = ⚠️ The connection was cut while sending. It may have arrived, or not. Sent again, it may be received twice.
parked-blocked = The recipient was blocking Jalin then, and is back now.
parked-not-made = ⚠️ Its text could not be put together, tried 5 times.
parked-refused = ⚠️ Telegram did not take this message.
parked-settled = This message is held up no more.
parked-queued = Being sent again now, in quiet hours the next morning.
parked-queued-before = It was sent again before. It stays one message.
refusal-delivery-gone = That message is there no more.

delivery-kind-other = Message
delivery-kind-broadcast = Announcement
delivery-kind-verification-request = Request to verify
delivery-kind-verification-result = Result of a verification
delivery-kind-seat-confirmed = Seat confirmed
delivery-kind-seat-waitlisted = Waitlist
delivery-kind-seat-offered = Seat offer
delivery-kind-offer-expired = Offer expired
delivery-kind-recommendation-given = Recommendation given
delivery-kind-recommendation-refused = Recommendation declined
delivery-kind-recommendation-rejected = Recommendation returned
delivery-kind-recommendation-misdirected = Superior's link opened by another
delivery-kind-recommendation-approved = Recommendation approved
delivery-kind-recommendation-missing = Letter did not come
delivery-kind-reminder = Reminder
delivery-kind-role-taken = Role taken
delivery-kind-planning-step = Step of a training plan
delivery-kind-batch-moved = Dates changed
delivery-kind-participant-added = Added to a batch
delivery-kind-participant-moved = Moved to another batch
delivery-kind-participant-removed = Taken out of a batch
delivery-kind-file-interrupted = Saving of a file cut off
delivery-kind-batch-cancelled = Batch cancelled

button-parked = Messages held up
button-send-again = Send again
