"""The screens of quizzes. Pure, but for `opening`, which asks the use cases."""
