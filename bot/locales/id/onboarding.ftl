# The introduction: NIP, name, agency, phone, and how it ended.

introduction-nip-title = <b>Langkah 1 dari 3: NIP</b>
introduction-nip =
    Ketik 18 angka NIP Anda, PNS atau PPPK. Spasi tidak masalah. Contoh: 19900315 201503 2 014
    Setelah dibaca, pesan Anda dihapus dari obrolan ini.
introduction-nip-why =
    <b>Mengapa NIP?</b>

    NIP mencocokkan Anda dengan daftar pegawai instansi, supaya kursi dan sertifikat jatuh ke orang yang tepat.
    NIP disimpan tersandi. Selain Anda dan instansi Anda, orang lain hanya melihat 1990…014.
introduction-nip-letter = Bila ya, NIP Anda { $nip }.
introduction-name-title = <b>Langkah 2 dari 3: Nama</b>
introduction-name = Ketik nama Anda seperti pada SK, tanpa gelar pun boleh.
introduction-agency-title = <b>Langkah 3 dari 3: Instansi</b>
introduction-agency = Ketik sebagian namanya, misalnya "bpsdm ntt".
introduction-agency-found = Ketuk nomornya, atau ketik kata lain.
introduction-phone-title = <b>Satu lagi: nomor HP</b>
introduction-phone =
    NIP dan nama sering diketahui umum. Nomor HP yang sama dengan daftar pegawai memastikan ini Anda.
    Nomor dicocokkan sekali, lalu tidak disimpan.
introduction-kept = Tersimpan: { $value }
introduction-verified = ✅ Anda terverifikasi: { $name }, { $agency }.
introduction-zone = Waktu ditampilkan dalam { $zone }.
introduction-not-found = ⏳ Data Anda belum ditemukan di daftar pegawai { $province }. Mungkin daftarnya belum diperbarui; penyelenggara dapat memeriksanya.
introduction-name-differs = ⏳ NIP ini ada di daftar pegawai, tetapi dengan nama yang berbeda. Perbaiki namanya, atau minta penyelenggara memeriksanya.
introduction-phone-differs = ⏳ Nomor HP ini berbeda dengan yang ada di daftar pegawai. Mungkin Anda sudah berganti nomor; penyelenggara dapat memeriksanya.
introduction-no-phone = ⏳ Daftar pegawai belum memuat nomor HP Anda, jadi penyelenggara perlu memastikan ini Anda.
introduction-phone-skipped = ⏳ Tanpa nomor HP, penyelenggara perlu memastikan ini Anda.
introduction-taken = NIP ini sudah terhubung ke akun Telegram lain. Akun itu tidak berubah. Bila itu akun lama Anda, atau bukan Anda, penyelenggara dapat memeriksanya.
introduction-left = ⏳ Daftar pegawai mencatat NIP ini sudah keluar. Bila itu keliru, penyelenggara dapat memeriksanya.
introduction-other-agency = ⏳ Daftar pegawai mencatat NIP ini di instansi lain. Mungkin Anda baru pindah; penyelenggara dapat memeriksanya.
introduction-typed = { $typed }
introduction-meanwhile = Sambil menunggu, pengetahuan dan daftar pelatihan sudah terbuka.
introduction-asked = ⏳ Terkirim ke { $agency }, { $moment }. Hasilnya dikabarkan di sini.
introduction-request-closed = Permintaan Anda sudah tidak menunggu lagi. Keadaan terbaru ada di menu.

correcting =
    <b>Apa yang diperbaiki?</b>
    Yang lain tetap tersimpan.
correcting-nip = NIP: { $value }
correcting-name = Nama: { $value }
correcting-agency = Instansi: { $value }
correction-nip-title = <b>Perbaiki NIP</b>
correction-name-title = <b>Perbaiki nama</b>
correction-agency-title = <b>Perbaiki instansi</b>

