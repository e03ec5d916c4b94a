# Nomination: agencies rank their applicants until a moment, then seats are given in that order.

refusal-nomination-over = Urutan untuk angkatan ini sudah tidak disusun di sini. Bila Anda sendiri mendaftar, rekan Anda yang menyusunnya.
refusal-nomination-changed = Ada pendaftar yang mundur. Urutannya belum tersimpan; periksa lagi lalu simpan.

# What the applicant reads.
enrol-then-nomination = Kursi dibagikan menurut urutan dari instansi: BPSDM provinsi atau instansi Anda menyusunnya sampai { $moment }.
enrolled-applied = ⏳ Diajukan: <b>{ $title }</b>.
enrolled-nomination = Instansi Anda menyusun urutan sampai { $moment }. Sesudah itu kursi dibagikan, dan hasilnya dikabarkan di sini.
enrolled-approved = ⏳ <b>{ $title }</b>: rekomendasi sudah disetujui { $host }.
seats-nomination = Kursi dibagikan menurut urutan dari instansi pada { $moment }.
state-applied = diajukan, urutan disusun sampai { $date }
told-waitlisted-nominated = Kursi sudah dibagikan menurut urutan dari instansi. Tempat Anda di daftar tunggu mengikuti urutan itu.

# What organizers see of it.
kelola-nominations =
    { $count ->
       *[other] { $count } nominasi belum lengkap urutannya
    }
button-check-nominations = Susun nominasi
button-nominations = Nominasi
nominations = <b>Nominasi yang dapat disusun</b>
nominations-none = Belum ada pendaftar yang perlu diurutkan.
nominations-line = <b>{ $number }.</b> { $title } · { $agency } · { $ranked } dari { $applicants } diurutkan · sampai { $date }
nomination = <b>{ $title }</b>, Angkatan { $number } · { $agency }: { $count } pendaftar
nominee = <b>{ $number }.</b> { $who }
nominee-ranked = { $nominee } · <b>urutan { $place }</b>
nominee-unready = { $nominee } · rekomendasi belum disetujui
nomination-how = Ketuk nomor menurut urutan pilihan; ketuk sekali lagi untuk mengeluarkan. Sampai { $moment }.
nomination-unsaved = Urutan ini belum disimpan.
nomination-saved = ✅ Urutan { $count } pendaftar <b>{ $title }</b> tersimpan. Yang belum diurutkan menyusul menurut waktu mendaftar. Dapat diubah sampai { $moment }.
nomination-saved-none = ✅ Tersimpan tanpa urutan: kursi <b>{ $title }</b> dibagikan menurut waktu mendaftar. Dapat diubah sampai { $moment }.
button-save-ranks = Simpan urutan
button-clear-ranks = Kosongkan
button-change-ranks = Ubah urutan
recommendation-effect-nomination = Bila disetujui: ikut dalam nominasi; kursi dibagikan menurut urutan dari instansinya.
recommendation-now-nominated = ✅ Disetujui: { $name } ikut dalam nominasi instansinya. Hasilnya dikabarkan kepada orangnya.
