# The superior's tap: a link that the person passes on, and what the superior answers.

button-send-to-superior = Kirim ke atasan
asking-message = <b>Permohonan rekomendasi</b> dari { $asker }
asking-title-line = <b>{ $title }</b>
asking-hours = { $hours } JP
asking-message-link = Buka tautan ini untuk menjawab dengan satu ketukan: { $url }
asking-until = Berlaku sampai { $moment }.
asking-title = Permohonan rekomendasi: { $title }
asking-somebody = seorang rekan
asking-made =
    Teruskan pesan di atas kepada atasan Anda. Jawabannya dikabarkan di sini.
    Tautannya untuk satu orang di instansi yang sama; tautan yang Anda buat sebelumnya tidak berlaku lagi.

asked = { $asker } meminta rekomendasi Anda, { $superior }.
asked-given = ✅ Terima kasih. Rekomendasi Anda untuk { $asker } sudah sampai; { $host } memeriksanya.
asked-refused = Jawaban Anda sudah sampai: { $asker } belum direkomendasikan untuk <b>{ $title }</b>. Orangnya dikabari.
asked-misdirected = Terima kasih. Tautan ini ditutup, dan { $asker } diminta mengirimnya kepada atasannya.
asked-introduce =
    Seorang pegawai meminta rekomendasi Anda sebagai atasannya.
    Data Anda perlu dipastikan dahulu: NIP, nama, dan instansi. Hanya beberapa menit, lalu Anda kembali ke permintaan ini.
asked-waiting =
    ⏳ Seorang pegawai meminta rekomendasi Anda sebagai atasannya. Data Anda masih diperiksa penyelenggara.
    Setelah hasilnya dikabarkan di sini, buka lagi tautan yang sama.
button-recommend = Rekomendasikan
button-do-not-recommend = Tidak merekomendasikan
button-not-my-staff = Bukan bawahan saya
button-back-to-request = Buka permintaannya
refusal-link-answered = Anda sudah menjawabnya. Tidak ada yang berubah.
told-misdirected =
    <b>{ $title }</b>: tautan rekomendasi Anda dibuka oleh orang yang menyatakan bukan atasan Anda, dan sudah ditutup.
    Pendaftaran tetap tersimpan. Kirim tautan baru kepada atasan Anda, atau unggah suratnya.
