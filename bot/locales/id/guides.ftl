# The guides. Letters have words of their own: bot/letters/words.ftl.

button-guide-assist = Panduan bantuan dinas
button-close = Tutup

# Bantuan Kedinasan: questions.
assist-title = <b>Bantuan Kedinasan</b> · { $number } dari { $total }
assist-ask-side = Posisi instansi Anda?
button-assist-side-asked = Kami dimintai bantuan
button-assist-side-asking = Kami meminta bantuan
assist-ask-purpose = Bantuannya untuk apa?
button-assist-purpose-decision = Menetapkan keputusan
button-assist-purpose-service = Pelayanan publik
button-assist-purpose-duty = Tugas dinas lain
button-assist-purpose-private = Bukan urusan dinas
assist-ask-ground-asked = Mengapa peminta tidak dapat mengerjakannya sendiri?
assist-ask-ground-asking = Mengapa instansi Anda tidak dapat mengerjakannya sendiri?
assist-ground-a = <b>a.</b> Keputusan atau tindakannya memang tidak bisa dilakukan sendiri
assist-ground-b = <b>b.</b> Kurang tenaga dan fasilitas
assist-ground-c = <b>c.</b> Belum punya pengetahuan dan kemampuannya
assist-ground-d = <b>d.</b> Perlu surat keterangan atau dokumen dari instansi lain
assist-ground-e = <b>e.</b> Biaya, peralatan, atau fasilitasnya terlalu besar
button-assist-ground-none = Tidak satu pun
assist-ask-urgency = Apakah bantuan ini diperlukan dalam keadaan darurat?
button-assist-urgency-yes = Ya, darurat
button-assist-urgency-no = Tidak darurat
assist-ask-obstacle-no = Adakah yang menghalangi instansi Anda?
assist-ask-obstacle-yes =
    Dalam keadaan darurat, tugas sendiri yang terganggu tidak menjadi alasan menolak.
    Adakah batas dari aturan lain?
assist-obstacle-a = <b>a.</b> Tugas sendiri akan sangat terganggu: anggaran, orang, atau target
assist-obstacle-b = <b>b.</b> Dokumen yang diminta bersifat rahasia menurut aturan
assist-obstacle-c = <b>c.</b> Aturan tidak membolehkan
button-assist-obstacle-none = Tidak ada
assist-ask-cost = Siapa menanggung biayanya?
button-assist-cost-agreed = Sudah disepakati
button-assist-cost-open = Belum dibahas
button-assist-cost-free = Tanpa biaya

# What was answered.
assist-change = <b>Jawaban Anda</b> · ketuk nomor yang ingin diubah
assist-said-side-asked = Instansi Anda dimintai bantuan
assist-said-side-asking = Instansi Anda meminta bantuan
assist-said-purpose-decision = Untuk menetapkan keputusan
assist-said-purpose-service = Untuk pelayanan publik
assist-said-purpose-duty = Untuk tugas dinas lain
assist-said-purpose-private = Bukan urusan dinas
assist-said-ground-a = Syarat a: tidak bisa dilakukan sendiri
assist-said-ground-b = Syarat b: kurang tenaga dan fasilitas
assist-said-ground-c = Syarat c: pengetahuan dan kemampuan
assist-said-ground-d = Syarat d: surat keterangan, dokumen
assist-said-ground-e = Syarat e: biaya atau alat terlalu besar
assist-said-ground-none = Tidak satu pun dari lima syarat
assist-said-urgency-yes = Keadaan darurat
assist-said-urgency-no = Tidak darurat
assist-said-obstacle-a = Tugas sendiri akan sangat terganggu
assist-said-obstacle-b = Dokumennya rahasia menurut aturan
assist-said-obstacle-c = Aturan tidak membolehkan
assist-said-obstacle-none = Tidak ada yang menghalangi
assist-said-cost-agreed = Biaya sudah disepakati
assist-said-cost-open = Biaya belum dibahas
assist-said-cost-free = Tanpa biaya

# What follows.
assist-outside = <b>Belum termasuk Bantuan Kedinasan</b>
assist-may-ask = <b>Boleh meminta Bantuan Kedinasan</b>
assist-must-help = ⚠️ <b>Wajib membantu</b>
assist-must-help-lawfully = ⚠️ <b>Wajib membantu, dalam batas aturan</b>
assist-should-help = <b>Berkewajiban membantu</b>
assist-may-refuse = <b>Boleh menolak, dengan alasan tertulis</b>
assist-because-private = Urusan di luar kedinasan tidak termasuk.
assist-because-no-ground = Tidak satu pun dari lima syaratnya terpenuhi.
assist-because-papers-for-other-duty =
    Syarat d hanya untuk menetapkan keputusan dan pelayanan publik.
    Bila ada syarat lain yang terpenuhi, ubah jawaban Anda.
