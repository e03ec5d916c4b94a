# Artikel dari jawaban penyelenggara.

button-make-article = Jadikan artikel

refusal-faq-start-first = Ketuk /start dahulu, agar artikel tercatat atas nama Anda.
refusal-faq-unknown = Artikel itu sudah tidak ada.
refusal-faq-moved-on = Artikel ini sudah berubah sejak dibuka. Buka lagi dari /kelola untuk melihat yang terbaru.
refusal-faq-ticket-unknown = Pertanyaan itu sudah tidak ada.
refusal-faq-not-answered = Pertanyaan ini belum dijawab dengan tulisan. Jawab dahulu, lalu jadikan artikel.
refusal-faq-nip = Terbaca NIP dalam tulisan Anda. Kirim lagi tanpa NIP, karena tulisan ini dibaca orang lain.
refusal-faq-title = Judul 1 sampai { $longest } huruf; yang ini { $count }.
refusal-faq-answer = Jawaban singkat 1 sampai { $longest } huruf; yang ini { $count }.
refusal-faq-body = Rincian paling banyak { $longest } huruf; yang ini { $count }.
refusal-faq-aliases = Paling banyak { $most } baris, masing-masing paling banyak { $longest } huruf.
refusal-faq-wordless = Belum ada huruf atau angka di dalamnya, jadi tidak akan ditemukan siapa pun. Tulis dengan kata-kata.
refusal-faq-answer-none = Jawaban singkatnya masih kosong. Tulis dahulu, lalu minta persetujuan.
refusal-faq-no-second = Belum ada orang kedua yang dapat menyetujui. Tambahkan rekan lewat Tim di /kelola.
refusal-faq-own = Artikel yang Anda tulis disetujui oleh orang kedua.
refusal-faq-remark = Catatan 1 sampai { $longest } huruf; yang ini { $count }.

kept-faqs = Artikel dari jawaban yang Anda tulis atau setujui
kept-standing = Keadaan
kept-standing-draft = draf
kept-standing-waiting = menunggu persetujuan
kept-standing-shown = tampil
kept-standing-retired = ditarik
kept-action-faq-drafted = membuat draf artikel
kept-action-faq-edited = mengubah draf artikel
kept-action-faq-deleted = menghapus draf artikel
kept-action-faq-requested = meminta persetujuan artikel
kept-action-faq-recalled = mengembalikan artikel menjadi draf
kept-action-faq-approved = menyetujui artikel
kept-action-faq-returned = mengembalikan artikel kepada penulisnya
kept-action-faq-retired = menarik artikel
kept-kind-faq-request = permintaan persetujuan artikel
kept-kind-faq-decision = keputusan tentang artikel
delivery-kind-faq-request = Persetujuan artikel
delivery-kind-faq-decision = Keputusan artikel

faq-module = Tanya jawab
faq-tag = tanya jawab
faq-source = Jawaban { $agency }
faq-cited = disebut dalam jawaban

button-faq = Artikel jawaban
button-check-faqs = Periksa artikel
kelola-faqs = { $count } artikel menunggu persetujuan Anda

faq-room = <b>Artikel dari jawaban</b>
faq-room-how = Dibuat dari pertanyaan yang sudah dijawab, atau dari yang dicari dan belum ada jawabannya.
faq-count-draft = { $count } draf
faq-count-waiting = { $count } menunggu persetujuan
faq-count-shown = { $count } dapat ditemukan
faq-count-retired = { $count } ditarik
faq-list-draft = <b>Draf artikel</b>, terbaru dahulu
faq-list-waiting = <b>Menunggu persetujuan</b>, terbaru dahulu
faq-list-shown = <b>Artikel yang dapat ditemukan</b>, terbaru dahulu
faq-list-retired = <b>Artikel yang ditarik</b>, terbaru dahulu
faq-list-empty = Tidak ada artikel di sini.
faq-line = { $number }. { $title } · { $agency }
faq-in-whose-name = Atas nama instansi mana artikelnya?

