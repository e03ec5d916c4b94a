# Browsing trainings: the list, the filter, the card.

browse-open = <b>{ $count ->
    [one] { $count } training open
   *[other] { $count } trainings open
}</b>
browse-open-for = <b>{ $count ->
    [one] { $count } training open
   *[other] { $count } trainings open
} to { $province }</b>
browse-planned = <b>{ $count ->
    [one] { $count } training open or opening soon
   *[other] { $count } trainings open or opening soon
}</b>
browse-planned-for = <b>{ $count ->
    [one] { $count } training for { $province }, open or opening soon
   *[other] { $count } trainings for { $province }, open or opening soon
}</b>
browse-page = Page { $page } of { $pages }
browse-narrowed = Filter: { $filter }
browse-line = <b>{ $number }. { $title }</b> · { $time } · { $state }
browse-line-batch = { $title }, batch { $number }
browse-line-upcoming = registration from { $day }
browse-line-closed = registration closed
browse-self-paced = self-paced
browse-seats = { $count ->
    [0] seats not set yet
    [one] { $count } seat
   *[other] { $count } seats
}
browse-free-own = { $count ->
    [0] { $pool } seats full
    [one] 1 { $pool } seat left
   *[other] { $count } { $pool } seats left
}
browse-free-all = { $count ->
    [0] seats full
    [one] 1 seat left
   *[other] { $count } seats left
}
browse-seats-unlimited = unlimited seats
browse-host-unnamed = the host you chose
browse-nothing = No training is open for registration yet.
browse-nothing-for = No training is open for registration to { $province } yet.
browse-nothing-narrowed = Nothing fits yet: { $filter }.
browse-nearest = The nearest: { $month }.
browse-found = <b>{ $count ->
    [one] { $count } training with a name like "{ $query }"
   *[other] { $count } trainings with a name like "{ $query }"
}</b>
browse-not-found =
    No training has a name like "{ $query }" yet.
    Try a part of the name, such as <i>pangan</i>.
browse-alike = Similar, and open now:
browse-none-alike = Nothing similar is open now.
browse-ask-name =
    Type the name of a training, or a part of it.
    Example: <i>ketahanan pangan</i>

competency-teknis-fungsional = technical-functional
competency-manajerial = managerial
competency-sosio-kultural = socio-cultural
competency-pemerintahan = government
mode-klasikal = classroom
mode-blended = blended
mode-e-learning = e-learning
mode-mandiri = self-paced
mode-magang = internship
mode-in-house = in-house
mode-fasilitasi = regional facilitation

sifting =
    <b>Filter trainings</b>

    Competency: { $competency }
    Mode: { $mode }
    Host: { $host }
    Month: { $month }
    Registration: { $which }
sifting-any = all
sifting-open = open now
sifting-planned = open now or later
choosing-competency = Which competency?
choosing-mode = Which way of learning?
choosing-host = Which host?
choosing-month = Which month?
choosing-nothing = Nothing to choose here yet, for no training is open.

card-title = <b>{ $title }</b> · Batch { $number }
card-time = { $start } to { $end }
card-time-self-paced = Open for learning { $span }
card-host = { $host } (host) · { $mode } · { $hours } lesson hours (JP)
card-funding = <b>Costs:</b> { $funding }. { $note }
card-seats-all = { $seats } for all provinces
card-seats-named = { $seats } for { $provinces }
card-seats-counted = { $seats } for { $count } provinces
card-seats = { $seats }.
card-not-for = { $province } is not among them yet.
card-recommendation = Needs your superior's recommendation.
card-registration-upcoming = Registration opens { $moment }.
card-registration-open = Registration closes { $moment }.
card-registration-open-soon = ⏰ Registration closes { $moment } ({ $left } left).
card-registration-closed = Registration closed { $moment }.
card-programme = <b>Priority programme:</b> { $programme }
card-shared = Hello! This training was shared with you.
card-shared-gone = The training that was shared with you is no longer open.
card-gone = This training is no longer in the list.
left-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
left-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
left-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}

details-summary = <b>Content:</b> { $text }
details-requirements = <b>Requirements:</b> { $text }
details-no-requirements = no special requirements
details-funding = <b>Costs:</b> { $text }
details-competency = <b>Competency:</b> { $text }
details-host = <b>Host:</b> { $text }
details-place = <b>Place:</b> { $text }
details-provinces = <b>For civil servants of:</b> { $text }
details-everyone = all provinces

button-previous = ⬅️ Previous
button-next = Next
button-sift = Filter
button-find-by-name = Find by name
button-find-again = Find another name
button-back-to-trainings = ⬅️ List of trainings
button-see-month = See { $month }
button-change-sifting = Change the filter
button-clear-sifting = Clear
button-see-count = { $count ->
    [one] See { $count } training
   *[other] See { $count } trainings
}
button-see-result = See the result
button-sift-competency = Competency
button-sift-mode = Mode
button-sift-host = Host
button-sift-month = Month
button-only-open = Open now
button-any = All
button-other-choices = Other choices
button-share = Share
button-find-alike = Find similar ones
button-know-jalin = Get to know Jalin