assist-ground-met = Syarat { $letter } terpenuhi; satu sudah cukup.
assist-because-asking-ground = Yang dimintai berkewajiban membantu, kecuali ada alasan menolak.
assist-because-asking-emergency = Dalam keadaan darurat, yang dimintai wajib membantu.
assist-because-no-obstacle = Tidak ada alasan menolak.
assist-because-emergency = Dalam keadaan darurat, Bantuan Kedinasan wajib diberikan. Alasan menolak tidak berlaku.
assist-because-lawfully-secret = Alasan menolak tidak berlaku. Namun keadaan darurat tidak otomatis membuka yang dirahasiakan aturan lain.
assist-because-lawfully-forbidden = Alasan menolak tidak berlaku. Namun keadaan darurat tidak otomatis mencabut larangan aturan lain.
assist-because-grave = Sebab: tugas instansi Anda akan sangat terganggu. Gangguan kecil belum cukup.
assist-because-secret = Sebab: dokumen yang diminta bersifat rahasia menurut aturan.
assist-because-forbidden = Sebab: aturan tidak membolehkan bantuan ini.
assist-duty-say-emergency = Sebutkan keadaan daruratnya dalam surat.
assist-duty-give-lawfully = Berikan bagian yang boleh; selebihnya segera mintakan keputusan pejabat yang berwenang, tertulis.
assist-duty-write-reasons = Kirim penolakan tertulis yang memuat alasannya.
assist-duty-give-the-rest = Bagian yang tidak terkena aturan itu tetap dapat diberikan.
assist-duty-agree-cost = Sepakati biaya yang wajar, jangan dibiayai dua kali.
assist-duty-record-cost = Catat kesepakatan biayanya; jangan dibiayai dua kali.
assist-duty-if-helping-agree-cost = Bila jadi membantu: sepakati biaya yang wajar, jangan dibiayai dua kali.
assist-duty-if-helping-record-cost = Bila jadi membantu: catat kesepakatan biayanya, jangan dibiayai dua kali.
assist-duty-asker-answers = { $side ->
    [asking] Keputusannya tanggung jawab instansi Anda, kecuali aturan atau kesepakatan tertulis menentukan lain.
   *[asked] Keputusannya tanggung jawab peminta, kecuali aturan atau kesepakatan tertulis menentukan lain.
}
assist-basis = Dasar: UU 30/2014 Pasal { $articles }. Ini panduan, bukan pendapat hukum.
assist-articles-1 = { $first }
assist-articles-2 = { $first } dan { $second }
assist-articles-3 = { $first }, { $second }, dan { $third }
assist-share-outside = Panduan Bantuan Kedinasan: belum termasuk.
assist-share-may-ask = Panduan Bantuan Kedinasan: boleh meminta.
assist-share-must-help = Panduan Bantuan Kedinasan: wajib membantu.
assist-share-must-help-lawfully = Panduan Bantuan Kedinasan: wajib membantu, dalam batas aturan.
assist-share-should-help = Panduan Bantuan Kedinasan: berkewajiban membantu.
assist-share-may-refuse = Panduan Bantuan Kedinasan: boleh menolak, dengan alasan tertulis.
button-letter-request = Buat surat permintaan
button-letter-reply = Buat surat jawaban
button-letter-refusal = Buat surat penolakan
button-law = Baca pasalnya
button-change-answers = Ubah jawaban

# The clauses.
assist-law = <b>Pasal yang dipakai</b> · UU 30/2014
assist-clause-35-1 = Pasal 35 ayat (1): lima syarat
assist-clause-35-2 = Pasal 35 ayat (2): biaya
assist-clause-36-1 = Pasal 36 ayat (1): tiga alasan menolak
assist-clause-36-2 = Pasal 36 ayat (2): alasan tertulis
assist-clause-36-3 = Pasal 36 ayat (3): keadaan darurat
assist-clause-37 = Pasal 37: tanggung jawab

# Under the letters.
assist-letter-request = Rancangan surat. Lengkapi bagian bertanda […]: nomor, tanggal, uraian kebutuhan, penanda tangan.
assist-letter-reply = Rancangan surat. Lengkapi bagian bertanda […]: nomor, tanggal, bentuk bantuan, penanda tangan.
assist-letter-refusal = Rancangan surat. Lengkapi bagian bertanda […]: nomor, tanggal, uraian alasan, penanda tangan.

