# Kebiasaan berlatih: kuis harian, ringkasan mingguan, papan provinsi, latihan terbuka.

refusal-habits-consent = Kuis harian terbuka setelah Anda setuju datanya disimpan: /privasi
refusal-habits-hour = Pilihan jam itu sudah tidak ada. Silakan pilih lagi.
refusal-board-province = Papan ini per provinsi. Lengkapi instansi Anda dulu lewat /menu.
refusal-board-name = Nama tampil setelah data Anda dipastikan instansi. Ikut tanpa nama sudah bisa.
