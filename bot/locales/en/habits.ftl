# Habits of practice: the daily quiz, the week's summary, the board of provinces, open exercises.

button-start-quiz = Start the quiz
button-quiz-hour = Change quiz time
button-quiz-off = Switch the quiz off
button-quiz-daily = Daily quiz
button-weekly = Weekly summary
habits = <b>Daily quiz</b>
habits-at = It comes every day at { $hour } { $zone }, unless you did one already.
habits-off = Choose a time, and the quiz comes by itself: 3 to 5 questions, about 2 minutes.
habits-unheard = ⚠️ { $hour } is within your quiet hours, so the quiz may come late or not at all. Choose another time.
habits-week = Your summary comes every Sunday at { $hour } { $zone }, if there is something learned.
habits-hour = { $hour }:{ $minute }
delivery-kind-quiz-daily = Daily quiz
delivery-kind-quiz-week = Weekly summary

week-caption = 💡 This week: { $days } { $days ->
    [one] day
   *[other] days
    } of learning, { $right } of { $answered } answers right ({ $percent }%).
week-caption-none = 💡 This week: { $days } { $days ->
    [one] day
   *[other] days
    } of learning, { $answered } { $answered ->
    [one] question
   *[other] questions
    } answered. What was missed comes again.
week-strongest = Strongest: { $topic }.
week-repeat = To repeat: { $topic }.
week-picture-title = Your week of learning
week-picture-days = { $count ->
    [one] day
   *[other] days
    } of learning
week-picture-right = answers right
week-picture-answered = { $count ->
    [one] question
   *[other] questions
    } answered
week-picture-share = right
week-picture-legend-right = right
week-picture-legend-other = not yet
week-picture-strongest = Strongest
week-picture-repeat = To repeat
week-picture-file = week-{ $monday }.png
button-practise-weak = Practise what is due
topic-wog = Whole of Government
topic-collaborative-governance = Collaborative governance
topic-bantuan-kedinasan = Bantuan Kedinasan
topic-kerja-sama-daerah = Regional cooperation
topic-pelatihan-bersama = Joint training
topic-pengembangan-kompetensi = Competency development
topic-smart-training = SMART Training
topic-jalin = Using Jalin

button-board = Province board
button-board-people = People of my province
button-board-join = Join the board
button-board-name = Show my name
board = <b>Province board</b> · { $dates }
board-measure = Average of right answers this week:
board-line = { $place }. { $province } · { $average } ({ $count } { $count ->
    [one] participant
   *[other] participants
    })
board-line-own = <b>{ $place }. { $province } · { $average }</b> ({ $count } { $count ->
    [one] participant
   *[other] participants
    })
board-none = No province has { $fewest } participants or more this week yet. A province shows as soon as enough joined.
board-province-few = { $province } shows once it has { $fewest } participants.
board-own = You are number { $place } of { $of } in { $province }, with { $right } right { $right ->
    [one] answer
   *[other] answers
    }. Only you see this line.
board-own-named = You are number { $place } of { $of } in { $province }, with { $right } right { $right ->
    [one] answer
   *[other] answers
    }.
board-own-few = You are on the board, with { $right } right { $right ->
    [one] answer
   *[other] answers
    } this week.
board-joined = You are on the board. It counts as soon as you answer a question this week.
board-not-joined = You have not joined yet. If you do, your answers count without your name; it shows only if you want.
board-no-province = You can join once your agency in a province is known.
board-people = <b>People of { $province }</b> · { $dates }
board-people-few = The order shows once { $fewest } participants learned this week.
board-person = { $place }. { $name } · { $right } right
board-nameless = no name

button-exercises = Open exercises
button-exercises-next = Next page
button-exercises-back = ⬅️ Other exercises
button-compare = Compare
button-exercise-read = Read about it
exercises =
    <b>Open exercises</b>

    There is more than one good answer. Think, write it for yourself, then compare.
exercises-none = There are no exercises yet.
exercise-line = { $number }. { $title }
exercise-head = 📘 <b>{ $title }</b>
exercise-task =
    { $ask }

    Write it in your own notes first; Jalin does not keep it.
exercise-in-indonesian = The exercise itself is in Indonesian.
exercise-check = Tap what is in your answer already.
exercise-point = { $number }. { $point }
exercise-ticked = { $count ->
    [0] Nothing is ticked yet.
   *[other] { $count } of { $total } are there.
}
exercise-read = What explains this:
exercise-gone = This exercise is no longer there.

refusal-habits-consent = The daily quiz opens once you agree that your data is kept: /privasi
refusal-habits-hour = That hour can no longer be chosen. Please choose again.
refusal-board-province = This board is by province. Add your agency first, from /menu.
refusal-board-name = Your name can show once your agency has confirmed your data. Without a name you can join now.
