# Articles as rich messages, for who wants them.

rich-offer = Artikel juga bisa tampil kaya: dengan tabel dan bagian yang dibuka saat diketuk. Aplikasi Telegram versi lama hanya menampilkan tulisan pengganti.
rich-on = Artikel kini tampil kaya. Bila nanti yang terlihat hanya tulisan pengganti, kembalikan di sini.
rich-tried = Artikel kini tampil kaya. Bila yang terlihat hanya tulisan pengganti, ketuk Tampilan biasa di bawahnya.
rich-off = Artikel kini tampil biasa.
rich-not-shown = Tampilan kaya belum bisa dipakai di sini. Artikel tetap tampil biasa.
rich-guest = Pilihan tampilan artikel perlu disimpan, jadi terbuka setelah Anda setuju. Sampai saat itu artikel tampil biasa.
rich-sources = Sumber
button-rich = Tampilan kaya
button-rich-try = Coba tampilan kaya
button-rich-not = Tampilan biasa
