# First start, consent, privacy.

hello =
    Halo! Di sini ASN mencari pelatihan bersama, mengenal cara instansi bekerja sama, dan bertanya, cukup dari satu obrolan.
    Sebelum mulai, mohon baca data apa yang disimpan dan apa hak Anda. Hanya 1 menit.
button-read-then-start = Baca, lalu mulai
consent =
    <b>Data Anda, hak Anda</b> (UU 27/2022)

    Disimpan: nomor akun Telegram, nama, NIP, instansi, unit, atasan, bahasa, zona waktu, bacaan, hasil kuis, pertanyaan.
    Gunanya: memastikan Anda ASN, lalu pendaftaran, surat, pengingat, dan sertifikat.
    NIP disandikan; utuh hanya bagi Anda dan instansi Anda.
    Telegram menyimpan obrolan ini di luar negeri.
    Anda boleh melihat, memperbaiki, menghapus data, dan berhenti kapan saja: /privasi
consent-then-back = Setelah ini Anda kembali ke <b>{ $title }</b>.
consent-refused = Tidak apa-apa, data Anda tidak disimpan. Daftar pelatihan dan pengetahuan tetap bisa dibaca. Mendaftar terbuka setelah Anda setuju.
consent-details =
    <b>Rincian data</b>

    <b>Sumber:</b> isian Anda di sini dan daftar pegawai dari instansi Anda; unit dan atasan hanya untuk surat rekomendasi.
    <b>NIP:</b> tersandi; orang lain hanya melihat 1990…014. <b>Nomor HP:</b> dicocokkan sekali, lalu tidak disimpan.
    <b>Obrolan:</b> pesan dihapus dari catatan Jalin begitu selesai diproses; pencarian tanpa jawaban dicatat tanpa nama.
    <b>Bacaan dan kuis:</b> 10 artikel terakhir dan penilaian Anda; jawaban kuis, agar soal kembali pada waktunya.
    <b>Pertanyaan:</b> untuk tim yang Anda tanyai; bila data dihapus, pesannya di tim ikut dihapus, kecuali yang tim tulis sendiri.
    <b>Yang melihat:</b> Anda, dan penyelenggara yang memastikan data Anda atau menjawab Anda, selama Anda memakai Jalin.
    <b>Hak Anda:</b> melihat, memperbaiki, menghapus, dan menarik persetujuan; ditanggapi dalam 3 x 24 jam.
button-agree = Setuju dan lanjutkan
button-disagree = Tidak setuju
button-consent = Baca persetujuan
button-introduce = Mulai perkenalan
privacy =
    <b>Privasi dan data</b>

    Data Anda milik Anda: boleh dilihat, diperbaiki, dan dihapus kapan saja.
privacy-agreed = Anda sudah menyetujui penyimpanan data. Menghapusnya juga menarik persetujuan itu.
privacy-guest = Anda belum memberi persetujuan, jadi tidak ada data Anda yang disimpan.
privacy-role = Anda belum memberi persetujuan. Yang tersimpan hanya peran dari instansi Anda dan catatan tentangnya.
