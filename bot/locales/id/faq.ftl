# Artikel dari jawaban penyelenggara.

button-make-article = Jadikan artikel

refusal-faq-start-first = Ketuk /start dahulu, agar artikel tercatat atas nama Anda.
refusal-faq-unknown = Artikel itu sudah tidak ada.
refusal-faq-moved-on = Artikel ini sudah berubah sejak dibuka. Buka lagi dari /kelola untuk melihat yang terbaru.
refusal-faq-ticket-unknown = Pertanyaan itu sudah tidak ada.
refusal-faq-not-answered = Pertanyaan ini belum dijawab dengan tulisan. Jawab dahulu, lalu jadikan artikel.
refusal-faq-nip = Terbaca NIP dalam tulisan Anda. Artikel dibaca semua orang: kirim lagi tanpa NIP.
refusal-faq-title = Judul 1 sampai { $longest } huruf; yang ini { $count }.
refusal-faq-answer = Jawaban singkat 1 sampai { $longest } huruf; yang ini { $count }.
refusal-faq-body = Rincian paling banyak { $longest } huruf; yang ini { $count }.
refusal-faq-aliases = Paling banyak { $most } baris, masing-masing paling banyak { $longest } huruf.
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
