# Seats and enrolments; first what is answered with a no.

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
refusal-recommendation-changed = Rekomendasi ini sudah berubah sejak Anda membukanya. Belum ada yang diputuskan.

# Enrolling.
enrol-ask = Daftar <b>{ $title }</b>, { $days }?
enrol-nip = NIP { $nip }
enrol-then-seat = Bila kursinya masih ada saat Anda mengetuk, kursi Anda langsung pasti.
enrol-then-waitlist = Kursi untuk Anda penuh, jadi Anda masuk daftar tunggu. Bila ada kursi yang lepas, tawarannya dikirim ke sini.
enrol-then-recommendation = Perlu rekomendasi atasan: kursi pasti setelah disetujui { $host }.
enrol-unverified = Mendaftar terbuka setelah data Anda dipastikan: NIP, nama, dan instansi. Hanya beberapa menit.
enrol-unverified-waiting = ⏳ Data Anda sedang diperiksa penyelenggara. Mendaftar terbuka setelah hasilnya dikabarkan di sini.
enrol-again-seat = Anda sudah terdaftar. Kursinya tetap satu.
enrol-again-place = Anda sudah terdaftar. Tidak ada yang berubah.
enrol-no-upcoming = Pendaftarannya dibuka { $moment }.
enrol-no-closed = Pendaftarannya sudah ditutup { $moment }.
enrol-no-province = Angkatan ini untuk ASN { $provinces }. Yang serupa mungkin terbuka untuk provinsi Anda.
enrol-no-overlap =
    <b>{ $title }</b> ({ $days }) beririsan dengan <b>{ $other }</b> ({ $other_days }), yang kursinya sudah pasti untuk Anda.
    Tidak ada yang berubah.
button-enrol = Daftar
button-enrol-again = Daftar lagi
button-see-seats = Lihat pembagian kursi
button-see-my-seat = Lihat kursi saya
button-see-enrolment = Lihat pendaftaran saya
button-see-training = Lihat pelatihan
card-own-state = Pendaftaran Anda: { $state }.

# Where an enrolment stands.
enrolled-confirmed = ✅ Kursi Anda sudah pasti: <b>{ $title }</b>.
enrolled-place = { $when }, { $place }
enrolled-cancel-until = Pembatalan sampai { $moment }.
enrolled-waitlisted = ⏳ <b>{ $title }</b>: Anda masuk daftar tunggu.
enrolled-place-in-pool = Kursi { $pool } { $taken }/{ $size }, Anda urutan ke-{ $place }.
enrolled-place-in-line = Anda urutan ke-{ $place }.
enrolled-offer-comes = Bila ada kursi yang lepas, tawarannya dikirim ke sini dan ditahan { $hours } jam.
enrolled-offered = ⏰ Ada kursi untuk Anda: <b>{ $title }</b>.
enrolled-submitted = ⏳ Pendaftaran tersimpan: <b>{ $title }</b>. Satu langkah lagi: rekomendasi atasan.
enrolled-letter-due = Ditunggu sampai { $moment } (sisa { $left }). Kursi pasti setelah disetujui { $host }.
enrolled-letter-decides = { $host } memutuskan pendaftaran ini; hasilnya dikabarkan di sini.
enrolled-recommended = ⏳ <b>{ $title }</b>: atasan Anda sudah merekomendasikan. Kini menunggu { $host }.
enrolled-attended = ✅ Anda tercatat hadir: <b>{ $title }</b>.
enrolled-passed = 🎓 Lulus: <b>{ $title }</b>.
enrolled-failed = Belum lulus: <b>{ $title }</b>.
enrolled-declined = Kursi yang ditawarkan Anda tolak: <b>{ $title }</b>.
enrolled-expired = Tawaran kursi sudah berakhir: <b>{ $title }</b>.
enrolled-cancelled = Pendaftaran dibatalkan: <b>{ $title }</b>.
enrolled-exempted = 🎓 Anda bebas pelatihan: <b>{ $title }</b>.

state-mark-confirmed = ✅
state-mark-waitlisted = ⏳
state-mark-offered = ⏰
state-mark-submitted = ⏳
state-mark-recommended = ⏳
state-mark-attended = ✅
state-mark-passed = 🎓
state-mark-exempted = 🎓
state-confirmed-days = kursi pasti, { $days }
state-waitlisted-place = daftar tunggu, urutan ke-{ $place }
state-offered-until = ditawari kursi, jawab sampai { $moment }
state-offered = ditawari kursi
state-submitted = menunggu rekomendasi atasan
state-recommended = direkomendasikan, menunggu penyelenggara
state-attended = hadir
state-passed = lulus
state-failed = belum lulus
state-declined = tawaran ditolak
state-expired = tawaran berakhir
state-cancelled = dibatalkan
state-exempted = bebas pelatihan

