# The superior's letter, as the person hands it in.

enrolled-letter-in =
    ⏳ <b>{ $title }</b>: surat diterima dan sedang diperiksa { $host }. Hasilnya dikabarkan di sini.
    Diunggah { $moment }.
letter-ask = Kirim surat rekomendasi atasan untuk <b>{ $title }</b> ke obrolan ini: satu PDF atau foto, paling besar { $limit } MB.
letter-ask-until = Ditunggu sampai { $moment }.
letter-too-large = Berkas ini { $size } MB, batasnya { $limit } MB. Pendaftaran tetap tersimpan; kirim foto atau PDF yang lebih kecil.
letter-not-one = Berkas ini bukan PDF atau foto. Pendaftaran tetap tersimpan; kirim suratnya sebagai PDF atau foto.
letter-not-awaited = Surat untuk pendaftaran ini sudah tidak ditunggu.
state-letter-in = surat sedang diperiksa { $host }
button-upload-letter = Unggah surat
button-upload-new-letter = Unggah surat baru
button-change-letter = Ganti surat
button-see-letter = Lihat surat
