# Data rights: /data_saya and /hapus_data.

rights-guest =
    Tidak ada data Anda yang tersimpan: Anda belum memberi persetujuan.
    Daftar pelatihan dan pengetahuan tetap bisa dibaca.
rights-document =
    Inilah semua yang tersimpan tentang Anda.
    NIP tertulis utuh di dalamnya, jadi simpan berkas ini untuk Anda sendiri.
    Menghapusnya dari Jalin: /hapus_data
rights-file = data-saya.json
erase-ask = <b>Hapus data Anda dari Jalin?</b>
erase-goes = <b>Terhapus:</b> nama, NIP, instansi, pilihan Anda, permintaan verifikasi, pesan yang belum terkirim, dan persetujuan Anda.
erase-stays = <b>Tetap ada:</b> daftar pegawai, karena milik instansi Anda, dan obrolan ini, yang bisa Anda hapus di Telegram.
erase-role-stays = Peran Anda juga tetap ada, sampai dicabut instansi yang memberinya.
erase-then = Yang terhapus tidak bisa dikembalikan. Untuk mendaftar lagi, perkenalan diulang dari awal.
button-keep-data = Tetap simpan data
button-erase-data = Hapus data saya
erased =
    ✅ Data Anda sudah dihapus dan persetujuan Anda ditarik.
    Daftar pelatihan dan pengetahuan tetap bisa dibaca, kapan saja.

# The names of what is kept, in the document.
kept-profile = Profil
kept-requests = Permintaan verifikasi
kept-deliveries = Pesan dari Jalin
kept-roles = Peran
kept-actions = Yang pernah Anda putuskan atau lakukan
kept-staff_list = Daftar pegawai instansi
kept-unhandled = Kiriman yang belum selesai diproses (tersandi)
kept-conversation = Obrolan yang sedang berjalan
kept-telegram_id = Nomor akun Telegram
kept-language = Bahasa
kept-zone = Zona waktu
kept-consent_version = Persetujuan versi
kept-consent_at = Disetujui pada
kept-nip = NIP
kept-name = Nama
kept-agency = Instansi
kept-identity = Status
kept-identity-unknown = belum diperiksa
kept-identity-waiting = sedang diperiksa
kept-identity-verified = sudah dipastikan
kept-identity-rejected = belum dapat dipastikan
kept-verified_at = Dipastikan pada
kept-unreachable_since = Tidak terjangkau sejak
kept-created_at = Dibuat pada
kept-id = Nomor
kept-reason = Sebab
kept-reason-not-found = belum ada di daftar pegawai
kept-reason-name-differs = nama berbeda
kept-reason-phone-differs = nomor HP berbeda dengan daftar
kept-reason-no-phone = daftar belum memuat nomor HP
kept-reason-phone-wanted = nomor HP tidak dibagikan
kept-reason-phone-skipped = nomor HP tidak dibagikan
kept-reason-taken = NIP dipakai akun lain
kept-reason-left = tercatat sudah keluar
kept-reason-other-agency = tercatat di instansi lain
kept-state = Keadaan
kept-state-open = menunggu
kept-state-confirmed = dipastikan
kept-state-rejected = belum dipastikan
kept-state-withdrawn = ditarik
kept-state-queued = akan dikirim
kept-state-sending = sedang dikirim
kept-state-sent = terkirim
kept-state-failed = tidak terkirim
kept-state-unknown = mungkin terkirim
kept-state-skipped = tidak perlu lagi
kept-note = Catatan
kept-decided_at = Selesai pada
kept-kind = Jenis
kept-kind-verification-request = permintaan verifikasi
kept-kind-verification-result = hasil verifikasi
kept-subject = Tentang
kept-due_at = Dikirim mulai
kept-done_at = Selesai pada
kept-role = Peran
kept-role-organizer = penyelenggara
kept-role-secretariat = sekretariat
kept-role-instructor = pembimbing
kept-role-admin = pengelola
kept-granted_at = Diberikan pada
kept-action = Tindakan
kept-action-verification-confirmed = memastikan data seseorang
kept-action-verification-rejected = tidak memastikan data seseorang
kept-action-person-verified = dipastikan dengan nomor HP
kept-subject_id = Nomor
kept-at = Pada
kept-unit = Unit kerja
kept-updated_at = Diperbarui pada
kept-reference = Kode
kept-received_at = Diterima pada
kept-data = Isi
