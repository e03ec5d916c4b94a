# First start, consent, privacy.

hello =
    Hello! Here civil servants find joint trainings, learn how agencies work together, and ask, all in one chat.
    Before you start, please read what is kept about you and what your rights are. It takes 1 minute.
button-read-then-start = Read, then start
consent =
    <b>Your data, your rights</b> (Law 27/2022)

    Kept: Telegram account number, name, NIP, agency, unit, superior, language, time zone, what you read, quiz results, questions.
    Why: confirming you are a civil servant, then enrolments, letters, reminders and certificates.
    Your NIP is encrypted; only you and your agency see it in full.
    Telegram keeps this chat outside Indonesia.
    You may see, correct or delete your data, and leave at any time: /privasi
consent-then-back = After this you return to <b>{ $title }</b>.
consent-refused = That is fine, nothing about you is kept. Trainings and knowledge stay open to read. Enrolling opens once you agree.
consent-details =
    <b>Details</b>

    <b>From:</b> what you enter here and your agency's staff list; unit and superior only for letters of recommendation.
    <b>NIP:</b> encrypted; others see only 1990…014. <b>Phone number:</b> compared once, then not kept.
    <b>Chat:</b> messages leave Jalin's records once handled; searches without an answer are noted without your name.
    <b>Reading and quizzes:</b> the last 10 articles and your ratings; your answers, so that questions come back in time.
    <b>Questions:</b> for the team you ask; once you delete your data, the messages there go too, but not what the team wrote itself.
    <b>Who sees it:</b> you, and the organizers who confirm your data or answer you, while you use Jalin.
    <b>Your rights:</b> see, correct, delete, and withdraw consent; answered within 3 x 24 hours.
button-agree = Agree and continue
button-disagree = Do not agree
button-consent = Read the consent
button-introduce = Introduce yourself
privacy =
    <b>Privacy and data</b>

    Your data is yours: you may see, correct and delete it at any time.
privacy-agreed = You have agreed to the keeping of your data. Deleting it withdraws that as well.
privacy-guest = You have not agreed yet, so nothing about you is kept.
privacy-role = You have not agreed yet. Only your role, given by your agency, and notes about it are kept.
