# Files that organizers send in and fetch.

files =
    <b>Berkas</b>
    Kirim atau unduh data instansi Anda. Yang dikirim diperiksa dahulu, dan baru disimpan setelah Anda setuju.
file-roster =
    <b>Daftar pegawai</b>
    Wajib: instansi, nip, nama, unit. Boleh kosong: hp, keluar.
    Nomor HP membuat pegawai dapat dipastikan seketika. Tulis NIP sebagai teks.
file-trainings =
    <b>Pelatihan</b>
    Satu baris satu pelatihan, dikenali dari kodenya. Pelatihan baru masuk sebagai rancangan.
file-batches =
    <b>Angkatan</b>
    Satu baris satu angkatan, dikenali dari kodenya. Pelatihannya sudah ada, tuan rumahnya instansi Anda.
file-safe = XLSX atau CSV, paling besar { $limit } MB. Yang tidak disebut dalam berkas tidak berubah, tidak ada yang dihapus.
file-what-roster = daftar pegawai
file-what-trainings = pelatihan
file-what-batches = angkatan
file-ask = Kirim berkas { $what }: XLSX atau CSV, paling besar { $limit } MB. Belum ada yang disimpan sebelum Anda setuju.
file-large = Berkas ini lebih dari { $limit } MB. Data lama tidak berubah; kirim dalam beberapa bagian.
file-kind = Berkas ini bukan XLSX atau CSV yang dapat dibaca. Data lama tidak berubah. Paling besar { $limit } MB.
file-gone = Berkas itu sudah tidak dapat diambil. Data lama tidak berubah; silakan kirim lagi, paling besar { $limit } MB.
file-too-much = Berkas ini terlalu panjang untuk diperiksa sekaligus. Data lama tidak berubah; kirim dalam dua bagian, masing-masing paling besar { $limit } MB.
file-unnamed = berkas
file-checking = ⏳ { $name } sedang diperiksa.
file-counts = { $counts }.
file-count-new = { $count } baru
file-count-changed = { $count } berubah
file-count-same = { $count } sama
file-count-faulty = { $count } perlu diperbaiki
file-count-none = Tidak ada baris
file-nothing-kept = Belum ada yang disimpan.
file-fault = { $place }: { $said }
file-more-faults = … dan { $count } lagi dalam daftar perbaikan.
file-drafts = Pelatihan baru masuk sebagai rancangan.
file-saving = ⏳ Menyimpan { $name }
file-checking-again = Berkasnya diperiksa sekali lagi.
file-bar = { $bar } { $percent }% · { $done } dari { $total } baris
file-go-on = Anda dapat melanjutkan yang lain.
file-saved = ✅ { $name } tersimpan: { $new } baru, { $changed } berubah.
file-left-out = { $count } yang perlu diperbaiki tidak ikut disimpan.
file-stopped = ⚠️ Penyimpanan { $name } terhenti. Yang sudah tersimpan aman; kirim lagi berkasnya untuk meneruskan sisanya.
file-interrupted =
    ⚠️ Penyimpanan { $what } terhenti di tengah jalan. Yang sudah tersimpan aman.
    Kirim lagi berkas yang sama: yang sudah ada tidak digandakan, sisanya diteruskan.
file-other = Berkas { $name } tidak sama lagi dengan yang diperiksa, atau sudah tidak dapat diambil. Belum ada yang disimpan; silakan kirim lagi.
file-other-toast = Berkas itu sudah tidak dapat diambil. Silakan kirim lagi.
file-busy = Berkas Anda yang sebelumnya masih disimpan. Tunggu sampai selesai, lalu ketuk lagi.
file-left = Tidak ada yang disimpan.
file-sent = NIP utuh hanya untuk pegawai instansi Anda sendiri.

file-name-people = peserta-{ $title }-angkatan-{ $batch }.xlsx
file-name-roster = pegawai-{ $day }.xlsx
file-name-trainings = pelatihan-{ $day }.xlsx
file-name-batches = angkatan-{ $day }.xlsx
file-name-sample-roster = pegawai-contoh.xlsx
file-name-sample-trainings = pelatihan-contoh.xlsx
file-name-sample-batches = angkatan-contoh.xlsx
file-name-faults = daftar-perbaikan.xlsx
sample-name = Contoh: hapus baris ini
sheet-people = Peserta
sheet-faults = Perbaikan
column-number = no
column-name = nama
column-nip = nip
column-agency = instansi
column-province = provinsi
column-unit = unit
column-state = status
column-pool = kursi
column-joined = terdaftar
fault-column-sheet = lembar
fault-column-row = baris
fault-column-column = kolom
fault-column-name = judul kolom
fault-column-found = terbaca
fault-column-expected = yang perlu diperbaiki

refusal-nothing-to-download = Belum ada data instansi Anda untuk diunduh.

button-files = Berkas
button-file-roster = Pegawai
button-file-trainings = Pelatihan
button-file-batches = Angkatan
button-upload-file = Unggah berkas
button-sample-file = Unduh contoh berkas
button-download-table = Unduh data sekarang
button-back-to-files = ⬅️ Berkas
button-leave-file = Batal
button-upload-again = Unggah ulang
button-fault-list = Unduh daftar perbaikan
button-save-good = Simpan { $count } yang benar
button-save-rows = Simpan { $count } baris
