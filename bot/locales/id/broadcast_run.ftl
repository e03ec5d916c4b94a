# Pengumuman sejak mulai dikirim.

refusal-broadcast-gone = Pengumuman ini tidak dapat dibuka.
refusal-broadcast-not-to-reword = Isi pengumuman ini tidak dapat diubah lagi.
refusal-broadcast-not-to-withdraw = Pengumuman ini tidak dapat ditarik lagi. Telegram memberi waktu 48 jam.

delivery-kind-broadcast-edit = Perubahan pengumuman
delivery-kind-broadcast-delete = Penarikan pengumuman
