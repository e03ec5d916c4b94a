# Planning trainings together: drafts, the secretariat's decisions, seats, a host.

kelola-drafts = { $count } rancangan diajukan
kelola-merges = { $count } usulan penggabungan
button-check-drafts = Periksa rancangan
button-check-merges = Jawab penggabungan
button-planning = Rencana pelatihan
button-planning-back = ⬅️ Rencana
button-new-draft = Buat rancangan
button-plans-own = Rancangan kami
button-plans-queue = Rancangan diajukan
button-plans-open = Pelatihan diterima
button-plans-done = Sudah selesai
button-take-seats = Sanggupi kursi
button-change-seats = Ubah jumlah kursi
button-survey = Usulan pegawai
button-survey-own = Provinsi kami saja
button-survey-all = Semua provinsi
button-complete-draft = Lengkapi isian
button-submit-draft = Ajukan ke Sekber
button-edit-draft = Ubah isian
button-recall-draft = Tarik pengajuan
button-other-fields = Isian lain
button-plan-full = Isi lengkap
button-plan-history = Riwayat
button-see-plan = Lihat rancangan
button-check-draft = Periksa rancangan
button-accept-draft = Terima
button-accept-both = Terima keduanya
button-return-draft = Kembalikan
button-return-a = Kembalikan A
button-return-b = Kembalikan B
button-draft-later = Nanti saja
button-next-draft = Rancangan berikutnya
button-compare-drafts = Bandingkan isi
button-propose-merge = Usulkan digabung
button-keep-a = Lanjutkan A
button-keep-b = Lanjutkan B
button-read-a = Isi lengkap A
button-read-b = Isi lengkap B
button-agree-merge = Setuju digabung
button-see-merge = Lihat usulan
button-keep-draft = Pertahankan
button-other-seat-number = Angka lain
button-give-seats-back = Tidak jadi
button-offer-host = Siap jadi tuan rumah
button-choose-host = Pilih tuan rumah
button-change-host = Ganti tuan rumah
button-make-host = Jadikan tuan rumah
button-publish-plan = Terbitkan
button-leave-as-is = Biarkan
button-other-months = Bulan lain

plan-room = <b>Rencana pelatihan</b>
plan-room-of = <b>Rencana pelatihan</b> · { $agencies }
plan-room-none = Belum ada rancangan dari instansi Anda.
plan-room-own = Rancangan kami: { $counts }.
plan-room-queue = { $count ->
    [0] Tidak ada rancangan yang menunggu diperiksa.
   *[other] { $count } rancangan menunggu diperiksa.
}
plan-room-open = { $count ->
    [0] Belum ada pelatihan diterima yang menunggu kursi.
   *[other] { $count } pelatihan diterima menunggu kursi dan tuan rumah.
}
plan-count-draft = { $count } belum diajukan
plan-count-returned = { $count } dikembalikan
plan-count-submitted = { $count } diajukan
plan-count-accepted = { $count } diterima
plan-choose-agency = Rancangan untuk instansi mana?
plans-own = <b>Rancangan kami</b>
plans-own-none = Belum ada rancangan dari instansi Anda.
plans-queue = <b>Rancangan yang diajukan</b>
plans-queue-none = Tidak ada rancangan yang menunggu diperiksa.
plans-open = <b>Pelatihan diterima, menunggu kursi</b>
plans-open-none = Belum ada pelatihan yang menunggu kursi.
plans-done = <b>Selesai direncanakan</b>
plans-done-none = Belum ada rencana yang selesai.
plans-line = <b>{ $number }. { $title }</b> · { $facts } · { $state }
plan-state-draft = belum diajukan
plan-state-submitted = diajukan ke Sekber
plan-state-returned = dikembalikan
plan-state-accepted = diterima
plan-state-merged = sudah digabung
plan-state-published = terbit

