"""Articles made of answers, as organizers see them."""

from __future__ import annotations

from bot.organizing.faq.buttons import make_article_button
from bot.words import Words

VOICE = Words().voice("id", "WITA")


def test_the_button_under_a_question_names_it() -> None:
    made = make_article_button(VOICE, 217)

    assert (made.text, made.callback_data) == ("Jadikan artikel", "faqm:217")
