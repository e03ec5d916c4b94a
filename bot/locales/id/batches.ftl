# Organizers run batches; first what is answered with a no.

refusal-training-not-hosted = Pelatihan ini belum terbit, atau tuan rumahnya instansi lain.
refusal-batch-ends-early = Selesainya perlu sesudah mulainya.
refusal-batch-in-past = Waktu itu sudah lewat.
refusal-batch-code-taken = Kode untuk angkatan ini sudah terpakai semua. Kabari pengelola Jalin.
refusal-registration-order = Pendaftaran perlu ditutup sesudah dibuka.
refusal-seats-released = Kursi yang belum terisi sudah dibuka untuk semua, jadi waktunya tidak dapat diubah.
refusal-offer-hours = Lama tawaran antara 1 dan { $most } jam.
refusal-fill-in-use = Sudah ada pendaftar, jadi cara mengisi kursi tidak dapat diubah.
refusal-batch-out-of-order = Perubahan itu belum cocok dengan isian lain. Tidak ada yang berubah.
refusal-batch-not-ready = Angkatan ini belum dapat diterbitkan. Yang perlu dilengkapi tertulis di layarnya.
refusal-batch-draft = Angkatan ini belum diterbitkan.
refusal-limit-in-use = Sudah ada pendaftar, jadi batas kursi tidak dapat dipasang atau dilepas.
refusal-limit-published = Angkatan ini sudah terbit tanpa batas kursi.
refusal-seats-province = "{ $province }" bukan provinsi yang dapat ikut angkatan ini.

# The list.
batches = <b>{ $count } angkatan</b>
batches-none = Belum ada angkatan. Buat dari pelatihan yang instansi Anda selenggarakan.
batches-line = <b>{ $number }. { $title }</b> · Angkatan { $batch } · { $days } · { $seats } · { $state }
batch-state-draft = draf
batch-state-published = terbit
batch-state-over = selesai
batch-state-cancelled = dibatalkan
batch-choose-training = Angkatan untuk pelatihan apa?
batch-training-line = { $number }. { $title } · { $count ->
    [0] belum ada angkatan
   *[other] { $count } angkatan
}
batch-no-trainings = Belum ada pelatihan terbit yang instansi Anda selenggarakan.
button-batches = Angkatan
button-new-batch = Buat angkatan
button-batches-back = ⬅️ Daftar angkatan
button-back-to-batch = ⬅️ Angkatan ini

# One batch.
batch-title = <b>{ $title }</b> · Angkatan { $number } · { $state }
batch-plain = { $text }
batch-clock = { $hour }.{ $minute }
batch-time = { $first } pukul { $from } sampai { $last } pukul { $to } { $zone }
batch-time-day = { $day } pukul { $from }–{ $to } { $zone }
batch-registration-opens = Pendaftaran dibuka { $moment }.
batch-registration-closes = Pendaftaran ditutup { $moment }.
batch-registration-closed = Pendaftaran sudah ditutup { $moment }.
batch-seats = Kursi pasti { $taken }/{ $size }
batch-seats-unlimited = { $count } peserta, tanpa batas kursi
batch-seats-line = { $count } di daftar tunggu
batch-seats-offered = { $count } ditawari kursi
batch-seats-letters = { $count } menunggu rekomendasi
batch-line-dash = – { $what }
batch-problems = ⚠️ Sebelum terbit, lengkapi:
batch-problem-training = Pelatihannya sendiri belum terbit
batch-problem-past = Waktu mulainya sudah lewat
batch-problem-ends-early = Selesainya tidak sesudah mulainya
batch-problem-place = Tempat atau tautannya belum diisi
batch-problem-closes-before-opening = Pendaftaran ditutup sebelum dibuka
batch-problem-opens-after-end = Pendaftaran dibuka sesudah pelatihan selesai
batch-problem-closes-after-end = Pendaftaran ditutup sesudah pelatihan selesai
batch-problem-closed = Waktu pendaftarannya sudah lewat
batch-problem-no-seats = Kapasitasnya 0 kursi
batch-problem-no-plan = Pembagian kursi belum dipilih
batch-problem-release-late = Sisa kursi dibuka sesudah pelatihan mulai
batch-problem-cancel-late = Batas pembatalan sesudah pelatihan selesai
batch-problem-nominate-when = Batas waktu nominasi belum diisi
batch-problem-nominate-late = Batas nominasi perlu sesudah pendaftaran dibuka dan sebelum mulai
batch-problem-nominate-unlimited = Nominasi perlu batas kursi
batch-starts = Mulai { $starts }
batch-cautions = Perlu diperhatikan:
batch-caution-holiday = { $days }: hari libur, { $name }
batch-caution-leave = { $days }: { $name }
batch-caution-weekend = Akhir pekan: { $days }
batch-caution-friday = { $days }: sediakan jeda salat Jumat pukul 11.30–13.00 { $zone }
batch-caution-early = Mulai pukul { $hour }, terlalu pagi di sana
batch-caution-late = Mulai pukul { $hour }, terlalu sore di sana
batch-published = ✅ Angkatan terbit. Pelatihan ini kini tampil di daftar.
batch-published-again = Angkatan ini sudah terbit.
button-publish-batch = Terbitkan
button-batch-set-place = Isi tempat
button-see-card = Lihat kartu pelatihan
button-batch-details = Ubah rincian
button-batch-seats = Kursi
button-cancel-batch = Batalkan angkatan
button-close-registration = Tutup pendaftaran

