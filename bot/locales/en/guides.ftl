# The guides. Letters have words of their own: bot/letters/words.ftl.

button-guide-assist = Assistance guide
button-close = Close

# Bantuan Kedinasan: questions.
assist-title = <b>Bantuan Kedinasan</b> · { $number } of { $total }
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
assist-because-lawfully-secret = No ground for refusal applies. Yet an emergency does not by itself open what other rules keep secret.
assist-because-lawfully-forbidden = No ground for refusal applies. Yet an emergency does not by itself lift what other rules forbid.
assist-because-grave = Reason: your agency's own tasks would be gravely disturbed. A slight disturbance is not enough.
assist-because-secret = Reason: the documents asked for are secret by law.
assist-because-forbidden = Reason: the rules do not allow this help.
assist-duty-say-emergency = Name the emergency in your letter.
assist-duty-give-lawfully = Give the part that may be given; for the rest, ask the competent official at once, in writing.
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

# Readiness to collaborate. What the picture says (ready-name, ready-chart-..., the parts, the levels) keeps to ASCII.
button-guide-ready = Ready to collaborate
ready-name = Readiness to collaborate
ready-title = <b>Ready to collaborate</b> · { $number } of { $total }
ready-intro = Think of one collaboration that you are in, or will be. Your answers are not kept.
ready-part = <i>{ $part }</i>
ready-start = Starting conditions
ready-process = Collaborative process
ready-design = Institutional design
ready-leadership = Facilitative leadership
ready-culture = Collaborative culture
button-ready-1 = Not yet so
button-ready-2 = A little so
button-ready-3 = Mostly so
button-ready-4 = Fully so
ready-say-power = Differences in power, resources and knowledge between the parties are known and balanced.
ready-say-incentives = Every party has good reason to take part, and what holds them back has been discussed.
ready-say-history = Past cooperation has left trust, or old conflicts are settled.
ready-say-trust = Time and effort are given on purpose to building trust.
ready-say-dialogue = Representatives with authority meet face to face and negotiate in good faith.
ready-say-commitment = Every party sees that it needs the others, and shares ownership of the process.
ready-say-understanding = All parties understand the mission and the problem in the same way.
ready-say-interim = There are interim results: small wins, strategic plans, or joint fact-finding.
ready-say-inclusive = All who have a stake can take part, in the one forum where it is decided.
ready-say-rules = The ground rules are clear, and the process is open to those in it.
ready-say-facilitating = Somebody leads by tending relations, easing tension, and keeping the dialogue going.
ready-say-empowering = Weaker parties are helped, so that their voice counts too.
ready-point-power = Imbalance of power, resources and knowledge
ready-point-incentives = Each party's reason to take part
ready-point-history = Trust from past cooperation
ready-point-trust = Building trust
ready-point-dialogue = Face-to-face dialogue
ready-point-commitment = Commitment to the process
ready-point-understanding = Shared understanding
ready-point-interim = Interim results
ready-point-inclusive = Everybody taking part, in one forum
ready-point-rules = Clear ground rules and an open process
ready-point-facilitating = A leader who tends relations and dialogue
ready-point-empowering = The voice of weaker parties
ready-ask-traits = Which of these can be seen in your agency? Tap their numbers.
ready-trait-change = Change is taken as natural and needed
ready-trait-staff = Staff are valued as an asset
ready-trait-risk = Who dares to try is treated fairly, also when it goes amiss
ready-trait-views = Differing views are welcome
ready-trait-openness = Problems are discussed openly
ready-trait-together = Divisions are encouraged to work together
ready-trait-quality = Each division minds the quality of its service
button-ready-on = Go on
button-ready-result = See the result
ready-below = <b>Readiness to collaborate</b>: the result is below.
ready-weakest = What needs building most: <b>{ $part }</b>, { $percent }%
ready-weak-point = • { $text }
ready-all-full = All parts are strong by your answers. Look at them again with your partners: they may see it differently.
ready-read = To read:
ready-basis = After Ansell &amp; Gash (2008) and Perez Lopez et al. (2004). This is a picture of your answers, not an assessment.
ready-share = See how ready your agency is to collaborate, in Jalin.
ready-level-to-build = to be built
ready-level-growing = growing
ready-level-strong = strong
ready-chart-weakest = { $level }, needs most attention
ready-chart-subtitle = Five parts, by one's own answers
ready-chart-scale = 0%: none of it yet. 100%: all of it fully.
ready-chart-source = Ansell & Gash (2008); Perez Lopez et al. (2004)
