# Menu, help, settings.

greeting-hello = Hello.
greeting-morning = Good morning.
greeting-noon = Good day.
greeting-afternoon = Good afternoon.
greeting-night = Good evening.
greeting-morning-name = Good morning, { $name }.
greeting-noon-name = Good day, { $name }.
greeting-afternoon-name = Good afternoon, { $name }.
greeting-night-name = Good evening, { $name }.
menu-choose = Choose what to open, or just type your question.
menu-offer = ⏰ There is a seat for you: <b>{ $title }</b>. Answer until { $moment } ({ $left } left).
menu-unverified = Enrolling opens once your data is confirmed; everything else already works. You may simply type a question.
menu-waiting = ⏳ The organizers are checking your data. Meanwhile trainings and knowledge are open.
button-continue-introduction = Continue introduction
button-see-request = See your request
button-kelola = Manage
button-kelola-waiting = Manage · { $count } waiting
more = Choose what to open.
ask =
    Type your question in your own words; keep it short.
    Examples: <i>what is wog</i>, <i>when may assistance be refused</i>, <i>pasal 36</i>
    Or look through a list, or follow a guide.
help =
    <b>What you can do here</b>

    /pelatihan – find joint trainings
    /saya – your enrolments and seat offers
    /cari – look something up; you may also just type
    /kuis – a short quiz; /tanya – ask the organizers
    /menu, /batal – back to the menu, stop filling in
    /pengaturan – time zone, language, how articles look
    /privasi – see and delete your data
help-organizer =
    /kelola – what waits for organizers
    /umumkan – writing announcements
language = Pilih bahasa · Choose a language
settings =
    <b>Settings</b>

    Language: { $language }
    Times are shown in { $zone }
settings-rich = Rich view: articles with tables, and parts that open when tapped. Old Telegram apps show only a placeholder.
settings-guest = The language applies to this chat. The time zone can be set after the introduction.
button-change-zone = Change time zone
zone = In which zone should times be shown?
zone-guest = The time zone follows your agency, or your own choice, after the introduction.
zone-kept = Times are now shown in { $zone }.
language-kept = English from now on.

command-start = Start
command-menu = Main menu
command-pelatihan = Find trainings
command-saya = My enrolments
command-cari = Look something up
command-kuis = A short quiz
command-pengaturan = Time zone, language, how articles look
command-bahasa = Choose a language
command-privasi = Your data and rights
command-data_saya = See your data
command-hapus_data = Delete your data
command-bantuan = Help
command-batal = Stop filling in
command-kelola = For organizers
bot-description = Jalin helps civil servants find joint trainings, understand how agencies work together, and ask, all in one chat.
bot-about = Joint trainings and knowledge of collaboration for civil servants