# Readiness to collaborate. What the picture says (ready-name, ready-chart-..., the parts, the levels) keeps to ASCII.
button-guide-ready = Kesiapan kolaborasi
ready-name = Kesiapan berkolaborasi
ready-title = <b>Kesiapan kolaborasi</b> · { $number } dari { $total }
ready-intro = Pikirkan satu kolaborasi yang sedang atau akan Anda jalani. Jawaban Anda tidak disimpan.
ready-part = <i>{ $part }</i>
ready-start = Kondisi awal
ready-process = Proses kolaborasi
ready-design = Desain kelembagaan
ready-leadership = Kepemimpinan fasilitatif
ready-culture = Budaya kolaboratif
button-ready-1 = Belum sesuai
button-ready-2 = Sedikit sesuai
button-ready-3 = Cukup sesuai
button-ready-4 = Sangat sesuai
ready-say-power = Perbedaan kekuasaan, sumber daya, dan pengetahuan antarpihak sudah dikenali dan diimbangi.
ready-say-incentives = Setiap pihak punya alasan kuat untuk ikut, dan hambatannya sudah dibicarakan.
ready-say-history = Kerja sama yang lalu meninggalkan kepercayaan, atau konflik lama sudah diselesaikan.
ready-say-trust = Waktu dan upaya sengaja diberikan untuk membangun kepercayaan.
ready-say-dialogue = Wakil yang berwenang bertatap muka dan berunding dengan iktikad baik.
ready-say-commitment = Setiap pihak mengakui saling membutuhkan dan ikut memiliki prosesnya.
ready-say-understanding = Misi dan rumusan masalahnya dipahami sama oleh semua pihak.
ready-say-interim = Sudah ada hasil antara: kemenangan kecil, rencana strategis, atau pencarian fakta bersama.
ready-say-inclusive = Semua pihak yang berkepentingan dapat ikut, dalam satu forum yang menjadi tempatnya.
ready-say-rules = Aturan dasarnya jelas, dan jalannya proses terbuka bagi peserta.
ready-say-facilitating = Ada pemimpin yang merawat hubungan, meredakan ketegangan, dan menjaga dialog.
ready-say-empowering = Pihak yang lebih lemah dibantu agar suaranya ikut menentukan.
ready-point-power = Kekuasaan, sumber daya, dan pengetahuan yang timpang
ready-point-incentives = Alasan setiap pihak untuk ikut
ready-point-history = Kepercayaan dari kerja sama yang lalu
ready-point-trust = Membangun kepercayaan
ready-point-dialogue = Dialog tatap muka
ready-point-commitment = Komitmen terhadap proses
ready-point-understanding = Pemahaman bersama
ready-point-interim = Hasil antara
ready-point-inclusive = Keikutsertaan semua pihak, dalam satu forum
ready-point-rules = Aturan dasar yang jelas dan proses yang terbuka
ready-point-facilitating = Pemimpin yang merawat hubungan dan dialog
ready-point-empowering = Suara pihak yang lebih lemah
ready-ask-traits = Mana yang sudah tampak di instansi Anda? Ketuk nomornya.
ready-trait-change = Perubahan dianggap wajar dan perlu
ready-trait-staff = Staf dihargai sebagai aset
ready-trait-risk = Yang berani mencoba dinilai adil, juga bila hasilnya keliru
ready-trait-views = Beda pendapat disambut
ready-trait-openness = Masalah dibicarakan terbuka
ready-trait-together = Antarbagian didorong bekerja sama
ready-trait-quality = Tiap bagian sadar mutu layanannya
button-ready-on = Lanjut
button-ready-result = Lihat hasil
ready-below = <b>Kesiapan berkolaborasi</b>: hasilnya ada di bawah ini.
ready-weakest = Yang paling perlu dibangun: <b>{ $part }</b>, { $percent }%
ready-weak-point = • { $text }
ready-all-full = Semua bagian sudah kuat menurut jawaban Anda. Periksa lagi bersama mitra: mereka mungkin melihatnya lain.
ready-read = Bacaan:
ready-basis = Menurut Ansell &amp; Gash (2008) dan Perez Lopez dkk. (2004). Ini gambaran dari jawaban Anda, bukan penilaian.
ready-share = Periksa kesiapan berkolaborasi instansi Anda di Jalin.
ready-level-to-build = perlu dibangun
ready-level-growing = mulai tumbuh
ready-level-strong = kuat
ready-chart-weakest = { $level }, paling perlu perhatian
ready-chart-subtitle = Lima bagian, menurut jawaban sendiri
ready-chart-scale = 0%: semua belum sesuai. 100%: semua sangat sesuai.
ready-chart-source = Ansell & Gash (2008); Perez Lopez dkk. (2004)