faq-proposed = <b>Artikel dari { $number }</b>, belum disimpan
faq-proposed-anew = Pertanyaan atau jawabannya baru saja berubah. Ini isinya sekarang.
faq-struck = ⚠️ { $count } bagian pribadi diganti […]: nama, NIP, nomor telepon, alamat surel.
faq-struck-none = Tidak ada nama, NIP, nomor telepon, atau alamat surel yang terbaca.
faq-look-again = Periksa lagi: yang tidak dikenali masih bisa tertinggal.
faq-struck-left = ⚠️ Masih ada { $mark }. Tulis ulang kalimatnya agar enak dibaca.
faq-title = <b>{ $title }</b>
faq-answer-no = Jawabannya belum ditulis.
faq-aliases = Kata lain:
faq-draft = <b>Draf artikel</b> · { $agency }
faq-remark = ⚠️ Dikembalikan:
faq-waits = ⏳ Menunggu persetujuan orang kedua · { $agency }
faq-request = 📘 { $by } ({ $agency }) meminta persetujuan: setelah disetujui, semua orang dapat menemukannya.
faq-somebody = Rekan
faq-shown =
    ✅ Dapat ditemukan · { $agency }
    Disetujui { $by }, { $moment }
faq-retired = Ditarik, tidak dapat ditemukan · { $agency }
faq-approved =
    ✅ Disetujui, kini dapat ditemukan siapa pun:
    <b>{ $title }</b>
faq-returned = Artikel dikembalikan kepada penulisnya dengan catatan Anda.
faq-told-approved =
    📘 { $by } menyetujui artikel Anda, kini dapat ditemukan siapa pun:
    <b>{ $title }</b>
faq-told-returned =
    📘 { $by } mengembalikan artikel Anda, drafnya tersimpan:
    <b>{ $title }</b>
    Catatannya:
faq-revise-ask =
    Selama diubah, sampai disetujui lagi, artikel ini tidak dapat ditemukan:
    <b>{ $title }</b>
faq-retire-ask =
    Artikel ini tidak akan ditemukan lagi. Isinya tersimpan dan dapat diajukan lagi.
    <b>{ $title }</b>
faq-delete-ask =
    Draf ini akan dihapus dan tidak bisa dikembalikan:
    <b>{ $title }</b>
faq-deleted = Draf sudah dihapus.
faq-retired-now = Artikel sudah ditarik.

faq-ask-title = Tulis judulnya: pertanyaan yang dijawab artikel ini. Paling banyak { $longest } huruf.
faq-ask-answer = Tulis jawaban singkatnya, yang penting lebih dahulu. Paling banyak { $longest } huruf.
faq-ask-body = Tulis rincian yang belum ada di jawaban singkat. Baris yang diawali "-" menjadi daftar. Paling banyak { $longest } huruf.
faq-ask-aliases = Bagaimana orang biasa menanyakannya? Satu baris satu cara, paling banyak { $most } baris dan { $longest } huruf sebaris.
faq-ask-remark = Apa yang perlu diubah? Penulisnya membaca catatan ini. Paling banyak { $longest } huruf.
faq-now = Sekarang:

button-faqs-draft = Draf
button-faqs-waiting = Yang menunggu
button-faqs-shown = Dapat ditemukan
button-faqs-retired = Yang ditarik
button-faq-room = ⬅️ Artikel
button-faq-keep = Simpan draf
button-faq-title = Judul
button-faq-answer = Jawaban singkat
button-faq-body = Rincian
button-faq-aliases = Kata lain
button-faq-ask = Minta persetujuan
button-faq-delete = Hapus draf
button-faq-delete-not = Simpan draf
button-faq-retire = Tarik artikel
button-faq-retire-not = Biarkan ditemukan
button-faq-leave = Biarkan ditemukan
button-faq-revise = Ubah artikel
button-faq-approve = Setujui artikel
button-faq-return = Kembalikan
button-faq-open = Buka artikelnya
button-faq-see = Lihat artikel
button-faq-see-draft = Ubah draf
button-faq-empty = Kosongkan
