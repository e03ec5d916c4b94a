# Answers of the knowledge base.

knowledge-title = 📘 <b>{ $title }</b>
knowledge-source = Source: { $sources }
knowledge-in-indonesian = The article itself is in Indonesian.
knowledge-unsure = { $count ->
    [1] Perhaps you mean this one:
   *[other] Which one do you mean?
}
knowledge-none = No answer yet for "{ $query }".
knowledge-nearest = Nearest topics:
knowledge-say-otherwise = Try other words, such as the name of a concept, a rule, or an article of law.
knowledge-related = Related to <b>{ $title }</b>:
knowledge-gone = This article is no longer there. Type your question, and it is looked up again.
knowledge-hello = Hello. Type your question, or choose from the menu.
knowledge-thanks = You are welcome. If there is another question, just type it.

vote-helped = Thank you, your rating is kept.
vote-not-helped = Thank you. Organizers see the number, to improve the article, but not your name.
vote-taken-back = Your rating is taken back.
vote-not-kept = Thank you. This rating is not kept, because you have not agreed to your data being kept: /privasi

shelf-modules = <b>By topic</b>
shelf-module = { $number }. { $title } ({ $count ->
    [1] 1 article
   *[other] { $count } articles
})
shelf-letters = Which letter does the title begin with?
shelf-read = <b>Read last</b>
shelf-asked = <b>Often looked up</b>, last 30 days
shelf-head = <b>{ $title }</b>
shelf-empty = This list is empty now. Just type what you are looking for, or choose another list.

button-full = Read the whole article
button-related = Related
button-not-this = Not this
button-helped = 👍
button-not-helped = 👎
button-ask-organizers = Ask the organizers
button-shelf-read = Read last
button-shelf-asked = Often looked up
button-shelf-modules = By topic
button-shelf-letters = A–Z
button-back-to-shelf = ⬅️ List
button-explanation = Read about it
button-summary = ⬅️ Summary
button-none-of-them = { $count ->
    [1] Not that
    [2] Neither of them
   *[other] None of them
}
