# The people of a batch as a file.

rollcall =
    Add many people at once with XLSX or CSV, at most { $limit } MB.
    A column <b>nip</b>, as text, is enough; <b>catatan</b> (notes) may stand beside it. What Download XLSX gives can be sent again.
    Seats are given in the order of the rows, everybody else joins the waitlist. All are told.
rollcall-saved = ✅ { $name } saved: { $counts }.
rollcall-seats = { $count ->
    [one] { $count } confirmed seat
   *[other] { $count } confirmed seats
}
rollcall-line = { $count } on the waitlist
rollcall-nobody = nobody new
rollcall-told = Everybody new is told.
rollcall-same = { $count } were there before.
file-what-participants = participants
file-count-there = { $count } there already
file-name-sample-participants = peserta-example.xlsx

button-people-files = Upload or download
button-upload-people = Upload participants
