# Kebiasaan berlatih: kuis harian, ringkasan mingguan, papan provinsi, latihan terbuka.

button-start-quiz = Mulai kuis
button-quiz-hour = Ubah jam kuis
button-quiz-off = Matikan kuis harian
button-quiz-daily = Kuis harian
button-weekly = Ringkasan mingguan
habits = <b>Kuis harian</b>
habits-at = Datang tiap hari pukul { $hour } { $zone }, kecuali Anda sudah mengerjakannya.
habits-off = Pilih jamnya, dan kuis datang sendiri: 3 sampai 5 soal, sekitar 2 menit.
habits-unheard = ⚠️ Pukul { $hour } ada di jam tenang Anda, jadi kuis datang belakangan atau tidak datang. Pilih jam lain.
habits-week = Ringkasan datang tiap Minggu pukul { $hour } { $zone }, bila ada yang dipelajari.
habits-hour = { $hour }.{ $minute }
delivery-kind-quiz-daily = Kuis harian
delivery-kind-quiz-week = Ringkasan mingguan

week-caption = 💡 Minggu ini: { $days } hari belajar, { $right } dari { $answered } soal benar ({ $percent }%).
week-caption-none = 💡 Minggu ini: { $days } hari belajar, { $answered } soal dijawab. Soal yang meleset muncul lagi.
week-strongest = Terkuat: { $topic }.
week-repeat = Perlu diulang: { $topic }.
week-picture-title = Minggu belajar Anda
week-picture-days = { $count ->
   *[other] hari belajar
    }
week-picture-right = soal benar
week-picture-answered = { $count ->
   *[other] soal dijawab
    }
week-picture-share = benar
week-picture-legend-right = benar
week-picture-legend-other = belum tepat
week-picture-strongest = Terkuat
week-picture-repeat = Perlu diulang
week-picture-file = minggu-{ $monday }.png
button-practise-weak = Latih yang perlu
topic-wog = Whole of Government
topic-collaborative-governance = Collaborative governance
topic-bantuan-kedinasan = Bantuan Kedinasan
topic-kerja-sama-daerah = Kerja sama daerah
topic-pelatihan-bersama = Pelatihan bersama
topic-pengembangan-kompetensi = Pengembangan kompetensi
topic-smart-training = SMART Training
topic-jalin = Memakai Jalin

button-board = Papan provinsi
button-board-people = Peserta provinsi saya
button-board-join = Ikut di papan
button-board-name = Tampilkan nama saya
board = <b>Papan provinsi</b> · { $dates }
board-measure = Rata-rata jawaban benar minggu ini:
board-line = { $place }. { $province } · { $average } ({ $count } peserta)
board-line-own = <b>{ $place }. { $province } · { $average }</b> ({ $count } peserta)
board-none = Belum ada provinsi dengan { $fewest } peserta atau lebih minggu ini. Provinsi tampil begitu cukup yang ikut.
board-province-few = { $province } tampil setelah ada { $fewest } peserta.
board-own = Anda urutan ke-{ $place } dari { $of } peserta { $province }, dengan { $right } jawaban benar. Hanya Anda yang melihat baris ini.
board-own-named = Anda urutan ke-{ $place } dari { $of } peserta { $province }, dengan { $right } jawaban benar.
board-own-few = Anda ikut di papan, dengan { $right } jawaban benar minggu ini.
board-joined = Anda ikut di papan. Hitungannya mulai begitu Anda menjawab soal minggu ini.
board-not-joined = Anda belum ikut. Bila ikut, jawaban Anda dihitung tanpa nama; nama tampil hanya bila Anda mau.
board-no-province = Anda dapat ikut setelah instansi Anda di satu provinsi tercatat.
board-people = <b>Peserta { $province }</b> · { $dates }
board-people-few = Urutan tampil setelah ada { $fewest } peserta yang belajar minggu ini.
board-person = { $place }. { $name } · { $right } benar
board-nameless = tanpa nama

button-exercises = Latihan terbuka
button-exercises-next = Halaman berikutnya
button-exercises-back = ⬅️ Latihan lain
button-compare = Bandingkan
button-exercise-read = Baca artikelnya
exercises =
    <b>Latihan terbuka</b>

    Jawabannya tidak hanya satu. Pikirkan, tulis untuk diri sendiri, lalu bandingkan.
exercises-none = Belum ada latihan.
exercise-line = { $number }. { $title }
exercise-head = 📘 <b>{ $title }</b>
exercise-task =
    { $ask }

    Tulis dulu di catatan Anda sendiri; Jalin tidak menyimpannya.
exercise-in-indonesian = Latihan ini berbahasa Indonesia.
exercise-check = Ketuk yang sudah ada di jawaban Anda.
exercise-point = { $number }. { $point }
exercise-ticked = { $count ->
    [0] Belum ada yang ditandai.
   *[other] { $count } dari { $total } sudah ada.
}
exercise-read = Yang menerangkan hal ini:
exercise-gone = Latihan ini sudah tidak ada.

refusal-habits-consent = Kuis harian terbuka setelah Anda setuju datanya disimpan: /privasi
refusal-habits-hour = Pilihan jam itu sudah tidak ada. Silakan pilih lagi.
refusal-board-province = Papan ini per provinsi. Lengkapi instansi Anda dulu lewat /menu.
refusal-board-name = Nama tampil setelah data Anda dipastikan instansi. Ikut tanpa nama sudah bisa.
