# The need survey: topics that people would like to learn.

refusal-need-unverified = Mengusulkan topik terbuka setelah data Anda dipastikan, agar tiap orang terhitung sekali.
refusal-need-short = Topiknya terlalu pendek, paling sedikit { $least } huruf.
refusal-need-long = Topiknya { $count } huruf, paling banyak { $most }. Silakan kirim yang lebih pendek.
refusal-need-many = Sudah ada { $most } usulan Anda. Tarik salah satu untuk mengusulkan yang baru.
refusal-need-gone = Usulan itu sudah ditarik.
