# The need survey: topics that people would like to learn.

button-wishes = Usulan pelatihan
button-make-wish = Usulkan topik
button-withdraw-wish = Tarik usulan
button-support-wish = Dukung usulan ini
button-support-number = Dukung nomor { $number }
button-own-topic = Topik saya lain

wishes = <b>Usulan pelatihan Anda</b>
wishes-none =
    Pelatihan apa yang Anda perlukan? Penyelenggara melihat topik yang paling banyak diusulkan saat menyusun rencana.
    Nama Anda tidak ditampilkan.
wish-line = { $number }. { $topic } · { $count } orang
wish-topic = <b>{ $topic }</b>
wish-competency = Kompetensi { $competency }
wish-people = Diusulkan { $count } orang.
wish-ask =
    Topik apa yang ingin Anda pelajari? Tulis dalam beberapa kata.
    Contoh: <i>analisis kebijakan publik</i>
wish-like = Usulan yang mirip dengan "{ $topic }" sudah ada:
wish-competency-ask = "{ $topic }" termasuk kompetensi apa?
wish-kept = ✅ Usulan Anda tersimpan dan dihitung sekali.
wish-kept-before = Topik ini sudah ada di usulan Anda. Hitungannya tetap satu.
wish-supported = ✅ Dukungan Anda tersimpan dan dihitung sekali.
wish-withdrawn = Usulannya ditarik.

survey = <b>Yang paling banyak diusulkan pegawai</b>
survey-own = <b>Yang diusulkan pegawai { $province }</b>
survey-none = Belum ada usulan.
survey-line = { $number }. { $topic } · { $count } orang
survey-line-own = { $number }. { $topic } · { $count } orang, { $province } { $own }

refusal-need-unverified = Mengusulkan topik terbuka setelah data Anda dipastikan, agar tiap orang terhitung sekali.
refusal-need-short = Topiknya terlalu pendek, paling sedikit { $least } huruf.
refusal-need-long = Topiknya { $count } huruf, paling banyak { $most }. Silakan kirim yang lebih pendek.
refusal-need-many = Sudah ada { $most } usulan Anda. Tarik salah satu untuk mengusulkan yang baru.
refusal-need-gone = Usulan itu sudah ditarik.
