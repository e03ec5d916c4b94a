# The people of a batch, as the organizers of its host look after them.

people-head = <b>{ $title }</b> · Angkatan { $batch } · { $days }
people-seats = Terisi { $taken } dari { $capacity } kursi.
people-none = Belum ada peserta.
people-none-here = Tidak ada lagi di bagian ini.
people-line = Daftar tunggu: { $count } orang
people-seated = Punya kursi: { $count } orang
people-asked = Menunggu rekomendasi: { $count } orang
people-ended = Sudah keluar: { $count } orang
person-line = <b>{ $number }.</b> { $who }{ $state }
person-line-state = { " " }({ $state })
people-found = Ditemukan { $count } orang.
people-found-more = Ini { $shown } yang pertama; tulis namanya lebih lengkap untuk mempersempit.
people-not-found = Tidak ada peserta angkatan ini yang cocok dengan "{ $query }".
people-nip-not-found = Pemilik NIP itu tidak ada di angkatan ini.
people-ask = Ketik sebagian nama, atau NIP lengkap. Pesan berisi NIP dihapus setelah dibaca.
people-who = <b>{ $name }</b>
people-state = { $state }, sejak { $moment }
people-nip-stays = Pesan berisi NIP belum dapat dihapus. Silakan hapus sendiri.

person-state-submitted = menunggu rekomendasi
person-state-recommended = direkomendasikan
person-state-confirmed = kursi pasti
person-state-attended = hadir
person-state-passed = lulus
person-state-failed = belum lulus
person-state-waitlisted = daftar tunggu
person-state-offered = ditawari kursi
person-state-declined = tawaran ditolak
person-state-expired = tawaran berakhir
person-state-cancelled = dibatalkan
person-state-exempted = bebas pelatihan

move-ask = Pindahkan <b>{ $name }</b> dari Angkatan { $batch } ke mana? Tempatnya di sini dilepas, dan orangnya dikabari.
move-line = Angkatan { $batch } · { $days } · { $seats }
move-seats = { $count ->
    [0] kursi penuh, masuk daftar tunggu
   *[other] sisa { $count } kursi
}
move-seats-unlimited = tanpa batas kursi
move-nowhere = Belum ada angkatan lain <b>{ $title }</b> yang dijalankan instansi Anda dan belum dimulai.
remove-ask = Mengapa <b>{ $name }</b> dikeluarkan? Tulis satu kalimat; orangnya akan membacanya. Kursinya diteruskan ke urutan berikutnya.
remove-done = <b>{ $name }</b> sudah dikeluarkan dan dikabari.
remove-again = <b>{ $name }</b> memang sudah tidak ada di angkatan ini.

add-ask-who = Siapa yang ditambahkan? Ketik NIP lengkap, atau nama pegawai dari provinsi Anda. Pesan berisi NIP dihapus setelah dibaca.
add-which = Yang mana?
add-nobody = Belum ada pegawai terverifikasi yang cocok dengan "{ $query }".
add-no-nip = Pemilik NIP itu belum terverifikasi di Jalin.
add-only-verified = Yang dapat ditambahkan: pegawai yang sudah memperkenalkan diri kepada Jalin dan datanya dipastikan.
add-ask = Tambahkan <b>{ $name }</b> ke <b>{ $title }</b>, Angkatan { $batch }?
add-then = Kursinya pasti bila masih ada yang kosong, selain itu masuk daftar tunggu. Orangnya dikabari.
add-again = <b>{ $name }</b> sudah ada di angkatan itu. Tidak ada yang berubah.
placed-seat = ✅ Kursi <b>{ $name }</b> sudah pasti. Orangnya dikabari.
placed-seat-pool = ✅ Kursi <b>{ $name }</b> sudah pasti; kursi { $pool } menjadi { $taken }/{ $size }. Orangnya dikabari.
placed-line = ⏳ <b>{ $name }</b> masuk daftar tunggu, urutan ke-{ $place }. Orangnya dikabari.
placed-asked = ⏳ <b>{ $name }</b> terdaftar dan menunggu rekomendasi. Orangnya dikabari.

button-people-seated = Punya kursi · { $count }
button-people-line = Daftar tunggu · { $count }
button-people-asked = Diajukan · { $count }
button-people-ended = Keluar · { $count }
button-people = Peserta
button-search-people = Cari peserta
button-search-again = Cari lagi
button-add-person = Tambah peserta
button-add-now = Tambahkan
button-add-another = Tambah lagi
button-see-person = Lihat peserta
button-move-person = Pindahkan
button-move-to = Ke Angkatan { $batch }
button-take-out = Keluarkan
button-person-history = Riwayat
button-download-xlsx = Unduh XLSX
button-back-to-people = ⬅️ Peserta

step-moved = Dipindahkan ke angkatan lain
step-removed = Dikeluarkan

told-added = Anda didaftarkan oleh { $host }.
told-moved = Anda dipindahkan { $host } ke Angkatan { $batch }.
told-removed = ⚠️ Pendaftaran Anda untuk <b>{ $title }</b>, { $days }, diakhiri oleh { $host }.

refusal-participant-overlap = Beririsan dengan { $other }, yang kursinya sudah pasti untuk orang ini. Tidak ada yang berubah.
refusal-participant-province = Angkatan ini tidak membuka kursi untuk provinsi orang ini. Tidak ada yang berubah.
refusal-participant-stays = Orang ini sudah tercatat hadir atau selesai, jadi tetap di angkatannya.
refusal-participant-there = Orang ini sudah ada di angkatan itu. Tidak ada yang berubah.
refusal-participant-not-sister = Pindah hanya ke angkatan lain dari pelatihan dan tuan rumah yang sama.
refusal-participant-own = Untuk diri sendiri, daftarlah lewat kartu pelatihan.
refusal-participant-left = Menurut daftar pegawai, orang ini sudah tidak bertugas di instansinya.
refusal-batch-over = Angkatan ini sudah selesai.
refusal-person-gone = Orang itu sudah tidak ada di Jalin, atau datanya tidak lagi terverifikasi.