mine = <b>Pendaftaran saya</b>
mine-ended = <b>Pendaftaran yang sudah selesai</b>
mine-line = <b>{ $number }.</b> { $mark } { $title } · { $state }
mine-none = Belum ada pendaftaran.
mine-none-ended = Belum ada pendaftaran yang selesai.
mine-guest = Pendaftaran Anda tampil di sini setelah perkenalan. Daftar pelatihan sudah terbuka.
button-mine = Pendaftaran saya
button-back-to-mine = ⬅️ Pendaftaran saya
button-mine-ended = Yang selesai
button-mine-current = Yang berjalan

history = <b>Riwayat</b> · waktu { $zone }
step-when = { $date } { $hour }.{ $minute }
step-line = { $when } · { $what }
step-reason = ("{ $reason }")
step-by = { $what }, oleh { $by }
step-submitted = Diajukan
step-letter = Surat diserahkan
step-not-recommended = Rekomendasi belum disetujui
step-recommended = Direkomendasikan
step-confirmed = Kursi pasti
step-waitlisted = Masuk daftar tunggu
step-offered = Kursi ditawarkan
step-declined = Tawaran ditolak
step-expired = Tawaran berakhir tanpa jawaban
step-cancelled = Dibatalkan
step-letter-missing = Berakhir, rekomendasi belum diterima
step-swapped = Ditukar dengan kursi lain
step-batch-cancelled = Angkatan dibatalkan
step-attended = Hadir
step-passed = Lulus
step-failed = Belum lulus
step-exempted = Bebas pelatihan

# Leaving.
leave-why = Mengapa <b>{ $title }</b> dibatalkan?
leave-reason = Alasan: { $reason }
leave-confirmed =
    Kursi <b>{ $title }</b> langsung ditawarkan ke urutan berikutnya.
    Untuk ikut lagi, Anda mendaftar dari awal; bila kursinya penuh, dari daftar tunggu.
leave-waitlisted =
    Urutan ke-{ $place } Anda untuk <b>{ $title }</b> dilepas.
    Bila mendaftar lagi, Anda mulai dari urutan paling belakang.
leave-submitted = Pendaftaran <b>{ $title }</b> ditarik. Selama pendaftaran dibuka, Anda dapat mendaftar lagi.
leave-too-late =
    Batas pembatalan sudah lewat: { $moment }. Kursi Anda tetap.
    Bila berhalangan, kabari { $host }.
left-cancelled = Pendaftaran <b>{ $title }</b> dibatalkan { $moment }. Terima kasih sudah memberi kabar.
left-waitlisted = Anda keluar dari daftar tunggu <b>{ $title }</b> { $moment }.
button-stay = Tetap ikut
button-cancel-seat = Batalkan pendaftaran
button-keep-waiting = Tetap menunggu
button-leave-line = Keluar daftar tunggu
button-find-another = Cari pelatihan lain
button-reason-duty = Ada tugas dinas
button-reason-permission = Belum diizinkan
button-reason-ill = Sakit
button-reason-dates = Jadwal beririsan
button-reason-private = Alasan pribadi
reason-duty = ada tugas dinas.
reason-permission = belum diizinkan atasan.
reason-ill = sakit.
reason-dates = jadwal beririsan.
reason-private = alasan pribadi.