agency-line = { $n }. { $name }
agency-none-like-it = Belum ada instansi dengan nama seperti itu. Coba kata lain, misalnya nama provinsinya.
agency-not-here = Coba kata lain, atau ketik BPSDM provinsi Anda; penyelenggara di sana dapat memeriksanya.
phone-tap = Tinggal mengetuk salah satu tombol di bawah kolom pesan.
phone-not-own = Kontak itu bukan nomor akun Telegram Anda. Ketuk Bagikan nomor saya di bawah kolom pesan, atau lewati.
name-question = Ini terbaca seperti pertanyaan. Ketik nama Anda, atau kirim /batal dan tanyakan lagi.
text-awaited = Jalin menunggu tulisan di langkah ini.

nip-count = Terbaca { $count } angka, NIP terdiri dari { $expected }.
nip-letter = Karakter ke-{ $position } terbaca huruf { $letter }. Maksudnya angka { $digit }?
nip-character = Karakter ke-{ $position } terbaca { $letter }; seharusnya angka.
nip-birth-year = Angka 1–4 (tahun lahir) terbaca { $read }; paling akhir { $latest }.
nip-birth-month = Angka 5–6 (bulan lahir) terbaca { $read }; bulan hanya 01 sampai 12.
nip-birth-date = Angka 7–8 (tanggal lahir) terbaca { $read }; { $month } hanya sampai { $last }.
nip-birth-day = Angka 7–8 (tanggal lahir) terbaca { $read }; tanggal hanya 01 sampai { $last }.
nip-appointment-future = Angka 9–12 (tahun pengangkatan) terbaca { $read }, belum tiba.
nip-appointment-early = Angka 9–12 (tahun pengangkatan) terbaca { $read }; dengan tahun lahir { $born } paling awal { $earliest }.
nip-sex = Angka ke-15 terbaca { $read }; isinya 1 atau 2.
nip-none = Belum ada angka yang terbaca. Ketik 18 angka NIP Anda, atau ketuk Lewati dulu bila ingin bertanya.
nip-rest-fits = Bagian lain sudah sesuai. Silakan kirim ulang NIP Anda.
nip-again = Silakan kirim lagi selengkapnya.
nip-elsewhere = NIP cukup ditulis di perkenalan, supaya tersimpan tersandi.
nip-known = NIP Anda sudah tersimpan, jadi tidak perlu ditulis lagi.
nip-taken-out = Pesan tadi sudah dihapus dari obrolan ini.
nip-not-deleted = ⚠️ Pesan berisi NIP tadi belum dapat dihapus dari sini. Anda bisa menghapusnya sendiri.

refusal-identity-verified = Data Anda sudah dipastikan. Untuk mengubahnya, hubungi penyelenggara instansi Anda.
refusal-identity-incomplete = Masih ada isian yang kosong. Lanjutkan perkenalan dulu.
refusal-name-letters = Nama terdiri dari huruf. Silakan ketik nama Anda.
refusal-name-digits = Ini terbaca seperti nomor. Silakan ketik nama Anda.
refusal-name-short = Nama paling sedikit { $shortest } huruf.
refusal-name-long = Nama paling banyak { $longest } huruf; terbaca { $count }.
refusal-agency-unknown = Instansi itu sudah tidak ada dalam daftar.

button-why-nip = Baca alasannya
button-skip-for-now = Lewati dulu
button-keep = Pakai yang tersimpan
button-use-digit = Pakai angka { $digit }
button-use-digits = Pakai angka 0 dan 1
button-retype = Ketik ulang
button-not-here = Tidak ada di sini
button-share-phone = Bagikan nomor saya
button-skip-phone = Lewati, minta dicek
button-back-to-training = Kembali ke pelatihan
button-ask-to-check = Minta diperiksa
button-not-now = Nanti saja
button-correct-nip = NIP
button-correct-name = Nama
button-correct-agency = Instansi
