# Roles: links that give one, and who holds which. First what is answered with a no.

refusal-link-unknown = Tautan ini tidak dikenal. Minta tautan baru kepada pengirimnya, lalu buka utuh dari pesannya.
refusal-link-used = Tautan ini sudah dipakai; setiap tautan hanya untuk satu orang. Minta yang baru kepada pengirimnya.
refusal-link-revoked = Tautan ini sudah dibatalkan pengirimnya. Bila masih diperlukan, minta yang baru.
refusal-link-expired = Masa berlaku tautan ini sudah lewat. Minta yang baru kepada pengirimnya.
refusal-link-gone = Tautan itu sudah tidak terbuka.
refusal-link-agency = Peran itu tidak untuk instansi ini.
refusal-role-own = Peran diberikan oleh orang lain, bukan oleh diri sendiri. Teruskan tautan ini kepada yang dituju.
refusal-role-held = Peran ini sudah Anda pegang. Tautannya tetap berlaku bagi orang lain.
refusal-role-gone = Peran itu sudah tidak ada dalam daftar tim.
refusal-role-last = Anda satu-satunya pemegang peran ini di instansi Anda. Tambahkan rekan lebih dulu, agar peran Anda bisa dicabut.

# In the document of what is kept.
kept-revoked_at = Dicabut pada
kept-action-role-invited = membuat tautan peran
kept-action-role-link-revoked = membatalkan tautan peran
kept-action-role-accepted = menerima peran
kept-action-role-revoked = mencabut peran
kept-kind-role-taken = kabar bahwa peran diterima

role-organizer = penyelenggara
role-instructor = pembimbing
role-secretariat = sekretariat
role-for-all = semua instansi

team = <b>Tim</b>
team-members = { $count ->
    [0] Belum ada anggota.
   *[other] Anggota tim: { $count }
}
team-links = { $count ->
    [0] Tidak ada tautan yang belum dipakai.
   *[other] Tautan yang belum dipakai: { $count }
}
members = <b>Anggota tim</b>
members-none = Belum ada anggota.
member-line = <b>{ $number }.</b> { $name } · { $role } · { $agency }
member-unnamed = tanpa nama
member =
    <b>{ $name }</b>
    { $role } · { $agency }
    Sejak { $since }
member-own = Ini peran Anda sendiri.
revoke-ask =
    Peran { $role } { $agency } akan dicabut dari <b>{ $name }</b>, dan langsung tertutup baginya.
    Peran ini dapat diberikan lagi dengan tautan baru.
revoke-ask-own =
    Peran { $role } { $agency } milik Anda sendiri, <b>{ $name }</b>, akan dicabut dan langsung tertutup.
    Hanya rekan Anda yang dapat memberikannya lagi.
role-revoked = Peran { $role } { $agency } sudah dicabut dari <b>{ $name }</b>.

role-links = <b>Tautan yang belum dipakai</b>
role-links-none = Tidak ada tautan yang belum dipakai.
role-link-line = <b>{ $number }.</b> { $role } · { $agency } · sisa { $left }
role-link = <b>Tautan peran</b>: { $role } · { $agency }
role-link-made-by = Dibuat { $by }, { $moment }
role-link-until = Berlaku sampai { $moment } (sisa { $left })
role-link-keeper = pengelola Jalin
take-back-ask = Tautan peran { $role } { $agency } akan dibatalkan. Siapa pun yang membukanya sesudah ini tidak mendapat peran itu.
role-link-taken-back = Tautan sudah dibatalkan.

role-link-for-whom =
    Rekan itu menjadi apa?
    Ia menerimanya lewat tautan, yang berlaku 72 jam untuk satu orang.
role-link-agency = Peran { $role } untuk instansi mana?
role-link-find-agency = Peran { $role } untuk instansi mana? Ketik sebagian namanya, misalnya "bpsdm ntt".
role-link-message =
    <b>Peran { $role } di Jalin</b> · { $agency }
    Buka tautan ini untuk menerimanya: { $url }
    Berlaku sampai { $moment }, untuk satu orang.
role-link-title = Peran { $role } di Jalin, { $agency }
role-link-made =
    ✅ Tautannya siap. Teruskan pesan di atas kepada orang yang dituju.
    Perannya didapat siapa pun yang lebih dulu membukanya, jadi kirim langsung, bukan lewat grup.

role-offered = { $by } memberi Anda peran <b>{ $role }</b> untuk <b>{ $agency }</b>.
role-offered-until = Berlaku sampai { $moment }.
role-offered-kept = Bila diterima, yang disimpan: peran ini, nomor akun Telegram Anda, dan nama { $name }, yang terlihat oleh tim.
role-taken = ✅ Peran { $role } untuk { $agency } kini milik Anda. Pekerjaannya ada di /kelola.
role-left = Tidak ada yang berubah. Tautannya tetap berlaku bagi yang dituju; mohon kabari pengirimnya.
role-taken-told =
    ✅ <b>{ $name }</b> menerima peran { $role } untuk { $agency } lewat tautan Anda.
    Bila bukan orang yang Anda maksud, cabut perannya.

button-team = Tim
button-team-back = ⬅️ Tim
button-see-members = Anggota tim
button-see-member = Lihat perannya
button-role-links = Tautan belum dipakai
button-make-role-link = Tambah rekan
button-revoke-role = Cabut peran
button-keep-role = Biarkan perannya
button-take-back-link = Batalkan tautan
button-keep-link = Biarkan terbuka
button-for-all-agencies = Semua instansi
button-search-agency = Cari instansi lain
button-choose-receiver = Pilih penerima
button-take-role = Terima peran
button-not-for-me = Bukan untuk saya
