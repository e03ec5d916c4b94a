# Artikel dari jawaban penyelenggara.

button-make-article = Jadikan artikel
