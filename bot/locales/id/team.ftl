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
