# Pengumuman, seperti yang diterima.

announcement-head = 📣 <b>{ $agency }</b> untuk { $audience }
announcement-for-trainings = peserta { $names }
announcement-for-trainings-count = peserta { $count } pelatihan
announcement-for-roles = tim penyelenggara
announcement-for-enrolled = peserta pelatihan
announcement-for-agencies = pegawai { $names }
announcement-for-agencies-count = pegawai { $count } instansi
announcement-for-provinces = ASN { $names }
announcement-for-provinces-count = ASN { $count } provinsi
announcement-for-all = ASN
button-set-announcements = Atur pengumuman

refusal-announce-start-first = Ketuk /start dahulu, agar pengumuman tercatat atas nama Anda.
refusal-announce-unknown = Pengumuman itu sudah tidak ada.
refusal-announce-moved-on = Pengumuman ini sudah berubah sejak dibuka. Buka lagi dari /umumkan untuk melihat yang terbaru.
refusal-announce-text-none = Teksnya masih kosong. Tulis isi pengumuman dahulu.
refusal-announce-text-long = Panjangnya { $count } huruf, paling banyak { $longest }. Ringkas dahulu, lalu kirim lagi.
refusal-announce-media = Kirim satu gambar atau satu dokumen.
refusal-announce-buttons-full = Sudah ada { $most } tombol, paling banyak sekian. Hapus satu dahulu.
refusal-announce-label = Tulisan tombol 1 sampai { $longest } huruf; yang ini { $count }.
refusal-announce-url = Tautan dimulai dengan https:// atau http://, misalnya https://contoh.go.id/jadwal
refusal-announce-batch = Angkatan itu tidak sedang terbit. Pilih yang lain.
refusal-announce-choice = Pilihan itu sudah tidak ada. Buka lagi daftarnya.
refusal-announce-time = Waktunya harus sesudah sekarang, paling jauh { $days } hari lagi. Atur lagi waktunya.
refusal-announce-nobody = Belum ada penerima untuk pilihan ini. Ubah penerimanya dahulu.
refusal-announce-no-second = Belum ada orang kedua yang dapat menyetujui. Tambahkan rekan lewat Tim di /kelola.
refusal-announce-own = Pengumuman Anda sendiri disetujui oleh orang kedua.
refusal-announce-author-left = Penulisnya tidak lagi dapat mengirim ini atas nama instansinya. Kembalikan pengumumannya.
refusal-announce-remark = Catatan 1 sampai { $longest } huruf; yang ini { $count }.
refusal-announce-template-name = Nama templat 1 sampai { $longest } huruf; yang ini { $count }.
refusal-announce-templates-full = Sudah ada { $most } templat. Hapus satu dahulu.

kept-action-broadcast-drafted = membuat draf pengumuman
kept-action-broadcast-edited = mengubah draf pengumuman
kept-action-broadcast-deleted = menghapus draf pengumuman
kept-action-broadcast-requested = meminta persetujuan pengumuman
kept-action-broadcast-scheduled = mengirim pengumuman
kept-action-broadcast-recalled = menarik kembali pengumuman
kept-action-broadcast-approved = menyetujui pengumuman
kept-action-broadcast-returned = mengembalikan pengumuman
kept-action-broadcast-template-saved = menyimpan templat pengumuman
kept-action-broadcast-template-deleted = menghapus templat pengumuman
kept-kind-announcement-sample = isi pengumuman untuk diperiksa
kept-kind-announcement-request = permintaan persetujuan pengumuman
kept-kind-announcement-decision = keputusan tentang pengumuman
delivery-kind-announcement-sample = Isi pengumuman
delivery-kind-announcement-request = Permintaan persetujuan
delivery-kind-announcement-decision = Keputusan pengumuman

# Menulis pengumuman.

