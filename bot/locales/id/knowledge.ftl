# Answers of the knowledge base.

knowledge-title = 📘 <b>{ $title }</b>
knowledge-source = Sumber: { $sources }
knowledge-in-indonesian = Artikel ini berbahasa Indonesia.
knowledge-unsure = { $count ->
    [1] Mungkin ini yang Anda maksud:
   *[other] Maksud Anda yang mana?
}
knowledge-none = Belum ada jawaban untuk "{ $query }".
knowledge-nearest = Topik terdekat:
knowledge-say-otherwise = Coba tulis dengan kata lain, misalnya nama konsep, aturan, atau pasalnya.
knowledge-related = Terkait dengan <b>{ $title }</b>:
knowledge-gone = Artikel ini sudah tidak ada. Tulis pertanyaan Anda, nanti dicarikan lagi.
knowledge-hello = Halo. Ketik pertanyaan Anda, atau pilih dari menu.
knowledge-thanks = Sama-sama. Bila ada pertanyaan lain, langsung ketik saja.

vote-helped = Terima kasih, penilaian Anda disimpan.
vote-not-helped = Terima kasih. Penyelenggara melihat jumlahnya untuk memperbaiki artikel, bukan nama Anda.
vote-taken-back = Penilaian Anda ditarik.
vote-not-kept = Terima kasih. Penilaian ini tidak disimpan, karena Anda belum menyetujui penyimpanan data: /privasi

shelf-modules = <b>Menurut topik</b>
shelf-module = { $number }. { $title } ({ $count } artikel)
shelf-letters = Judulnya berawal huruf apa?
shelf-read = <b>Terakhir dibaca</b>
shelf-asked = <b>Sering dicari</b>, 30 hari terakhir
shelf-head = <b>{ $title }</b>
shelf-empty = Daftar ini sekarang kosong. Ketik saja yang Anda cari, atau pilih daftar lain.

button-full = Baca selengkapnya
button-related = Terkait
button-not-this = Bukan ini
button-helped = 👍
button-not-helped = 👎
button-ask-organizers = Tanya penyelenggara
button-shelf-read = Terakhir dibaca
button-shelf-asked = Sering dicari
button-shelf-modules = Menurut topik
button-shelf-letters = A–Z
button-back-to-shelf = ⬅️ Daftar
button-explanation = Baca penjelasannya
button-summary = ⬅️ Ringkasan
button-none-of-them = { $count ->
    [1] Bukan itu
    [2] Bukan keduanya
    [3] Bukan ketiganya
   *[other] Bukan semuanya
}
