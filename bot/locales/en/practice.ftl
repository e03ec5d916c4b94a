# Practice: short quizzes.

refusal-practice-consent = Quizzes keep note of what you have mastered, so they open once you agree: /privasi
refusal-practice-none = There are no practice questions on this topic yet. Choose another one with /kuis.
refusal-practice-none-missed = No question of that quiz was missed. The next quiz: /kuis
refusal-quiz-gone = This quiz cannot be found. Your own quiz is at /kuis.

quiz-first = 💡 <b>{ $title }</b> · { $number } of { $total } · about 2 minutes, in Indonesian
quiz-head = 💡 <b>{ $title }</b> · { $number } of { $total }
quiz-title-today = Today's quiz
quiz-title-article = Test yourself
quiz-title-again = Once more
quiz-right = ✅ { $right } is right: <b>{ $option }</b>
quiz-wrong = You chose { $chosen }; the right one is { $right }: <b>{ $option }</b>
quiz-comes-again = This question will come up again another day.
quiz-done = ✅ { $right } of { $total } right.
quiz-done-all = { $total ->
    [1] ✅ Right.
   *[other] ✅ All { $total } questions right.
}
quiz-done-none = None was right this time; the questions will come up again.
quiz-streak = { $days ->
    [1] One day of learning is noted. Go on tomorrow or the day after to make it a streak.
   *[other] { $days } days in a row; one day off does not break it.
}
quiz-paused = The quiz is kept at question { $number } of { $total }. Go on any time today with /kuis, also from another phone.
quiz-replaced = Another quiz has taken the place of this one. Your answers are kept.
quiz-guest = 💡 A quiz keeps note of which questions you have mastered, so that the others come up again in time. That is why it opens once you agree. Then send /kuis again; the NIP can be skipped.
quiz-topics = <b>A quiz about what?</b>
quiz-topic = { $number }. { $title } ({ $count ->
    [1] 1 question
   *[other] { $count } questions
})
quiz-topic-due = { $number }. { $title } ({ $count ->
    [1] 1 question
   *[other] { $count } questions
}, { $due } to repeat)
quiz-kept = Your answer is noted already, and stays as it is.
quiz-gone-on = The quiz has gone on in a newer screen. Your answers are safe.

button-quiz = Today's quiz
button-quiz-skip = Skip
button-quiz-later = Not now
button-quiz-next = Next question
button-quiz-result = See the result
button-quiz-article = Read the article
button-quiz-repeat = Repeat the missed
button-quiz-topics = Another topic
button-quiz-mixed = Mixed
button-quiz-go-on = Go on with the quiz
button-quiz-article-three = Test yourself, 3

# The names of what is kept of practice, in the document of a person's data.
kept-quizzes = Quizzes
kept-quiz_answers = Quiz answers
kept-practice_cards = Questions you have answered
kept-practice_days = Days of learning
kept-practice_habits = Habits of practice
kept-occasion = Begun
kept-occasion-asked = when you asked for it
kept-occasion-daily = at the hour of the daily quiz
kept-sitting = State
kept-sitting-open = under way
kept-sitting-done = done
kept-sitting-left = left
kept-questions = Questions and the order of their options
kept-started_at = Begun at
kept-question = Question
kept-chosen = Option number (counted from 0)
kept-right = Right
kept-right_count = How many right
kept-wrong_count = How many not yet right
kept-stability = Strength of memory, in days
kept-difficulty = Difficulty, 1 to 10
kept-last_at = Last answered
kept-back_at = Comes back from
kept-day = Day
kept-answered = How many answered
kept-quiz_at = Hour of the daily quiz
kept-next_quiz_at = Next daily quiz
kept-weekly = Weekly summary
kept-next_week_at = Next summary
kept-board = Province board
kept-board-off = not on it
kept-board-hidden = on it without a name
kept-board-named = on it by name
kept-changed_at = Changed at
