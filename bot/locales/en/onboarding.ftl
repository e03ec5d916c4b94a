# The introduction: NIP, name, agency, phone, and how it ended.

introduction-nip-title = <b>Step 1 of 3: NIP</b>
introduction-nip =
    Type the 18 digits of your NIP, PNS or PPPK. Spaces are fine. Example: 19900315 201503 2 014
    Once it is read, your message is deleted from this chat.
introduction-nip-why =
    <b>Why the NIP?</b>

    It matches you with your agency's staff list, so that seats and certificates reach the right person.
    It is kept encrypted. Apart from you and your agency, others see only 1990…014.
introduction-nip-letter = If so, your NIP is { $nip }.
introduction-name-title = <b>Step 2 of 3: Name</b>
introduction-name = Type your name as in your decree (SK); titles may be left out.
introduction-agency-title = <b>Step 3 of 3: Agency</b>
introduction-agency = Type part of its name, such as "bpsdm ntt".
introduction-agency-found = Tap its number, or type other words.
introduction-phone-title = <b>One more: your phone number</b>
introduction-phone =
    NIPs and names are often public. The same phone number as in the staff list makes sure that this is you.
    The number is compared once and then not kept.
introduction-kept = Saved: { $value }
introduction-verified = ✅ You are verified: { $name }, { $agency }.
introduction-zone = Times are shown in { $zone }.
introduction-not-found = ⏳ You are not in the staff list of { $province } yet. It may not be up to date; the organizers can check.
introduction-name-differs = ⏳ This NIP is in the staff list, but with a different name. Correct the name, or ask the organizers to check.
introduction-phone-differs = ⏳ This phone number differs from the one in the staff list. You may have changed it; the organizers can check.
introduction-no-phone = ⏳ The staff list has no phone number of yours yet, so the organizers need to confirm that this is you.
introduction-phone-skipped = ⏳ Without a phone number, the organizers need to confirm that this is you.
introduction-taken = This NIP is connected to another Telegram account. That account is unchanged. If it is your old one, or not you, the organizers can check.
introduction-left = ⏳ The staff list says that the holder of this NIP has left. If that is a mistake, the organizers can check.
introduction-other-agency = ⏳ The staff list has this NIP at another agency. You may have moved recently; the organizers can check.
introduction-typed = { $typed }
introduction-meanwhile = While you wait, knowledge and the list of trainings are open.
introduction-asked = ⏳ Sent to { $agency }, { $moment }. You will hear the result here.
introduction-request-closed = Your request is no longer waiting. The menu shows how things stand.

correcting =
    <b>What is to be corrected?</b>
    The rest stays saved.
correcting-nip = NIP: { $value }
correcting-name = Name: { $value }
correcting-agency = Agency: { $value }
correction-nip-title = <b>Correct the NIP</b>
correction-name-title = <b>Correct the name</b>
correction-agency-title = <b>Correct the agency</b>

agency-line = { $n }. { $name }
agency-none-like-it = No agency has a name like that. Try other words, such as the province.
agency-not-here = Try other words, or type the BPSDM of your province; the organizers there can check.
phone-tap = Just tap one of the buttons below the message field.
phone-not-own = That contact is not the number of your Telegram account. Tap Share my number below the message field, or skip.
name-question = This reads like a question. Type your name, or send /batal and ask again.
text-awaited = This step needs text.

nip-count =
    { $count ->
        [one] 1 digit
       *[other] { $count } digits
    } read, a NIP has { $expected }.
nip-letter = Character { $position } reads as the letter { $letter }. Did you mean the digit { $digit }?
nip-character = Character { $position } reads as { $letter }; a digit belongs there.
nip-birth-year = Digits 1–4 (birth year) read { $read }; { $latest } at the latest.
nip-birth-month = Digits 5–6 (birth month) read { $read }; months are 01 to 12.
nip-birth-date = Digits 7–8 (birth day) read { $read }; { $month } has only { $last } days.
nip-birth-day = Digits 7–8 (birth day) read { $read }; days are 01 to { $last }.
nip-appointment-future = Digits 9–12 (appointment year) read { $read }, which has not come yet.
nip-appointment-early = Digits 9–12 (appointment year) read { $read }; born in { $born }, it is { $earliest } at the earliest.
nip-sex = Digit 15 reads { $read }; it is 1 or 2.
nip-none = No digits read yet. Type the 18 digits of your NIP, or tap Skip for now to ask something.
nip-rest-fits = The rest fits. Please send your NIP again.
nip-again = Please send it again in full.
nip-elsewhere = A NIP belongs in the introduction, where it is kept encrypted.
nip-known = Your NIP is kept already, so there is no need to write it again.
nip-taken-out = Your message was deleted from this chat.
nip-not-deleted = ⚠️ The message with your NIP could not be deleted from here. You can delete it yourself.

refusal-identity-verified = Your data is confirmed. To change it, ask your agency's organizers.
refusal-identity-incomplete = Something is not filled in yet. Continue the introduction first.
refusal-name-letters = A name has letters. Please type your name.
refusal-name-digits = This reads like a number. Please type your name.
refusal-name-short = A name has at least { $shortest } letters.
refusal-name-long = A name has at most { $longest } letters; { $count } read.
refusal-agency-unknown = That agency is no longer listed.

button-why-nip = Read why
button-skip-for-now = Skip for now
button-keep = Use the saved one
button-use-digit = Use the digit { $digit }
button-use-digits = Use the digits 0 and 1
button-retype = Type again
button-not-here = Not among these
button-share-phone = Share my number
button-skip-phone = Skip, ask for a check
button-back-to-training = Back to the training
button-ask-to-check = Ask for a check
button-not-now = Not now
button-correct-nip = NIP
button-correct-name = Name
button-correct-agency = Agency
