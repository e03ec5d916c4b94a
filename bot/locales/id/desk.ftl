# Meja pertanyaan: jam kerja instansi, pengingat, dan grup tempat tim menjawab. First what is answered with a no.

refusal-desk-no-day = Harus ada paling sedikit satu hari kerja.
refusal-desk-choice = Pilihan ini sudah berganti. Buka lagi meja pertanyaan, lalu pilih yang tersedia.
refusal-group-other = Grup ini sudah menjadi grup { $agency }.
refusal-group-second = { $agency } sudah menjawab dari grup { $title }. Lepaskan grup itu lebih dulu di /kelola, Meja pertanyaan.
refusal-group-not-yours = Hanya penyelenggara instansi itu yang dapat menjadikan grup ini tempat menjawab.

# In the document of what is kept.
kept-action-desk-changed = mengubah jam kerja meja pertanyaan
kept-action-desk-linked = menetapkan grup meja pertanyaan
kept-action-desk-unlinked = melepaskan grup meja pertanyaan
kept-kind-desk-trouble = kabar tentang grup meja pertanyaan
delivery-kind-desk-trouble = Kabar tentang grup

button-desk = Meja pertanyaan
button-desk-group = Grup tim
button-desk-days = Hari kerja
button-desk-alarm = Batas menunggu
button-desk-opens = Jam buka
button-desk-closes = Jam tutup

desk = <b>Meja pertanyaan</b> · { $agency }
desk-works = Jam kerja: { $when }
desk-alarms = Batas menunggu: { $after }, lalu tim diingatkan. Hari libur nasional dan cuti bersama tidak dihitung.
desk-no-group = Belum ada grup tim: pertanyaan masuk ke obrolan tiap penyelenggara.
desk-in-group = Pertanyaan dijawab dari grup <b>{ $title }</b>.
desk-days = <b>Hari kerja</b> · { $agency }

    Ketuk hari untuk menyalakan atau mematikannya.
desk-opens = <b>Jam buka</b> · { $agency }

    Mulai pukul berapa ({ $zone }) tim Anda menjawab?
desk-closes = <b>Jam tutup</b> · { $agency }

    Sampai pukul berapa ({ $zone }) tim Anda menjawab?
desk-alarm = <b>Batas menunggu</b> · { $agency }

    Setelah berapa lama tanpa jawaban Anda diingatkan? Yang dihitung hanya jam kerja.
desk-group-how = Untuk menjawab bersama: buat grup berisi tim Anda, tambahkan Jalin ke dalamnya, lalu ketuk tombol yang muncul di sana.
desk-topics-none = Balas pesan Jalin di grup untuk menjawab penanya. Awali dengan // untuk catatan dalam tim.
    Agar tiap pertanyaan punya topik sendiri: nyalakan Topik di pengaturan grup, lalu jadikan Jalin Administrator yang boleh Kelola Topik.
desk-topics-open = Tiap pertanyaan mendapat topik sendiri. Tulis di topiknya untuk menjawab penanya; awali dengan // untuk catatan dalam tim.
desk-topics-refused = { desk-trouble-topics }
desk-trouble-topics = ⚠️ Grup ini bertopik, tetapi Jalin belum boleh membuat topik. Pertanyaan tetap masuk, tanpa topik sendiri.
    Buka pengaturan grup → Administrator → Jalin, lalu nyalakan Kelola Topik.
desk-trouble-removed = ⚠️ Jalin tidak ada lagi di grup ini. Pertanyaan kini masuk ke obrolan tiap penyelenggara.
    Tambahkan Jalin lagi ke grup itu, atau lepaskan grupnya di sini.
desk-trouble-muted = ⚠️ Jalin tidak boleh menulis di grup ini. Pertanyaan kini masuk ke obrolan tiap penyelenggara.
    Buka pengaturan grup, lalu perbolehkan Jalin mengirim pesan.
desk-unlink-ask = Lepaskan grup <b>{ $title }</b>? Pertanyaan yang menunggu dan yang baru masuk ke obrolan tiap penyelenggara.
button-desk-unlink = Lepaskan grup
button-desk-keep = Tetap pakai grup
desk-trouble = Ada yang perlu dibereskan di grup <b>{ $title }</b>.

office-hours = { $days } pukul { $opens }–{ $closes } { $zone }
work-days = { $count } hari kerja
work-hours = { $count } jam kerja

group-hello = Jalin menerima pertanyaan peserta pelatihan untuk penyelenggara.
    Penyelenggara dapat menjawabnya dari grup ini: kirim /grup untuk menetapkannya.
group-hello-link = Jalin menerima pertanyaan peserta pelatihan untuk penyelenggara.
    Anda dapat menjadikan grup ini tempat tim menjawabnya.
group-link-ask = Pertanyaan untuk <b>{ $agency }</b> akan masuk ke grup ini.
    Semua anggota grup melihat pertanyaan dan nama penanya (NIP disamarkan); yang dapat menjawab hanya penyelenggara.
group-linked = ✅ Ini grup <b>{ $agency }</b>.
button-group-link = Jadikan grup { $agency }
button-group-of = Grup { $agency }
button-group-link-now = Jadikan grup tim