plan-title = <b>{ $title }</b>
plan-owner = { $agency } · { $state }
plan-hours = { $hours } JP
plan-summary = <i>{ $text }</i>
plan-field = <b>{ $name }:</b> { $value }
plan-remark = ⚠️ Catatan Sekber: "{ $remark }"
plan-missing = Belum diisi: { $fields }.
plan-in-merge = ⏳ Menunggu jawaban atas usulan penggabungan.
plan-seats = Kursi: { $total }, yaitu { $agencies }.
plan-seats-one = { $agency } { $seats }
plan-seats-host = { $agency } { $seats } (tuan rumah)
plan-no-seats = Belum ada instansi yang menyanggupi kursi.
plan-which-field = Isian mana yang diubah?
plan-submitted = ✅ Sudah diajukan ke Sekber. Keputusannya dikabarkan di sini.
plan-not-submitted = Belum diajukan. Masih perlu diisi: { $fields }.
plan-recalled = Pengajuannya ditarik. Rancangan dapat diubah lagi.
plan-returned = Rancangan dikembalikan. Catatan Anda dikirim ke pengusulnya.
plan-published = ✅ Pelatihan terbit. Tuan rumah dapat membuka angkatannya.
plans-accepted = { $count ->
    [1] ✅ Rancangan diterima. Instansi kini dapat menyanggupi kursi.
   *[other] ✅ { $count } rancangan diterima. Instansi kini dapat menyanggupi kursi.
}

plan-history = <b>Riwayat</b> · { $title }
plan-history-line = { $line }
plan-step = { $day } · { $who }: { $what }
plan-step-remark = { $line }. Catatan: "{ $remark }"
plan-step-someone = pengelola Jalin
plan-step-drafted = rancangan dibuat
plan-step-submitted = diajukan
plan-step-recalled = pengajuan ditarik
plan-step-accepted = diterima
plan-step-returned = dikembalikan
plan-step-proposed = diusulkan digabung dengan { $partner }
plan-step-agreed = setuju digabung dengan { $partner }
plan-step-kept = tidak jadi digabung dengan { $partner }
plan-step-merged = digabung dengan { $partner }
plan-step-merged-into = digabung ke { $partner }
plan-step-committed = menyanggupi { $seats } kursi
plan-step-withdrew = melepas kursinya
plan-step-host-offered = siap jadi tuan rumah
plan-step-host = { $host } menjadi tuan rumah
plan-step-published = terbit

kept-what-drafted = rancangan dibuat
kept-what-submitted = rancangan diajukan
kept-what-recalled = pengajuan ditarik
kept-what-accepted = rancangan diterima
kept-what-returned = rancangan dikembalikan
kept-what-proposed = penggabungan diusulkan
kept-what-agreed = penggabungan disetujui
kept-what-kept = penggabungan tidak disetujui
kept-what-merged = rancangan digabung
kept-what-committed = kursi disanggupi
kept-what-withdrew = kursi dilepas
kept-what-host-offered = siap jadi tuan rumah
kept-what-host = tuan rumah ditetapkan
kept-what-published = pelatihan diterbitkan

pair = <b>Dua rancangan mirip ({ $percent }%)</b>
pair-line = { $letter }. { $agency }: <b>{ $title }</b> · { $facts }
pair-same = Sama: { $fields }.
pair-different = Beda: { $fields }.
pair-waits = ⏳ Menunggu jawaban kedua instansi.
pair-refused = Penggabungan keduanya pernah tidak disetujui.
merge-which =
    Rancangan mana yang dilanjutkan?
    Yang lain digabung ke dalamnya setelah kedua instansi setuju.
merge-sent = ⏳ Usulan dikirim ke kedua instansi. Jawabannya dikabarkan di sini.
merge-proposed = <b>Usulan penggabungan</b> · mirip { $percent }%
merge-result = Bila kedua instansi setuju, yang dilanjutkan: { $title } ({ $agency }).
merge-agency-agreed = { $agency } sudah setuju.
merge-agreed = ✅ Kedua instansi setuju. Ini rancangan yang dilanjutkan.
merge-refused = Rancangan tetap seperti semula. Sekber dan instansi lain dikabari.
remark-ask = Tulis apa yang perlu diperbaiki. Catatan ini dibaca instansi pengusul.

seats-for = Kursi untuk instansi mana?
seats-now = Saat ini { $agency } menyanggupi { $count } kursi.
seats-ask = Berapa kursi untuk { $agency }?
seats-type = Ketik jumlah kursinya, misalnya 12.
seats-taken = ✅ { $count } kursi disanggupi. Masih dapat diubah sampai pelatihan terbit.
seats-given-back = Kursinya dilepas.
host-line = { $number }. { $agency }, { $seats } kursi
host-line-ready = { $number }. { $agency }, { $seats } kursi, siap
host-ask = Siapa tuan rumahnya?
host-nobody = Belum ada instansi yang menyanggupi kursi.
host-offered = Kesediaan Anda dikirim ke Sekber.
host-made = ✅ Tuan rumah disepakati. Instansi yang terlibat dikabari.

