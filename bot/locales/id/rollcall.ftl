# The people of a batch as a file.

rollcall =
    Tambahkan banyak orang sekaligus: cukup kolom <b>nip</b> sebagai teks, boleh dengan <b>catatan</b>. Berkas dari Unduh XLSX juga dapat dikirim lagi.
    Kursi diberikan menurut urutan baris; bila penuh, masuk daftar tunggu. Semua dikabari.
    XLSX atau CSV, paling besar { $limit } MB.
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