# What can be changed.
batch-not-set = belum diisi
batch-needed = perlu
batch-not-needed = tidak perlu
batch-provinces = { $count } provinsi: { $names }
batch-detail-time = <b>Jadwal:</b> { $value }
batch-detail-place = <b>Tempat:</b> { $value }
batch-detail-access = <b>Akses, hanya untuk yang kursinya pasti:</b> { $value }
batch-detail-opens = <b>Pendaftaran dibuka:</b> { $value }
batch-detail-closes = <b>Pendaftaran ditutup:</b> { $value }
batch-detail-provinces = <b>Untuk ASN:</b> { $value }
batch-detail-recommendation = <b>Rekomendasi atasan:</b> { $value }
batch-detail-capacity = <b>Kapasitas:</b> { $value }
batch-detail-fill = <b>Cara mengisi:</b> { $value }
batch-detail-release = <b>Sisa kursi dibuka untuk semua:</b> { $value }
batch-detail-offer = <b>Lama tawaran:</b> { $value }
batch-detail-cancel = <b>Batas pembatalan:</b> { $value }
batch-fill-first-come = siapa cepat
batch-fill-nomination = nominasi instansi
batch-fill-until = nominasi instansi sampai { $moment }
batch-hours = { $count } jam
batch-no-plan = Pembagian kursi belum dipilih.
button-batch-dates = Jadwal
button-batch-place = Tempat
button-batch-access = Tautan, akses
button-batch-provinces = Provinsi
button-batch-opens = Pendaftaran dibuka
button-batch-closes = Pendaftaran ditutup
button-batch-recommendation = Perlu rekomendasi
button-batch-capacity = Kapasitas
button-batch-fill = Cara mengisi
button-batch-release = Sisa kursi dibuka
button-batch-offer = Lama tawaran
button-batch-cancel = Batas pembatalan
card-nomination = Kursi menurut nominasi instansi, sampai { $moment }.
enrolled-access = Cara masuk: { $access }

