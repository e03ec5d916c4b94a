# Seats and enrolments. So far only what is answered with a no.

refusal-reason-missing = Alasannya belum ditulis. Silakan tulis satu kalimat.
refusal-seat-pool-unknown = Kuota "{ $pool }" tidak ada pada angkatan ini.
refusal-seats-not-capacity = Jumlah kuota { $total }, sedangkan kapasitasnya { $capacity } kursi. Keduanya perlu sama.
refusal-seats-over-capacity = Kuota yang diminta { $total } kursi, lebih banyak daripada { $capacity } kursi yang ada.
refusal-capacity-below-taken = Sudah terpakai { $taken } kursi, jadi kapasitas belum dapat diubah menjadi { $capacity }.
refusal-seats-unlimited = Angkatan ini tanpa batas kursi, jadi tidak ada yang perlu dibagi.
refusal-seats-in-use = Pembagian kursi dipilih sebelum ada pendaftar. Sekarang kuota dapat diubah satu per satu, dengan alasan.
refusal-seats-below-taken = Kuota { $pool } sudah terpakai { $taken } kursi, jadi tidak dapat dibuat lebih kecil.
refusal-batch-cancelled = Angkatan ini sudah dibatalkan.
refusal-batch-started = Angkatan ini sudah dimulai.

refusal-enrol-unverified = Mendaftar terbuka setelah data Anda dipastikan.
refusal-enrol-left = Menurut daftar pegawai, Anda sudah tidak bertugas di instansi itu. Penyelenggara dapat memperbaruinya.
refusal-registration-upcoming = Pendaftarannya belum dibuka.
refusal-registration-closed = Pendaftarannya sudah ditutup.
refusal-enrol-province = Angkatan ini untuk provinsi lain.
refusal-enrol-overlap = Beririsan dengan { $other }, yang kursinya sudah pasti untuk Anda. Tidak ada yang berubah.
refusal-enrolment-unknown = Pendaftaran itu sudah tidak ada.
refusal-cancel-too-late = Batas pembatalan sudah lewat. Kursi Anda tetap. Bila berhalangan, kabari penyelenggara.

refusal-offer-unknown = Tawaran itu sudah tidak ada.
refusal-offer-gone = Tawaran ini sudah tidak berlaku.
refusal-offer-lapsed = Tawarannya sudah berakhir, kursinya diteruskan ke urutan berikutnya. Anda dapat masuk daftar tunggu lagi.
refusal-offer-overlap = Beririsan dengan kursi Anda di { $other }. Hanya satu yang dapat diikuti; kursi ini tetap ditahan.
refusal-swap-too-late = Kursi Anda di { $other } sudah tidak dapat dibatalkan, jadi belum dapat ditukar.

refusal-recommend-own = Rekomendasi diberikan oleh orang lain, bukan oleh diri sendiri.
refusal-recommend-agency = Rekomendasi diberikan oleh atasan di instansi yang sama.
refusal-recommendation-closed = Rekomendasi untuk pendaftaran ini sudah tidak ditunggu.
refusal-recommendation-late = Batas waktu rekomendasi sudah lewat.
