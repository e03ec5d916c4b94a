# Organizers vouch for people; people hear the result.

kelola = <b>Waiting for you</b>
kelola-line = { $number }. { $what }
kelola-recommendations = { $count ->
    [one] 1 recommendation
   *[other] { $count } recommendations
}
kelola-verifications = { $count ->
    [one] 1 verification
   *[other] { $count } verifications
}
kelola-more = Where organizers work.
kelola-empty = Nothing is waiting.
button-check-verifications = Check verifications
button-kelola-back = ⬅️ Manage
button-next-verification = Next
button-vouch = Correct
button-do-not-vouch = Not correct
button-skip = Skip
button-without-note = Without a note
button-correct-data = Correct my data

verification-asked = ⏳ <b>Verification request</b>
verification-title = <b>Verification { $position } of { $total }</b>
verification-typed =
    Name: <b>{ $name }</b>
    NIP: { $nip }
    Agency: { $agency }
verification-listed = Staff list: same NIP, name "{ $name }", { $agency }
verification-not-listed = Staff list: this NIP is not in it yet
verification-held = ⚠️ This NIP is connected to another Telegram account.
verification-since = Asked { $moment }
verification-reason-not-found = Why: not in the staff list yet
verification-reason-name-differs = Why: the name differs
verification-reason-phone-differs = Why: the phone number differs from the list
verification-reason-no-phone = Why: the list has no phone number
verification-reason-phone-wanted = Why: no phone number was shared
verification-reason-phone-skipped = Why: no phone number was shared
verification-reason-taken = Why: the NIP is used by another account
verification-reason-left = Why: listed as having left
verification-reason-other-agency = Why: listed at another agency
verification-someone = a colleague
verification-yourself = you
verification-confirmed = ✅ Confirmed by { $by }. The person is told.
verification-rejected = Answered "not correct" by { $by }. The person is told.
verification-withdrawn = This request no longer holds: the person corrected their data, or is verified already.
verification-open = This request is still waiting.
verification-faster = Already decided by { $by }, { $moment }.
verification-faster-undated = Already decided by { $by }.
rejection-note = Write a short note for the person, such as: The name differs from the decree. They will read it.
rejection-too-long = The note has { $count } characters, at most { $longest }. Please send a shorter one.

verification-result-confirmed = ✅ { $agency } has confirmed your data. Enrolling is now open.
verification-result-rejected = ⚠️ { $agency } could not confirm your data yet.
verification-result-note = Their note: "{ $note }"
verification-result-kept = What you entered is kept. Correct it, then ask again.

refusal-verification-unknown = That request no longer exists.
refusal-verification-own = Your own data is confirmed by a colleague, not by yourself.
refusal-nip-taken = This NIP is connected to another account, so it cannot be confirmed yet. The request keeps waiting.
