# The people of a batch as a file.

rollcall =
    Tambahkan banyak orang sekaligus dengan XLSX atau CSV, paling besar { $limit } MB.
    Cukup kolom <b>nip</b> sebagai teks; <b>catatan</b> boleh ada. Hasil Unduh XLSX juga dapat dikirim lagi.
    Kursi diberikan menurut urutan baris, selebihnya masuk daftar tunggu. Semua dikabari.
rollcall-saved = ✅ { $name } tersimpan: { $counts }.
rollcall-seats = { $count } kursi pasti
rollcall-line = { $count } daftar tunggu
rollcall-nobody = tidak ada yang baru
rollcall-told = Semua yang baru dikabari.
rollcall-same = { $count } sudah ada sebelumnya.
file-what-participants = daftar peserta
file-count-there = { $count } sudah ada
file-name-sample-participants = peserta-contoh.xlsx

button-people-files = Unggah/unduh peserta
button-upload-people = Unggah peserta
