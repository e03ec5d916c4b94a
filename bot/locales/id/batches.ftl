# Organizers run batches; first what is answered with a no.

refusal-training-not-hosted = Pelatihan ini belum terbit, atau tuan rumahnya instansi lain.
refusal-batch-ends-early = Selesainya perlu sesudah mulainya.
refusal-batch-in-past = Waktu itu sudah lewat.
refusal-batch-code-taken = Kode untuk angkatan ini sudah terpakai semua. Kabari pengelola Jalin.
refusal-registration-order = Pendaftaran perlu ditutup sesudah dibuka.
refusal-seats-released = Kursi yang belum terisi sudah dibuka untuk semua, jadi waktunya tidak dapat diubah.
refusal-offer-hours = Lama tawaran antara 1 dan { $most } jam.
refusal-fill-in-use = Sudah ada pendaftar, jadi cara mengisi kursi tidak dapat diubah.
refusal-batch-out-of-order = Perubahan itu belum cocok dengan isian lain. Tidak ada yang berubah.
refusal-batch-not-ready = Angkatan ini belum dapat diterbitkan. Yang perlu dilengkapi tertulis di layarnya.
refusal-batch-draft = Angkatan ini belum diterbitkan.
refusal-limit-in-use = Sudah ada pendaftar, jadi batas kursi tidak dapat dipasang atau dilepas.
refusal-limit-published = Angkatan ini sudah terbit tanpa batas kursi.
refusal-seats-province = "{ $province }" bukan provinsi yang dapat ikut angkatan ini.
