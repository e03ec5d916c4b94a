"""The need survey: what people would like to learn, each topic once a person, and what organizers see of it."""

from services.needs.survey import Survey, SurveyNeeds
from services.needs.wishes import FindTopics, MyWishes, SupportTopic, WishFor, WithdrawWish
from storage.repositories.needs import Topic, Wish

__all__ = [
    "FindTopics",
    "MyWishes",
    "SupportTopic",
    "Survey",
    "SurveyNeeds",
    "Topic",
    "Wish",
    "WishFor",
    "WithdrawWish",
]
