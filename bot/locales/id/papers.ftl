# Papers about an enrolment: the calendar file, the call letter, the draft of the superior's letter.

refusal-paper-needs-seat = Berkas ini tersedia begitu kursi Anda pasti.

button-calendar = Simpan ke kalender
button-call-letter = Surat pemanggilan
button-letter-draft = Unduh contoh surat
paper-note-draft = Contoh surat rekomendasi untuk Word, sudah terisi data Anda dan pelatihannya. Lengkapi yang bertanda kuning, mintakan tanda tangan atasan, lalu unggah sebagai PDF atau foto.
paper-file-calendar = jadwal-pelatihan.ics
paper-file-call = surat-pemanggilan.pdf
paper-note-calendar = Buka berkas ini untuk menyimpan jadwalnya ke kalender, dengan pengingat 1 hari dan 1 jam sebelumnya. Bila jadwalnya berubah, unduh lagi: yang lama diganti.
paper-note-call = Surat pemanggilan Anda, dengan NIP utuh. Nomor surat dan tanda tangan dibubuhkan tuan rumah bila instansi Anda memerlukannya.
calendar-alarm = Pelatihan { $title }
calendar-about = Tuan rumah { $host }, { $hours } JP.
calendar-access = Cara masuk: { $access }
calendar-card = Kartu pelatihan: { $link }
paper-file-agenda = agenda-jalin.ics
paper-note-agenda = Buka berkas ini untuk menyimpan agenda 30 hari ke kalender, dengan pengingatnya. Bila ada yang berubah, unduh lagi: yang lama diganti.
calendar-letter = Batas surat rekomendasi: { $title }
calendar-offer = Batas jawab tawaran kursi: { $title }
calendar-opening = Pendaftaran dibuka: { $title }
calendar-closing = Pendaftaran ditutup: { $title }

check-letter-stands =
    ✅ <b>Surat pemanggilan ini berlaku.</b>
    { $name }
    { $title }, { $days }
    Tuan rumah { $host }
check-letter-over =
    ⚠️ <b>Surat pemanggilan ini tidak berlaku lagi:</b> kursinya sudah dilepas atau angkatannya dibatalkan.
    { $name }
    { $title }, { $days }
    Tuan rumah { $host }
check-letter-unknown = Kode itu tidak cocok dengan surat pemanggilan mana pun. Periksa apakah kodenya terpindai seluruhnya.
