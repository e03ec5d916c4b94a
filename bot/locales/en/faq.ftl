# Articles made of the organizers' answers.

button-make-article = Turn into an article
