# Letters about an enrolment, in Indonesian: the host, or the person's own agency, speaks.

paper-day = { $day } { $month } { $year }
paper-moment = { $weekday }, { $day } pukul { $time } { $zone }
paper-weekday-1 = Senin
paper-weekday-2 = Selasa
paper-weekday-3 = Rabu
paper-weekday-4 = Kamis
paper-weekday-5 = Jumat
paper-weekday-6 = Sabtu
paper-weekday-7 = Minggu
paper-month-1 = Januari
paper-month-2 = Februari
paper-month-3 = Maret
paper-month-4 = April
paper-month-5 = Mei
paper-month-6 = Juni
paper-month-7 = Juli
paper-month-8 = Agustus
paper-month-9 = September
paper-month-10 = Oktober
paper-month-11 = November
paper-month-12 = Desember

# Surat pemanggilan peserta.
call-number = Nomor
call-number-blank = ………………………………
call-nature = Sifat
call-attachments = Lampiran
call-subject = Hal
call-about = Pemanggilan Peserta { $title }, Angkatan { $number }
call-to = Yth.
call-to-place = di tempat
call-nip = NIP { $nip }
call-opening = Dengan hormat, kami memanggil Saudara sebagai peserta pelatihan berikut.
call-training = Pelatihan
call-batch = Angkatan
call-time = Waktu
call-from-to =
    { $start }
    sampai dengan { $end }
call-place = Tempat
call-access = Cara masuk
call-hours = Beban belajar
call-hours-value = { $hours } JP, { $mode }
call-mode-klasikal = klasikal
call-mode-blended = blended learning
call-mode-e-learning = e-learning
call-mode-mandiri = belajar mandiri
call-mode-magang = magang
call-mode-in-house = in-house
call-mode-fasilitasi = fasilitasi daerah
call-funding = Pembiayaan
call-funding-value = { $funding }. { $note }
call-attend = Saudara diminta hadir tepat waktu dan mengikuti pelatihan sampai selesai. Surat ini dapat digunakan untuk mengurus surat tugas di instansi Saudara.
call-unable = Bila berhalangan, Saudara membatalkan pendaftaran melalui Jalin paling lambat { $moment }, agar kursinya dapat diberikan kepada pendaftar lain.
call-closing = Atas perhatian dan kerja sama Saudara, kami mengucapkan terima kasih.
call-signer = { $host },
call-signature = (………………………………………)
call-signer-nip = NIP ………………………………
call-copies = Tembusan:
call-copy = { $superior }
call-made = Dibuat oleh Jalin dari data pendaftaran pada { $moment }.
call-check = Nomor periksa { $number }. Pindai kode di samping untuk melihat apakah surat ini masih berlaku.
call-signed-when-needed = Nomor surat, tanda tangan, dan cap dibubuhkan tuan rumah bila diperlukan.

# Surat rekomendasi atasan.
superior-about = Rekomendasi Mengikuti { $title }
superior-to = Kepala { $host }
superior-opening = Yang bertanda tangan di bawah ini, { $superior }, merekomendasikan pegawai berikut:
superior-name-blank = [… nama dan jabatan atasan]
superior-for = untuk mengikuti pelatihan:
superior-promise = Selama pelatihan, yang bersangkutan kami tugaskan mengikutinya sampai selesai dan kami bebaskan dari tugas lain pada jam pelatihan.
superior-nip-blank = [… NIP]
superior-post-blank = [… jabatan]
superior-unit-blank = [… unit kerja]
superior-from-to = { $start } sampai dengan { $end }
superior-label-name = Nama
superior-label-nip = NIP
superior-label-post = Jabatan
superior-label-unit = Unit kerja
superior-label-agency = Instansi
superior-label-training = Pelatihan
superior-label-time = Waktu
superior-label-place = Tempat
superior-label-host = Tuan rumah
call-about-training = { $title }, Angkatan { $number }