# The form.
batch-form-title = <b>{ $title }</b>
batch-ask-start-day = Hari pertama? Pilih di kalender, atau ketik, misalnya <i>7 Des 2026</i>.
batch-ask-end-day = Hari terakhir? Pilih di kalender, atau ketik.
batch-ask-end-day-since = Mulai { $day }.
batch-ask-zone = Waktu { $zone }, mengikuti { $host }.
batch-ask-start-hour = { $day }: mulai pukul berapa ({ $zone })? Pilih, atau ketik, misalnya <i>08.15</i>.
batch-ask-end-hour = { $day }: selesai pukul berapa ({ $zone })? Pilih, atau ketik.
batch-ask-place = Di mana tempatnya? Ketik nama dan alamat singkat. Ini tampil di kartu pelatihan.
batch-ask-access = Bagaimana cara masuknya? Ketik tautan rapat atau kode ruang. Hanya terlihat oleh peserta yang kursinya pasti.
batch-ask-capacity = Berapa kursi? Pilih, atau ketik angkanya.
batch-ask-opens = Kapan pendaftaran dibuka?
batch-ask-closes = Kapan pendaftaran ditutup?
batch-ask-nominate = Sampai kapan instansi menominasikan pesertanya?
batch-ask-release = Kapan kursi yang belum terisi dibuka untuk semua provinsi?
batch-ask-cancel = Sampai kapan peserta dapat membatalkan kursinya?
batch-ask-moment = Pilih, atau ketik, misalnya <i>30 Nov 2026 17.00</i> ({ $zone }).
batch-ask-provinces = Siapa yang boleh ikut? Ketuk provinsinya, atau ketik, misalnya <i>NTT, Bali</i>. Tanpa pilihan berarti semua.
batch-ask-provinces-chosen = Terpilih: { $names }
batch-ask-recommendation = Apakah perlu rekomendasi atasan?
batch-ask-fill = Bagaimana kursi diisi? Siapa cepat: menurut urutan mendaftar. Nominasi: instansi mengurutkan pendaftarnya sampai batas waktu.
batch-ask-offer = Berapa lama kursi yang lepas ditahan untuk urutan berikutnya? Pilih, atau ketik jumlah jamnya.
batch-kept = Sekarang: { $value }
batch-kept-hours = Sekarang: { $count } jam
batch-kept-seats = Sekarang: { $count } kursi
batch-kept-unlimited = Sekarang: tanpa batas kursi
batch-typed = Yang tadi diketik: <i>{ $text }</i>
batch-unclear-day = Harinya belum terbaca. Contoh: 7 Des 2026 atau 7/12/2026.
batch-unclear-early = Hari itu terlalu awal. Pilih hari lain.
batch-unclear-clock = Jamnya belum terbaca. Contoh: 08.30.
batch-unclear-moment = Waktunya belum terbaca. Contoh: 30 Nov 2026 17.00.
batch-unclear-number = Angkanya belum terbaca. Isinya 1 sampai { $most }.
batch-unclear-province = "{ $province }" belum dikenal. Pakai nama singkat seperti di daftar.
batch-unclear-share = Bagian "{ $part }" belum terbaca. Contoh: Jatim 7, NTT 2.
batch-unclear-twice = { $province } tertulis dua kali.
text-awaited-tap = Tinggal mengetuk tombol pilihan di bawah. Untuk berhenti, kirim /batal.
button-other-month = Bulan lain
button-batch-empty = Kosongkan
button-batch-unlimited = Tanpa batas kursi
button-batch-now = Dibuka sekarang
button-batch-morning = { $date } pukul 08.00
button-batch-before = H-{ $days } · { $day }
button-batch-closes-start = Saat mulai
button-batch-closes-end = Saat selesai
button-batch-release-none = Tidak dibuka
button-batch-cancel-usual = Pakai kebiasaan: H-3
button-batch-others = Provinsi lain
button-batch-save = Simpan pilihan
button-batch-needed = Perlu rekomendasi
button-batch-not-needed = Tidak perlu
button-batch-first-come = Siapa cepat
button-batch-nomination = Nominasi
batch-move = Mulai: semula { $was }, menjadi { $new }.
batch-move-end = Selesai: semula { $was }, menjadi { $new }.
batch-move-told = { $count } orang diberi tahu. Kursi dan urutan mereka tetap.
batch-move-overlap = ⚠️ { $count } di antaranya jadi beririsan dengan kursi pasti lain. Tidak ada yang dibatalkan; mereka memilih sendiri.
batch-moved = ✅ Jadwal berubah; { $count } orang diberi tahu.
button-batch-move = Ubah jadwal
batch-capacity = Kapasitas semula { $was }, menjadi { $new }.
batch-capacity-more = { $count } kursi bertambah.
batch-capacity-line = { $count } orang di daftar tunggu; kursi baru langsung ditawarkan menurut urutan.
batch-capacity-open = Kursi baru masuk kuota terbuka.
batch-capacity-rule = Kursi dibagi lagi menurut aturannya; yang sudah terpakai tetap.
batch-capacity-less = { $count } kursi kosong dihapus.
batch-capacity-kept = { $count } kursi pasti tidak berubah.
button-batch-resize = Ubah kapasitas

