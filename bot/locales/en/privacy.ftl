# Data rights: /data_saya and /hapus_data.

rights-guest =
    Nothing about you is kept: you have not agreed to it yet.
    The trainings and the knowledge stay open to read.
rights-document =
    This is all that is kept about you.
    It shows your NIP in full, so keep this file to yourself.
    To erase it from Jalin: /hapus_data
rights-file = my-data.json
erase-ask = <b>Erase your data from Jalin?</b>
erase-goes = <b>This goes:</b> name, NIP, agency, your choices, verification requests, messages not sent yet, and your consent.
erase-stays = <b>This stays:</b> the staff list, which is your agency's, and this chat, which you can delete in Telegram.
erase-role-stays = Your role stays too, until the agency that gave it takes it back.
erase-then = What is erased cannot be brought back. To enrol again, you introduce yourself anew.
button-keep-data = Keep my data
button-erase-data = Erase my data
erased =
    ✅ Your data is erased and your consent withdrawn.
    The trainings and the knowledge stay open to read, at any time.

# The names of what is kept, in the document.
kept-profile = Profile
kept-requests = Verification requests
kept-deliveries = Messages from Jalin
kept-roles = Roles
kept-actions = What you decided or did
kept-staff_list = Agency's staff list
kept-unhandled = Messages not handled yet (encrypted)
kept-conversation = Conversation under way
kept-telegram_id = Telegram account number
kept-language = Language
kept-zone = Time zone
kept-consent_version = Consent version
kept-consent_at = Agreed at
kept-nip = NIP
kept-name = Name
kept-agency = Agency
kept-identity = Status
kept-identity-unknown = not checked yet
kept-identity-waiting = being checked
kept-identity-verified = confirmed
kept-identity-rejected = could not be confirmed yet
kept-verified_at = Confirmed at
kept-unreachable_since = Out of reach since
kept-created_at = Made at
kept-id = Number
kept-reason = Reason
kept-reason-not-found = not in the staff list yet
kept-reason-name-differs = the name differs
kept-reason-phone-differs = the phone number differs from the list
kept-reason-no-phone = the list has no phone number
kept-reason-phone-wanted = no phone number was shared
kept-reason-phone-skipped = no phone number was shared
kept-reason-taken = the NIP is used by another account
kept-reason-left = listed as having left
kept-reason-other-agency = listed at another agency
kept-state = State
kept-state-open = waiting
kept-state-confirmed = confirmed
kept-state-rejected = not confirmed
kept-state-withdrawn = withdrawn
kept-state-queued = to be sent
kept-state-sending = being sent
kept-state-sent = sent
kept-state-failed = not sent
kept-state-unknown = perhaps sent
kept-state-skipped = no longer needed
kept-note = Note
kept-decided_at = Ended at
kept-kind = Kind
kept-kind-verification-request = verification request
kept-kind-verification-result = verification result
kept-subject = About
kept-due_at = To be sent from
kept-done_at = Ended at
kept-role = Role
kept-role-organizer = organizer
kept-role-secretariat = secretariat
kept-role-instructor = coach
kept-role-admin = operator
kept-granted_at = Given at
kept-action = Action
kept-action-verification-confirmed = confirmed someone's data
kept-action-verification-rejected = did not confirm someone's data
kept-action-person-verified = confirmed by phone number
kept-subject_id = Number
kept-at = At
kept-unit = Unit
kept-updated_at = Updated at
kept-reference = Code
kept-received_at = Received at
kept-data = Content
