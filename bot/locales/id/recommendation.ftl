# The superior's letter, as the person hands it in.

enrolled-letter-in =
    ⏳ <b>{ $title }</b>: surat diterima dan sedang diperiksa { $host }. Hasilnya dikabarkan di sini.
    Diunggah { $moment }.
letter-ask = Kirim surat rekomendasi atasan untuk <b>{ $title }</b> ke obrolan ini: satu PDF atau foto, paling besar { $limit } MB.
letter-ask-until = Ditunggu sampai { $moment }.
letter-too-large = Berkas ini { $size } MB, batasnya { $limit } MB. Pendaftaran tetap tersimpan; kirim foto atau PDF yang lebih kecil.
letter-not-one = Berkas ini bukan PDF atau foto. Pendaftaran tetap tersimpan; kirim suratnya sebagai PDF atau foto.
letter-not-awaited = Surat untuk pendaftaran ini sudah tidak ditunggu.
letter-button-first = Berkas ini belum disimpan. Untuk surat rekomendasi <b>{ $title }</b>, ketuk dulu tombol di bawah, lalu kirim berkasnya.
letter-for-which = Berkas ini belum disimpan. Bila ini surat rekomendasi, buka dulu pendaftarannya, lalu ketuk [Unggah surat].
state-letter-in = surat sedang diperiksa { $host }
button-upload-letter = Unggah surat
button-upload-new-letter = Unggah surat baru
button-change-letter = Ganti surat
button-see-letter = Lihat surat

# What organizers of the host see of it.
recommendation-title = <b>Rekomendasi { $position } dari { $total }</b> · { $title }
recommendation-letter-at = Surat diunggah { $moment }.
recommendation-superior = Atasan: { $superior }
recommendation-given = Direkomendasikan atasannya.
recommendation-letter = Surat rekomendasi { $name } · { $title }
recommendation-effect-seat = Bila disetujui: kursi pasti; kursi { $pool } menjadi { $taken }/{ $size }.
recommendation-effect-unlimited = Bila disetujui: kursi pasti; angkatan ini tanpa batas kursi.
recommendation-effect-line = Bila disetujui: masuk daftar tunggu, karena kursi untuknya penuh.
recommendation-effect-swap = Bila disetujui: kursi ditawarkan, karena beririsan dengan kursi pasti miliknya.
recommendation-now-confirmed = ✅ Disetujui: kursi { $name } sudah pasti. Hasilnya dikabarkan kepada orangnya.
recommendation-now-waitlisted = ⏳ Disetujui: { $name } masuk daftar tunggu, urutan ke-{ $place }. Hasilnya dikabarkan kepada orangnya.
recommendation-now-offered = ⏰ Disetujui: kursi ditawarkan kepada { $name }, karena beririsan dengan kursi pasti miliknya.
recommendation-now-returned = Rekomendasi { $name } belum disetujui. Alasannya dikabarkan kepada orangnya; surat baru dapat menyusul.
recommendation-over = Pendaftaran ini sudah tidak menunggu keputusan.
recommendation-newer = Suratnya baru saja diganti. Belum ada yang diputuskan; periksa surat yang terbaru.
recommendation-reason = Tulis alasan singkat untuk orangnya, misalnya: Surat belum ditandatangani. Alasan ini akan dibacanya.
button-check-recommendations = Periksa rekomendasi
button-approve = Setujui
button-do-not-approve = Tolak dengan alasan
