# Articles made of the organizers' answers.

button-make-article = Turn into an article

refusal-faq-start-first = Tap /start first, so that the article is recorded under your name.
refusal-faq-unknown = That article is no longer there.
refusal-faq-moved-on = This article has changed since you opened it. Open it again from /kelola to see the latest.
refusal-faq-ticket-unknown = That question is no longer there.
refusal-faq-not-answered = This question has no written answer yet. Answer it first, then turn it into an article.
refusal-faq-nip = There is a NIP in what you wrote. Send it again without the NIP, for others read this.
refusal-faq-title = A title has 1 to { $longest } characters; this one has { $count }.
refusal-faq-answer = A short answer has 1 to { $longest } characters; this one has { $count }.
refusal-faq-body = Details have at most { $longest } characters; these have { $count }.
refusal-faq-aliases = At most { $most } lines, each of at most { $longest } characters.
refusal-faq-wordless = There are no letters or digits in it, so nobody would find it. Please write it in words.
refusal-faq-answer-none = The short answer is still empty. Write it first, then ask for approval.
refusal-faq-no-second = There is no second person yet who could approve. Add a colleague under Team in /kelola.
refusal-faq-own = An article that you wrote is approved by a second person.
refusal-faq-remark = A remark has 1 to { $longest } characters; this one has { $count }.

kept-faqs = Articles made of answers that you wrote or approved
kept-standing = State
kept-standing-draft = draft
kept-standing-waiting = waiting for approval
kept-standing-shown = shown
kept-standing-retired = taken back
kept-action-faq-drafted = drafted an article
kept-action-faq-edited = changed a draft of an article
kept-action-faq-deleted = deleted a draft of an article
kept-action-faq-requested = asked for an article to be approved
kept-action-faq-recalled = made an article a draft again
kept-action-faq-approved = approved an article
kept-action-faq-returned = gave an article back to its author
kept-action-faq-retired = took an article back
kept-kind-faq-request = request to approve an article
kept-kind-faq-decision = decision on an article
delivery-kind-faq-request = Article to approve
delivery-kind-faq-decision = Article decision

faq-module = Questions and answers
faq-tag = questions and answers
faq-source = Answer by { $agency }
faq-cited = named in the answer

button-faq = Answers as articles
button-check-faqs = Check the article
kelola-faqs = { $count ->
    [1] 1 article waits for your approval
   *[other] { $count } articles wait for your approval
}

faq-room = <b>Articles made of answers</b>
faq-room-how = Made of questions that were answered, or of what was looked for and has no answer yet.
faq-count-draft = { $count ->
    [1] 1 draft
   *[other] { $count } drafts
}
faq-count-waiting = { $count ->
    [1] 1 waits for approval
   *[other] { $count } wait for approval
}
faq-count-shown = { $count } can be found
faq-count-retired = { $count } taken back
faq-list-draft = <b>Drafts</b>, newest first
faq-list-waiting = <b>Waiting for approval</b>, newest first
faq-list-shown = <b>Articles that can be found</b>, newest first
faq-list-retired = <b>Articles taken back</b>, newest first
faq-list-empty = There are no articles here.
faq-line = { $number }. { $title } · { $agency }
faq-in-whose-name = In the name of which agency?

faq-proposed = <b>Article from { $number }</b>, not saved yet
faq-proposed-anew = The question or its answer has just changed. This is how it reads now.
faq-struck = ⚠️ { $count ->
    [1] 1 personal part was replaced
   *[other] { $count } personal parts were replaced
} by […]: names, NIPs, phone numbers, mail addresses.
faq-struck-none = No names, NIPs, phone numbers or mail addresses were recognised.
faq-look-again = Look again: what was not recognised may still be there.
faq-struck-left = ⚠️ There is still { $mark } in it. Reword the sentence so that it reads well.
faq-title = <b>{ $title }</b>
faq-answer-no = The answer is not written yet.
faq-aliases = Other words:
faq-draft = <b>Draft article</b> · { $agency }
faq-remark = ⚠️ Given back:
faq-waits = ⏳ Waiting for a second person's approval · { $agency }
faq-request = 📘 { $by } ({ $agency }) asks for approval: once approved, everybody can find it.
faq-somebody = A colleague
faq-shown =
    ✅ Can be found · { $agency }
    Approved by { $by }, { $moment }
faq-retired = Taken back, cannot be found · { $agency }
faq-approved =
    ✅ Approved, anybody can find it now:
    <b>{ $title }</b>
faq-returned = The article went back to its author with your remark.
faq-told-approved =
    📘 { $by } approved your article, anybody can find it now:
    <b>{ $title }</b>
faq-told-returned =
    📘 { $by } gave your article back, the draft is saved:
    <b>{ $title }</b>
    The remark:
faq-revise-ask =
    While it is changed, until it is approved again, this article cannot be found:
    <b>{ $title }</b>
faq-retire-ask =
    This article will not be found any more. Its text stays and can be handed in again.
    <b>{ $title }</b>
faq-delete-ask =
    This draft will be deleted and cannot be brought back:
    <b>{ $title }</b>
faq-deleted = The draft is deleted.
faq-retired-now = The article was taken back.

faq-ask-title = Write the title: the question that this article answers. At most { $longest } characters.
faq-ask-answer = Write the short answer, what matters first. At most { $longest } characters.
faq-ask-body = Write the details that the short answer leaves out. Lines that begin with "-" become a list. At most { $longest } characters.
faq-ask-aliases = How do people usually ask for it? One way a line, at most { $most } lines and { $longest } characters a line.
faq-ask-remark = What should change? The author reads this remark. At most { $longest } characters.
faq-now = Now:

button-faqs-draft = Drafts
button-faqs-waiting = Waiting
button-faqs-shown = Can be found
button-faqs-retired = Taken back
button-faq-room = ⬅️ Articles
button-faq-keep = Save draft
button-faq-title = Title
button-faq-answer = Short answer
button-faq-body = Details
button-faq-aliases = Other words
button-faq-ask = Ask for approval
button-faq-delete = Delete draft
button-faq-delete-not = Keep draft
button-faq-retire = Take article back
button-faq-retire-not = Leave it findable
button-faq-leave = Leave it findable
button-faq-revise = Change article
button-faq-approve = Approve article
button-faq-return = Give back
button-faq-open = Open the article
button-faq-see = See the article
button-faq-see-draft = Change the draft
button-faq-empty = Leave empty
