# Organizers look after the knowledge base.

tend = <b>Pengetahuan</b>
tend-misses = { $count ->
    [0] Tidak ada pencarian yang menunggu.
   *[other] Dicari, tidak ada: { $count }
}
tend-rated = { $count ->
    [0] Belum ada artikel yang dinilai.
   *[other] Artikel yang dinilai: { $count }
}
misses = <b>Dicari, tidak ada</b>
misses-none = Tidak ada pencarian yang menunggu. Yang dicari dan belum ada jawabannya muncul di sini, tanpa nama.
miss-line = { $number }. "{ $query }" · { $count } kali, terakhir { $day }
miss-query = "{ $query }"
miss-count = Dicari { $count } kali, terakhir { $moment }.
miss-found = Kini ditemukan: { $title }
miss-not-found = Belum ada artikel yang menjawabnya.
miss-settle-when = Tandai selesai bila artikelnya sudah ada, atau memang tidak akan dibuat. Bila dicari lagi tanpa jawaban, catatan ini muncul kembali.
miss-settled = ✅ Ditandai selesai { $moment }.
miss-settled-now = Ditandai selesai.
ratings = <b>Penilaian artikel</b>, terendah dahulu
rating-note = membantu { $ups }, belum { $downs }

button-tend = Pengetahuan
button-misses = Dicari, tidak ada
button-ratings = Penilaian artikel
button-settle = Tandai selesai
