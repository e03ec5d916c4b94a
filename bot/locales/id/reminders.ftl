# Reminders: what they say, what people choose, what organizers see of them.

remind-one = ⏰ { $what }
remind-several = ⏰ <b>{ $count } hal dalam waktu dekat</b>
remind-line = { $number }. { $what }
remind-more = Dan { $count } lainnya di agenda Anda.
remind-numbered = { $number } · { $label }
remind-start = <b>{ $title }</b> mulai { $moment }.
remind-letter = Surat rekomendasi <b>{ $title }</b> ditunggu sampai { $moment }.
remind-offer = Kursi <b>{ $title }</b> ditahan untuk Anda sampai { $moment }.
remind-opening = Pendaftaran <b>{ $title }</b> dibuka sejak { $moment }.
remind-closing = Pendaftaran <b>{ $title }</b> ditutup { $moment }.
remind-access = Cara ikut: { $access }
button-coming = Saya hadir
button-remind-leave = Batalkan
button-remind-again = Ingatkan lagi besok
button-watch = Kabari bila dibuka
button-unwatch = Jangan kabari lagi
button-remind-closing = Ingatkan tutupnya
coming-kept = Tercatat. Kehadiran tetap diisi pada hari pelatihan.
again-kept = Diingatkan lagi { $moment }.
again-over = Besok tenggatnya sudah lewat, jadi tidak diingatkan lagi.
watch-kept = Tercatat. Kabarnya dikirim ke sini saat dibuka dan menjelang ditutup.
watch-ended = Baik, tidak dikabari lagi.

reminders-set =
    <b>Pengingat dan pengumuman</b>

    Ketuk untuk menyalakan atau mematikan. Tawaran kursi dan perubahan jadwal selalu dikirim.
button-reminders-set = Pengingat
button-quiet = Atur jam tenang
group-enrolment = Pendaftaran, surat
group-start = Jadwal mulai
group-watched = Yang saya pantau
group-announcements = Pengumuman umum
quiet-set = Jam tenang: { $hours } { $zone }. Yang tidak mendesak menunggu sampai pagi.
quiet-never = Tanpa jam tenang: pesan datang kapan saja.
quiet-20-06 = 20.00–06.00
quiet-21-05 = 21.00–05.00
quiet-19-07 = 19.00–07.00
quiet-none = Tanpa jam tenang
refusal-quiet-unknown = Pilihan jam itu sudah tidak ada. Silakan pilih lagi.

agenda = <b>Agenda 30 hari</b>
agenda-empty = Belum ada apa-apa dalam 30 hari ke depan.
agenda-more = Dan { $count } lainnya.
agenda-when = { $date } { $hour }.{ $minute }
agenda-start = { $number }. { $when } · mulai { $title }
agenda-letter = { $number }. { $when } · batas surat { $title }
agenda-offer = { $number }. { $when } · batas jawab { $title }
agenda-opening = { $number }. { $when } · dibuka { $title }
agenda-closing = { $number }. { $when } · ditutup { $title }
button-agenda = Agenda 30 hari

outlook = <b>Akan dikirim 7 hari ini</b>
outlook-empty = Tidak ada pengingat yang akan dikirim dalam 7 hari ini.
outlook-line = { $when } · { $kind } · { $title } angkatan { $number }: { $count } orang
holding =
    <b>Pengingat { $agency }</b>

    Ketuk untuk menahan atau melepas. Yang ditahan menunggu; yang sudah lewat saat dilepas tidak dikirim.
kind-start = Jadwal mulai
kind-letter = Surat rekomendasi
kind-offer = Batas tawaran
kind-opening = Pendaftaran dibuka
kind-closing = Pendaftaran tutup
button-outlook = Pengingat
button-holding = Tahan atau lepas
button-other-agency = Instansi lain
