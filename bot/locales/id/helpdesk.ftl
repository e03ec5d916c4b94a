## Pertanyaan kepada penyelenggara

refusal-ticket-unknown = Pertanyaan ini tidak ditemukan. Mungkin sudah dihapus bersama data penanyanya.
refusal-ticket-own = Ini pertanyaan Anda sendiri, jadi rekan Anda yang menjawabnya.
refusal-ticket-empty = Pesannya masih kosong. Tulis beberapa kata, atau kirim foto atau dokumen.
refusal-ticket-long = Panjangnya { $count } karakter, paling banyak { $longest }. Silakan ringkas lalu kirim lagi.
refusal-ticket-nobody = Belum ada penyelenggara { $agency } yang dapat menjawab di sini. Silakan pilih tujuan lain.
refusal-ticket-blocked = { $agency } sedang tidak menerima pesan baru dari Anda. Anda tetap dapat bertanya ke instansi lain.
refusal-ticket-flood = Pesan Anda datang beruntun, dan yang sudah terkirim pasti dibaca. Lanjutkan dalam { $minutes } menit.
refusal-ticket-many = Masih ada { $most } pertanyaan Anda yang terbuka. Tutup salah satu, atau tambahkan di sana.
refusal-ticket-note-late = Jawaban ini sudah terkirim, jadi tidak dapat dijadikan catatan. Tarik jawabannya bila keliru.
refusal-ticket-withdraw-late = Jawaban hanya dapat ditarik dalam { $hours } jam. Jawaban ini tetap terlihat oleh penanya.
refusal-ticket-closed = Pertanyaan ini sudah ditutup.
refusal-ticket-not-closed = Pertanyaan ini masih terbuka. Penilaian diberikan setelah ditutup.
refusal-ticket-start-first = Kirim /start lebih dulu, lalu pertanyaan ini dapat Anda ambil.
refusal-ticket-taken = Pertanyaan ini sudah diambil { $by }.
refusal-ticket-colleague-unknown = Rekan itu tidak lagi di tim ini. Silakan pilih yang lain.
refusal-ready-note = Jawaban siap pakai tidak boleh diawali //, karena isinya akan sampai ke penanya.
refusal-ready-many = Sudah ada { $most } jawaban siap pakai. Hapus salah satu lebih dulu.
refusal-ready-gone = Jawaban siap pakai ini sudah tidak ada.
