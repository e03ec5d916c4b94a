# Articles made of the organizers' answers.

button-make-article = Turn into an article

refusal-faq-start-first = Tap /start first, so that the article is recorded under your name.
refusal-faq-unknown = That article is no longer there.
refusal-faq-moved-on = This article has changed since you opened it. Open it again from /kelola to see the latest.
refusal-faq-ticket-unknown = That question is no longer there.
refusal-faq-not-answered = This question has no written answer yet. Answer it first, then turn it into an article.
refusal-faq-nip = There is a NIP in what you wrote. Everybody reads articles: send it again without the NIP.
refusal-faq-title = A title has 1 to { $longest } characters; this one has { $count }.
refusal-faq-answer = A short answer has 1 to { $longest } characters; this one has { $count }.
refusal-faq-body = Details have at most { $longest } characters; these have { $count }.
refusal-faq-aliases = At most { $most } lines, each of at most { $longest } characters.
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
