# Messages that were not sent, or perhaps were.

parked = <b>Kiriman tertahan</b>, terbaru dahulu
parked-none = Tidak ada kiriman yang tertahan.
parked-away = { $count ->
    [1] 1 kiriman lain tidak ditampilkan: penerimanya sedang memblokir Jalin.
   *[other] { $count } kiriman lain tidak ditampilkan: penerimanya sedang memblokir Jalin.
}
parked-line = { $number }. { $kind } · { $who } · { $state }
parked-state-failed = belum terkirim
parked-state-unknown = belum pasti terkirim
parked-one = <b>{ $kind }</b>
parked-for = Untuk: { $who }
parked-at = Terakhir dicoba { $moment }
parked-of = seseorang dari { $agency }
parked-somebody = seseorang
parked-unknown = ⚠️ Sambungan terputus saat mengirim. Mungkin sudah sampai, mungkin belum. Bila dikirim lagi, isinya bisa diterima dua kali.
parked-blocked = Penerimanya memblokir Jalin waktu itu, dan kini sudah kembali.
parked-not-made = ⚠️ Isinya belum dapat disusun, sudah dicoba 5 kali.
parked-refused = ⚠️ Telegram belum mau menerima kiriman ini.
parked-settled = Kiriman ini tidak tertahan lagi.
parked-queued = Dikirim lagi sekarang, pada jam tenang besok pagi.
parked-queued-before = Sudah dikirim lagi sebelumnya. Kirimannya tetap satu.
refusal-delivery-gone = Kiriman itu sudah tidak ada.

delivery-kind-other = Pesan
delivery-kind-broadcast = Pengumuman
delivery-kind-verification-request = Permintaan verifikasi
delivery-kind-verification-result = Hasil verifikasi
delivery-kind-seat-confirmed = Kursi pasti
delivery-kind-seat-waitlisted = Daftar tunggu
delivery-kind-seat-offered = Penawaran kursi
delivery-kind-offer-expired = Penawaran berakhir
delivery-kind-recommendation-given = Rekomendasi diberikan
delivery-kind-recommendation-refused = Rekomendasi ditolak atasan
delivery-kind-recommendation-rejected = Rekomendasi dikembalikan
delivery-kind-recommendation-misdirected = Tautan atasan keliru orang
delivery-kind-recommendation-approved = Rekomendasi disetujui
delivery-kind-recommendation-missing = Surat tidak datang
delivery-kind-reminder = Pengingat
delivery-kind-role-taken = Peran diterima
delivery-kind-planning-step = Langkah rencana pelatihan
delivery-kind-batch-moved = Jadwal berubah
delivery-kind-participant-added = Ditambahkan ke angkatan
delivery-kind-participant-moved = Dipindahkan angkatannya
delivery-kind-participant-removed = Dikeluarkan dari angkatan
delivery-kind-file-interrupted = Penyimpanan berkas terhenti
delivery-kind-batch-cancelled = Angkatan dibatalkan

button-parked = Kiriman tertahan
button-send-again = Kirim lagi