draft-empty = belum diisi
draft-now = Saat ini: { $value }
draft-numbered = { $number }. { $text }
draft-most-asked = Paling banyak diusulkan pegawai:
draft-asked-for = { $count } orang mengusulkan topik seperti ini.
draft-alike = Sudah ada yang mirip: { $title }.
draft-ask-title = Apa judul pelatihannya?
draft-ask-lesson_hours = Berapa JP (jam pelajaran)? Ketik angkanya, misalnya 40.
draft-ask-competency = Kompetensi apa?
draft-ask-mode = Cara belajarnya?
draft-ask-funding = Sumber dananya?
draft-ask-funding_note = Siapa menanggung pelatihan, perjalanan, dan uang harian?
draft-ask-programme = Untuk program prioritas apa? Ketuk nomornya, atau ketik yang lain.
draft-ask-planned_month = Diharapkan bulan apa?
draft-ask-summary = Tulis ringkasannya dalam satu atau dua kalimat.
draft-ask-objectives = Apa tujuannya? Tulis apa yang dapat dilakukan peserta sesudahnya.
draft-ask-materials = Materinya apa saja?
draft-name-title = judul
draft-name-lesson_hours = JP
draft-name-competency = kompetensi
draft-name-mode = cara belajar
draft-name-funding = sumber dana
draft-name-funding_note = pembagian biaya
draft-name-programme = program prioritas
draft-name-planned_month = bulan
draft-name-summary = ringkasan
draft-name-objectives = tujuan
draft-name-materials = materi
draft-label-title = Judul
draft-label-lesson_hours = JP
draft-label-competency = Kompetensi
draft-label-mode = Cara belajar
draft-label-funding = Sumber dana
draft-label-funding_note = Pembagian biaya
draft-label-programme = Program prioritas
draft-label-planned_month = Bulan
draft-label-summary = Ringkasan
draft-label-objectives = Tujuan
draft-label-materials = Materi

told-plan-submitted = ⏳ { $by } mengajukan rancangan <b>{ $title }</b> · { $facts }.
told-plan-accepted =
    ✅ Sekber menerima rancangan <b>{ $title }</b>.
    Berikutnya: kursi disanggupi dan tuan rumah disepakati.
told-plan-seats =
    ⏳ Sekber menerima rancangan <b>{ $title }</b> dari { $agency } · { $facts }.
    Berapa kursi yang disanggupi instansi Anda?
told-plan-returned =
    Sekber mengembalikan rancangan <b>{ $title }</b>. Isiannya tetap tersimpan; perbaiki lalu ajukan lagi.
told-plan-proposed = Sekber mengusulkan rancangan A dan B digabung. Rancangan Anda belum berubah.
told-plan-kept = { $by } mempertahankan rancangannya. <b>{ $title }</b> tidak digabung dengan { $partner }.
told-plan-merged = ✅ { $partner } sudah digabung ke <b>{ $title }</b> ({ $agency }).
told-plan-host-offered = { $by } siap menjadi tuan rumah <b>{ $title }</b>.
told-plan-host = Tuan rumah <b>{ $title }</b> disepakati: { $host }.
told-plan-published =
    ✅ <b>{ $title }</b> terbit.
    { $host } menjadi tuan rumah dan dapat membuka angkatannya.

refusal-plan-unknown = Rancangan itu sudah tidak ada.
refusal-plan-moved-on = Rancangan ini sudah berubah. Ini yang terbaru.
refusal-remark-needed = Catatannya masih kosong. Tulis apa yang perlu diperbaiki.
refusal-merge-unknown = Usulan penggabungan itu sudah tidak ada.
refusal-merge-open = Salah satu rancangan masih menunggu jawaban atas usulan penggabungan lain.
refusal-merge-over = Usulan penggabungan ini sudah selesai.
refusal-seats-number = Kursi ditulis dengan angka, 0 sampai { $most }.
refusal-seats-host = Tuan rumah tetap memerlukan kursi. Minta Sekber memilih tuan rumah lain dahulu.
refusal-host-no-seats = Tuan rumah dipilih dari instansi yang sudah menyanggupi kursi.
refusal-host-missing = Pelatihan terbit setelah tuan rumahnya disepakati.
refusal-draft-hours = JP ditulis dengan angka, { $least } sampai { $most }.
refusal-draft-choice = Tinggal mengetuk salah satu pilihan di bawah.
refusal-draft-short = Terlalu pendek: { $count } huruf, paling sedikit { $least }.
refusal-draft-long = Terbaca { $count } huruf, paling banyak { $most }. Silakan kirim yang lebih pendek.
