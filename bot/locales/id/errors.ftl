# When something does not go as hoped.

trouble =
    ⚠️ Permintaan tadi belum selesai. Yang sudah tersimpan tetap aman.
    Silakan coba beberapa saat lagi. Bila berulang, sebutkan kode { $reference } kepada penyelenggara.
button-try-again = Coba lagi
again-gone = Permintaan itu sudah selesai atau sudah terlalu lama. Ini menunya.
stale = Layar ini sudah berganti. Ini yang terbaru.
unreadable = Jalin membaca tulisan, foto, dan dokumen. Ketik pertanyaan Anda, atau buka menu.
unknown-command = Perintah itu belum ada. Yang tersedia ada di /bantuan.
cancelled = Pengisian dihentikan. Yang sudah Anda isi tetap tersimpan dan bisa dilanjutkan.
nothing-open = Tidak ada yang sedang berjalan.
refusal-not-allowed = Bagian ini hanya untuk penyelenggara.
refusal-consent-needed = Ini terbuka setelah Anda setuju datanya disimpan.
refusal-language-unknown = Bahasa itu belum ada.
refusal-zone-unknown = Zona waktu itu belum ada.
refusal-miss-gone = Catatan itu sudah tidak ada dalam daftar.
refusal-training-gone = Pelatihan yang dibuka ini sudah tidak ada dalam daftar.
in-group = Jalin berbicara dengan satu orang dalam obrolan pribadi, sehingga data Anda hanya terlihat oleh Anda.
button-open-jalin = Buka obrolan pribadi
