# Where one works: asked once on the way into a training that needs a recommendation, and changed there.

refusal-work-missing = Jawabannya belum terbaca. Silakan tulis dalam satu kalimat pendek.
refusal-work-too-long = Terbaca { $count } karakter, paling banyak { $longest }. Silakan tulis lebih pendek.

enrol-unit = Unit kerja: { $unit }
enrol-superior = Atasan: { $superior }
enrol-superior-unknown = Atasan: ditanyakan setelah Anda mengetuk [Daftar]
work-before-enrolling = Sebelum pendaftaran disimpan:
work-ask-superior = Siapa atasan Anda? Tulis nama dan jabatannya, misalnya: Sri Andai, Kepala Bidang Distribusi.
work-ask-unit = Apa unit kerja Anda? Misalnya: Bidang Distribusi Pangan.
work-change =
    <b>Data untuk surat</b>
    Unit kerja: { $unit }
    Atasan: { $superior }
work-unknown = belum diisi
button-change-work = Ubah data
button-change-unit = Ubah unit kerja
button-change-superior = Ubah atasan
