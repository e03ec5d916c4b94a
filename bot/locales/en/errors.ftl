# When something does not go as hoped.

trouble =
    ⚠️ That did not finish. What was saved is safe.
    Please try again shortly. If it happens again, give the organizers the code { $reference }.
button-try-again = Try again
again-gone = That request is finished or too old. Here is the menu.
stale = This screen has changed. Here is the newest one.
unreadable = Jalin reads text, photos and documents. Type your question, or open the menu.
unknown-command = There is no such command. Those that exist are in /bantuan.
cancelled = Stopped. What you filled in is kept, and you can continue later.
nothing-open = Nothing is in progress.
refusal-not-allowed = This part is for organizers only.
refusal-consent-needed = This opens once you agree to your data being kept.
refusal-language-unknown = That language is not available.
refusal-zone-unknown = That time zone is not available.
refusal-miss-gone = That entry is no longer on the list.
refusal-training-gone = This training is no longer listed.
in-group = Jalin talks with one person in a private chat, so that only you see your data.
button-open-jalin = Open a private chat
