# The superior's tap: a link that the person passes on, and what the superior answers.

button-send-to-superior = Send to my superior
asking-message = <b>A recommendation is asked for</b> by { $asker }
asking-title-line = <b>{ $title }</b>
asking-hours = { $hours } lesson hours (JP)
asking-message-link = Open this link to answer with one tap: { $url }
asking-until = Good until { $moment }.
asking-title = A recommendation for: { $title }
asking-somebody = a colleague
asking-made =
    Forward the message above to your superior. The answer will be told here.
    The link is for one person of the same agency; one that you made before is no longer good.

asked = { $asker } asks for your recommendation, { $superior }.
asked-given = ✅ Thank you. Your recommendation for { $asker } has arrived; { $host } looks at it.
asked-refused = Your answer has arrived: { $asker } is not recommended for <b>{ $title }</b>. They are told.
asked-misdirected = Thank you. This link is closed, and { $asker } is asked to send it to their superior.
asked-introduce =
    A civil servant asks for your recommendation as their superior.
    First it has to be made sure who you are: NIP, name and agency. It takes a few minutes, then you come back to this request.
asked-waiting =
    ⏳ A civil servant asks for your recommendation as their superior. The organizers are still looking at your data.
    Once the result is told here, open the same link again.
button-recommend = Recommend
button-do-not-recommend = Do not recommend
button-not-my-staff = Not my staff
button-back-to-request = Open the request
refusal-link-answered = You have answered this already. Nothing changed.
told-misdirected =
    <b>{ $title }</b>: your recommendation link was opened by somebody who says they are not your superior, and is closed.
    Your enrolment is kept. Send a new link to your superior, or upload the letter.
