# Seats and enrolments. So far only what is answered with a no.

refusal-reason-missing = Alasannya belum ditulis. Silakan tulis satu kalimat.
refusal-seat-pool-unknown = Kuota "{ $pool }" tidak ada pada angkatan ini.
refusal-seats-not-capacity = Jumlah kuota { $total }, sedangkan kapasitasnya { $capacity } kursi. Keduanya perlu sama.
refusal-seats-over-capacity = Kuota yang diminta { $total } kursi, lebih banyak daripada { $capacity } kursi yang ada.
refusal-capacity-below-taken = Sudah terpakai { $taken } kursi, jadi kapasitas belum dapat diubah menjadi { $capacity }.
