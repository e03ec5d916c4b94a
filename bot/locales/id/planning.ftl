# Planning trainings together: drafts, the secretariat's decisions, seats, a host.

refusal-plan-unknown = Rancangan itu sudah tidak ada.
refusal-plan-moved-on = Rancangan ini sudah berubah. Ini yang terbaru.
refusal-remark-needed = Catatannya masih kosong. Tulis apa yang perlu diperbaiki.
refusal-merge-unknown = Usulan penggabungan itu sudah tidak ada.
refusal-merge-open = Salah satu rancangan masih menunggu jawaban atas usulan penggabungan lain.
refusal-merge-over = Usulan penggabungan ini sudah selesai.
refusal-seats-number = Kursi ditulis dengan angka, 0 sampai { $most }.
refusal-seats-host = Tuan rumah tetap memerlukan kursi. Minta Sekber memilih tuan rumah lain dahulu.
refusal-host-no-seats = Tuan rumah dipilih dari instansi yang sudah menyanggupi kursi.
refusal-host-missing = Pelatihan terbit setelah tuan rumahnya disepakati.
refusal-draft-hours = JP ditulis dengan angka, { $least } sampai { $most }.
refusal-draft-choice = Tinggal mengetuk salah satu pilihan di bawah.
refusal-draft-short = Terlalu pendek: { $count } huruf, paling sedikit { $least }.
refusal-draft-long = Terbaca { $count } huruf, paling banyak { $most }. Silakan kirim yang lebih pendek.