# Sharing seats.
batch-choose-rule = <b>{ $title }</b>: bagaimana { $count } kursi dibagi?
batch-choose-rule-then = Anda melihat hasilnya dulu; belum ada yang disimpan.
button-share-seats = Bagi kursi
button-adjust-seats = Ubah kuota
button-rule-proportional = Sebanding jumlah PNS
button-rule-one-each = Satu, lalu sebanding
button-rule-equal = Sama rata
button-rule-first-come = Siapa cepat
button-rule-by-hand = Atur sendiri
button-other-rule = Pilih cara lain
button-keep-plan = Pakai pembagian ini
button-regional = ASN daerah { $percent }%
button-affirmative = Afirmasi Papua: { $count }
pool-affirmative = afirmasi
batch-figure = { $pool } { $seats }
batch-plan-regional = Disisihkan lebih dulu: { $percent }% untuk ASN daerah.
batch-plan-affirmative = Disisihkan lebih dulu: kursi bagi empat provinsi baru di Papua.
batch-plan-left = { $count } kursi belum dibagikan; kursi itu terbuka untuk semua.
batch-plan-kept = ✅ Pembagian kursi disimpan.
batch-ask-shares = Ketik kuota tiap provinsi untuk { $count } kursi, misalnya <i>{ $example }</i>. Sisanya terbuka untuk semua.
batch-ask-shares-who = Provinsi: { $names }
batch-adjust = Pindahkan kursi antar-kuota; jumlahnya tetap { $count }. Angka: terpakai/kuota. Nama kuota boleh diketik.
batch-pool = <b>{ $pool }: { $count } kursi</b>, terpakai { $taken }
batch-pool-left = { $count } kursi belum diberikan ke kuota lain.
batch-pool-over = Kelebihan { $count } kursi; kurangi kuota lain.
batch-pool-move = { $pool }: semula { $was }, menjadi { $new }
batch-adjust-reason = Mengapa diubah? Tulis satu kalimat; alasannya terbaca oleh semua orang.
batch-adjusted = ✅ Kuota diubah, alasannya tercatat.
button-write-reason = Lanjut, tulis alasan

# Closing early, cancelling.
batch-close = Pendaftaran <b>{ $title }</b> semestinya ditutup { $moment }.
batch-close-then = Bila ditutup sekarang, tidak ada pendaftar baru. Yang sudah mendaftar dan daftar tunggu tetap berjalan.
batch-closed-now = ✅ Pendaftaran ditutup.
button-keep-open = Tetap dibuka
batch-cancel-why = Mengapa <b>{ $title }</b> dibatalkan? Tulis satu kalimat; semua pendaftar akan membacanya.
batch-cancel-sure = { $count ->
    [0] <b>{ $title }</b> dibatalkan. Belum ada pendaftar.
   *[other] <b>{ $title }</b> dibatalkan: { $count } orang diberi tahu, dan tawaran kursi ditarik. Ini tidak dapat dikembalikan.
}
batch-cancelled-now = { $count ->
    [0] <b>{ $title }</b> dibatalkan.
   *[other] <b>{ $title }</b> dibatalkan; { $count } orang diberi tahu.
}
button-keep-batch = Tetap diadakan

# To people whose batch moved.
told-schedule = ⚠️ Jadwal berubah: <b>{ $title }</b>.
told-schedule-dates = Semula { $was }; menjadi { $new }.
told-schedule-seat = Kursi Anda tetap.
told-schedule-place = Pendaftaran Anda tetap.
told-schedule-cancel = Bila berhalangan, pembatalan sampai { $moment }.
