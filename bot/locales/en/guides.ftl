# The guides. Letters have words of their own: bot/letters/words.ftl.

button-guide-assist = Assistance guide
button-close = Close

# Bantuan Kedinasan: questions.
assist-title = <b>Guide to Bantuan Kedinasan</b> · { $number } of { $total }
assist-ask-side = What is your agency's position?
button-assist-side-asked = We are asked for help
button-assist-side-asking = We ask for help
assist-ask-purpose = What is the help for?
button-assist-purpose-decision = Issuing a decision
button-assist-purpose-service = Public service
button-assist-purpose-duty = Other official duty
button-assist-purpose-private = Not official business
assist-ask-ground-asked = Why can the one who asks not do it alone?
assist-ask-ground-asking = Why can your agency not do it alone?
assist-ground-a = <b>a.</b> The decision or action cannot be carried out alone at all
assist-ground-b = <b>b.</b> Too few staff and facilities
assist-ground-c = <b>c.</b> The knowledge and ability are not there
assist-ground-d = <b>d.</b> Statements or documents of another agency are needed
assist-ground-e = <b>e.</b> Cost, equipment or facilities are too big
button-assist-ground-none = None of these
assist-ask-urgency = Is this help needed in an emergency?
button-assist-urgency-yes = Yes, an emergency
button-assist-urgency-no = No emergency
assist-ask-obstacle-no = Does anything keep your agency from helping?
assist-ask-obstacle-yes =
    In an emergency, a disturbance of your own tasks is no ground for refusal.
    Do other rules set a limit?
assist-obstacle-a = <b>a.</b> Our own tasks would be gravely disturbed: budget, people, or targets
assist-obstacle-b = <b>b.</b> The documents asked for are secret by law
assist-obstacle-c = <b>c.</b> The rules do not allow it
button-assist-obstacle-none = Nothing does
assist-ask-cost = Who bears the cost?
button-assist-cost-agreed = Already agreed
button-assist-cost-open = Not discussed yet
button-assist-cost-free = No cost

# What was answered.
assist-change = <b>Your answers</b> · tap the number to change
assist-said-side-asked = Your agency is asked for help
assist-said-side-asking = Your agency asks for help
assist-said-purpose-decision = To issue a decision
assist-said-purpose-service = For a public service
assist-said-purpose-duty = For another official duty
assist-said-purpose-private = Not official business
assist-said-ground-a = Condition a: cannot be done alone
assist-said-ground-b = Condition b: staff and facilities
assist-said-ground-c = Condition c: knowledge and ability
assist-said-ground-d = Condition d: statements, documents
assist-said-ground-e = Condition e: cost or equipment too big
assist-said-ground-none = None of the five conditions
assist-said-urgency-yes = An emergency
assist-said-urgency-no = No emergency
assist-said-obstacle-a = Own tasks would be gravely disturbed
assist-said-obstacle-b = The documents are secret by law
assist-said-obstacle-c = The rules do not allow it
assist-said-obstacle-none = Nothing stands in the way
assist-said-cost-agreed = The cost is agreed
assist-said-cost-open = The cost is not discussed yet
assist-said-cost-free = No cost

# What follows.
assist-outside = <b>Not Bantuan Kedinasan so far</b>
assist-may-ask = <b>You may ask for Bantuan Kedinasan</b>
assist-must-help = ⚠️ <b>You must help</b>
assist-must-help-lawfully = ⚠️ <b>You must help, within the rules</b>
assist-should-help = <b>It is your duty to help</b>
assist-may-refuse = <b>You may refuse, with reasons in writing</b>
assist-because-private = Business that is not official does not belong to it.
assist-because-no-ground = None of its five conditions is met.
assist-because-papers-for-other-duty =
    Condition d is only for issuing decisions and for public service.
    If another condition is met, change your answer.
assist-ground-met = Condition { $letter } is met; one is enough.
assist-because-asking-ground = Who is asked has a duty to help, unless there is a ground for refusal.
assist-because-asking-emergency = In an emergency, who is asked must help.
assist-because-no-obstacle = There is no ground for refusal.
assist-because-emergency = In an emergency, Bantuan Kedinasan must be given. The grounds for refusal do not apply.
assist-because-lawfully-secret = An emergency removes the grounds for refusal, but does not by itself open what other rules keep secret.
assist-because-lawfully-forbidden = An emergency removes the grounds for refusal, but does not by itself lift what other rules forbid.
assist-because-grave = Reason: your agency's own tasks would be gravely disturbed. A slight disturbance is not enough.
assist-because-secret = Reason: the documents asked for are secret by law.
assist-because-forbidden = Reason: the rules do not allow this help.
assist-duty-say-emergency = Name the emergency in your letter.
assist-duty-give-lawfully = Give the part that may be given. For the rest, ask the competent official for a decision at once, and keep a written record.
assist-duty-write-reasons = Send a written refusal that gives the reasons.
assist-duty-give-the-rest = What that rule does not cover can still be given.
assist-duty-agree-cost = Agree on a reasonable cost; nothing is paid twice.
assist-duty-record-cost = Put the agreed cost in writing; nothing is paid twice.
assist-duty-if-helping-agree-cost = If you do help: agree on a reasonable cost; nothing is paid twice.
assist-duty-if-helping-record-cost = If you do help: put the agreed cost in writing; nothing is paid twice.
assist-duty-asker-answers = { $side ->
    [asking] Your agency answers for the decision, unless a rule or a written agreement says otherwise.
   *[asked] Who asked answers for the decision, unless a rule or a written agreement says otherwise.
}
assist-basis = Basis: UU 30/2014 Pasal { $articles }. This is a guide, not a legal opinion.
assist-articles-1 = { $first }
assist-articles-2 = { $first } and { $second }
assist-articles-3 = { $first }, { $second } and { $third }
assist-share-outside = Guide to Bantuan Kedinasan: not included so far.
assist-share-may-ask = Guide to Bantuan Kedinasan: you may ask.
assist-share-must-help = Guide to Bantuan Kedinasan: you must help.
assist-share-must-help-lawfully = Guide to Bantuan Kedinasan: you must help, within the rules.
assist-share-should-help = Guide to Bantuan Kedinasan: it is your duty to help.
assist-share-may-refuse = Guide to Bantuan Kedinasan: you may refuse, with reasons in writing.
button-letter-request = Draft a request
button-letter-reply = Draft a reply
button-letter-refusal = Draft a refusal
button-law = Read the law
button-change-answers = Change answers

# The clauses.
assist-law = <b>The clauses behind it</b> · UU 30/2014
assist-clause-35-1 = Pasal 35 ayat (1): five conditions
assist-clause-35-2 = Pasal 35 ayat (2): cost
assist-clause-36-1 = Pasal 36 ayat (1): three grounds for refusal
assist-clause-36-2 = Pasal 36 ayat (2): reasons in writing
assist-clause-36-3 = Pasal 36 ayat (3): emergency
assist-clause-37 = Pasal 37: who answers for it

# Under the letters.
assist-letter-request = A draft, in Indonesian as official letters are. Fill in what is marked […]: number, date, what you need, who signs.
assist-letter-reply = A draft, in Indonesian as official letters are. Fill in what is marked […]: number, date, what you give, who signs.
assist-letter-refusal = A draft, in Indonesian as official letters are. Fill in what is marked […]: number, date, the reasons, who signs.
