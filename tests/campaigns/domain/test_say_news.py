"""Each event in words, in both languages."""

import pytest
from django.utils import translation

from audience.subjects import subject_at
from campaigns.domain.announce import announce
from campaigns.domain.confirm_delivery import Report, confirm_delivery
from campaigns.domain.say_news import _WORDS, news_of, say
from campaigns.enums import NewsEvent
from campaigns.models import Announcement, Milestone
from tests.campaigns.conftest import KG, proof

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("event", NewsEvent)
def test_every_event_has_its_words(make_pledge, event, language):
    pledge = make_pledge(milestones=[{"acts": 1000, "title": "Mille", "title_en": "Thousand"}])
    announce(pledge, event, milestone=Milestone.objects.get())
    with translation.override(language):
        news = say(Announcement.objects.get())
    for text in (news.headline, news.sentence):
        assert text
        assert "%" not in text
        assert "None" not in text


def test_all_events_have_words():
    assert set(_WORDS) == set(NewsEvent)


def test_a_milestone_and_a_delivery(make_pledge, receiver):
    pledge = make_pledge(
        milestones=[{"acts": 1000, "title": "Mille", "title_en": "Thousand"}], unlocked=9 * KG
    )
    announce(pledge, NewsEvent.MILESTONE, milestone=Milestone.objects.get())
    day = pledge.starts_at.date()
    confirm_delivery(receiver, pledge, Report(4 * KG, day, "Lille", proof()))
    with translation.override("en"):
        delivered, milestone = (say(one) for one in Announcement.objects.all())
    assert milestone.headline == "1,000 acts: Thousand"
    assert "9\xa0kg of légumes" in milestone.sentence
    assert "4\xa0kg of légumes" in delivered.headline
    assert "Lille" in delivered.sentence
    assert delivered.proof.startswith("/documents/")
    assert milestone.proof == ""
    assert delivered.anchor != milestone.anchor


def test_the_news_of_a_sponsor_newest_first(make_pledge, django_assert_num_queries):
    pledge = make_pledge()
    draft = make_pledge(state="draft")
    for event in (NewsEvent.ACTIVATED, NewsEvent.CAPPED, NewsEvent.LATE):
        announce(pledge, event)
    announce(draft, NewsEvent.LATE)
    subject = subject_at("mecene", str(pledge.sponsor_id))
    with django_assert_num_queries(1):
        found = [news.announcement.event for news in news_of(subject)]
    assert found == ["late", "capped", "activated"]
    assert len(news_of(subject, 2)) == 2
