# Practice: short quizzes.

refusal-practice-consent = Quizzes keep note of what you have mastered, so they open once you agree: /privasi
refusal-practice-none = There are no practice questions on this topic yet. Choose another one with /kuis.
refusal-practice-none-missed = No question of that quiz was missed. The next quiz: /kuis
refusal-quiz-gone = This quiz cannot be found. Your own quiz is at /kuis.

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
