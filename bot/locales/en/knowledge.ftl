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

button-full = Read the whole article
button-related = Related
button-not-this = Not this
button-explanation = Read about it
button-summary = ⬅️ Summary
button-none-of-them = { $count ->
    [1] Not that
    [2] Neither of them
   *[other] None of them
}
