# What `jalin load`, and later the organizers' uploads, say about files.

import-summary = { $table }: { $new } new, { $changed } changed, { $same } the same
import-table-agencies = Agencies
import-table-roster = Staff
import-table-roles = Roles
import-table-trainings = Trainings
import-table-batches = Batches
import-nothing-kept = { $count ->
    [one] 1 thing needs mending. Nothing was saved.
   *[other] { $count } things need mending. Nothing was saved.
}
import-sheet = sheet { $sheet }
import-row = row { $row }
import-column = column { $column } ({ $name })
import-found = read "{ $found }". 
import-nothing-found = This folder holds no known file. The names are: agencies, roster, roles, trainings, batches.
import-unreadable = This is no XLSX or CSV that can be read.
import-not-utf8 = This CSV is not in UTF-8. Save it again as CSV UTF-8.
import-unknown-table = The name of this file or sheet is not known. Known are: { $tables }.
import-no-header = The row of column names is missing.
import-missing-column = This column is needed.
import-unknown-column = This column is not known. Known are: { $columns }.
import-repeated-column = This column is in column { $first } already.
import-extra-cell = There is something beyond the last column. Quote a text that holds the separator.
import-empty = Empty, must be filled in.
import-too-long = It has { $length } characters, at most { $max }.
import-not-a-code = A code has letters, digits and hyphens only.
import-not-a-choice = The choices are: { $choices }.
import-not-a-number = A number is expected.
import-out-of-range = Expected { $min } to { $max }.
import-not-yes-or-no = Expected ya or tidak (yes or no).
import-not-a-moment = Expected date, time and zone, such as 2026-12-07 09:00 WITA, or +21 hari 09:00 WITA.
import-not-a-date = Expected a date, such as 2026-12-07.
import-date-ahead = This date has not come yet; today is { $today }.
import-not-a-phone = { $digits } digits read, a phone number has { $min } to { $max }.
import-nip-as-number = The NIP is stored as a number, so its digits may change. Format the column as text.
import-unknown-agency = This agency code is not in the list of agencies.
import-unknown-training = This training code is not in the list of trainings.
import-unknown-province = There is no such province. There are: { $provinces }.
import-repeated = It is there already: { $first_file }, row { $first_row }.
import-ends-before-start = Ends before it starts.
import-closes-before-opening = Enrolment closes before it opens.
import-closes-after-end = Enrolment closes after the training has ended.
import-step-back = This training has gone further than a draft. Put terbit to publish it, or take this row out.
import-training-merged = This training went into another one. Take this row out.
import-not-yours = Not your agency. You may fill in: { $agencies }.
import-owned-elsewhere = This code belongs to another agency already.
import-nip-elsewhere = Another agency still lists this NIP. It has to fill in its column keluar first.
import-person-unknown = Whoever holds this NIP is not verified yet. They have to introduce themselves to Jalin first.
import-person-left = According to the staff list, this person does not work at their agency any more.
import-person-own = This is your own NIP. Enrol yourself from the training's card.
import-person-overlap = They have a confirmed seat in { $other }, at the same time.
import-person-province = This batch has no seats for this person's province.
import-nip-masked = This NIP is masked, and no participant of this batch matches it. Write all 18 digits.
import-table-not-here = The operators of Jalin fill this in. What can be sent here: { $tables }.

demo-open = Open { $url } in a browser to try Jalin. Ctrl+C stops it.
