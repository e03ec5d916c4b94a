# Menu, help, settings.

greeting-hello = Halo.
greeting-morning = Selamat pagi.
greeting-noon = Selamat siang.
greeting-afternoon = Selamat sore.
greeting-night = Selamat malam.
greeting-morning-name = Selamat pagi, { $name }.
greeting-noon-name = Selamat siang, { $name }.
greeting-afternoon-name = Selamat sore, { $name }.
greeting-night-name = Selamat malam, { $name }.
menu-choose = Pilih yang ingin dibuka, atau langsung ketik pertanyaan Anda.
menu-offer = ⏰ Ada kursi untuk Anda: <b>{ $title }</b>. Jawab sampai { $moment } (sisa { $left }).
menu-unverified = Mendaftar pelatihan terbuka setelah data Anda dipastikan; yang lain sudah bisa dipakai. Pertanyaan boleh langsung diketik.
menu-waiting = ⏳ Data Anda sedang diperiksa penyelenggara. Sambil menunggu, daftar pelatihan dan pengetahuan sudah terbuka.
button-continue-introduction = Lanjutkan perkenalan
button-see-request = Lihat permintaan
button-kelola = Kelola
button-kelola-waiting = Kelola · { $count } menunggu
more = Pilih yang ingin dibuka.
ask =
    Ketik pertanyaan Anda dengan kata sendiri, singkat saja.
    Contoh: <i>apa itu wog</i>, <i>kapan bantuan dinas boleh ditolak</i>, <i>pasal 36</i>
    Atau lihat daftarnya, atau ikuti panduan.
help =
    <b>Yang bisa dilakukan di sini</b>

    /pelatihan – mencari pelatihan bersama
    /saya – pendaftaran Anda dan tawaran kursi
    /cari – mencari pengetahuan; boleh juga langsung mengetik
    /kuis – kuis singkat; /tanya – bertanya kepada penyelenggara
    /menu, /batal – kembali ke menu, menghentikan pengisian
    /pengaturan – zona waktu, bahasa, tampilan artikel
    /privasi – melihat dan menghapus data Anda
help-organizer =
    /kelola – yang menunggu penyelenggara
    /umumkan – menulis pengumuman
language = Pilih bahasa · Choose a language
settings =
    <b>Pengaturan</b>

    Bahasa: { $language }
    Waktu ditampilkan dalam { $zone }
settings-rich = Tampilan kaya: artikel dengan tabel dan bagian yang dibuka saat diketuk. Aplikasi Telegram versi lama hanya menampilkan tulisan pengganti.
settings-guest = Pilihan bahasa berlaku untuk obrolan ini. Zona waktu bisa diatur setelah perkenalan.
button-change-zone = Ubah zona waktu
zone = Waktu ditampilkan dalam zona mana?
zone-guest = Zona waktu mengikuti instansi Anda, atau pilihan Anda sendiri, setelah perkenalan.
zone-kept = Waktu kini ditampilkan dalam { $zone }.
language-kept = Bahasa Indonesia dipakai mulai sekarang.

command-start = Mulai
command-menu = Menu utama
command-pelatihan = Cari pelatihan
command-saya = Pendaftaran saya
command-cari = Cari pengetahuan
command-kuis = Kuis singkat
command-pengaturan = Zona waktu, bahasa, tampilan artikel
command-bahasa = Pilih bahasa
command-privasi = Data dan hak Anda
command-data_saya = Lihat data Anda
command-hapus_data = Hapus data Anda
command-bantuan = Bantuan
command-batal = Hentikan pengisian
command-kelola = Untuk penyelenggara
bot-description = Jalin membantu ASN mencari pelatihan bersama, memahami kerja sama antarinstansi, dan bertanya, dari satu obrolan.
bot-about = Pelatihan bersama dan pengetahuan kolaborasi untuk ASN
