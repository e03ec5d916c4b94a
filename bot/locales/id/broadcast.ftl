# Pengumuman, seperti yang diterima.

announcement-head = 📣 <b>{ $agency }</b> untuk { $audience }
announcement-for-trainings = peserta { $names }
announcement-for-trainings-count = peserta { $count } pelatihan
announcement-for-roles = tim penyelenggara
announcement-for-enrolled = peserta pelatihan
announcement-for-agencies = pegawai { $names }
announcement-for-agencies-count = pegawai { $count } instansi
announcement-for-provinces = ASN { $names }
announcement-for-provinces-count = ASN { $count } provinsi
announcement-for-all = ASN
button-set-announcements = Atur pengumuman
