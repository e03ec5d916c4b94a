# The need survey: topics that people would like to learn.

button-wishes = Trainings I need
button-make-wish = Propose a topic
button-withdraw-wish = Withdraw it
button-support-wish = Support this one
button-support-number = Support number { $number }
button-own-topic = Mine is different

wishes = <b>Trainings you asked for</b>
wishes-none =
    Which training do you need? Organizers see the topics that most people ask for when they plan.
    Your name is not shown.
wish-line = { $count ->
    [one] { $number }. { $topic } · { $count } person
   *[other] { $number }. { $topic } · { $count } people
}
wish-topic = <b>{ $topic }</b>
wish-competency = Competency: { $competency }
wish-people = { $count ->
    [one] { $count } person asks for it.
   *[other] { $count } people ask for it.
}
wish-ask =
    Which topic would you like to learn? Write it in a few words.
    Example: <i>analisis kebijakan publik</i>
wish-like = There are proposals like "{ $topic }" already:
wish-competency-ask = Which competency does "{ $topic }" belong to?
wish-kept = ✅ Your proposal is kept and counts once.
wish-kept-before = You have proposed this topic already. It still counts once.
wish-supported = ✅ Your support is kept and counts once.
wish-withdrawn = The proposal was withdrawn.

survey = <b>What most people ask for</b>
survey-own = <b>What people of { $province } ask for</b>
survey-none = No proposals yet.
survey-line = { $count ->
    [one] { $number }. { $topic } · { $count } person
   *[other] { $number }. { $topic } · { $count } people
}
survey-line-own = { $count ->
    [one] { $number }. { $topic } · { $count } person, { $province } { $own }
   *[other] { $number }. { $topic } · { $count } people, { $province } { $own }
}

refusal-need-unverified = You can propose topics once your data are confirmed, so that each person counts once.
refusal-need-short = The topic is too short, at least { $least } letters.
refusal-need-long = The topic has { $count } letters, at most { $most }. Please send a shorter one.
refusal-need-many = You have { $most } proposals already. Withdraw one to propose another.
refusal-need-gone = That proposal was withdrawn.