announce-room = <b>Pengumuman</b>
announce-count-drafts = { $count } draf
announce-count-pending = { $count } menunggu waktu atau persetujuan
announce-count-templates = { $count } templat
announce-in-whose-name = Atas nama instansi mana?
announce-list-drafts = <b>Draf Anda</b>, terbaru dahulu
announce-list-pending = <b>Menunggu waktu atau persetujuan</b>
announce-list-templates = <b>Templat</b>
announce-list-empty = Tidak ada apa-apa di sini.
announce-line = <b>{ $number }.</b> { $what }
announce-line-waiting = { $text } · menunggu persetujuan
announce-line-scheduled = { $text } · { $moment }
announce-returned-line = { $text } · dikembalikan
announce-draft = <b>Pengumuman { $agency }</b>
announce-text = Isi: { $text }
announce-text-no = belum ditulis
announce-english = English: { $text }
announce-media = Lampiran: { $name }
announce-picture = gambar
announce-buttons = Tombol: { $labels }
announce-to = Penerima: { $audience }
announce-when = Waktu: { $moment }
announce-at-once = segera
announce-remark = ⚠️ Dikembalikan: "{ $remark }"
announce-stands-waiting = Menunggu persetujuan orang kedua. Waktu: { $moment }
announce-stands-scheduled = Dikirim { $moment }
announce-stands-sent = Sudah mulai dikirim.
announce-buttons-ask = Paling banyak { $most } tombol di bawah pengumuman.
announce-button-link = <b>{ $number }.</b> { $label }: membuka { $url }
announce-button-card = <b>{ $number }.</b> { $label }: membuka kartu pelatihan{ $url }
announce-button-answer = <b>{ $number }.</b> { $label }: jawaban yang dihitung{ $url }
announce-card-ask = Kartu angkatan mana yang dibuka tombol ini?
announce-card-none = Belum ada angkatan terbit yang bisa dipilih.
announce-batch = { $title }, angkatan { $number }
announce-delete-ask = Draf "{ $text }" akan dihapus dan tidak bisa dikembalikan.
announce-deleted = Draf sudah dihapus.
announce-recalled = ✅ Pengumuman ditarik kembali menjadi draf. Belum ada yang menerimanya.
announce-template = <b>Templat</b>: { $name }
announce-template-saved = ✅ Templat "{ $name }" tersimpan untuk instansi Anda.
announce-template-deleted = Templat sudah dihapus.

announce-audience = <b>Penerima</b>: { $audience }
announce-all = semua ASN
announce-all-within = semua dalam jangkauan instansi Anda
announce-reachable = dapat dihubungi
announce-reachable-switch = Dapat dihubungi
announce-or = atau
announce-or-more = { $names }, atau { $count } lainnya
announce-now = Saat ini { $count ->
    [0] belum ada penerima.
   *[other] { $number } orang.
}
announce-away = { $count ->
   *[other] { $number } lainnya sedang tidak dapat dihubungi.
}
announce-general = Ini pengumuman umum: yang mematikannya tidak dihitung.
announce-no-choice = Belum ada yang bisa dipilih di sini.
announce-ask-provinces = <b>Provinsi</b> instansi penerima
announce-ask-trainings = <b>Pelatihan</b> yang diikuti penerima
announce-ask-batches = <b>Angkatan</b> yang diikuti penerima
announce-ask-states = <b>Status</b> pendaftaran penerima
announce-ask-competencies = <b>Kompetensi</b> pelatihan yang diikuti
announce-ask-agencies = <b>Instansi</b> penerima
announce-ask-roles = <b>Peran</b> penerima
announce-find-agencies = Ketik sebagian nama instansi penerima, misalnya "bpsdm ntt".
announce-find-trainings = Ketik sebagian nama pelatihan yang diikuti penerima.
announce-find-batches = Ketik sebagian nama pelatihan dari angkatan yang dicari.
announce-find-found = Ketuk nomornya untuk memilih atau melepas, atau ketik nama lain.
announce-find-none = Belum ada yang cocok dengan "{ $text }". Ketik nama lain.
announce-state-submitted = diajukan
announce-state-recommended = direkomendasikan
announce-state-confirmed = kursi pasti
announce-state-waitlisted = daftar tunggu
announce-state-offered = ditawari kursi
announce-state-attended = hadir
announce-state-passed = lulus
announce-state-failed = belum lulus
announce-state-exempted = bebas pelatihan
announce-state-cancelled = dibatalkan

announce-forecast = { $told }
announce-recipients = { $count ->
    [0] belum ada penerima
   *[other] { $number } penerima
}
announce-takes-moment = kurang dari 1 menit
announce-takes-minutes = sekitar { $count } menit
announce-takes-hours = sekitar { $count } jam
announce-quiet = yang kena jam tenang menunggu pagi
announce-not-quiet = di luar jam tenang
announce-needs-second = perlu persetujuan orang kedua (lebih dari { $above })
announce-no-english = Tanpa teks English, semua menerima teks Indonesia.
announce-tried = ✅ Sudah dikirim ke Anda, lihat di atas.
announce-not-taken = Telegram belum mau menerima isi ini. Periksa teks, lampiran, dan tautannya.
announce-time-ask =
    Kapan dikirim? Waktu dalam { $zone }.
    Saat ini: { $moment }