# Offers.
offer = ⏰ Ada kursi untuk Anda: <b>{ $title }</b>, { $days }, tuan rumah { $host }.
offer-until = Jawab sampai { $moment } (sisa { $left }).
offer-held = Sampai saat itu kursi ditahan untuk Anda. Tanpa jawaban, kursi ditawarkan ke urutan berikutnya.
offer-lapsed = Tawaran <b>{ $title }</b> berakhir { $moment }; kursinya sudah diteruskan ke urutan berikutnya.
offer-lapsed-again = Anda dapat masuk daftar tunggu lagi, di urutan paling belakang (kini ke-{ $place }).
offer-lapsed-free = Anda dapat mendaftar lagi; kini ada kursi yang belum terisi.
offer-overlap = Beririsan dengan kursi Anda di <b>{ $other }</b> ({ $days }). Hanya satu yang dapat diikuti.
offer-overlap-swap = Bila ditukar, kursi <b>{ $title }</b> menjadi pasti dan kursi <b>{ $other }</b> ditawarkan ke urutan berikutnya.
offer-overlap-held = Kursi ini tetap ditahan sampai { $moment }.
offer-swap-too-late = Kursi Anda di <b>{ $other }</b> sudah tidak dapat dibatalkan sejak { $moment }, jadi belum dapat ditukar. Tidak ada yang berubah.
decline-ask = Tolak kursi <b>{ $title }</b>, { $days }? Kursi langsung diteruskan ke urutan berikutnya.
declined = Kursi <b>{ $title }</b> Anda tolak dan sudah diteruskan. Terima kasih sudah memberi kabar.
button-accept = Terima
button-decline = Tolak
button-decline-seat = Tolak kursi
button-back-to-offer = ⬅️ Kembali ke tawaran
button-answer-offer = Jawab tawaran
button-join-line = Masuk daftar tunggu
button-swap = Tukar ke yang ini

# What is told unasked.
told-waitlisted-approved = Rekomendasi disetujui { $host }, tetapi kursi untuk Anda sedang penuh.
told-recommended = ⏳ Atasan Anda merekomendasikan <b>{ $title }</b>. Sekarang menunggu { $host }; hasilnya dikabarkan di sini.
told-not-recommended = ⚠️ Atasan Anda belum merekomendasikan <b>{ $title }</b>.
told-rejected = ⚠️ Rekomendasi <b>{ $title }</b> belum disetujui { $host }.
told-reason = Catatannya: "{ $reason }"
told-kept = Pendaftaran tetap tersimpan.
told-new-letter = Surat baru ditunggu { $host } sampai { $moment }.
told-letter-missing = ⚠️ Rekomendasi <b>{ $title }</b> belum diterima sampai { $moment }, jadi pendaftaran ini berakhir.
told-letter-missing-again = Selama pendaftaran dibuka, Anda dapat mendaftar lagi; batas waktunya dihitung dari awal.
told-batch-cancelled = ⚠️ <b>{ $title }</b>, { $days }, dibatalkan oleh { $host }.
told-batch-cancelled-then = Pendaftaran Anda ikut berakhir; tidak ada yang perlu Anda lakukan.

# How seats are shared.
pool-open = terbuka
pool-regional = daerah
seats-pool = Kursi { $pool } { $taken }/{ $size }, { $left }.
seats-pool-open = Kursi untuk semua { $taken }/{ $size }, { $left }.
seats-left = masih ada { $count }
seats-full = penuh
seats-head = <b>{ $title }: { $count } kursi</b>
seats-unlimited = <b>{ $title }</b> tanpa batas kursi: setiap pendaftar mendapat tempat.
seats-method-proportional = Dibagi sebanding jumlah PNS tiap provinsi.
seats-method-one-each = Satu kursi tiap provinsi, sisanya sebanding jumlah PNS.
seats-method-equal = Dibagi sama rata tiap provinsi.
seats-method-by-hand = Dibagi menurut ketetapan penyelenggara.
seats-method-first-come = Tidak dibagi: siapa yang mendaftar lebih dulu.
seats-figure = { $pool } { $taken }/{ $size }
seats-own-figure = <b>{ $pool } { $taken }/{ $size }</b>
seats-why-proportional = { $pool }: { $size } dari { $total } PNS, setara { $exact } kursi, jadi { $planned }.
seats-why-one-each = { $pool }: satu kursi, lalu sebanding { $size } dari { $total } PNS; seluruhnya { $exact } kursi, jadi { $planned }.
seats-why-equal = { $pool }: bagian yang sama dengan provinsi lain, jadi { $planned } kursi.
seats-why-set = { $pool }: ditetapkan { $planned } kursi.
seats-why-open = Angkanya terpakai/tersedia. Kursi terbuka dapat dipakai siapa pun, menurut urutan mendaftar.
seats-rounded = Sisa pembulatan untuk pecahan terbesar.
seats-adjusted = Diubah penyelenggara { $day }: "{ $reason }"
seats-release = Yang belum terisi dibuka untuk semua pada { $moment }.
seats-released = Yang belum terisi sudah dibuka untuk semua.
seats-place = { $pool }: Anda urutan ke-{ $place }.
