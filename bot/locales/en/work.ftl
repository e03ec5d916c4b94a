# Where one works: asked once on the way into a training that needs a recommendation, and changed there.

refusal-work-missing = The answer could not be read. Please write one short sentence.
refusal-work-too-long = That was { $count } characters, at most { $longest } are kept. Please write less.

enrol-unit = Unit: { $unit }
enrol-superior = Superior: { $superior }
enrol-superior-unknown = Superior: asked after you tap [Enrol]
work-before-enrolling = Before the enrolment is saved:
work-ask-superior = Who is your superior? Write name and position, for example: Sri Andai, Kepala Bidang Distribusi.
work-ask-unit = What is your unit? For example: Bidang Distribusi Pangan.
work-change =
    <b>Your data for letters</b>
    Unit: { $unit }
    Superior: { $superior }
work-unknown = not known yet
button-change-work = Change data
button-change-unit = Change unit
button-change-superior = Change superior
