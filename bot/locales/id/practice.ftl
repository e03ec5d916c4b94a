# Practice: short quizzes.

refusal-practice-consent = Kuis mencatat apa yang sudah Anda kuasai, jadi terbuka setelah Anda setuju: /privasi
refusal-practice-none = Belum ada soal latihan untuk topik ini. Pilih topik lain lewat /kuis.
refusal-practice-none-missed = Tidak ada soal yang terlewat di kuis itu. Kuis berikutnya: /kuis
refusal-quiz-gone = Kuis ini tidak ditemukan. Kuis Anda sendiri ada di /kuis.

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
