# The guides. Letters have words of their own: bot/letters/words.ftl.

button-guide-assist = Panduan bantuan dinas
button-close = Tutup

# Bantuan Kedinasan: questions.
assist-title = <b>Panduan Bantuan Kedinasan</b> · { $number } dari { $total }
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
assist-because-lawfully-secret = Keadaan darurat menghapus alasan menolak, tetapi tidak otomatis membuka yang dirahasiakan aturan lain.
assist-because-lawfully-forbidden = Keadaan darurat menghapus alasan menolak, tetapi tidak otomatis mencabut larangan dalam aturan lain.
assist-because-grave = Sebab: tugas instansi Anda akan sangat terganggu. Gangguan kecil belum cukup.
assist-because-secret = Sebab: dokumen yang diminta bersifat rahasia menurut aturan.
assist-because-forbidden = Sebab: aturan tidak membolehkan bantuan ini.
assist-duty-say-emergency = Sebutkan keadaan daruratnya dalam surat.
assist-duty-give-lawfully = Berikan bagian yang boleh. Untuk selebihnya, segera minta keputusan pejabat yang berwenang, dan catat tertulis.
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
