# Planning trainings together: drafts, the secretariat's decisions, seats, a host.

refusal-plan-unknown = That draft is no longer there.
refusal-plan-moved-on = This draft has changed. This is the latest.
refusal-remark-needed = The remark is still empty. Write what needs to be changed.
refusal-merge-unknown = That proposal to merge is no longer there.
refusal-merge-open = One of the drafts still waits for answers to another proposal to merge.
refusal-merge-over = This proposal to merge is over.
refusal-seats-number = Seats are written as a number, 0 to { $most }.
refusal-seats-host = The host needs its seats. Ask the secretariat to choose another host first.
refusal-host-no-seats = The host is one of the agencies that have committed seats.
refusal-host-missing = A training is published once its host is agreed.
refusal-draft-hours = Lesson hours (JP) are written as a number, { $least } to { $most }.
refusal-draft-choice = Just tap one of the choices below.
refusal-draft-short = Too short: { $count } letters, at least { $least }.
refusal-draft-long = { $count } letters read, at most { $most }. Please send a shorter one.
