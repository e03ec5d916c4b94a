# Browsing trainings: the list, the filter, the card.

browse-open = <b>{ $count } pelatihan dibuka</b>
browse-open-for = <b>{ $count } pelatihan dibuka untuk { $province }</b>
browse-planned = <b>{ $count } pelatihan dibuka atau segera dibuka</b>
browse-planned-for = <b>{ $count } pelatihan untuk { $province }, dibuka atau segera dibuka</b>
browse-page = Halaman { $page } dari { $pages }
browse-narrowed = Saringan: { $filter }
browse-line = <b>{ $number }. { $title }</b> · { $time } · { $state }
browse-line-batch = { $title } angkatan { $number }
browse-line-upcoming = pendaftaran mulai { $day }
browse-line-closed = pendaftaran ditutup
browse-self-paced = belajar mandiri
browse-seats = { $count ->
    [0] kursi belum ditetapkan
   *[other] { $count } kursi
}
browse-free-own = { $count ->
    [0] kursi { $pool } penuh
   *[other] sisa { $count } kursi { $pool }
}
browse-free-all = { $count ->
    [0] kursi penuh
   *[other] sisa { $count } kursi
}
browse-seats-unlimited = tanpa batas kursi
browse-host-unnamed = tuan rumah pilihan Anda
browse-nothing = Belum ada pelatihan yang pendaftarannya dibuka.
browse-nothing-for = Belum ada pelatihan yang pendaftarannya dibuka untuk { $province }.
browse-nothing-narrowed = Belum ada pelatihan yang cocok: { $filter }.
browse-nearest = Yang terdekat: { $month }.
browse-found = <b>{ $count } pelatihan dengan nama mirip "{ $query }"</b>
browse-not-found =
    Belum ada pelatihan dengan nama mirip "{ $query }".
    Coba sebagian namanya saja, misalnya <i>pangan</i>.
browse-alike = Yang serupa dan sedang dibuka:
browse-none-alike = Belum ada pelatihan serupa yang sedang dibuka.
browse-ask-name =
    Ketik nama pelatihan atau sebagian namanya.
    Contoh: <i>ketahanan pangan</i>

competency-teknis-fungsional = teknis-fungsional
competency-manajerial = manajerial
competency-sosio-kultural = sosio-kultural
competency-pemerintahan = pemerintahan
mode-klasikal = klasikal
mode-blended = blended
mode-e-learning = e-learning
mode-mandiri = belajar mandiri
mode-magang = magang
mode-in-house = in-house
mode-fasilitasi = fasilitasi daerah

sifting =
    <b>Saring pelatihan</b>

    Kompetensi: { $competency }
    Cara belajar: { $mode }
    Tuan rumah: { $host }
    Bulan: { $month }
    Pendaftaran: { $which }
sifting-any = semua
sifting-open = yang sedang dibuka
sifting-planned = sedang dan akan dibuka
choosing-competency = Kompetensi apa?
choosing-mode = Cara belajar apa?
choosing-host = Siapa tuan rumahnya?
choosing-month = Bulan apa?
choosing-nothing = Belum ada pilihan di sini, karena belum ada pelatihan yang dibuka.

card-title = <b>{ $title }</b> · Angkatan { $number }
card-time = { $start } sampai { $end }
card-time-self-paced = Bisa diikuti { $span }
card-host = { $host } (tuan rumah) · { $mode } · { $hours } JP
card-funding = <b>Biaya:</b> { $funding }. { $note }
card-seats-all = { $seats } untuk semua provinsi
card-seats-named = { $seats } untuk { $provinces }
card-seats-counted = { $seats } untuk { $count } provinsi
card-seats = { $seats }.
card-not-for = { $province } belum termasuk.
card-recommendation = Perlu rekomendasi atasan.
card-registration-upcoming = Pendaftaran dibuka { $moment }.
card-registration-open = Pendaftaran ditutup { $moment }.
card-registration-open-soon = ⏰ Pendaftaran ditutup { $moment } (sisa { $left }).
card-registration-closed = Pendaftaran sudah ditutup { $moment }.
card-programme = <b>Program prioritas:</b> { $programme }
card-shared = Halo! Pelatihan ini dibagikan kepada Anda.
card-shared-gone = Pelatihan yang dibagikan ini sudah tidak dibuka.
card-gone = Pelatihan ini sudah tidak ada dalam daftar.
left-days = { $count } hari
left-hours = { $count } jam
left-minutes = { $count } menit

details-summary = <b>Isi:</b> { $text }
details-requirements = <b>Syarat:</b> { $text }
details-no-requirements = tidak ada syarat khusus
details-funding = <b>Biaya:</b> { $text }
details-competency = <b>Kompetensi:</b> { $text }
details-host = <b>Tuan rumah:</b> { $text }
details-place = <b>Tempat:</b> { $text }
details-provinces = <b>Untuk ASN:</b> { $text }
details-everyone = semua provinsi

button-previous = ⬅️ Sebelumnya
button-next = Berikutnya
button-sift = Saring
button-find-by-name = Cari nama
button-find-again = Cari nama lain
button-back-to-trainings = ⬅️ Daftar pelatihan
button-see-month = Lihat { $month }
button-change-sifting = Ubah saringan
button-clear-sifting = Kosongkan
button-see-count = Lihat { $count } pelatihan
button-see-result = Lihat hasilnya
button-sift-competency = Kompetensi
button-sift-mode = Cara belajar
button-sift-host = Tuan rumah
button-sift-month = Bulan
button-only-open = Sedang dibuka
button-any = Semua
button-other-choices = Pilihan lain
button-share = Bagikan
button-find-alike = Cari yang serupa
button-know-jalin = Kenali Jalin dulu
