# Organizers look after the knowledge base.

tend = <b>Knowledge</b>
tend-misses = { $count ->
    [0] No search is waiting.
   *[other] Looked for, not there: { $count }
}
tend-rated = { $count ->
    [0] No article has been rated yet.
   *[other] Articles rated: { $count }
}
misses = <b>Looked for, not there</b>
misses-none = No search is waiting. What is looked for and has no answer yet appears here, without names.
miss-line = { $number }. "{ $query }" · { $count ->
    [1] once
   *[other] { $count } times
}, last { $day }
miss-query = "{ $query }"
miss-count = Looked for { $count ->
    [1] once
   *[other] { $count } times
}, last { $moment }.
miss-found = Found now: { $title }
miss-not-found = No article answers it yet.
miss-settle-when = Mark it as settled when there is an article, or when there will be none. Looked for again without an answer, it comes back.
miss-settled = ✅ Marked as settled { $moment }.
miss-settled-now = Marked as settled.
ratings = <b>Ratings of articles</b>, lowest first
rating-note = helped { $ups }, not yet { $downs }

button-tend = Knowledge
button-misses = Looked for, not there
button-ratings = Ratings of articles
button-settle = Mark as settled
