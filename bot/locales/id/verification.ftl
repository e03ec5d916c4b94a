# Organizers vouch for people; people hear the result.

kelola = <b>Yang menunggu Anda</b>
kelola-line = { $number }. { $what }
kelola-recommendations = { $count } rekomendasi
kelola-verifications = { $count } verifikasi
kelola-more = Ruang kerja penyelenggara.
kelola-empty = Tidak ada yang menunggu.
button-check-verifications = Periksa verifikasi
button-kelola-back = ⬅️ Kelola
button-next-verification = Berikutnya
button-vouch = Benar
button-do-not-vouch = Bukan
button-skip = Lewati
button-without-note = Tanpa catatan
button-correct-data = Perbaiki data

verification-asked = ⏳ <b>Permintaan verifikasi</b>
verification-title = <b>Verifikasi { $position } dari { $total }</b>
verification-typed =
    Nama: <b>{ $name }</b>
    NIP: { $nip }
    Instansi: { $agency }
verification-listed = Daftar pegawai: NIP sama, nama "{ $name }", { $agency }
verification-not-listed = Daftar pegawai: NIP ini belum ada
verification-held = ⚠️ NIP ini sudah terhubung ke akun Telegram lain.
verification-since = Diajukan { $moment }
verification-reason-not-found = Sebab: belum ada di daftar pegawai
verification-reason-name-differs = Sebab: nama berbeda
verification-reason-phone-differs = Sebab: nomor HP berbeda dengan daftar
verification-reason-no-phone = Sebab: daftar belum memuat nomor HP
verification-reason-phone-wanted = Sebab: nomor HP tidak dibagikan
verification-reason-phone-skipped = Sebab: nomor HP tidak dibagikan
verification-reason-taken = Sebab: NIP dipakai akun lain
verification-reason-left = Sebab: tercatat sudah keluar
verification-reason-other-agency = Sebab: tercatat di instansi lain
verification-someone = rekan Anda
verification-yourself = Anda
verification-confirmed = ✅ Sudah dipastikan oleh { $by }. Hasilnya dikabarkan kepada orangnya.
verification-rejected = Dijawab "bukan" oleh { $by }. Hasilnya dikabarkan kepada orangnya.
verification-withdrawn = Permintaan ini sudah tidak berlaku: orangnya memperbaiki data, atau sudah terverifikasi.
verification-open = Permintaan ini masih menunggu.
verification-faster = Sudah diputuskan { $by }, { $moment }.
verification-faster-undated = Sudah diputuskan { $by }.
rejection-note = Tulis catatan singkat untuk orangnya, misalnya: Nama berbeda dengan SK. Catatan ini akan dibacanya.
rejection-too-long = Catatannya { $count } karakter, paling banyak { $longest }. Silakan kirim yang lebih pendek.

verification-result-confirmed = ✅ { $agency } sudah memastikan data Anda. Mendaftar kini terbuka.
verification-result-rejected = ⚠️ { $agency } belum dapat memastikan data Anda.
verification-result-note = Catatannya: "{ $note }"
verification-result-kept = Isian Anda masih tersimpan. Perbaiki lalu ajukan lagi.

refusal-verification-unknown = Permintaan itu sudah tidak ada.
refusal-verification-own = Data sendiri dipastikan oleh rekan, bukan oleh diri sendiri.
refusal-nip-taken = NIP ini sudah terhubung ke akun lain, jadi belum dapat dipastikan. Permintaannya tetap menunggu.
