# Organizers run batches; first what is answered with a no.

refusal-training-not-hosted = This training is not published, or another agency hosts it.
refusal-batch-ends-early = It has to end after it starts.
refusal-batch-in-past = That time has passed.
refusal-batch-code-taken = All codes for this batch are taken. Tell those who run Jalin.
refusal-registration-order = Registration has to close after it opens.
refusal-seats-released = Unused seats are open to everyone already, so the time cannot be changed.
refusal-offer-hours = An offer lasts between 1 and { $most } hours.
refusal-fill-in-use = People have enrolled, so how seats are filled cannot be changed.
refusal-batch-out-of-order = That change does not fit the rest yet. Nothing has changed.
refusal-batch-not-ready = This batch cannot be published yet. What is missing stands on its screen.
refusal-batch-draft = This batch is not published yet.
refusal-limit-in-use = People have enrolled, so a limit of seats cannot be set or taken away.
refusal-limit-published = This batch is published without a limit of seats.
refusal-seats-province = "{ $province }" is not a province that may come to this batch.
