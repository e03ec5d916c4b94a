# The introduction: NIP, name, agency, phone, and how it ended.

introduction-nip =
    <b>Step 1 of 3: NIP</b>

    Type the 18 digits of your NIP, PNS or PPPK. Spaces are fine. Example: 19900315 201503 2 014
    Once it is read, your message is deleted from this chat.
introduction-nip-why =
    <b>Why the NIP?</b>

    It matches you with your agency's staff list, so that seats and certificates reach the right person.
    It is kept encrypted. Apart from you and your agency, others see only 1990…014.
introduction-nip-letter = If so, tap the button below. If not, type the NIP again.
introduction-name =
    <b>Step 2 of 3: Name</b>

    Type your name as in your decree; titles may be left out.
introduction-agency =
    <b>Step 3 of 3: Agency</b>

    Type part of its name, such as "bpsdm ntt".
introduction-phone =
    <b>One more: your phone number</b>

    NIPs and names are often public. A phone number that equals the staff list's makes sure this is you. It is kept for nothing else.
introduction-verified = ✅ You are verified: { $name }, { $agency }.
introduction-zone = Times are shown in { $zone }.
introduction-not-found = ⏳ You are not in the staff list of { $province } yet. It may not be up to date.
introduction-name-differs = ⏳ This NIP is in the staff list, but with a different name.
introduction-phone-differs = ⏳ This phone number differs from the staff list's. You may have changed it.
introduction-no-phone = ⏳ The staff list has no phone number of yours, so an organizer needs to confirm that this is you.
introduction-phone-skipped = ⏳ Without a phone number, an organizer needs to confirm that this is you.
introduction-phone-wanted = ⏳ Your phone number was not shared, so an organizer needs to confirm that this is you.
introduction-taken = This NIP is connected to another Telegram account. That account is unchanged. If it is your old one, or not you, an organizer will look into it.
introduction-left = ⏳ The staff list has this NIP as having left. If that is a mistake, an organizer can look into it.
introduction-other-agency = ⏳ The staff list has this NIP at another agency. You may have moved recently.
introduction-typed = { $typed }
introduction-meanwhile = The organizers can check it. Meanwhile knowledge and trainings are open.
introduction-asked = ⏳ Sent to { $agency }, { $moment }. The result will be told here.
introduction-request-closed = Your request is no longer waiting. The menu shows how things stand.

agency-line = { $n }. { $name }
agency-none-like-it = No agency is like "{ $text }". Try other words, such as the province.
agency-not-here = Try other words, or type the BPSDM of your province; the organizers there can look into it.
phone-tap = Just tap one of the buttons below the message field.
phone-comparing = Comparing with the staff list.
text-awaited = Jalin awaits text in this step.

nip-count = { $count } digits read, a NIP has { $expected }.
nip-letter = Character { $position } reads as the letter { $letter }. Did you mean the digit { $digit }?
nip-character = Character { $position } reads as { $letter }; a digit belongs there.
nip-birth-year = Digits 1–4 (birth year) read { $read }; { $latest } at the latest.
nip-birth-month = Digits 5–6 (birth month) read { $read }; months are 01 to 12.
nip-birth-date = Digits 7–8 (birth day) read { $read }; month { $month } of { $year } has { $last } days.
nip-birth-day = Digits 7–8 (birth day) read { $read }; days are 01 to { $last }.
nip-appointment-future = Digits 9–12 (appointment year) read { $read }, which has not come yet.
nip-appointment-early = Digits 9–12 (appointment year) read { $read }; born in { $born }, it is { $earliest } at the earliest.
nip-sex = Digit 15 reads { $read }; it is 1 or 2.
nip-rest-fits = The rest fits. Please send your NIP again.
nip-again = Please send it again in full.
nip-not-deleted = The message with your NIP could not be deleted from here. You can delete it yourself.

refusal-identity-verified = Your data is confirmed. To change it, ask your agency's organizers.
refusal-identity-incomplete = Something is not filled in yet. Continue the introduction first.
refusal-name-letters = A name has letters. Please type your name.
refusal-name-digits = This reads like a number. Please type your name.
refusal-name-short = A name has at least { $shortest } letters.
refusal-name-long = A name has at most { $longest } letters; { $count } read.
refusal-agency-unknown = That agency is no longer listed.

button-why-nip = Read why
button-skip-for-now = Skip for now
button-use-digit = Use that digit
button-retype = Type again
button-not-here = Not among these
button-share-phone = Share my number
button-skip-phone = Skip, ask for a check
button-back-to-training = Back to the training
button-ask-to-check = Ask for a check
button-not-now = Not now
