# Official letters, in Indonesian whoever asks for them: the agency speaks, not Jalin. "[…" marks what the bot cannot know.

agency = [… NAMA INSTANSI]
address = [… alamat, kode pos, telepon, pos-el, laman]
place-date = [… tempat], [… tanggal]
number = [… nomor surat]
attachments = [… jumlah, atau -]
nature-urgent = Sangat Segera
nature-ordinary = Biasa
about-request = Permintaan Bantuan Kedinasan
about-reply = Kesediaan Memberi Bantuan Kedinasan
about-refusal = Penolakan Permintaan Bantuan Kedinasan
to-request = [… jabatan pimpinan instansi yang dimintai bantuan]
to-answer = [… jabatan pimpinan instansi yang meminta bantuan]
to-place = di [… tempat]

purpose-decision = menetapkan keputusan tentang [… pokok keputusan]
purpose-service = menyelenggarakan pelayanan publik berupa [… jenis pelayanan]
purpose-duty = menyelenggarakan urusan pemerintahan berupa [… tugas atau urusan]
ground-a = keputusan dan/atau tindakan tersebut tidak dapat dilaksanakan sendiri
ground-b = urusan tersebut tidak dapat dilaksanakan sendiri karena kurangnya tenaga dan fasilitas
ground-c = pengetahuan dan kemampuan untuk melaksanakannya sendiri tidak dimiliki
ground-d = diperlukan surat keterangan dan dokumen dari badan dan/atau pejabat pemerintahan lain
ground-e = urusan tersebut memerlukan biaya, peralatan, dan fasilitas besar yang tidak mampu ditanggung sendiri

request-opening = Dalam rangka { $purpose }, dengan hormat kami meminta Bantuan Kedinasan dari instansi yang Saudara pimpin.
request-ground = Permintaan ini berdasarkan Pasal 35 ayat (1) huruf { $letter } Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan, yaitu { $ground }. Keadaan pada instansi kami: [… uraian singkat].
request-emergency = Bantuan ini diperlukan dalam keadaan darurat, yaitu [… uraian keadaan darurat]. Menurut Pasal 36 ayat (3) undang-undang tersebut, Bantuan Kedinasan yang diperlukan dalam keadaan darurat wajib diberikan.
request-list = Bantuan yang kami perlukan:
answer-opening = Menjawab surat Saudara nomor [… nomor surat permintaan] tanggal [… tanggal surat permintaan] hal [… hal surat permintaan] dalam rangka { $purpose }, dengan hormat kami sampaikan hal-hal berikut.
reply-duty = Permintaan tersebut memenuhi Pasal 35 ayat (1) huruf { $letter } Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan, yaitu { $ground }. Kami bersedia memberikan Bantuan Kedinasan.
reply-emergency = Bantuan tersebut diperlukan dalam keadaan darurat. Sesuai dengan Pasal 36 ayat (3) Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan, kami memberikan Bantuan Kedinasan.
reply-secret = Bagian yang diminta berupa [… surat keterangan atau dokumen] bersifat rahasia menurut [… peraturan dan pasalnya]. Mengenai bagian itu kami telah meminta keputusan [… pejabat yang berwenang] pada [… tanggal]; hasilnya segera kami sampaikan. Bagian lain kami berikan seperti di bawah ini.
reply-forbidden = Bantuan berupa [… bentuk bantuan] tidak diperbolehkan oleh [… peraturan dan pasalnya]. Mengenai bagian itu kami telah meminta keputusan [… pejabat yang berwenang] pada [… tanggal]; hasilnya segera kami sampaikan. Bagian lain kami berikan seperti di bawah ini.
reply-list = Bantuan yang kami berikan:
item-form = bentuk bantuan: [… tenaga, keahlian, dokumen, peralatan, atau fasilitas]
item-time = waktu dan tempat: [… tanggal, lama, dan tempat]
item-contact = narahubung: [… nama, jabatan, dan nomor telepon]

cost-agreed = Biaya pelaksanaan bantuan ditanggung sesuai dengan kesepakatan tanggal [… tanggal kesepakatan], yaitu [… pihak dan besarnya], secara wajar dan tanpa pembiayaan ganda (Pasal 35 ayat (2)).
cost-open = Bila pelaksanaan bantuan menimbulkan biaya, kami mengusulkan agar biaya itu ditetapkan bersama secara wajar dan tanpa pembiayaan ganda (Pasal 35 ayat (2)), dengan usulan awal [… usulan pembagian biaya].
cost-free = Sepanjang yang kami ketahui, pelaksanaan bantuan ini tidak menimbulkan biaya.
answerable-request = Sesuai dengan Pasal 37, tanggung jawab atas keputusan dan/atau tindakan dalam Bantuan Kedinasan ini ada pada kami, kecuali ditentukan lain oleh peraturan perundang-undangan dan/atau kesepakatan tertulis kedua pihak.
answerable-reply = Sesuai dengan Pasal 37, tanggung jawab atas keputusan dan/atau tindakan dalam Bantuan Kedinasan ini ada pada instansi Saudara sebagai pihak yang membutuhkan, kecuali ditentukan lain oleh peraturan perundang-undangan dan/atau kesepakatan tertulis kedua pihak.

refusal-grave = Setelah kami pelajari, kami belum dapat memberikan bantuan tersebut. Sesuai dengan Pasal 36 ayat (1) huruf a Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan beserta penjelasannya, bantuan itu akan sangat mengganggu pelaksanaan tugas kami, yaitu [… pilih yang sesuai, hapus yang lain]:
refusal-grave-budget = anggaran yang akan terlampaui: [… kegiatan, pagu, dan kekurangannya]
refusal-grave-people = keterbatasan sumber daya manusia: [… unit, jumlah pegawai, dan tugasnya]
refusal-grave-targets = tujuan atau target kinerja yang terganggu: [… target dan akibatnya]
refusal-secret = Setelah kami pelajari, kami tidak dapat memberikan [… surat keterangan atau dokumen] yang Saudara minta. Sesuai dengan Pasal 36 ayat (1) huruf b Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan, dokumen tersebut bersifat rahasia menurut [… peraturan dan pasalnya]. Penjelasannya: [… uraian].
refusal-forbidden = Setelah kami pelajari, kami tidak dapat memberikan bantuan tersebut. Sesuai dengan Pasal 36 ayat (1) huruf c Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan, bantuan itu tidak diperbolehkan oleh [… peraturan dan pasalnya]. Penjelasannya: [… uraian].
refusal-rest = Bagian yang tidak terkena ketentuan tersebut, yaitu [… bagian yang dapat diberikan, atau hapus kalimat ini], dapat kami berikan.
refusal-reasons = Alasan tertulis ini kami sampaikan untuk memenuhi Pasal 36 ayat (2) undang-undang tersebut. Bila bantuan itu kemudian diperlukan dalam keadaan darurat, mohon segera dikabarkan kepada kami.

closing = Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.
signer-post = [… nama jabatan penanda tangan],
signature = [… tanda tangan]
signer-name = [… nama lengkap penanda tangan]
copies = [… pihak yang diberi tembusan, atau hapus bagian ini]
