# The need survey: topics that people would like to learn.

refusal-need-unverified = You can propose topics once your data are confirmed, so that each person counts once.
refusal-need-short = The topic is too short, at least { $least } letters.
refusal-need-long = The topic has { $count } letters, at most { $most }. Please send a shorter one.
refusal-need-many = You have { $most } proposals already. Withdraw one to propose another.
refusal-need-gone = That proposal was withdrawn.
