# Files that organizers send in and fetch.

files =
    <b>Files</b>
    Send or download your agency's data. What you send is checked first, and saved only after you agree.
file-roster =
    <b>Staff list</b>
    Required: instansi, nip, nama, unit. May be blank: hp, keluar.
    With a phone number people are confirmed at once. Write NIPs as text.
file-trainings =
    <b>Trainings</b>
    One training a row, known by its code. New trainings come in as drafts.
file-batches =
    <b>Batches</b>
    One batch a row, known by its code. Its training exists already, its host is your agency.
file-safe = XLSX or CSV, at most { $limit } MB. What a file does not name stays as it is; nothing is removed.
file-what-roster = staff list
file-what-trainings = trainings
file-what-batches = batches
file-ask = Send the file ({ $what }): XLSX or CSV, at most { $limit } MB. Nothing is saved before you agree.
file-large = This file has more than { $limit } MB. Your data has not changed; send it in parts.
file-kind = This file is no XLSX or CSV that can be read. Your data has not changed. At most { $limit } MB.
file-gone = That file cannot be fetched any more. Your data has not changed; please send it again, at most { $limit } MB.
file-too-much = This file is too long to be checked at once. Your data has not changed; send it in two parts of at most { $limit } MB.
file-unnamed = file
file-checking = ⏳ { $name } is being checked.
file-counts = { $counts }.
file-count-new = { $count } new
file-count-changed = { $count } changed
file-count-same = { $count } the same
file-count-faulty = { $count } to be mended
file-count-none = No rows
file-nothing-kept = Nothing is saved yet.
file-fault = { $place }: { $said }
file-more-faults = … and { $count } more in the list of what to mend.
file-drafts = New trainings come in as drafts.
file-saving = ⏳ Saving { $name }
file-checking-again = The file is checked once more.
file-bar = { $bar } { $percent }% · { $done } of { $total } rows
file-go-on = You can go on with other things.
file-saved = ✅ { $name } is saved: { $new } new, { $changed } changed.
file-left-out = { $count } to be mended were left out.
file-stopped = ⚠️ Saving { $name } stopped. What was saved is safe; send the file again to finish the rest.
file-interrupted =
    ⚠️ Saving ({ $what }) stopped half-way. What was saved is safe.
    Send the same file again: nothing is doubled, and the rest is finished.
file-other = The file { $name } is not the one that was checked any more, or cannot be fetched. Nothing was saved; please send it again.
file-other-toast = That file cannot be fetched any more. Please send it again.
file-busy = Your file before this one is still being saved. Wait until it is done, then tap again.
file-left = Nothing was saved.
file-sent = NIPs are whole for people of your own agency only.

file-name-people = participants-{ $title }-batch-{ $batch }.xlsx
file-name-roster = pegawai-{ $day }.xlsx
file-name-trainings = pelatihan-{ $day }.xlsx
file-name-batches = angkatan-{ $day }.xlsx
file-name-sample-roster = pegawai-example.xlsx
file-name-sample-trainings = pelatihan-example.xlsx
file-name-sample-batches = angkatan-example.xlsx
file-name-faults = to-be-mended.xlsx
sample-name = Example: delete this row
sheet-people = Participants
sheet-faults = To be mended
column-number = no
column-name = name
column-nip = nip
column-agency = agency
column-province = province
column-unit = unit
column-state = state
column-pool = seat
column-joined = joined
fault-column-sheet = sheet
fault-column-row = row
fault-column-column = column
fault-column-name = header
fault-column-found = found
fault-column-expected = to be mended

refusal-nothing-to-download = Your agency has nothing to download yet.

button-files = Files
button-file-roster = Staff list
button-file-trainings = Trainings
button-file-batches = Batches
button-upload-file = Upload a file
button-sample-file = Download an example
button-download-table = Download the data
button-back-to-files = ⬅️ Files
button-leave-file = Cancel
button-upload-again = Upload again
button-fault-list = Download what to mend
button-save-good = Save { $count } good rows
button-save-rows = Save { $count } rows