announce-time-label = { $weekday }, { $day } { $hour }.{ $minute }
announce-done-scheduled = ✅ Pengumuman untuk { $count ->
   *[other] { $number } penerima siap
}. Waktu kirim: { $moment }
announce-done-waiting = ⏳ Permintaan persetujuan sudah dikirim. Pengumuman untuk { $count ->
   *[other] { $number } penerima menunggu
} orang kedua. Waktu kirim: { $moment }
announce-request = 📣 { $by } meminta persetujuan: pengumuman untuk { $count ->
   *[other] { $number } orang
}, dikirim begitu disetujui.
announce-request-at = 📣 { $by } meminta persetujuan: pengumuman untuk { $count ->
   *[other] { $number } orang
}, dikirim { $moment }.
announce-somebody = Rekan
announce-approved = ✅ Disetujui untuk { $count ->
   *[other] { $number } penerima
}. Waktu kirim: { $moment }
announce-returned = Pengumuman dikembalikan kepada penulisnya dengan catatan Anda.
announce-told-approved = 📣 { $by } menyetujui pengumuman Anda. Waktu kirim: { $moment }
announce-told-returned = 📣 { $by } mengembalikan pengumuman: "{ $remark }" Drafnya tersimpan.

announce-ask-id =
    Tulis isi pengumuman. Tebal, miring, dan tautan tetap seperti yang Anda ketik.
    Gambar atau berkas dengan keterangan juga bisa.
announce-ask-en = Tulis teks English-nya, untuk yang memilih English.
announce-ask-media = Kirim satu gambar atau satu dokumen. Teksnya tetap.
announce-ask-link = Tulisan tombolnya? Paling banyak { $longest } huruf, misalnya: Buka denah
announce-ask-url = Alamat tautannya? Misalnya https://contoh.go.id/jadwal
announce-ask-answer = Tulisan tombolnya? Paling banyak { $longest } huruf. Yang mengetuk akan dihitung.
announce-ask-when = Ketik hari dan jamnya, misalnya: 18 Nov 2026 pukul 09.00
announce-ask-template = Nama templatnya? Misalnya: Kelas pindah
announce-ask-remark = Apa yang perlu diubah? Penulisnya membaca catatan ini. Paling banyak { $longest } huruf.
refusal-announce-time-unclear = Waktunya belum terbaca. Contoh: 18 Nov 2026 pukul 09.00

kelola-announcements = { $count } pengumuman menunggu persetujuan Anda
button-check-announcements = Periksa pengumuman
button-announcing = Pengumuman
button-announce-new = Tulis pengumuman
button-announce-drafts = Draf
button-announce-pending = Yang menunggu
button-announce-templates = Templat
button-announce-room = ⬅️ Pengumuman
button-announce-draft = ⬅️ Isi pesan
button-announce-preview = Lihat pratinjau
button-announce-audience = Pilih penerima
button-announce-text = Ubah teks
button-announce-english = Teks English
button-announce-drop-english = Tanpa English
button-announce-media = Beri lampiran
button-announce-media-drop = Lepas lampiran
button-announce-buttons = Tombol
button-announce-link = Tambah tautan
button-announce-card = Kartu pelatihan
button-announce-answer = Jawaban cepat
button-announce-read = Sudah saya baca
button-announce-drop-button = Hapus { $number }
button-announce-delete = Hapus draf
button-announce-keep = Simpan draf
button-announce-use = Pakai templat
button-announce-drop-template = Hapus templat
button-announce-recall = Tarik kembali
button-announce-provinces = Provinsi
button-announce-trainings = Pelatihan
button-announce-states = Status
button-announce-batches = Angkatan
button-announce-competencies = Kompetensi
button-announce-agencies = Instansi
button-announce-roles = Peran
button-announce-more = Pilihan lain
button-announce-clear = Kosongkan
button-announce-chosen = Selesai memilih
button-announce-ask = Minta persetujuan
button-announce-send = Kirim
button-announce-try = Kirim ke saya dulu
button-announce-time = Atur waktu
button-announce-in-en = Lihat versi English
button-announce-in-id = Lihat versi Indonesia
button-announce-change = Ubah isi
button-announce-template = Simpan templat
button-announce-at-once = Segera
button-announce-other-time = Jam lain
button-announce-see = Lihat pengumuman
button-announce-approve = Setujui dan kirim
button-announce-recipients = Lihat penerima
button-announce-return = Kembalikan
