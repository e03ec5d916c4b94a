# Practice: short quizzes.

refusal-practice-consent = Kuis mencatat apa yang sudah Anda kuasai, jadi terbuka setelah Anda setuju: /privasi
refusal-practice-none = Belum ada soal latihan untuk topik ini. Pilih topik lain lewat /kuis.
refusal-practice-none-missed = Tidak ada soal yang terlewat di kuis itu. Kuis berikutnya: /kuis
refusal-quiz-gone = Kuis ini tidak ditemukan. Kuis Anda sendiri ada di /kuis.

quiz-first = 💡 <b>{ $title }</b> · { $number } dari { $total } · sekitar 2 menit
quiz-head = 💡 <b>{ $title }</b> · { $number } dari { $total }
quiz-title-today = Kuis hari ini
quiz-title-article = Uji diri
quiz-title-again = Ulangan
quiz-right = ✅ { $right } benar: <b>{ $option }</b>
quiz-wrong = Jawaban Anda { $chosen }, yang tepat { $right }: <b>{ $option }</b>
quiz-comes-again = Soal ini akan muncul lagi lain hari.
quiz-done = ✅ { $right } dari { $total } benar.
quiz-done-all = { $total ->
    [1] ✅ Benar.
   *[other] ✅ Semua { $total } soal benar.
}
quiz-done-none = Belum ada yang tepat kali ini; soalnya akan muncul lagi.
quiz-streak = { $days ->
    [1] Satu hari belajar tercatat. Lanjutkan besok atau lusa untuk membuatnya beruntun.
   *[other] Sudah { $days } hari beruntun; libur satu hari tidak memutusnya.
}
quiz-paused = Kuis tersimpan di soal { $number } dari { $total }. Lanjutkan kapan saja hari ini lewat /kuis, juga dari HP lain.
quiz-replaced = Kuis ini sudah digantikan kuis lain. Jawaban Anda tetap tersimpan.
quiz-guest = 💡 Kuis mencatat soal mana yang sudah Anda kuasai, agar yang belum muncul lagi pada waktunya. Karena itu kuis terbuka setelah Anda setuju. Setelah setuju, kirim /kuis lagi; NIP boleh dilewati.
quiz-topics = <b>Kuis tentang apa?</b>
quiz-topic = { $number }. { $title } ({ $count } soal)
quiz-topic-due = { $number }. { $title } ({ $count } soal, { $due } perlu diulang)
quiz-kept = Jawaban Anda sudah tercatat dan tetap satu.
quiz-gone-on = Kuis berlanjut di layar yang lebih baru. Jawaban Anda aman.

button-quiz = Kuis hari ini
button-quiz-skip = Lewati
button-quiz-later = Nanti saja
button-quiz-next = Soal berikutnya
button-quiz-result = Lihat hasil
button-quiz-article = Baca artikelnya
button-quiz-repeat = Ulangi yang terlewat
button-quiz-topics = Pilih topik lain
button-quiz-mixed = Campuran
button-quiz-go-on = Lanjutkan kuis
button-quiz-article-three = Uji diri, 3 soal

# The names of what is kept of practice, in the document of a person's data.
kept-quizzes = Kuis
kept-quiz_answers = Jawaban kuis
kept-practice_cards = Soal yang pernah Anda jawab
kept-practice_days = Hari belajar
kept-practice_habits = Kebiasaan berlatih
kept-occasion = Dimulai
kept-occasion-asked = atas permintaan Anda
kept-occasion-daily = pada jam kuis harian
kept-sitting = Keadaan
kept-sitting-open = sedang berjalan
kept-sitting-done = selesai
kept-sitting-left = ditinggalkan
kept-questions = Soal dan urutan pilihannya
kept-started_at = Dimulai pada
kept-question = Soal
kept-chosen = Pilihan ke- (dihitung dari 0)
kept-right = Benar
kept-right_count = Jumlah benar
kept-wrong_count = Jumlah belum tepat
kept-stability = Kekuatan ingatan, dalam hari
kept-difficulty = Kesulitan, 1 sampai 10
kept-last_at = Terakhir dijawab
kept-back_at = Muncul lagi mulai
kept-day = Hari
kept-answered = Jumlah dijawab
kept-quiz_at = Jam kuis harian
kept-next_quiz_at = Kuis harian berikutnya
kept-weekly = Ringkasan mingguan
kept-next_week_at = Ringkasan berikutnya
kept-board = Papan provinsi
kept-board-off = tidak ikut
kept-board-hidden = ikut tanpa nama
kept-board-named = ikut dengan nama
kept-changed_at = Diubah pada
