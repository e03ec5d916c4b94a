# Pertanyaan di grup tim: kartunya, topiknya, dan yang dikatakan di sana; pengingat yang belum dijawab.

group-unnamed = tanpa nama
group-card = 🎫 <b>{ $number }</b> · { $who }
group-card-held = Dipegang { $by }.
group-card-closed = Sudah ditutup.
group-card-in-topic = Tulis di topik ini untuk menjawab; awali dengan // untuk catatan dalam tim.
group-card-reply = Balas pesan ini untuk menjawab; awali dengan // untuk catatan dalam tim.
button-take-here = Ambil pertanyaan
button-hand-here = Serahkan
button-ready-here = Jawaban siap pakai
button-close-here = Tutup
button-reopen-here = Buka lagi
button-withdraw-here = Tarik jawaban

group-line-added = 🎫 { $number } · { $name } menambahkan:
group-line-reopened = 🎫 { $number } dibuka lagi oleh { $name }.
group-line-edited = 🎫 { $number } · { $name } mengubah pesannya menjadi:
group-line-answered = 🎫 { $number } · dijawab { $by }:
group-line-withdrawn = 🎫 { $number } · jawaban { $by } ditarik.
group-line-opened = 🎫 { $number } dibuka lagi. Kirim jawabannya sekarang.
group-line-closed = 🎫 { $number } ditutup.
group-line-rated = 🎫 { $number } · { $name } menilai jawabannya { $rating } dari 5.
group-line-left = 🎫 { $number } diteruskan ke { $agency }.
group-file = 🎫 { $number } · lampiran penanya

group-answered = Diteruskan ke penanya.
group-answered-toast = Diteruskan ke penanya.
group-noted = Catatan disimpan, hanya untuk tim.
group-withdrawn = Jawaban ditarik, juga dari obrolan penanya.
group-closed = { $number } sudah ditutup, jadi pesan ini belum diteruskan.
group-topic-closed-alone = Topik ini ditutup, tetapi pertanyaan { $number } belum: hanya penyelenggara { $agency } yang dapat menutupnya, atas nama sendiri.
group-topic-opened-alone = Topik ini dibuka, tetapi pertanyaan { $number } tetap ditutup: hanya penyelenggara { $agency } yang dapat membukanya, atas nama sendiri.
group-topic-erased = { $number } terhapus
group-erased = 🎫 { $number } · Penanya sudah menghapus datanya, termasuk pertanyaan ini.
group-erased-file = terhapus.txt
group-opened-toast = Pertanyaan dibuka lagi.
group-opened-before = Pertanyaan ini sudah terbuka.
group-closed-toast = Pertanyaan ditutup. Penanya dikabari.
group-closed-before = Pertanyaan ini sudah ditutup.
group-taken = Anda yang memegang pertanyaan ini.
group-taken-before = Pertanyaan ini sudah Anda pegang.
group-handed = Diserahkan. Rekan Anda dikabari.
group-no-colleague = Belum ada rekan lain di tim ini.
group-no-ready = Belum ada jawaban siap pakai. Untuk menyimpannya, buka pertanyaan ini lewat /kelola di obrolan pribadi.
group-not-passed-on = Yang dapat diteruskan: tulisan, foto, dan dokumen.
group-not-answered = Yang menjawab di sini hanya penyelenggara { $agency }, jadi pesan Anda tidak diteruskan ke penanya.

group-anonymous = Pesan anonim tidak dapat diteruskan. Tulis atas nama Anda sendiri: matikan Tetap Anonim di peran Administrator Anda.

ticket-waiting = 🎫 { $number } belum terjawab. Penyelenggara sudah diingatkan; Anda tidak perlu mengirim ulang.
ticket-alarm = ⏰ { $number } sudah menunggu lebih dari { $after }: { $title }

delivery-kind-ticket-topic = Topik pertanyaan
delivery-kind-ticket-group = Pertanyaan di grup
delivery-kind-ticket-group-state = Keadaan pertanyaan
delivery-kind-ticket-group-line = Kabar di grup
delivery-kind-ticket-group-file = Lampiran di grup
delivery-kind-ticket-topic-state = Menutup atau membuka topik
delivery-kind-ticket-erased = Menghapus isi pertanyaan
delivery-kind-ticket-waiting = Kabar belum terjawab
delivery-kind-ticket-alarm = Pengingat pertanyaan
kept-kind-ticket-topic = topik pertanyaan di grup tim
kept-kind-ticket-group = pertanyaan di grup tim
kept-kind-ticket-group-state = keadaan pertanyaan di grup tim
kept-kind-ticket-group-line = kabar pertanyaan di grup tim
kept-kind-ticket-group-file = lampiran pertanyaan di grup tim
kept-kind-ticket-topic-state = menutup atau membuka topik pertanyaan
kept-kind-ticket-erased = menghapus isi pertanyaan yang penanyanya menghapus data
kept-kind-ticket-waiting = kabar bahwa pertanyaan belum terjawab
kept-kind-ticket-alarm = pengingat pertanyaan yang menunggu
